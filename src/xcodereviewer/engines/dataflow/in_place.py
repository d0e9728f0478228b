"""Which functions run at the place of their call rather than by their summary, and how."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.binding import Given
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.state import Ended, Shape, State
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    BoundMethod,
    Library,
    Object,
    Value,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame
    from xcodereviewer.engines.dataflow.root import Known

__all__ = ["known", "places_of", "result_of", "run_in_place", "runs_in_place", "tells_more"]

_DEEPEST = 3
_LARGEST_IN_PLACE = 20  # statements of a function that is run in place; half as many in one that itself is
_LARGEST_CLOSURE = 60  # of one that sees the variables of the function around it


def tells_more(frame: "Frame", function: FunctionInfo, values: Mapping[str, Value]) -> bool:
    """Whether these arguments make the function do something that its summary does not tell."""
    if function.node.is_generator or _sees_what_its_callers_gave(function):
        return True
    for name, value in values.items():
        if _is_of_another_class(frame, function, value):
            return True
        if (
            value.things
            and name in function.uses.called
            and any(isinstance(o, FunctionInfo | BoundMethod) for o in value.things)
        ):
            return True
        if any(_is_part_of_library(one) for one in value.things):
            return True
    if frame.root.is_running(function):
        return False
    summary = frame.analysis.summary(function)
    return summary is not None and summary.makes_object


def _is_part_of_library(thing: object) -> bool:
    """Whether it is something of a library that only who gave it tells: the writer of an answer, not just a writer."""
    return isinstance(thing, Library) and thing.name.removesuffix("()").endswith((".getWriter", ".getOutputStream"))


def _sees_what_its_callers_gave(function: FunctionInfo) -> bool:
    """Whether variables around a function hold, in this run, what its summary does not tell."""
    frame = function.closure
    if frame is None:
        return False
    if function.node.outer:
        return True
    around = [frame]
    while (outer := around[-1].outer) is not None:
        around.append(outer)
    if any(one.depth for one in around):
        return True
    for name in function.node.free:
        for one in around:
            state = one.state or one.last
            value = state.variables.get(name)
            if value is not None:
                if state.contents(value, 1).taints:
                    return True
                break
    return False


def known(function: FunctionInfo, values: Mapping[str, Value]) -> "Known":
    """Return the literals among the arguments that decide which part of the function runs."""
    return tuple(
        (name, value.constants)
        for name, value in values.items()
        if value.constants and not value.things and not value.taints and name in function.uses.deciding
    )


def _is_of_another_class(frame: "Frame", function: FunctionInfo, value: Value) -> bool:
    """Whether a method runs on an object of a class that inherits it: what it calls may be overridden there."""
    if function.owner is None or not function.owner.is_inherited:
        return False
    kinds = [shape.kind for _, shape in frame.live().shapes(value)]
    return any(isinstance(kind, ClassInfo) and function.owner in kind.bases for kind in kinds)


def runs_in_place(frame: "Frame", function: FunctionInfo) -> bool:
    root = frame.root
    if root.choices and function.closure is None:
        return False  # one of several: each is looked at once, not once for every way that leads to it
    if frame.depth >= _DEEPEST or root.budget < 4 * function.node.size or root.is_running(function):
        return False
    most = _LARGEST_IN_PLACE if function.closure is None else _LARGEST_CLOSURE
    return function.uses.own_size <= most >> frame.depth


def places_of(function: FunctionInfo, given: Given, count: int) -> list[ir.Expression | None]:
    """Return the expression of each parameter's argument; `count` arguments have positions, the object among them."""
    shift = count - len(given.positional)
    return [
        given.places.get(number - shift) or given.places.get(parameter.name)
        for number, parameter in enumerate(function.node.parameters)
    ]


def run_in_place(
    frame: "Frame", function: FunctionInfo, values: Mapping[str, Value], at: int, *, judging: bool | None = None
) -> "Frame":
    from xcodereviewer.engines.dataflow.frame import Frame

    state = frame.live()
    name = function.node.name
    variables = {key: value.stepped(frame.unit.number, at, "call", name) for key, value in values.items()}
    inner = Frame(
        frame.analysis,
        function.unit,
        frame.root,
        state=State(variables, state.heap, state.base),
        function=function,
        owner=function.owner,
        outer=function.closure,
        depth=frame.depth + 1,
        context=frame.analysis.context(frame.context, at),
    )
    inner.judging = judging
    with frame.root.running(function):
        inner.run(function.node.body)
    if inner.exit is None and not function.node.is_generator:
        raise Ended
    state.heap = inner.last.heap
    return inner


def result_of(frame: "Frame", inner: "Frame", at: int) -> Value:
    if inner.yielded is not NOTHING:
        site = Object(frame.unit.number, at, frame.context)
        return frame.live().allocate(site, Shape("list", {}, inner.yielded, None))
    return inner.result if inner.result is not NOTHING else ANYTHING
