"""GitHub workflow commands, which a job's log turns into annotations."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.review import GateResult, Review
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.tally import tally
from xcodereviewer.reports.terminal_text import visible

__all__ = ["write"]

_MOST_PER_LEVEL = 10  # GitHub drops the rest of a step's
_LEVELS = {
    "error": (Severity.CRITICAL, Severity.HIGH),
    "warning": (Severity.MEDIUM,),
    "notice": (Severity.LOW, Severity.INFO),
}
_VERDICTS = {
    GateResult.PASSED: "The gate passed",
    GateResult.UNSET: "No gate is set",
    GateResult.FAILED: "The gate failed",
    GateResult.INSUFFICIENT: "Too little could be reviewed",
    GateResult.NOTHING: "There was nothing to review",
}


def write(review: Review, out: TextIO, *, sources: SourceTexts) -> None:  # noqa: ARG001 - one signature for all formats
    """Write the 10 worst open findings of each level, and a last line that says how many there are in all.

    Raises:
        OSError: `out` cannot take it.
    """
    titles = {rule.id: rule.title.en for rule in review.rules}
    shown = 0
    for level, severities in _LEVELS.items():
        for finding in _worst(review.findings, severities):
            out.write(f"{_annotation(level, finding, titles.get(finding.rule) or finding.rule)}\n")
            shown += 1
    out.write(f"{_log_line(' '.join(_summary(review, shown)))}\n")


def _worst(findings: Iterable[Finding], severities: Sequence[Severity]) -> list[Finding]:
    open_ones = (finding for finding in findings if finding.is_open and finding.severity in severities)
    return heapq.nlargest(_MOST_PER_LEVEL, open_ones, key=lambda finding: finding.severity.rank)


def _annotation(level: str, finding: Finding, title: str) -> str:
    span = finding.location.span
    places = {"file": finding.location.path, "line": span.start_line, "endLine": span.end_line}
    if span.start_line == span.end_line:  # GitHub takes columns for a single line only
        places |= {"col": span.start_column, "endColumn": span.end_column}
    properties = {**places, "title": visible(f"{title} ({finding.rule})")}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {listed}::{_data(visible(finding.message or title))}"


def _summary(review: Review, shown: int) -> Iterator[str]:
    counts = tally(review.findings)
    yield f"XCodeReviewer: {counts.open:,} open {'finding' if counts.open == 1 else 'findings'}"
    if counts.by_severity:
        yield f"({', '.join(f'{number:,} {severity}' for severity, number in counts.by_severity.items())})"
    if shown < counts.open:
        yield f"of which {shown} are annotated here, since GitHub shows {_MOST_PER_LEVEL} of each level"
    yield f"- {_VERDICTS[review.gate.result]}{''.join(f'; {reason}' for reason in review.gate.reasons)}."
    if review.coverage.failures:
        yield f"{review.coverage.failures:,} parts of the work failed."
    if review.is_partial:
        yield "The review was interrupted."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _log_line(text: str) -> str:
    """Return one line that the runner reads as no command, in neither of its two notations."""
    return visible(text).replace("##[", "## [")
