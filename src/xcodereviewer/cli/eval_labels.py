"""Labels on their way from the disk: which form they are in, and which of their cases are asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.evaluation.label_file import read_label_file
from xcodereviewer.evaluation.labels import Labels
from xcodereviewer.evaluation.marks import read_marks
from xcodereviewer.evaluation.owasp import read_expected_results

__all__ = ["chosen_cases", "is_marked_code", "read_labels", "read_text_file"]


class EvaluationFileMissing(NotFound):
    """A file of an evaluation that is not there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}. Check the name; docs/evaluation.md says what is read.")


class NoCaseLeft(InputError):
    """Labels of which nothing can be scored."""

    def __init__(self, name: str, absent: int) -> None:
        why = (
            f"the files of its {absent:,} cases are not in the review" if absent else "it has no case that is asked for"
        )
        super().__init__(f"Nothing can be scored by {name}: {why}. Name the folder that the labels are about.")


def read_labels(path: Path, *, reviewed: Iterable[str]) -> Labels:
    """Read labels of any form; `reviewed` are the paths of the tree that they speak of.

    Raises:
        XCodeReviewerError: they are not there, or not right.
    """
    if is_marked_code(path):
        return read_marks(_texts(path), name=path.name, paths=reviewed)
    read = read_label_file if path.suffix.lower() == ".json" else read_expected_results
    return read(read_text_file(path), name=path.name, paths=reviewed)


def is_marked_code(path: Path) -> bool:
    """Whether labels are marks in the code itself, and not a file beside it."""
    return path.suffix.lower() not in (".csv", ".json")


def chosen_cases(labels: Labels, name: str, *, only: Path | None, without: Path | None) -> Labels:
    """Return the cases that two lists of names leave.

    Raises:
        XCodeReviewerError: a list cannot be read, or nothing is left.
    """
    if only is not None:
        wanted = _names(only)
        labels = labels.chosen(lambda case: case in wanted)
    if without is not None:
        unwanted = _names(without)
        labels = labels.chosen(lambda case: case not in unwanted)
    if not labels.labels:
        raise NoCaseLeft(name, len(labels.absent))
    return labels


def read_text_file(path: Path) -> str:
    """Return the text of a file.

    Raises:
        EvaluationFileMissing: it cannot be read.
    """
    try:
        return path.read_bytes().decode(errors="replace").removeprefix("\ufeff")
    except OSError as error:
        raise EvaluationFileMissing(path, error.strerror or str(error)) from error


def _texts(place: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder, or the one file, by their path from there; what is hidden is passed over."""
    if not place.is_dir():
        yield place.name, read_text_file(place)
        return
    for path in sorted(place.rglob("*")):
        below = path.relative_to(place)
        if path.is_file() and not any(part.startswith(".") for part in below.parts):
            yield below.as_posix(), read_text_file(path)


def _names(path: Path) -> frozenset[str]:
    lines = (line.strip() for line in read_text_file(path).splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
