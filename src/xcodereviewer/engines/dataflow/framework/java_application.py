"""A program of Java as requests see it: its modules, and what stands before its routes."""

from collections.abc import Iterator, Sequence

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.java_filters import JavaFilters
from xcodereviewer.engines.dataflow.framework.java_guards import WHO, JavaGuards
from xcodereviewer.engines.dataflow.framework.java_identity import parameters_that_know
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.spring_security import SpringSecurity
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

__all__ = ["JavaApplication"]


class JavaApplication:
    """What the readers of routes of Java share."""

    def __init__(
        self, names: JavaNames, behaviours: Behaviours, protections: Protections, units: Sequence[Unit]
    ) -> None:
        self.names = names
        self.units = units
        self.guards = JavaGuards(names)
        self.security = SpringSecurity(names, units)
        self.filters = JavaFilters(names, behaviours, units)
        self._protections = protections

    def asked_of(self, function: FunctionInfo, owner: ClassInfo) -> list[Protection]:
        """Return what a handler asks by its annotations, its parameters and its body."""
        found = self.guards.of_method(function, owner)
        for one in parameters_that_know(function.node):
            kind = ProtectionKind.AUTHENTICATION
            found.append(Protection(kind, one.name, function.unit.number, one.at, certain=False))
        return [*found, *self._protections.of_body(function)]

    def answering(self, owner: ClassInfo, node: ir.Function) -> FunctionInfo | None:
        """Return the method that answers for a definition: the class's own, or the nearest that it inherits."""
        for one, other in self.names.methods(owner):
            if other.name == node.name and len(other.parameters) == len(node.parameters):
                return self.names.method(one, other)
        return None

    def intercepted(self, path: str) -> Iterator[Protection]:
        """Yield what interceptors and filters ask of a request to a path."""
        yield from self.filters.of_interceptors(path)
        if not self.security.chains:
            yield from self.filters.of_filters(path)

    @staticmethod
    def combined(asked: Sequence[Protection], around: Sequence[Protection]) -> list[Protection]:
        """Return what a handler asks and what stands before it: who is let in by one and not by the other is not."""
        found = list(dict.fromkeys((*around, *asked)))
        if any(one.certain and one.kind in WHO and one.kind is not ProtectionKind.OPEN for one in found):
            return [one for one in found if one.kind is not ProtectionKind.OPEN]
        if any(one.kind is ProtectionKind.OPEN for one in found):
            return [one for one in found if one.kind is not ProtectionKind.AUTHENTICATION]
        return found
