"""JUnit XML: what CI servers count, and that no text can break the document."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest

from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.review import Gate, GateResult, Review

Render = Callable[[str, Review], str]


def cases(document: str) -> dict[tuple[str, str], str]:
    """The answer of each test case, by class name and name."""
    return {
        (case.attrib["classname"], case.attrib["name"]): case[0].tag if len(case) else "passed"
        for case in ET.fromstring(document).iter("testcase")
    }


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("junit.xml", render("junit", sample_review))


def test_each_standing_and_gap_has_its_answer(sample_review: Review, render: Render) -> None:
    answers = cases(render("junit", sample_review))
    assert answers["app/orders.py", "python.security.sql-injection at 4:12"] == "failure"
    assert answers["app/settings.py", "python.security.hard-coded-password at 1:12"] == "skipped"
    assert answers["app/views.py", "python.performance.query-in-loop at 9:9"] == "skipped"
    assert answers["app/models.py", "patterns"] == "error"
    assert answers["app/broken.py", "patterns"] == "skipped"
    assert answers["private/keys.py", "read"] == "error"
    assert answers["app/__init__.py", "no findings"] == "passed"
    assert answers["xcr review", "oxlint"] == "error"
    assert answers["xcr review", "gate"] == "failure"
    assert ("app/models.py", "python.security.eval at 12:5") not in answers


def test_counts_agree_with_the_test_cases(sample_review: Review, render: Render) -> None:
    whole = ET.fromstring(render("junit", sample_review))
    for suites in (whole, *whole):
        answers = [case[0].tag if len(case) else "passed" for case in suites.iter("testcase")]
        counted = {name: int(suites.attrib[name]) for name in ("tests", "failures", "errors", "skipped")}
        assert counted == {
            "tests": len(answers),
            "failures": answers.count("failure"),
            "errors": answers.count("error"),
            "skipped": answers.count("skipped"),
        }
    assert all(float(node.attrib["time"]) >= 0 for node in whole.iter() if node.tag.startswith("test"))


@pytest.mark.parametrize(
    ("result", "answer"),
    [
        (GateResult.PASSED, "passed"),
        (GateResult.FAILED, "failure"),
        (GateResult.INSUFFICIENT, "error"),
        (GateResult.NOTHING, "skipped"),
    ],
)
def test_empty_review_still_has_the_case_of_its_gate(
    clean_review: Review, render: Render, result: GateResult, answer: str
) -> None:
    review = replace(clean_review, coverage=Coverage(), gate=Gate(result=result, reasons=("so",)))
    assert cases(render("junit", review)) == {("xcr review", "gate"): answer}


def test_interrupted_review_is_an_error(clean_review: Review, render: Render) -> None:
    assert cases(render("junit", replace(clean_review, is_partial=True)))["xcr review", "the whole review"] == "error"


@pytest.mark.parametrize(
    "hostile", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud800", "\u202e", "]]>", "<!--", '"']
)
def test_no_text_breaks_the_document(sample_review: Review, render: Render, hostile: str) -> None:
    findings = tuple(
        replace(
            finding,
            message=f"m{hostile}",
            snippet=f"s{hostile}",
            gate_note=f"n{hostile}",
            location=replace(finding.location, path=f"p{hostile}"),
        )
        for finding in sample_review.findings
    )
    document = render("junit", replace(sample_review, findings=findings))
    ET.fromstring(document)
    assert hostile not in document or hostile == '"'
