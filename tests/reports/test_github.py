"""GitHub annotations: commands that the runner reads as we mean them, and none that code smuggles in."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Gate, GateResult, Review

Render = Callable[[str, Review], str]


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("github.txt", render("github", sample_review))


def test_levels_follow_severity(sample_review: Review, render: Render) -> None:
    finding = sample_review.findings[0]
    review = replace(sample_review, findings=tuple(replace(finding, severity=severity) for severity in Severity))
    levels = [line.split(" ")[0] for line in render("github", review).splitlines()[:-1]]
    assert levels == ["::error", "::error", "::warning", "::notice", "::notice"]


def test_columns_are_given_for_a_single_line_only(sample_review: Review, render: Render) -> None:
    span = Span(start_line=2, start_column=3, end_line=4, end_column=5)
    found = replace(sample_review.findings[0], location=Location(path="a.py", span=span))
    assert render("github", replace(sample_review, findings=(found,))).startswith(
        "::error file=a.py,line=2,endLine=4,title="
    )


@pytest.mark.parametrize(
    "hostile", ["\n::error::x", "\r\n::set-output name=a::b", "\n##[error]x", "::stop-commands::t"]
)
def test_no_text_starts_a_command_of_its_own(sample_review: Review, render: Render, hostile: str) -> None:
    finding = sample_review.findings[0]
    found = replace(
        finding, message=f"m{hostile}", rule=f"r{hostile}", location=replace(finding.location, path=f"p{hostile}")
    )
    gate = Gate(result=GateResult.FAILED, reasons=(f"g{hostile}",))
    lines = render("github", replace(sample_review, findings=(found,), gate=gate)).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=p")
    assert lines[1].startswith("XCodeReviewer: 1 open finding ")
    assert "##[" not in lines[1]


def test_properties_and_message_are_escaped(sample_review: Review, render: Render) -> None:
    finding = sample_review.findings[0]
    found = replace(finding, message="100% a,b:c", location=replace(finding.location, path="a,b:c%0A.py"))
    line = render("github", replace(sample_review, findings=(found,))).splitlines()[0]
    assert line.startswith("::error file=a%2Cb%3Ac%250A.py,line=1,")
    assert line.endswith("::100%25 a,b:c")


def test_at_most_ten_of_each_level_and_the_rest_is_counted(sample_review: Review, render: Render) -> None:
    high = replace(sample_review.findings[0], severity=Severity.HIGH)
    worst = replace(high, severity=Severity.CRITICAL, message="worst")
    review = replace(sample_review, findings=(high,) * 30 + (worst,))
    *annotations, summary = render("github", review).splitlines()
    assert len(annotations) == 10
    assert annotations[0].endswith("::worst")
    assert "31 open findings (1 critical, 30 high) of which 10 are annotated here" in summary
