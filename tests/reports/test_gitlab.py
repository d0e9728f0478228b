"""GitLab Code Quality: an array of items that GitLab tells apart and compares."""

import json
from collections.abc import Callable
from dataclasses import replace

from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.review import Review

Render = Callable[[str, Review], str]


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("gitlab.json", render("gitlab", sample_review))


def test_items_have_what_gitlab_wants(sample_review: Review, render: Render) -> None:
    injection = next(item for item in json.loads(render("gitlab", sample_review)) if "sql" in item["check_name"])
    assert injection == {
        "description": "Request text reaches an SQL query. Anyone can read every order.",
        "check_name": "python.security.sql-injection",
        "fingerprint": f"{1:032x}",
        "severity": "blocker",
        "location": {"path": "app/orders.py", "lines": {"begin": 4, "end": 4}},
    }


def test_only_open_findings_are_items(sample_review: Review, render: Render) -> None:
    assert len(json.loads(render("gitlab", sample_review))) == 5


def test_clean_review_is_an_empty_array(clean_review: Review, render: Render) -> None:
    assert render("gitlab", clean_review) == "[]\n"


def test_severities_are_gitlabs(sample_review: Review, render: Render) -> None:
    finding = sample_review.findings[0]
    review = replace(sample_review, findings=tuple(replace(finding, severity=severity) for severity in Severity))
    severities = [item["severity"] for item in json.loads(render("gitlab", review))]
    assert severities == ["blocker", "critical", "major", "minor", "info"]


def test_equal_findings_stay_apart(sample_review: Review, render: Render) -> None:
    finding = sample_review.findings[0]
    unknown = replace(finding, fingerprint="")
    document = render("gitlab", replace(sample_review, findings=(finding, finding, finding, unknown, unknown)))
    fingerprints = [item["fingerprint"] for item in json.loads(document)]
    assert fingerprints[:3] == [f"{9:032x}", f"{9:032x}-2", f"{9:032x}-3"]
    assert len(set(fingerprints)) == 5
    assert all(fingerprints)


def test_hidden_characters_are_shown_and_there_is_no_mark_of_order(sample_review: Review, render: Render) -> None:
    found = replace(sample_review.findings[0], message="a\u202eb\x00\n")
    document = render("gitlab", replace(sample_review, findings=(found,)))
    assert json.loads(document)[0]["description"].startswith("a\\u202eb\\x00")
    assert document.startswith("[")
