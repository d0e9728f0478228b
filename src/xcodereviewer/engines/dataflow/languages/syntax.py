"""A parsed file: its bytes, its places in characters, its names by scope; what every lowering starts from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser

from xcodereviewer.engines.dataflow.ir import Expression, pack

__all__ = ["Scope", "Syntax", "TooDeep", "chained", "named", "text_of"]

_LONGEST_CHAIN = 50  # operands that nest to the left


class TooDeep(Exception):
    """Syntax nested deeper than a reader, or the interpreter's stack, could follow."""


@dataclass(slots=True)
class Scope:
    """The names that one function binds, and those that it reads from somewhere."""

    bound: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    outer: set[str] = field(default_factory=set)  # declared to belong to an enclosing scope
    is_generator: bool = False
    statements: int = 0

    def unresolved(self) -> set[str]:
        """Return the names that are not its own."""
        return (self.read - self.bound) | self.outer


class Syntax:
    """One file's tree. Places count characters, as `Span` does; the parser counts bytes."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.data = text.encode("utf-8", "surrogatepass")
        self.tree = Parser(grammar).parse(self.data)
        self._lines = None if len(self.data) == len(text) else self.data.split(b"\n")
        self.scopes: list[Scope] = []

    def at(self, node: Node) -> int:
        """Return where `node` stands."""
        start_row, start_column = node.start_point
        end_row, end_column = node.end_point
        if self._lines is not None:
            start_column, end_column = self._column(start_row, start_column), self._column(end_row, end_column)
        return pack(start_row + 1, start_column + 1, end_row + 1, end_column + 1)

    def _column(self, row: int, byte_column: int) -> int:
        assert self._lines is not None
        line = self._lines[row][:byte_column]
        return byte_column if line.isascii() else len(line.decode("utf-8", "replace"))

    def read(self, name: str) -> str:
        """Note that the innermost function reads `name`."""
        if self.scopes:
            self.scopes[-1].read.add(name)
        return name

    def bind(self, name: str) -> str:
        """Note that the innermost function binds `name`."""
        if self.scopes:
            self.scopes[-1].bound.add(name)
        return name

    def leave(self) -> Scope:
        """Return the innermost function's scope; what it does not bind is read by the function around it."""
        scope = self.scopes.pop()
        if self.scopes:
            self.scopes[-1].read |= scope.unresolved()
            self.scopes[-1].statements += scope.statements
        return scope


def chained(operands: Sequence[Expression], join: Callable[[Expression, Expression], Expression]) -> Expression:
    """Join operands by an associative operator, in their order: few to the left, as they are written, many in halves,
    so that a thousand of them do not nest a thousand deep."""
    if len(operands) > _LONGEST_CHAIN:
        middle = len(operands) // 2
        return join(chained(operands[:middle], join), chained(operands[middle:], join))
    joined, *others = operands
    for other in others:
        joined = join(joined, other)
    return joined


def text_of(node: Node) -> str:
    """Return the source of a node."""
    return (node.text or b"").decode("utf-8", "replace")


def named(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that are neither punctuation nor comments."""
    return [node for node in nodes if node.is_named and node.type != "comment"]
