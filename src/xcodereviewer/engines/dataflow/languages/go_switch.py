"""Go's `switch`, type switch and `select`, lowered.

A case ends with a `Break` unless it says `fallthrough`. One whose expressions are literals compares them; any other has
a guard. A `switch` without a value is a chain of `If`s, in a `Switch` of one case when a `break` leaves it. What stands
in a case of `select`, or is of a type, may be or not.
"""

from collections.abc import Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Binary,
    Break,
    Case,
    Const,
    Evaluate,
    Expression,
    If,
    Logic,
    Name,
    Statement,
    Switch,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.go_expressions import cast
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.syntax import chained
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["lower_select", "lower_switch", "lower_type_switch"]

_LONGEST_CHAIN = 40  # cases that nest as `else if`; more of them are guards
_INNER = frozenset(
    "for_statement expression_switch_statement type_switch_statement select_statement func_literal".split()  # noqa: SIM905 - a list of words
)


def _cases(node: Node, *kinds: str) -> list[Node]:
    """Return the cases, the default one last, unless one falls through to the next."""
    cases = [child for child in node.children if child.type in (*kinds, "default_case")]
    if any(_falls_through(case) for case in cases):
        return cases
    return sorted(cases, key=lambda case: case.type == "default_case")


def _body(case: Node) -> list[Node]:
    return [child for child in case.children if child.type == "statement_list"]


def _falls_through(case: Node) -> bool:
    inner = [one for child in _body(case) for one in parts(child.named_children)]
    return bool(inner) and inner[-1].type == "fallthrough_statement"


def _lower_body(lowering: Lowering, case: Node) -> tuple[Statement, ...]:
    lowering.scopes.enter()
    lowered = lowering.block(_body(case))
    lowering.scopes.leave()
    return lowered


def _ended(lowering: Lowering, case: Node, body: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return body if _falls_through(case) else (*body, Break(lowering.source.at(case)))


def lower_switch(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `switch x { case … }` and `switch { case … }`."""
    lowering.label = ""
    at = lowering.source.at(node)
    lowering.scopes.enter()
    initial = node.child_by_field_name("initializer")
    first: list[Statement] = [*lowering.statement(initial)] if initial is not None else []
    value = node.child_by_field_name("value")
    cases = _cases(node, "expression_case")
    if value is None and len(cases) <= _LONGEST_CHAIN and not any(map(_falls_through, cases)):
        made: Sequence[Statement] = _chain(lowering, at, cases)
    else:
        subject: Expression = Const(at, True)
        if value is not None:
            subject = lowering.expression(value)
            if not isinstance(subject, Name):
                name = Name(subject.at, lowering.scopes.declare(f"switch {node.start_point[0] + 1}"))
                first.append(Assign(subject.at, name, subject))
                subject = name
        lowered = [_case(lowering, case, subject, is_tagged=value is not None) for case in cases]
        made = [Switch(at, subject, tuple(lowered), falls_through=True)]
    lowering.scopes.leave()
    return [*first, *made]


def _case(lowering: Lowering, case: Node, subject: Expression, *, is_tagged: bool) -> Case:
    value = case.child_by_field_name("value")
    wanted = lowering.all(value.named_children) if value is not None else ()
    body = _ended(lowering, case, _lower_body(lowering, case))
    if not wanted:
        return Case((), None, body)
    if is_tagged and all(isinstance(one, Const) for one in wanted):
        return Case(wanted, None, body)
    tests = [Binary(one.at, "==", subject, one) if is_tagged else one for one in wanted]
    return Case((), chained(tests, lambda left, right: Logic(left.at, "or", left, right)), body)


def _chain(lowering: Lowering, at: int, cases: list[Node]) -> Sequence[Statement]:
    tests = []
    for case in cases:
        value = case.child_by_field_name("value")
        wanted = lowering.all(value.named_children) if value is not None else ()
        test = chained(wanted, lambda left, right: Logic(left.at, "or", left, right)) if wanted else None
        tests.append((lowering.source.at(case), test, _lower_body(lowering, case)))
    other: tuple[Statement, ...] = ()
    for place, test, body in reversed(tests):
        other = body if test is None else (If(place, test, body, other),)
    if not any(_breaks(case) for case in cases):
        return other
    return [Switch(at, Const(at, True), (Case((), None, (*other, Break(at))),), falls_through=True)]


def _breaks(node: Node) -> bool:
    """Whether a `break` without a label leaves the statement that `node` is a part of."""
    pending = list(node.children)
    while pending:
        one = pending.pop()
        if one.type == "break_statement" and not parts(one.named_children):
            return True
        if one.is_named and one.type not in _INNER:
            pending += one.children
    return False


def lower_type_switch(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `switch v := x.(type) { case T: … }`."""
    lowering.label = ""
    at = lowering.source.at(node)
    lowering.scopes.enter()
    initial = node.child_by_field_name("initializer")
    first: list[Statement] = [*lowering.statement(initial)] if initial is not None else []
    alias = node.child_by_field_name("alias")
    name = parts(alias.named_children)[0] if alias is not None else None
    value = Name(at, lowering.scopes.declare(f"type {node.start_point[0] + 1}"))
    first.append(Assign(at, value, lowering.field(node, "value")))
    cases = [_type_case(lowering, case, name, value) for case in _cases(node, "type_case")]
    lowering.scopes.leave()
    return [*first, Switch(at, Const(at, True), tuple(cases), falls_through=True)]


def _type_case(lowering: Lowering, case: Node, name: Node | None, value: Name) -> Case:
    kinds = case.children_by_field_name("type")
    at = lowering.source.at(case)
    lowering.scopes.enter()
    known: list[Statement] = []
    read = Name(at, lowering.source.read(value.name))
    if name is not None:
        own = cast(lowering, kinds[0], read, at) if len(kinds) == 1 else read
        known.append(Assign(at, lowering.name(name), own))
    body = (*known, *_lower_body(lowering, case), Break(at))
    lowering.scopes.leave()
    return Case((), Unknown(at, ()) if case.type == "type_case" else None, body)


def lower_select(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `select`."""
    lowering.label = ""
    at = lowering.source.at(node)
    cases = []
    for case in _cases(node, "communication_case"):
        lowering.scopes.enter()
        asked = case.child_by_field_name("communication")
        first = lowering.statement(asked) if asked is not None else ()
        place = lowering.source.at(case)
        body = (*first, *_lower_body(lowering, case), Break(place))
        cases.append(Case((), Unknown(place, ()), body))
        lowering.scopes.leave()
    if not cases:  # it waits for ever
        return [Evaluate(at, Unknown(at, ()))]
    return [Switch(at, Const(at, True), (*cases[:-1], Case((), None, cases[-1].body)), falls_through=True)]
