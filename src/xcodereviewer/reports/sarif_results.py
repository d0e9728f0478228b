"""Findings as results of a SARIF run."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xcodereviewer.domain import finding as found
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.levels import BaselineState
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.sarif_objects import (
    ArtifactChange,
    CodeFlow,
    Fix,
    Place,
    Replacement,
    Result,
    Suppression,
    Text,
    ThreadFlow,
    ThreadFlowLocation,
    artifact,
    line_place,
    literal,
    place,
    region,
)
from xcodereviewer.reports.sarif_rules import LEVELS, weakness

__all__ = ["Rules", "results", "worst"]

_MOST_LOCATIONS = 1_000
_MOST_STEPS = 10_000
_MOST_LINKS = 5
_SENTENCE_ENDS = (".", "!", "?", "。", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of a run, by id, with their place in it."""

    known: Mapping[str, Rule]
    index: Mapping[str, int]


def worst(findings: Sequence[Finding], limit: int) -> Iterator[Finding]:
    """Yield at most `limit` findings in their order: the most severe, and of equal severity the open ones first."""
    if len(findings) <= limit:
        yield from findings
        return
    counts = Counter(map(_importance, findings))
    room = {}
    for importance in sorted(counts, reverse=True):
        room[importance] = min(limit, counts[importance])
        limit -= room[importance]
    for finding in findings:
        importance = _importance(finding)
        if room[importance]:
            room[importance] -= 1
            yield finding


def results(findings: Iterator[Finding], rules: Rules, *, has_baseline: bool) -> Iterator[Result]:
    """Yield a result for each finding; with a baseline every result has a state, as §3.27.24 wants."""
    for finding in findings:
        state = finding.baseline or (BaselineState.NEW if has_baseline else None)
        yield _result(finding, rules, state)


def _importance(finding: Finding) -> tuple[int, bool]:
    return finding.severity.rank, finding.is_open


def _result(finding: Finding, rules: Rules, state: BaselineState | None) -> Result:
    rule = rules.known.get(finding.rule)
    related = finding.related[:_MOST_LOCATIONS]
    return Result(
        rule_id=finding.rule,
        rule_index=rules.index.get(finding.rule),
        level=LEVELS[finding.severity],
        message=Text(text=_message(finding, rule)),
        locations=(place(finding.location, snippet=finding.snippet),),
        code_flows=(_code_flow(finding.steps),) if finding.steps else (),
        related_locations=tuple(_step(step, number) for number, step in enumerate(related, 1)),
        fingerprints={"xcr/v1": finding.fingerprint} if finding.fingerprint else None,
        partial_fingerprints=_partial_fingerprints(finding),
        suppressions=tuple(_suppressions(finding)),
        baseline_state=state,
        fixes=(_fix(finding.fix, finding.location.path),) if finding.fix else (),
        taxa=() if rule and rule.cwe == finding.cwe else tuple(map(weakness, finding.cwe)),
        properties=_properties(finding),
    )


def _partial_fingerprints(finding: Finding) -> dict[str, str] | None:
    """Return GitHub's hash, left out where it is not known exactly, and our identity, which is always known."""
    known = {"primaryLocationLineHash": finding.line_hash, "xcr/v1": finding.fingerprint}
    return {name: value for name, value in known.items() if value} or None


def _message(finding: Finding, rule: Rule | None) -> str:
    """Return what is wrong, then links to the related places: GitHub shows only those that the message names."""
    said = finding.message or (rule.message.en or rule.title.en if rule else "") or finding.rule
    links = [f"[{_link_text(step)}]({number})" for number, step in enumerate(finding.related[:_MOST_LINKS], 1)]
    if not links:
        return literal(said)
    stop = "" if said.rstrip().endswith(_SENTENCE_ENDS) else "."
    return f"{literal(said.rstrip())}{stop} See {', '.join(links)}."


def _link_text(step: Step) -> str:
    text = step.message or step.location.path
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _code_flow(steps: tuple[Step, ...]) -> CodeFlow:
    """Return the path; of one that is too long for readers, the two ends."""
    if len(steps) > _MOST_STEPS:
        steps = (*steps[: _MOST_STEPS // 2], *steps[-_MOST_STEPS // 2 :])
    stops = tuple(ThreadFlowLocation(location=_step(step, None)) for step in steps)
    return CodeFlow(thread_flows=(ThreadFlow(locations=stops),))


def _step(step: Step, number: int | None) -> Place:
    return place(step.location, message=step.message, snippet=step.snippet, number=number)


def _suppressions(finding: Finding) -> Iterator[Suppression]:
    suppression = finding.suppression
    if suppression is None:
        return
    properties: dict[str, object] = {"marker": suppression.marker}
    if suppression.until is not None:
        properties["until"] = suppression.until
    path, line = finding.location.path, suppression.line
    yield Suppression(
        kind=suppression.kind,
        status="accepted" if suppression.counts else "rejected",
        justification=suppression.reason or None,
        location=line_place(path, line) if line > 0 else None,
        properties=properties,
    )


def _fix(fix: found.Fix, path: str) -> Fix:
    replacements = tuple(
        Replacement(deleted_region=region(edit.span), inserted_content=Text(text=edit.text)) for edit in fix.edits
    )
    change = ArtifactChange(artifact_location=artifact(path), replacements=replacements)
    return Fix(description=Text(text=fix.description), artifact_changes=(change,))


def _properties(finding: Finding) -> dict[str, object]:
    """Return what SARIF has no word for."""
    properties: dict[str, object] = {
        "severity": finding.severity,
        "confidence": finding.confidence,
        "category": finding.category,
        "engine": finding.engine,
        "witnesses": finding.witnesses,
        "gates": finding.gates,
    }
    if finding.gate_note:
        properties["gateNote"] = finding.gate_note
    left_out = len(finding.related) - _MOST_LOCATIONS
    if left_out > 0:
        properties["relatedLocationsLeftOut"] = left_out
    left_out = len(finding.steps) - _MOST_STEPS
    if left_out > 0:
        properties["stepsLeftOut"] = left_out
    return properties
