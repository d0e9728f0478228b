"""What `xcr review` prints: the findings by file, with their code, and what the review amounts to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TextIO

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.sentences import said_in
from xcodereviewer.reports.source_lines import SourceLines
from xcodereviewer.reports.terminal_coverage import show_gaps
from xcodereviewer.reports.terminal_finding import Amount, show_finding, show_finding_line
from xcodereviewer.reports.terminal_style import Pen, TerminalStyle, style_for
from xcodereviewer.reports.terminal_summary import show_gate, show_summary
from xcodereviewer.reports.terminal_words import counted, say

__all__ = ["TerminalStyle", "style_for", "write", "write_terminal"]

_MOST = 200
_MOST_OF_A_RULE = 50


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:
    """Write the report in the style that suits the stream and the environment."""
    write_terminal(review, out, sources=sources, style=replace(style_for(out), language=language))


def write_terminal(review: Review, out: TextIO, *, sources: SourceTexts, style: TerminalStyle) -> None:
    """Write the report in a style, each finding as soon as it is made."""
    review = said_in(review, style.language)
    pen = Pen(out, style)
    rules = {rule.id: rule for rule in review.rules}
    findings = [finding for finding in review.findings if finding.is_open]
    if style.quiet:
        for finding in findings:
            show_finding_line(pen, finding, rules.get(finding.rule))
        show_gaps(pen, review.coverage)
        show_gate(pen, review.gate)
        return
    chosen = _Choice.of(findings, verbose=style.verbose)
    _show_files(pen, chosen, rules, SourceLines(sources))
    show_summary(pen, review)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """The findings that are shown, file by file, and how many are not."""

    files: Sequence[tuple[str, Sequence[Finding]]]
    left_out: int

    @classmethod
    def of(cls, findings: Sequence[Finding], *, verbose: bool) -> "_Choice":
        """Choose all, or the most severe when they are too many to read; then the worst file comes first."""
        kept = list(range(len(findings))) if verbose else _most_severe(findings)
        files = [
            (path, list(found))
            for path, found in groupby((findings[place] for place in sorted(kept)), key=lambda f: f.location.path)
        ]
        left_out = len(findings) - len(kept)
        if left_out:
            files.sort(key=lambda file: -max(finding.severity.rank for finding in file[1]))
        return cls(files=files, left_out=left_out)


def _most_severe(findings: Sequence[Finding]) -> list[int]:
    """Return the places of the findings to show, the most severe and surest of all and of each rule."""
    order = sorted(range(len(findings)), key=lambda i: (-findings[i].severity.rank, -findings[i].confidence.rank, i))
    of_rule: Counter[str] = Counter()
    kept = []
    for place in order:
        rule = findings[place].rule
        of_rule[rule] += 1
        if of_rule[rule] <= _MOST_OF_A_RULE:
            kept.append(place)
    return kept[:_MOST]


def _show_files(pen: Pen, choice: _Choice, rules: dict[str, Rule], lines: SourceLines) -> None:
    language = pen.style.language
    explained: set[str] = set()
    for path, findings in choice.files:
        pen.line()
        count = counted(language, len(findings), "finding")
        pen.line(f"{pen.paint(pen.visible(path), 'strong')}  {pen.paint(count, 'dim')}")
        shown: Span | None = None
        for finding in findings:
            pen.line()
            span = finding.location.span
            amount = Amount(code=span != shown, advice=finding.rule not in explained)
            show_finding(pen, finding, rules.get(finding.rule), lines=lines, amount=amount)
            explained.add(finding.rule)
            shown = span
    if choice.left_out:
        pen.line()
        count = counted(language, choice.left_out, "finding")
        pen.field("", say(language, "clipped", count=count), "strong")
