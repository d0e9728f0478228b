"""The analysis of one function for whoever calls it: its parameters are labels, what becomes of them its summary."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.frame import Frame
from xcodereviewer.engines.dataflow.hits import Hit
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.state import Shape, State
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    Object,
    ParameterLabel,
    Taint,
    Trace,
    Value,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["BudgetEnded", "Root", "Summary"]


_DEEPEST_FOLLOWING = 3


class BudgetEnded(Exception):
    """A function took more steps than one may."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a call of a function gives, and where its parameters arrive; labels are those of its parameters."""

    result: Value
    hits: tuple[Hit, ...]
    returns: bool = True  # false when every way through it raises
    ensures: tuple[int, ...] = ()  # for which kinds (bits) each argument is safe when it has returned


class Root:
    """One function (None: a module's body) and all that is run in place for it."""

    def __init__(self, analysis: "Analysis", function: FunctionInfo | None, budget: int) -> None:
        self.analysis = analysis
        self.function = function
        self.budget = budget
        self.nested: dict[int, FunctionInfo] = {}  # functions that see its variables, to be looked at when it is done
        self._hits: dict[tuple[object, ...], Hit] = {}
        self._frame: Frame | None = None
        self._running: list[int] = [function.number] if function is not None else []
        self._following = 0

    def spend(self) -> None:
        """Take one step.

        Raises:
            BudgetEnded: there is none left.
        """
        self.budget -= 1
        if self.budget < 0:
            raise BudgetEnded

    def add(self, hit: Hit) -> None:
        """Keep a hit of a parameter for the callers."""
        self._hits.setdefault((hit.unit, hit.at, hit.kind, hit.label), hit)

    def run(self) -> Summary:
        """Analyse the function."""
        function = self.function
        assert function is not None
        analysis = self.analysis
        state = State({}, {}, analysis.heap)
        frame = Frame(
            analysis, function.unit, self, state=state, function=function, owner=function.owner, outer=function.closure
        )
        self._frame = frame
        try:
            self._bind(frame, function)
            frame.run(function.node.body)
            self._run_nested()
        except BudgetEnded:
            analysis.gave_up(function, "the function takes too long")
            return Summary(ANYTHING, tuple(self._hits.values()))
        result = frame.result if frame.yielded is NOTHING else frame.yielded
        seen = frame.last.contents(result)
        things = tuple(one for one in result.things if not isinstance(one, Object))
        constants = None if any(isinstance(one, Object) for one in result.things) else result.constants
        return Summary(
            Value(constants, seen.taints, things, result.prefix),
            tuple(self._hits.values()),
            frame.exit is not None or function.node.is_generator,
            tuple(self._ensured(frame, function)),
        )

    def _ensured(self, frame: Frame, function: FunctionInfo) -> Iterator[int]:
        for position, parameter in enumerate(function.node.parameters):
            value = frame.last.variables.get(parameter.name)
            if frame.exit is None or value is None or parameter.name in function.assigned:
                yield 0
            else:
                taint = value.taints.get(ParameterLabel(function.number, position))
                yield taint.cleared if taint is not None else 0

    def run_constructor(self, owner: ClassInfo) -> dict[str, Value]:
        """Return what the constructor leaves in the fields of an object, without what only its caller knows."""
        function = self.function
        assert function is not None
        state = State({}, {}, self.analysis.heap)
        frame = Frame(self.analysis, function.unit, self, state=state, function=function, owner=owner)
        try:
            self._bind(frame, function)
            frame.run(function.node.body)
        except BudgetEnded:
            return {}
        shape = frame.last.shape(Object(owner.unit.number, owner.node.at, 0))
        fields = shape.fields if shape is not None else {}
        return {
            key: Value(value.constants, {}, value.things, value.prefix)
            for key, value in fields.items()
            if isinstance(key, str)
        }

    def is_running(self, function: FunctionInfo) -> bool:
        """Whether the function is being run already: recursion is not followed."""
        return function.number in self._running

    @contextmanager
    def running(self, function: FunctionInfo) -> Iterator[None]:
        """Note that the function is being run in place."""
        self._running.append(function.number)
        try:
            yield
        finally:
            self._running.pop()

    @contextmanager
    def following(self) -> Iterator[bool]:
        """Count the calls that a summary leads to; say whether there are not too many, one inside the other."""
        self._following += 1
        try:
            yield self._following <= _DEEPEST_FOLLOWING
        finally:
            self._following -= 1

    def _bind(self, frame: Frame, function: FunctionInfo) -> None:
        variables = frame.live().variables
        for index, parameter in enumerate(function.node.parameters):
            label = ParameterLabel(function.number, index)
            trace = Trace(None, function.unit.number, parameter.at, "parameter", parameter.name)
            value = Value(None, {label: Taint(0, True, trace)})
            if index == 0 and function.owner is not None and not function.is_static and not function.is_of_class:
                value = self._own_object(frame, function, value)
            elif function.entry is not None and parameter.kind == "":
                entered = self.analysis.entry_values(frame, function.entry, function, index)
                value = Value(None, {**value.taints, **entered.taints}, entered.things)
            if parameter.annotation is not None:
                declared = self.analysis.typed(frame, parameter.annotation)
                if declared.things:
                    value = Value(NOTHING.constants, value.taints, value.things + declared.things)
            if parameter.kind in ("*", "**"):
                kind = "list" if parameter.kind == "*" else "dict"
                site = Object(function.unit.number, parameter.at, 0)
                value = frame.live().allocate(site, Shape(kind, {}, value, None))
            variables[parameter.name] = value

    def _own_object(self, frame: Frame, function: FunctionInfo, value: Value) -> Value:
        owner = function.owner
        assert owner is not None
        site = Object(owner.unit.number, owner.node.at, 0)
        fields = {} if function.node.name == "__init__" else self.analysis.made(owner)
        frame.live().heap[site] = Shape(owner, fields)
        return Value(NOTHING.constants, value.taints, (site,))

    def _run_nested(self) -> None:
        for function in list(self.nested.values()):
            self.analysis.summary(function)

    def returned(self, frame: Frame, value: Value, node: ir.Return | ir.Yield) -> None:
        """Note a result: that of an entry point goes out of the program."""
        if frame is not self._frame or self.function is None or self.function.entry is None:
            return
        kind = self.function.entry.result
        if kind is not None:
            shown = self.analysis.shown(frame, value)
            self.analysis.report(frame, kind, shown, node.at, "the response")
