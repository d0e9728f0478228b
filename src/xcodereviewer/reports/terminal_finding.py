"""One finding in a terminal: what, where, the code, the path, why and how to fix it."""

from dataclasses import dataclass

from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.levels import BaselineState, Severity, Status
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.source_lines import SourceLines, split_lines
from xcodereviewer.reports.tally import headline, other_witnesses, proposed
from xcodereviewer.reports.terminal_excerpt import clip_line, show_excerpt
from xcodereviewer.reports.terminal_prose import short, show_markdown
from xcodereviewer.reports.terminal_style import Pen, Role
from xcodereviewer.reports.terminal_text import pack
from xcodereviewer.reports.terminal_words import say

__all__ = ["Amount", "severity_role", "show_finding", "show_finding_line"]


def severity_role(severity: Severity) -> Role:
    """Return the colour of a severity."""
    match severity:
        case Severity.CRITICAL:
            return "critical"
        case Severity.HIGH:
            return "high"
        case Severity.MEDIUM:
            return "medium"
        case Severity.LOW:
            return "low"
        case Severity.INFO:
            return "info"


def show_finding_line(pen: Pen, finding: Finding, rule: Rule | None) -> None:
    """Write the finding as one line, as compilers do."""
    message, detail = headline(finding, rule, pen.style.language)
    text = pen.visible(f"{message} {detail}".strip())
    severity = pen.paint(say(pen.style.language, finding.severity), severity_role(finding.severity))
    place = pen.paint(pen.visible(str(finding.location)), "place")
    pen.line(f"{place}: {severity}: {text} {pen.paint(f'[{pen.visible(finding.rule)}]', 'dim')}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What is written of a finding: its code, unless the one before has shown it; its rule's advice, once a rule."""

    code: bool = True
    advice: bool = True


def show_finding(pen: Pen, finding: Finding, rule: Rule | None, *, lines: SourceLines, amount: Amount) -> None:
    """Write a finding, as much of it as `amount` says."""
    role = severity_role(finding.severity)
    message, detail = headline(finding, rule, pen.style.language)
    pen.field(f"● {say(pen.style.language, finding.severity)}", message, "strong", label_role=role)
    if detail:
        pen.field("", detail)
    place = pen.paint(pen.visible(str(finding.location)), "place")
    pen.items("", [place, *(pen.paint(fact, "dim") for fact in _facts(pen, finding))])
    if amount.code:
        _show_code(pen, finding, lines, role)
    _show_steps(pen, "path", finding.steps, lines)
    _show_steps(pen, "related", finding.related, lines)
    if rule is not None and amount.advice:
        _show_rule(pen, rule)
    if finding.fix is not None:
        pen.field(say(pen.style.language, "fix"), proposed(finding.fix, rule, pen.style.language))
    if witnesses := other_witnesses(finding):
        parts = [pen.visible(f"{w.engine} {w.rule}" if w.rule != finding.rule else w.engine) for w in witnesses]
        pen.items(say(pen.style.language, "also"), parts)
    if finding.gate_note:
        pen.field(say(pen.style.language, "note"), finding.gate_note)
    if pen.style.verbose and finding.fingerprint:
        pen.field(say(pen.style.language, "finding-id"), f"xcr/v1:{finding.fingerprint}", "dim")


def _facts(pen: Pen, finding: Finding) -> list[str]:
    language = pen.style.language
    facts = [
        pen.visible(finding.rule),
        say(language, f"confidence-{finding.confidence}"),
        *(f"CWE-{number}" for number in finding.cwe),
    ]
    if finding.baseline is BaselineState.NEW:
        facts.append(say(language, "new"))
    if finding.status is Status.PREVIEW:
        facts.append(say(language, "preview"))
    if not finding.gates and not finding.gate_note:
        facts.append(say(language, "does-not-gate"))
    return facts


def _show_code(pen: Pen, finding: Finding, lines: SourceLines, role: Role) -> None:
    span = finding.location.span
    known = lines.of(finding.location.path)
    first = 1
    if known is None or span.start_line > len(known):
        known, first = split_lines(finding.snippet), span.start_line
    if known:
        pen.line()
        show_excerpt(pen, known, span, first=first, role=role)
        pen.line()


def _show_steps(pen: Pen, label: str, steps: tuple[Step, ...], lines: SourceLines) -> None:
    label = say(pen.style.language, label)
    for number, step in enumerate(steps, start=1):
        counter = f"{number} " if len(steps) > 1 else ""
        indent = " " * len(counter)
        place = pen.paint(pen.visible(str(step.location)), "place")
        first, *others = pack([place, *pen.prose(step.message, indent=len(counter))], pen.room, separator="  ")
        pen.rows(label, [counter + first, *(indent + line for line in others)])
        label = ""
        code = lines.line(step.location.path, step.location.span.start_line) or step.snippet.partition("\n")[0]
        if code.strip():
            text, _, _ = clip_line(pen, code.strip(), None, indent=len(counter))
            pen.rows("", [indent + pen.paint(text, "dim")])


def _show_rule(pen: Pen, rule: Rule) -> None:
    language = pen.style.language
    texts = {"what": rule.what, "why": rule.why, "how": rule.how}
    said = {label: text.in_language(language) for label, text in texts.items() if text.in_language(language)}
    pen.line()
    if not pen.style.verbose:
        for label, sentences in (("why", 1), ("how", 2)):
            if label in said:
                pen.field(say(language, label), short(said[label], sentences=sentences))
        return
    for label, text in said.items():
        show_markdown(pen, say(language, label), text)
    for reference in rule.references:
        pen.field(say(language, "reference"), reference)
