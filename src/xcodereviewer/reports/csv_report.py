"""One row for each finding, for spreadsheets."""

import csv
from typing import TextIO

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.sentences import said_in
from xcodereviewer.reports.tally import headline, standing
from xcodereviewer.reports.terminal_text import visible

__all__ = ["COLUMNS", "write"]

COLUMNS = (
    "rule",
    "title",
    "severity",
    "category",
    "confidence",
    "status",
    "path",
    "start_line",
    "start_column",
    "end_line",
    "end_column",
    "message",
    "cwe",
    "engines",
    "standing",
    "baseline",
    "suppression",
    "suppression_reason",
    "suppression_until",
    "gates",
    "gate_note",
    "fingerprint",
)
# What a spreadsheet reads as a formula, with the full-width forms that some fold into ASCII.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:  # noqa: ARG001 - one signature for all formats
    """Write a header and a row for each finding (RFC 4180), whatever its standing.

    Raises:
        OSError: `out` cannot take it.
    """
    review = said_in(review, language)
    rules = {rule.id: rule for rule in review.rules}
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for finding in review.findings:
        rows.writerow([_cell(value) for value in _values(finding, rules.get(finding.rule), language)])


def _values(finding: Finding, rule: Rule | None, language: Language) -> tuple[str | int, ...]:
    span, suppression = finding.location.span, finding.suppression
    return (
        finding.rule,
        rule.title.in_language(language) if rule else "",
        finding.severity,
        finding.category,
        finding.confidence,
        finding.status,
        finding.location.path,
        span.start_line,
        span.start_column,
        span.end_line,
        span.end_column,
        " ".join(filter(None, headline(finding, rule, language))),
        " ".join(f"CWE-{number}" for number in finding.cwe),
        " ".join(dict.fromkeys(witness.engine for witness in finding.witnesses)) or finding.engine,
        standing(finding),
        finding.baseline or "",
        suppression.marker if suppression else "",
        suppression.reason if suppression else "",
        suppression.until.isoformat() if suppression and suppression.until else "",
        "yes" if finding.gates else "no",
        finding.gate_note,
        finding.fingerprint,
    )


def _cell(value: str | int) -> str | int:
    """Return a value that no spreadsheet runs; text is on one line, its control characters as escapes."""
    if isinstance(value, int):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text
