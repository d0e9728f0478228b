"""The end of the terminal report: what was found, what was looked at and what was not, and the verdict."""

from collections import Counter
from collections.abc import Iterable, Iterator

from xcodereviewer.domain.coverage import Coverage, Outcome, Pass
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review
from xcodereviewer.reports.tally import Tally, tally
from xcodereviewer.reports.terminal_coverage import show_coverage, show_incomplete
from xcodereviewer.reports.terminal_finding import severity_role
from xcodereviewer.reports.terminal_style import Pen, Role
from xcodereviewer.reports.terminal_text import cells
from xcodereviewer.reports.terminal_words import counted, say

__all__ = ["show_gate", "show_summary"]

_MOST_NOTICES = 10
_UNREAD = frozenset({Outcome.UNPARSED, Outcome.UNSUPPORTED})


def show_summary(pen: Pen, review: Review) -> None:
    """Write the summary of a review, with the gate's verdict near the end."""
    language = pen.style.language
    pen.line()
    pen.line(pen.paint("─" * pen.style.width, "dim"))
    show_incomplete(pen, review)
    _show_findings(pen, review, tally(review.findings))
    _show_score(pen, review)
    show_coverage(pen, review.coverage)
    _show_notices(pen, review.notices)
    show_gate(pen, review.gate)
    seconds = say(language, "seconds", s=f"{review.duration_s:.1f}")
    pen.items(say(language, "time"), [seconds, f"xcr {pen.visible(review.tool_version)}"], "dim")


def show_gate(pen: Pen, gate: Gate) -> None:
    """Write the verdict and its reasons."""
    language = pen.style.language
    phrase, role = _verdict(gate.result)
    verdict = say(language, phrase)
    indent = cells(verdict) + 2
    reasons = [line for reason in gate.reasons for line in pen.prose(reason, indent=indent)]
    first, *others = reasons or [""]
    rows = [f"{pen.paint(verdict, role)}  {first}", *(" " * indent + line for line in others)]
    pen.rows(say(language, "gate"), rows)


def _verdict(result: GateResult) -> tuple[str, Role]:
    match result:
        case GateResult.PASSED:
            return "passed", "good"
        case GateResult.UNSET:
            return "gate-unset", "dim"
        case GateResult.FAILED:
            return "gate-failed", "bad"
        case GateResult.INSUFFICIENT:
            return "insufficient", "bad"
        case GateResult.NOTHING:
            return "gate-nothing", "medium"


def _show_findings(pen: Pen, review: Review, counts: Tally) -> None:
    language = pen.style.language
    label = say(language, "findings")
    if counts.open:
        severities = [
            pen.paint(f"{many:,} {say(language, severity)}", severity_role(severity))
            for severity, many in counts.by_severity.items()
        ]
        pen.items(label, [pen.paint(counted(language, counts.open, "finding"), "strong"), *severities])
    else:
        _show_clean(pen, review, label=label, has_hidden=bool(counts.suppressed or counts.known))
    others = [("new-count", counts.new), ("suppressed", counts.suppressed), ("known", counts.known)]
    parts = [say(language, phrase, n=f"{many:,}") for phrase, many in [*others, ("gone", counts.gone)] if many]
    if parts:
        pen.items("", parts, "dim")


def _show_clean(pen: Pen, review: Review, *, label: str, has_hidden: bool) -> None:
    """Say that there is no open finding, in what; never without saying when not all was looked at."""
    language, coverage = pen.style.language, review.coverage
    if not coverage.files:
        pen.field(label, say(language, "nothing"), "medium")
        return
    if review.is_partial or coverage.failures or any(p.outcome in _UNREAD for p in _passes(coverage)):
        pen.field(label, say(language, "clean-so-far"), "medium")
    else:
        files, lines = counted(language, len(coverage.files), "file"), counted(language, coverage.lines, "line")
        phrase = "clean-open" if has_hidden else "clean"
        pen.field(label, say(language, phrase, files=files, lines=lines), "good")
    languages = _by_number(file.language for file in coverage.files)
    engines = _by_number(done.engine for done in _passes(coverage) if done.outcome not in _UNREAD)
    pen.field("", say(language, "looked-at", languages=", ".join(languages)), "dim")
    pen.field("", say(language, "looked-by", engines=", ".join(engines)), "dim")


def _passes(coverage: Coverage) -> Iterator[Pass]:
    return (done for file in coverage.files for done in file.passes)


def _by_number(names: Iterable[str]) -> list[str]:
    return [f"{name} {many:,}" for name, many in Counter(names).most_common()]


def _show_score(pen: Pen, review: Review) -> None:
    language, score = pen.style.language, review.score
    if score is None:
        return
    parts = {
        "security": score.security,
        "complexity": score.complexity,
        "maintainability": score.maintainability,
        "performance": score.performance,
    }
    named = [pen.paint(f"{say(language, part)} {points}", "dim") for part, points in parts.items()]
    pen.items(say(language, "score"), [pen.paint(say(language, "of-100", n=score.total), "strong"), *named])


def _show_notices(pen: Pen, notices: tuple[Notice, ...]) -> None:
    language = pen.style.language
    shown = notices if pen.style.verbose else notices[:_MOST_NOTICES]
    label = say(language, "notices")
    for notice in shown:
        place = f"{notice.path}:{notice.line}" if notice.line else notice.path
        pen.field(label, f"{notice.message} ({place})" if place else notice.message)
        label = ""
    if len(notices) > len(shown):
        pen.field("", say(language, "more-notices", n=f"{len(notices) - len(shown):,}"), "dim")
