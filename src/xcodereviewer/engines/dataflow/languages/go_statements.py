"""Go's statements, lowered.

`x, err := f()` takes the results of a call apart (`Collection("results")`). What `defer` and `go` call may run or not:
it never keeps what follows from running. `ch <- x` is `builtins.send(ch, x)`. What a `goto` is, `go_jumps.py` says.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Binary,
    Break,
    Call,
    Collection,
    Const,
    Continue,
    Evaluate,
    Expression,
    For,
    If,
    Loop,
    Name,
    Raise,
    Statement,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.go_declarations import lower_constants, lower_types, lower_variables
from xcodereviewer.engines.dataflow.languages.go_functions import lower_return
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.go_switch import lower_select, lower_switch, lower_type_switch
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["STATEMENTS"]

_LOOPS = frozenset(("for_statement",))
_SWITCHES = frozenset(("expression_switch_statement", "type_switch_statement", "select_statement"))


def _nothing(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return ()


def _expression(lowering: Lowering, node: Node) -> Sequence[Statement]:
    made: list[Statement] = []
    for child in parts(node.named_children):
        value = lowering.expression(child)
        at = lowering.source.at(child)
        is_panic = isinstance(value, Call) and isinstance(value.callee, Name) and value.callee.name == "panic"
        if is_panic and isinstance(value, Call):
            made.append(Raise(at, value.arguments[0].value if value.arguments else None))
        else:
            made.append(Evaluate(at, value))
    return made


def _declare(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `a, b := …`: a name that the block has already is assigned."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    assert left is not None
    assert right is not None
    values = lowering.all(right.named_children)
    own = lowering.scopes.has_own
    are_fresh = not any(own(lowering.source.text(one)) for one in parts(left.named_children))
    targets = [lowering.name(one) for one in parts(left.named_children)]
    at = lowering.source.at(node)
    if len(targets) == len(values) and are_fresh:
        return [_assign(at, target, value) for target, value in zip(targets, values, strict=True)]
    return _assigned(at, targets, values)


def _assign(at: int, target: Expression, value: Expression) -> Statement:
    if isinstance(target, Name) and target.name == "_":
        return Evaluate(at, value)
    return Assign(at, target, value)


def _assigned(at: int, targets: Sequence[Expression], values: Sequence[Expression]) -> Sequence[Statement]:
    if len(targets) == 1 and values:
        return [_assign(at, targets[0], values[0])]
    if len(values) == 1:
        return [Assign(at, Collection(at, "results", tuple(targets)), values[0])]
    kind = "tuple"
    return [Assign(at, Collection(at, kind, tuple(targets)), Collection(at, kind, tuple(values)))]


def _target(lowering: Lowering, node: Node) -> Expression:
    while node.type == "parenthesized_expression":
        node = parts(node.named_children)[0]
    if node.type == "identifier":
        return Name(lowering.source.at(node), lowering.scopes.assigned(lowering.source.text(node)))
    return lowering.expression(node)


def _assignment(lowering: Lowering, node: Node) -> Sequence[Statement]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    operator = node.child_by_field_name("operator")
    assert left is not None
    assert right is not None
    values = lowering.all(right.named_children)
    targets = [_target(lowering, one) for one in parts(left.named_children)]
    at = lowering.source.at(node)
    if operator is not None and operator.type != "=" and values and targets:
        read = lowering.expression(parts(left.named_children)[0])
        return [Assign(at, targets[0], Binary(at, operator.type[:-1], read, values[0]))]
    return _assigned(at, targets, values)


def _count(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `x++` and `x--`."""
    at, counted = lowering.source.at(node), parts(node.named_children)[0]
    symbol = "+" if node.type == "inc_statement" else "-"
    value = Binary(at, symbol, lowering.expression(counted), Const(at, 1))
    return [Assign(at, _target(lowering, counted), value)]


def _if(lowering: Lowering, node: Node) -> Sequence[Statement]:
    lowering.scopes.enter()
    first = _initial(lowering, node)
    test = lowering.field(node, "condition")
    then = lowering.body(node.child_by_field_name("consequence"))
    other = node.child_by_field_name("alternative")
    otherwise: Sequence[Statement] = ()
    if other is not None:
        otherwise = lowering.statement(other) if other.type == "if_statement" else lowering.body(other)
    lowering.scopes.leave()
    return [*first, If(lowering.source.at(node), test, then, tuple(otherwise))]


def _initial(lowering: Lowering, node: Node) -> Sequence[Statement]:
    initial = node.child_by_field_name("initializer")
    return lowering.statement(initial) if initial is not None else ()


def _for(lowering: Lowering, node: Node) -> Sequence[Statement]:
    label, lowering.label = lowering.label, ""
    at, body = lowering.source.at(node), node.child_by_field_name("body")
    head = next((child for child in parts(node.named_children) if child.type != "block"), None)
    lowering.scopes.enter()
    first: Sequence[Statement] = ()
    if head is None:
        made: Statement = Loop(at, None, lowering.body(body), label=label)
    elif head.type == "range_clause":
        made = _range(lowering, head, body, label)
    elif head.type == "for_clause":
        first = _initial(lowering, head)
        test = lowering.maybe(head.child_by_field_name("condition"))
        update = head.child_by_field_name("update")
        lowered = lowering.body(body)
        made = Loop(at, test, lowered, tuple(lowering.statement(update)) if update is not None else (), label=label)
    else:
        made = Loop(at, lowering.expression(head), lowering.body(body), label=label)
    lowering.scopes.leave()
    return [*first, made]


def _range(lowering: Lowering, node: Node, body: Node | None, label: str) -> Statement:
    """Lower `for k, v := range x`: over the items when they are asked for, and over the keys otherwise."""
    iterable = lowering.field(node, "right")
    left = node.child_by_field_name("left")
    at = lowering.source.at(node)
    declares = any(child.type == ":=" for child in node.children)
    given = parts(left.named_children) if left is not None else []
    targets = [lowering.name(one) if declares else _target(lowering, one) for one in given]
    keys = Call(at, Name(at, "builtins.keys"), (Argument(iterable),))
    key: Expression = targets[0] if targets else Name(at, "_")
    if len(targets) < 2:
        return For(at, key, keys, lowering.body(body), label=label)
    first = () if isinstance(key, Name) and key.name == "_" else (Assign(at, key, Call(at, _ANY_KEY, keys.arguments)),)
    return For(at, targets[1], iterable, (*first, *lowering.body(body)), label=label)


_ANY_KEY = Name(0, "builtins.key")


def _called(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `defer f()` and `go f()`."""
    at = lowering.source.at(node)
    value = lowering.inner(node)
    return [If(at, Unknown(at, ()), (Evaluate(at, value),), ())]


def _send(lowering: Lowering, node: Node) -> Sequence[Statement]:
    at = lowering.source.at(node)
    given = (Argument(lowering.field(node, "channel")), Argument(lowering.field(node, "value")))
    return [Evaluate(at, Call(at, Name(at, "builtins.send"), given))]


def _receive(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower the communication of a case: `v := <-c`, `v, ok = <-c`, `<-c`."""
    left = node.child_by_field_name("left")
    value = lowering.field(node, "right")
    at = lowering.source.at(node)
    if left is None:
        return [Evaluate(at, value)]
    declares = any(child.type == ":=" for child in node.children)
    targets = [lowering.name(one) if declares else _target(lowering, one) for one in parts(left.named_children)]
    return _assigned(at, targets, [value])


def _jump_label(lowering: Lowering, node: Node) -> str:
    return "".join(map(lowering.source.text, parts(node.named_children)))


def _break(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [Break(lowering.source.at(node), _jump_label(lowering, node))]


def _continue(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [Continue(lowering.source.at(node), _jump_label(lowering, node))]


def _goto(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [lowering.jumps.jump(lowering.source.at(node), _jump_label(lowering, node))]


def _labelled(lowering: Lowering, node: Node) -> Sequence[Statement]:
    name, *rest = parts(node.named_children)
    label = lowering.source.text(name)
    if not rest:
        return ()
    if rest[0].type in _LOOPS:
        lowering.label = label
        return lowering.statement(rest[0])
    if rest[0].type in _SWITCHES:  # `break label` leaves it
        at = lowering.source.at(node)
        return [Loop(at, Const(at, True), (*lowering.statement(rest[0]), Break(at, label)), label=label)]
    return lowering.statement(rest[0])


def _block(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return lowering.body(node)


STATEMENTS: Mapping[str, Callable[[Lowering, Node], Sequence[Statement]]] = MappingProxyType(
    {
        "expression_statement": _expression,
        "short_var_declaration": _declare,
        "assignment_statement": _assignment,
        "inc_statement": _count,
        "dec_statement": _count,
        "var_declaration": lower_variables,
        "const_declaration": lower_constants,
        "type_declaration": lower_types,
        "if_statement": _if,
        "for_statement": _for,
        "return_statement": lower_return,
        "defer_statement": _called,
        "go_statement": _called,
        "send_statement": _send,
        "receive_statement": _receive,
        "break_statement": _break,
        "continue_statement": _continue,
        "goto_statement": _goto,
        "labeled_statement": _labelled,
        "expression_switch_statement": lower_switch,
        "type_switch_statement": lower_type_switch,
        "select_statement": lower_select,
        "block": _block,
        "fallthrough_statement": _nothing,
        "empty_statement": _nothing,
        "empty_labeled_statement": _nothing,
    }
)
