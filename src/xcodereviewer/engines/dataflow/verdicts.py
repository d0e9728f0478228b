"""What rules say of hits: which meetings of a source and a sink are a weakness, and which settings are bad."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.domain.engine import Match, MatchStep
from xcodereviewer.domain.kinds import CheckKind, PropertyKind, SinkKind, SourceKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.dataflow.framework.checks import observations
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.harmless import harmless_places
from xcodereviewer.engines.dataflow.hits import Hit, Line, PropertyUse
from xcodereviewer.engines.dataflow.ir import unpack
from xcodereviewer.engines.dataflow.proof.claim import Claim
from xcodereviewer.engines.dataflow.proof.proving import prove
from xcodereviewer.engines.dataflow.values import Constant, SourceLabel, Trace
from xcodereviewer.engines.pattern_match import head_of
from xcodereviewer.library_models.loader import OwnModel

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis
    from xcodereviewer.engines.dataflow.program import Unit
    from xcodereviewer.engines.dataflow.why_not import Questioned
    from xcodereviewer.library_models.members import Models

__all__ = ["Verdicts", "steps_of"]

_MOST_TOLD = 1000  # characters of a message
_MOST_STEPS = 40
# What went through a call that nobody described may not have come through: it weighs one step less.
_LIGHTER = {
    Severity.CRITICAL: Severity.HIGH,
    Severity.HIGH: Severity.MEDIUM,
    Severity.MEDIUM: Severity.LOW,
    Severity.LOW: Severity.LOW,
    Severity.INFO: Severity.INFO,
}
_FAR = 10_000  # a column behind the end of any line that is shown


class _FlowMatch(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """The `match` of a rule: a flow from kinds of source to kinds of sink, a bad setting, or a check of the shape.

    `why-not` and `proof` are no rules of a file: `xcr explain --why-not` asks with one what was met on a line,
    `xcr prove` with the other whether a path holds; `models` are library models that the user wrote.
    """

    from_: list[SourceKind] = msgspec.field(name="from", default_factory=list)
    to: list[SinkKind] = []
    property: PropertyKind | None = None
    values: list[str | int | bool | None] = []
    check: CheckKind | None = None
    why_not: tuple[str, int] | None = None
    giving_way: dict[SinkKind, list[str]] = {}  # with `why-not`: rules of other engines that approximate a sink
    proof: Claim | None = None
    models: list[OwnModel] = []


class Verdicts:
    """The rules, ready to be asked; `languages` of a rule are those of the modules that it speaks of."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._flows: dict[tuple[str, SourceKind, SinkKind], Rule] = {}
        self._settings: dict[tuple[str, PropertyKind], list[tuple[Rule, frozenset[Constant]]]] = defaultdict(list)
        self._checks: dict[tuple[str, CheckKind], Rule] = {}
        self.asked: Line | None = None
        self.claim: Claim | None = None
        self.models: list[OwnModel] = []
        self._asking = ""
        self._giving_way: Mapping[SinkKind, Sequence[str]] = {}
        self._not_in_tests = frozenset(rule.id for rule in rules if rule.skip_tests)
        for rule in rules:
            form = _parse(rule)
            if form.why_not is not None:
                self.asked, self._asking = Line(*form.why_not), rule.id
                self._giving_way = form.giving_way
            self.models += form.models
            if form.proof is not None:
                self.claim, self._asking = form.proof, rule.id
            for language in rule.languages:
                if form.check is not None:
                    self._checks[language, form.check] = rule
                for source in form.from_:
                    for sink in form.to:
                        self._flows[language, source, sink] = rule
                if form.property is not None:
                    values = frozenset(map(_plain, form.values))
                    self._settings[language, form.property].append((rule, values))

    def matches(self, analysis: "Analysis") -> Iterator[tuple[int, Match]]:
        """Yield a match for each place at which a rule's source and sink meet, or a setting is bad, in their order."""
        languages = {unit.number: unit.language for unit in analysis.units}
        found = [
            *self._flow_matches(analysis, languages),
            *self._setting_matches(analysis, languages),
            *self._check_matches(analysis, languages),
        ]
        tests = {unit.number for unit in analysis.units if unit.module.is_test}
        kept = (pair for pair in found if pair[0] not in tests or pair[1].rule not in self._not_in_tests)
        yield from sorted(kept, key=lambda pair: (pair[0], pair[1].span, pair[1].rule))

    def answers(self, analysis: "Questioned") -> Iterator[tuple[int, Match]]:
        """Yield a match for each sentence on why no finding stands on the line that is asked about."""
        if analysis.unit is None:
            return
        line = analysis.place.number
        span = Span(start_line=line, start_column=1, end_line=line, end_column=1)
        told: dict[str, Trace | None] = {}
        for words, trace in analysis.answers(self._flows):
            told.setdefault(words, trace)
        told |= dict.fromkeys(self._given_way(analysis))
        for words, trace in told.items():
            steps = tuple(steps_of(trace))
            yield analysis.unit.number, Match(rule=self._asking, span=span, message=words[:_MOST_TOLD], steps=steps)

    def proofs(self, units: "Sequence[Unit]", models: "Mapping[str, Models]") -> Iterator[tuple[int, Match]]:
        """Yield a match for each step of the path that is to be proved: what became of it, as JSON."""
        assert self.claim is not None
        line = Span(start_line=1, start_column=1, end_line=1, end_column=1)
        for one in prove(units, models, self.claim):
            yield units[0].number, Match(rule=self._asking, span=line, message=msgspec.json.encode(one).decode())

    def _given_way(self, analysis: "Questioned") -> Iterator[str]:
        """Yield which rules say nothing of the line since it is harmless."""
        for number, place in harmless_places(analysis):
            rules = self._giving_way.get(place.kind, ())
            if rules and analysis.asks_about(number, place.span):
                names = ", ".join(f"`{rule}`" for rule in rules)
                yield (
                    f"All that reaches the sink of kind {place.kind} here is known to its last part and does no harm"
                    f" there, so what only looks like it is not reported: {names}."
                )

    def _flow_matches(self, analysis: "Analysis", languages: dict[int, str]) -> Iterator[tuple[int, Match]]:
        by_place: dict[tuple[int, int, str], list[tuple[Rule, Hit]]] = defaultdict(list)
        for hit in analysis.hits.values():
            assert isinstance(hit.label, SourceLabel)
            kinds = hit.label.kind, hit.kind
            # A template's rule, or that of the program whose value the template shows.
            rules = (self._flows.get((languages[unit], *kinds)) for unit in (hit.unit, hit.label.unit))
            rule = next((one for one in rules if one is not None), None)
            if rule is not None:
                by_place[hit.unit, hit.at, rule.id].append((rule, hit))
        for (unit, at, _), hits in by_place.items():
            rule, hit = min(hits, key=lambda pair: (not pair[1].taint.certain, _length(pair[1].taint.trace)))
            yield unit, _match(rule, hit, at)

    def _setting_matches(self, analysis: "Analysis", languages: dict[int, str]) -> Iterator[tuple[int, Match]]:
        seen: set[tuple[int, int, str]] = set()
        for use in analysis.properties.values():
            for rule, values in self._settings.get((languages[use.unit], use.kind), ()):
                key = (use.unit, use.at, rule.id)
                if key not in seen and _is_bad(use, values):
                    seen.add(key)
                    yield use.unit, Match(rule=rule.id, span=head_of(unpack(use.at), _FAR))

    def _check_matches(self, analysis: "Analysis", languages: dict[int, str]) -> Iterator[tuple[int, Match]]:
        for one in observations(analysis, frozenset(kind for _, kind in self._checks)):
            rule = self._checks.get((languages[one.unit], one.kind))
            if rule is not None:
                yield one.unit, _observed(rule, one)


def _parse(rule: Rule) -> _FlowMatch:
    try:
        form = fit_json(rule.match, _FlowMatch, within=("match",))
    except Misfit as error:
        raise error.of(rule.id) from error
    said = (
        bool(form.from_ and form.to),
        form.property is not None,
        form.check is not None,
        form.why_not is not None,
        form.proof is not None,
        bool(form.models),
    )
    if said.count(True) != 1:
        reason = "`match` needs either `from` and `to`, or `property` and `values`, or `check`"
        raise Misfit(reason, path=("match",), owner=rule.id)
    return form


def _plain(value: Constant) -> Constant:
    """Return a setting's value as it is compared: `SHA-1` and `sha1` are one."""
    return value.lower().replace("-", "").replace("_", "") if isinstance(value, str) else value


def _is_bad(use: PropertyUse, values: frozenset[Constant]) -> bool:
    return all(any(_plain(one) == bad and type(one) is type(bad) for bad in values) for one in use.constants)


def _match(rule: Rule, hit: Hit, at: int) -> Match:
    assert isinstance(hit.label, SourceLabel)
    return Match(
        rule=rule.id,
        span=head_of(unpack(at), _FAR),
        message=f"{rule.message.en} It comes from the {hit.label.what} and reaches `{hit.text}`."[:_MOST_TOLD],
        severity=None if hit.taint.certain else _LIGHTER[rule.severity],
        confidence=None if hit.taint.certain else _lower(rule.confidence),
        steps=tuple(steps_of(hit.taint.trace)),
    )


def _observed(rule: Rule, one: Observation) -> Match:
    return Match(
        rule=rule.id,
        span=head_of(unpack(one.at), _FAR),
        message=one.message[:_MOST_TOLD],
        severity=one.severity,
        confidence=one.confidence,
        related=tuple(MatchStep(id=place.unit, span=unpack(place.at), message=place.text) for place in one.related),
    )


def _lower(confidence: Confidence) -> Confidence:
    return Confidence.MEDIUM if confidence is Confidence.HIGH else Confidence.LOW


def steps_of(trace: Trace | None) -> list[MatchStep]:
    steps = list(_tell(_flatten(trace)))
    if len(steps) > _MOST_STEPS:
        half = _MOST_STEPS // 2
        steps = [*steps[:half], *steps[-half:]]
    return steps


def _flatten(trace: Trace | None) -> list[Trace]:
    """Return the steps from first to last, those inside calls at their place."""
    steps: list[Trace] = []
    pending = trace
    while pending is not None:
        if pending.inner is not None:
            steps += reversed(_flatten(pending.inner))
        steps.append(pending)
        pending = pending.parent
    steps.reverse()
    return steps


def _tell(steps: Iterable[Trace]) -> Iterator[MatchStep]:
    """Yield the steps in words, without those that say what the one before said."""
    last: tuple[int, int, str] | None = None
    for step in steps:
        place = (step.unit, step.at, step.role)
        if place == last or not step.at:
            continue
        last = place
        yield MatchStep(id=step.unit, span=unpack(step.at), message=_WORDS[step.role].format(step.text))


_WORDS = {
    "source": "The value enters here: {}.",
    "parameter": "It is the parameter `{}`.",
    "assign": "It is kept in `{}`.",
    "call": "It is given to `{}`.",
    "sink": "It arrives in `{}`.",
}


def _length(trace: Trace | None) -> int:
    return len(_flatten(trace))
