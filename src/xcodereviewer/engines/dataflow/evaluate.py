"""What an expression may be: its value, and what evaluating it does to the state."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.concatenation import concatenate
from xcodereviewer.engines.dataflow.folding import fold_binary, fold_slice, fold_unary
from xcodereviewer.engines.dataflow.go_texts import chosen_at_random
from xcodereviewer.engines.dataflow.reading import items_of, look_up, read_attribute, read_item
from xcodereviewer.engines.dataflow.state import Ended, Shape
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    OPEN,
    Constant,
    Object,
    Value,
    constant,
    join,
    made_of,
    tainted_by,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["evaluate", "make_record", "make_sequence"]

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


def _attribute(frame: "Frame", node: ir.Attribute) -> Value:
    of = evaluate(frame, node.of)
    return read_attribute(frame, of, node.name, node.at)


def _index(frame: "Frame", node: ir.Index) -> Value:
    of, key = evaluate(frame, node.of), evaluate(frame, node.key)
    found = read_item(frame, of, key, node.at)
    return chosen_at_random(found, key) if key.taints and frame.unit.language == "go" else found


def _slice(frame: "Frame", node: ir.Slice) -> Value:
    of = evaluate(frame, node.of)
    bounds = [evaluate(frame, bound) if bound is not None else None for bound in (node.lower, node.upper, node.step)]
    folded = fold_slice(of, bounds)
    if folded is not None:
        return folded
    inside = [shape for _, shape in frame.live().shapes(of)]
    if len(inside) == 1 and len(of.things) == 1:
        made = _sliced(inside[0], bounds)
        site = Object(frame.unit.number, node.at, frame.context)
        return frame.live().allocate(site, made).with_taints(of.taints)
    if of.things:
        return join(Value(of.constants, of.taints, of.things), ANYTHING)
    return Value(None, of.taints, known=of.known) if of.taints or of.known else ANYTHING


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
    made = made_of((left, right))
    if not made.taints:
        begun = _prefix(left) if node.operator in ("+", "%") else ""
        return Value(None, prefix=begun, known=made.known) if begun or made.known else ANYTHING
    prefix = _prefix(left, until="%") if node.operator == "%" else _prefix(left) if node.operator == "+" else ""
    return Value(None, made.taints, (), prefix, known=made.known)


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
    if not frame.is_reached:
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
