"""What other tools write, in the shapes that they write it."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xcodereviewer.domain.finding import Suppression
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity
from xcodereviewer.domain.review import Notice
from xcodereviewer.engines import sarif_log
from xcodereviewer.engines.sarif_import import ImportedResult, InvalidSarif, SarifImport, read_sarif

Json = Mapping[str, object]
MEMBERS = sorted(
    {
        name
        for kind in (
            sarif_log.Result,
            sarif_log.Location,
            sarif_log.Region,
            sarif_log.ArtifactLocation,
            sarif_log.Message,
        )
        for name in kind.__struct_encode_fields__
    }
)


def place(uri: str, line: int = 3, base: Json | None = None) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": uri, **(base or {})}, "region": {"startLine": line}}}


def result(**members: object) -> Json:
    return {"ruleId": "R1", "message": {"text": "said"}, "locations": [place("app.py")], **members}


def run(*results: Json, name: str = "Tool", rules: list[Json] | None = None, more: Json | None = None) -> Json:
    return {"tool": {"driver": {"name": name, "rules": rules or []}}, "results": list(results), **(more or {})}


def read(*runs: Json) -> SarifImport:
    return read_sarif(json.dumps({"version": "2.1.0", "runs": list(runs)}).encode(), name="x.sarif")


def only(imported: SarifImport) -> ImportedResult:
    ((one,),) = imported.results.values()
    return one


def files(imported: SarifImport) -> list[tuple[str, str]]:
    return [(file.path, file.absolute) for file in imported.results]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
        (b"{", "it is not valid JSON"),
        (b"<xml/>", "it is not valid JSON"),
        (b'\xff\xff{"version": "2.1.0"}', "it is not valid JSON"),
        (b"[]", "it does not have the form of SARIF"),
        (b"{}", "it has no `version`"),
        (b'{"version": "2.1.0"}', "it has no `runs`"),
        (b'{"version": "1.0.0", "runs": []}', "it is of version 1.0.0"),
        (b'{"version": "2.1.0", "runs": [{}]}', "tool"),
        (b'{"version": "2.1.0", "runs": [{"tool": {}, "results": [{"level": 7}]}]}', "$.runs[0].results[0].level"),
        (b'{"version": "2.1.0", "runs": [], "x": ' + b"[" * 200_000, "x.sarif cannot be imported"),
    ],
)
def test_file_that_is_no_log_is_refused_with_one_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InvalidSarif) as caught:
        read_sarif(data, name="x.sarif")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_of_windows_shells_are_understood(encoding: str) -> None:
    text = json.dumps({"version": "2.1.0", "runs": [run(result())]})
    assert len(read_sarif(text.encode(encoding), name="x").results) == 1


def test_nulls_and_unknown_members_are_passed_over() -> None:
    imported = read(
        run(
            result(level=None, codeFlows=None, suppressions=None, rank=None, what={"ever": [1]}),
            more={"artifacts": None},
        )
    )
    assert only(imported).severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("members", "rule", "severity"),
    [
        ({"level": "error"}, {}, Severity.HIGH),
        ({"level": "warning"}, {}, Severity.MEDIUM),
        ({"level": "note"}, {}, Severity.LOW),
        ({"level": "none"}, {}, Severity.INFO),
        ({}, {}, Severity.MEDIUM),
        ({}, {"defaultConfiguration": {"level": "error"}}, Severity.HIGH),
        ({"level": "note"}, {"defaultConfiguration": {"level": "error"}}, Severity.LOW),
        ({"level": "note"}, {"properties": {"security-severity": "9.8"}}, Severity.CRITICAL),
        ({"level": "error"}, {"properties": {"security-severity": 7.0}}, Severity.HIGH),
        ({}, {"properties": {"security-severity": "4.0"}}, Severity.MEDIUM),
        ({}, {"properties": {"security-severity": "0.1"}}, Severity.LOW),
        ({}, {"properties": {"security-severity": "bad"}}, Severity.MEDIUM),
        ({"properties": {"issue_severity": "HIGH"}}, {}, Severity.HIGH),
        ({"properties": {"severity": "critical"}}, {}, Severity.CRITICAL),
        ({"kind": "informational"}, {}, Severity.INFO),
    ],
)
def test_level_and_scores_become_a_severity(members: Json, rule: Json, severity: Severity) -> None:
    assert only(read(run(result(**members), rules=[{"id": "R1", **rule}]))).severity is severity


@pytest.mark.parametrize(
    ("members", "rule", "confidence"),
    [
        ({}, {}, Confidence.MEDIUM),
        ({}, {"properties": {"precision": "very-high"}}, Confidence.HIGH),
        ({}, {"properties": {"tags": ["LOW CONFIDENCE"]}}, Confidence.LOW),
        ({"properties": {"issue_confidence": "HIGH"}}, {"properties": {"precision": "low"}}, Confidence.HIGH),
        ({"kind": "review"}, {}, Confidence.LOW),
    ],
)
def test_precision_and_tags_become_a_confidence(members: Json, rule: Json, confidence: Confidence) -> None:
    assert only(read(run(result(**members), rules=[{"id": "R1", **rule}]))).confidence is confidence


@pytest.mark.parametrize(
    ("rule", "run_members", "cwe"),
    [
        ({"properties": {"tags": ["external/cwe/cwe-079", "external/cwe/cwe-116"]}}, {}, (79, 116)),
        ({"properties": {"tags": ["CWE-78: OS Command Injection"]}}, {}, (78,)),
        ({"properties": {"cwe": ["CWE-89"]}}, {}, (89,)),
        ({"relationships": [{"target": {"id": "CWE-22"}}]}, {}, (22,)),
        ({"relationships": [{"target": {"id": "326", "toolComponent": {"name": "CWE"}}}]}, {}, (326,)),
        (
            {"relationships": [{"target": {"id": "326", "toolComponent": {"index": 0}}}]},
            {"taxonomies": [{"name": "CWE"}]},
            (326,),
        ),
        ({"relationships": [{"target": {"id": "326", "toolComponent": {"name": "OWASP"}}}]}, {}, ()),
        ({"helpUri": "https://cwe.mitre.org/data/definitions/295.html"}, {}, (295,)),
    ],
)
def test_weaknesses_are_read_wherever_tools_keep_them(rule: Json, run_members: Json, cwe: tuple[int, ...]) -> None:
    imported = read(run(result(), rules=[{"id": "R1", **rule}], more=run_members))
    assert (only(imported).cwe, imported.rules[0].cwe) == (cwe, cwe)


def test_weakness_of_the_result_comes_first() -> None:
    taxa = [{"id": "CWE-20"}]
    rule = {"id": "R1", "properties": {"tags": ["CWE-79"]}}
    assert only(read(run(result(taxa=taxa), rules=[rule]))).cwe == (20, 79)


def test_rule_carries_what_the_tool_says_of_it() -> None:
    described = {
        "id": "py/sql-injection",
        "shortDescription": {"text": "SQL query built from user input"},
        "fullDescription": {"text": "Building a query from user input."},
        "help": {"text": "plain", "markdown": "# Help"},
        "helpUri": "https://tool.example/rule",
        "properties": {"tags": ["security", "external/cwe/cwe-089", "OWASP-A03:2021 - Injection"], "precision": "high"},
    }
    (rule,) = read(run(result(ruleId="py/sql-injection"), name="Code QL", rules=[described])).rules
    assert (rule.id, rule.engine, rule.kind) == ("code-ql.py/sql-injection", "sarif:code-ql", "cwe-89")
    assert (rule.category, rule.precision, rule.owasp) == (Category.SECURITY, Precision.HIGH, ("A03:2021",))
    assert (rule.title.en, rule.title.zh) == ("SQL query built from user input",) * 2
    assert (rule.what.en, rule.how.en) == ("Building a query from user input.", "# Help")
    assert rule.references == ("https://tool.example/rule",)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"ruleId": "A"}, "of A"),
        ({"ruleId": None, "ruleIndex": 1}, "of B"),
        ({"ruleId": "A/7", "ruleIndex": 0}, "of A"),
        ({"ruleId": "A/7"}, "of A"),
        ({"ruleId": "E", "rule": {"index": 0, "toolComponent": {"index": 0}}}, "of E"),
        ({"ruleId": None, "rule": {"id": "E", "toolComponent": {"name": "ext"}}}, "of E"),
        ({"ruleId": "B", "ruleIndex": 0}, "of B"),
        ({"ruleId": "unknown", "ruleIndex": 99}, "unknown"),
    ],
)
def test_rule_is_found_by_index_id_or_component(members: Json, expected: str) -> None:
    def described(*names: str) -> list[Json]:
        return [{"id": name, "shortDescription": {"text": f"of {name}"}} for name in names]

    tool = {
        "driver": {"name": "T", "rules": described("A", "B")},
        "extensions": [{"name": "ext", "rules": described("E")}],
    }
    (rule,) = read({"tool": tool, "results": [result(**members)]}).rules
    assert rule.title.en == expected


@pytest.mark.parametrize(
    ("tags", "category"),
    [
        (["performance"], Category.PERFORMANCE),
        (["correctness"], Category.BUG),
        (["readability"], Category.STYLE),
        (["complexity"], Category.MAINTAINABILITY),
        (["security"], Category.SECURITY),
        ([], Category.MAINTAINABILITY),
    ],
)
def test_tags_choose_the_category(tags: list[str], category: Category) -> None:
    (rule,) = read(run(result(), rules=[{"id": "R1", "properties": {"tags": tags}}])).rules
    assert rule.category is category


@pytest.mark.parametrize(
    ("name", "rule", "is_secret"),
    [
        ("gitleaks", {}, True),
        ("Bandit", {"properties": {"tags": ["CWE-259"]}}, True),
        ("T", {"properties": {"tags": ["secret"]}}, True),
        ("T", {"properties": {"tags": ["CWE-89"]}}, False),
    ],
)
def test_rules_that_flag_secrets_are_tagged_so_that_reports_mask(name: str, rule: Json, is_secret: bool) -> None:
    (imported,) = read(run(result(), name=name, rules=[{"id": "R1", **rule}])).rules
    assert ("secret" in imported.tags) == is_secret


@pytest.mark.parametrize(
    ("uri", "base", "bases", "expected"),
    [
        ("src/a%20b.py", None, {}, ("src/a b.py", "")),
        ("./src//a.py", None, {}, ("src/a.py", "")),
        ("src\\a.py", None, {}, ("src/a.py", "")),
        ("%F0%9F%98%80.py", None, {}, ("😀.py", "")),
        ("caf%E9.py", None, {}, ("caf\\xe9.py", "")),
        ("a.py", "%SRCROOT%", {"%SRCROOT%": {"uri": "file:///ci/repo/"}}, ("a.py", "")),
        ("a.py", "SRC", {"SRC": {"uri": "src/", "uriBaseId": "%SRCROOT%"}}, ("src/a.py", "")),
        ("a.py", "SRC", {"SRC": {"uri": "file:///ci/repo/src/"}}, ("", "/ci/repo/src/a.py")),
        (
            "a.py",
            "SRC",
            {"SRC": {"uri": "file:///ci/repo/src/"}, "%SRCROOT%": {"uri": "file:///ci/repo"}},
            ("src/a.py", "/ci/repo/src/a.py"),
        ),
        ("file:///ci/repo/a.py", None, {}, ("", "/ci/repo/a.py")),
        ("file:///ci/repo/a.py", None, {"%SRCROOT%": {"uri": "file:///ci/repo/"}}, ("a.py", "/ci/repo/a.py")),
        ("file://host/ci/a.py", None, {}, ("", "/ci/a.py")),
        ("file:///C:/work/a.py", None, {}, ("", "C:/work/a.py")),
        ("C:\\work\\a.py", None, {}, ("", "C:/work/a.py")),
        ("/ci/repo/a.py", None, {}, ("", "/ci/repo/a.py")),
        ("go.sum", "ROOTPATH", {"ROOTPATH": {"uri": "file:///"}}, ("go.sum", "")),
        ("a.py", "LOOP", {"LOOP": {"uri": "x/", "uriBaseId": "LOOP"}}, ("/".join("x" * 8) + "/a.py", "")),
        ("../../etc/passwd", None, {}, ("", "")),
        ("https://host/a.py", None, {}, ("", "")),
    ],
)
def test_address_becomes_a_path(uri: str, base: str | None, bases: Json, expected: tuple[str, str]) -> None:
    location = place(uri, base={"uriBaseId": base} if base else None)
    assert files(read(run(result(locations=[location]), more={"originalUriBaseIds": bases}))) == [expected]


def test_file_may_be_named_by_its_number() -> None:
    location = {"physicalLocation": {"artifactLocation": {"index": 1}}}
    artifacts = [{"location": {"uri": "a.py"}}, {"location": {"uri": "b.py"}}]
    assert files(read(run(result(locations=[location]), more={"artifacts": artifacts}))) == [("b.py", "")]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"text": "plain"}, "plain"),
        ({"text": "see [the source](1) and \\[this\\]"}, "see the source and [this]"),
        ({"id": "m", "arguments": ["x", "y"]}, "y before x in {}"),
        ({"text": "{0} and {5}", "arguments": ["x"]}, "x and {5}"),
        ({"markdown": "*so*"}, "*so*"),
        ({"text": "f{not filled}"}, "f{not filled}"),
        ({}, "R1"),
    ],
)
def test_message_is_said_in_plain_words(message: Json, said: str) -> None:
    rule = {"id": "R1", "messageStrings": {"m": {"text": "{1} before {0} in {{}}"}}}
    assert only(read(run(result(message=message), rules=[rule]))).message == said


def test_first_code_flow_becomes_the_steps() -> None:
    def stop(line: int) -> Json:
        return {"location": {**place("app.py", line), "message": {"text": f"step {line}"}}}

    flows = [
        {"threadFlows": []},
        {"threadFlows": [{"locations": [stop(1), {"index": 0}, {"index": 9}, {}]}]},
        {"threadFlows": [{"locations": [stop(8)]}]},
    ]
    one = only(read(run(result(codeFlows=flows), more={"threadFlowLocations": [stop(2)]})))
    assert [(step.file.path, step.region and step.region.start_line, step.message) for step in one.steps] == [
        ("app.py", 1, "step 1"),
        ("app.py", 2, "step 2"),
    ]


def test_further_locations_and_related_ones_are_kept() -> None:
    one = only(read(run(result(locations=[place("app.py"), place("b.py")], relatedLocations=[place("c.py"), {}]))))
    assert [related.file.path for related in one.related] == ["b.py", "c.py"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], None),
        (
            [{"kind": "inSource", "justification": "known"}],
            Suppression(kind="inSource", marker="sarif", reason="known"),
        ),
        ([{"kind": "external", "status": "accepted"}], Suppression(kind="external", marker="sarif")),
        ([{}], Suppression(kind="external", marker="sarif")),
        ([{"kind": "inSource"}, {"kind": "external", "status": "rejected"}], None),
        ([{"kind": "external", "status": "underReview"}], None),
    ],
)
def test_suppressed_result_stays_suppressed(given: list[Json], expected: Suppression | None) -> None:
    assert only(read(run(result(suppressions=given)))).suppression == expected


@pytest.mark.parametrize("members", [{"kind": "pass"}, {"kind": "notApplicable"}, {"baselineState": "absent"}])
def test_what_is_no_problem_now_is_left_out(members: Json) -> None:
    assert read(run(result(**members))) == SarifImport(name="x.sarif", results={}, rules=())


def test_runs_of_several_tools_come_together() -> None:
    imported = read(run(result(), name="A"), run(result(), name="B"))
    assert [rule.id for rule in imported.rules] == ["a.R1", "b.R1"]
    assert [len(of_file) for of_file in imported.results.values()] == [2]


def test_what_is_missing_is_told() -> None:
    told = {"level": "error", "message": {"text": "parser died"}}
    invocations = [{"executionSuccessful": False, "toolExecutionNotifications": [told, {"level": "note"}]}]
    imported = read(
        run(
            result(locations=[]),
            name="T",
            more={"invocations": invocations, "externalPropertyFileReferences": {"results": [{}]}},
        )
    )
    assert imported.notices == (
        Notice(code="import-incomplete", message="x.sarif: T did not end successfully."),
        Notice(code="import-error", message="x.sarif: T reported: parser died."),
        Notice(code="import-without-file", message="x.sarif: results of T that name no file: 1."),
        Notice(code="import-incomplete", message="x.sarif: results of T are kept in other files."),
    )


def test_results_beyond_twenty_five_thousand_are_told() -> None:
    results = [
        result(ruleId=f"R{number % 50}", locations=[place(f"f{number % 900}.py", number)]) for number in range(25_003)
    ]
    imported = read_sarif(json.dumps({"version": "2.1.0", "runs": [run(*results)]}).encode(), name="x.sarif")
    assert sum(len(of_file) for of_file in imported.results.values()) == 25_000
    assert [notice.code for notice in imported.notices] == ["import-clipped"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(MEMBERS), inner, max_size=4),
    max_leaves=25,
)


@given(content=JSON)
@settings(max_examples=300)
def test_any_json_is_read_or_refused(content: object) -> None:
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "T"}}, "results": [content]}]}
    for given_log in (log, content):
        try:
            assert isinstance(read_sarif(json.dumps(given_log).encode(), name="x"), SarifImport)
        except InvalidSarif:
            continue
