"""A summary put to use: the labels of a function's parameters replaced by what a call gives for them."""

import ast
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow.evaluate import item_at, items_of, read_attribute
from xcodereviewer.engines.dataflow.hits import Hit
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.state import Ended
from xcodereviewer.engines.dataflow.values import (
    Constant,
    Label,
    ParameterLabel,
    Taint,
    Trace,
    Value,
    join,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame
    from xcodereviewer.engines.dataflow.root import Summary

__all__ = ["apply_summary"]


def apply_summary(
    frame: "Frame", function: FunctionInfo, summary: "Summary", arguments: Sequence[Value], at: int
) -> Value:
    """Return what a call gives, and report where its arguments arrive."""
    name = function.node.name
    for hit in summary.hits:
        for label, taint in _replaced(frame, function, hit.label, hit.taint, arguments, at, name).items():
            if not taint.cleared & hit.kind.bit:
                found = Hit(hit.kind, hit.unit, hit.at, label, taint, hit.text)
                frame.analysis.add_hit(frame.root, found)
    if not summary.returns:
        raise Ended
    result = Value(None)
    for label, taint in summary.result.taints.items():
        result = join(result, Value(None, _replaced(frame, function, label, taint, arguments, at, name)))
    known = summary.result
    return Value(known.constants if not result.taints else None, result.taints, known.things, known.prefix)


def _replaced(
    frame: "Frame",
    function: FunctionInfo,
    label: Label,
    taint: Taint,
    arguments: Sequence[Value],
    at: int,
    name: str,
) -> Mapping[Label, Taint]:
    """Return the taints of the argument that `label` stands for, each with the way inside the call added."""
    if not isinstance(label, ParameterLabel) or label.function != function.number:
        return {label: taint}
    if label.position >= len(arguments):
        return {}
    actual = arguments[label.position]
    with frame.root.following() as may_follow:
        for step in label.path if may_follow else ():
            actual = _follow(frame, actual, step, at)
    actual = frame.live().contents(actual)
    return {
        own: Taint(
            mine.cleared | taint.cleared,
            mine.certain and taint.certain,
            Trace(mine.trace, frame.unit.number, at, "call", name, inner=taint.trace),
        )
        for own, mine in actual.taints.items()
    }


def _follow(frame: "Frame", value: Value, step: str, at: int) -> Value:
    if step.endswith("()"):
        return frame.analysis.call_method(frame, value, step[1:-2], at)
    if step.startswith("."):
        return read_attribute(frame, value, step[1:], at)
    if step == "[]":
        return items_of(frame, value, at)
    return item_at(frame, value, _key(step), at)


@lru_cache(maxsize=4096)
def _key(step: str) -> Constant:
    key = ast.literal_eval(step[1:-1])
    return key if isinstance(key, str | int | float | bool) else None
