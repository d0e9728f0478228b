"""What `for … := range f` gets of a function: what it hands to the function that it is given."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.reading import items_of
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import BoundMethod, Object, Value, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["is_ranged_function", "ranged"]

_PLACES = ("first", "second")


def _sent(place: str, name: str) -> ir.Statement:
    kept = ir.Argument(ir.Attribute(0, ir.Name(0, "kept"), place))
    return ir.Evaluate(0, ir.Call(0, ir.Name(0, "builtins.send"), (kept, ir.Argument(ir.Name(0, name)))))


# `yield`: it keeps what it is given, and wants more.
_YIELD = ir.Function(
    0,
    "yield",
    tuple(ir.Parameter(0, name) for name in ("kept", *_PLACES)),
    (*(_sent(name, name) for name in _PLACES), ir.Return(0, ir.Const(0, True))),
    size=3,
)


def is_ranged_function(of: Value) -> bool:
    """Whether a value is a function of the program, which `range` calls."""
    return bool(of.things) and all(isinstance(one, FunctionInfo | BoundMethod) for one in of.things)


def ranged(frame: "Frame", function: Value, at: int) -> tuple[Value, Value]:
    """Return what a function that is ranged over gives as the first and as the second variable of the loop."""
    state = frame.live()
    unit, context = frame.unit.number, frame.context
    channels = [state.allocate(Object(unit, -at - number, context), Shape("channel", {})) for number in (1, 2)]
    holder = state.allocate(Object(unit, -at - 3, context), Shape("dict", dict(zip(_PLACES, channels, strict=True))))
    wanted = frame.analysis.function(frame.unit, _YIELD, None)
    frame.call_value(function, [thing(BoundMethod(wanted, holder))], ir.Call(at, ir.Name(at, "range"), ()))
    first, second = (items_of(frame, channel, at) for channel in channels)
    return first, second
