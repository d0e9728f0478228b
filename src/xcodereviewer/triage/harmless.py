"""Findings that give way: their rule knows a call by its shape, and an engine that saw what reaches it knows better."""

from collections.abc import Collection, Iterable, Mapping

from xcodereviewer.domain.engine import Harmless
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule

__all__ = ["gives_way", "without_harmless"]

_FAR = 10_000  # from this column on, a span ends somewhere on its last line


def without_harmless(
    findings: Iterable[Finding], harmless: Mapping[str, Collection[Harmless]], *, rules: Iterable[Rule]
) -> list[Finding]:
    """Return the findings without those of a place that is harmless (by path) for all that their rule approximates.

    A finding stays where nobody looked, where something that arrives is not known, and when its rule has proof of its
    own.
    """
    guessing = {rule.id: rule.approximates for rule in rules if rule.approximates}
    if not harmless or not guessing:
        return list(findings)
    return [
        finding
        for finding in findings
        if not gives_way(finding, guessing.get(finding.rule, ()), harmless.get(finding.location.path, ()))
    ]


def gives_way(finding: Finding, kinds: Collection[SinkKind], harmless: Iterable[Harmless]) -> bool:
    """Whether the finding's place is one that is known to be harmless for one of these kinds of sink."""
    return not finding.steps and any(
        place.kind in kinds and _is_same(place.span, finding.location.span) for place in harmless
    )


def _is_same(one: Span, other: Span) -> bool:
    begins = (one.start_line, one.start_column) == (other.start_line, other.start_column)
    return begins and one.end_line == other.end_line and one.end_column in (other.end_column, _FAR)
