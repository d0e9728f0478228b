"""What a value is under a type that the program says it has."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.values import NOTHING, Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["cast_value"]


def cast_value(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """Return a value under the type that the program says it has, when nothing better is known."""
    if len(given.positional) != 2:
        return None
    value = given.positional[1]
    if value.things or value.constants is not None:
        return value
    declared = frame.typed(node.arguments[0].value)
    return Value(NOTHING.constants, value.taints, declared.things) if declared.things else value
