"""tree-sitter queries as a matcher, for the languages whose grammar ast-grep does not carry."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import tree_sitter_dockerfile
import tree_sitter_sql
from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser, Query, QueryCursor, QueryError

from xcodereviewer.core.forms import Misfit
from xcodereviewer.domain.engine import Match, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.pattern_match import PreparedRule, head_of

__all__ = ["QUERY_GRAMMARS", "QueryTree", "compile_query"]

QUERY_GRAMMARS: Mapping[Language, Callable[[], object]] = MappingProxyType(
    {Language.SQL: tree_sitter_sql.language, Language.DOCKERFILE: tree_sitter_dockerfile.language}
)
_PLACE = "flag"
_QUERY = ("match", "query")


def compile_query(prepared: PreparedRule, language: Language) -> Query:
    """Compile the rule's query; the capture `@flag` (or the rule's `focus`) is the finding's place.

    Raises:
        Misfit: the query does not fit the grammar, or captures no place.
    """
    if language not in QUERY_GRAMMARS:
        raise Misfit(f"a `query` cannot look at {language}", path=("languages",), owner=prepared.rule.id)
    try:
        query = Query(Grammar(QUERY_GRAMMARS[language]()), prepared.form.query)
    except QueryError as error:
        raise Misfit(_refusal(str(error), language), path=_QUERY, owner=prepared.rule.id) from error
    names = {query.capture_name(index) for index in range(query.capture_count)}
    if (prepared.form.focus or _PLACE) not in names:
        reason = f"the query captures no `@{prepared.form.focus or _PLACE}`; mark the place with it"
        raise Misfit(reason, path=_QUERY, owner=prepared.rule.id)
    return query


def _refusal(said: str, language: Language) -> str:
    """Say what tree-sitter has against a query."""
    what, _, word = said.partition(": ")
    if word and what.startswith(("Invalid node type", "Invalid field name")):
        return f"`{word}` is no {'kind' if 'node' in what else 'field'} of a node in {language}"
    return f"the query does not fit {language}: {' '.join(said.split())}; see whether each bracket is closed"


class QueryTree:
    """One file's tree, with what queries ask of it."""

    def __init__(self, file: SourceText) -> None:
        self._file = file
        self._lines = file.text.encode("utf-8", "surrogatepass").split(b"\n")
        self._root = Parser(Grammar(QUERY_GRAMMARS[file.language]())).parse(b"\n".join(self._lines)).root_node
        self._known_words: dict[str, bool] = {}

    def gap(self) -> str:
        """Say whether something does not parse; empty when everything does."""
        return "a part does not parse" if self._root.has_error else ""

    def is_blind(self) -> bool:
        """Whether no statement of the text parses."""
        return self._root.has_error and all(part.has_error or part.is_extra for part in self._root.named_children)

    def matches(self, prepared: PreparedRule, query: Query) -> Iterator[Match]:
        """Yield the query's matches in the order of the text."""
        if not prepared.may_match(self._file, self._known_words):
            return
        seen = set()
        for _, captures in QueryCursor(query).matches(self._root):
            for node in captures[prepared.form.focus or _PLACE]:
                span = self._span(node)
                if span not in seen:
                    seen.add(span)
                    yield Match(rule=prepared.rule.id, span=span)

    def _span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        span = Span(
            start_line=start.row + 1,
            start_column=self._column(start.row, start.column),
            end_line=end.row + 1,
            end_column=self._column(end.row, end.column),
        )
        first_line = self._lines[start.row]
        return head_of(span, self._column(start.row, len(first_line.rstrip())))

    def _column(self, row: int, byte_column: int) -> int:
        line = self._lines[row] if row < len(self._lines) else b""
        return len(line[:byte_column].decode("utf-8", "replace")) + 1
