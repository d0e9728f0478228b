"""A YAML file as rule authors write it: read strictly, with the line of everything in it.

YAML lets a slip pass as something else: a key given twice, a text that reads as a boolean, a repeated part that
multiplies. Here each is an error that says what to write.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcodereviewer.core.forms import Path

if TYPE_CHECKING:
    import yaml

__all__ = ["Document", "InvalidYaml", "read_document"]

_MOST_CHARACTERS = 500_000
_DEEPEST = 100
_TAB = re.compile(r" *\t")
_HINTS = (  # the first that fits what either of the two parsers says
    ("maximum nesting", "nest less deeply"),
    ("mapping values", "a text that holds `: ` needs quotes"),
    ("cannot start any token", "a text that begins with @, % or ` needs quotes"),
    ("alias|anchor|alphabetic", "a text that begins with * or & needs quotes"),
    ("escape", "in double quotes each backslash is doubled; use single quotes"),
    ("constructor", "a text that begins with ! needs quotes"),
    ("single document", "a file holds one rule, without `---` inside"),
    ("control characters|special characters", "delete the control character, or write it as an escape"),
    ("expected ':'", "a key is followed by a colon and a space"),
    ("unexpected end of stream", "close the quote"),
    ("sequence entries", "begin the list on a line of its own, or put the text in quotes"),
    ("block scalar", "a text that begins with | or > needs quotes"),
    ("flow (sequence|mapping|node)", "close each [ and {, and put texts with , [ ] { } or ? in quotes"),
    ("node content", "put the text in quotes"),
    ("block ", "indent alike what belongs together"),
)


class InvalidYaml(ValueError):
    """A text that is not YAML as it is read here; `line` is where."""

    def __init__(self, reason: str, *, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a YAML text says, with the tree that knows where it says so."""

    content: object
    root: "yaml.Node | None"

    def line(self, path: Path, *, word: str = "") -> int | None:
        """Return the line of what `path` leads to, as far as it goes; or of the text `word` in there."""
        node, line = self.root, None if self.root is None else self.root.start_mark.line + 1
        for step in path:
            key, node = _step(node, step)
            if node is None:
                break
            line = (key or node).start_mark.line + 1
        return (_line_of_word(node, word) if word else None) or line


def read_document(text: str) -> Document:
    """Read a text that holds one document of mappings, lists and plain values.

    Raises:
        InvalidYaml: it holds something else, or is no YAML.
    """
    import yaml  # not needed where the rules are compiled already

    if len(text) > _MOST_CHARACTERS:
        raise InvalidYaml(f"the file has {len(text):,} characters; a rule has at most {_MOST_CHARACTERS:,}")
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        root = loader.get_single_node()
        if root is not None:
            _check(root)
        return Document(content=None if root is None else loader.construct_document(root), root=root)
    except yaml.YAMLError as error:
        raise _told(error, text) from error
    except (RecursionError, ValueError) as error:
        if isinstance(error, InvalidYaml):
            raise
        reason = "nest less deeply" if isinstance(error, RecursionError) else str(error)
        raise InvalidYaml(f"not valid YAML: {reason}") from error


def _check(root: "yaml.Node") -> None:
    """Make sure that no part is named and repeated, that keys are texts and stand once, and that all is shallow."""
    seen = {id(root)}
    level = [root]
    for _ in range(_DEEPEST):
        below = [part for node in level for part in _parts(node)]
        for part in below:
            if id(part) in seen:
                line = part.start_mark.line + 1
                raise InvalidYaml(f"what stands on line {line} is repeated by an alias (`*…`); write it out", line=line)
            seen.add(id(part))
        if not below:
            return
        level = below
    raise InvalidYaml(f"it is nested more than {_DEEPEST} levels deep; nest less deeply")


def _parts(node: "yaml.Node") -> "list[yaml.Node]":
    """Return the values below a node, its keys being right."""
    known: set[str] = set()
    for key, _ in _pairs(node):
        name, line = _text(key), key.start_mark.line + 1
        if name is None or key.tag != "tag:yaml.org,2002:str":
            raise InvalidYaml(f"the key `{'…' if name is None else name}` is no text; put it in quotes", line=line)
        if name in known:
            raise InvalidYaml(f"the key `{name}` stands twice in one mapping; delete one", line=line)
        known.add(name)
    return [value for _, value in _pairs(node)] or _items(node)


def _step(node: "yaml.Node | None", step: str | int) -> "tuple[yaml.Node | None, yaml.Node | None]":
    """Return the key (of a mapping) and the value that a step leads to."""
    if node is None or isinstance(step, int):
        items = [] if node is None else _items(node)
        return None, items[step] if isinstance(step, int) and step < len(items) else None
    return next(((key, value) for key, value in _pairs(node) if _text(key) == step), (None, None))


def _line_of_word(node: "yaml.Node | None", word: str) -> int | None:
    pending = [] if node is None else [node]
    while pending:
        here = pending.pop()
        if _text(here) == word:
            return here.start_mark.line + 1
        pending += reversed([part for pair in _pairs(here) for part in pair] or _items(here))
    return None


def _text(node: "yaml.Node") -> str | None:
    return node.value if isinstance(node.value, str) else None


def _items(node: "yaml.Node") -> "list[yaml.Node]":
    return [] if isinstance(node.value, str) or _pairs(node) else list(node.value)


def _pairs(node: "yaml.Node") -> "list[tuple[yaml.Node, yaml.Node]]":
    return [pair for pair in node.value if isinstance(pair, tuple)] if isinstance(node.value, list) else []


def _told(error: "yaml.YAMLError", text: str) -> InvalidYaml:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = str(getattr(error, "context", None) or "")
    began, met = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    is_unclosed = re.search("quoted|flow", context) is not None  # the end of the file tells nobody where
    mark = (began if is_unclosed else met) or met or began
    position = getattr(error, "position", None)
    line = None if position is None else text.count("\n", 0, position) + 1
    if mark is not None:
        line = min(mark.line, text.rstrip().count("\n")) + 1  # libyaml counts a line behind the last one
    said = " ".join(f"{problem} {context}".split())
    hint = next((f"; {hint}" for pattern, hint in _HINTS if re.search(pattern, said)), "")
    if line is not None and _TAB.match("\n".join(text.split("\n")[line - 1 : line])):
        said, hint = "a tab at the beginning of the line", "; indent with spaces"
    return InvalidYaml(f"not valid YAML: {said}{hint}", line=line)
