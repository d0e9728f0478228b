"""Results of other tools in the text of a tree."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.finding import Suppression
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Notice, Target
from xcodereviewer.domain.source import Change, SourceFile
from xcodereviewer.engines.sarif_import import SarifImport, read_sarif
from xcodereviewer.pipeline.imported import place_imported

Json = Mapping[str, object]
APP = 'import os\n\ndef run(name):\n    os.system("ls " + name)\n'


class MemoryTree:
    """A tree that was never on a disk."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents
        self.target = Target(kind="snippet", name="memory")
        self.files: Sequence[SourceFile] = [SourceFile(path=p, size=len(c)) for p, c in sorted(contents.items())]
        self.skipped: Sequence[Skipped] = ()
        self.changes: Mapping[str, Change] | None = None
        self.part = ""

    def read(self, path: str) -> bytes:
        if self._contents[path] == b"unreadable":
            raise PermissionError(13, "Permission denied")
        return self._contents[path]

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        for file in self.files:
            yield file, self.read(file.path)


def tree(**contents: str | bytes) -> MemoryTree:
    encoded = {name: text.encode() if isinstance(text, str) else text for name, text in contents.items()}
    return MemoryTree(
        {"app.py": APP.encode()}
        | {name.replace("__", "/").replace("_py", ".py"): data for name, data in encoded.items()}
    )


def result(uri: str = "app.py", region: Json | None = None, **members: object) -> Json:
    physical = {"artifactLocation": {"uri": uri}} | ({} if region is None else {"region": region})
    return {"ruleId": "R1", "message": {"text": "said"}, "locations": [{"physicalLocation": physical}], **members}


def imported(*results: Json, name: str = "Tool", rule: Json | None = None, more: Json | None = None) -> SarifImport:
    driver = {"name": name, "rules": [{"id": "R1", **(rule or {})}]}
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": list(results), **(more or {})}]}
    return read_sarif(json.dumps(log).encode(), name="x.sarif")


def span_in(content: str | bytes, region: Json | None, *, more: Json | None = None) -> Span:
    ((finding,), _, notices) = place_imported([imported(result("t.py", region), more=more)], tree(t_py=content))
    assert notices == []
    return finding.location.span


def span(first: int, start: int, last: int, end: int) -> Span:
    return Span(start_line=first, start_column=start, end_line=last, end_column=end)


def test_result_becomes_a_finding_with_its_place() -> None:
    log = imported(
        result(region={"startLine": 4, "startColumn": 5, "endColumn": 28}, level="error"),
        rule={"properties": {"tags": ["CWE-78"]}},
    )
    (finding,), (rule,), notices = place_imported([log], tree())
    assert finding.location == Location(path="app.py", span=span(4, 5, 4, 28))
    assert (finding.rule, finding.engine, finding.kind, finding.cwe) == ("tool.R1", "sarif:tool", "cwe-78", (78,))
    assert (finding.message, finding.snippet, finding.severity) == ("said", '    os.system("ls " + name)', "high")
    assert all((finding.place, finding.scope, finding.line_hash))
    assert (rule.id, notices) == ("tool.R1", [])


@pytest.mark.parametrize(
    ("content", "region", "expected"),
    [
        ("a = 1\nbb = 2\n", None, span(1, 1, 1, 1)),
        ("a = 1\nbb = 2\n", {}, span(1, 1, 1, 1)),
        ("a = 1\nbb = 2\n", {"startLine": 0}, span(1, 1, 1, 1)),
        ("a = 1\n  bb = 2\r\nc\n", {"startLine": 2}, span(2, 3, 2, 9)),
        ("a = 1\nbb = 2\n", {"startLine": 2, "startColumn": 3}, span(2, 3, 2, 7)),
        ("a = 1\nbb = 2\n", {"startLine": 1, "startColumn": 3, "endLine": 2, "endColumn": 4}, span(1, 3, 2, 4)),
        ("a = 1\nbb = 2\n", {"startLine": 1, "startColumn": 90, "endColumn": 99}, span(1, 6, 1, 6)),
        ("a = 1\nbb = 2\n", {"startLine": 2, "startColumn": 4, "endColumn": 2}, span(2, 4, 2, 4)),
        ("a = 1\nbb = 2\n", {"startLine": 1, "endLine": 99, "endColumn": 2}, span(1, 1, 3, 1)),
        ("a = 1\nbb = 2\n", {"charOffset": 6, "charLength": 2}, span(2, 1, 2, 3)),
        ("a = 1\nbb = 2\n", {"byteOffset": 6, "byteLength": 2}, span(2, 1, 2, 3)),
        ("é = 1\nbé = 2\n", {"byteOffset": 7, "byteLength": 3}, span(2, 1, 2, 3)),
        (b"\xef\xbb\xbfa = 1\nbb = 2\n", {"byteOffset": 9, "byteLength": 2}, span(2, 1, 2, 3)),
        ("😀 = f(x)\n", {"startLine": 1, "startColumn": 6, "endColumn": 10}, span(1, 5, 1, 9)),
        ("😀\n😀 = f(x)\n", {"startLine": 2, "startColumn": 6, "endColumn": 10}, span(2, 5, 2, 9)),
        ("😀\n😀 = f(x)\n", {"charOffset": 8, "charLength": 4}, span(2, 5, 2, 9)),
        ("\ta = f(x)\n", {"startLine": 1, "startColumn": 6, "endColumn": 10}, span(1, 6, 1, 10)),
    ],
)
def test_region_of_any_form_becomes_a_span(content: str | bytes, region: Json | None, expected: Span) -> None:
    assert span_in(content, region) == expected


def test_columns_may_count_code_points() -> None:
    region = {"startLine": 1, "startColumn": 5, "endColumn": 9}
    assert span_in("😀 = f(x)\n", region, more={"columnKind": "unicodeCodePoints"}) == span(1, 5, 1, 9)


def test_places_on_another_machine_are_found_by_the_common_folder() -> None:
    log = imported(
        result("file:///ci/build/src/app.py"),
        result("file:///ci/build/src/lib/b.py"),
        result("file:///usr/lib/python3/os.py"),
        result("file:///elsewhere/app.py"),
    )
    findings, _, notices = place_imported([log], tree(lib__b_py="x = 1\n"))
    assert [finding.location.path for finding in findings] == ["app.py", "lib/b.py"]
    assert notices == [
        Notice(
            code="import-outside-tree",
            message="x.sarif: 2 results are in files that are not under review "
            "(file:///elsewhere/app.py, file:///usr/lib/python3/os.py).",
        )
    ]


def test_results_without_a_place_are_told_and_not_lost() -> None:
    log = imported(
        result("gone.py"),
        result("shut.py"),
        result(region={"startLine": 77}),
        result("../../etc/passwd"),
        result("http://x/y"),
    )
    findings, _, notices = place_imported([log], tree(shut_py=b"unreadable"))
    assert findings == []
    assert [(notice.code, notice.message) for notice in notices] == [
        (
            "import-outside-tree",
            "x.sarif: 3 results are in files that are not under review (../../etc/passwd, gone.py, http://x/y).",
        ),
        ("import-unreadable", "x.sarif: 1 result is in files that cannot be read (shut.py)."),
        (
            "import-stale",
            "x.sarif: 1 result is behind the end of their files: the report is of another revision (app.py).",
        ),
    ]


def test_steps_and_related_places_are_placed_in_their_own_files() -> None:
    def location(uri: str, line: int, text: str) -> Json:
        physical = {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}
        return {"physicalLocation": physical, "message": {"text": text}}

    flow = [{"location": location("lib/b.py", 1, "source")}, {"location": location("gone.py", 1, "lost")}]
    flow.append({"location": location("app.py", 4, "sink")})
    log = imported(
        result(
            region={"startLine": 4},
            codeFlows=[{"threadFlows": [{"locations": flow}]}],
            relatedLocations=[location("app.py", 3, "here")],
        )
    )
    (finding,), _, _ = place_imported([log], tree(lib__b_py="name = input()\n"))
    assert [(str(step.location), step.message, step.snippet) for step in finding.steps] == [
        ("lib/b.py:1:1", "source", "name = input()"),
        ("app.py:4:5", "sink", '    os.system("ls " + name)'),
    ]
    assert [(str(step.location), step.message) for step in finding.related] == [("app.py:3:1", "here")]


def test_suppressed_result_is_a_suppressed_finding() -> None:
    log = imported(result(suppressions=[{"kind": "inSource", "justification": "known"}]))
    (finding,), _, _ = place_imported([log], tree())
    assert finding.suppression == Suppression(kind="inSource", marker="sarif", reason="known")
    assert not finding.is_open


def test_secret_is_in_no_text_of_its_finding() -> None:
    value = "quarry7Lantern"
    log = imported(
        result("s.py", {"startLine": 1}, message={"text": f"Possible hardcoded password: '{value}' in 's.py'"}),
        name="Bandit",
        rule={"properties": {"tags": ["CWE-259"]}},
    )
    (finding,), _, _ = place_imported([log], tree(s_py=f'password = "{value}"\n'))
    assert finding.message == "Possible hardcoded password: '****' in 's.py'"
    assert value not in repr(finding)


def test_rules_of_several_logs_are_given_once() -> None:
    logs = [imported(result()), imported(result()), imported(result(), name="Other")]
    findings, rules, _ = place_imported(logs, tree())
    assert ([finding.rule for finding in findings], [rule.id for rule in rules]) == (
        ["tool.R1", "tool.R1", "other.R1"],
        ["other.R1", "tool.R1"],
    )


def test_notices_of_the_log_itself_are_passed_on() -> None:
    log = replace(imported(), notices=(Notice(code="import-incomplete", message="x"),))
    assert place_imported([log], tree()) == ([], [], [Notice(code="import-incomplete", message="x")])
