"""What all of Java's lowering starts from: the file, its scopes, and the way from a node to its meaning."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Class, Expression, Statement
from xcodereviewer.engines.dataflow.languages.java_scopes import Scopes
from xcodereviewer.engines.dataflow.languages.syntax import TooDeep
from xcodereviewer.engines.dataflow.languages.table import DEEPEST, Source, TableLowering, parts

__all__ = ["Hoisted", "Lowering"]

_ASSIGNED = re.compile(r"(\w+)\s*(?:[-+*/%&|^]|<<|>>>?)?=(?!=)|(\w+)\s*(?:\+\+|--)|(?:\+\+|--)\s*(?:this\.)?(\w+)")

_LowerNode = Callable[[Node], Sequence[Statement]]
_LowerExpression = Callable[["Lowering", Node], Expression]
_LowerStatement = Callable[["Lowering", Node], Sequence[Statement]]


@dataclass(slots=True)
class Hoisted:
    """A class that stands in the module, and what runs once it is there: its constants and static initialisers."""

    node: Class
    after: list[Statement] = field(default_factory=list)


class Lowering(TableLowering):
    """The lowering of one file: it knows who lowers a node of which type, and what could not be read."""

    def __init__(
        self, source: Source, expressions: Mapping[str, _LowerExpression], statements: Mapping[str, _LowerStatement]
    ) -> None:
        super().__init__(source, expressions)
        self.scopes = Scopes(source)
        self.hoisted: list[Hoisted] = []
        self.pending: list[Statement] = []  # what must run before the statement that is being lowered
        self.anonymous = 0  # how many classes without a name there are
        self.results: list[str] = []  # the variables that `yield` of the switches around assigns
        self._text = source.text(source.tree.root_node)
        self._statements = statements

    @cached_property
    def assigned(self) -> frozenset[str]:
        """The names that are assigned more than once in the file, whoever's they are."""
        found = Counter(match[1] or match[2] or match[3] for match in _ASSIGNED.finditer(self._text))
        return frozenset(name for name, count in found.items() if count > 1)

    def body(self, node: Node | None) -> tuple[Statement, ...]:
        """Lower the statements of a block, or the one statement that stands in the place of a block."""
        if node is None:
            return ()
        self.scopes.enter()
        lowered = self.block(node.children if node.type in ("block", "constructor_body") else (node,))
        self.scopes.leave()
        return lowered

    def block(self, nodes: Iterable[Node]) -> tuple[Statement, ...]:
        """Lower statements; one that cannot be read is a gap."""
        lowered: list[Statement] = []
        for node in parts(nodes):
            lowered += self.guarded(node, self.statement)
        return tuple(lowered)

    def guarded(self, node: Node, lower: _LowerNode) -> list[Statement]:
        """Return what `lower` makes of a node, after all that must run before; of one that is too deep a gap."""
        around, self.pending = self.pending, []
        depth, mark, scopes = self._depth, self.scopes.mark(), len(self.source.scopes)
        try:
            lowered = [*lower(node)]
            return [*self.pending, *lowered]
        except TooDeep:
            self.scopes.restore(mark)
            del self.source.scopes[scopes:]
            self.gap(node)
            return []
        finally:
            self.pending, self._depth = around, depth

    def statement(self, node: Node) -> Sequence[Statement]:
        """Lower one statement.

        Raises:
            TooDeep: it is nested too deep.
        """
        if self.source.scopes:
            self.source.scopes[-1].statements += 1
        lower = self._statements.get(node.type)
        if lower is None:
            if node.is_named:
                self.gap(node)
            return ()
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        known = len(self.gaps)
        lowered = lower(self, node)
        if node.has_error and len(self.gaps) == known:
            self.gap(node)
        return lowered
