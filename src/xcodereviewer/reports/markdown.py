"""Markdown for a pull request's comment or a wiki: the verdict, the worst findings, what was not looked at."""

import heapq
from collections.abc import Iterator, Mapping
from typing import TextIO

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import BaselineState, Severity
from xcodereviewer.domain.review import GateResult, Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.markdown_coverage import coverage_section
from xcodereviewer.reports.markdown_finding import finding_section
from xcodereviewer.reports.markdown_text import code_span, escaped
from xcodereviewer.reports.markdown_words import say
from xcodereviewer.reports.sentences import said_in
from xcodereviewer.reports.source_lines import SourceLines
from xcodereviewer.reports.tally import Tally, tally
from xcodereviewer.reports.terminal_words import counted

__all__ = ["write"]

_MOST = 50
_LONGEST = 50_000  # characters of findings; GitHub refuses a comment of more than 65,536 in all
_MOST_REASONS = 10
_MOST_NOTICES = 20


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:
    """Write the report in `language`; it is short enough for a comment, and says what it leaves out.

    Raises:
        OSError: `out` cannot take it.
    """
    review = said_in(review, language)
    out.write("\n\n".join(_head(review, language)))
    for section in _findings(review, sources, language):
        out.write(f"\n\n{section}")
    for section in (*coverage_section(review, language), *_notices(review, language)):
        out.write(f"\n\n{section}")
    seconds = say(language, "seconds", s=f"{review.duration_s:.1f}")
    out.write(f"\n\n<sub>xcr {escaped(review.tool_version)} · {seconds}</sub>\n")


def _head(review: Review, language: Language) -> Iterator[str]:
    yield f"## {say(language, _title(review))}"
    reasons = [f"- {escaped(reason)}" for reason in review.gate.reasons[:_MOST_REASONS]]
    if len(review.gate.reasons) > _MOST_REASONS:
        reasons.append(f"- {say(language, 'one-more', n=len(review.gate.reasons) - _MOST_REASONS)}")
    if reasons:
        yield "\n".join(reasons)
    if review.is_partial:
        yield f"**{say(language, 'interrupted')}**"
    yield " · ".join(_facts(review, language))
    yield "\n".join(_counts(review, language))


def _title(review: Review) -> str:
    if review.is_partial and review.gate.result is not GateResult.FAILED:
        return "title-interrupted"
    return f"title-{review.gate.result}"


def _facts(review: Review, language: Language) -> Iterator[str]:
    target = review.target
    yield f"**{code_span(target.name)}**"
    if target.revision:
        yield say(language, "at", revision=code_span(target.revision[:12]))
    if target.base:
        yield say(language, "against", base=code_span(target.base[:12]))
    yield counted(language, len(review.coverage.files), "file")
    yield counted(language, review.coverage.lines, "line")
    if review.score is not None:
        yield f"{say(language, 'score')} **{say(language, 'of-100', n=review.score.total)}**"


def _counts(review: Review, language: Language) -> Iterator[str]:
    """Yield the table of counts, or one line that says there is nothing, and what is not counted."""
    counts = tally(review.findings)
    if counts.open:
        yield from _table(review, counts, language)
    else:
        yield _clean(review, language)
    hidden = [("suppressed", counts.suppressed), ("known", counts.known), ("gone", counts.gone)]
    said = [say(language, phrase, n=f"{number:,}") for phrase, number in hidden if number]
    if said:
        yield f"\n{' · '.join(said)}"


def _table(review: Review, counts: Tally, language: Language) -> Iterator[str]:
    """Yield the counts by severity; what is new is told where there is something to tell it by."""
    tells_new = any(finding.baseline is not None for finding in review.findings)
    new = _new_by_severity(review)
    yield f"| {say(language, 'severity')} | {say(language, 'open')} |{_cell(say(language, 'of-which-new'), tells_new)}"
    yield f"|---|--:|{'--:|' * tells_new}"
    for severity, number in counts.by_severity.items():
        added = _cell(f"{new.get(severity, 0):,}", tells_new)
        yield f"| {_mark(severity)} {say(language, severity)} | {number:,} |{added}"
    yield f"| **{say(language, 'total')}** | **{counts.open:,}** |{_cell(f'**{counts.new:,}**', tells_new)}"


def _cell(text: str, is_wanted: bool) -> str:
    return f" {text} |" * is_wanted


def _clean(review: Review, language: Language) -> str:
    """Say that nothing is open; never without saying when not all was looked at."""
    coverage = review.coverage
    if not coverage.files:
        return say(language, "nothing")
    if review.is_partial or coverage.failures:
        return f"**{say(language, 'clean-so-far')}**"
    files, lines = counted(language, len(coverage.files), "file"), counted(language, coverage.lines, "line")
    return say(language, "clean-open" if review.findings else "clean", files=files, lines=lines)


def _new_by_severity(review: Review) -> Mapping[Severity, int]:
    new = [found for found in review.findings if found.is_open and found.baseline is BaselineState.NEW]
    return {severity: sum(found.severity is severity for found in new) for severity in Severity}


def _mark(severity: Severity) -> str:
    match severity:
        case Severity.CRITICAL:
            return "🟣"
        case Severity.HIGH:
            return "🔴"
        case Severity.MEDIUM:
            return "🟠"
        case Severity.LOW:
            return "🔵"
        case Severity.INFO:
            return "⚪"


def _findings(review: Review, sources: SourceTexts, language: Language) -> Iterator[str]:
    """Yield the worst findings, as many as fit, and how many do not."""
    rules: Mapping[str, Rule] = {rule.id: rule for rule in review.rules}
    failing, lines = frozenset(review.gate.failing), SourceLines(sources)
    open_ones = [finding for finding in review.findings if finding.is_open]
    worst = heapq.nsmallest(_MOST, open_ones, key=lambda found: (-found.severity.rank, -found.confidence.rank))
    shown = length = 0
    for finding in worst:
        mark = _mark(finding.severity)
        note = say(language, "fails-the-gate") if _fails(finding, failing) else ""
        section = finding_section(finding, rules.get(finding.rule), lines, language=language, lead=(mark, note))
        length += len(section)
        if length > _LONGEST:
            break
        yield section
        shown += 1
    if shown < len(open_ones):
        yield say(language, "more-findings", count=counted(language, len(open_ones) - shown, "finding"))


def _fails(finding: Finding, failing: frozenset[str]) -> bool:
    return finding.gates and finding.fingerprint in failing


def _notices(review: Review, language: Language) -> Iterator[str]:
    if not review.notices:
        return
    listed = []
    for notice in review.notices[:_MOST_NOTICES]:
        place = f"{notice.path}:{notice.line}" if notice.line else notice.path
        listed.append(f"- {escaped(notice.message)}{f' ({code_span(place)})' if place else ''}")
    if len(review.notices) > _MOST_NOTICES:
        listed.append(f"- {say(language, 'more-in-html', n=f'{len(review.notices) - _MOST_NOTICES:,}')}")
    title = say(language, "notices-title", n=f"{len(review.notices):,}")
    body = "\n".join(listed)
    yield f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"
