"""SARIF 2.1.0: valid by the official schema, and everything that GitHub and its like read is there."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.finding import Step
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import BaselineState, Category, Precision, Severity
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Gate, GateResult, Review
from xcodereviewer.domain.rule import Example, Text

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Render = Callable[[str, Review], str]
SCHEMA = Path(__file__).parents[1] / "data" / "sarif-schema-2.1.0.json"
LINE_HASH = "primaryLocationLineHash"


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    """The official schema, which checks formats too."""
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER)


def at(value: Json, *path: str | int) -> Json:
    """What stands at a path of a JSON value."""
    for part in path:
        assert isinstance(value, dict if isinstance(part, str) else list)
        value = value[part]  # type: ignore[index]  # the line above checks what mypy cannot relate
    return value


def items(value: Json, *path: str | int) -> list[Json]:
    """The array at a path of a JSON value."""
    found = at(value, *path)
    assert isinstance(found, list)
    return found


def run(document: str) -> Json:
    """The one run of a document."""
    (only,) = items(json.loads(document), "runs")
    return only


def result(document: str, rule: str, line: int) -> Json:
    """The result of a rule at a line."""
    where = ("locations", 0, "physicalLocation", "region", "startLine")
    (only,) = [one for one in items(run(document), "results") if (at(one, "ruleId"), at(one, *where)) == (rule, line)]
    return only


def rule(document: str, name: str) -> Json:
    """What the run says of a rule."""
    (only,) = [one for one in items(run(document), "tool", "driver", "rules") if at(one, "id") == name]
    return only


def test_report_reads_as_the_golden_file(
    sample_review: Review, render: Render, golden: Callable[[str, str], None]
) -> None:
    golden("report.sarif", json.dumps(json.loads(render("sarif", sample_review)), indent=1, ensure_ascii=False) + "\n")


def test_sample_is_valid(sample_review: Review, render: Render, schema: Draft4Validator) -> None:
    schema.validate(json.loads(render("sarif", sample_review)))


@pytest.mark.parametrize("gate", GateResult)
def test_run_without_results_is_valid_and_still_says_so(
    clean_review: Review, render: Render, schema: Draft4Validator, gate: GateResult
) -> None:
    review = replace(clean_review, coverage=Coverage(), gate=Gate(result=gate))
    document = json.loads(render("sarif", review))
    schema.validate(document)
    assert at(document, "runs", 0, "results") == []
    assert at(document, "runs", 0, "tool", "driver", "rules") == []


def test_huge_review_keeps_to_the_limits_and_says_what_it_leaves_out(
    sample_review: Review, render: Render, schema: Draft4Validator
) -> None:
    model = replace(sample_review.findings[0], steps=(), related=(), fix=None)
    low = replace(model, severity=Severity.LOW)
    review = replace(sample_review, findings=(low,) * 13_000 + (model,) * 13_000)
    report = run(render("sarif", review))
    results = items(report, "results")
    levels = [at(one, "level") for one in results]
    assert (len(results), levels.count("error")) == (25_000, 13_000)
    notes = items(report, "invocations", 0, "toolExecutionNotifications")
    assert at(notes[0], "message", "text") == (
        "1,000 of 26,000 findings are not in this run, the least severe; other formats hold all."
    )
    schema.validate({"version": "2.1.0", "runs": [{**dict(report), "results": results[::1_000]}]})  # type: ignore[arg-type]


def test_long_paths_and_many_places_keep_to_the_limits(sample_review: Review, render: Render) -> None:
    finding = next(found for found in sample_review.findings if found.steps)
    step = finding.steps[0]
    long = replace(finding, steps=(step,) * 10_500, related=(step,) * 1_200)
    (only,) = items(run(render("sarif", replace(sample_review, findings=(long,)))), "results")
    assert len(items(only, "codeFlows", 0, "threadFlows", 0, "locations")) == 10_000
    assert len(items(only, "relatedLocations")) == 1_000
    assert (at(only, "properties", "stepsLeftOut"), at(only, "properties", "relatedLocationsLeftOut")) == (500, 200)


def test_every_rule_has_the_texts_that_github_wants(sample_review: Review, render: Render) -> None:
    bare = replace(sample_review.rules[0], title=Text(en="", zh=""), what=Text(en="", zh=""), examples=())
    wordy = replace(sample_review.rules[1], what=Text(en="w" * 3_000, zh=""), id="python.security." + "n" * 400)
    document = render("sarif", replace(sample_review, rules=(*sample_review.rules[2:], bare, wordy)))
    for said in items(run(document), "tool", "driver", "rules"):
        texts = [at(said, *path) for path in (("shortDescription", "text"), ("help", "text"), ("help", "markdown"))]
        full, name = at(said, "fullDescription", "text"), at(said, "name")
        assert all(texts)
        assert isinstance(full, str)
        assert 0 < len(full) <= 1_024
        assert isinstance(name, str)
        assert 0 < len(name) <= 255


def test_help_holds_what_why_how_example_and_references(sample_review: Review, render: Render) -> None:
    said = at(rule(render("sarif", sample_review), "python.security.sql-injection"), "help", "markdown")
    assert isinstance(said, str)
    assert [line for line in said.splitlines() if line.startswith("## ")] == [
        "## Why it matters",
        "## How to fix it",
        "## Example",
        "## Example",
        "## References",
    ]
    assert '```python\ndb.execute("SELECT " + name)\n```' in said


def test_fence_of_an_example_is_longer_than_those_in_it(sample_review: Review, render: Render) -> None:
    fenced = Example(bad="```\n````\n", good="x", language=Language.MARKDOWN)
    document = render("sarif", replace(sample_review, rules=(replace(sample_review.rules[0], examples=(fenced,)),)))
    said = at(rule(document, "python.security.sql-injection"), "help", "markdown")
    assert isinstance(said, str)
    assert "`````markdown\n```\n````\n`````" in said


@pytest.mark.parametrize(
    ("severity", "low", "high", "level"),
    [
        (Severity.CRITICAL, 9.1, 10.0, "error"),
        (Severity.HIGH, 7.0, 8.9, "error"),
        (Severity.MEDIUM, 4.0, 6.9, "warning"),
        (Severity.LOW, 0.1, 3.9, "note"),
        (Severity.INFO, 0.1, 3.9, "note"),
    ],
)
def test_security_severity_is_a_string_in_githubs_band(
    sample_review: Review, render: Render, severity: Severity, low: float, high: float, level: str
) -> None:
    one = replace(sample_review.rules[0], severity=severity, category=Category.SECURITY)
    said = rule(render("sarif", replace(sample_review, rules=(one,))), one.id)
    value = at(said, "properties", "security-severity")
    assert isinstance(value, str)
    assert low <= float(value) <= high
    assert items(said, "properties", "tags")[0] == "security"
    assert at(said, "defaultConfiguration", "level") == level


@pytest.mark.parametrize("category", [category for category in Category if category is not Category.SECURITY])
def test_other_rules_have_a_problem_severity_and_are_no_security_alerts(
    sample_review: Review, render: Render, category: Category
) -> None:
    one = replace(sample_review.rules[0], category=category, severity=Severity.MEDIUM, tags=("security", "injection"))
    properties = at(rule(render("sarif", replace(sample_review, rules=(one,))), one.id), "properties")
    assert isinstance(properties, dict)
    assert properties["problem.severity"] == "warning"
    assert "security-severity" not in properties
    assert "security" not in items(properties, "tags")


def test_tags_name_weaknesses_as_github_does_and_are_at_most_twenty(sample_review: Review, render: Render) -> None:
    one = replace(sample_review.rules[0], tags=tuple(f"tag-{n}" for n in range(40)))
    tags = items(rule(render("sarif", replace(sample_review, rules=(one,))), one.id), "properties", "tags")
    assert tags[:4] == ["security", "external/cwe/cwe-089", "external/cwe/cwe-943", "external/owasp/owasp-a03-2021"]
    assert len(tags) == 20


@pytest.mark.parametrize("precision", Precision)
def test_precision_is_in_githubs_words(sample_review: Review, render: Render, precision: Precision) -> None:
    one = replace(sample_review.rules[0], precision=precision)
    said = rule(render("sarif", replace(sample_review, rules=(one,))), one.id)
    assert at(said, "properties", "precision") in ("very-high", "high", "medium", "low")
    assert at(said, "properties", "precision") == precision


def test_result_carries_both_identities(sample_review: Review, render: Render) -> None:
    document = render("sarif", sample_review)
    known = result(document, "python.security.sql-injection", 4)
    assert at(known, "partialFingerprints") == {LINE_HASH: "1001:1", "xcr/v1": f"{1:032x}"}
    assert at(known, "fingerprints") == {"xcr/v1": f"{1:032x}"}
    odd = [one for one in items(run(document), "results") if "odd" in str(at(one, "locations"))]
    assert at(odd[0], "partialFingerprints") == {"xcr/v1": f"{9:032x}"}


def test_primary_region_is_tight_and_the_rest_is_context(sample_review: Review, render: Render) -> None:
    known = result(render("sarif", sample_review), "python.security.sql-injection", 4)
    where = at(known, "locations", 0, "physicalLocation")
    assert at(where, "artifactLocation") == {"uri": "app/orders.py", "uriBaseId": "%SRCROOT%"}
    assert at(where, "region") == {"startLine": 4, "startColumn": 12, "endLine": 4, "endColumn": 29}
    assert at(where, "contextRegion", "snippet", "text") == "    return db.execute(query)"


def test_evidence_is_a_code_flow_from_source_to_sink(sample_review: Review, render: Render) -> None:
    known = result(render("sarif", sample_review), "python.security.sql-injection", 4)
    stops = items(known, "codeFlows", 0, "threadFlows", 0, "locations")
    where = ("location", "physicalLocation", "artifactLocation", "uri")
    assert [(at(stop, *where), at(stop, "location", "message", "text")) for stop in stops] == [
        ("app/views.py", "The request gives `name`"),
        ("app/orders.py", "`name` is joined into the query"),
        ("app/orders.py", "The query is run"),
    ]


def test_related_places_are_numbered_and_linked_from_the_message(sample_review: Review, render: Render) -> None:
    known = result(render("sarif", sample_review), "python.security.sql-injection", 4)
    assert [at(place, "id") for place in items(known, "relatedLocations")] == [1]
    assert at(known, "message", "text") == (
        "Request text reaches an SQL query. Anyone can read every order. See [`find` has no other check](1)."
    )


def test_message_holds_no_link_of_its_own(sample_review: Review, render: Render) -> None:
    odd = [one for one in items(run(render("sarif", sample_review)), "results") if "odd" in str(at(one, "locations"))]
    said = at(odd[0], "message", "text")
    assert isinstance(said, str)
    assert "](" not in said


def test_link_text_of_a_hostile_step_stays_one_link(sample_review: Review, render: Render) -> None:
    finding = next(found for found in sample_review.findings if found.related)
    hostile = Step(location=finding.location, message="a](9) [b\\")
    document = render("sarif", replace(sample_review, findings=(replace(finding, related=(hostile,), message="m"),)))
    said = at(items(run(document), "results")[0], "message", "text")
    assert said == "m. See [a\\](9) \\[b\\\\](1)."


def test_suppressed_and_known_results_are_marked_and_never_removed(sample_review: Review, render: Render) -> None:
    document = render("sarif", sample_review)
    assert len(items(run(document), "results")) == len(sample_review.findings)
    (accepted,) = items(result(document, "python.security.hard-coded-password", 1), "suppressions")
    assert (at(accepted, "kind"), at(accepted, "status"), at(accepted, "justification")) == (
        "inSource",
        "accepted",
        "a demo",
    )
    assert at(accepted, "properties", "until") == "2027-01-31"
    (rejected,) = items(result(document, "python.security.debug-on", 2), "suppressions")
    assert at(rejected, "status") == "rejected"
    (external,) = items(result(document, "python.style.none-compare", 6), "suppressions")
    assert at(external, "kind") == "external"


def test_all_results_or_none_have_suppressions_and_a_state(sample_review: Review, render: Render) -> None:
    results = items(run(render("sarif", sample_review)), "results")
    assert all(isinstance(at(one, "suppressions"), list) for one in results)
    states = [at(one, "baselineState") for one in results]
    assert {str(state) for state in states} == {"new", "unchanged", "updated", "absent"}
    bare = tuple(replace(finding, baseline=None) for finding in sample_review.findings)
    document = render("sarif", replace(sample_review, findings=bare))
    assert "baselineState" not in document


@pytest.mark.parametrize("state", BaselineState)
def test_each_baseline_state_is_written_as_it_is(sample_review: Review, render: Render, state: BaselineState) -> None:
    marked = replace(sample_review.findings[0], baseline=state)
    (only,) = items(run(render("sarif", replace(sample_review, findings=(marked,)))), "results")
    assert at(only, "baselineState") == state


def test_paths_are_relative_and_percent_encoded(sample_review: Review, render: Render) -> None:
    uris = {
        at(one, "locations", 0, "physicalLocation", "artifactLocation", "uri")
        for one in items(run(render("sarif", sample_review)), "results")
    }
    assert {
        "=odd,%20%60name%60%3A%20100%25.py",
        "docs/%F0%9F%98%80%20notes%20&%20%3Cb%3E.py",
        "legacy/caf%E9.py",
    } <= uris


def test_columns_count_code_points(sample_review: Review, render: Render) -> None:
    report = run(render("sarif", sample_review))
    assert at(report, "columnKind") == "unicodeCodePoints"
    astral = result(render("sarif", sample_review), "python.security.eval", 12)
    assert at(astral, "locations", 0, "physicalLocation", "region", "startColumn") == 5


def test_gaps_of_coverage_are_notifications(sample_review: Review, render: Render) -> None:
    (invocation,) = items(run(render("sarif", sample_review)), "invocations")
    said = [
        (at(note, "level"), at(note, "descriptor", "id"), at(note, "message", "text"))
        for note in items(invocation, "toolExecutionNotifications")
    ]
    assert said == [
        ("error", "engine-missing", "The engine oxlint did not run: not installed; `npm install oxlint` gets it"),
        ("note", "file-skipped", "logo.png was left out: binary"),
        ("note", "file-skipped", "node_modules/ was left out: third-party code"),
        ("error", "file-unreadable", "private/keys.py: cannot be read: Permission denied"),
        ("warning", "pass-partial", "patterns: partial in app/broken.py: line 1 does not parse"),
        ("note", "pass-skipped", "ruff: skipped in app/broken.py: does not parse as Python: line 1"),
        ("error", "pass-failed", "patterns: failed in app/models.py: took longer than 10 s"),
        ("warning", "self-suppression", "The change under review adds `nosec` itself, so it does not count."),
        ("warning", "unused-suppression", "`nosec` silences nothing. Delete it."),
        (
            "warning",
            "self-configuration",
            "The change under review alters its own configuration; what its base says holds.",
        ),
    ]
    known = {at(one, "id") for one in items(run(render("sarif", sample_review)), "tool", "driver", "notifications")}
    assert {descriptor for _, descriptor, _ in said} <= known


@pytest.mark.parametrize(
    ("gate", "partial", "code", "successful"),
    [
        (GateResult.PASSED, False, 0, True),
        (GateResult.FAILED, False, 1, True),
        (GateResult.INSUFFICIENT, False, 2, False),
        (GateResult.NOTHING, False, 3, True),
        (GateResult.PASSED, True, 130, False),
    ],
)
def test_invocation_says_how_the_review_ended(
    clean_review: Review, render: Render, gate: GateResult, partial: bool, code: int, successful: bool
) -> None:
    review = replace(clean_review, gate=Gate(result=gate), is_partial=partial)
    (invocation,) = items(run(render("sarif", review)), "invocations")
    assert at(invocation, "exitCode") == code
    assert at(invocation, "executionSuccessful") is successful


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("https://git.example.com/a b.git", "https://git.example.com/a%20b.git"),
        ("git@git.example.com:shop/backend.git", "ssh://git@git.example.com/shop/backend.git"),
        ("shop", None),
        ("../shop", None),
    ],
)
def test_only_a_repository_on_the_net_is_provenance(
    sample_review: Review, render: Render, name: str, uri: str | None
) -> None:
    document = render("sarif", replace(sample_review, target=replace(sample_review.target, name=name)))
    report = run(document)
    assert isinstance(report, dict)
    assert report.get("versionControlProvenance") == (
        None
        if uri is None
        else [{"repositoryUri": uri, "revisionId": "a" * 40, "mappedTo": {"uriBaseId": "%SRCROOT%"}}]
    )


def test_empty_region_of_an_insertion_is_valid(sample_review: Review, render: Render, schema: Draft4Validator) -> None:
    point = Location(path="a.py", span=Span(start_line=1, start_column=1, end_line=1, end_column=1))
    review = replace(sample_review, findings=(replace(sample_review.findings[0], location=point),))
    schema.validate(json.loads(render("sarif", review)))
