"""ast-grep as a matcher of rules over one file's syntax tree."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ast_grep_py import SgNode, SgRoot

from xcodereviewer.core.forms import Misfit
from xcodereviewer.domain.engine import Match, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.ascii_regex import with_ascii_regexes
from xcodereviewer.engines.ast_grep_refusal import refusal
from xcodereviewer.engines.grammars import GRAMMARS
from xcodereviewer.engines.pattern_match import PreparedRule, head_of
from xcodereviewer.engines.php_template import php_code

if TYPE_CHECKING:
    from ast_grep_py import Config

__all__ = ["SyntaxTree", "TreeRule", "compile_rule", "parse"]

_RECOVERED = re.compile(r"statement|definition|declaration|function|method|class|import|module|package|include")
_PRINTING_TAG = r"^<\?=$"  # ast-grep's PHP steps over it where it knows it not
_MOST_CHARACTERS = 600_000  # of the texts whose trees are kept: a batch; a tree takes some twenty times its text


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRule:
    """A rule as ast-grep takes it; one form for any text, one that is cheaper for texts that are all ASCII."""

    prepared: PreparedRule
    config: "Config"
    ascii_config: "Config"


def compile_rule(rule: PreparedRule, language: Language) -> TreeRule:
    """Compile the rule once.

    Raises:
        Misfit: ast-grep does not understand it, or has no grammar for the language.
    """
    if language not in GRAMMARS:
        raise Misfit(f"a `rule` cannot look at {language}", path=("languages",), owner=rule.rule.id)
    config, root = _config(rule), SgRoot("", GRAMMARS[language]).root()
    try:
        root.find(config)
    except Exception as error:  # xcr: ignore[broad-handler-outside-the-doors] ast-grep raises the bare class
        raise refusal(error, language).of(rule.rule.id) from error
    ascii_config = cast("Config", with_ascii_regexes(config))
    try:
        root.find(ascii_config)
    except (RuntimeError, ValueError, TypeError):
        ascii_config = config
    return TreeRule(prepared=rule, config=config, ascii_config=ascii_config)


class _RecentTrees:
    """The trees of the texts that were parsed last: two engines of a worker look at them, one after the other."""

    def __init__(self) -> None:
        self._trees: OrderedDict[tuple[Language, str], SgNode] = OrderedDict()
        self._characters = 0

    def tree(self, file: SourceText) -> SgNode:
        """Return the tree of a text, parsed now or before."""
        key = (file.language, file.text)
        known = self._trees.pop(key, None)
        if known is not None:  # the second engine is the last one that asks
            self._characters -= len(file.text)
            return known
        text = php_code(file.text) if file.language is Language.PHP else file.text
        tree = SgRoot(text, GRAMMARS[file.language]).root()
        if len(file.text) <= _MOST_CHARACTERS:
            self._trees[key] = tree
            self._characters += len(file.text)
        while self._characters > _MOST_CHARACTERS:
            (_, text), _ = self._trees.popitem(last=False)
            self._characters -= len(text)
        return tree


_recent_trees = _RecentTrees()  # of this process, which is one worker


def parse(file: SourceText) -> SgNode:
    """Return the root of the file's syntax tree; the tree of a text that was parsed shortly before is used again."""
    return _recent_trees.tree(file)


class SyntaxTree:
    """One file's tree, with what rules ask of it."""

    def __init__(self, file: SourceText) -> None:
        self._file = file
        self._root = parse(file)
        self._lines: list[str] | None = None
        self._known_words: dict[str, bool] = {}

    def gap(self) -> str:
        """Say what does not parse; empty when everything does."""
        errors = self._errors()
        if not errors:
            return ""
        places = "1 place does" if len(errors) == 1 else f"{len(errors)} places do"
        return f"{places} not parse, the first on line {errors[0].range().start.line + 1}"

    def _errors(self) -> list[SgNode]:
        return self._root.find_all(cast("Config", {"rule": {"kind": "ERROR", "not": {"regex": _PRINTING_TAG}}}))

    def is_blind(self) -> bool:
        """Whether no line of the text is free of what does not parse."""
        errors = self._errors()
        if not errors:
            return False
        written = {number for number, line in enumerate(self._file.text.split("\n")) if line.strip()}
        if self._root.kind() == "ERROR":  # what was recovered stands right below it
            whole = (node for node in self._root.children() if _RECOVERED.search(node.kind()) and not _is_broken(node))
            return written.isdisjoint(number for node in whole for number in _lines_of(node))
        return written <= {number for node in errors for number in _lines_of(node)}

    def may_match(self, prepared: PreparedRule) -> bool:
        """Whether it is worth looking for the rule: cheap, and never wrong when it says no."""
        return prepared.may_match(self._file, self._known_words)

    def matches(self, rule: TreeRule) -> Iterator[Match]:
        """Yield the rule's matches in the order of the text; nested matches at one place are one."""
        prepared = rule.prepared
        seen = set()
        for node in self._root.find_all(rule.ascii_config if self._file.text.isascii() else rule.config):
            flagged = node.get_match(prepared.form.focus) if prepared.form.focus else node
            if flagged is None:
                flagged = node
            span = self._head(_span(flagged))
            if span not in seen:
                seen.add(span)
                fix = prepared.fix(_span(node), _captures(node, prepared.fix_names))
                yield Match(rule=prepared.rule.id, span=span, fix=fix)

    def _head(self, span: Span) -> Span:
        if span.end_line == span.start_line:
            return span
        if self._lines is None:
            self._lines = self._file.text.split("\n")
        return head_of(span, len(self._lines[span.start_line - 1].rstrip()) + 1)


def _is_broken(node: SgNode) -> bool:
    return node.find(cast("Config", {"rule": {"kind": "ERROR"}})) is not None


def _lines_of(node: SgNode) -> range:
    return range(node.range().start.line, node.range().end.line + 1)


def _config(prepared: PreparedRule) -> "Config":
    form = prepared.form
    config: dict[str, object] = {"rule": form.rule}
    if form.constraints:
        config["constraints"] = form.constraints
    if form.utils:
        config["utils"] = form.utils
    return cast("Config", config)


def _span(node: SgNode) -> Span:
    place = node.range()
    return Span(
        start_line=place.start.line + 1,
        start_column=place.start.column + 1,
        end_line=place.end.line + 1,
        end_column=place.end.column + 1,
    )


def _captures(node: SgNode, names: Iterable[str]) -> dict[str, str]:
    captured: dict[str, str] = {}
    for name in names:
        single = node.get_match(name)
        if single is not None:
            captured[name] = single.text()
        elif several := node.get_multiple_matches(name):
            captured[name] = "".join(part.text() for part in several)
    return captured
