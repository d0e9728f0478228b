"""The arguments of a call, and which parameter each of them is."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    Object,
    Value,
    constant,
    join,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["Given", "bind"]


class Given:
    """The arguments of a call; `rest` and `extra` are what is spread into it, of unknown number and names."""

    __slots__ = ("extra", "keywords", "places", "positional", "receiver", "rest")

    def __init__(
        self,
        positional: list[Value] | None = None,
        keywords: dict[str, Value] | None = None,
        rest: Value | None = None,
        extra: Value | None = None,
        *,
        places: dict[int | str, ir.Expression] | None = None,
        receiver: Value | None = None,
    ) -> None:
        self.positional = [] if positional is None else positional
        self.keywords = {} if keywords is None else keywords
        self.rest = rest
        self.extra = extra
        self.places = {} if places is None else places  # the expressions of the arguments
        self.receiver = receiver

    def get(self, reference: int | str) -> Value | None:
        """Return an argument by position or keyword; None when it is not given."""
        if isinstance(reference, str) and reference.isdigit():
            reference = int(reference)
        if isinstance(reference, int):
            if reference < len(self.positional):
                return self.positional[reference]
            return self.rest
        return self.keywords.get(reference, self.extra)

    def on(self, receiver: Value) -> "Given":
        """Return the arguments with the object that a function is called on; only functions that name it get it."""
        return Given(self.positional, self.keywords, self.rest, self.extra, places=self.places, receiver=receiver)

    def all(self) -> list[Value]:
        """Return every argument."""
        spread = [one for one in (self.rest, self.extra) if one is not None]
        return [*self.positional, *self.keywords.values(), *spread]


def bind(frame: "Frame", function: FunctionInfo, given: Given, at: int) -> dict[str, Value]:
    """Return the value of each parameter, in their order."""
    values: dict[str, Value] = {}
    position = 0
    named = {parameter.name for parameter in function.node.parameters}
    for parameter in function.node.parameters:
        match parameter.kind:
            case "*":
                more = given.positional[position:]
                position = len(given.positional)
                items = dict(enumerate(more))
                rest = given.rest or NOTHING
                shape = Shape("list", items, rest, None if given.rest is not None else len(items))
                values[parameter.name] = frame.live().allocate(
                    Object(function.unit.number, parameter.at, frame.analysis.context(frame.context, at)), shape
                )
            case "**":
                fields = {key: value for key, value in given.keywords.items() if key not in named}
                shape = Shape("dict", fields, given.extra or NOTHING)
                values[parameter.name] = frame.live().allocate(
                    Object(function.unit.number, parameter.at, frame.analysis.context(frame.context, at)), shape
                )
            case _:
                found = given.keywords.get(parameter.name)
                if found is None and parameter.kind == "" and position < len(given.positional):
                    found = given.positional[position]
                    position += 1
                values[parameter.name] = found if found is not None else _absent(frame, function, parameter, given)
    return values


def _absent(frame: "Frame", function: FunctionInfo, parameter: ir.Parameter, given: Given) -> Value:
    if given.rest is not None or given.extra is not None:
        return join(given.rest or NOTHING, given.extra or NOTHING)
    default = parameter.default
    if isinstance(default, ir.Const):
        return constant(default.value)
    if isinstance(default, ir.Name) and (known := function.unit.names.get(default.name)) is not None:
        return known
    return ANYTHING
