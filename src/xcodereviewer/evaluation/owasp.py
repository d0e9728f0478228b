"""Labels as the OWASP Benchmark keeps them: a row for each test with its category, whether it is real, and its CWE."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from xcodereviewer.evaluation.labels import Label, Labels, UnreadableLabels

__all__ = ["read_expected_results"]

_REAL = {"true": True, "false": False}


def read_expected_results(text: str, *, name: str, paths: Iterable[str]) -> Labels:
    """Read `test name, category, real vulnerability, cwe` rows; a test is every file of `paths` with that stem.

    Raises:
        UnreadableLabels: a row is not of this form.
    """
    by_stem: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        by_stem[PurePosixPath(path).stem].add(path)
    return Labels.of(
        (
            Label(
                case=test,
                category=category,
                is_real=is_real,
                paths=frozenset(by_stem.get(test, ())),
                cwes=frozenset({cwe}),
            )
            for test, category, is_real, cwe in _rows(text, name)
        ),
        name=name,
    )


def _rows(text: str, name: str) -> Iterator[tuple[str, str, bool, int]]:
    reader = csv.reader(text.splitlines(), skipinitialspace=True)
    for row in reader:
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if len(cells) < 4:
            reason = "a row must have a test name, a category, true or false, and a CWE"
            raise UnreadableLabels(name, reason, line=reader.line_num)
        test, category, real, cwe = cells[:4]
        if real.lower() not in _REAL:
            raise UnreadableLabels(name, f"`{real[:40]}` is neither true nor false", line=reader.line_num)
        number = cwe.upper().removeprefix("CWE-")
        if not (number.isascii() and number.isdecimal()):
            raise UnreadableLabels(name, f"`{cwe[:40]}` is no CWE", line=reader.line_num)
        yield test, category or f"CWE-{number}", _REAL[real.lower()], int(number)
