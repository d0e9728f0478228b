"""What a lowering that is a table starts from: the file, and the way from a node to the function that lowers it."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import accumulate

from tree_sitter import Language as Grammar
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Expression, Unknown, pack
from xcodereviewer.engines.dataflow.languages.syntax import Scope, Syntax, TooDeep, chained

__all__ = ["DEEPEST", "Source", "TableLowering", "parts"]

# How deep syntax may be nested, in steps of an expression; the interpreter's stack holds 1,000 calls.
DEEPEST = 150
_LONGEST_CHAIN = 100  # operators that nest to the left
_COLUMN_BITS = 14
_PLACE_BITS = 26  # of a height and a column
_LONGEST_PLACE = 16_000
_SKIPPED = frozenset(("comment", "html_comment", "hash_bang_line", "empty_statement", "line_comment", "block_comment"))


class Source(Syntax):
    """One file; places are found by their offset, which is what costs least to ask of a node."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        super().__init__(text, grammar)
        self._text = text if len(self.data) == len(text) else ""
        lines = self._lines or self.data.split(b"\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        # The rows, counted from one, in which a character takes more than a byte.
        wide = enumerate(lines, 1) if self._lines is not None else ()
        self._wide = frozenset(row for row, line in wide if not line.isascii())

    def at(self, node: Node) -> int:
        """Return where `node` stands."""
        start, end = node.start_byte, node.end_byte
        starts = self._starts
        row = bisect_right(starts, start)
        first_column = start - starts[row - 1]
        if end < starts[row] and (last_column := end - starts[row - 1]) < _LONGEST_PLACE and row not in self._wide:
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
            return Unknown(self.source.at(node), self.all(node.named_children))
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        lowered = lower(self, node)
        self._depth -= 1
        return lowered

    def field(self, node: Node, name: str) -> Expression:
        """Lower the part of `node` that goes by this name."""
        part = node.child_by_field_name(name)
        return self.expression(part) if part is not None else Unknown(self.source.at(node), ())

    def operators(
        self, node: Node, join: Callable[[Node, str, Expression, Expression], Expression], associative: Container[str]
    ) -> Expression:
        """Lower a `binary_expression`; a sum of a thousand texts nests to the left, so it is walked, not descended.

        Raises:
            TooDeep: it is long, and not of one operator that is associative.
        """
        chain: list[Node] = []
        while node.type == "binary_expression":
            chain.append(node)
            left = node.child_by_field_name("left")
            if left is None:
                return Unknown(self.source.at(node), self.all(node.named_children))
            node = left
        value = self.expression(node)
        if len(chain) > _LONGEST_CHAIN:
            symbol = _operator(chain[0])
            if symbol not in associative or any(_operator(part) != symbol for part in chain):
                raise TooDeep
            operands = [value, *(self.field(part, "right") for part in reversed(chain))]
            return chained(operands, lambda left, right: join(chain[0], symbol, left, right))
        for part in reversed(chain):
            value = join(part, _operator(part), value, self.field(part, "right"))
        return value

    def maybe(self, node: Node | None) -> Expression | None:
        """Lower an expression that need not be there."""
        return None if node is None else self.expression(node)

    def all(self, nodes: Iterable[Node]) -> tuple[Expression, ...]:
        """Lower each of the nodes that is an expression."""
        return tuple(self.expression(node) for node in parts(nodes))

    def inner(self, node: Node) -> Expression:
        """Lower the expression that `node` does no more than wrap."""
        children = parts(node.named_children)
        return self.expression(children[0]) if children else Unknown(self.source.at(node), ())

    def gap(self, node: Node) -> None:
        """Note that a part of the file could not be read."""
        self.gaps.append((node.start_point[0] + 1, node.end_point[0] + 1))


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator")
    return operator.type if operator is not None else ""


def parts(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that are neither punctuation nor comments."""
    return [node for node in nodes if node.is_named and node.type not in _SKIPPED]
