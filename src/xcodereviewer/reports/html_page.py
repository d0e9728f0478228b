"""What stands on the HTML report, before any template sees it."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from markupsafe import Markup

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Review, Score
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.gaps import failed
from xcodereviewer.reports.html_data import ReviewData, script_json
from xcodereviewer.reports.html_plots import Bar, by_category, by_file, by_severity, work_done
from xcodereviewer.reports.html_rules import RuleDoc, rule_docs
from xcodereviewer.reports.html_words import phrases
from xcodereviewer.reports.tally import Tally, headline, tally
from xcodereviewer.reports.terminal_text import visible
from xcodereviewer.reports.terminal_words import counted

__all__ = ["HtmlPage", "Plain", "html_page"]

_MOST_PLAIN = 200
_MOST_GAPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A finding in one line, for a reader whose browser runs no script."""

    severity: str
    message: str
    place: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """The whole page; all text in it is visible, and escaped by the template."""

    language: Language
    words: Mapping[str, str]
    tool_version: str
    name: str
    kind: str
    facts: tuple[tuple[str, str], ...]  # phrase and value
    verdict: str
    reasons: tuple[str, ...]
    is_partial: bool
    failures: int
    share: str
    score: Score | None
    counts: Tally
    severities: Sequence[Bar]
    categories: Sequence[Bar]
    files: Sequence[Bar]
    engines: Sequence[Bar]
    gaps: tuple[tuple[str, str], ...]  # what failed, and why
    gaps_not_listed: int
    notices: tuple[tuple[str, str, str], ...]  # code, message, place
    plain: tuple[Plain, ...]
    rules: Iterable[RuleDoc]
    heads: Markup
    words_json: Markup
    findings: Iterable[Markup]
    sources: Iterable[tuple[int, Markup]]
    coverage: Iterable[Markup]


def html_page(review: Review, *, sources: SourceTexts, language: Language) -> HtmlPage:
    """Return the page of a review; what is long in it is made while it is read, once."""
    data = ReviewData.of(review, sources=sources, language=language)
    rules = {rule.id: rule for rule in review.rules}
    open_ones = [finding for finding in review.findings if finding.is_open]
    words = phrases(language)
    gaps = [(visible(path), visible(reason)) for reason, path in failed(review.coverage)]
    return HtmlPage(
        language=language,
        words=words,
        tool_version=visible(review.tool_version),
        name=visible(review.target.name),
        kind=visible(review.target.kind),
        facts=tuple(_facts(review, words, language)),
        verdict=review.gate.result.value,
        reasons=tuple(map(visible, review.gate.reasons)),
        is_partial=review.is_partial,
        failures=review.coverage.failures,
        share=f"{int(review.coverage.ratio * 1000) / 10:g} %",
        score=review.score,
        counts=tally(review.findings),
        severities=by_severity(open_ones),
        categories=by_category(open_ones),
        files=by_file(open_ones),
        engines=work_done(review.coverage),
        gaps=tuple(gaps[:_MOST_GAPS]),
        gaps_not_listed=max(0, len(gaps) - _MOST_GAPS),
        notices=tuple(_notices(review)),
        plain=tuple(_plain(finding, rules.get(finding.rule), language) for finding in _worst(open_ones)),
        rules=rule_docs(rules, data.rules, language),
        heads=data.heads(),
        words_json=script_json(words),
        findings=data.rows(),
        sources=data.source_blocks(),
        coverage=data.coverage_rows(),
    )


def _facts(review: Review, words: Mapping[str, str], language: Language) -> Iterator[tuple[str, str]]:
    if review.target.revision:
        yield "revision", visible(review.target.revision[:12])
    if review.target.base:
        yield "base", visible(review.target.base[:12])
    yield "reviewed", f"{review.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    yield "took", words["seconds"].format(n=f"{review.duration_s:.1f}")
    files, lines = len(review.coverage.files), review.coverage.lines
    yield "size", f"{counted(language, files, 'file')} · {counted(language, lines, 'line')}"


def _notices(review: Review) -> Iterator[tuple[str, str, str]]:
    for notice in review.notices:
        place = f"{notice.path}:{notice.line}" if notice.line else notice.path
        yield visible(notice.code), visible(notice.message), visible(place)


def _worst(findings: Sequence[Finding]) -> Sequence[Finding]:
    return heapq.nsmallest(_MOST_PLAIN, findings, key=lambda found: (-found.severity.rank, -found.confidence.rank))


def _plain(finding: Finding, rule: Rule | None, language: Language) -> Plain:
    message, _ = headline(finding, rule, language)
    return Plain(
        severity=finding.severity.value,
        message=visible(message),
        place=visible(str(finding.location)),
        rule=visible(finding.rule),
    )
