"""What a call teaches about its own arguments: functions that test them, or that return only when they are right."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.guards import clearing, refine
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND
from xcodereviewer.engines.dataflow.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xcodereviewer.engines.dataflow.frame import Frame
    from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["learn", "newly_cleared"]


def learn(
    frame: "Frame",
    function: "FunctionInfo",
    places: "Sequence[ir.Expression | None]",
    before: "Mapping[str, Value]",
    after: "Mapping[str, Value]",
) -> None:
    """Let the variables that were given as arguments (`places`, by parameter) be as safe as the function left them."""
    for parameter, place in zip(function.node.parameters, places, strict=False):
        old, new = before.get(parameter.name), after.get(parameter.name)
        if place is None or old is None or new is None or not old.taints:
            continue
        cleared = newly_cleared(old, new)
        if cleared and parameter.name not in function.uses.assigned:
            refine(frame, place, clearing(cleared))


def newly_cleared(before: Value, after: Value) -> int:
    """Return for which kinds (bits) a value was made safe, whatever label it carries."""
    if not after.taints:
        return EVERY_KIND if after.constants is not None and not after.things else 0
    if after.taints.keys() != before.taints.keys():
        return 0
    cleared = -1
    for label, taint in after.taints.items():
        cleared &= taint.cleared & ~before.taints[label].cleared
    return cleared
