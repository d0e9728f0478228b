"""Functions of a language's own library whose meaning is more than where their taints go."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.builtin_calls_javascript import JAVASCRIPT_CALLS
from xcodereviewer.engines.dataflow.go_calls import GO_CALLS
from xcodereviewer.engines.dataflow.java_calls import JAVA_CALLS
from xcodereviewer.engines.dataflow.program import ClassInfo, Unit
from xcodereviewer.engines.dataflow.reading import items_of, read_attribute
from xcodereviewer.engines.dataflow.state import ANY_KEY, Shape
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, Object, Value, join

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["call_built_in"]

_Call = Callable[["Frame", "Given", ir.Call], Value | None]


def call_built_in(frame: "Frame", name: str, given: "Given", node: ir.Call) -> Value | None:
    """Call a function that is described here; None when it is not."""
    calls = {"javascript": JAVASCRIPT_CALLS, "java": JAVA_CALLS, "go": GO_CALLS}.get(frame.unit.language, _CALLS)
    function = calls.get(name)
    return function(frame, given, node) if function is not None else None


def _site(frame: "Frame", node: ir.Call) -> Object:
    return Object(frame.unit.number, node.at, frame.context)


def _sequence(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`list(x)`, `tuple(x)`: the same items in the same order."""
    state = frame.live()
    if not given.positional:
        return state.allocate(_site(frame, node), Shape("list", {}, NOTHING, 0))
    shapes = [shape for _, shape in state.shapes(given.positional[0])]
    if len(shapes) == 1 and shapes[0].length is not None:
        return state.allocate(_site(frame, node), Shape("list", shapes[0].fields, NOTHING, shapes[0].length))
    return _unordered(frame, given, node)


def _unordered(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`set(x)`, `sorted(x)`, `reversed(x)`: the same items in some order."""
    inside = items_of(frame, given.positional[0], node.at, keys=True) if given.positional else NOTHING
    return frame.live().allocate(_site(frame, node), Shape("list", {}, inside, None))


def _mapping(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    state = frame.live()
    shape = Shape("dict", {})
    for value in given.positional:
        for _, other in state.shapes(value):
            if other.kind == "dict":
                shape = Shape("dict", {**shape.fields, **other.fields}, join(shape.rest, other.rest))
            else:
                shape = Shape("dict", shape.fields, join(shape.rest, state.contents(other.everything())))
        if value.taints:
            shape = Shape("dict", shape.fields, join(shape.rest, Value(None, value.taints)))
    for name, value in given.keywords.items():
        shape = shape.with_item(name, value)
    return state.allocate(_site(frame, node), Shape("dict", shape.fields, join(shape.rest, given.extra or NOTHING)))


def _empty_mapping(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return frame.live().allocate(_site(frame, node), Shape("dict", {}))


def _enumerate(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if not given.positional:
        return None
    state = frame.live()
    item = items_of(frame, given.positional[0], node.at)
    pair = state.allocate(
        Object(frame.unit.number, -node.at, frame.context), Shape("tuple", {0: ANYTHING, 1: item}, NOTHING, 2)
    )
    return state.allocate(_site(frame, node), Shape("list", {}, pair, None))


def _zip(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    state = frame.live()
    items = {number: items_of(frame, value, node.at) for number, value in enumerate(given.positional)}
    pair = state.allocate(
        Object(frame.unit.number, -node.at, frame.context), Shape("tuple", items, NOTHING, len(items))
    )
    return state.allocate(_site(frame, node), Shape("list", {}, pair, None))


def _map(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if len(given.positional) < 2:
        return None
    function, *iterables = given.positional
    items = [items_of(frame, value, node.at) for value in iterables]
    result = frame.call_value(function, items, node)
    return frame.live().allocate(_site(frame, node), Shape("list", {}, result, None))


def _filter(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if len(given.positional) < 2:
        return None
    inside = items_of(frame, given.positional[1], node.at)
    return frame.live().allocate(_site(frame, node), Shape("list", {}, inside, None))


def _next(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return items_of(frame, given.positional[0], node.at) if given.positional else None


def _same(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return given.positional[0] if given.positional else None


def _get_attribute(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if len(given.positional) < 2:
        return None
    of, name = given.positional[:2]
    only = name.only
    found = read_attribute(frame, of, only, node.at) if isinstance(only, str) else _some_attribute(of)
    return join(found, given.positional[2]) if len(given.positional) > 2 else found


def _some_attribute(of: Value) -> Value:
    """Return what an attribute may be whose name nobody knows: of a module, one of its classes."""
    found = NOTHING
    for one in of.things:
        if isinstance(one, Unit):
            for value in one.names.values():
                if any(isinstance(item, ClassInfo) for item in value.things):
                    found = join(found, value)
    return Value(None, of.taints) if found is NOTHING else found


def _set_attribute(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    if len(given.positional) < 3:
        return None
    of, name, value = given.positional[:3]
    only = name.only
    frame.put(of, only if isinstance(only, str) else ANY_KEY, value)
    return ANYTHING


def _range(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return frame.live().allocate(_site(frame, node), Shape("list", {}, ANYTHING, None))


def _partial(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    return given.positional[0] if len(given.positional) == 1 else None


_CALLS: Mapping[str, _Call] = MappingProxyType(
    {
        "builtins.list": _sequence,
        "builtins.tuple": _sequence,
        "builtins.set": _unordered,
        "builtins.frozenset": _unordered,
        "builtins.sorted": _unordered,
        "builtins.reversed": _unordered,
        "builtins.dict": _mapping,
        "collections.OrderedDict": _mapping,
        "builtins.enumerate": _enumerate,
        "builtins.zip": _zip,
        "builtins.map": _map,
        "builtins.filter": _filter,
        "builtins.next": _next,
        "builtins.iter": _same,
        "copy.copy": _same,
        "copy.deepcopy": _same,
        "builtins.getattr": _get_attribute,
        "builtins.setattr": _set_attribute,
        "builtins.range": _range,
        "functools.partial": _partial,
        "collections.defaultdict": _empty_mapping,
        "collections.deque": _sequence,
    }
)
