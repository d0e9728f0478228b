"""CSV: one row for each finding, and none that a spreadsheet runs."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from xcodereviewer.domain.finding import Suppression
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.csv_report import COLUMNS

Render = Callable[[str, Review], str]


def rows(document: str) -> list[dict[str, str]]:
    """The rows by column name."""
    return list(csv.DictReader(io.StringIO(document, newline="")))


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("report.csv", render("csv", sample_review))


def test_every_finding_has_a_row_whatever_its_standing(sample_review: Review, render: Render) -> None:
    stands = [row["standing"] for row in rows(render("csv", sample_review))]
    assert sorted(stands) == ["gone", "known", "known", *["open"] * 5, "suppressed", "suppressed"]


def test_clean_review_has_its_header_only(clean_review: Review, render: Render) -> None:
    assert render("csv", clean_review) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"])
def test_no_cell_begins_like_a_formula(sample_review: Review, render: Render, start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    finding = sample_review.findings[0]
    found = replace(
        finding,
        rule=text,
        message=text,
        gate_note=text,
        location=replace(finding.location, path=text),
        suppression=Suppression(kind="inSource", marker=text, reason=text),
    )
    (row,) = rows(render("csv", replace(sample_review, findings=(found,))))
    for column in ("rule", "message", "path", "gate_note", "suppression", "suppression_reason"):
        assert row[column].lstrip(" ")[0] not in "=+-@＝＋－＠", column


def test_text_with_separators_quotes_and_line_ends_is_one_cell(sample_review: Review, render: Render) -> None:
    found = replace(sample_review.findings[0], message='a, "b"\r\nc;\td\x00')
    document = render("csv", replace(sample_review, findings=(found,)))
    (row,) = rows(document)
    assert row["message"] == 'a, "b" c; d\\x00'
    assert document.count("\r\n") == 2
