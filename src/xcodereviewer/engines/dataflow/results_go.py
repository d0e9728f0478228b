"""What each of the results is that a call in Go gives."""

import re
from typing import TYPE_CHECKING, NamedTuple

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.reading import item_at
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, Object, Value, join

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["Whether", "gives_object", "note_whether", "results", "several_results"]

# What the last of several results is called that only says whether the others are there.
_SAYS_WHETHER = re.compile(r"(?:_|e|\w*[eE]rr(?:or)?\d*|\w*[oO]k|found|exists?|loaded|valid|has[A-Z]\w*|is[A-Z]\w*)'*")


_ERROR = re.compile(r"(?:e|\w*[eE]rr(?:or)?\d*)'*")


class Whether(NamedTuple):
    """What a variable says of whether it went well: a call, or the reading of an item."""

    node: ir.Call | ir.Index
    is_alone: bool  # the call gives nothing else


def note_whether(frame: "Frame", node: ir.Assign, value: Value) -> Value:
    """Note which call, or which item, a variable says of whether it went well; return what it holds.

    What an error says is no value of a stranger's: it is told to whoever sent it, and hardly as a page.
    """
    _note(frame, node)
    is_error = isinstance(node.target, ir.Name) and _ERROR.fullmatch(node.target.name) is not None
    return value.untainted() if is_error and isinstance(node.value, ir.Call) else value


def _note(frame: "Frame", node: ir.Assign) -> None:
    target = node.target
    is_alone = isinstance(target, ir.Name)
    last = target.items[-1] if isinstance(target, ir.Collection) and target.kind == "results" else target
    if not isinstance(last, ir.Name):
        return
    frame.errors.pop(last.name, None)
    if isinstance(node.value, ir.Call | ir.Index) and _SAYS_WHETHER.fullmatch(last.name) and last.name != "_":
        frame.errors[last.name] = Whether(node.value, is_alone)


def results(frame: "Frame", target: ir.Collection, value: Value, at: int) -> list[Value]:
    """Return what each of several results of one call is.

    A function that gives more than one value gives a tuple; any other gives its value, and beside it whether it is
    there (`err`, `ok`). What is known of a library's results is known of all of them.
    """
    count = len(target.items)
    last = target.items[-1]
    says_whether = isinstance(last, ir.Name) and _SAYS_WHETHER.fullmatch(last.name) is not None
    shapes = [shape for _, shape in frame.live().shapes(value) if shape.kind == "tuple"]
    if shapes and all(shape.length in (count, count - 1) for shape in shapes):
        given = [item_at(frame, value, number, at) for number in range(min(shape.length or 0 for shape in shapes))]
        return [*given, *[ANYTHING] * (count - len(given))]
    if count == 2 and (says_whether or isinstance(value.only, str | int | float)):
        return [value, ANYTHING]
    return [*[value] * (count - 1), ANYTHING if says_whether else value]


def gives_object(frame: "Frame", value: Value) -> bool:
    """Whether a result is something with a place in the heap, or sees variables, or one of several results does."""
    shapes = [shape for _, shape in frame.live().shapes(value)]
    if shapes and len(shapes) == len(value.things) and all(shape.kind == "tuple" for shape in shapes):
        return any(map(_has_place, (one for shape in shapes for one in shape.everything().things)))
    return any(map(_has_place, value.things))


def _has_place(one: object) -> bool:
    return isinstance(one, Object) or (isinstance(one, FunctionInfo) and bool(one.node.free))


def several_results(frame: "Frame", result: Value) -> tuple[Value, ...]:
    """Return each of several results as it is for callers; none where the function gives one, or it is not known."""
    shapes = [shape for _, shape in frame.last.shapes(result)]
    lengths = {shape.length for shape in shapes if shape.kind == "tuple"}
    if len(shapes) != len(result.things) or len(lengths) != 1 or not (length := lengths.pop()):
        return ()
    if any(shape.kind != "tuple" for shape in shapes):
        return ()
    made = []
    for number in range(length):
        item = NOTHING
        for shape in shapes:
            item = join(item, shape.read(number) or ANYTHING)
        made.append(frame.analysis.lasting(frame.last, item).with_taints(frame.last.contents(item).taints))
    return tuple(made)
