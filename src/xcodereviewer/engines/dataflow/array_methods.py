"""The methods of JavaScript's arrays that call a function with each item, and those of regular expressions."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.reading import items_of
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import ANYTHING, BoundMethod, Object, Value, join, tainted_by

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["call_array_method", "call_pattern"]

_TESTS = frozenset(("some", "every", "findIndex", "findLastIndex", "forEach"))
_CHOICES = frozenset(("find", "findLast"))
_LISTS = frozenset(("map", "flatMap", "filter"))
_FOLDS = frozenset(("reduce", "reduceRight"))


def call_array_method(
    frame: "Frame",
    receiver: Value,
    name: str,
    arguments: Sequence[Value],
    call: Callable[[Value, Sequence[Value]], Value],
) -> Value | None:
    """Return what `receiver.name(f)` gives, where `call` calls a function; None when it is no such method."""
    if name not in _TESTS | _CHOICES | _LISTS | _FOLDS or not arguments or not _is_function(arguments[0]):
        return None
    if any(not isinstance(one, Object) for one in receiver.things):
        return None
    function, at = arguments[0], _place(arguments[0])
    item = items_of(frame, receiver, at)
    if name in _FOLDS:
        start = arguments[1] if len(arguments) > 1 else item
        return join(start, call(function, [join(start, call(function, [start, item])), item]))
    result = call(function, [item, ANYTHING, receiver])
    if name in _TESTS:
        return ANYTHING
    if name in _CHOICES:
        return item
    inside = item if name == "filter" else items_of(frame, result, at) if name == "flatMap" else result
    return frame.live().allocate(Object(frame.unit.number, -at, frame.context), Shape("list", {}, inside, None))


def _is_function(value: Value) -> bool:
    return any(isinstance(one, FunctionInfo | BoundMethod) for one in value.things)


def _place(function: Value) -> int:
    """Return where the function stands, which tells the lists of several calls apart."""
    one = next(one for one in function.things if isinstance(one, FunctionInfo | BoundMethod))
    return one.function.node.at if isinstance(one, BoundMethod) else one.node.at


def call_pattern(frame: "Frame", name: str, arguments: Sequence[Value], node: ir.Call) -> Value:
    """Call a method of a regular expression: what it finds is part of the text."""
    if name != "exec":
        return ANYTHING
    parts = Shape("list", {}, tainted_by(arguments), None)
    return frame.live().allocate(Object(frame.unit.number, node.at, frame.context), parts)
