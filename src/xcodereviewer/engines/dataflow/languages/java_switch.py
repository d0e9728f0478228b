"""Java's `switch`, lowered: every case ends with a `Break` unless it falls through.

As an expression it runs before the statement that it stands in, and its value is a variable, `switch 12` for one in
line 12, that `yield` and `->` assign. The constant of an enumeration is compared as its name, a text.
"""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Break,
    Call,
    Case,
    Const,
    Evaluate,
    Expression,
    Name,
    Statement,
    Switch,
    Walrus,
)
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.java_types import declared
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["lower_pattern", "lower_switch", "lower_yield", "switch_value"]


def lower_switch(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower a `switch` that is a statement."""
    return [_switch(lowering, node, "")]


def switch_value(lowering: Lowering, node: Node) -> Expression:
    """Lower a `switch` that is an expression."""
    at = lowering.source.at(node)
    result = lowering.scopes.declare(f"switch {node.start_point[0] + 1}")
    around = lowering.pending
    lowering.results.append(result)
    made = _switch(lowering, node, result)
    lowering.results.pop()
    lowering.pending = [*around, made]
    return Name(at, result)


def lower_yield(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `yield x`: the value of the innermost `switch` that is one."""
    at = lowering.source.at(node)
    value = lowering.inner(node)
    if not lowering.results:
        return [Evaluate(at, value)]
    return [Assign(at, Name(at, lowering.results[-1]), value), Break(at)]


def _switch(lowering: Lowering, node: Node, result: str) -> Switch:
    subject = lowering.field(node, "condition")
    body = node.child_by_field_name("body")
    lowering.scopes.enter()
    cases: list[Case] = []
    for group in parts(body.children) if body is not None else ():
        cases += _group(lowering, group, result)
    lowering.scopes.leave()
    return Switch(lowering.source.at(node), subject, tuple(cases), falls_through=True)


def _group(lowering: Lowering, node: Node, result: str) -> Iterator[Case]:
    labels = [child for child in node.children if child.type == "switch_label"]
    bodies = [child for child in parts(node.children) if child.type != "switch_label"]
    if node.type == "switch_rule":
        lowering.scopes.enter()
        patterns, guard = _label(lowering, labels[0]) if labels else ((), None)
        yield Case(patterns, guard, _rule(lowering, bodies, result))
        lowering.scopes.leave()
        return
    if node.type != "switch_block_statement_group":
        lowering.gap(node)
        return
    for number, label in enumerate(labels):
        patterns, guard = _label(lowering, label)
        yield Case(patterns, guard, lowering.block(bodies) if number == len(labels) - 1 else ())


def _rule(lowering: Lowering, bodies: list[Node], result: str) -> tuple[Statement, ...]:
    """Lower what follows `->`: a value, a block, or a `throw`."""
    if not bodies:
        return ()
    body = bodies[0]
    at = lowering.source.at(body)
    if body.type == "expression_statement" and result:
        value = lowering.guarded(body, lambda one: [Assign(at, Name(at, result), lowering.inner(one))])
        return (*value, Break(at))
    return (*lowering.body(body), Break(at))


def _label(lowering: Lowering, node: Node) -> tuple[tuple[Expression, ...], Expression | None]:
    """Return the patterns of a case, none for the one that takes the rest, and its guard."""
    patterns: list[Expression] = []
    guard: Expression | None = None
    is_default = any(child.type == "default" for child in node.children)
    for child in parts(node.children):
        if child.type == "guard":
            guard = lowering.inner(child)
        elif child.type == "pattern":
            patterns.append(lower_pattern(lowering, parts(child.children)[0]))
        elif child.type == "identifier":
            name = lowering.source.text(child)
            is_default = is_default or name == "default"
            patterns.append(Const(lowering.source.at(child), name))
        elif child.type == "field_access":
            patterns.append(Const(lowering.source.at(child), lowering.source.text(child).rpartition(".")[2]))
        else:
            patterns.append(lowering.expression(child))
    return () if is_default else tuple(patterns), guard


def lower_pattern(lowering: Lowering, node: Node) -> Expression:
    """Lower a pattern: `T t` takes a value of the class and names it, `T(p, q)` takes it apart."""
    at, children = lowering.source.at(node), parts(node.children)
    if node.type == "record_pattern":
        taken = [lower_pattern(lowering, one) for one in parts(children[1].children)]
        kind = declared(lowering, children[0]) or Name(at, "java.lang.Object")
        return Call(at, kind, tuple(map(Argument, taken)))
    if node.type == "record_pattern_component" and len(children) == 1:
        return lower_pattern(lowering, children[0])
    if len(children) < 2:
        return Name(at, "_")
    name = children[-1]
    target = Name(lowering.source.at(name), lowering.scopes.declare(lowering.source.text(name)))
    wanted = declared(lowering, children[-2])
    if node.type == "record_pattern_component" or wanted is None:
        return target
    return Walrus(at, target, Call(at, wanted, ()))
