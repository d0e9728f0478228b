"""What a lowering that is a table starts from: the file, and the way from a node to the function that lowers it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate

from tree_sitter import Language as Grammar
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Expression, Unknown, pack
from xcodereviewer.engines.dataflow.languages.syntax import Scope, Syntax, TooDeep

__all__ = ["DEEPEST", "Source", "TableLowering", "parts"]

# How deep syntax may be nested, in steps of an expression; the interpreter's stack holds 1,000 calls.
DEEPEST = 150
_COLUMN_BITS = 14
_PLACE_BITS = 26  # of a height and a column
_LONGEST_PLACE = 16_000
_SKIPPED = frozenset(("comment", "html_comment", "hash_bang_line", "empty_statement", "line_comment", "block_comment"))


class Source(Syntax):
    """One file; places are found by their offset, which is what costs least to ask of a node."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        super().__init__(text, grammar)
        self._text = text if len(self.data) == len(text) else ""
        self._starts = [0, *accumulate(len(line) + 1 for line in self.data.split(b"\n"))]

    def at(self, node: Node) -> int:
        """Return where `node` stands."""
        start, end = node.start_byte, node.end_byte
        starts = self._starts
        row = bisect_right(starts, start)
        first_column = start - starts[row - 1]
        if self._lines is None and end < starts[row] and (last_column := end - starts[row - 1]) < _LONGEST_PLACE:
            # What `pack` gives for a place within one line, of which there are millions.
            return (((row << _PLACE_BITS) | (first_column + 1)) << _COLUMN_BITS) | (last_column + 1)
        last = row if end < starts[row] else bisect_right(starts, end)
        last_column = end - starts[last - 1]
        if self._lines is not None:
            first_column = self._column(row - 1, first_column)
            last_column = self._column(last - 1, last_column)
        return pack(row, first_column + 1, last, last_column + 1)

    def text(self, node: Node) -> str:
        """Return the source of a node."""
        if self._text:
            return self._text[node.start_byte : node.end_byte]
        return self.data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def assign(self, name: str) -> str:
        """Note that the innermost function assigns `name`, which it need not have declared."""
        if self.scopes:
            self.scopes[-1].outer.add(name)
        return name

    def leave(self) -> Scope:
        """Return the innermost function's scope; of what it assigns, what it declares itself is its own."""
        scope = self.scopes[-1]
        scope.outer -= scope.bound
        return super().leave()


class TableLowering:
    """Lowers expressions: each type of node has a function of the lowering and the node."""

    def __init__(self, source: Source, expressions: Mapping[str, Callable[..., Expression]]) -> None:
        self.source = source
        self.gaps: list[tuple[int, int]] = []
        self._expressions = expressions
        self._depth = 0

    def expression(self, node: Node) -> Expression:
        """Lower an expression.

        Raises:
            TooDeep: it is nested too deep.
        """
        lower = self._expressions.get(node.type)
        if lower is None:
            return Unknown(self.source.at(node), self.all(node.children))
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        lowered = lower(self, node)
        self._depth -= 1
        return lowered

    def maybe(self, node: Node | None) -> Expression | None:
        """Lower an expression that need not be there."""
        return None if node is None else self.expression(node)

    def all(self, nodes: Iterable[Node]) -> tuple[Expression, ...]:
        """Lower each of the nodes that is an expression."""
        return tuple(self.expression(node) for node in parts(nodes))

    def inner(self, node: Node) -> Expression:
        """Lower the expression that `node` does no more than wrap."""
        children = parts(node.children)
        return self.expression(children[0]) if children else Unknown(self.source.at(node), ())

    def gap(self, node: Node) -> None:
        """Note that a part of the file could not be read."""
        self.gaps.append((node.start_point[0] + 1, node.end_point[0] + 1))


def parts(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that are neither punctuation nor comments."""
    return [node for node in nodes if node.is_named and node.type not in _SKIPPED]
