"""What the result of a member of a library carries."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow.library_sinks import seen_of
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    Library,
    Value,
    join,
    made_of,
    tainted_by,
)
from xcodereviewer.library_models.members import Member, Sanitizer

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["result_taints"]


def result_taints(frame: "Frame", member: Member, given: "Given", receiver: Value | None) -> Value:
    passes = member.passes
    if member.sanitizers and passes is None:
        return _made_safe(frame, member.sanitizers, given, receiver)
    if passes is None and member.call_sources:
        return ANYTHING
    if passes is None and (member.returns or member.is_object or member.sinks or member.properties):
        passes = ("*", "self") if member.returns or member.is_object else ("*",)
        return tainted_by(seen_of(frame, given, passes, receiver), certain=False)
    values = seen_of(frame, given, passes if passes is not None else ("*", "self"), receiver)
    is_whole = member.returns == "text" and ("self" in (passes or ()) or _is_no_object(receiver))
    made = made_of(values) if is_whole else tainted_by(values)  # a file that is opened is not its name
    begun = [value for value in values if value.taints or value.prefix]
    if len(begun) == 1 and begun[0].prefix and made.taints:
        return Value(None, made.taints, (), begun[0].prefix, known=made.known)
    return made


def _made_safe(frame: "Frame", sanitizers: Sequence[Sanitizer], given: "Given", receiver: Value | None) -> Value:
    result = NOTHING
    values: list[Value] = []
    for sanitizer in sanitizers:
        values = seen_of(frame, given, (sanitizer.argument,), receiver)
        result = join(result, tainted_by(values).cleared(sanitizer.clears))
    is_known = bool(values) and all(value.known for value in values) and _is_only(frame, given, values, receiver)
    return Value(None, result.taints, known=is_known)


def _is_only(frame: "Frame", given: "Given", values: list[Value], receiver: Value | None) -> bool:
    """Whether besides `values` only literals are given to a call."""
    given_to = seen_of(frame, given, ("*",) if _is_no_object(receiver) else ("*", "self"), receiver)
    return all(one in values or (one.known and not one.taints) for one in given_to)


def _is_no_object(receiver: Value | None) -> bool:
    """Whether what a member was read from is a module or a class, which nothing of the result comes from."""
    things = receiver.things if receiver is not None else ()
    return all(isinstance(one, Library) and not one.name.endswith("()") for one in things)
