"""The engine as the road sees it: text and rules in, matches out."""

import json
from pathlib import Path

import pytest
import yaml

from xcodereviewer.domain.engine import Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.engines import configuration_path
from xcodereviewer.engines.configuration import engine
from xcodereviewer.engines.registry import load_engine

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"


def rule_with(match: object, language: Language, *, skip_tests: bool = False) -> Rule:
    text = Text(en="x", zh="x")
    return Rule(
        id="test.bug.rule",
        engine="configuration",
        languages=(language,),
        category=Category.BUG,
        severity=Severity.LOW,
        confidence=Confidence.HIGH,
        precision=Precision.HIGH,
        status=Status.STABLE,
        since="0.1.0",
        kind="rule",
        title=text,
        message=text,
        what=text,
        why=text,
        how=text,
        match=json.dumps(match),
        skip_tests=skip_tests,
    )


def scan(match: object, text: str, language: Language = Language.KUBERNETES, **options: bool) -> Scan:
    scanner = engine().prepare([rule_with(match, language, **options)])
    (answer,) = scanner.scan([SourceText(id=7, language=language, text=text)])
    return answer


def flagged(match: object, text: str, language: Language = Language.KUBERNETES) -> list[str]:
    lines = text.splitlines()
    spans = [match.span for match in scan(match, text, language).matches]
    return [lines[span.start_line - 1][span.start_column - 1 : span.end_column - 1] for span in spans]


def test_engine_is_found_by_its_name() -> None:
    assert load_engine("configuration").name == "configuration"


def test_finding_of_a_short_value_covers_key_and_value() -> None:
    assert flagged({"each": "a.b"}, "a:\n  b: [1]\n  c: 1\n") == ["b"]
    assert flagged({"each": "a.c"}, "a:\n  b: [1]\n  c: 'x y'  # why\n") == ["c: 'x y'"]


def test_finding_of_a_mapping_in_a_list_covers_its_first_line() -> None:
    assert flagged({"each": "a[*]"}, "a:\n  - name: x  \n    b: 1\n  - {name: y}\n") == ["name: x", "{name: y}"]


def test_finding_in_a_block_text_stands_at_the_words_themselves() -> None:
    text = "run: |\n  first\n    echo ${{ x }} # \U0001f600 ${{ y }}\n\n"
    match = {"each": "run", "find": r"\$\{\{ (\w) \}\}"}
    spans = [(m.span.start_line, m.span.start_column, m.span.end_column) for m in scan(match, text).matches]
    assert spans == [(3, 14, 15), (3, 27, 28)]


def test_finding_behind_an_escape_stands_in_the_line_of_its_text() -> None:
    answer = scan({"each": "a", "find": "bad"}, 'b: 1\na: "x\\ty bad"\n')
    assert [match.span.start_line for match in answer.matches] == [2]


def test_except_drops_what_find_found() -> None:
    assert flagged({"each": "a", "find": r"b\w", "except": "bx"}, "a: ba bx bc\n") == ["ba", "bc"]


def test_first_path_of_flag_that_leads_somewhere_is_flagged() -> None:
    match = {"each": "a[*]", "flag": ["x", "y"]}
    assert flagged(match, "a:\n  - {x: 1, y: 2}\n  - {y: 3}\n  - {z: 4}\n") == ["x: 1", "y: 3", "{z: 4}"]


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ({"at": "v", "is": True}, ["b", "c"]),
        ({"at": "v", "is": "yes"}, ["c", "d"]),
        ({"at": "v", "is": None}, ["e"]),
        ({"at": "v", "is": [0, 7]}, ["a"]),
        ({"at": "v", "matches": "^(?i)T"}, ["b"]),
        ({"missing": "v"}, ["f"]),
        ({"has": ["w", "x"]}, ["f"]),
        ({"missing": ["w", "v"]}, []),
        ({"not": {"at": "v", "is": True}, "has": "v"}, ["a", "d", "e"]),
        ({"any": [{"at": "v", "is": 0}, {"has": "w"}]}, ["a", "f"]),
        ({"all": [{"has": "v"}, {"at": "n", "is": "a"}]}, ["a"]),
        ({"at": "n", "key": "^n$", "is": "f"}, ["f"]),
    ],
)
def test_condition_chooses_places(condition: object, names: list[str]) -> None:
    text = """\
- {n: a, v: 0}
- {n: b, v: True}
- {n: c, v: yes}
- {n: d, v: "yes"}
- {n: e, v: ~}
- {n: f, w: 1}
"""
    assert flagged({"each": "[*]", "where": [condition], "flag": "n"}, text) == [f"n: {name}" for name in names]


def test_yes_is_a_text_where_yaml_is_read_as_1_2() -> None:
    match = {"each": "a", "where": [{"is": True}]}
    assert flagged(match, "a: yes\n", Language.GITHUB_ACTIONS) == []
    assert flagged(match, "a: 'true'\n", Language.GITHUB_ACTIONS) == ["a: 'true'"]


def test_items_of_a_list_object_are_objects_of_their_own() -> None:
    text = "kind: List\nitems:\n  - kind: Pod\n    spec: {hostPID: true}\n  - kind: Job\n    spec: {hostPID: true}\n"
    assert flagged({"each": "$[kind=Pod].spec.hostPID"}, text) == ["hostPID: true"]


def test_pod_is_found_wherever_a_workload_keeps_it() -> None:
    pods = [
        "kind: Pod\nspec: {containers: [{name: a}]}\n",
        "kind: StatefulSet\nspec: {template: {spec: {initContainers: [{name: b}]}}}\n",
        "kind: CronJob\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c}]}}}}}\n",
        "kind: ConfigMap\nspec: {containers: [{name: d}]}\n",
    ]
    assert flagged({"each": "@containers.name"}, "---\n".join(pods)) == ["name: a", "name: b", "name: c"]


def test_message_shows_the_documents_words_without_control_characters() -> None:
    match = {"each": "a.*", "find": r"x\S*", "message": "`{key}` of {$.name}: {found}, {missing}"}
    messages = [m.message for m in scan(match, 'name: "n`\\e[31m"\na: {k: 1 xyz}\n').matches]
    assert messages == ["`k` of n' [31m: xyz, ?"]


def test_rule_is_silent_in_test_code_when_it_says_so() -> None:
    scanner = engine().prepare([rule_with({"each": "a"}, Language.KUBERNETES, skip_tests=True)])
    file = SourceText(id=1, language=Language.KUBERNETES, text="a: 1\n", tags=frozenset({"test"}))
    assert list(scanner.scan([file])) == [Scan(id=1)]


@pytest.mark.parametrize(
    ("match", "reason"),
    [
        ({}, "each"),
        ({"each": "a", "wher": []}, "wher"),
        ({"each": "a..b["}, "not a path"),
        ({"each": "@pots"}, "there is no place `@pots`"),
        ({"each": "a", "find": "(?=x)"}, "RE2 refuses the expression"),
        ({"each": "a", "where": [{}]}, "a condition says nothing"),
        ({"each": "a", "message": "{x"}, "without its"),
    ],
)
def test_match_that_cannot_be_run_names_rule_and_reason(match: object, reason: str) -> None:
    with pytest.raises(ValueError, match=r"test\.bug\.rule: .*") as caught:
        engine().prepare([rule_with(match, Language.KUBERNETES)])
    assert reason in str(caught.value)


def test_rule_of_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot look at python"):
        engine().prepare([rule_with({"each": "a"}, Language.PYTHON)])


def test_part_in_front_of_what_does_not_parse_is_looked_at() -> None:
    answer = scan({"each": "a"}, "a: 1\n---\nb:\n{{- if .Values.x }}\nc: 1\n")
    assert [match.span.start_line for match in answer.matches] == [1]
    assert "does not parse; it looks like a template" in answer.gap


def test_file_that_does_not_parse_at_all_is_a_gap() -> None:
    assert scan({"each": "a"}, "a: [\n").gap == "from line 2 on it does not parse"


def test_questions_that_grow_with_the_square_of_the_text_end_in_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration_path, "_MOST_STEPS", 20_000)
    text = "".join(f"k{number}: v\n" for number in range(200))
    answer = scan({"each": "*", "where": [{"at": "^.*", "is": "nothing"}]}, text)
    assert (answer.matches, answer.gap) == ((), "looking at all of it takes too long")


def test_documented_match_can_be_run() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split("## `match` of a configuration rule")[1]
    example = yaml.safe_load(section.split("```yaml\n")[1].split("```")[0])["match"]
    text = """\
on: pull_request_target
jobs:
  a:
    steps:
      - name: Take
        uses: actions/checkout@v4
        with: {ref: "${{ github.head_ref }}"}
"""
    found = scan(example, text, Language.GITHUB_ACTIONS).matches
    assert [(match.span.start_line, match.message) for match in found] == [(7, "Step `Take` …")]
