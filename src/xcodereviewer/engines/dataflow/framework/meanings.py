"""What an expression refers to, and where a name was made, once the program has been analysed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames
from xcodereviewer.engines.dataflow.framework.script_names import ScriptNames
from xcodereviewer.engines.dataflow.framework.walking import nodes
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import BoundMethod, Library

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["Made", "Meanings"]

Made = tuple[int, str]  # the module (its number) and the name under which something was made in it
_DEEPEST = 8


class Meanings:
    """Answers what names mean in the modules of one program."""

    def __init__(self, analysis: "Analysis") -> None:
        self._analysis = analysis
        self.java = JavaNames(analysis)
        self.script = ScriptNames(analysis)
        self._imports: dict[int, dict[str, ir.Import]] = {}
        self._by_number = {unit.number: unit for unit in analysis.units}
        self._assigned: dict[int, dict[str, ir.Expression | None]] = {}
        self._by_name: dict[Made, FunctionInfo] | None = None

    def unit(self, number: int) -> Unit:
        """Return the module of this number."""
        return self._by_number[number]

    def imports(self, unit: Unit) -> dict[str, ir.Import]:
        """Return what the module imports by the name that it has there, imports inside functions too."""
        known = self._imports.get(unit.number)
        if known is None:
            found = (node for node in nodes(unit.module.body) if isinstance(node, ir.Import))
            known = self._imports[unit.number] = {node.name: node for node in found}
        return known

    def things(self, unit: Unit, node: object, depth: int = 0) -> tuple[object, ...]:
        """Return what an expression of the module may refer to; nothing when nobody knows."""
        if depth > _DEEPEST:
            return ()
        match node:
            case ir.Name():
                value = unit.names.get(node.name)
                return value.things if value is not None and value.things else self._imported(unit, node.name, depth)
            case ir.Attribute():
                owners = self.things(unit, node.of, depth + 1)
                return tuple(thing for one in owners for thing in self._member(one, node.name))
            case ir.Call():
                called = self.things(unit, node.callee, depth + 1)
                return tuple(Library(f"{one.name}()") for one in called if isinstance(one, Library))
            case ir.Await():
                return self.things(unit, node.value, depth + 1)
        return ()

    def libraries(self, unit: Unit, node: object) -> list[str]:
        """Return the canonical dotted names of the members of libraries that an expression may be."""
        models = self._analysis.models(unit)
        found = (one for one in self.things(unit, node) if isinstance(one, Library))
        return [models.canonical(one.name.removesuffix("()")).removesuffix("()") for one in found]

    def functions(self, unit: Unit, node: object, owner: ClassInfo | None = None) -> list[FunctionInfo]:
        """Return the functions of the program that an expression may be; `self` is an object of `owner`."""
        found = self.things(unit, node)
        if not found and owner is not None and isinstance(node, ir.Attribute):
            found = self._own_member(owner, node)
        return list(_as_functions(found))

    def called(self, function: FunctionInfo, callee: object) -> list[FunctionInfo]:
        """Return the functions of the program that a call in a function may reach."""
        if function.unit.language == "java":
            return self.java.called(function, callee)
        found = self.functions(function.unit, callee, function.owner)
        return found or (self.script.called(function, callee) if function.unit.language == "javascript" else [])

    def classes(self, unit: Unit, node: object) -> list[ClassInfo]:
        """Return the classes of the program that an expression may be."""
        return [one for one in self.things(unit, node) if isinstance(one, ClassInfo)]

    def method(self, owner: ClassInfo, name: str) -> FunctionInfo | None:
        """Return a method of a class, its own or an inherited one, whatever its decorators make of it."""
        for one in owner.lineage():
            for node in one.node.body if isinstance(one, ClassInfo) else ():
                if isinstance(node, ir.Function) and node.name == name:
                    return (
                        self._analysis.functions.get((one.unit.number, node.at)) if isinstance(one, ClassInfo) else None
                    )
        return None

    def defined(self, unit: Unit, node: object) -> FunctionInfo | None:
        """Return the function of a module that an expression names, whatever its decorators make of it."""
        made = self.made_at(unit, node)
        found = self._definitions().get(made) if made is not None else None
        return found or next(iter(self.functions(unit, node)), None)

    def assigned(self, unit: Unit, node: object) -> tuple[Unit, ir.Expression | None]:
        """Return the expression that a name of a module was assigned, and that module."""
        made = self.made_at(unit, node) if isinstance(node, ir.Name | ir.Attribute) else None
        if made is None:
            return unit, None
        home = self._by_number[made[0]]
        known = self._assigned.get(made[0])
        if known is None:
            found = (one for one in nodes(home.module.body, nested=False) if isinstance(one, ir.Assign))
            known = {one.target.name: one.value for one in found if isinstance(one.target, ir.Name)}
            self._assigned[made[0]] = known
        return home, known.get(made[1])

    def text(self, unit: Unit, node: object) -> str | None:
        """Return the text that an expression of a module is; None when nobody knows."""
        if isinstance(node, ir.Const):
            return node.value if isinstance(node.value, str) else None
        value = unit.names.get(node.name) if isinstance(node, ir.Name) else None
        if value is not None and isinstance(value.only, str):
            return value.only
        _, found = self.assigned(unit, node)
        return found.value if isinstance(found, ir.Const) and isinstance(found.value, str) else None

    def _definitions(self) -> dict[Made, FunctionInfo]:
        if self._by_name is None:
            everyone = self._analysis.functions.values()
            self._by_name = {(one.unit.number, one.node.name): one for one in everyone if one.owner is None}
        return self._by_name

    def made_at(self, unit: Unit, node: object, depth: int = 0) -> Made | None:
        """Return where the object that a name refers to got its first name, through imports."""
        if depth > _DEEPEST:
            return None
        if isinstance(node, ir.Name):
            imported = self.imports(unit).get(node.name)
            if imported is None:
                return unit.number, node.name
            home = self._analysis.modules.find(imported.module, unit, imported.level)
            if home is None or home is unit or imported.member in ("", "."):
                return unit.number, node.name
            return self.made_at(home, ir.Name(0, imported.member), depth + 1)
        if isinstance(node, ir.Attribute):
            for one in self.things(unit, node.of):
                if isinstance(one, Unit):
                    return self.made_at(one, ir.Name(0, node.name), depth + 1)
            return unit.number, node.name
        return None

    def _imported(self, unit: Unit, name: str, depth: int) -> tuple[object, ...]:
        """Return what a name means that an import inside a function binds, or that has no value yet."""
        node = self.imports(unit).get(name)
        if node is None:
            return ()
        modules = self._analysis.modules
        home = modules.find(node.module, unit, node.level)
        if node.member in ("", "."):
            return (home,) if home is not None else (Library(node.module),)
        below = modules.find(f"{node.module}.{node.member}" if node.module else node.member, unit, node.level)
        if home is not None and home is not unit:
            found = self.things(home, ir.Name(0, node.member), depth + 1)
            if found or below is None:
                return found
        if below is not None:
            return (below,)
        return (Library(f"{node.module}.{node.member}"),) if not node.level else ()

    def _member(self, one: object, name: str) -> tuple[object, ...]:
        match one:
            case Unit():
                return self.things(one, ir.Name(0, name))
            case Library():
                return (Library(f"{one.name}.{name}"),)
            case ClassInfo():
                member = one.find(name)
                return member.things if member is not None else ()
        return ()

    def _own_member(self, owner: ClassInfo, node: ir.Attribute) -> tuple[object, ...]:
        of = node.of.callee if isinstance(node.of, ir.Call) else node.of
        if not isinstance(of, ir.Name) or of.name not in ("self", "cls", "super"):
            return ()
        member = owner.find(node.name)
        return member.things if member is not None else ()


def _as_functions(things: tuple[object, ...]) -> Iterator[FunctionInfo]:
    for one in things:
        if isinstance(one, FunctionInfo):
            yield one
        elif isinstance(one, BoundMethod):
            yield one.function
