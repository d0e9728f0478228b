"""What all of Go's lowering starts from: the file, its blocks, and the way from a node to its meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Expression, Function, Name, Statement
from xcodereviewer.engines.dataflow.languages.go_jumps import Jumps, Labelled, structured
from xcodereviewer.engines.dataflow.languages.go_scopes import Scopes
from xcodereviewer.engines.dataflow.languages.syntax import Scope, TooDeep
from xcodereviewer.engines.dataflow.languages.table import DEEPEST, Source, TableLowering, parts

__all__ = ["Lowering", "Results"]

_LowerNode = Callable[[Node], Sequence[Statement]]
_LowerExpression = Callable[["Lowering", Node], Expression]
_LowerStatement = Callable[["Lowering", Node], Sequence[Statement]]


@dataclass(slots=True)
class Results:
    """What a function gives: how many results, whether the last one only says if the others are there, their names."""

    count: int = 0
    says_whether: bool = False
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Methods:
    """The methods of the types of a file, and the types that it declares."""

    methods: dict[str, list[Function]] = field(default_factory=dict)
    declared: set[str] = field(default_factory=set)


class Lowering(TableLowering):
    """The lowering of one file: it knows who lowers a node of which type, and what could not be read."""

    def __init__(
        self, source: Source, expressions: Mapping[str, _LowerExpression], statements: Mapping[str, _LowerStatement]
    ) -> None:
        super().__init__(source, expressions)
        self.scopes = Scopes(source)
        self.file = _Methods()
        self.results = Results()
        self.iota: int | None = None
        self.jumps = Jumps()
        self.label = ""  # of the statement that is being lowered
        self._statements = statements

    def name(self, node: Node) -> Name:
        """Return the variable that a node declares."""
        return Name(self.source.at(node), self.scopes.declare(self.source.text(node)))

    def body(self, node: Node | None) -> tuple[Statement, ...]:
        """Lower the statements of a block."""
        if node is None:
            return ()
        self.scopes.enter()
        lowered = self.block(node.named_children)
        self.scopes.leave()
        return lowered

    def block(self, nodes: Iterable[Node]) -> tuple[Statement, ...]:
        """Lower statements; one that cannot be read is a gap."""
        lowered: list[Statement] = []
        labels: list[Labelled] = []
        for node in parts(nodes):
            if node.type == "statement_list":
                lowered += self.block(node.named_children)
                continue
            if node.type == "labeled_statement" and (label := self.source.text(node.children[0])) in self.jumps.labels:
                labels.append(Labelled(label, self.source.at(node), len(lowered)))
                self.jumps.passed.add(label)
            lowered += self.guarded(node, self.statement)
        return structured(lowered, labels, self.jumps) if labels else tuple(lowered)

    def guarded(self, node: Node, lower: _LowerNode) -> Sequence[Statement]:
        """Return what `lower` makes of a node; of one that is too deep a gap."""
        depth, mark, scopes = self._depth, self.scopes.mark(), len(self.source.scopes)
        results = self.results
        try:
            return lower(node)
        except TooDeep:
            self.scopes.restore(mark)
            del self.source.scopes[scopes:]
            self.results = results
            self.gap(node)
            return ()
        finally:
            self._depth = depth

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
            return ()
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        known = len(self.gaps)
        lowered = lower(self, node)
        self._depth -= 1
        if node.has_error and len(self.gaps) == known:
            self.gap(node)
        return lowered

    def begin_function(self) -> bool:
        """Begin a function; say whether it stands inside another."""
        is_nested = bool(self.source.scopes)
        if not is_nested:
            self.jumps.begin_function()
        self.source.scopes.append(Scope())
        self.scopes.enter()
        return is_nested

    def end_function(self, is_nested: bool) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        """End it; return what it reads and assigns of the functions around it, and how many statements it has."""
        self.scopes.leave()
        scope = self.source.leave()
        outer = tuple(sorted(scope.outer))
        return tuple(sorted(scope.unresolved())) if is_nested else (), outer, scope.statements
