"""What all of JavaScript's lowering starts from: the file, its scopes, and the way from a node to its meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Expression, Import, Name, Statement
from xcodereviewer.engines.dataflow.languages.javascript_prototypes import with_classes
from xcodereviewer.engines.dataflow.languages.syntax import TooDeep
from xcodereviewer.engines.dataflow.languages.table import DEEPEST, Source, TableLowering, parts

__all__ = ["FUNCTIONS", "Lowering"]

_STATEMENT = 3  # steps that a statement counts, for it costs that many more calls
_HOISTED = frozenset(("function_declaration", "generator_function_declaration"))
_ERASED = frozenset(
    """
    ambient_declaration function_signature interface_declaration type_alias_declaration type_annotation type_arguments
    type_parameters
    """.split()  # noqa: SIM905 - a list of words
)
FUNCTIONS = frozenset(("arrow_function", "function_expression", "generator_function"))


_LowerExpression = Callable[["Lowering", Node], Expression]
_LowerStatement = Callable[["Lowering", Node], Sequence[Statement]]


class Lowering(TableLowering):
    """The lowering of one file: it knows who lowers a node of which type, and what could not be read."""

    def __init__(
        self, source: Source, expressions: Mapping[str, _LowerExpression], statements: Mapping[str, _LowerStatement]
    ) -> None:
        super().__init__(source, expressions)
        self.has_exports = False
        self.exported: list[str] | None = None  # the names that the innermost namespace exports
        self.pending: list[Statement] = []  # what must run before the statement that is being lowered
        self._statements = statements

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
                self.gap(node)
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
            self.gap(node)
            return self.block(child for child in node.children if child.type in self._statements)
        self._depth += _STATEMENT
        if self._depth > DEEPEST:
            raise TooDeep
        known = len(self.gaps)
        lowered = lower(self, node)
        if node.has_error and len(self.gaps) == known and _is_broken(node):
            self.gap(node)
        return lowered


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
