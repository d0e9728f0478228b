"""Java's statements, lowered; what the grammar cannot read costs only its own statement."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Break,
    Const,
    Continue,
    Evaluate,
    Expression,
    For,
    Handler,
    If,
    Loop,
    Name,
    Raise,
    Return,
    Statement,
    Try,
    With,
    WithItem,
)
from xcodereviewer.engines.dataflow.languages.java_classes import lower_local
from xcodereviewer.engines.dataflow.languages.java_expressions import assigned, updated
from xcodereviewer.engines.dataflow.languages.java_functions import lower_explicit
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.java_switch import lower_switch, lower_yield
from xcodereviewer.engines.dataflow.languages.java_types import cast, declared, primitive
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["STATEMENTS"]


def _nothing(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return ()


def _expression(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [_effect(lowering, child) for child in parts(node.children)]


def _effect(lowering: Lowering, node: Node) -> Statement:
    """Lower an expression that is a statement."""
    at = lowering.source.at(node)
    if node.type == "assignment_expression":
        return Assign(at, *assigned(lowering, node))
    if node.type == "update_expression":
        return Assign(at, *updated(lowering, node))
    return Evaluate(at, lowering.expression(node))


def _variable(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower the declaration of variables."""
    kind = node.child_by_field_name("type")
    annotation = declared(lowering, kind)
    made: list[Statement] = []
    for declarator in node.children_by_field_name("declarator"):
        name = declarator.child_by_field_name("name")
        assert name is not None
        value = lowering.maybe(declarator.child_by_field_name("value"))
        target = Name(lowering.source.at(name), _declare(lowering, name, kind))
        made.append(Assign(lowering.source.at(declarator), target, value, annotation))
    return made


def _declare(lowering: Lowering, name: Node, kind: Node | None) -> str:
    return lowering.scopes.declare(lowering.source.text(name), primitive(lowering, kind))


def _if(lowering: Lowering, node: Node) -> Sequence[Statement]:
    test = lowering.field(node, "condition")
    then = lowering.body(node.child_by_field_name("consequence"))
    other = lowering.body(node.child_by_field_name("alternative"))
    return [If(lowering.source.at(node), test, then, other)]


def _while(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [_loop(lowering, node, "")]


def _loop(lowering: Lowering, node: Node, label: str) -> Statement:
    test = lowering.field(node, "condition")
    body = lowering.body(node.child_by_field_name("body"))
    return Loop(lowering.source.at(node), test, body, tests_last=node.type == "do_statement", label=label)


def _for(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return _counting(lowering, node, "")


def _counting(lowering: Lowering, node: Node, label: str) -> list[Statement]:
    lowering.scopes.enter()
    first: list[Statement] = []
    for child in node.children_by_field_name("init"):
        is_declaration = child.type == "local_variable_declaration"
        first += _variable(lowering, child) if is_declaration else [_effect(lowering, child)]
    test = lowering.maybe(node.child_by_field_name("condition"))
    update = tuple(_effect(lowering, child) for child in node.children_by_field_name("update"))
    body = lowering.body(node.child_by_field_name("body"))
    lowering.scopes.leave()
    return [*first, Loop(lowering.source.at(node), test, body, update, label=label)]


def _for_each(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [_iterating(lowering, node, "")]


def _iterating(lowering: Lowering, node: Node, label: str) -> Statement:
    iterable = lowering.field(node, "value")
    name, kind = node.child_by_field_name("name"), node.child_by_field_name("type")
    assert name is not None
    lowering.scopes.enter()
    target = Name(lowering.source.at(name), _declare(lowering, name, kind))
    body = lowering.body(node.child_by_field_name("body"))
    lowering.scopes.leave()
    return For(lowering.source.at(node), target, iterable, (*_known_as(lowering, target, kind), *body), label=label)


def _known_as(lowering: Lowering, target: Name, kind: Node | None) -> Iterator[Statement]:
    """Yield the assignment that gives a variable its declared type, where that is a class of interest."""
    value = cast(lowering, kind, target, target.at)
    if value is not target:
        yield Assign(target.at, target, value)


def _labelled(lowering: Lowering, node: Node) -> Sequence[Statement]:
    name, statement = parts(node.children)
    label = lowering.source.text(name)
    match statement.type:
        case "while_statement" | "do_statement":
            return [_loop(lowering, statement, label)]
        case "for_statement":
            return _counting(lowering, statement, label)
        case "enhanced_for_statement":
            return [_iterating(lowering, statement, label)]
    at = lowering.source.at(node)  # a block that `break label` leaves
    return [Loop(at, Const(at, True), (*lowering.body(statement), Break(at, label)), label=label)]


def _return(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [Return(lowering.source.at(node), _value(lowering, node))]


def _value(lowering: Lowering, node: Node) -> Expression | None:
    children = parts(node.children)
    return lowering.expression(children[0]) if children else None


def _throw(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [Raise(lowering.source.at(node), _value(lowering, node))]


def _break(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [Break(lowering.source.at(node), "".join(map(lowering.source.text, parts(node.children))))]


def _continue(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [Continue(lowering.source.at(node), "".join(map(lowering.source.text, parts(node.children))))]


def _try(lowering: Lowering, node: Node) -> Sequence[Statement]:
    at = lowering.source.at(node)
    lowering.scopes.enter()
    resources = node.child_by_field_name("resources")
    around, lowering.pending = lowering.pending, []
    items = tuple(_resource(lowering, child) for child in parts(resources.children)) if resources is not None else ()
    before, lowering.pending = lowering.pending, around
    body = lowering.body(node.child_by_field_name("body"))
    lowering.scopes.leave()
    if items:
        body = (*before, With(at, items, body))
    handlers = tuple(_handler(lowering, child) for child in node.children if child.type == "catch_clause")
    last = next((child for child in node.children if child.type == "finally_clause"), None)
    final = lowering.body(parts(last.children)[-1]) if last is not None else ()
    return [Try(at, body, handlers, (), final)]


def _resource(lowering: Lowering, node: Node) -> WithItem:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None or value is None:
        return WithItem(lowering.inner(node), None)
    kind = node.child_by_field_name("type")
    lowered = cast(lowering, kind, lowering.expression(value), lowering.source.at(value))
    return WithItem(lowered, Name(lowering.source.at(name), _declare(lowering, name, kind)))


def _handler(lowering: Lowering, node: Node) -> Handler:
    caught = next(child for child in node.children if child.type == "catch_formal_parameter")
    kinds = next(child for child in caught.children if child.type == "catch_type")
    types = tuple(kind for child in parts(kinds.children) if (kind := declared(lowering, child)) is not None)
    name = caught.child_by_field_name("name")
    lowering.scopes.enter()
    own = lowering.scopes.declare(lowering.source.text(name)) if name is not None else ""
    body = lowering.body(node.child_by_field_name("body"))
    lowering.scopes.leave()
    return Handler(types, own, body)


def _block(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return lowering.body(node)


def _synchronized(lowering: Lowering, node: Node) -> Sequence[Statement]:
    held = parts(node.children)[0]
    return [Evaluate(lowering.source.at(held), lowering.expression(held)), *lowering.body(parts(node.children)[-1])]


def _assert(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower an assertion: it is evaluated at most, since Java checks none unless it is told to."""
    return [Evaluate(lowering.source.at(child), lowering.expression(child)) for child in parts(node.children)]


STATEMENTS: Mapping[str, Callable[[Lowering, Node], Sequence[Statement]]] = MappingProxyType(
    {
        "expression_statement": _expression,
        "local_variable_declaration": _variable,
        "if_statement": _if,
        "while_statement": _while,
        "do_statement": _while,
        "for_statement": _for,
        "enhanced_for_statement": _for_each,
        "labeled_statement": _labelled,
        "return_statement": _return,
        "throw_statement": _throw,
        "break_statement": _break,
        "continue_statement": _continue,
        "yield_statement": lower_yield,
        "switch_expression": lower_switch,
        "try_statement": _try,
        "try_with_resources_statement": _try,
        "synchronized_statement": _synchronized,
        "assert_statement": _assert,
        "block": _block,
        "explicit_constructor_invocation": lower_explicit,
        "class_declaration": lower_local,
        "interface_declaration": lower_local,
        "enum_declaration": lower_local,
        "record_declaration": lower_local,
    }
)
