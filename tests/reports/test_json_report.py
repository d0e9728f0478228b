"""JSON: by the published schema, there and back again, and never more than a row at a time."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review, Target
from xcodereviewer.reports.formats import write_report
from xcodereviewer.reports.json_report import OtherSchemaVersion, UnreadableReview, read_review

Render = Callable[[str, Review], str]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """The schema that is published with the package."""
    text = (files("xcodereviewer.reports") / "schema" / "review-1.json").read_text("utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("report.json", render("json", sample_review))


def test_sample_is_valid(sample_review: Review, render: Render, schema: Draft202012Validator) -> None:
    schema.validate(json.loads(render("json", sample_review)))


@pytest.mark.parametrize("gate", GateResult)
def test_empty_review_is_valid(
    clean_review: Review, render: Render, schema: Draft202012Validator, gate: GateResult
) -> None:
    review = replace(clean_review, coverage=Coverage(), score=None, gate=Gate(result=gate), is_partial=True)
    schema.validate(json.loads(render("json", review)))


def test_schema_knows_every_member(sample_review: Review, render: Render, schema: Draft202012Validator) -> None:
    document = json.loads(render("json", sample_review))
    assert isinstance(schema.schema, Mapping)
    definitions = schema.schema["$defs"]
    assert set(document) == set(schema.schema["properties"])
    assert set(document["findings"][0]) == set(definitions["Finding"]["properties"])
    assert set(document["rules"][0]) == set(definitions["Rule"]["properties"])
    assert set(document["coverage"]["files"][0]) == set(definitions["FileCoverage"]["properties"])
    assert set(document["summary"]) == set(definitions["Summary"]["properties"])


def test_review_comes_back_as_it_was(sample_review: Review, clean_review: Review, render: Render) -> None:
    for review in (sample_review, clean_review, replace(clean_review, score=None, is_partial=True)):
        assert read_review(render("json", review).encode()) == review


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    review = Review(
        tool_version=text,
        target=Target(kind="directory", name=text),
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        duration_s=0.5,
        findings=(),
        rules=(),
        coverage=Coverage(),
        score=None,
        gate=Gate(result=GateResult.PASSED, reasons=(text,)),
        notices=(Notice(code="x", message=text, path=text),),
    )
    assert read_review(_written(review).encode()) == review


class NoSources:
    """Sources that hold nothing."""

    def text(self, path: str) -> str | None:
        """Return nothing."""
        return {"": None}.get(path)


def _written(review: Review) -> str:
    out = io.StringIO()
    write_report("json", review, out, sources=NoSources())
    return out.getvalue()


def test_times_are_utc_whatever_zone_they_came_in(sample_review: Review, render: Render) -> None:
    elsewhere = timezone(timedelta(hours=8))
    review = replace(sample_review, started_at=sample_review.started_at.astimezone(elsewhere))
    assert json.loads(render("json", review))["started_at"] == "2026-03-01T09:30:15.250000Z"


def test_summary_counts_what_the_rest_holds(sample_review: Review, render: Render) -> None:
    assert json.loads(render("json", sample_review))["summary"] == {
        "findings": 10,
        "open": 5,
        "open_by_severity": {"critical": 1, "high": 3, "medium": 1},
        "new": 2,
        "suppressed": 2,
        "in_baseline": 2,
        "gone": 1,
        "files": 9,
        "lines": 421,
        "coverage": pytest.approx(15.5 / 19),
        "failures": 3,
    }


def test_later_minor_version_with_unknown_members_can_be_read(sample_review: Review, render: Render) -> None:
    document = {**json.loads(render("json", sample_review)), "schema_version": "1.7", "added_later": [1]}
    assert read_review(json.dumps(document).encode()) == sample_review


@pytest.mark.parametrize("version", ["2.0", "0.9", "1", "1.x", ""])
def test_other_schema_version_is_refused_by_name(sample_review: Review, render: Render, version: str) -> None:
    document = {**json.loads(render("json", sample_review)), "schema_version": version}
    with pytest.raises(OtherSchemaVersion, match="this release reads"):
        read_review(json.dumps(document).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"schema_version": 1}',
        b'{"schema_version": "1.0"}',
        b'{"schema_version": "1.0", "x": ' + b"[" * 100_000,
    ],
)
def test_what_is_no_whole_report_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableReview, match="not a whole JSON report"):
        read_review(data)


def test_cut_off_report_is_refused(sample_review: Review, render: Render) -> None:
    data = render("json", sample_review).encode()
    with pytest.raises(InputError):
        read_review(data[: len(data) // 2])


def test_time_without_a_zone_is_refused(sample_review: Review, render: Render) -> None:
    document = {**json.loads(render("json", sample_review)), "started_at": "2026-03-01T09:30:15"}
    with pytest.raises(UnreadableReview, match="time zone"):
        read_review(json.dumps(document).encode())
