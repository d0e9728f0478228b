"""What all of JavaScript's lowering starts from: the file, its scopes, and the way from a node to its meaning."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from tree_sitter import Language as Grammar
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Expression, Import, Name, Statement, Unknown, pack
from xcodereviewer.engines.dataflow.languages.javascript_prototypes import with_classes
from xcodereviewer.engines.dataflow.languages.syntax import Scope, Syntax, TooDeep

__all__ = ["FUNCTIONS", "Lowering", "Source", "parts"]

# How deep syntax may be nested, in steps of an expression; the interpreter's stack holds 1,000 calls.
_DEEPEST = 150
_STATEMENT = 3  # steps that a statement counts, for it costs that many more calls
_SKIPPED = frozenset(("comment", "html_comment", "hash_bang_line", "empty_statement"))
_HOISTED = frozenset(("function_declaration", "generator_function_declaration"))
_ERASED = frozenset(
    """
    ambient_declaration function_signature interface_declaration type_alias_declaration type_annotation type_arguments
    type_parameters
    """.split()  # noqa: SIM905 - a list of words
)
FUNCTIONS = frozenset(("arrow_function", "function_expression", "generator_function"))


class Source(Syntax):
    """A file of JavaScript; places are found by their offset, which is what costs least to ask of a node."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        super().__init__(text, grammar)
        self._text = text if len(self.data) == len(text) else ""
        self._starts = [0, *accumulate(len(line) + 1 for line in self.data.split(b"\n"))]

    def at(self, node: Node) -> int:
        """Return where `node` stands."""
        start, end = node.start_byte, node.end_byte
        starts = self._starts
        row = bisect_right(starts, start)
        last = row if end < starts[row] else bisect_right(starts, end)
        first_column, last_column = start - starts[row - 1], end - starts[last - 1]
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


_LowerExpression = Callable[["Lowering", Node], Expression]
_LowerStatement = Callable[["Lowering", Node], Sequence[Statement]]


class Lowering:
    """The lowering of one file: it knows who lowers a node of which type, and what could not be read."""

    def __init__(
        self, source: Source, expressions: Mapping[str, _LowerExpression], statements: Mapping[str, _LowerStatement]
    ) -> None:
        self.source = source
        self.gaps: list[tuple[int, int]] = []
        self.has_exports = False
        self.exported: list[str] | None = None  # the names that the innermost namespace exports
        self.pending: list[Statement] = []  # what must run before the statement that is being lowered
        self._expressions = expressions
        self._statements = statements
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
        if self._depth > _DEEPEST:
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

    def read(self, node: Node) -> Name:
        """Return the variable that `node` is the name of."""
        name = self.source.text(node)
        if name == "exports":
            self.has_exports = True
        return Name(self.source.at(node), self.source.read(name))

    def require(self, node: Node, module: str, member: str = "") -> Name:
        """Import a module before the statement that mentions it, and return the name by which it goes."""
        at = self.source.at(node)
        name = self.source.bind(f'require("{module}")' + (f".{member}" if member else ""))
        self.pending.append(Import(at, module, member, name))
        return Name(at, name)

    def take_pending(self) -> list[Statement]:
        """Return what must run before what is being lowered, to be put there by the caller."""
        pending, self.pending = self.pending, []
        return pending

    def body(self, node: Node | None) -> tuple[Statement, ...]:
        """Lower the statements of a block, or the one statement that stands in the place of a block."""
        if node is None:
            return ()
        return self.block(node.children if node.type == "statement_block" else (node,))

    def block(self, nodes: Iterable[Node]) -> tuple[Statement, ...]:
        """Lower statements, functions first as when the program runs; one that cannot be read is a gap."""
        functions: list[Statement] = []
        others: list[Statement] = []
        around = self.pending
        for node in parts(nodes):
            depth, scopes = self._depth, len(self.source.scopes)
            self.pending = []
            try:
                lowered = self.statement(node)
            except TooDeep:
                del self.source.scopes[scopes:]
                self._gap(node)
            else:
                (functions if _is_hoisted(node) else others).extend((*self.pending, *lowered))
            self._depth = depth
        self.pending = around
        return with_classes((*functions, *others))

    def statement(self, node: Node) -> Sequence[Statement]:
        """Lower one statement.

        Raises:
            TooDeep: it is nested too deep.
        """
        if self.source.scopes:
            self.source.scopes[-1].statements += 1
        lower = self._statements.get(node.type)
        if lower is None:
            self._gap(node)
            return self.block(child for child in node.children if child.type in self._statements)
        self._depth += _STATEMENT
        if self._depth > _DEEPEST:
            raise TooDeep
        known = len(self.gaps)
        lowered = lower(self, node)
        if node.has_error and len(self.gaps) == known and _is_broken(node):
            self._gap(node)
        return lowered

    def _gap(self, node: Node) -> None:
        self.gaps.append((node.start_point[0] + 1, node.end_point[0] + 1))


def parts(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that are neither punctuation nor comments."""
    return [node for node in nodes if node.is_named and node.type not in _SKIPPED]


def _is_broken(node: Node) -> bool:
    """Whether something of the statement could not be read; what only says types is not missed."""
    pending = [node]
    while pending:
        one = pending.pop()
        if one.is_error or one.is_missing:
            return True
        if one.has_error and one.type not in _ERASED:
            pending += one.children
    return False


def _is_hoisted(node: Node) -> bool:
    if node.type == "export_statement":
        declaration = node.child_by_field_name("declaration")
        return declaration is not None and declaration.type in _HOISTED
    return node.type in _HOISTED
