"""JavaScript's statements, lowered."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Binary,
    Break,
    Case,
    Const,
    Continue,
    Delete,
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
    Switch,
    Try,
)
from xcodereviewer.engines.dataflow.languages.javascript_expressions import augmented, updated
from xcodereviewer.engines.dataflow.languages.javascript_functions import Pattern, lower_named
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.javascript_modules import MODULES, lower_declarator
from xcodereviewer.engines.dataflow.languages.javascript_types import TYPES, annotation, lower_namespace
from xcodereviewer.engines.dataflow.languages.syntax import TooDeep
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["STATEMENTS"]

_LONGEST_CHAIN = 200  # of `else if`


def _expression_statement(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return [one for child in parts(node.children) for one in _effect(lowering, child)]


def _effect(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower an expression that stands for its effect."""
    while node.type == "parenthesized_expression":
        node = parts(node.children)[0]
    at = lowering.source.at(node)
    match node.type:
        case "assignment_expression":
            return _assignment(lowering, node)
        case "augmented_assignment_expression" | "update_expression":
            lower = updated if node.type == "update_expression" else augmented
            changed = lower(lowering, node)
            return [Assign(at, changed.target, changed.value)]
        case "sequence_expression":
            return [one for child in parts(node.children) for one in _effect(lowering, child)]
        case "unary_expression" if node.children[0].type == "delete":
            return [Delete(at, lowering.inner(node))]
        case "internal_module":
            return lower_namespace(lowering, node)
        case "string" if lowering.source.text(node)[1:-1] == "use strict":
            return ()
    return [Evaluate(at, lowering.expression(node))]


def _assignment(lowering: Lowering, node: Node) -> Sequence[Statement]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    assert left is not None
    assert right is not None
    value = lower_named(lowering, right, lowering.source.text(left).rpartition(".")[2])
    pattern = Pattern(lowering, lowering.source.assign)
    return [Assign(lowering.source.at(node), pattern.lower(left), value), *pattern.defaults]


def _declaration(lowering: Lowering, node: Node) -> Sequence[Statement]:
    statements: list[Statement] = []
    for child in parts(node.children):
        if child.type == "variable_declarator":
            declared = _declarator(lowering, child)
            statements += (*lowering.take_pending(), *declared)
    return statements


def _declarator(lowering: Lowering, node: Node) -> Sequence[Statement]:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    assert name is not None
    at = lowering.source.at(node)
    declared = annotation(lowering, node.child_by_field_name("type"))
    if value is None:
        return _declared(lowering, name, declared)
    imports = lower_declarator(lowering, node)
    if imports is not None:
        return imports
    lowered = lower_named(lowering, value, lowering.source.text(name) if name.type == "identifier" else "")
    pattern = Pattern(lowering, lowering.source.bind)
    return [Assign(at, pattern.lower(name), lowered, declared), *pattern.defaults]


def _declared(lowering: Lowering, name: Node, declared: Expression | None) -> Sequence[Statement]:
    """Lower a variable that is there before it has a value; a `var` that is there already keeps what it has."""
    source = lowering.source
    at, text = source.at(name), source.text(name)
    if source.scopes and text in source.scopes[-1].bound:
        return ()
    source.bind(text)
    return [Assign(at, Name(at, text), Const(at, None) if declared is None else None, declared)]


def _if(lowering: Lowering, node: Node) -> Sequence[Statement]:
    clauses: list[tuple[int, Expression, tuple[Statement, ...]]] = []
    other: tuple[Statement, ...] = ()
    following: Node | None = node
    while following is not None:  # a chain of many `else if` nests; it is walked, not descended
        if len(clauses) > _LONGEST_CHAIN:
            raise TooDeep
        test, then = following.child_by_field_name("condition"), following.child_by_field_name("consequence")
        assert test is not None
        clauses.append((lowering.source.at(following), lowering.expression(test), lowering.body(then)))
        alternative = following.child_by_field_name("alternative")
        following = None
        if alternative is not None:
            body = parts(alternative.children)[0]
            following = body if body.type == "if_statement" else None
            other = lowering.body(body) if following is None else ()
    for at, lowered, block in reversed(clauses):
        other = (If(at, lowered, block, other),)
    return other


def _for(lowering: Lowering, node: Node) -> Sequence[Statement]:
    first, test = node.child_by_field_name("initializer"), node.child_by_field_name("condition")
    update = node.child_by_field_name("increment")
    before = list(_initial(lowering, first)) if first is not None else []
    condition = None
    if test is not None and test.type != "empty_statement":
        condition = lowering.inner(test) if test.type == "expression_statement" else lowering.expression(test)
    body = lowering.body(node.child_by_field_name("body"))
    after = tuple(_effect(lowering, update)) if update is not None else ()
    return [*before, Loop(lowering.source.at(node), condition, body, after)]


def _initial(lowering: Lowering, node: Node) -> Sequence[Statement]:
    if node.type in ("lexical_declaration", "variable_declaration"):
        return _declaration(lowering, node)
    if node.type == "empty_statement":
        return ()
    return _expression_statement(lowering, node) if node.type == "expression_statement" else _effect(lowering, node)


def _for_in(lowering: Lowering, node: Node) -> Sequence[Statement]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    assert left is not None
    assert right is not None
    iterable = lowering.expression(right)
    source = lowering.source
    is_declared = node.child_by_field_name("kind") is not None
    pattern = Pattern(lowering, source.bind if is_declared else source.assign)
    target = pattern.lower(left)
    over_keys = any(child.type == "in" for child in node.children)
    body = (*pattern.defaults, *lowering.body(node.child_by_field_name("body")))
    return [For(source.at(node), target, iterable, body, over_keys=over_keys)]


def _while(lowering: Lowering, node: Node) -> Sequence[Statement]:
    test = node.child_by_field_name("condition")
    assert test is not None
    lowered = lowering.expression(test)
    body = lowering.body(node.child_by_field_name("body"))
    return [Loop(lowering.source.at(node), lowered, body, tests_last=node.type == "do_statement")]


def _label(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower a labelled statement; a block that is left by its label is a loop that runs once."""
    label, body = node.child_by_field_name("label"), node.child_by_field_name("body")
    assert label is not None
    assert body is not None
    name = lowering.source.text(label)
    at = lowering.source.at(node)
    if body.type not in _LOOPS:
        block = lowering.body(body)
        return [Loop(at, Const(at, False), block, tests_last=True, label=name)]
    *before, loop = lowering.statement(body)
    match loop:
        case Loop():
            labelled: Statement = Loop(loop.at, loop.test, loop.body, loop.update, loop.other, loop.tests_last, name)
        case For():
            labelled = For(loop.at, loop.target, loop.iterable, loop.body, loop.other, loop.over_keys, name)
        case _:
            labelled = loop
    return [*before, labelled]


_LOOPS = frozenset(("for_statement", "for_in_statement", "while_statement", "do_statement"))


def _jump(lowering: Lowering, node: Node) -> Sequence[Statement]:
    label = node.child_by_field_name("label")
    name = lowering.source.text(label) if label is not None else ""
    kind = Break if node.type == "break_statement" else Continue
    return [kind(lowering.source.at(node), name)]


def _return(lowering: Lowering, node: Node) -> Sequence[Statement]:
    children = parts(node.children)
    kind = Return if node.type == "return_statement" else Raise
    return [kind(lowering.source.at(node), lowering.expression(children[0]) if children else None)]


def _try(lowering: Lowering, node: Node) -> Sequence[Statement]:
    body = lowering.body(node.child_by_field_name("body"))
    clause, final = node.child_by_field_name("handler"), node.child_by_field_name("finalizer")
    handlers = (_handler(lowering, clause),) if clause is not None else ()
    last = lowering.body(final.child_by_field_name("body")) if final is not None else ()
    return [Try(lowering.source.at(node), body, handlers, (), last)]


def _handler(lowering: Lowering, node: Node) -> Handler:
    caught = node.child_by_field_name("parameter")
    if caught is None:
        return Handler((), "", lowering.body(node.child_by_field_name("body")))
    source = lowering.source
    name = source.bind(" ".join(source.text(caught).split()))
    first: list[Statement] = []
    if caught.type != "identifier":
        pattern = Pattern(lowering, source.bind)
        at = source.at(caught)
        first = [Assign(at, pattern.lower(caught), Name(at, name)), *pattern.defaults]
    return Handler((), name, (*first, *lowering.body(node.child_by_field_name("body"))))


def _switch(lowering: Lowering, node: Node) -> Sequence[Statement]:
    value, body = node.child_by_field_name("value"), node.child_by_field_name("body")
    assert value is not None
    assert body is not None
    subject = lowering.expression(value)
    cases = tuple(_case(lowering, child, subject) for child in parts(body.children))
    return [Switch(lowering.source.at(node), subject, cases, True)]


def _case(lowering: Lowering, node: Node, subject: Expression) -> Case:
    """Lower one case; what it compares with is a pattern when it is a literal, or else a condition."""
    value = node.child_by_field_name("value")
    statements = lowering.block(node.children_by_field_name("body"))
    if value is None:
        return Case((), None, statements)
    lowered = lowering.expression(value)
    if isinstance(lowered, Const):
        return Case((lowered,), None, statements)
    if isinstance(subject, Const) and subject.value is True:
        return Case((), lowered, statements)
    return Case((), Binary(lowered.at, "===", subject, lowered), statements)


def _block(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return lowering.body(node)


def _with(lowering: Lowering, node: Node) -> Sequence[Statement]:
    value = node.child_by_field_name("object")
    assert value is not None
    of = Evaluate(lowering.source.at(value), lowering.expression(value))
    return [of, *lowering.body(node.child_by_field_name("body"))]


def _nothing(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return ()


STATEMENTS: Mapping[str, Callable[[Lowering, Node], Sequence[Statement]]] = MappingProxyType(
    {
        **MODULES,
        **TYPES,
        "expression_statement": _expression_statement,
        "lexical_declaration": _declaration,
        "variable_declaration": _declaration,
        "if_statement": _if,
        "for_statement": _for,
        "for_in_statement": _for_in,
        "while_statement": _while,
        "do_statement": _while,
        "labeled_statement": _label,
        "break_statement": _jump,
        "continue_statement": _jump,
        "return_statement": _return,
        "throw_statement": _return,
        "try_statement": _try,
        "switch_statement": _switch,
        "statement_block": _block,
        "with_statement": _with,
        "debugger_statement": _nothing,
    }
)
