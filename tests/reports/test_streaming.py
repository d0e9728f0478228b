"""A review of very many findings is written piece by piece."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.formats import FORMATS, SourceTexts, write_report


class Meter:
    """A stream that keeps nothing but how much was written, and how much at once."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.total = self.largest = 0

    def write(self, text: str) -> int:
        """Count a piece."""
        self.total += len(text)
        self.largest = max(self.largest, len(text))
        return len(text)

    def writelines(self, pieces: Iterator[str]) -> None:
        """Count pieces."""
        for piece in pieces:
            self.write(piece)

    def isatty(self) -> bool:
        """A stream, no terminal."""
        return False


def many(model: Finding, number: int) -> tuple[Finding, ...]:
    """Findings in files of 50 each."""

    def place(n: int) -> Location:
        span = Span(start_line=n % 50 + 1, start_column=1, end_line=n % 50 + 1, end_column=5)
        return Location(path=f"src/{n // 50:05}.py", span=span)

    return tuple(replace(model, location=place(n), fingerprint=f"{n:032x}") for n in range(number))


@pytest.mark.parametrize("name", FORMATS)
def test_no_piece_of_a_large_report_is_large(sample_review: Review, sample_sources: SourceTexts, name: str) -> None:
    model = next(finding for finding in sample_review.findings if finding.steps)
    number = 25_000 if name in ("sarif", "json", "csv") else 5_000
    review = replace(sample_review, findings=many(model, number))
    out = Meter()
    write_report(name, review, out, sources=sample_sources)  # type: ignore[arg-type]  # it is all that reports ask for
    assert out.total > 1_000
    assert out.largest < 400_000
