"""What tests that are written as calls in JavaScript teach: `allowed.includes(x)`, `/^[a-z]+$/.test(x)`, `typeof x`."""

from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND, clears_of_absence, clears_of_pattern
from xcodereviewer.engines.dataflow.values import Pattern

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["as_membership", "clears_of_test", "clears_of_type", "tests_beginning"]

_MEMBERSHIP = frozenset(("includes", "has", "hasOwnProperty", "indexOf"))
_FOUND = {("!==", -1), ("!=", -1), (">", -1), (">=", 0)}
_NOT_FOUND = {("===", -1), ("==", -1), ("<", 0), ("<=", -1)}


def as_membership(frame: "Frame", test: ir.Expression, symbol: str = "") -> tuple[ir.Binary, bool] | None:
    """Return the `x in collection` that a test means, and whether it holds when the test does.

    It is `c.includes(x)`, `c.has(x)`, `Object.hasOwn(c, x)`, or `c.indexOf(x) === -1` with its `symbol`.
    """
    if isinstance(test, ir.Binary):
        call = test.left
        number = evaluate(frame, test.right).only
        holds = (symbol, number) in _FOUND
        if not holds and (symbol, number) not in _NOT_FOUND:
            return None
    else:
        call, holds = test, True
    if not isinstance(call, ir.Call) or not isinstance(call.callee, ir.Attribute) or not call.arguments:
        return None
    name, of, arguments = call.callee.name, call.callee.of, [one.value for one in call.arguments]
    if len(arguments) == 2 and (name == "hasOwn" or (name == "call" and _is_own_property(of))):
        return ir.Binary(call.at, "in", arguments[1], arguments[0]), holds
    if name not in _MEMBERSHIP or (name == "indexOf") is not isinstance(test, ir.Binary):
        return None
    return ir.Binary(call.at, "in", arguments[0], of), holds


def _is_own_property(of: ir.Expression) -> bool:
    return isinstance(of, ir.Attribute) and of.name == "hasOwnProperty"


def clears_of_test(frame: "Frame", test: ir.Call, holds: bool) -> tuple[ir.Expression, int] | None:
    """Return what a match of a regular expression tells to be safe, and for which kinds (bits)."""
    if not isinstance(test.callee, ir.Attribute) or not test.arguments:
        return None
    given, of = test.arguments[0].value, test.callee.of
    pattern, place = (of, given) if test.callee.name in ("test", "exec") else (given, of)
    if test.callee.name not in ("test", "exec", "match", "search"):
        return None
    for one in evaluate(frame, pattern).things:
        if isinstance(one, Pattern) and "m" not in one.flags:
            clears = clears_of_pattern(one.source, whole=False) if holds else clears_of_absence(one.source)
            return place, clears
    return None


def tests_beginning(frame: "Frame", test: ir.Binary) -> ir.Expression | None:
    """Return the text of which a comparison tests the beginning: `x.slice(0, y.length) === y`, `x.indexOf(y) === 0`."""
    call = test.left
    if not isinstance(call, ir.Call) or not isinstance(call.callee, ir.Attribute) or not call.arguments:
        return None
    if call.callee.name in ("indexOf", "lastIndexOf"):
        return call.callee.of if evaluate(frame, test.right).only == 0 else None
    is_part = call.callee.name in ("slice", "substring", "substr") and len(call.arguments) == 2
    return call.callee.of if is_part and evaluate(frame, call.arguments[0].value).only == 0 else None


def clears_of_type(test: ir.Binary) -> int:
    """Return for which kinds a value is safe of which `typeof x === …` holds."""
    if isinstance(test.left, ir.Unary) and test.left.operator == "typeof" and isinstance(test.right, ir.Const):
        if test.right.value in ("number", "boolean", "bigint"):
            return EVERY_KIND
        return SinkKind.NOSQL.bit if test.right.value == "string" else 0
    return 0
