"""The review that an evaluation scores, made now or read from a JSON report, and the run it is held against."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from xcodereviewer.cli.base import repository_layer
from xcodereviewer.cli.configure import ConfigurationFile, configure
from xcodereviewer.cli.eval_labels import EvaluationFileMissing
from xcodereviewer.cli.outputs import Outputs
from xcodereviewer.cli.progress import Progress
from xcodereviewer.cli.session import open_session
from xcodereviewer.cli.source import Source
from xcodereviewer.core.configuration import Layer
from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Review
from xcodereviewer.evaluation.comparison import Ended, ended
from xcodereviewer.evaluation.matching import Case, Outcome
from xcodereviewer.pipeline.review import review
from xcodereviewer.reports.json_report import read_review

__all__ = ["earlier_run", "read_report", "review_target", "reviewed_paths"]


class InterruptedReport(InputError):
    """A report of a review that was interrupted: what it did not look at is not missed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The review of {path} was interrupted, so nothing can be said of what it misses. Repeat it.")


class _EarlierCase(msgspec.Struct):
    case: str
    category: str
    outcome: Outcome
    is_labelled: bool


class _EarlierResult(msgspec.Struct):
    """What is read of a JSON result of `xcr eval`."""

    cases: list[_EarlierCase]


def review_target(source: Source, command_line: Layer, *, file: ConfigurationFile) -> Review:
    """Review as `xcr review` does; nothing is known before.

    Raises:
        XCodeReviewerError: it cannot be done as asked.
    """
    layer, notices = repository_layer(source, file, base=None)
    settings = configure(layer, command_line).settings
    language = Outputs(outputs=(), locale=settings.locale).language(sys.stderr)
    with (
        Progress(wanted=True, language=language) as progress,
        open_session(source, settings, notices=notices, progress=progress) as session,
    ):
        result = review(session.request)
    if result.is_partial:
        raise KeyboardInterrupt
    return result


def read_report(path: Path) -> Review:
    """Read a JSON report.

    Raises:
        XCodeReviewerError: it is not there, or no whole one.
    """
    result = read_review(_read(path))
    if result.is_partial:
        raise InterruptedReport(path)
    return result


def earlier_run(path: Path, judged: Callable[[Sequence[Finding]], Sequence[Case]]) -> Mapping[tuple[str, str], Ended]:
    """Return how the cases of an earlier run ended; a review is judged now, an evaluation was then.

    Raises:
        XCodeReviewerError: it is not there, or neither of the two.
    """
    try:
        earlier = msgspec.json.decode(_read(path), type=_EarlierResult)
    except msgspec.DecodeError:
        return ended(judged(read_report(path).findings))
    return {
        (one.case, one.category): Ended(is_right=one.outcome.is_right, is_labelled=one.is_labelled)
        for one in earlier.cases
    }


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EvaluationFileMissing(path, error.strerror or str(error)) from error


def reviewed_paths(result: Review) -> frozenset[str]:
    """Return every file that the review speaks of: looked at, or left out with its reason."""
    coverage = result.coverage
    return frozenset(one.path for several in (coverage.files, coverage.skipped) for one in several)
