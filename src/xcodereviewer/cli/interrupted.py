"""The reports of a review that was interrupted before it looked at anything: empty, and saying so."""

import contextlib
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from xcodereviewer import __version__
from xcodereviewer.cli.outputs import STANDARD_OUTPUT, Outputs, parse_output, write_files
from xcodereviewer.cli.review import command
from xcodereviewer.core.errors import XCodeReviewerError
from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review, Target

__all__ = ["leave_partial_reports"]

_WORDS = "The review was interrupted before it looked at anything."


def leave_partial_reports(arguments: Sequence[str], *, began_ns: int) -> None:
    """Write the reports that the arguments of `xcr review` ask for, but for those that this call has written already.

    Whoever reads a report must not find that of an earlier call, or none.
    """
    with contextlib.suppress(click.ClickException, XCodeReviewerError):  # of arguments that are wrong nothing is known
        params = command.make_context("review", list(arguments), resilient_parsing=True).params
        outputs = [parse_output(text) for text in params["outputs"] or ()]
        missing = [out for out in outputs if out.path != STANDARD_OUTPUT and not _is_newer(Path(out.path), began_ns)]
        is_change = params["diff"] is not None or params["staged"] or params["patch"] is not None
        name = str((params["targets"] or (".",))[0]).rstrip("/").rpartition("/")[2] or "."
        target = Target(kind="diff" if is_change else "directory", name=name)
        write_files(Outputs(outputs=missing), _empty(target, began_ns=began_ns), sources=_NoTexts())


def _is_newer(path: Path, began_ns: int) -> bool:
    try:
        return path.stat().st_mtime_ns >= began_ns
    except OSError:
        return False


def _empty(target: Target, *, began_ns: int) -> Review:
    return Review(
        tool_version=__version__,
        target=target,
        started_at=datetime.fromtimestamp(began_ns / 1e9, UTC),
        duration_s=round((time.time_ns() - began_ns) / 1e9, 3),
        findings=(),
        rules=(),
        coverage=Coverage(),
        score=None,
        gate=Gate(result=GateResult.INSUFFICIENT, reasons=(_WORDS,)),
        notices=(Notice(code="interrupted", message=_WORDS),),
        is_partial=True,
    )


class _NoTexts:
    """The texts of a review that has read none."""

    def text(self, path: str) -> str | None:  # noqa: ARG002 - as `SourceTexts` has it
        return None
