"""Labels as marks in the code itself: `expect: CWE-89`, `expect: no CWE-89`, and the marks of `xcr rules test`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from xcodereviewer.evaluation.labels import Complete, Label, Labels, find_files
from xcodereviewer.pipeline.rule_tests import MarkKind, find_marks, placed_marks

__all__ = ["read_marks"]

_EXPECT = re.compile(r"\bexpect: (no )?(CWE-\d+(?:, *CWE-\d+)*)", re.IGNORECASE)
_REAL = frozenset({MarkKind.FINDS, MarkKind.MISSING})


def read_marks(texts: Iterable[tuple[str, str]], *, name: str, paths: Iterable[str]) -> Labels:
    """Return a label for each mark of the files (path and text); a file marks all places of what it marks.

    Raises:
        UnreadableLabels: a line has the same mark twice.
    """
    marked = {path: labels for path, text in texts if (labels := [*_expected(path, text), *_by_rule(path, text)])}
    places = find_files(marked, paths)
    return Labels.of(
        (
            replace(label, paths=frozenset({places[path]} if path in places else ()))
            for path, labels in marked.items()
            for label in labels
        ),
        name=name,
        complete=Complete.FILES,
    )


def _expected(path: str, text: str) -> Iterator[Label]:
    for mark, line in placed_marks(text, _EXPECT):
        numbers = [int(number) for number in re.findall(r"\d+", mark[2])]
        yield Label(
            case=f"{path}:{line}",
            category=f"CWE-{numbers[0]}",
            is_real=not mark[1],
            paths=frozenset(),
            lines=(line, line),
            cwes=frozenset(numbers),
        )


def _by_rule(path: str, text: str) -> Iterator[Label]:
    """Yield what the marks of rules say is there; whether it is known to be missed or reported does not matter."""
    for mark in find_marks(text):
        yield Label(
            case=f"{path}:{mark.line}",
            category=mark.rule,
            is_real=mark.kind in _REAL,
            paths=frozenset(),
            lines=(mark.line, mark.line),
            rules=frozenset({mark.rule}),
        )
