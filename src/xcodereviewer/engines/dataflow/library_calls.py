"""What the members of libraries do, as their models say; one that nobody described passes taints on, doubted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.builtin_calls import call_built_in
from xcodereviewer.engines.dataflow.entry import has_written_route
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.folding import fold_call
from xcodereviewer.engines.dataflow.guards import clearing, refine
from xcodereviewer.engines.dataflow.library_results import result_taints
from xcodereviewer.engines.dataflow.library_sinks import applies, arrive, fixed, seen_of, use_properties
from xcodereviewer.engines.dataflow.patterns import (
    EVERY_KIND,
    clears_of_pattern,
)
from xcodereviewer.engines.dataflow.reading import items_of, library_names
from xcodereviewer.engines.dataflow.rendering import render
from xcodereviewer.engines.dataflow.state import ANY_KEY, Ended, Shape
from xcodereviewer.engines.dataflow.text_methods import TEXT_METHODS
from xcodereviewer.engines.dataflow.unknown_methods import call_unknown_method, enter
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    OPEN,
    Library,
    Object,
    Value,
    constant,
    join,
    tainted_by,
)
from xcodereviewer.library_models.members import ArgumentRef, Callback, Member

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["assume_guard", "call_library", "formatted", "read_library", "read_stored", "written"]


_NUMBERS = frozenset(("builtins.int", "builtins.float", "builtins.bool", "uuid.UUID", "decimal.Decimal"))


def call_library(frame: "Frame", name: str, given: "Given", node: ir.Call, *, receiver: Value | None = None) -> Value:
    """Call a member of a library by its dotted name."""
    models = frame.analysis.models(frame.unit)
    name = models.canonical(name)
    folded = fold_call(name, given.positional) if not given.keywords and given.rest is None else None
    if folded is not None:
        return folded
    member = models.get(name)
    frame.analysis.called(frame, name, node.at, is_described=member is not None)
    if member is not None:
        arrive(frame, member.sinks, given, node, receiver, name)
        use_properties(frame, member, given, node, name)
        for check in member.validates:
            place = given.places.get(check.argument)
            if place is not None:
                refine(frame, place, clearing(check.clears))
        for entered in member.entered:
            enter(frame, entered, name, given, node)
        if member.callback is not None:
            _call_back(frame, member.callback, given, node, receiver)
        if member.rendering is not None and (loaded := render(frame, member.rendering, given, node.at)) is not None:
            return loaded
    made = call_built_in(frame, name, given, node)
    if made is not None:
        return made
    if member is None:
        if receiver is not None and isinstance(node.callee, ir.Attribute):
            found = call_unknown_method(frame, receiver, node.callee, given, node, is_known=False)
            is_text = node.callee.name in TEXT_METHODS or found.things
            things = (Library(f"{name}()"),)
            return found if is_text else Value(found.constants, found.taints, things, known=found.known)
        values = [frame.live().contents(value) for value in given.all()]
        return Value(None, tainted_by(values, certain=False).taints, (Library(f"{name}()"),))
    if member.ends:
        raise Ended
    return _described(frame, member, name, given, node, receiver)


def _described(
    frame: "Frame", member: Member, name: str, given: "Given", node: ir.Call, receiver: Value | None
) -> Value:
    state = frame.live()
    at = node.at
    if member.into_self and receiver is not None:
        kept = tainted_by(seen_of(frame, given, member.into_self, receiver))
        if kept.taints:
            for one, shape in list(state.shapes(receiver)):
                state.heap[one] = shape.with_any(kept)
            if not any(isinstance(one, Object) for one in receiver.things) and isinstance(node.callee, ir.Attribute):
                refine(
                    frame, node.callee.of, lambda known: Value(known.constants, join(known, kept).taints, known.things)
                )
    for source in member.call_sources if member.fills else ():
        _fill(frame, member, node, frame.analysis.source(frame, source.kind, source.what, at))
    if member.fills and not member.call_sources and receiver is not None:
        _fill(frame, member, node, tainted_by(seen_of(frame, given, member.passes or ("self",), receiver)))
    if member.writes is not None and receiver is not None:
        _write_keyed(frame, member, given, receiver)
        frame.analysis.instruments.note_setting(frame, receiver, at)
    taints = result_taints(frame, member, given, receiver)
    for source in member.call_sources:
        if not applies(frame, source.when, given, receiver):
            continue
        entered = frame.analysis.source(frame, source.kind, source.what, at).cleared(source.cleared)
        taints = entered if taints is ANYTHING else join(taints, entered)
    if member.reads is not None and receiver is not None:
        return (
            join(_read_keyed(frame, member, given, receiver, at), taints)
            if taints.taints
            else _read_keyed(frame, member, given, receiver, at)
        )
    if member.gives is not None and (given_back := given.get(member.gives)) is not None:
        return given_back
    if member.returns == "self" and receiver is not None:
        return join(receiver, Value(NOTHING.constants, taints.taints))
    returned = member.returns or f"{name}()".removesuffix("()()")
    if member.is_object:
        site = Object(frame.unit.number, at, frame.context)
        kind = Library(models_name(frame, member, name))
        inside = Value(None, taints.taints) if taints.taints else NOTHING
        return state.allocate(site, Shape(kind, dict(given.keywords), inside)).with_taints(taints.taints)
    if returned == "text":
        return taints
    things = (Library(returned if returned.endswith("()") else f"{returned}()"),)
    return Value(None, taints.taints, things, taints.prefix, known=taints.known)


def _fill(frame: "Frame", member: Member, node: ir.Call, content: Value) -> None:
    """Let an array or buffer that is given hold what the call puts into it."""
    for place in member.fills:
        if content.taints and isinstance(place, int) and place < len(node.arguments):
            target = node.arguments[place].value
            refine(
                frame,
                target.of if isinstance(target, ir.Slice) else target,
                lambda known: Value(None, join(Value(None, known.taints), content).taints, known.things),
            )


def models_name(frame: "Frame", member: Member, name: str) -> str:
    """Return the type of the object that a call of `member` makes."""
    return member.returns or name


def _write_keyed(frame: "Frame", member: Member, given: "Given", receiver: Value) -> None:
    access = member.writes
    assert access is not None
    if access.value is None:
        return
    value = given.get(access.value)
    key = _joined_key(given, access.key)
    if value is not None:
        frame.put(receiver, ANY_KEY if key is None else key, value)


def _read_keyed(frame: "Frame", member: Member, given: "Given", receiver: Value, at: int) -> Value:
    access = member.reads
    assert access is not None
    key = _joined_key(given, access.key)
    found = NOTHING
    for _, shape in frame.live().shapes(receiver):
        inside = shape.everything() if key is None else shape.read(key)
        found = join(found, inside if inside is not None and inside is not NOTHING else ANYTHING)
    return ANYTHING if found is NOTHING else found


def _joined_key(given: "Given", references: Sequence[ArgumentRef]) -> str | None:
    """Return the key that some arguments make together; None when one is not known."""
    parts = []
    for reference in references:
        value = given.get(reference) if reference != "self" and reference != "*" else None
        only = value.only if value is not None else OPEN
        if only is OPEN:
            return None
        parts.append(str(only))
    return "\0".join(parts)


def _call_back(frame: "Frame", callback: Callback, given: "Given", node: ir.Call, receiver: Value | None) -> Value:
    """Call the functions that are handed over, at once."""
    values = []
    for reference in callback.given:
        if reference == "self[]":
            values.append(items_of(frame, receiver, node.at) if receiver is not None else ANYTHING)
        else:
            seen = seen_of(frame, given, (reference,), receiver)
            values.append(tainted_by(seen) if reference == "*" or not seen else seen[0])
    result = NOTHING
    for reference in callback.arguments:
        function = given.get(reference)
        if function is not None and function.things:
            result = join(result, frame.call_value(function, values, node))
    return result


def read_library(frame: "Frame", name: str, at: int) -> Value:
    """Read a member of a library."""
    name = frame.analysis.models(frame.unit).canonical(name)
    member = frame.analysis.models(frame.unit).get(name)
    thing = Library(name)
    if member is not None and member.constant is not None:
        return constant(member.constant)
    if member is not None and member.is_of_route and has_written_route(frame):
        return Value(None, known=True)
    if member is None or not member.read_sources:
        returned = member.returns if member is not None and not member.call_sources else ""
        returned = "" if returned == "text" else returned  # of a call: a function is no text
        return Value(None, things=(Library(f"{returned}()") if returned else thing,))
    source = member.read_sources[0]
    entered = frame.analysis.source(frame, source.kind, source.what, at).cleared(source.cleared)
    if frame.root.body_is_limited and name == "net/http.Request.Body":
        entered = entered.cleared(SinkKind.SIZE.bit)
    if member.returns == "text":
        return entered
    return Value(None, entered.taints, (Library(f"{member.returns}()") if member.returns else thing,), known=True)


def read_stored(frame: "Frame", name: str, key: object, at: int) -> Value:
    """Read an item of something of a library: what the program keeps there, when it does."""
    models = frame.analysis.models(frame.unit)
    member = models.get(models.canonical(name.removesuffix("()")))
    if member is not None and member.items:
        return Value(NOTHING.constants, things=(Library(f"{member.items}()"),))
    kept = frame.analysis.stored
    if key is None:
        found = NOTHING
        for (place, _), value in kept.items():
            if place == name:
                found = join(found, value)
        return ANYTHING if found is NOTHING else found.unproved()
    found = kept.get((name, key), ANYTHING)
    return found.unproved()  # what runs later, or elsewhere, may put another value there


def written(frame: "Frame", name: str, key: Value | None, value: Value, at: int) -> None:
    """Write an attribute or item of something of a library."""
    models = frame.analysis.models(frame.unit)
    name = models.canonical(name.removesuffix("()"))
    member = models.get(name) or models.by_method(name.rpartition(".")[2])
    if member is None:
        return
    text = name.removeprefix("builtins.").removeprefix("*")
    seen = frame.live().contents(value)
    for sink in member.write_sinks:
        frame.analysis.report(frame, sink.kind, fixed(sink.kind, seen), at, text)
        if sink.key is not None and key is not None:
            frame.analysis.report(frame, sink.key, key, at, text)
    for setting in member.properties:
        frame.analysis.use_property(frame, setting.kind, value, at, text)


def formatted(frame: "Frame", template: Value, value: Value, node: ir.Binary) -> None:
    """Report a format string that somebody else wrote."""
    frame.analysis.report(frame, SinkKind.FORMAT, template, node.at, "%")


def _given_as(call: ir.Call, references: Sequence[ArgumentRef]) -> list[ir.Expression]:
    """Return the arguments of a call that go by one of these positions and names."""
    return [
        argument.value
        for number, argument in enumerate(call.arguments)
        if (argument.keyword if argument.keyword else number) in references
    ]


def assume_guard(frame: "Frame", callee: Value, test: ir.Call, holds: bool) -> None:
    """Learn from a call that a model describes as a check."""
    models = frame.analysis.models(frame.unit)
    for one in callee.things:
        if not isinstance(one, Library):
            continue
        name = models.canonical(one.name)
        member = models.get(name)
        for guard in member.guards if member is not None else ():
            if guard.holds_when is holds:
                for place in _given_as(test, guard.arguments):
                    refine(frame, place, clearing(guard.clears))
        if holds and name == "builtins.isinstance" and len(test.arguments) == 2:
            kinds = library_names(frame, evaluate(frame, test.arguments[1].value))
            if kinds and all(kind in _NUMBERS for kind in kinds):
                refine(frame, test.arguments[0].value, clearing(EVERY_KIND))
        if holds and name in ("re.match", "re.fullmatch", "re.search") and len(test.arguments) >= 2:
            pattern = evaluate(frame, test.arguments[0].value).only
            if isinstance(pattern, str):
                clears = clears_of_pattern(pattern, whole=name == "re.fullmatch")
                refine(frame, test.arguments[1].value, clearing(clears))
