"""EJS templates, lowered: with all markup blanked out they are programs of JavaScript, and are read as such.

`<%- x %>` becomes `υ( x );` of the same length, where `υ` is a variable that holds `<page>.unescaped`, and so on for
each place where a value matters; so every statement and value keeps its place in the file.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Call,
    Collection,
    Const,
    Evaluate,
    Expression,
    For,
    Function,
    Module,
    Name,
    Parameter,
    Record,
    Spread,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript
from xcodereviewer.engines.dataflow.languages.templates_expressions import member
from xcodereviewer.engines.dataflow.languages.templates_html import Html, Place
from xcodereviewer.engines.dataflow.languages.templates_tags import CONTEXT, size_of

__all__ = ["is_ejs", "lower_ejs"]

_TAG = re.compile(r"<%([_=#%-]?)(.*?)([_-]?)%>", re.DOTALL)
_MOST = 100_000  # characters of a template; more are not written by hand
_OTHER = re.compile(r"<%[@!:$]|<jsp:|\{%|<%\s*(?:end|if [^({]*$)\s*%?>", re.MULTILINE)  # JSP, ERB, Jinja
_INCLUDE = re.compile(r"""\binclude\s*\(\s*["']([^"']+)["']""")
_OPEN = ("{", "}", "(", ",", ":", ";")  # at the end of a piece: its statement goes on, or has ended
_BLANK = re.compile(r"[^\n]")
_LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "unescaped": "υ",
        Place.TAG: "τ",
        Place.UNQUOTED: "α",
        Place.LINK: "λ",
        Place.EVENT: "ε",
        Place.DOCUMENT: "δ",
        Place.SCRIPT: "σ",
    }
)
_GLOBALS = frozenset(
    (
        *("include", "locals", "undefined", "console", "require", "module", "exports", "this", "window", "process"),
        *("JSON", "Math", "Object", "Array", "String", "Number", "Boolean", "Date", "Intl", "RegExp", "Map", "Set"),
        *("encodeURIComponent", "encodeURI", "parseInt", "parseFloat", "isNaN"),
    )
)


def is_ejs(text: str) -> bool:
    """Whether the tags of a text are those of EJS."""
    return "<%" in text and "%>" in text and len(text) <= _MOST and _OTHER.search(text) is None


def lower_ejs(text: str) -> Module:
    """Lower one EJS template; one that is no program of JavaScript is an empty module."""
    program, used = _program(text)
    module = lower_javascript(program, "javascript")
    if module.gaps:
        return Module("javascript", ())
    letters = [Assign(0, Name(0, _LETTERS[name]), member(0, name)) for name in sorted(used)]
    names = _Names()
    names.visit(module.body)
    free = [name for name in names.read if name not in names.bound and name not in _GLOBALS]
    variables = [name for name in free if name not in _LETTERS.values()]
    includes = list(_includes(text, variables))
    if not used and not includes:
        return Module("javascript", ())
    if includes:
        letters.append(Assign(0, Name(0, "include"), member(0, "include")))
    parameters = [Parameter(0, name, "=") for name in variables]
    if includes:
        parameters.append(Parameter(0, CONTEXT, "**"))
    body = (*letters, *module.body, *includes)
    return Module("javascript", (Function(1, "<template>", tuple(parameters), body, size=size_of(body)),))


def _program(text: str) -> tuple[str, set[str]]:
    """Return the template as a program, and which places it puts values into."""
    html = Html(lambda _: None)
    made: list[str] = []
    used: set[str] = set()
    position = 0
    for tag in _TAG.finditer(text, 0, text.rfind("%>") + 2):
        markup = text[position : tag.start()]
        html.feed(markup, position)
        made.append(_BLANK.sub(" ", markup))
        made.append(_code(tag, html, used))
        position = tag.end()
    made.append(_BLANK.sub(" ", text[position:]))
    return "".join(made), used


def _code(tag: re.Match[str], html: Html, used: set[str]) -> str:
    kind, code, trim = tag.groups()
    if kind in ("#", "%"):
        return _BLANK.sub(" ", tag.group())
    if kind in ("", "_"):
        end = " " if code.rstrip().endswith(_OPEN) else ";"
        return f"  {' ' * len(kind)}{code}{' ' * len(trim)} {end}"
    place = html.place()
    is_text = place in (Place.TEXT, Place.STYLE, Place.SCRIPT_TEXT)
    if (kind == "=" and is_text) or _INCLUDE.search(code):  # what an included template gives is markup already
        return f"  ({code}{' ' * len(trim)});"
    name = "unescaped" if is_text else place.value
    used.add(name)
    return f"{_LETTERS[name]}( {code}{' ' * len(trim)});"


def _includes(text: str, variables: list[str]) -> Iterator[Statement]:
    """Yield calls of the templates that are included, which see all variables of this one."""
    arguments = (*(Argument(Name(0, name), name) for name in variables), Argument(Name(0, CONTEXT), "**"))
    for name in dict.fromkeys(_INCLUDE.findall(text)):
        yield Evaluate(0, Call(0, Call(0, member(0, "load"), (Argument(Const(0, name)),)), arguments))


class _Names:
    """The names that some code reads, in their order, and those that it binds anywhere."""

    def __init__(self) -> None:
        self.read: dict[str, None] = {}
        self.bound: set[str] = set()

    def visit(self, node: object) -> None:
        """Take in a node and all below it."""
        match node:
            case tuple():
                for one in node:
                    self.visit(one)
            case Name():
                self.read.setdefault(node.name)
            case Parameter():
                self.bound.add(node.name)
            case msgspec.Struct():
                if isinstance(node, Assign | For):
                    self._bind(node.target)
                elif isinstance(node, Function) and node.name:
                    self.bound.add(node.name)
                for field in node.__struct_fields__:
                    self.visit(getattr(node, field))

    def _bind(self, target: Expression) -> None:
        match target:
            case Name():
                self.bound.add(target.name)
            case Collection():
                for one in target.items:
                    self._bind(one)
            case Record():
                for _, one in target.entries:
                    self._bind(one)
            case Spread():
                self._bind(target.value)
