"""What the members of classes of TypeScript mean: services that a constructor is given, and their methods."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["ScriptNames"]


class ScriptNames:
    """Answers what members of classes are."""

    def __init__(self, analysis: "Analysis") -> None:
        self._analysis = analysis
        self._fields: dict[int, dict[str, ClassInfo]] = {}

    def class_named(self, unit: Unit, node: object) -> ClassInfo | None:
        """Return the class of the program that a name in a module is."""
        value = unit.names.get(node.name) if isinstance(node, ir.Name) else None
        return next((one for one in value.things if isinstance(one, ClassInfo)), None) if value is not None else None

    def classes(self, unit: Unit) -> Iterator[ClassInfo]:
        """Yield the classes that a module defines."""
        for node in unit.module.body:
            known = self._analysis.classes.get((unit.number, node.at)) if isinstance(node, ir.Class) else None
            if known is not None:
                yield known

    def methods(self, owner: ClassInfo) -> Iterator[tuple[ClassInfo, ir.Function]]:
        """Yield the methods of a class and of what it inherits from in the program, nearest first, with their class."""
        for one in owner.lineage():
            for node in one.node.body if isinstance(one, ClassInfo) else ():
                if isinstance(node, ir.Function) and isinstance(one, ClassInfo):
                    yield one, node

    def method(self, owner: ClassInfo, node: ir.Function) -> FunctionInfo | None:
        """Return the method of a class that a definition is."""
        return self._analysis.functions.get((owner.unit.number, node.at))

    def called(self, function: FunctionInfo, callee: object) -> list[FunctionInfo]:
        """Return the methods that `this.orders.remove(…)` and `this.check(…)` may reach."""
        if not isinstance(callee, ir.Attribute) or function.owner is None:
            return []
        match callee.of:
            case ir.Name(name="this"):
                owner: ClassInfo | None = function.owner
            case ir.Attribute(of=ir.Name(name="this"), name=name):
                owner = self._fields_of(function.owner).get(name)
            case _:
                return []
        member = owner.find(callee.name) if owner is not None else None
        return [one for one in member.things if isinstance(one, FunctionInfo)] if member is not None else []

    def _fields_of(self, owner: ClassInfo) -> dict[str, ClassInfo]:
        """Return the classes that the members of a class are declared to be of."""
        known = self._fields.get(owner.number)
        if known is not None:
            return known
        known = self._fields[owner.number] = {}
        for one in owner.lineage():
            for name, declared in _declared(one.node) if isinstance(one, ClassInfo) else ():
                found = self.class_named(one.unit, declared) if isinstance(one, ClassInfo) else None
                if found is not None:
                    known.setdefault(name, found)
        return known


def _declared(node: ir.Class) -> Iterator[tuple[str, ir.Expression]]:
    for member in node.body:
        match member:
            case ir.Function(name="constructor"):
                for one in member.parameters:
                    if one.annotation is not None:
                        yield one.name, one.annotation
            case ir.Assign(target=ir.Name(name=name), annotation=declared) if declared is not None:
                yield name, declared
