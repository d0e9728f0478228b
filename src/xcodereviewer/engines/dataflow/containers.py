"""What the methods of lists, mappings and sets do to what is in them.

The names are those of Python, JavaScript, Java and Go alike: one means the same in all of them, or has another name.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.state import ANY_KEY, Shape
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, OPEN, Constant, Object, Value, constant, join

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["call_method"]

Arguments = Sequence[Value]
_Method = Callable[["Frame", Object, Shape, Arguments, int], Value]


def call_method(frame: "Frame", one: Object, shape: Shape, name: str, arguments: Arguments, at: int) -> Value | None:
    """Call a method of a container; None when no method of that name is known."""
    method = _METHODS.get(name)
    if method is None:
        return None
    frame.live().heap.setdefault(one, shape)  # what a module made is changed in a copy
    return method(frame, one, shape, arguments, at)


def _append(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    for value in arguments:
        shape = heap[one]
        if shape.length is not None and shape.length < 64:
            fields = {**shape.fields, shape.length: value}
            heap[one] = Shape(shape.kind, fields, shape.rest, shape.length + 1)
        else:
            heap[one] = shape.blurred(value)
    return ANYTHING


def _insert(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    if len(arguments) < 2:
        return _append(frame, one, shape, arguments, at)
    place, value = arguments[0].only, arguments[1]
    if shape.length is None or not isinstance(place, int) or not 0 <= place <= shape.length < 64:
        heap[one] = shape.blurred(value)
        return ANYTHING
    items = [shape.fields.get(number, shape.rest) for number in range(shape.length)]
    items.insert(place, value)
    heap[one] = Shape(shape.kind, dict(enumerate(items)), NOTHING, len(items))
    return ANYTHING


def _extend(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    for value in arguments:
        for _, other in list(frame.live().shapes(value)):
            if other.length is not None:
                _append(frame, one, heap[one], [other.fields.get(n, other.rest) for n in range(other.length)], at)
            else:
                heap[one] = heap[one].blurred(other.everything())
        if value.taints:
            heap[one] = heap[one].blurred(Value(None, value.taints))
    return ANYTHING


def _pop(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    if shape.kind == "dict":
        return _pop_key(frame, one, shape, arguments, at)
    place = arguments[0].only if arguments else -1
    return _remove_at(heap, one, shape, place)


def _remove_at(heap: dict[Object, Shape], one: Object, shape: Shape, place: object) -> Value:
    if (
        shape.length is None
        or isinstance(place, bool)
        or not isinstance(place, int)
        or not -shape.length <= place < shape.length
    ):
        heap[one] = shape.blurred()
        return _or_any(shape.everything())
    items = [shape.fields.get(number, shape.rest) for number in range(shape.length)]
    taken = items.pop(place)
    heap[one] = Shape(shape.kind, dict(enumerate(items)), NOTHING, len(items))
    return _or_any(taken)


def _shift(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return _remove_at(frame.live().heap, one, shape, 0)


def _remove(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    wanted = arguments[0].only if arguments else OPEN
    if shape.kind == "dict":
        return _pop_key(frame, one, shape, arguments, at)
    if frame.unit.language == "java" and isinstance(wanted, int) and not isinstance(wanted, bool):
        return _remove_at(heap, one, shape, wanted)
    if shape.length is not None and wanted is not OPEN:
        for number in range(shape.length):
            item = shape.fields.get(number, shape.rest)
            if item.only == wanted:
                return _remove_at(heap, one, shape, number)
            if item.constants is None or item.things:
                break
    heap[one] = shape.blurred()
    return ANYTHING


def _pop_key(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    found = _get(frame, one, shape, arguments, at)
    key = arguments[0].only if arguments else OPEN
    if key is not OPEN:
        fields = {name: item for name, item in shape.fields.items() if name != key}
        frame.live().heap[one] = Shape(shape.kind, fields, shape.rest, shape.length)
    return found


def _get(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    if not arguments:
        return _or_any(shape.everything())
    key = arguments[0].only
    default = arguments[1] if len(arguments) > 1 else constant(None)
    if key is OPEN:
        return join(_or_any(shape.everything()), default)
    found = shape.fields.get(key)
    if found is not None:
        return found
    return join(shape.rest, default) if shape.rest is not NOTHING else default


def _set_default(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    found = _get(frame, one, shape, arguments, at)
    if arguments:
        frame.live().write(Value(frozenset(), things=(one,)), _known(arguments[0]), found)
    return found


def _put(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    if len(arguments) >= 2:
        key = arguments[0].only
        heap = frame.live().heap
        heap[one] = shape.with_any(arguments[1]) if key is OPEN else shape.with_item(key, arguments[1])
    return ANYTHING


def _known(value: Value) -> Constant:
    key = value.only
    return ANY_KEY if key is OPEN else key


def _update(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    for value in arguments:
        for _, other in list(frame.live().shapes(value)):
            mine = heap[one]
            if mine.kind == "dict" and other.kind == "dict":
                heap[one] = Shape("dict", {**mine.fields, **other.fields}, join(mine.rest, other.rest))
            else:
                heap[one] = mine.blurred(other.everything())
        if value.taints:
            heap[one] = heap[one].with_any(Value(None, value.taints))
    return ANYTHING


def _values(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    site = Object(frame.unit.number, at, frame.context)
    return frame.live().allocate(site, Shape("list", {}, _or_any(shape.everything()), None))


def _items(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    state = frame.live()
    pair = Object(frame.unit.number, -at, frame.context)
    keys = shape.fields.get("\0keys", NOTHING)
    inside = Shape("tuple", {0: join(ANYTHING, keys), 1: _or_any(shape.everything())}, NOTHING, 2)
    item = state.allocate(pair, inside)
    return state.allocate(Object(frame.unit.number, at, frame.context), Shape("list", {}, item, None))


def _keys(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    keys = shape.fields.get("\0keys", NOTHING)
    site = Object(frame.unit.number, at, frame.context)
    return frame.live().allocate(site, Shape("list", {}, join(ANYTHING, keys), None))


def _copy(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return frame.live().allocate(Object(frame.unit.number, at, frame.context), shape)


def _clear(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    frame.live().heap[one] = Shape(shape.kind, {}, NOTHING, 0 if shape.length is not None else None)
    return ANYTHING


def _reverse(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    heap = frame.live().heap
    if shape.length is not None:
        items = [shape.fields.get(number, shape.rest) for number in reversed(range(shape.length))]
        heap[one] = Shape(shape.kind, dict(enumerate(items)), NOTHING, len(items))
    return Value(frozenset(), things=(one,))


def _blur(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    frame.live().heap[one] = shape.blurred()
    return Value(frozenset(), things=(one,))


def _or_any(value: Value) -> Value:
    return ANYTHING if value is NOTHING else value


def _any_item(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    """Some item; what is given as an argument when there is none."""
    inside = _or_any(shape.everything())
    return join(inside, arguments[0]) if arguments and not arguments[0].things else inside


def _add(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    """`add(x)`, or `add(place, x)` in Java."""
    return (_insert if len(arguments) == 2 else _append)(frame, one, shape, arguments, at)


def _add_first(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return _insert(frame, one, shape, [constant(0), *arguments], at)


def _remove_last(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return _remove_at(frame.live().heap, one, shape, -1)


def _load(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    """The settings of a file of the program, or any."""
    files = [item for value in arguments for item in value.things if isinstance(item, Unit)]
    for unit in files:
        frame.analysis.load(unit)
        fields: dict[Constant, Value] = dict(shape.fields)
        fields.update(unit.names)
        shape = Shape(shape.kind, fields, shape.rest)
    frame.live().heap[one] = shape if files else shape.with_any(ANYTHING)
    return ANYTHING


def _itself(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return Value(frozenset(), things=(one,))


def _key_of_entry(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return shape.fields.get(0, ANYTHING)


def _value_of_entry(frame: "Frame", one: Object, shape: Shape, arguments: Arguments, at: int) -> Value:
    return shape.fields.get(1, ANYTHING)


_ITEM = (
    *("peek", "peekFirst", "peekLast", "element", "elementAt", "getFirst", "getLast", "firstElement", "lastElement"),
    *("first", "last", "next", "nextElement", "orElse", "orElseGet", "orElseThrow"),
)
# Other views of the same items.
_SAME = (
    *("iterator", "listIterator", "elements", "stream", "parallelStream", "toArray", "toList", "subList", "clone"),
    *("collect", "distinct", "sorted", "limit"),
)


def _named(names: Sequence[str], method: _Method) -> dict[str, _Method]:
    return dict.fromkeys(names, method)


_METHODS: Mapping[str, _Method] = MappingProxyType(
    {
        "append": _append,
        "add": _add,
        **_named(("addLast", "offer", "offerLast", "addElement"), _append),
        **_named(("addFirst", "offerFirst"), _add_first),
        **_named(("poll", "pollFirst", "removeFirst", "take"), _shift),
        **_named(("pollLast", "removeLast"), _remove_last),
        **_named(_ITEM, _any_item),
        **_named(_SAME, _itself),
        "getKey": _key_of_entry,
        "getValue": _value_of_entry,
        "getProperty": _get,
        "getString": _get,
        "load": _load,
        "loadFromXML": _load,
        "setProperty": _put,
        "putIfAbsent": _set_default,
        "entrySet": _items,
        "keySet": _keys,
        "push": _append,
        "appendleft": lambda f, o, s, a, at: _insert(f, o, s, [constant(0), *a], at),
        "unshift": lambda f, o, s, a, at: _insert(f, o, s, [constant(0), *a], at),
        "insert": _insert,
        "extend": _extend,
        "addAll": _extend,
        "pop": _pop,
        "popleft": _shift,
        "shift": _shift,
        "remove": _remove,
        "get": _get,
        "getOrDefault": _get,
        "setdefault": _set_default,
        "set": _put,
        "put": _put,
        "update": _update,
        "putAll": _update,
        "values": _values,
        "items": _items,
        "entries": _items,
        "keys": _keys,
        "copy": _copy,
        "clear": _clear,
        "reverse": _reverse,
        "sort": _blur,
    }
)
