"""What a SARIF run says about itself: what could not be looked at, and what the reader should know."""

from collections.abc import Iterator

from xcodereviewer.domain.coverage import Coverage, Outcome, Pass
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.sarif_objects import (
    Descriptor,
    DescriptorReference,
    Notification,
    Text,
    line_place,
    literal,
)

__all__ = ["descriptors", "notifications"]

_LEFT_OUT = "results-left-out"
_INTERRUPTED = "interrupted"
_ENGINE_MISSING = "engine-missing"
_FILE_UNREADABLE = "file-unreadable"
_FILE_SKIPPED = "file-skipped"
_MEANINGS = {
    _LEFT_OUT: "Findings beyond the number that a run may hold are not in it.",
    _INTERRUPTED: "The review was stopped before its end.",
    _ENGINE_MISSING: "An engine could not run at all.",
    _FILE_UNREADABLE: "A file that was to be reviewed could not be read.",
    _FILE_SKIPPED: "A file or directory was left out on purpose.",
    "pass-failed": "An engine could not look at a file.",
    "pass-partial": "An engine could look at a part of a file only.",
    "pass-unparsed": "An engine could look at nothing of a file, for what stands in it.",
    "pass-unsupported": "A file is code in a language that no rule reads.",
    "pass-skipped": "An engine did not look at a file.",
}
_LEVELS = {
    Outcome.FAILED: "error",
    Outcome.PARTIAL: "warning",
    Outcome.UNPARSED: "warning",
    Outcome.UNSUPPORTED: "warning",
    Outcome.SKIPPED: "note",
}


def descriptors(review: Review) -> Iterator[Descriptor]:
    """Yield one descriptor for each kind of notification that the run may hold."""
    for code, meaning in _MEANINGS.items():
        yield Descriptor(id=code, short_description=Text(text=meaning))
    for code in sorted({notice.code for notice in review.notices} - _MEANINGS.keys()):
        yield Descriptor(id=code)


def notifications(review: Review, *, left_out: int) -> Iterator[Notification]:
    """Yield the run's notifications; `left_out` findings are not in it."""
    if left_out:
        total = len(review.findings)
        message = f"{left_out:,} of {total:,} findings are not in this run, the least severe; other formats hold all."
        yield _notification(_LEFT_OUT, "warning", message)
    if review.is_partial and all(notice.code != _INTERRUPTED for notice in review.notices):
        yield _notification(_INTERRUPTED, "error", "The review was interrupted: what stands here is true but not all.")
    yield from _gaps(review.coverage)
    for notice in review.notices:
        level = "error" if notice.code == _INTERRUPTED else "warning"
        yield _notification(notice.code, level, notice.message, path=notice.path, line=notice.line)


def _gaps(coverage: Coverage) -> Iterator[Notification]:
    for engine in coverage.engines_missing:
        yield _notification(_ENGINE_MISSING, "error", f"The engine {engine.path} did not run: {engine.reason}")
    for left_out in coverage.skipped:
        path, reason = left_out.path, left_out.reason
        if left_out.is_failure:
            yield _notification(_FILE_UNREADABLE, "error", f"{path}: {reason}", path=path)
        else:
            yield _notification(_FILE_SKIPPED, "note", f"{path} was left out: {reason}", path=path)
    for file in coverage.files:
        for step in file.passes:
            if step.outcome in _LEVELS:
                yield _pass_gap(step, file.path)


def _pass_gap(step: Pass, path: str) -> Notification:
    message = f"{step.engine}: {step.outcome} in {path}: {step.reason}"
    return _notification(f"pass-{step.outcome}", _LEVELS[step.outcome], message, path=path)


def _notification(code: str, level: str, message: str, *, path: str = "", line: int = 0) -> Notification:
    return Notification(
        level=level,
        message=Text(text=literal(message)),
        descriptor=DescriptorReference(id=code),
        locations=(line_place(path, line),) if path else (),
    )
