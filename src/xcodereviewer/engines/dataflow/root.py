"""The analysis of one function for whoever calls it: its parameters are labels, what becomes of them its summary."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.entry import collected, decorated, entered
from xcodereviewer.engines.dataflow.frame import Frame
from xcodereviewer.engines.dataflow.hits import Hit
from xcodereviewer.engines.dataflow.imports_go import is_go_number
from xcodereviewer.engines.dataflow.imports_java import is_java_number
from xcodereviewer.engines.dataflow.library_sinks import fixed
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.rendering import render_result
from xcodereviewer.engines.dataflow.results_go import gives_object, several_results
from xcodereviewer.engines.dataflow.results_java import java_result
from xcodereviewer.engines.dataflow.state import Shape, State
from xcodereviewer.engines.dataflow.values import (
    NOTHING,
    Constant,
    Object,
    ParameterLabel,
    Taint,
    Trace,
    Value,
    join,
    tainted_by,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["BudgetEnded", "Known", "Root", "Summary"]


_DEEPEST_FOLLOWING = 2
_MOST_WRITES = 24


# Parameters with what they are known to be, when that decides which part of a function runs.
Known = tuple[tuple[str, frozenset[Constant]], ...]


class BudgetEnded(Exception):
    """A function took more steps than one may."""


class Summary(NamedTuple):
    """What a call of a function gives, and where its parameters arrive; labels are those of its parameters."""

    result: Value
    hits: tuple[Hit, ...]
    returns: bool = True  # false when every way through it raises
    ensures: tuple[int, ...] = ()  # for which kinds (bits) each argument is safe when it has returned
    echoes: frozenset[tuple[int, tuple[str, ...]]] = frozenset()  # parts of parameters that are the result as they are
    writes: tuple[tuple[ParameterLabel, Constant, Value], ...] = ()  # what it puts into parts of its parameters
    makes_object: bool = False  # the result is something with a place in the heap
    several: tuple[Value, ...] = ()  # of a function of Go that gives several results, each of them


class Root:
    """One function (None: a module's body) and all that is run in place for it."""

    def __init__(self, analysis: "Analysis", function: FunctionInfo | None, budget: int, known: Known = ()) -> None:
        self._known = dict(known)
        self.analysis = analysis
        self.function = function
        self.budget = budget
        self.nested: dict[int, FunctionInfo] = {}  # functions that see its variables, to be looked at when it is done
        self._hits: dict[tuple[object, ...], Hit] = {}
        self._frame: Frame | None = None
        self._writes: dict[tuple[ParameterLabel, Constant], Value] = {}
        self._echoes: set[tuple[int, tuple[str, ...]]] = set()
        self._makes_object = False
        self._running: list[int] = [function.number] if function is not None else []
        self._following = 0
        self.content_type: Value | None = None  # what the program says that its answer is
        self.body_is_limited = False  # the program has said how much of a request's body it reads
        self.choices = 0  # calls, one inside the other, of which nobody knows which function they mean

    def spend(self, steps: int = 1) -> None:
        """Take a step, or several.

        Raises:
            BudgetEnded: there is none left.
        """
        self.budget -= steps
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
            self._run_nested()
            return Summary(self._anything_given(function), tuple(self._hits.values()))
        result = frame.result if frame.yielded is NOTHING else frame.yielded
        seen = frame.last.contents(result)
        return Summary(
            self.analysis.lasting(frame.last, result).with_taints(seen.taints),
            tuple(self._hits.values()),
            frame.exit is not None or function.node.is_generator,
            tuple(self._ensured(frame, function)),
            frozenset(self._echoes),
            tuple((label, key, value) for (label, key), value in self._writes.items()),
            self._makes_object,
            several_results(frame, result) if function.unit.language == "go" else (),
        )

    def _anything_given(self, function: FunctionInfo) -> Value:
        """Return the result of a function that was given up: it may come from its parameters, as of an unknown call."""
        labels = (ParameterLabel(function.number, position) for position in range(len(function.node.parameters)))
        return tainted_by(Value(None, {label: Taint(0, False, None)}) for label in labels)

    def _ensured(self, frame: Frame, function: FunctionInfo) -> Iterator[int]:
        for position, parameter in enumerate(function.node.parameters):
            value = frame.last.variables.get(parameter.name)
            if frame.exit is None or value is None or parameter.name in function.uses.assigned:
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
        lasting = {key: self.analysis.lasting(frame.last, value) for key, value in fields.items()}
        return {key: value.untainted() for key, value in lasting.items() if isinstance(key, str)}

    def wrote(self, state: State, of: Value, key: Constant, value: Value) -> None:
        """Note that `value` is put under `key` (ANY_KEY: any) of what `of` refers to, for those who own it."""
        if self.function is None:
            return
        for label in of.taints:
            if isinstance(label, ParameterLabel) and label.function == self.function.number:
                place = (label, key)
                if place in self._writes or len(self._writes) < _MOST_WRITES:
                    lasting = self.analysis.lasting(state, value)
                    self._writes[place] = join(self._writes.get(place, NOTHING), lasting)

    def is_of(self, function: FunctionInfo) -> bool:
        """Whether it is this function that is analysed: a call of itself has a summary, as any other."""
        return self.function is not None and self.function.number == function.number

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
            value = Value(None, {label: Taint(0, True, trace)}, known=True)
            if index == 0 and function.owner is not None and not function.is_static and not function.is_of_class:
                value = self._own_object(frame, function, value)
            elif index == 0 and function.owner is not None and function.is_of_class:
                value = Value(NOTHING.constants, value.taints, (function.owner,))
            elif parameter.kind in ("*", "**"):
                value = collected(frame, function, index, value)
            else:
                value = self._given(frame, function, index, value)
            constants = self._known.get(parameter.name)
            variables[parameter.name] = value if constants is None else Value(constants)

    def _given(self, frame: Frame, function: FunctionInfo, index: int, value: Value) -> Value:
        annotation = function.node.parameters[index].annotation
        declared = frame.typed(annotation) if annotation is not None else NOTHING
        outside = entered(frame, function, index, declared)
        outside = join(outside, decorated(frame, function.node.parameters[index], declared))
        if outside is not NOTHING:
            value = Value(None, {**value.taints, **outside.taints}, outside.things, known=value.known and outside.known)
        if declared.things:
            value = Value(NOTHING.constants, value.taints, value.things + declared.things)
        is_number = {"java": is_java_number, "go": is_go_number}.get(function.unit.language)
        return value.cleared(EVERY_KIND) if is_number is not None and is_number(annotation) else value

    def _own_object(self, frame: Frame, function: FunctionInfo, value: Value) -> Value:
        owner = function.owner
        assert owner is not None
        site = Object(owner.unit.number, owner.node.at, 0)
        fields = {} if function.node.name in ("__init__", "constructor") else self.analysis.made(owner)
        frame.live().heap[site] = Shape(owner, fields)
        return Value(NOTHING.constants, value.taints, (site,))

    def _run_nested(self) -> None:
        for function in list(self.nested.values()):
            self.analysis.summary(function)

    def _note_result(self, frame: Frame, function: FunctionInfo, value: Value, node: ir.Return | ir.Yield) -> None:
        """Note whether a result is a parameter, or a part of one, or an object that the function made."""
        place = _part_of_parameter(function, node.value) if isinstance(node, ir.Return) else None
        if place is not None:
            self._echoes.add(place)
        elif function.unit.language == "go":
            self._makes_object = self._makes_object or gives_object(frame, value)
        elif any(isinstance(one, Object) for one in value.things):
            self._makes_object = True

    def returned(self, frame: Frame, value: Value, node: ir.Return | ir.Yield) -> None:
        """Note a result: that of an entry point goes out of the program."""
        if frame is not self._frame or self.function is None:
            return
        self._note_result(frame, self.function, value, node)
        if self.function.rendering is not None:
            render_result(frame, *self.function.rendering, value, node.at)
        if self.function.unit.language == "java" and (result := java_result(frame, self.function, value)) is not None:
            self.analysis.report(frame, result[0], fixed(*result), node.at, "the response")
        if self.function.entry is None:
            return
        kind = self.function.entry.result
        if kind is not None:
            shown = self.analysis.shown(frame, value)
            self.analysis.report(frame, kind, shown, node.at, "the response")


def _plain(value: Value) -> Value:
    return Value(value.constants, {}, value.things, value.prefix)


def _part_of_parameter(function: FunctionInfo, node: ir.Expression | None) -> tuple[int, tuple[str, ...]] | None:
    """Return which part of which parameter an expression is; None when it is none, or the parameter is assigned."""
    path: list[str] = []
    while isinstance(node, ir.Attribute):
        path.insert(0, f".{node.name}")
        node = node.of
    if not isinstance(node, ir.Name) or node.name in function.uses.assigned:
        return None
    names = [parameter.name for parameter in function.node.parameters]
    return (names.index(node.name), tuple(path)) if node.name in names else None
