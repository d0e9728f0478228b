"""What an expression may be: its value, and what evaluating it does to the state."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.folding import fold_binary, fold_index, fold_slice, fold_unary
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.state import Ended, Shape
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    CLEAN_START,
    NO_DOUBLE_QUOTE,
    NO_SINGLE_QUOTE,
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
    tainted_by,
    thing,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = [
    "concatenate",
    "evaluate",
    "item_at",
    "items_of",
    "library_names",
    "look_up",
    "make_record",
    "make_sequence",
    "read_attribute",
    "read_item",
]

_LONGEST_PATH = 3  # steps of a parameter's path
_LONGEST_TEXT = 4096
_LONGEST_PREFIX = 200
_COMPARISONS = frozenset(
    ("==", "!=", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "===", "!==", "instanceof", "<>")
)


def evaluate(frame: "Frame", node: ir.Expression) -> Value:
    """Return what `node` may be.

    Raises:
        Ended: control does not come out of it.
    """
    return _EVALUATE[type(node)](frame, node)


def _const(frame: "Frame", node: ir.Const) -> Value:
    return constant(node.value)


def _name(frame: "Frame", node: ir.Name) -> Value:
    return look_up(frame, node.name)


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
            return found
        function, outer = outer.function, outer.outer
    found = frame.unit.names.get(name)
    if found is not None:
        return found
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


def _attribute(frame: "Frame", node: ir.Attribute) -> Value:
    of = evaluate(frame, node.of)
    return read_attribute(frame, of, node.name, node.at)


def read_attribute(frame: "Frame", of: Value, name: str, at: int) -> Value:
    """Return what `of.name` may be."""
    found = NOTHING
    for one in of.things:
        found = join(found, _member(frame, one, of, name, at))
    if of.taints and name not in _HARMLESS_ATTRIBUTES:
        taints = Value(None, _below(of.taints, f".{name}")).cleared(_cleared(frame, of, name)).taints
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
        return known
    if isinstance(shape.kind, ClassInfo):
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
    return ANYTHING if shape.rest is NOTHING else shape.rest


def _bound(frame: "Frame", member: Value, receiver: Value, at: int) -> Value:
    """Return a member of a class as it is read from an object: functions get the object, properties are called."""
    if not any(isinstance(one, FunctionInfo) for one in member.things):
        return member
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
        return found
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


def _index(frame: "Frame", node: ir.Index) -> Value:
    of, key = evaluate(frame, node.of), evaluate(frame, node.key)
    return read_item(frame, of, key, node.at)


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
            found = join(found, shape.read(index) or ANYTHING)
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
                found = join(found, ANYTHING if inside is NOTHING else inside)
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
        below = Value(None, _below(of.taints, step))
        return below if found is NOTHING else join(found, below)
    return ANYTHING if found is NOTHING else found


def _slice(frame: "Frame", node: ir.Slice) -> Value:
    of = evaluate(frame, node.of)
    bounds = [evaluate(frame, bound) if bound is not None else None for bound in (node.lower, node.upper, node.step)]
    folded = fold_slice(of, bounds)
    if folded is not None:
        return folded
    inside = [shape for _, shape in frame.live().shapes(of)]
    if len(inside) == 1 and len(of.things) == 1:
        made = _sliced(inside[0], bounds)
        return frame.live().allocate(Object(frame.unit.number, node.at, frame.context), made)
    if of.things:
        return join(Value(of.constants, of.taints, of.things), ANYTHING)
    return Value(None, of.taints) if of.taints else ANYTHING


def _sliced(shape: Shape, bounds: list[Value | None]) -> Shape:
    ends = [None if bound is None else bound.only for bound in bounds]
    if shape.length is None or any(
        end is not None and (isinstance(end, bool) or not isinstance(end, int)) for end in ends
    ):
        return shape.blurred()
    lower, upper, step = (end if isinstance(end, int) else None for end in ends)
    if step == 0:
        return shape.blurred()
    numbers = range(shape.length)[lower:upper:step]
    items = {new: shape.fields.get(old, shape.rest) for new, old in enumerate(numbers)}
    return Shape(shape.kind, items, NOTHING, len(items))


def _call(frame: "Frame", node: ir.Call) -> Value:
    return frame.analysis.call(frame, node)


def _binary(frame: "Frame", node: ir.Binary) -> Value:
    chain: list[ir.Binary] = []
    first: ir.Expression = node
    while isinstance(first, ir.Binary):
        chain.append(first)
        first = first.left
    value = evaluate(frame, first)
    if len(chain) > 1 and all(part.operator == "+" for part in chain):
        return _sum(frame, value, chain)
    for part in reversed(chain):
        right = evaluate(frame, part.right)
        value = _operate(frame, part, value, right)
    return value


def _sum(frame: "Frame", first: Value, chain: list[ir.Binary]) -> Value:
    values = [first, *[evaluate(frame, part.right) for part in reversed(chain)]]
    if any(isinstance(value.only, str) for value in values) and not any(value.things for value in values):
        return concatenate(frame, values)
    total = first
    for part, value in zip(reversed(chain), values[1:], strict=True):
        total = _operate(frame, part, total, value)
    return total


def _operate(frame: "Frame", node: ir.Binary, left: Value, right: Value) -> Value:
    folded = fold_binary(node.operator, left, right)
    if folded is not None:
        return folded
    is_javascript = frame.unit.language == "javascript"
    if node.operator in _COMPARISONS or (is_javascript and node.operator != "+"):
        return ANYTHING  # a truth value or a number
    state = frame.live()
    if node.operator == "/" and left.things:
        return Value(NOTHING.constants, tainted_by((left, right)).taints, left.things)
    if node.operator in ("+", "|") and (left.things or right.things):
        shapes = [shape for value in (left, right) for _, shape in state.shapes(value)]
        if shapes:
            return _concatenated(frame, node, left, right, shapes)
    if node.operator == "%" and frame.unit.language == "python":
        frame.formatted(left, right, node)
        right = state.contents(right)
    if not left.taints and not right.taints:
        return Value(None, prefix=_prefix(left)) if node.operator in ("+", "%") and _prefix(left) else ANYTHING
    made = tainted_by((left, right))
    prefix = _prefix(left, until="%") if node.operator == "%" else _prefix(left) if node.operator == "+" else ""
    return Value(None, made.taints, (), prefix)


def _prefix(value: Value, until: str = "") -> str:
    only = value.only
    text = value.prefix or (only if isinstance(only, str) else "")
    return (text.partition(until)[0] if until else text)[:200]


def _concatenated(frame: "Frame", node: ir.Binary, left: Value, right: Value, shapes: list[Shape]) -> Value:
    state = frame.live()
    site = Object(frame.unit.number, node.at, frame.context)
    first, *rest = shapes
    if len(rest) == 1 and first.length is not None and rest[0].length is not None and first.kind != "dict":
        items: dict[Constant, Value] = dict(first.fields)
        for key, value in rest[0].fields.items():
            if isinstance(key, int):
                items[first.length + key] = value
        made = Shape(first.kind, items, NOTHING, first.length + rest[0].length)
    else:
        inside = NOTHING
        for shape in shapes:
            inside = join(inside, shape.everything())
        made = Shape(first.kind, {}, inside, None)
    return state.allocate(site, made).with_taints(tainted_by((left, right)).taints)


def _unary(frame: "Frame", node: ir.Unary) -> Value:
    operand = evaluate(frame, node.operand)
    folded = fold_unary(node.operator, operand)
    if folded is not None:
        return folded
    return ANYTHING  # a truth value or a number


def _logic(frame: "Frame", node: ir.Logic) -> Value:
    left = evaluate(frame, node.left)
    truth = left.truth if node.operator != "??" else _is_there(left)
    decides = node.operator == "and"
    if truth is not None:
        return left if truth is not decides else evaluate(frame, node.right)
    before = frame.live().copy()
    try:
        frame.assume(node.left, decides)
        right = evaluate(frame, node.right)
    except Ended:
        frame.state = before
        return left
    frame.live().absorb(before)
    if decides:
        return join(right, Value(frozenset((False,)) if not left.things else NOTHING.constants, left.taints))
    return join(left, right)


def _is_there(value: Value) -> bool | None:
    if value.constants is None or value.things:
        return None
    return False if value.constants == {None} else None if None in value.constants else True


def _conditional(frame: "Frame", node: ir.Conditional) -> Value:
    truth = evaluate(frame, node.test).truth
    if truth is not None:
        frame.assume(node.test, truth)
        return evaluate(frame, node.yes if truth else node.no)
    before = frame.live().copy()
    yes = _branch(frame, node.test, True, node.yes)
    after, frame.state = frame.state, before
    no = _branch(frame, node.test, False, node.no)
    frame.merge(after)
    if frame.state is None:
        raise Ended
    return join(yes, no)


def _branch(frame: "Frame", test: ir.Expression, holds: bool, node: ir.Expression) -> Value:
    """Return one side of a conditional; nothing, and no state, when control does not come out of it."""
    try:
        frame.assume(test, holds)
        return evaluate(frame, node)
    except Ended:
        frame.state = None
        return NOTHING


def _template(frame: "Frame", node: ir.Template) -> Value:
    return concatenate(frame, [evaluate(frame, part) for part in node.parts])


def concatenate(frame: "Frame", values: Sequence[Value]) -> Value:
    """Return the text that is made of some values, one behind the other."""
    prefix = ""
    for value in values:
        only = value.only
        if only is OPEN or len(prefix) > _LONGEST_TEXT:
            prefix += value.prefix or ("" if prefix else _clean_start(values))
            break
        prefix += only if isinstance(only, str) else str(only)
    else:
        return constant(prefix[:_LONGEST_TEXT])
    seen = [_between_quotes(values, number, frame.live().contents(value)) for number, value in enumerate(values)]
    return Value(None, tainted_by(seen).taints, (), prefix[:_LONGEST_PREFIX])


def _clean_start(values: Sequence[Value]) -> str:
    """A text that begins with something that nobody outside controls leads where that says: `BASE + path`."""
    first = values[0]
    if first.taints or first.constants == frozenset(("",)):
        return ""
    second = values[1].only if len(values) > 1 else ""
    is_scheme = isinstance(second, str) and second.startswith(":")
    return "" if is_scheme else CLEAN_START


def _between_quotes(values: Sequence[Value], number: int, value: Value) -> Value:
    """A part that holds no quote, between two quotes, stays a literal of the language that the text is in."""
    if not value.taints or not 0 < number < len(values) - 1:
        return value
    before, after = values[number - 1].only, values[number + 1].only
    if not isinstance(before, str) or not isinstance(after, str) or not before or not after:
        return value
    bit = {"'": NO_SINGLE_QUOTE, '"': NO_DOUBLE_QUOTE}.get(before[-1], 0)
    if not bit or before[-1] != after[0] or not all(taint.cleared & bit for taint in value.taints.values()):
        return value
    return value.cleared(SinkKind.XPATH.bit)


def _collection(frame: "Frame", node: ir.Collection) -> Value:
    return make_sequence(frame, node.kind, node.items, node.at)


def make_sequence(frame: "Frame", kind: str, items: tuple[ir.Expression, ...], at: int) -> Value:
    """Make a list, tuple or set of the values of `items`."""
    fields: dict[Constant, Value] = {}
    rest = NOTHING
    length: int | None = 0 if kind != "set" else None
    for item in items:
        if isinstance(item, ir.Spread):
            spread = evaluate(frame, item.value)
            inside = [shape for _, shape in frame.live().shapes(spread)]
            if len(inside) == 1 and inside[0].length is not None and length is not None:
                fields |= {length + n: inside[0].fields[n] for n in range(inside[0].length) if n in inside[0].fields}
                length += inside[0].length
                continue
            rest, length = join(rest, items_of(frame, spread, at)), None
            continue
        value = evaluate(frame, item)
        if length is None or length >= 64:
            rest, length = join(rest, value), None
        else:
            fields[length] = value
            length += 1
    shape = Shape(kind, fields, rest, length)
    if length is None:
        shape = shape.blurred()
    return frame.live().allocate(Object(frame.unit.number, at, frame.context), shape)


def _record(frame: "Frame", node: ir.Record) -> Value:
    return make_record(frame, node)


def make_record(frame: "Frame", node: ir.Record) -> Value:
    """Make a mapping."""
    shape = Shape("dict", {})
    for key_node, value_node in node.entries:
        key = evaluate(frame, key_node) if key_node is not None else None
        value = evaluate(frame, value_node)
        if key is None:
            for _, other in frame.live().shapes(value):
                shape = Shape("dict", {**shape.fields, **other.fields}, join(shape.rest, other.rest))
            if value.taints or value.constants is None:
                shape = Shape("dict", shape.fields, join(shape.rest, Value(None, value.taints)))
            continue
        only = key.only
        if only is not OPEN:
            shape = shape.with_item(only, value)
        else:
            shape = shape.with_any(value)
            if key.taints:
                shape = shape.with_item("\0keys", join(shape.fields.get("\0keys", NOTHING), Value(None, key.taints)))
    return frame.live().allocate(Object(frame.unit.number, node.at, frame.context), shape)


def _lambda(frame: "Frame", node: ir.Lambda) -> Value:
    return frame.define(node.function)


def _await(frame: "Frame", node: ir.Await) -> Value:
    return evaluate(frame, node.value)


def _yield(frame: "Frame", node: ir.Yield) -> Value:
    if node.value is None:
        return ANYTHING
    value = evaluate(frame, node.value)
    frame.root.returned(frame, value, node)
    frame.yielded = join(frame.yielded, items_of(frame, value, node.at) if node.is_each else value)
    return ANYTHING


def _comprehension(frame: "Frame", node: ir.Comprehension) -> Value:
    before = dict(frame.live().variables)
    for generator in node.generators:
        iterable = evaluate(frame, generator.iterable)
        frame.assign(generator.target, items_of(frame, iterable, node.at, keys=True), node.at)
        for condition in generator.conditions:
            evaluate(frame, condition)
            frame.assume(condition, True)
    key = evaluate(frame, node.key) if node.key is not None else None
    element = evaluate(frame, node.element)
    frame.live().variables = before
    kind = "list" if node.kind == "generator" else node.kind
    fields: dict[Constant, Value] = {}
    if key is not None and key.taints:
        fields["\0keys"] = Value(None, key.taints)
    return frame.live().allocate(Object(frame.unit.number, node.at, frame.context), Shape(kind, fields, element, None))


def _walrus(frame: "Frame", node: ir.Walrus) -> Value:
    value = evaluate(frame, node.value)
    frame.assign(node.target, value, node.at)
    return value


def _spread(frame: "Frame", node: ir.Spread) -> Value:
    return evaluate(frame, node.value)


def _unknown(frame: "Frame", node: ir.Unknown) -> Value:
    return tainted_by([evaluate(frame, part) for part in node.parts])


# Each function takes the one kind of node that it stands beside.
_EVALUATE: Mapping[type, Callable[..., Value]] = MappingProxyType(
    {
        ir.Const: _const,
        ir.Name: _name,
        ir.Attribute: _attribute,
        ir.Index: _index,
        ir.Slice: _slice,
        ir.Call: _call,
        ir.Binary: _binary,
        ir.Unary: _unary,
        ir.Logic: _logic,
        ir.Conditional: _conditional,
        ir.Template: _template,
        ir.Collection: _collection,
        ir.Record: _record,
        ir.Lambda: _lambda,
        ir.Await: _await,
        ir.Yield: _yield,
        ir.Comprehension: _comprehension,
        ir.Walrus: _walrus,
        ir.Spread: _spread,
        ir.Unknown: _unknown,
    }
)
