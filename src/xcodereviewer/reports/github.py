"""GitHub workflow commands, which a job's log turns into annotations."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.sentences import said_in
from xcodereviewer.reports.tally import headline, tally
from xcodereviewer.reports.terminal_text import visible
from xcodereviewer.reports.terminal_words import counted, say, verdict

__all__ = ["write"]

_MOST_PER_LEVEL = 10  # GitHub drops the rest of a step's
_LEVELS = {
    "error": (Severity.CRITICAL, Severity.HIGH),
    "warning": (Severity.MEDIUM,),
    "notice": (Severity.LOW, Severity.INFO),
}


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:  # noqa: ARG001 - one signature for all formats
    """Write the 10 worst open findings of each level, and a last line that says how many there are in all.

    Raises:
        OSError: `out` cannot take it.
    """
    review = said_in(review, language)
    rules = {rule.id: rule for rule in review.rules}
    shown = 0
    for level, severities in _LEVELS.items():
        for finding in _worst(review.findings, severities):
            out.write(f"{_annotation(level, finding, rules.get(finding.rule), language)}\n")
            shown += 1
    out.write(f"{_log_line(' '.join(_summary(review, shown, language)))}\n")


def _worst(findings: Iterable[Finding], severities: Sequence[Severity]) -> list[Finding]:
    open_ones = (finding for finding in findings if finding.is_open and finding.severity in severities)
    return heapq.nlargest(_MOST_PER_LEVEL, open_ones, key=lambda finding: finding.severity.rank)


def _annotation(level: str, finding: Finding, rule: Rule | None, language: Language) -> str:
    span = finding.location.span
    places = {"file": finding.location.path, "line": span.start_line, "endLine": span.end_line}
    if span.start_line == span.end_line:  # GitHub takes columns for a single line only
        places |= {"col": span.start_column, "endColumn": span.end_column}
    title = rule.title.in_language(language) if rule else ""
    properties = {**places, "title": visible(f"{title or finding.rule} ({finding.rule})")}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    said = " ".join(filter(None, headline(finding, rule, language)))
    return f"::{level} {listed}::{_data(visible(said))}"


def _summary(review: Review, shown: int, language: Language) -> Iterator[str]:
    counts = tally(review.findings)
    severities = [f"{number:,} {say(language, severity)}" for severity, number in counts.by_severity.items()]
    yield say(language, "open-count", count=counted(language, counts.open, "open-finding"))
    if severities:
        yield f"({say(language, 'and').join(severities)})"
    if shown < counts.open:
        yield say(language, "annotated", n=shown, most=_MOST_PER_LEVEL)
    yield f"- {verdict(language, review.gate)}"
    if review.coverage.failures:
        yield say(language, "failed-parts", n=counted(language, review.coverage.failures, "part"))
    if review.is_partial:
        yield say(language, "interrupted")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _log_line(text: str) -> str:
    """Return one line that the runner reads as no command, in neither of its two notations."""
    return visible(text).replace("##[", "## [")
