"""The text of a program as a proof reads it: what each expression is a part of, and which names mean which variable.

It is made from the IR alone. Nothing is interpreted: no value, no state, no summary.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import Unit

__all__ = ["Definition", "Part", "Place", "Reading", "Scope"]

_SCOPES = (ir.Function, ir.Class)
_LOOPS = (ir.Loop, ir.For, ir.Comprehension)
_FILLING = frozenset(("builtins.send", "builtins.copy"))  # of Go: they put what follows into their first argument
_STATEMENTS = ir.Statement.__args__


@dataclass(eq=False, slots=True)
class Scope:
    """A module, class or function, with the variables that it binds."""

    unit: Unit
    node: ir.Function | ir.Class | None
    parent: "Scope | None"
    names: "dict[str, list[Definition]]" = field(default_factory=lambda: defaultdict(list))

    def find(self, name: str) -> "Scope | None":
        """Return the scope whose variable a name means here; variables of classes are not seen inside their methods."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names and (scope is self or not isinstance(scope.node, ir.Class)):
                return scope
            scope = scope.parent
        return None

    @property
    def function(self) -> ir.Function | None:
        """The function that this is, if it is one."""
        return self.node if isinstance(self.node, ir.Function) else None


@dataclass(eq=False, frozen=True, slots=True)
class Part:
    """What a node is part of: the node above it, and the field of that node that it stands in."""

    above: msgspec.Struct
    name: str
    position: int = 0


# Where a statement stands: for each block around it, from the outside in, the block, the statement's number in it, and
# whether it is repeated.
Path = tuple[tuple[int, int, bool], ...]


@dataclass(eq=False, frozen=True, slots=True)
class Place:
    """Where a node stands."""

    scope: Scope
    path: Path
    statement: msgspec.Struct


@dataclass(eq=False, frozen=True, slots=True)
class Definition:
    """A place that gives a variable a value; one that is not `whole` only puts something into what it holds."""

    scope: Scope
    name: str
    node: msgspec.Struct
    place: Place
    value: ir.Expression | None = None
    whole: bool = True


class Reading:
    """Modules, read."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = {unit.number: unit for unit in units}
        self.parts: dict[int, Part] = {}  # by the identity of a node, as all of these
        self.places: dict[int, Place] = {}
        self.bound: dict[int, list[Definition]] = defaultdict(list)  # what an expression's value is kept in
        self.kept: dict[int, list[ir.Attribute]] = defaultdict(list)  # attributes that are given its value
        self.uses: dict[tuple[int, str], list[ir.Name]] = defaultdict(list)
        self.reads: dict[str, list[ir.Attribute]] = defaultdict(list)  # of attributes, by name
        self.functions: dict[str, list[ir.Function]] = defaultdict(list)
        self.calls: dict[str, list[ir.Call]] = defaultdict(list)  # by the last part of the callee's name
        self.at: dict[tuple[int, int], list[msgspec.Struct]] = defaultdict(list)
        self.scopes: dict[int, Scope] = {}
        self.parameters: dict[int, list[Definition]] = {}
        self._names: list[ir.Name] = []
        self._waiting: list[Definition] = []  # of variables of which the text around has to be read first
        for unit in units:
            self._read(unit)
        for one in self._waiting:
            self._settle(one)
        for name in self._names:
            scope = self.places[id(name)].scope.find(name.name)
            if scope is not None:
                self.uses[id(scope), name.name].append(name)

    def unit_of(self, node: msgspec.Struct) -> Unit:
        """Return the module that a node stands in."""
        return self.places[id(node)].scope.unit

    def definitions(self, name: ir.Name) -> list[Definition]:
        """Return the places that give the variable a value which this name means."""
        scope = self.places[id(name)].scope.find(name.name)
        return scope.names[name.name] if scope is not None else []

    def reached(self, one: Definition) -> Iterator[ir.Name]:
        """Yield where the variable is read and this definition may be what was given last."""
        for use in self.uses[id(one.scope), one.name]:
            if self._may_reach(one, self.places[id(use)]):
                yield use

    def _may_reach(self, one: Definition, use: Place) -> bool:
        if one.place.scope is not use.scope:
            return True  # a closure runs whenever it is called
        if not _follows(one, use):
            return False
        others = (other for other in one.scope.names[one.name] if other is not one and other.whole)
        return not any(_hides(other, one, use) for other in others)

    # Reading

    def _read(self, unit: Unit) -> None:
        module = Scope(unit, None, None)
        self.scopes[id(unit.module)] = module
        pending: list[tuple[msgspec.Struct, Place]] = []
        for number, statement in enumerate(unit.module.body):
            pending.append((statement, Place(module, ((id(unit.module), number, False),), statement)))
        pending.reverse()
        while pending:
            node, place = pending.pop()
            self._note(node, place)
            inner = self._inner(node, place)
            pending.extend(reversed(list(self._below(node, place, inner))))

    def _inner(self, node: msgspec.Struct, place: Place) -> Scope:
        """Return the scope of what stands inside a node."""
        if not isinstance(node, _SCOPES):
            return place.scope
        scope = Scope(place.scope.unit, node, place.scope)
        self.scopes[id(node)] = scope
        if isinstance(node, ir.Function):
            start = Place(scope, place.path, place.statement)
            self.parameters[id(node)] = [
                Definition(scope, parameter.name, parameter, start) for parameter in node.parameters
            ]
            for one in self.parameters[id(node)]:
                scope.names[one.name].append(one)
        return scope

    def _below(self, node: msgspec.Struct, place: Place, inner: Scope) -> Iterator[tuple[msgspec.Struct, Place]]:
        for name in node.__struct_fields__:
            value = getattr(node, name)
            scope = inner if name in ("body", "parameters") else place.scope
            if isinstance(value, tuple) and value and isinstance(value[0], _STATEMENTS):
                repeats = isinstance(node, _LOOPS) and name in ("body", "update")
                for number, one in enumerate(value):
                    path = (*place.path, (id(value), number, repeats))
                    self.parts[id(one)] = Part(node, name, number)
                    yield one, Place(scope, path, one)
                continue
            for number, one in enumerate(_structs(value)):
                self.parts[id(one)] = Part(node, name, number)
                yield one, Place(scope, place.path, place.statement)

    def _note(self, node: msgspec.Struct, place: Place) -> None:
        self.places[id(node)] = place
        at = getattr(node, "at", 0)
        if at:
            self.at[place.scope.unit.number, at].append(node)
        match node:
            case ir.Name():
                self._names.append(node)
            case ir.Attribute():
                self.reads[node.name].append(node)
            case ir.Call():
                self._note_call(node, place)
            case ir.Assign() | ir.Walrus():
                self._bind(node.target, node.value, node, place)
            case ir.For() | ir.Generator():
                self._bind(node.target, node.iterable, node, place)
            case ir.WithItem() if node.target is not None:
                self._bind(node.target, node.value, node, place)
            case ir.Switch():
                for case in node.cases:
                    for pattern in case.patterns:
                        self._bind(pattern, node.subject, case, place)
            case ir.Function() | ir.Class():
                self._define(node.name, None, node, place)
                if isinstance(node, ir.Function):
                    self.functions[node.name].append(node)
            case ir.Import() if node.name != "*":
                self._define(node.name, None, node, place)
            case ir.Try():
                for handler in node.handlers:
                    if handler.name:
                        self._define(handler.name, None, node, place)

    def _note_call(self, node: ir.Call, place: Place) -> None:
        callee = node.callee
        if isinstance(callee, ir.Name | ir.Attribute):
            self.calls[callee.name].append(node)
        given = node.arguments
        root = _root(callee.of) if isinstance(callee, ir.Attribute) else None
        if isinstance(callee, ir.Name) and callee.name in _FILLING and given:
            root, given = _root(given[0].value), given[1:]
        if root is None:
            return
        for argument in given:
            self._define(root.name, argument.value, node, place, whole=False)

    def _bind(self, target: ir.Expression, value: ir.Expression | None, node: msgspec.Struct, place: Place) -> None:
        match target:
            case ir.Name():
                self._define(target.name, value, node, place)
            case ir.Attribute() | ir.Index() | ir.Slice():
                root = _root(target)
                if root is not None:
                    binding = target if isinstance(target, ir.Index) else node
                    self._define(root.name, value, binding, place, whole=False)
                if isinstance(target, ir.Attribute) and value is not None:
                    self.kept[id(value)].append(target)
            case _:
                for part in _targets(target):
                    self._bind(part, value, node, place)

    def _define(
        self, name: str, value: ir.Expression | None, node: msgspec.Struct, place: Place, *, whole: bool = True
    ) -> None:
        function = place.scope.function
        made = Definition(place.scope, name, node, place, value, whole)
        if not whole or (function is not None and name in function.outer):
            self._waiting.append(made)
            return
        place.scope.names[name].append(made)
        if value is not None:
            self.bound[id(value)].append(made)

    def _settle(self, one: Definition) -> None:
        """Note a definition of a variable that another scope may bind: `global x`, or what is put into `x`."""
        function = one.scope.function
        is_outer = function is not None and one.name in function.outer
        scope = one.scope.parent.find(one.name) if is_outer and one.scope.parent else one.scope.find(one.name)
        if scope is None or (not one.whole and any(_is_module(other) for other in scope.names[one.name])):
            return  # a module keeps nothing that its functions are given
        made = Definition(scope, one.name, one.node, one.place, one.value, one.whole and not is_outer)
        scope.names[one.name].append(made)
        if one.value is not None:
            self.bound[id(one.value)].append(made)


def _is_module(one: Definition) -> bool:
    return isinstance(one.node, ir.Import) and one.node.member in ("", ".")


def _follows(one: Definition, use: Place) -> bool:
    """Whether control may come from a definition to a use in its function: the text goes on, or a loop goes back."""
    for (block, number, repeats), (other, later, _) in zip(one.place.path, use.path, strict=False):
        if block != other:
            break
        if repeats or number < later:
            return True
        if number > later:
            return False
    return one.place.path != use.path or isinstance(one.node, ir.Walrus | ir.Generator | ir.Call | ir.Parameter)


def _hides(other: Definition, one: Definition, use: Place) -> bool:
    """Whether every way from `one` to `use` gives the variable another value: the block says so (docs/dataflow.md)."""
    if other.place.scope is not use.scope or not other.place.path or isinstance(other.node, ir.Parameter):
        return False
    block, number, _ = other.place.path[-1]
    if not isinstance(other.node, ir.Assign) or other.value is None:
        return False
    later = next((n for b, n, _ in use.path if b == block), -1)
    if later <= number:
        return False
    defined = next((n for b, n, _ in one.place.path if b == block), -1)
    return not number <= defined <= later


def _root(node: ir.Expression) -> ir.Name | None:
    """Return the variable that an expression is a part of."""
    while isinstance(node, ir.Attribute | ir.Index | ir.Slice | ir.Call | ir.Await):
        match node:
            case ir.Call():
                node = node.callee
            case ir.Await():
                node = node.value
            case _:
                node = node.of
    return node if isinstance(node, ir.Name) else None


def _targets(target: ir.Expression) -> Iterator[ir.Expression]:
    match target:
        case ir.Collection():
            yield from target.items
        case ir.Record():
            yield from (part for _, part in target.entries)
        case ir.Spread():
            yield target.value
        case ir.Walrus():
            yield from (target.target, target.value)
        case ir.Logic():
            yield from (target.left, target.right)
        case ir.Call():
            yield from (argument.value for argument in target.arguments)


def _structs(value: object) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _structs(one)
