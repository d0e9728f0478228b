"""A summary put to use: the labels of a function's parameters replaced by what a call gives for them."""

import ast
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow.hits import Hit
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.reading import item_at, items_of, read_attribute
from xcodereviewer.engines.dataflow.state import Ended, Shape
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    Constant,
    Label,
    Object,
    ParameterLabel,
    Taint,
    Trace,
    Value,
    join,
    tainted_by,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame
    from xcodereviewer.engines.dataflow.root import Summary

__all__ = ["apply_summary"]

_NO_TAINTS: Mapping[Label, Taint] = MappingProxyType({})


def apply_summary(
    frame: "Frame", function: FunctionInfo, summary: "Summary", arguments: Sequence[Value], at: int
) -> Value:
    """Return what a call gives, report where its arguments arrive, and put what it puts into them."""
    with frame.root.following() as may_follow:
        if may_follow:
            return _Application(frame, function, arguments, at).apply(summary)
    return tainted_by([frame.live().contents(value) for value in arguments], certain=False)


class _Application:
    """One call of a function by its summary. What a label stands for is looked up once."""

    def __init__(self, frame: "Frame", function: FunctionInfo, arguments: Sequence[Value], at: int) -> None:
        self._frame = frame
        self._function = function
        self._arguments = arguments
        self._at = at
        self._parts: dict[tuple[int, tuple[str, ...]], Value] = {}
        self._seen: dict[tuple[int, tuple[str, ...]], Value] = {}

    def apply(self, summary: "Summary") -> Value:
        frame = self._frame
        for hit in summary.hits:
            for label, taint in self._replaced(hit.label, hit.taint).items():
                if not taint.cleared & hit.kind.bit:
                    frame.analysis.add_hit(frame.root, Hit(hit.kind, hit.unit, hit.at, label, taint, hit.text))
        if not summary.returns:
            raise Ended
        for label, key, value in summary.writes:
            frame.put(self._part(label.position, label.path), key, self._substituted(value))
        if summary.several:
            items = {number: self._substituted(one) for number, one in enumerate(summary.several)}
            site = Object(frame.unit.number, self._at, frame.context)
            return frame.live().allocate(site, Shape("tuple", items, NOTHING, len(items)))
        known = summary.result
        result = (
            Value(known.constants, {}, known.things, known.prefix, known=known.known)
            if not summary.echoes or known.things
            else NOTHING
        )
        given = self._substituted(known)
        result = join(result, Value(NOTHING.constants, given.taints, known=given.known))
        for position, path in sorted(summary.echoes):
            result = join(result, self._part(position, path))
        return ANYTHING if result is NOTHING else result

    def _substituted(self, value: Value) -> Value:
        """Return a value of the function as its caller sees it."""
        taints: dict[Label, Taint] = {}
        is_known = value.known
        for label, taint in value.taints.items():
            replaced = self._replaced(label, taint)
            is_known = is_known and self._is_known(label)
            for own, mine in replaced.items():
                known = taints.get(own)
                taints[own] = mine if known is None else Taint(known.cleared & mine.cleared, known.certain, known.trace)
        heap = self._frame.analysis.heap
        things = tuple(one for one in value.things if not isinstance(one, Object) or one in heap)
        return Value(value.constants, taints, things, value.prefix, known=is_known)

    def _is_known(self, label: Label) -> bool:
        """Whether all is known of what a label stands for."""
        seen = self._seen.get((label.position, label.path)) if isinstance(label, ParameterLabel) else None
        return seen is None or seen.known

    def _replaced(self, label: Label, taint: Taint) -> Mapping[Label, Taint]:
        """Return the taints of the argument that `label` stands for, each with the way inside the call added."""
        if not isinstance(label, ParameterLabel) or label.function != self._function.number:
            return {label: taint}
        place = (label.position, label.path)
        actual = self._seen.get(place)
        if actual is None:
            actual = self._seen[place] = self._frame.live().contents(self._part(*place))
        if not actual.taints:
            return _NO_TAINTS
        unit, name = self._frame.unit.number, self._function.node.name
        return {
            own: Taint(
                mine.cleared | taint.cleared,
                mine.certain and taint.certain,
                Trace(mine.trace, unit, self._at, "call", name, inner=taint.trace),
            )
            for own, mine in actual.taints.items()
        }

    def _part(self, position: int, path: tuple[str, ...]) -> Value:
        """Return the part of an argument that a path leads to."""
        known = self._parts.get((position, path))
        if known is None:
            if position >= len(self._arguments):
                return ANYTHING
            known = self._arguments[position] if not path else self._follow(self._part(position, path[:-1]), path[-1])
            self._parts[position, path] = known
        return known

    def _follow(self, value: Value, step: str) -> Value:
        frame, at = self._frame, self._at
        if not value.things and not value.taints:
            return ANYTHING
        if step.endswith("()"):
            if not value.things:
                return value
            return frame.call_method(value, step[1:-2], at)
        if step.startswith("."):
            return read_attribute(frame, value, step[1:], at)
        return items_of(frame, value, at) if step == "[]" else item_at(frame, value, _key(step), at)


@lru_cache(maxsize=4096)
def _key(step: str) -> Constant:
    key = ast.literal_eval(step[1:-1])
    return key if isinstance(key, str | int | float | bool) else None
