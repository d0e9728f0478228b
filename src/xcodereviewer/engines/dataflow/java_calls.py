"""What makes a container in Java, what a cast says, and where settings are read from."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.casts import cast_value
from xcodereviewer.engines.dataflow.reading import items_of
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import NOTHING, OPEN, Object, Value, join, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["JAVA_CALLS", "resource"]

_Call = Callable[["Frame", "Given", ir.Call], Value | None]


def _made(frame: "Frame", node: ir.Call, shape: Shape) -> Value:
    return frame.live().allocate(Object(frame.unit.number, node.at, frame.context), shape)


def _content(given: "Given") -> Value | None:
    """Return the container that another is made of; a number says how much place there shall be."""
    return next((one for one in given.positional if one.things or one.taints), None)


def _list(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`new ArrayList(…)`, `List.copyOf(…)`: the same items."""
    content = _content(given)
    if content is None:
        return _made(frame, node, Shape("list", {}, NOTHING, 0))
    shapes = [shape for _, shape in frame.live().shapes(content)]
    if len(shapes) == 1 and shapes[0].length is not None:
        return _made(frame, node, Shape("list", shapes[0].fields, NOTHING, shapes[0].length))
    return _made(frame, node, Shape("list", {}, items_of(frame, content, node.at, keys=True), None))


def _map(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`new HashMap(…)`, `Map.copyOf(…)`: the same entries."""
    content = _content(given)
    shape = Shape("dict", {})
    for _, other in frame.live().shapes(content) if content is not None else ():
        shape = Shape("dict", {**shape.fields, **other.fields}, join(shape.rest, other.rest))
    if content is not None and content.taints:
        shape = shape.with_any(Value(None, content.taints))
    return _made(frame, node, shape)


def _items(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`List.of(a, b)`: its arguments, or the items of the array that is its one argument."""
    if len(given.positional) == 1 and any(frame.live().shapes(given.positional[0])):
        return _list(frame, given, node)
    if given.rest is not None:
        return _made(frame, node, Shape("list", {}, given.rest, None))
    return _made(frame, node, Shape("list", dict(enumerate(given.positional)), NOTHING, len(given.positional)))


def _entries(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`Map.of(key, value, …)`."""
    shape = Shape("dict", {})
    for key, value in zip(given.positional[::2], given.positional[1::2], strict=False):
        only = key.only
        shape = shape.with_any(value) if only is OPEN else shape.with_item(only, value)
    return _made(frame, node, shape)


def resource(frame: "Frame", given: "Given") -> Value | None:
    """`getResourceAsStream(name)`: the file of the program that is meant."""
    name = given.positional[0].only if given.positional else None
    unit = frame.analysis.resource(name) if isinstance(name, str) and name.endswith(".properties") else None
    return thing(unit) if unit is not None else None


def _bundle(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`ResourceBundle.getBundle(name)`: the settings of the file that is meant."""
    name = given.positional[0].only if given.positional else None
    unit = frame.analysis.resource(f"{name.replace('.', '/')}.properties") if isinstance(name, str) else None
    if unit is None:
        return None
    frame.analysis.load(unit)
    return _made(frame, node, Shape("dict", unit.names))


def _calls(function: _Call, names: str) -> dict[str, _Call]:
    return {f"java.util.{name}": function for name in names.split()}


JAVA_CALLS: Mapping[str, _Call] = MappingProxyType(
    {
        "builtins.cast": cast_value,
        **_calls(_list, "ArrayList LinkedList Vector Stack ArrayDeque PriorityQueue HashSet LinkedHashSet TreeSet"),
        **_calls(_list, "concurrent.CopyOnWriteArrayList concurrent.ConcurrentLinkedQueue List.copyOf Set.copyOf"),
        **_calls(_list, "Arrays.copyOf Arrays.stream Collections.unmodifiableList Collections.unmodifiableSet"),
        **_calls(_list, "Collections.unmodifiableCollection Collections.synchronizedList"),
        **_calls(_items, "Arrays.asList List.of Set.of stream.Stream.of Optional.of Optional.ofNullable"),
        **_calls(_items, "Collections.singletonList Collections.singleton Collections.emptyList Collections.emptySet"),
        **_calls(_map, "HashMap LinkedHashMap TreeMap Hashtable Properties EnumMap WeakHashMap Map.copyOf"),
        **_calls(_map, "concurrent.ConcurrentHashMap Collections.unmodifiableMap Collections.synchronizedMap"),
        **_calls(_bundle, "ResourceBundle.getBundle"),
        **_calls(_entries, "Map.of Collections.singletonMap Collections.emptyMap"),
    }
)
