"""One finding in markdown, collapsed to its first line."""

from collections.abc import Iterator, Sequence

from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.language import Language as CodeLanguage
from xcodereviewer.domain.levels import BaselineState, Status
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language
from xcodereviewer.reports.markdown_text import code_span, escaped, fenced, summary_html
from xcodereviewer.reports.markdown_words import say
from xcodereviewer.reports.source_lines import SourceLines, split_lines
from xcodereviewer.reports.tally import headline, other_witnesses, proposed
from xcodereviewer.reports.terminal_prose import short

__all__ = ["finding_section"]

_LONGEST_MESSAGE = 600
_LONGEST_LINE = 160
_MOST_LINES = 8
_MOST_STEPS = 12


def finding_section(
    finding: Finding, rule: Rule | None, lines: SourceLines, *, language: Language, lead: tuple[str, str]
) -> str:
    """Return the finding as a `<details>` element; `lead` is the mark before its first line and a word behind it."""
    message, detail = headline(finding, rule, language)
    mark, note = lead
    where = summary_html(code_span(f"{finding.location.path}:{finding.location.span.start_line}"))
    severity, said = say(language, finding.severity), summary_html(_clipped(message, _LONGEST_MESSAGE))
    parts = [f"{mark} <b>{severity}</b> · {said}", where, *([f"<b>{note}</b>"] if note else [])]
    body = "\n\n".join(_body(finding, rule, lines, detail=detail, language=language))
    return f"<details><summary>{' · '.join(parts)}</summary>\n\n{body}\n\n</details>"


def _body(finding: Finding, rule: Rule | None, lines: SourceLines, *, detail: str, language: Language) -> Iterator[str]:
    yield " · ".join(_facts(finding, language))
    if detail:
        yield escaped(_clipped(detail, _LONGEST_MESSAGE))
    if code := _code(finding, lines):
        yield fenced(code, _code_language(rule))
    if finding.steps:
        yield f"**{say(language, 'path')}**\n\n{_steps(finding.steps, language)}"
    if finding.related:
        yield f"**{say(language, 'related')}**\n\n{_steps(finding.related, language)}"
    if rule is not None:
        for label, text in (("why-it-matters", rule.why), ("how-to-fix", rule.how)):
            said = short(text.in_language(language), sentences=3)
            if said:
                yield f"**{say(language, label)}:** {escaped(_clipped(said, _LONGEST_MESSAGE))}"
    if finding.fix is not None:
        does = proposed(finding.fix, rule, language)
        yield f"**{say(language, 'fix')}:** {escaped(_clipped(does, _LONGEST_MESSAGE))}"
    if finding.gate_note:
        yield f"*{escaped(finding.gate_note)}*"


def _facts(finding: Finding, language: Language) -> Iterator[str]:
    yield code_span(finding.rule)
    yield say(language, f"confidence-{finding.confidence}")
    for number in finding.cwe:
        yield f"[CWE-{number}](https://cwe.mitre.org/data/definitions/{number}.html)"
    if finding.baseline is BaselineState.NEW:
        yield say(language, "new")
    if finding.status is Status.PREVIEW:
        yield say(language, "preview")
    if witnesses := other_witnesses(finding):
        yield f"{say(language, 'also')} {', '.join(code_span(witness.engine) for witness in witnesses)}"


def _code(finding: Finding, lines: SourceLines) -> str:
    """Return the flagged lines with one around them, less the indentation that all of them have."""
    span = finding.location.span
    known = lines.of(finding.location.path)
    if known is None or span.start_line > len(known):
        shown: Sequence[str] = split_lines(finding.snippet)[:_MOST_LINES]
    else:
        shown = known[max(0, span.start_line - 2) : _last_line(span) + 1]
    filled = [line for line in shown if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    return "\n".join(_clipped(line[indent:], _LONGEST_LINE) for line in shown)


def _last_line(span: Span) -> int:
    return min(span.end_line, span.start_line + _MOST_LINES)


def _code_language(rule: Rule | None) -> CodeLanguage | None:
    return rule.languages[0] if rule is not None and len(rule.languages) == 1 else None


def _steps(steps: tuple[Step, ...], language: Language) -> str:
    listed = []
    for number, step in enumerate(steps[:_MOST_STEPS], 1):
        place = code_span(f"{step.location.path}:{step.location.span.start_line}")
        code = split_lines(step.snippet)[0].strip() if step.snippet.strip() else ""
        shown = f"\n   {code_span(_clipped(code, _LONGEST_LINE))}" if code else ""
        listed.append(f"{number}. {place} {escaped(_clipped(step.message, _LONGEST_MESSAGE))}{shown}")
    if len(steps) > _MOST_STEPS:
        listed.append(f"\n{say(language, 'one-more', n=len(steps) - _MOST_STEPS)}")
    return "\n".join(listed)


def _clipped(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
