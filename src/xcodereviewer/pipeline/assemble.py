"""From an engine's matches in a text to findings that know their rule and their place."""

from collections.abc import Iterable, Mapping, Sequence

from xcodereviewer.domain.engine import Match, MatchStep
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.pipeline.hidden import HiddenValues
from xcodereviewer.triage.places import TextPlaces

__all__ = ["SECRET_TAG", "assemble", "secret_spans"]

SECRET_TAG = "secret"  # noqa: S105 - a tag: the findings of rules with it flag text that no report may show
_SHOWN = frozenset({"test", "example"})  # tags of files whose values are for show


def secret_spans(matches: Iterable[Match], text: str, *, rules: Mapping[str, Rule]) -> tuple[Span, ...]:
    """Return the stretches of the text that no report may show."""
    secret = [match for match in matches if SECRET_TAG in rules[match.rule].tags]
    if not secret:
        return ()
    values = HiddenValues(text)
    return tuple(
        span
        for match in secret
        # A detector of secrets flags the value itself, other engines the code that it stands in.
        for span in ([match.span] if rules[match.rule].engine == "secrets" else values.within(match.span))
    )


def assemble(
    matches: Iterable[Match],
    places: TextPlaces,
    *,
    rules: Mapping[str, Rule],
    masks: Sequence[Span],
    tags: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return a finding for each match; the paths in them are empty, since equal files share what was found.

    `tags` say what kind of file it is (`test`, `example`).
    """
    is_shown = not tags.isdisjoint(_SHOWN)
    return tuple(
        _finding(
            match,
            rules[match.rule],
            places,
            masks=masks,
            severity=_severity(match, rules[match.rule], is_shown=is_shown),
        )
        for match in matches
    )


def _severity(match: Match, rule: Rule, *, is_shown: bool) -> Severity:
    severity = match.severity or rule.severity
    if is_shown and rule.severity_in_examples:
        return min(severity, rule.severity_in_examples, key=lambda level: level.rank)
    return severity


def _finding(match: Match, rule: Rule, places: TextPlaces, *, masks: Sequence[Span], severity: Severity) -> Finding:
    return Finding(
        rule=rule.id,
        message=match.message or rule.message.en,
        location=Location(path="", span=match.span),
        severity=severity,
        confidence=match.confidence or rule.confidence,
        category=rule.category,
        status=rule.status,
        engine=rule.engine,
        kind=rule.kind,
        cwe=rule.cwe,
        steps=_steps(match.steps, places, masks),
        related=_steps(match.related, places, masks),
        fix=match.fix,
        snippet=places.snippet(match.span, masks=masks),
        place=places.place(match.span, masks=masks),
        scope=places.scope(match.span),
        line_hash=places.line_hash(match.span.start_line),
    )


def _steps(steps: Iterable[MatchStep], places: TextPlaces, masks: Sequence[Span]) -> tuple[Step, ...]:
    return tuple(
        Step(
            location=Location(path="", span=step.span),
            message=step.message,
            snippet=places.snippet(step.span, masks=masks),
        )
        for step in steps
    )
