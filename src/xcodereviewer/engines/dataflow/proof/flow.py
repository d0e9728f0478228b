"""Where the value of an expression goes next, as the text says it."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.proof.naming import Naming
from xcodereviewer.engines.dataflow.proof.places import Definition, Part, Reading
from xcodereviewer.engines.dataflow.proof.wording import told
from xcodereviewer.library_models.members import ArgumentRef, Member

__all__ = ["Flow", "Kept", "Move", "Result"]

_COMPARING = frozenset(
    ("==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "instanceof", "isinstance")
)
_DECIDING = frozenset(("not", "!", "typeof"))
_NUMBERS = frozenset(("length", "__class__", "__name__", "__doc__"))
_WHOLE = (ir.Collection, ir.Record, ir.Template, ir.Await, ir.Spread, ir.Unknown, ir.Slice)
_BUILDERS = frozenset(("__init__", "constructor"))


@dataclass(frozen=True, slots=True)
class Kept:
    """An attribute of whatever: what is put into `a.name` may be read from `b.name`."""

    name: str


@dataclass(eq=False, frozen=True, slots=True)
class Result:
    """What a function gives back."""

    function: ir.Function


Carrier = ir.Expression | Definition | Kept | Result


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a derivation: the value is in `to` now, because of `why`."""

    to: Carrier
    why: str
    by: msgspec.Struct | None = None  # the call or assignment that moves it


class Flow:
    """The ways of values that are not made safe for some kinds of sink."""

    def __init__(self, reading: Reading, naming: Naming, kinds: tuple[SinkKind, ...]) -> None:
        self._reading = reading
        self._naming = naming
        self._kinds = kinds

    def moves(self, carrier: Carrier) -> Iterator[Move]:
        """Yield where the value that is in `carrier` is next."""
        match carrier:
            case Definition():
                for use in self._reading.reached(carrier):
                    yield Move(use, f"`{carrier.name}` is read")
                yield from self._elsewhere(carrier)
            case Kept():
                for read in self._reading.reads[carrier.name]:
                    if self._reading.parts[id(read)].name != "target":
                        yield Move(read, f"`.{carrier.name}` is read")
            case Result():
                yield from self._returned(carrier.function)
            case _:
                yield from self._from_expression(carrier)

    def _elsewhere(self, one: Definition) -> Iterator[Move]:
        """Yield where a variable of a module, or an object's, is read under its name from somewhere else."""
        if one.scope.node is None or isinstance(one.scope.node, ir.Class):
            yield Move(Kept(one.name), f"`{one.name}` can be read from outside")
        if isinstance(one.node, ir.Call) or not one.whole:
            # What is put into an object is in it by whatever name it goes.
            for other in one.scope.names[one.name]:
                if isinstance(other.value, ir.Name) and other.whole:
                    for source in self._reading.definitions(other.value):
                        yield Move(source, f"`{one.name}` and `{other.value.name}` are the same object")
                if isinstance(other.node, ir.Parameter) and other.scope.function is not None:
                    yield from self._given_back(other)

    def _given_back(self, parameter: Definition) -> Iterator[Move]:
        """Yield the variables of callers whose object a function put something into."""
        function = parameter.scope.function
        assert function is not None
        position = self._reading.parameters[id(function)].index(parameter)
        for call in self._calls_of(function):
            number = position - self._shift(function)
            receiver = call.callee.of if isinstance(call.callee, ir.Attribute) else None
            given = receiver if number < 0 else (call.arguments[number].value if number < len(call.arguments) else None)
            if isinstance(given, ir.Name):
                for one in self._reading.definitions(given):
                    yield Move(one, f"`{function.name}` puts it into `{given.name}`", call)

    def _from_expression(self, node: ir.Expression) -> Iterator[Move]:
        for one in self._reading.bound[id(node)]:
            yield Move(one, f"it is kept in `{one.name}`", one.node)
        for kept in self._reading.kept[id(node)]:
            yield Move(Kept(kept.name), f"it is kept in `.{kept.name}`", self._reading.parts[id(kept)].above)
        if isinstance(node, ir.Call):
            yield from self._filled(node)
        part = self._reading.parts.get(id(node))
        if part is not None:
            yield from self._upwards(node, part)

    def _filled(self, call: ir.Call) -> Iterator[Move]:
        """Yield the variables that a call puts its value into, as a model says."""
        for name, member in self._naming.members(call.callee):
            for number, argument in enumerate(call.arguments):
                given = argument.value.of if isinstance(argument.value, ir.Slice) else argument.value
                if number in member.fills and isinstance(given, ir.Name):
                    for one in self._reading.definitions(given):
                        yield Move(one, f"`{name}` puts it into `{one.name}`", call)

    def _upwards(self, node: ir.Expression, part: Part) -> Iterator[Move]:
        """Yield what an expression is a part of and gives its value to."""
        above = part.above
        match above:
            case ir.Attribute() if above.name not in _NUMBERS:
                yield Move(above, f"`.{above.name}` of it is read")
            case ir.Index() if part.name == "of":
                yield Move(above, "an item of it is read")
            case ir.Index() if SinkKind.TOKEN in self._kinds:
                yield Move(above, "it says which item is read")
            case ir.Binary() if above.operator not in _COMPARING:
                yield Move(above, f"it is an operand of `{above.operator}`")
            case ir.Unary() if above.operator not in _DECIDING:
                yield Move(above, f"it is the operand of `{above.operator}`")
            case ir.Logic() | ir.Walrus():
                yield Move(above, "it may be the value of the whole")
            case ir.Conditional() if part.name != "test":
                yield Move(above, "it may be the value of the whole")
            case ir.Comprehension() if part.name in ("key", "element"):
                yield Move(above, "a collection is made of it")
            case ir.Return() | ir.Yield():
                function = self._reading.places[id(node)].scope.function
                if function is not None:
                    yield Move(Result(function), f"`{function.name}` gives it back", above)
            case ir.Argument():
                yield from self._given(above)
            case ir.Call():
                yield from self._called(node, above)
            case ir.Parameter() if part.name == "decorators":
                for one in self._reading.parameters[id(self._reading.parts[id(above)].above)]:
                    if one.node is above:
                        yield Move(one, f"the parameter `{one.name}` is filled with it")
            case _ if isinstance(above, _WHOLE):
                yield Move(above, f"it is a part of {told(above)}")

    # Calls

    def _called(self, callee: ir.Expression, call: ir.Call) -> Iterator[Move]:
        """Yield what becomes of the object that a method is called on."""
        members = self._naming.known(callee)
        functions = self._functions(call)
        for function in functions:
            yield from self._into(function, 0, call, f"`{function.name}` is called on it")
        if not functions or isinstance(callee, ir.Attribute):
            yield from self._through(call, "self", members, "a method of it gives")
        yield from self._to_callbacks(call)

    def _given(self, argument: ir.Argument) -> Iterator[Move]:
        """Yield what becomes of an argument."""
        above = self._reading.parts[id(argument)].above
        if not isinstance(above, ir.Call):
            return  # a base class
        position: ArgumentRef = argument.keyword or above.arguments.index(argument)
        functions = self._functions(above)
        for function in functions:
            yield from self._into(function, position, above, f"it is given to `{function.name}`")
        members = self._naming.known(above.callee)
        if not functions or isinstance(above.callee, ir.Attribute):
            yield from self._through(
                above, position, members, f"it is an argument of {told(above.callee)}, which gives"
            )
            yield from self._to_callbacks(above)
            yield from self._to_templates(above, argument)

    def _into(self, function: ir.Function, position: ArgumentRef, call: ir.Call, why: str) -> Iterator[Move]:
        """Yield the parameters that an argument may be."""
        shift = self._shift(function)
        for number, one in enumerate(self._reading.parameters[id(function)]):
            parameter = function.parameters[number]
            is_this = position == parameter.name or (isinstance(position, int) and position + shift == number)
            collects = parameter.kind == "**" or (parameter.kind == "*" and isinstance(position, int))
            if is_this or collects or position in ("*", "**"):
                yield Move(one, f"{why} as `{one.name}`", call)

    def _shift(self, function: ir.Function) -> int:
        """Return how many parameters stand before the first argument: the object of a method."""
        is_method = isinstance(self._reading.places[id(function)].scope.node, ir.Class)
        names = {one.name for one in function.decorators if isinstance(one, ir.Name)}
        return int(is_method and "staticmethod" not in names)

    def _through(
        self, call: ir.Call, position: ArgumentRef, members: list[tuple[str, Member]], why: str
    ) -> Iterator[Move]:
        """Yield the call itself, unless all that it may be make the value safe, or give something else."""
        if not members:
            yield Move(call, f"{why} it on (no model describes {told(call.callee)})", call)
            return
        for name, member in members:
            if not self._makes_safe(member, position) and _passes(member, position):
                yield Move(call, f"{why} it on (`{name}`)", call)
                return

    def _makes_safe(self, member: Member, position: ArgumentRef) -> bool:
        clears = 0
        for one in member.sanitizers:
            if one.argument == position or (isinstance(one.argument, str) and position != "self"):
                clears |= one.clears
        return bool(self._kinds) and all(clears & kind.bit for kind in self._kinds)

    def _functions(self, call: ir.Call) -> list[ir.Function]:
        """Return the functions of the program that a call may mean, by their name."""
        callee = call.callee
        if isinstance(callee, ir.Lambda):
            return [callee.function]
        if not isinstance(callee, ir.Name | ir.Attribute):
            return []
        found = list(self._reading.functions[callee.name])
        if isinstance(callee, ir.Name):
            for one in self._reading.definitions(callee):
                found += _functions_of(one)
        return list({id(one): one for one in found}.values())

    def _calls_of(self, function: ir.Function) -> Iterator[ir.Call]:
        names = {function.name}
        place = self._reading.places[id(function)]
        if isinstance(place.scope.node, ir.Class) and function.name in _BUILDERS:
            names.add(place.scope.node.name)
        above = self._reading.parts.get(id(function))
        if above is not None and isinstance(above.above, ir.Lambda):
            names |= {one.name for one in self._reading.bound[id(above.above)]}
            names |= {one.name for one in self._reading.kept[id(above.above)]}
        for name in sorted(names):
            yield from self._reading.calls[name]

    def _returned(self, function: ir.Function) -> Iterator[Move]:
        for call in self._calls_of(function):
            yield Move(call, f"it is what this call of `{function.name}` gives", call)
        for read in self._reading.reads[function.name] if function.decorators else ():
            yield Move(read, f"it is what `.{function.name}` gives", read)
        part = self._reading.parts.get(id(function))
        above = self._reading.parts.get(id(part.above)) if part is not None else None
        if above is not None and isinstance(above.above, ir.Argument):
            handed = self._reading.parts[id(above.above)].above
            if isinstance(handed, ir.Call):
                yield Move(handed, "what the function gives that is handed over is in the result", handed)
        if above is not None and isinstance(above.above, ir.Call):
            yield Move(above.above, "it is what the function gives that is called here", above.above)

    def _to_callbacks(self, call: ir.Call) -> Iterator[Move]:
        """Yield the parameters of functions that are handed to the same call: it may call them with the value."""
        for argument in call.arguments:
            functions: list[ir.Function] = []
            if isinstance(argument.value, ir.Lambda):
                functions = [argument.value.function]
            elif isinstance(argument.value, ir.Name):
                for one in self._reading.definitions(argument.value):
                    functions += _functions_of(one)
            for function in functions:
                for one in self._reading.parameters[id(function)]:
                    yield Move(one, f"the function that is handed over may get it as `{one.name}`", call)

    def _to_templates(self, call: ir.Call, argument: ir.Argument) -> Iterator[Move]:
        """Yield the variables of templates that a call names in a text of its own."""
        names = [one.value.value for one in call.arguments if isinstance(one.value, ir.Const)]
        for name in ("<template>", "<unescaped>"):
            for function in self._reading.functions[name]:
                path = self._reading.unit_of(function).path
                if any(
                    isinstance(one, str) and one and path.rpartition(".")[0].endswith(one.rpartition(".")[0] or one)
                    for one in names
                ):
                    for one in self._reading.parameters[id(function)]:
                        if argument.keyword in ("", "**", one.name):
                            yield Move(one, f"the template gets it as `{one.name}`", call)


def _functions_of(one: Definition) -> list[ir.Function]:
    found = []
    if isinstance(one.node, ir.Function):
        found.append(one.node)
    if isinstance(one.value, ir.Lambda):
        found.append(one.value.function)
    if isinstance(one.node, ir.Class):
        found += [part for part in one.node.body if isinstance(part, ir.Function) and part.name in _BUILDERS]
    return found


def _passes(member: Member, position: ArgumentRef) -> bool:
    """Whether the result may come from this argument, as a model says; where it does not say, it may.

    A model names an argument by position or keyword, the text by the other: a keyword is taken for the one that is
    meant.
    """
    if member.passes is None or member.gives == position or position in member.into_self:
        return True
    named = any(isinstance(one, str) and one not in ("self", "*") for one in member.passes)
    return position in member.passes or (position != "self" and ("*" in member.passes or named))
