"""Functions of JavaScript's own library whose meaning is more than where their taints go."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.containers import call_method
from xcodereviewer.engines.dataflow.reading import items_of
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, OPEN, Object, Pattern, Value, join, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["JAVASCRIPT_CALLS"]

_Call = Callable[["Frame", "Given", ir.Call], Value | None]


def _site(frame: "Frame", node: ir.Call) -> Object:
    return Object(frame.unit.number, node.at, frame.context)


def _pattern(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    texts = [value.only for value in given.positional]
    if not texts or not isinstance(texts[0], str):
        return None
    flags = texts[1] if len(texts) > 1 and isinstance(texts[1], str) else ""
    return thing(Pattern(texts[0], flags))


def _list(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`new Set(x)`, `Array.from(x)`: the same items."""
    inside = items_of(frame, given.positional[0], node.at) if given.positional else NOTHING
    shapes = [shape for _, shape in frame.live().shapes(given.positional[0])] if given.positional else []
    if len(shapes) == 1 and shapes[0].length is not None:
        inside = shapes[0].everything()
    made = frame.live().allocate(_site(frame, node), Shape("list", {}, inside, None))
    if len(given.positional) > 1:  # `Array.from(x, f)`
        result = frame.call_value(given.positional[1], [inside], node)
        made = frame.live().allocate(_site(frame, node), Shape("list", {}, result, None))
    return made


def _mapping(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`new Map(pairs)`, `Object.fromEntries(pairs)`: what stands second in each pair, under what stands first."""
    shape = Shape("dict", {})
    state = frame.live()
    for _, pairs in state.shapes(given.positional[0]) if given.positional else ():
        for pair in (*pairs.fields.values(), pairs.rest):
            for _, two in state.shapes(pair):
                key, value = two.fields.get(0, ANYTHING).only, two.fields.get(1, two.rest)
                shape = shape.with_any(value) if key is OPEN else shape.with_item(key, value)
    if given.positional and given.positional[0].taints:
        shape = shape.with_any(Value(None, given.positional[0].taints))
    return state.allocate(_site(frame, node), shape)


def _assign(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`Object.assign(target, …)` puts all into the target, which it gives back."""
    if not given.positional:
        return None
    target, *others = given.positional
    state = frame.live()
    for one, _ in list(state.shapes(target)):
        for value in others:
            shape = state.shape(one) or Shape("dict", {})
            for _, other in state.shapes(value):
                shape = Shape(shape.kind, {**shape.fields, **other.fields}, join(shape.rest, other.rest), None)
            if value.taints:
                shape = shape.with_any(Value(None, value.taints))
            state.heap[one] = shape
    taints = [value for value in others if value.taints]
    return target if not taints or target.things else None


def _of_object(name: str) -> _Call:
    """Return what `Object.values(x)` does, which is `x.values()` of a mapping."""

    def called(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
        if not given.positional:
            return None
        found = NOTHING
        of = given.positional[0]
        for one, shape in list(frame.live().shapes(of)):
            found = join(found, call_method(frame, one, shape, name, (), node.at) or ANYTHING)
        if not of.taints:
            return None if found is NOTHING else found
        part = Value(None, of.taints)
        if name == "entries":
            site = Object(frame.unit.number, -node.at, frame.context)
            part = frame.live().allocate(site, Shape("tuple", {0: part, 1: part}, NOTHING, 2))
        return join(found, frame.live().allocate(_site(frame, node), Shape("list", {}, part, None)))

    return called


JAVASCRIPT_CALLS: Mapping[str, _Call] = MappingProxyType(
    {
        "RegExp": _pattern,
        "Set": _list,
        "Array.from": _list,
        "Map": _mapping,
        "Object.fromEntries": _mapping,
        "Object.assign": _assign,
        "Object.keys": _of_object("keys"),
        "Object.values": _of_object("values"),
        "Object.entries": _of_object("entries"),
    }
)
