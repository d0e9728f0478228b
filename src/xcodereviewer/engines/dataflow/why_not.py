"""Why no finding stands on a line: what the analysis met there, in sentences.

It tells what the engine did, not what the program does: of a value without a source it knows no reason, and of one
that was made safe the way and not the step.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xcodereviewer.domain.kinds import SinkKind, SourceKind
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.frame import Frame
from xcodereviewer.engines.dataflow.framework.walking import nodes
from xcodereviewer.engines.dataflow.hits import Line
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.values import ParameterLabel, SourceLabel, Taint, Trace, Value
from xcodereviewer.library_models.members import Models

__all__ = ["Answer", "Questioned"]

_MOST_LITERALS = 4
Flows = Mapping[tuple[str, SourceKind, SinkKind], object]


class Answer(NamedTuple):
    """One sentence, with the way of the value that it speaks of."""

    words: str
    trace: Trace | None = None


class Questioned(Analysis):
    """An analysis that remembers what it met on one line."""

    def __init__(self, units: Sequence[Unit], models: dict[str, Models], place: Line) -> None:
        super().__init__(units, models)
        self.place = place
        self.unit = self.unit_at(place.path)
        self._sinks: dict[tuple[SinkKind, str], list[Value]] = {}
        self._calls: dict[str, bool] = {}
        self._is_reached = False

    def report(self, frame: Frame, kind: SinkKind, value: Value, at: int, text: str) -> None:
        """Note that `value` arrives in a sink."""
        if self._is_asked(frame.unit.number, at):
            self._sinks.setdefault((kind, text), []).append(value)
        super().report(frame, kind, value, at, text)

    def called(self, frame: Frame, name: str, at: int, *, is_described: bool) -> None:
        """Note that a member of a library is called."""
        if self._is_asked(frame.unit.number, at):
            self._calls[name] = is_described

    def call(self, frame: Frame, node: ir.Call) -> Value:
        """Evaluate a call."""
        self._is_reached = self._is_reached or self._is_asked(frame.unit.number, node.at)
        return super().call(frame, node)

    def _is_asked(self, unit: int, at: int) -> bool:
        return self.asks_about(unit, ir.unpack(at))

    def asks_about(self, unit: int, span: Span) -> bool:
        """Whether the line stands in `span` of the module."""
        is_there = self.unit is not None and unit == self.unit.number
        return is_there and span.start_line <= self.place.number <= span.end_line

    def answers(self, flows: Flows) -> Iterator[Answer]:
        """Yield what is known of the line, once the analysis has run; `flows` are the pairs of kinds with a rule."""
        if self.unit is None:
            return
        yield from self._arrived(self.unit, flows)
        for (kind, text), values in self._sinks.items():
            yield from self._harmless(kind, text, values)
        yield from map(Answer, self._about_calls(self.unit))
        gaps = [reason for unit, _, reason in self.gaps if unit == self.unit.number]
        yield from (Answer(f"Not all of this file was followed: {reason}.") for reason in dict.fromkeys(gaps))

    def _arrived(self, unit: Unit, flows: Flows) -> Iterator[Answer]:
        for hit in self.hits.values():
            if isinstance(hit.label, SourceLabel) and self._is_asked(hit.unit, hit.at):
                meeting = f"The {hit.label.what} of {self._at(hit.label)} reaches `{hit.text}`"
                if (unit.language, hit.label.kind, hit.kind) in flows:
                    yield Answer(f"{meeting}: this is a finding.", hit.taint.trace)
                else:
                    yield Answer(f"{meeting}, and no rule speaks of {hit.label.kind} in {hit.kind}.", hit.taint.trace)

    def _harmless(self, kind: SinkKind, text: str, values: Sequence[Value]) -> Iterator[Answer]:
        """Yield why what arrives in one sink is none, or which of it is none."""
        sink = f"`{text}` (a sink of kind {kind})"
        taints = [(label, taint) for value in values for label, taint in value.taints.items()]
        for label, taint in taints:
            if isinstance(label, SourceLabel) and taint.cleared & kind.bit:
                entered = f"The {label.what} of {self._at(label)}"
                yield Answer(f"{entered} reaches {sink}, made safe for it on this way, or by a test.", taint.trace)
            elif isinstance(label, ParameterLabel):
                yield self._of_parameter(sink, label, taint, kind)
        if not taints:
            yield Answer(f"{sink} was met; {_without_source(values)}")

    def _of_parameter(self, sink: str, label: ParameterLabel, taint: Taint, kind: SinkKind) -> Answer:
        function = next(one for one in self.functions.values() if one.number == label.function)
        name = function.node.parameters[label.position].name + "".join(label.path)
        given = f"{sink} gets the parameter `{name}` of `{function.node.name}`"
        if taint.cleared & kind.bit:
            return Answer(f"{given}, made safe for it on this way, or by a test.", taint.trace)
        return Answer(f"{given}; a finding needs a caller that was followed and brings a source.", taint.trace)

    def _at(self, label: SourceLabel) -> str:
        line = ir.unpack(label.at).start_line
        path = next(unit.path for unit in self.units if unit.number == label.unit)
        return f"line {line}" if path == self.place.path else f"{path}:{line}"

    def _about_calls(self, unit: Unit) -> Iterator[str]:
        sinks = {text for _, text in self._sinks}
        for name, is_described in self._calls.items():
            if not is_described:
                yield f"`{name}` is in no library model: nobody said what it does with its arguments."
            elif name.removeprefix("builtins.") not in sinks:
                yield f"`{name}` is in a library model, and no sink for what it is given here."
        if not self._sinks and not self._calls:
            yield self._without_calls(unit)

    def _without_calls(self, unit: Unit) -> str:
        line = self.place.number
        if any(first <= line <= last for first, last in unit.module.gaps):
            return "This line could not be read, so nothing was followed through it."
        found = (node for node in nodes(unit.module.body) if isinstance(node, ir.Call))
        calls = [node for node in found if self._is_asked(unit.number, node.at)]
        if not calls:
            return "No call stands on this line, and nothing that is assigned on it is a sink."
        if not self._is_reached:
            return (
                "Control was not followed to this line: constants decide that it does not run, what stands before it "
                "never returns, or a budget ended."
            )
        return (
            "What is called here is no member of a library by name: a function of the program, whose lines can be asked"
            " about, or a method of something whose type nobody said."
        )


def _without_source(values: Sequence[Value]) -> str:
    literals = {one for value in values for one in value.constants or ()}
    if literals and all(value.constants and not value.things for value in values):
        shown = ", ".join(sorted(map(repr, literals))[:_MOST_LITERALS])
        return f"what arrives is a literal ({shown}): it is written so, or a test narrows it to that."
    return "what arrives carries nothing from a source that was followed."
