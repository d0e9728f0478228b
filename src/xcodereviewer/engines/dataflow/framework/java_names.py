"""What the names of a Java program mean: types of fields and variables, constants, the methods that a call reaches."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.walking import calls, nodes
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import Library

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["JavaNames", "JavaType", "simple_name"]

JavaType = ClassInfo | Library
_DEEPEST = 4


def simple_name(of: "JavaType | None") -> str:
    """Return the name of a type without its package; empty for no type."""
    if of is None:
        return ""
    return (of.node.name if isinstance(of, ClassInfo) else of.name).rpartition(".")[2].rpartition("$")[2]


class JavaNames:
    """Answers what expressions of Java mean."""

    def __init__(self, analysis: "Analysis") -> None:
        self._analysis = analysis
        self._fields: dict[int, dict[str, JavaType]] = {}
        self._variables: dict[tuple[int, int], dict[str, JavaType]] = {}
        self._called: dict[str, ClassInfo] | None = None
        self._constants: dict[int, dict[str, ir.Expression]] = {}

    def type_named(self, unit: Unit, node: object) -> JavaType | None:
        """Return the class that an expression names in a place where a type or an annotation stands."""
        match node:
            case ir.Call():
                return self.type_named(unit, node.callee)
            case ir.Name():
                value = unit.names.get(node.name) or self._analysis.built_in(unit, node.name)
                found = (one for one in value.things if isinstance(one, ClassInfo | Library))
                return next(found, None)
            case ir.Attribute():
                owner = self.type_named(unit, node.of)
                if isinstance(owner, Library):
                    return Library(f"{owner.name}.{node.name}")
                member = owner.find(node.name) if owner is not None else None
                things = member.things if member is not None else ()
                return next((one for one in things if isinstance(one, ClassInfo)), None)
        return None

    def class_named(self, unit: Unit, node: object) -> ClassInfo | None:
        """Return the class of the program that an expression names."""
        found = self.type_named(unit, node)
        return found if isinstance(found, ClassInfo) else None

    def class_called(self, name: str) -> ClassInfo | None:
        """Return the class of the program that has this name in some package, and no class around it."""
        if self._called is None:
            found = (one for one in self._analysis.classes.values() if one.unit.language == "java")
            self._called = {one.node.name: one for one in found}
        return self._called.get(name)

    def type_of(self, function: FunctionInfo, node: object, depth: int = 0) -> JavaType | None:
        """Return the type that an expression of a function is declared with."""
        match node:
            case ir.Name(name="this"):
                return function.owner
            case ir.Name():
                found = self._variables_of(function).get(node.name)
                is_class = found is None and node.name[:1].isupper()
                return self.type_named(function.unit, node) if is_class else found
            case ir.Attribute(of=ir.Name(name="this")) if function.owner is not None:
                return self._fields_of(function.owner).get(node.name)
            case ir.Attribute():
                owner = self.type_of(function, node.of, depth + 1) if depth < _DEEPEST else None
                return self._fields_of(owner).get(node.name) if isinstance(owner, ClassInfo) else None
            case ir.Call(is_new=True):
                return self.type_named(function.unit, node.callee)
            case ir.Call() if depth < _DEEPEST:
                methods = self.called(function, node.callee, depth + 1)
                return self.type_named(methods[0].unit, methods[0].node.returns) if methods else None
        return None

    def called(self, function: FunctionInfo, callee: object, depth: int = 0) -> list[FunctionInfo]:
        """Return the methods of the program that a call may reach: of an interface, those of its implementations."""
        if not isinstance(callee, ir.Attribute):
            return []
        owner = self.type_of(function, callee.of, depth)
        member = owner.find(callee.name) if isinstance(owner, ClassInfo) else None
        return [one for one in member.things if isinstance(one, FunctionInfo)] if member is not None else []

    def texts(self, unit: Unit, node: object, depth: int = 0) -> tuple[str, ...]:
        """Return the texts that an expression is: literals, constants of classes, lists of these, joined ones."""
        if depth > _DEEPEST:
            return ()
        match node:
            case ir.Const(value=str() as text):
                return (text,)
            case ir.Collection():
                return tuple(text for item in node.items for text in self.texts(unit, item, depth + 1))
            case ir.Binary(operator="+"):
                left, right = self.texts(unit, node.left, depth + 1), self.texts(unit, node.right, depth + 1)
                return tuple(one + other for one in left for other in right)
            case ir.Template():
                parts = [self.texts(unit, part, depth + 1) for part in node.parts]
                return ("".join(part[0] for part in parts),) if all(parts) else ()
            case ir.Attribute():
                owner = self.class_named(unit, node.of)
                home = owner.unit if owner is not None else unit
                value = self._constants_of(home).get(node.name)
                return self.texts(home, value, depth + 1) if value is not None else ()
            case ir.Name():
                value = self._constants_of(unit).get(node.name)
                return self.texts(unit, value, depth + 1) if value is not None else ()
        return ()

    def method(self, owner: ClassInfo, node: ir.Function) -> FunctionInfo | None:
        """Return the method of a class that a definition is."""
        return self._analysis.functions.get((owner.unit.number, node.at))

    def methods(self, owner: ClassInfo) -> Iterator[tuple[ClassInfo, ir.Function]]:
        """Yield the methods of a class and of what it inherits from in the program, nearest first, with their class."""
        for one in owner.lineage():
            if isinstance(one, ClassInfo):
                for node in one.node.body:
                    if isinstance(node, ir.Function):
                        yield one, node

    def classes(self, unit: Unit) -> Iterator[ClassInfo]:
        """Yield the classes that a module defines, members of others too."""
        for node in unit.module.body:
            known = self._analysis.classes.get((unit.number, node.at)) if isinstance(node, ir.Class) else None
            if known is not None:
                yield known

    def field_names(self, owner: ClassInfo) -> Iterator[str]:
        """Yield the names of the fields of a class, inherited ones too."""
        for _, maker in self.methods(owner):
            for node in maker.body if maker.name == "__init__" else ():
                if isinstance(node, ir.Assign) and isinstance(node.target, ir.Attribute):
                    yield node.target.name

    def reached(self, function: FunctionInfo, depth: int = 2) -> list[FunctionInfo]:
        """Return a method and those of the program that it calls, and they call, each once."""
        found = {function.number: function}
        edge = [function]
        for _ in range(depth):
            called = (next_ for one in edge for call in calls(one.node.body) for next_ in self.called(one, call.callee))
            edge = [found.setdefault(one.number, one) for one in called if one.number not in found]
        return list(found.values())

    def _fields_of(self, owner: ClassInfo) -> dict[str, JavaType]:
        """Return the declared types of the fields of a class, inherited ones too."""
        known = self._fields.get(owner.number)
        if known is not None:
            return known
        known = self._fields[owner.number] = {}
        for one, maker in self.methods(owner):
            for node in maker.body if maker.name == "__init__" else ():
                match node:
                    case ir.Assign(target=ir.Attribute(name=name), annotation=declared) if declared is not None:
                        found = self.type_named(one.unit, declared)
                        if found is not None:
                            known.setdefault(name, found)
        return known

    def _variables_of(self, function: FunctionInfo) -> dict[str, JavaType]:
        key = (function.unit.number, function.node.at)
        known = self._variables.get(key)
        if known is not None:
            return known
        known = self._variables[key] = {}
        declared = [(one.name, one.annotation) for one in function.node.parameters]
        assigned = (node for node in nodes(function.node.body) if isinstance(node, ir.Assign))
        declared += [(one.target.name, one.annotation) for one in assigned if isinstance(one.target, ir.Name)]
        for name, annotation in declared:
            found = self.type_named(function.unit, annotation) if annotation is not None else None
            if found is not None:
                known.setdefault(name, found)
        return known

    def _constants_of(self, unit: Unit) -> dict[str, ir.Expression]:
        """Return what the static fields of the classes of a module are given, by their names."""
        known = self._constants.get(unit.number)
        if known is None:
            known = self._constants[unit.number] = {}
            for node in nodes(unit.module.body):
                match node:
                    case ir.Assign(target=ir.Attribute(name=name), value=value) if value is not None:
                        known.setdefault(name, value)
        return known
