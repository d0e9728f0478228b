"""Ruff's checks under our names."""

import os
import tempfile
from pathlib import Path

import msgspec
import pytest
from tests.packs import PACK

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.finding import Edit, Fix
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.engines import ruff_process
from xcodereviewer.engines.pool import Limits, WorkerPool
from xcodereviewer.engines.registry import load_engine
from xcodereviewer.engines.ruff import RuffEngine

NOTHING = Text(en="", zh="")


def rule(match: dict[str, object], *, name: str = "some", skip_tests: bool = False) -> Rule:
    return Rule(
        id=f"python.bug.{name}",
        engine="ruff",
        languages=(Language.PYTHON,),
        category=Category.BUG,
        severity=Severity.LOW,
        confidence=Confidence.HIGH,
        precision=Precision.HIGH,
        status=Status.STABLE,
        since="0.1.0",
        kind="some",
        title=NOTHING,
        message=NOTHING,
        what=NOTHING,
        why=NOTHING,
        how=NOTHING,
        match=msgspec.json.encode(match).decode(),
        skip_tests=skip_tests,
    )


def source(text: str, number: int = 0, *, tags: frozenset[str] = frozenset()) -> SourceText:
    return SourceText(id=number, language=Language.PYTHON, text=text, tags=tags)


def scan(text: str, match: dict[str, object]) -> Scan:
    (answer,) = RuffEngine().prepare([rule(match)]).scan([source(text)])
    return answer


def span(line: int, start: int, end: int) -> Span:
    return Span(start_line=line, start_column=start, end_line=line, end_column=end)


def test_diagnostic_becomes_a_match_at_code_points() -> None:
    answer = scan('x = "𝒳é"; y = nothing\n', {"codes": ["F821"], "message": "`{text}` is defined nowhere."})
    found = Match(rule="python.bug.some", span=span(1, 15, 22), message="`nothing` is defined nowhere.")
    assert answer == Scan(id=0, matches=(found,))


def test_tab_is_one_column_and_a_windows_line_end_none() -> None:
    answer = scan("if 1:\r\n\tx = nothing\r\n", {"codes": ["F821"]})
    assert [match.span for match in answer.matches] == [span(2, 6, 13)]


def test_name_that_is_missing_in_a_scope_is_one_match_with_the_other_uses_beside_it() -> None:
    text = "def f():\n    nothing(nothing)\n    return nothing\n\n\ndef g():\n    return nothing\n"
    matches = scan(text, {"codes": ["F821"], "once-per-scope": True}).matches
    assert [(match.span, [step.span for step in match.related]) for match in matches] == [
        (span(2, 5, 12), [span(2, 13, 20), span(3, 12, 19)]),
        (span(7, 12, 19), []),
    ]


def test_of_many_uses_of_a_missing_name_the_first_are_shown_and_the_rest_counted() -> None:
    (match,) = scan("nothing\n" * 5_000, {"codes": ["F821"], "once-per-scope": True}).matches
    assert (len(match.related), match.related[-1].message) == (10, "Used here as well, and 4,989 times below.")


def test_safe_fix_is_offered_in_our_words() -> None:
    (match,) = scan('x = 1\ny = x is "a"\n', {"codes": ["F632"], "fix": "Compare with `==`"}).matches
    assert match.fix == Fix(description="Compare with `==`", edits=(Edit(span=span(2, 7, 9), text="=="),))


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ('x = 1\ny = x is "a"\n', {"codes": ["F632"]}),  # no words for it
        ("def f(a=[]):\n    return a\n", {"codes": ["B006"], "fix": "Use None"}),  # unsafe
    ],
)
def test_fix_without_words_or_safety_is_not_offered(text: str, match: dict[str, object]) -> None:
    assert [found.fix for found in scan(text, match).matches] == [None]


def test_long_finding_is_shown_by_its_first_line() -> None:
    text = (
        "import asyncio\n\n\nasync def f():\n    asyncio.create_task(\n        g(\n            1,\n        )\n    )\n"
    )
    (match,) = scan(text + "\n\ng = f\n", {"codes": ["RUF006"], "message": "`{text}` is lost"}).matches
    assert (match.span, match.message) == (span(5, 5, 25), "")


def test_suppression_in_the_source_is_left_to_triage() -> None:
    text = "# ruff: noqa\nx = nothing  # noqa: F821\n"
    assert len(scan(text, {"codes": ["F821"]}).matches) == 1


def test_texts_that_are_to_be_ignored_are_no_finding() -> None:
    text = 'a = unicode\nb: "Missing" = 1\nc = other\n'
    answer = scan(text, {"codes": ["F821"], "ignore": ["unicode"], "skip-quoted": True})
    assert [match.span.start_line for match in answer.matches] == [3]


def test_names_in_a_quoted_annotation_are_no_finding_but_those_in_an_f_string_are() -> None:
    text = 'def f(a: "a(sv)") -> "list[Missing]": ...\nprint(f"{other}", "x")\n'
    answer = scan(text, {"codes": ["F821"], "skip-quoted": True})
    assert [match.span.start_line for match in answer.matches] == [2]


def test_rule_of_definitions_is_silent_about_parameters_and_variables() -> None:
    text = """\
from shop.fixtures import repo, basket
from shop import (
    json,
    load,
)
import json
def test_a(repo): ...
async def test_b(
    basket,
): ...
def load(): ...
e = None
try:
    pass
except ValueError as e:
    print(e)
"""
    answer = scan(text, {"codes": ["F811"], "definitions": True})
    assert [match.span.start_line for match in answer.matches] == [6, 11]
    assert len(scan(text, {"codes": ["F811"]}).matches) == 5


def test_rule_is_silent_in_a_text_that_it_excludes() -> None:
    text = "globals().update({})\nprint(name)\n"
    assert len(scan(text, {"codes": ["F821"]}).matches) == 1
    assert scan(text, {"codes": ["F821"], "excludes": ["globals().update("]}).matches == ()


def test_several_rules_share_one_run() -> None:
    rules = [rule({"codes": ["F821"]}, name="a"), rule({"codes": ["F632", "F821"]}, name="b")]
    (answer,) = RuffEngine().prepare(rules).scan([source('x = nothing\ny = x is "a"\n')])
    assert [(match.rule, match.span.start_line) for match in answer.matches] == [
        ("python.bug.a", 1),
        ("python.bug.b", 1),
        ("python.bug.b", 2),
    ]


def test_rule_that_skips_tests_is_silent_in_them() -> None:
    scanner = RuffEngine().prepare([rule({"codes": ["F821"]}, skip_tests=True)])
    scans = list(scanner.scan([source("x = y\n", 1, tags=frozenset({"test"})), source("x = y\n", 2)]))
    assert [len(answer.matches) for answer in scans] == [0, 1]


def test_text_that_does_not_parse_is_a_gap() -> None:
    scans = (
        RuffEngine()
        .prepare([rule({"codes": ["F821"]})])
        .scan([source("x = nothing\ndef f(:\n", 4), source("x = nothing\n", 5)])
    )
    assert [(answer.id, answer.gap, len(answer.matches)) for answer in scans] == [
        (4, "does not parse as Python: line 2", 0),
        (5, "", 1),
    ]


@pytest.mark.parametrize("text", ["", "\0", "x = '\ud800'\n", "x = nothing\ry = 1\n", "[" * 20_000, "\ufeffx = 1\n"])
def test_odd_text_gets_an_answer(text: str) -> None:
    answer = scan(text, {"codes": ["F821"]})
    assert (answer.id, answer.matches, answer.failure.partition(":")[0]) in [
        (0, (), ""),
        (0, (), "ruff gave no answer"),
    ]


def test_configuration_of_the_place_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ruff.toml").write_text('lint.ignore = ["F821"]\nexclude = ["*"]\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert len(scan("x = nothing\n", {"codes": ["F821"]}).matches) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["ruff.toml"]


def test_file_that_kills_ruff_loses_only_its_own_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = tmp_path / "ruff"
    real = ruff_process.ruff_binary()
    binary.write_text(f'#!/bin/sh\nif /bin/grep -q poison *.py 2>/dev/null; then kill -9 $$; fi\nexec {real} "$@"\n')
    binary.chmod(0o700)
    monkeypatch.setattr(ruff_process, "ruff_binary", lambda: str(binary))
    scanner = RuffEngine().prepare([rule({"codes": ["F821"]})])
    scans = list(scanner.scan([source("x = a\n", 1), source("poison = b\n", 2), source("x = c\n", 3)]))
    assert [(answer.id, len(answer.matches), answer.failure) for answer in scans] == [
        (1, 1, ""),
        (2, 0, "ruff gave no answer: it was ended by SIGKILL"),
        (3, 1, ""),
    ]


def test_more_findings_than_a_worker_may_write_are_a_failure_that_says_so() -> None:
    text = "".join(f"x{number}\n" for number in range(200_000))
    with WorkerPool({"ruff": [rule({"codes": ["F821"]})]}, workers=1, limits=Limits()) as pool:
        pool.submit([source(text)], {"ruff": [0]})
        answer = pool.next_answer()
    assert answer == (
        "ruff",
        Scan(id=0, failure="ruff gave no answer: it found more than one file may hold"),
    )


def test_folder_of_a_worker_that_was_killed_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("xcr-ruff-999999999-a", f"xcr-ruff-{os.getpid()}-b", "xcr-ruff-x", "other-999999999-c"):
        (tmp_path / name).mkdir()
    (tmp_path / "xcr-ruff-999999998-link").symlink_to(tmp_path / "other-999999999-c")
    ruff_process.remove_leftovers()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [f"xcr-ruff-{os.getpid()}-b", "xcr-ruff-x", "other-999999999-c", "xcr-ruff-999999998-link"]
    )


@pytest.mark.parametrize("match", [{}, {"codes": []}, {"codes": ["--fix"]}, {"codes": ["F821"], "fixx": ""}])
def test_rule_with_a_match_of_another_form_is_refused_by_name(match: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^python\.bug\.some: "):
        RuffEngine().prepare([rule(match)])


def test_code_that_ruff_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="ZZZ999"):
        RuffEngine().prepare([rule({"codes": ["ZZZ999"]})])


def test_missing_ruff_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ruff", None)
    with pytest.raises(ImportError, match="pip install ruff"):
        load_engine("ruff")


def test_version_names_that_of_ruff() -> None:
    assert RuffEngine().version.startswith("3+0.")


def test_rules_carry_the_codes_that_suppress_them_as_tags() -> None:
    rules = [rule for rule in PACK if rule.engine == "ruff"]
    codes = {rule.id: {f"ruff-{code.lower()}" for code in msgspec.json.decode(rule.match)["codes"]} for rule in rules}
    assert {rule.id: codes[rule.id] - set(rule.tags) for rule in rules if not codes[rule.id] <= set(rule.tags)} == {}


def test_engine_answers_in_a_worker_without_environment() -> None:
    with WorkerPool({"ruff": [rule({"codes": ["F821"]})]}, workers=1, limits=Limits()) as pool:
        pool.submit([source("x = a\n", 1), source("x = 1\n", 2)], {"ruff": [1, 2]})
        answers = [pool.next_answer() for _ in range(2)]
    assert [(answer[1].id, len(answer[1].matches), answer[1].failure) for answer in answers if answer] == [
        (1, 1, ""),
        (2, 0, ""),
    ]
