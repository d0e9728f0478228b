"""What a review looked at and, first of all, what it did not, for the terminal."""

from collections.abc import Iterable

from xcodereviewer.domain.coverage import Coverage, Outcome
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.gaps import by_reason, failed, left_out, passes, unreviewed
from xcodereviewer.reports.terminal_style import Pen, Role
from xcodereviewer.reports.terminal_words import counted, say

__all__ = ["show_coverage", "show_gaps", "show_incomplete"]

_MOST_REASONS = 5
_MOST_PATHS = 3
_LONGEST_PATH = 120  # characters
_FEW_FAILED = 10  # paths are all named; what an interrupt leaves may be thousands


def show_incomplete(pen: Pen, review: Review) -> None:
    """Write a warning when the review was interrupted or could not look at something that it should have."""
    language = pen.style.language
    label = say(language, "incomplete")
    if review.is_partial:
        pen.field(label, say(language, "interrupted"), "medium", label_role="medium")
        label = ""
    parts = [counted(language, number, noun) for noun, number in unreviewed(review.coverage) if number]
    if parts:
        text = say(language, "not-reviewed", parts=say(language, "and").join(parts), label=say(language, "failed"))
        pen.field(label, text, "medium", label_role="medium")


def show_coverage(pen: Pen, coverage: Coverage) -> None:
    """Write how much was looked at, why what failed did, and the first of what was left out, with the reasons."""
    language = pen.style.language
    share = f"{int(coverage.ratio * 1000) / 10:g} %"
    files, lines = counted(language, len(coverage.files), "file"), counted(language, coverage.lines, "line")
    pen.field(say(language, "coverage"), say(language, "covered", share=share, files=files, lines=lines))
    _show_reasons(pen, "failed", failed(coverage), role="bad", is_failure=True)
    _show_reasons(pen, "unsupported", passes(coverage, Outcome.UNSUPPORTED), role="medium")
    _show_reasons(pen, "unparsed", passes(coverage, Outcome.UNPARSED), role="medium")
    _show_reasons(pen, "partial", passes(coverage, Outcome.PARTIAL), role="medium")
    _show_reasons(pen, "skipped", left_out(coverage))


def show_gaps(pen: Pen, coverage: Coverage) -> None:
    """Write in one line how much was not looked at, or only in part, though nobody chose that; else nothing."""
    language = pen.style.language
    unparsed = {path for _, path in passes(coverage, Outcome.UNPARSED)}
    partial = {path for _, path in passes(coverage, Outcome.PARTIAL)} - unparsed
    kept_out = [skipped for skipped in coverage.skipped if skipped.is_limit]
    unsupported = passes(coverage, Outcome.UNSUPPORTED)
    read_badly = [("unsupported", unsupported), ("unparsed", unparsed), ("partial", partial)]
    counts = [("failed", failed(coverage)), *read_badly, ("skipped", kept_out)]
    told = [f"{say(language, label)} {number:,}" for label, gaps in counts if (number := sum(1 for _ in gaps))]
    if told:
        share = f"{int(coverage.ratio * 1000) / 10:g} %"
        pen.items(say(language, "coverage"), [share, *told])


def _shortened(path: str) -> str:
    """Return a path that fits on a line or two, without its middle."""
    if len(path) <= _LONGEST_PATH:
        return path
    return f"{path[: _LONGEST_PATH // 2]}…{path[-_LONGEST_PATH // 2 :]}"


def _show_reasons(
    pen: Pen, label: str, gaps: Iterable[tuple[str, str]], *, role: Role = "dim", is_failure: bool = False
) -> None:
    """Write each reason with the paths that it holds for, the reason of most paths first."""
    language = pen.style.language
    reasons = by_reason(gaps)
    shown = reasons if is_failure or pen.style.verbose else reasons[:_MOST_REASONS]
    heading = say(language, label)
    for reason, names in shown:
        names_all = pen.style.verbose or (is_failure and len(names) <= _FEW_FAILED)
        named = names if names_all else [_shortened(name) for name in names[:_MOST_PATHS]]
        more = [say(language, "more", n=f"{len(names) - len(named):,}")] if len(names) > len(named) else []
        phrase, listed = "one" if len(names) == 1 else "many", say(language, "and").join([*named, *more])
        text = say(language, phrase, n=f"{len(names):,}", reason=reason, names=listed)
        pen.field(heading, text, label_role=role)
        heading = ""
    if len(reasons) > len(shown):
        pen.field("", say(language, "more", n=f"{len(reasons) - len(shown):,}"), "dim")
