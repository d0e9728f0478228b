"""A JSON result that an earlier `xcr review` wrote."""

from pathlib import Path

from xcodereviewer.core.errors import NotFound
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.json_report import read_review

__all__ = ["result_at"]


class ResultMissing(NotFound):
    """A result that is not there."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The result {path} cannot be read: {reason}. Write one with `xcr review --output json=FILE`.")


def result_at(path: str) -> Review:
    """Return the result in a file.

    Raises:
        ResultMissing: it cannot be read.
        UnreadableReview: it is no result.
    """
    try:
        return read_review(Path(path).read_bytes())
    except OSError as error:
        raise ResultMissing(path, error.strerror or str(error)) from error
