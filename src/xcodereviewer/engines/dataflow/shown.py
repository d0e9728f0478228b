"""What of a value a browser shows as HTML: a text, and not what is answered as JSON."""

from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SourceKind
from xcodereviewer.engines.dataflow.program import ClassInfo
from xcodereviewer.engines.dataflow.values import NOTHING, Library, SourceLabel, Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["is_data", "is_java_object", "shown"]


def shown(frame: "Frame", value: Value) -> Value:
    """Return what of an entry point's result a browser shows: the body, not the headers."""
    state = frame.live()
    for _, shape in state.shapes(value):
        if shape.kind == "tuple" and 0 in shape.fields:
            return state.contents(shape.fields[0])
    return NOTHING if is_data(frame, value) else state.contents(value)


def is_data(frame: "Frame", value: Value) -> bool:
    """Whether a value is a mapping (in JavaScript a list or a row, too), which is answered as JSON."""
    is_javascript = frame.unit.language == "javascript"
    if is_javascript and _is_row(value):
        return True
    kinds = ("dict", "list") if is_javascript else ("dict",)
    shapes = [shape for _, shape in frame.live().shapes(value)]
    return bool(shapes) and all(shape.kind in kinds for shape in shapes)


def _is_row(value: Value) -> bool:
    """Whether it is what a query gives, as it is."""
    return any(isinstance(one, Library) and one.name.endswith("()") for one in value.things) and all(
        isinstance(label, SourceLabel) and label.kind is SourceKind.DATABASE for label in value.taints
    )


def is_java_object(frame: "Frame", value: Value) -> bool:
    """Whether a value of Java is an object of a class of the program, a user or a basket, and no text that was sent."""
    if frame.unit.language != "java":
        return False
    return any(isinstance(shape.kind, ClassInfo) for _, shape in frame.live().shapes(value))
