"""Quality from 0 to 100: a documented sum of what the findings cost, normalised by size (docs/score.md)."""

import math
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from xcodereviewer.domain.coverage import Coverage, Outcome
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.language import NOT_CODE
from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Severity, Status
from xcodereviewer.domain.review import Score
from xcodereviewer.domain.source import Change
from xcodereviewer.triage.changed import is_on_changed_lines
from xcodereviewer.triage.looked_at import files_looked_at

__all__ = ["code_lines", "score", "score_review"]


class _Part(StrEnum):
    SECURITY = "security"
    COMPLEXITY = "complexity"
    MAINTAINABILITY = "maintainability"
    PERFORMANCE = "performance"


# Whole numbers, so that no order of summing gives another score: points × tenths = tenths of points.
_POINTS: Mapping[Severity, int] = MappingProxyType(
    {Severity.CRITICAL: 60, Severity.HIGH: 25, Severity.MEDIUM: 8, Severity.LOW: 2, Severity.INFO: 0}
)
_CERTAINTY: Mapping[Confidence, int] = MappingProxyType({Confidence.HIGH: 10, Confidence.MEDIUM: 6, Confidence.LOW: 3})
_SHARES: Mapping[_Part, int] = MappingProxyType(
    {_Part.SECURITY: 40, _Part.MAINTAINABILITY: 30, _Part.COMPLEXITY: 15, _Part.PERFORMANCE: 15}
)
_SMALLEST_KLOC = 1.0


def score(findings: Iterable[Finding], *, lines: int) -> Score:
    """Return the quality of `lines` lines of code in which there are `findings`.

    Adding a finding never raises it and taking one away never lowers it, whole or by part. What is suppressed, a
    preview or gone since the baseline costs nothing; what the baseline knows costs as much as what is new.

    Raises:
        ValueError: `lines` is negative.
    """
    if lines < 0:
        raise ValueError(f"a number of lines cannot be negative, and {lines} is")
    costs: dict[_Part, list[int]] = {part: [] for part in _Part}
    for finding in findings:
        if _costs(finding):
            costs[_part_of(finding)].append(_POINTS[finding.severity] * _CERTAINTY[finding.confidence])
    kloc = max(_SMALLEST_KLOC, lines / 1000)
    parts = {part: _part_score(costs[part], kloc) for part in _Part}
    mean = sum(_SHARES[part] * parts[part] for part in _Part) / 100
    return Score(
        total=math.floor((mean + min(parts.values())) / 2),
        security=math.floor(parts[_Part.SECURITY]),
        complexity=math.floor(parts[_Part.COMPLEXITY]),
        maintainability=math.floor(parts[_Part.MAINTAINABILITY]),
        performance=math.floor(parts[_Part.PERFORMANCE]),
    )


def score_review(
    findings: Iterable[Finding], coverage: Coverage, *, changes: Mapping[str, Change] | None = None
) -> Score | None:
    """Return the quality of what a review looked at; None when it looked at nothing, or at no code that a rule reads.

    With `changes` it is the quality of the change: its lines, and the findings on them.
    """
    if coverage.is_unread or not any(True for _ in files_looked_at(coverage)):
        return None
    if changes is not None:
        findings = (finding for finding in findings if is_on_changed_lines(finding, changes))
    return score(findings, lines=code_lines(coverage, changes=changes))


def code_lines(coverage: Coverage, *, changes: Mapping[str, Change] | None = None) -> int:
    """Return the size by which a score is normalised.

    Only files count that an engine really looked at, and only code: a folder of JSON must not make a program better.
    With `changes` only the changed lines count.
    """
    total = 0
    for file in files_looked_at(coverage):
        if file.language in NOT_CODE or any(done.outcome is Outcome.UNSUPPORTED for done in file.passes):
            continue
        if changes is None:
            total += file.lines
        elif (change := changes.get(file.path)) is not None:
            total += file.lines if change.is_new else len(change.lines)
    return total


def _costs(finding: Finding) -> bool:
    suppressed = finding.suppression is not None and finding.suppression.counts
    return not suppressed and finding.status is not Status.PREVIEW and finding.baseline is not BaselineState.ABSENT


def _part_of(finding: Finding) -> _Part:
    match finding.category:
        case Category.SECURITY:
            return _Part.SECURITY
        case Category.PERFORMANCE:
            return _Part.PERFORMANCE
        case Category.BUG | Category.MAINTAINABILITY | Category.STYLE:
            engines = {finding.engine, *(witness.engine for witness in finding.witnesses)}
            return _Part.COMPLEXITY if "complexity" in engines else _Part.MAINTAINABILITY
        case _:
            assert_never(finding.category)


def _part_score(costs: list[int], kloc: float) -> float:
    worst = max(costs, default=0) / 10
    density = sum(costs) / 10 / kloc
    return (100 - worst / 2) * math.exp(-density / 100)
