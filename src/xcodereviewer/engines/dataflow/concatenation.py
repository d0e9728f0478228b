"""Texts that are made of several values, one behind the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow.values import (
    CLEAN_START,
    NO_DOUBLE_QUOTE,
    NO_SINGLE_QUOTE,
    OPEN,
    Value,
    constant,
    made_of,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["concatenate"]

_LONGEST_TEXT = 4096


_LONGEST_PREFIX = 200


def concatenate(frame: "Frame", values: Sequence[Value]) -> Value:
    """Return the text that is made of some values, one behind the other."""
    prefix = ""
    for value in values:
        only = value.only
        if only is OPEN or len(prefix) > _LONGEST_TEXT:
            prefix += value.prefix or ("" if prefix else _clean_start(values))
            break
        prefix += only if isinstance(only, str) else str(only)
    else:
        text = constant(prefix[:_LONGEST_TEXT])
        return text if all(value.known for value in values) else text.unproved()
    seen = [_between_quotes(values, number, frame.live().contents(value)) for number, value in enumerate(values)]
    made = made_of(seen)
    return Value(None, made.taints, (), prefix[:_LONGEST_PREFIX], known=made.known)


def _clean_start(values: Sequence[Value]) -> str:
    """A text that begins with something that nobody outside controls leads where that says: `BASE + path`."""
    first = values[0]
    if first.taints or first.constants == frozenset(("",)):
        return ""
    second = values[1].only if len(values) > 1 else ""
    is_scheme = isinstance(second, str) and second.startswith(":")
    return "" if is_scheme else CLEAN_START


def _between_quotes(values: Sequence[Value], number: int, value: Value) -> Value:
    """A part that holds no quote, between two quotes, stays a literal of the language that the text is in."""
    if not value.taints or not 0 < number < len(values) - 1:
        return value
    before, after = values[number - 1].only, values[number + 1].only
    if not isinstance(before, str) or not isinstance(after, str) or not before or not after:
        return value
    bit = {"'": NO_SINGLE_QUOTE, '"': NO_DOUBLE_QUOTE}.get(before[-1], 0)
    if not bit or before[-1] != after[0] or not all(taint.cleared & bit for taint in value.taints.values()):
        return value
    return value.cleared(SinkKind.XPATH.bit)
