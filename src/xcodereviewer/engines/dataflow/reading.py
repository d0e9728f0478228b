"""What a variable, an attribute or an item holds: reading without evaluating."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow.folding import fold_index
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    OPEN,
    BoundMethod,
    Constant,
    Label,
    Library,
    Object,
    ParameterLabel,
    Taint,
    Value,
    constant,
    join,
    thing,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["item_at", "items_of", "library_names", "look_up", "read_attribute", "read_item"]

_LONGEST_PATH = 3  # steps of a parameter's path


def look_up(frame: "Frame", name: str) -> Value:
    """Return the value of a variable, from the inside out."""
    own = frame.live().variables.get(name)
    if own is not None:
        return own
    outer, function = frame.outer, frame.function
    while outer is not None:
        # Who has ended may have left before the function was made: what was known then is closer.
        found = function.seen.get(name) if function is not None and outer.state is None else None
        if found is None:
            found = (outer.state or outer.last).variables.get(name)
        if found is not None:
            _lend_heap(frame, outer, found)
            return found.unproved() if name in frame.unit.rebound else found
        function, outer = outer.function, outer.outer
    found = frame.unit.names.get(name)
    if found is not None:
        return found.unproved() if name in frame.unit.rebound else found
    return frame.analysis.built_in(frame.unit, name)


def _lend_heap(frame: "Frame", outer: "Frame", value: Value) -> None:
    """Let the frame know the objects that an enclosing variable refers to."""
    state = outer.state or outer.last
    heap = frame.live().heap
    if heap is state.heap:
        return
    pending = [value]
    while pending:
        for one in pending.pop().things:
            if isinstance(one, Object) and one not in heap and (shape := state.heap.get(one)) is not None:
                heap[one] = shape
                pending += [*shape.fields.values(), shape.rest]


def read_attribute(frame: "Frame", of: Value, name: str, at: int) -> Value:
    """Return what `of.name` may be."""
    found = NOTHING
    for one in of.things:
        found = join(found, _member(frame, one, of, name, at))
    if of.taints and name not in _HARMLESS_ATTRIBUTES:
        cleared = EVERY_KIND if found.things == _NUMBER else _cleared(frame, of, name)
        taints = Value(None, _below(of.taints, f".{name}")).cleared(cleared).taints
        if found is NOTHING:
            return Value(None, taints)
        return (
            join(found, Value(NOTHING.constants, taints))
            if found.constants is not None
            else join(found, Value(None, taints))
        )
    return ANYTHING if found is NOTHING else found


def _cleared(frame: "Frame", of: Value, name: str) -> int:
    """Return for which kinds (bits) an attribute is safe, whatever it belongs to."""
    models = frame.analysis.models(frame.unit)
    names = [one.name for one in of.things if isinstance(one, Library)]
    members = [models.get(models.canonical(f"{one}.{name}")) for one in names]
    if not members or len(names) < len(of.things):
        return 0
    cleared = -1
    for member in members:
        cleared &= member.cleared if member is not None else 0
    return cleared


_NUMBER = (Library("builtins.number()"),)  # a field of Go that is declared to be a number

# Of text and lists: numbers that carry nothing that an attacker could write.
_HARMLESS_ATTRIBUTES = frozenset(("length", "__class__", "__name__", "__doc__"))


def _member(frame: "Frame", one: object, of: Value, name: str, at: int) -> Value:
    match one:
        case Library():
            return frame.read_library(f"{one.name}.{name}", at)
        case Object():
            return _object_member(frame, one, name, at)
        case ClassInfo():
            return _class_member(frame, one, name, at)
        case Unit():
            return frame.analysis.unit_member(one, name)
    return ANYTHING


def _object_member(frame: "Frame", one: Object, name: str, at: int) -> Value:
    shape = frame.live().shape(one)
    if shape is None:
        return ANYTHING
    known = shape.fields.get(name)
    if known is not None:
        return _shared(frame, one, known)
    if isinstance(shape.kind, ClassInfo):
        if shape.kind.unit.language == "go" and (inner := _embedded(frame, shape, name, at)) is not None:
            return inner
        found = shape.kind.find(name)
        if found is not None:
            return (
                join(_bound(frame, found, thing(one), at), shape.rest)
                if shape.rest is not NOTHING
                else _bound(frame, found, thing(one), at)
            )
        base = shape.kind.library_with(name, frame.analysis.models(frame.unit).describes)
        if base is not None:
            return join(shape.rest, frame.read_library(f"{base.name}.{name}", at))
    elif isinstance(shape.kind, Library):
        return join(frame.read_library(f"{shape.kind.name}.{name}", at), shape.rest)
    return ANYTHING if shape.rest is NOTHING else _shared(frame, one, shape.rest)


def _shared(frame: "Frame", one: Object, value: Value) -> Value:
    """Return what stands in an object: in one that a module made, other functions may have put something else."""
    return value.unproved() if one in frame.live().base else value


def _embedded(frame: "Frame", shape: Shape, name: str, at: int) -> Value | None:
    """Return a field of what an object of Go embeds, when that is known."""
    for base in shape.kind.bases if isinstance(shape.kind, ClassInfo) else ():
        held = shape.fields.get(base.node.name) if isinstance(base, ClassInfo) else None
        for one, inner in frame.live().shapes(held) if held is not None else ():
            if name in inner.fields or (isinstance(inner.kind, ClassInfo) and inner.kind.bases):
                return _object_member(frame, one, name, at)
    return None


def _bound(frame: "Frame", member: Value, receiver: Value, at: int) -> Value:
    """Return a member of a class as it is read from an object: functions get the object, properties are called."""
    if not any(isinstance(one, FunctionInfo) for one in member.things):
        return member.unproved()
    found = Value(member.constants, member.taints)
    for one in member.things:
        if not isinstance(one, FunctionInfo) or one.is_static:
            found = join(found, thing(one))
        elif one.decorators & _PROPERTIES:
            found = join(found, frame.call_property(one, receiver, at))
        else:
            found = join(found, thing(BoundMethod(one, receiver)))
    return found


_PROPERTIES = frozenset(("builtins.property", "functools.cached_property", "django.utils.functional.cached_property"))


def _class_member(frame: "Frame", one: ClassInfo, name: str, at: int) -> Value:
    found = one.find(name)
    if found is not None:
        if any(isinstance(item, FunctionInfo) and item.is_of_class for item in found.things):
            return _bound(frame, found, thing(one), at)
        return found.unproved()
    base = one.library_with(name, frame.analysis.models(frame.unit).describes)
    return frame.read_library(f"{base.name}.{name}", at) if base is not None else ANYTHING


def library_names(frame: "Frame", of: Value) -> list[str]:
    """Return the dotted names of what `of` is of a library."""
    names = []
    for one in of.things:
        if isinstance(one, Library):
            names.append(one.name)
        elif isinstance(one, Object) and (shape := frame.live().shape(one)) is not None:
            if isinstance(shape.kind, Library):
                names.append(shape.kind.name)
            elif isinstance(shape.kind, ClassInfo):
                names += [base.name for base in shape.kind.lineage() if isinstance(base, Library)]
    return names


def _below(taints: Mapping[Label, Taint], step: str) -> dict[Label, Taint]:
    """Return the taints of a part: what is below a parameter has a longer path."""
    return {
        (
            ParameterLabel(label.function, label.position, (*label.path, step))
            if isinstance(label, ParameterLabel) and len(label.path) < _LONGEST_PATH
            else label
        ): taint
        for label, taint in taints.items()
    }


def read_item(frame: "Frame", of: Value, key: Value, at: int) -> Value:
    """Return what `of[key]` may be."""
    only = key.only
    return items_of(frame, of, at) if only is OPEN else item_at(frame, of, only, at)


def item_at(frame: "Frame", of: Value, key: Constant, at: int) -> Value:
    """Return what stands in `of` under a known key."""
    folded = fold_index(of, key)
    if folded is not None:
        return folded
    found = NOTHING
    for one in of.things:
        if isinstance(one, Library):
            found = join(found, frame.read_stored(one.name, key, at))
        elif isinstance(one, Object) and (shape := frame.live().shape(one)) is not None:
            index = key
            if isinstance(key, int) and key < 0 and shape.length is not None:
                index = shape.length + key
            found = join(found, _shared(frame, one, shape.read(index) or ANYTHING))
    return _with_below(found, of, f"[{key!r}]")


def items_of(frame: "Frame", of: Value, at: int, *, keys: bool = False) -> Value:
    """Return what any item of `of` may be; iterating over a mapping gives its keys."""
    found = NOTHING
    for one in of.things:
        if isinstance(one, Library):
            found = join(found, frame.read_stored(one.name, None, at))
        elif isinstance(one, Object) and (shape := frame.live().shape(one)) is not None:
            if shape.kind == "dict" and keys:
                found = join(found, _keys(shape))
            else:
                inside = shape.everything()
                found = join(found, ANYTHING if inside is NOTHING else _shared(frame, one, inside))
    if of.constants and found is NOTHING and all(isinstance(one, str) for one in of.constants):
        characters = frozenset(character for one in of.constants for character in str(one)[:64])
        return Value(characters if 0 < len(characters) <= 8 else None)
    return _with_below(found, of, "[]")


def _keys(shape: Shape) -> Value:
    value = NOTHING
    for key in shape.fields:
        value = join(value, shape.fields[key] if key == "\0keys" else constant(key))
    return value if shape.rest is NOTHING and value is not NOTHING else join(ANYTHING, value)


def _with_below(found: Value, of: Value, step: str) -> Value:
    if of.taints:
        below = Value(None, _below(of.taints, step), known=of.known)
        return below if found is NOTHING or found is ANYTHING else join(found, below)
    return ANYTHING if found is NOTHING else found
