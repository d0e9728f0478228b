"""Limits of functions and files, as the engine reports them."""

import msgspec
import pytest

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.engines.complexity import ComplexityEngine
from xcodereviewer.engines.registry import load_engine

NOTHING = Text(en="", zh="")


def rule(match: dict[str, object], *, skip_tests: bool = False) -> Rule:
    return Rule(
        id="generic.maintainability.some",
        engine="complexity",
        languages=(Language.PYTHON, Language.JAVASCRIPT, Language.C, Language.GO),
        category=Category.MAINTAINABILITY,
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


def scan(
    text: str, match: dict[str, object], *, language: Language = Language.PYTHON, tags: frozenset[str] = frozenset()
) -> Scan:
    scanner = ComplexityEngine().prepare([rule(match, skip_tests="test" in tags)])
    (answer,) = scanner.scan([SourceText(id=7, language=language, text=text, tags=tags)])
    return answer


def span(line: int, start: int, end: int) -> Span:
    return Span(start_line=line, start_column=start, end_line=line, end_column=end)


def test_function_beyond_its_limit_is_found_at_its_name_with_the_measure() -> None:
    text = "import os\n\n\ndef parse(a, b):\n    return a and b\n"
    assert scan(text, {"metric": "cyclomatic", "limit": 1}) == Scan(
        id=7,
        matches=(
            Match(
                rule="generic.maintainability.some",
                span=span(4, 5, 10),
                message="`parse` has a cyclomatic complexity of 2; above 1, few test every path.",
            ),
        ),
    )


def test_value_at_the_limit_is_no_finding() -> None:
    assert scan("def f(a, b): return a and b\n", {"metric": "cyclomatic", "limit": 2}).matches == ()


@pytest.mark.parametrize(
    ("parameters", "severity"), [(1, []), (2, [None]), (3, [None]), (4, [Severity.MEDIUM]), (9, [Severity.MEDIUM])]
)
def test_severity_is_medium_far_beyond_the_limit(parameters: int, severity: list[Severity | None]) -> None:
    text = f"def f({', '.join(f'a{n}' for n in range(parameters))}): pass\n"
    found = scan(text, {"metric": "parameters", "limit": 1, "medium-at": 4}).matches
    assert [match.severity for match in found] == severity


def test_language_may_have_a_limit_of_its_own() -> None:
    match: dict[str, object] = {"metric": "parameters", "limit": 1, "limits": {"go": 2}}
    assert scan("package a\nfunc f(a, b int) {}\n", match, language=Language.GO).matches == ()
    assert len(scan("function f(a, b) {}\n", match, language=Language.JAVASCRIPT).matches) == 1


@pytest.mark.parametrize(
    ("text", "language", "name", "place"),
    [
        ("const sum = (a, b) => a + b;\n", Language.JAVASCRIPT, "`sum`", span(1, 13, 28)),
        ("x = {\n  sum: async function (a, b) {\n  }\n}", Language.JAVASCRIPT, "`sum`", span(2, 8, 31)),
        ("const Sum: FC<P, Q> = memo(\n  async (a, b) => 1);", Language.JAVASCRIPT, "`Sum`", span(2, 3, 20)),
        ("const x = y;\nreturn go((a, b) => 1);", Language.JAVASCRIPT, "This function", span(2, 11, 22)),
        ("go(function (a, b) {\n});", Language.JAVASCRIPT, "This function", span(1, 4, 21)),
        ("static int *(*sum(int a, int b))(int) { return 0; }", Language.C, "`sum`", span(1, 15, 18)),
        ("/* 𝒳é */ int sum(int a, int b) { return 0; }", Language.C, "`sum`", span(1, 14, 17)),
    ],
)
def test_function_is_called_by_the_name_that_a_reader_knows(
    text: str, language: Language, name: str, place: Span
) -> None:
    (match,) = scan(text, {"metric": "parameters", "limit": 1}, language=language).matches
    assert (match.message.partition(" takes")[0], match.span) == (name, place)


def test_file_beyond_its_limit_is_found_at_its_first_line() -> None:
    text = "#!/usr/bin/python\n\n" + "a = 1\n" * 1200
    (match,) = scan(text, {"metric": "file-lines", "limit": 1000}).matches
    assert (match.span, match.message) == (
        span(1, 1, 18),
        "The file has 1,200 lines of code; above 1,000, it holds more than one subject.",
    )


@pytest.mark.parametrize(("inner", "found"), [(9, 1), (10, 0)])
def test_function_that_wraps_a_module_is_not_too_long(inner: int, found: int) -> None:
    text = "(function () {\n" + "  function f() {\n  }\n" * inner + "  go();\n" * 20 + "})();\n"
    assert len(scan(text, {"metric": "lines", "limit": 20}, language=Language.JAVASCRIPT).matches) == found


def test_rule_that_skips_tests_is_silent_in_them() -> None:
    text = "def f(a, b): pass\n"
    assert scan(text, {"metric": "parameters", "limit": 1}, tags=frozenset({"test"})).matches == ()
    assert len(scan(text, {"metric": "parameters", "limit": 1}, tags=frozenset({"example"})).matches) == 1


def test_text_with_an_endless_line_is_a_gap() -> None:
    answer = scan("a = 1\nb = " + "[" * 30_000, {"metric": "parameters", "limit": 1})
    assert answer == Scan(id=7, gap="not measured: a line is 30,004 characters long", is_blind=True)


def test_generated_text_has_no_limits() -> None:
    text = "# Code generated by protoc. DO NOT EDIT.\ndef f(a, b): pass\n"
    assert scan(text, {"metric": "parameters", "limit": 1}) == Scan(id=7)


def test_broken_text_is_measured_as_far_as_it_parses() -> None:
    assert len(scan("def f(a, b):\n    pass\n\ndef (((\n", {"metric": "parameters", "limit": 1}).matches) == 1


@pytest.mark.parametrize(
    "match",
    [
        {"metric": "cyclomatic"},
        {"metric": "speed", "limit": 3},
        {"metric": "cyclomatic", "limit": 0},
        {"metric": "cyclomatic", "limit": 3, "limits": {"cobol": 3}},
        {"metric": "cyclomatic", "limit": 3, "limmit": 3},
    ],
)
def test_rule_with_a_match_of_another_form_is_refused_by_name(match: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^generic\.maintainability\.some: "):
        ComplexityEngine().prepare([rule(match)])


def test_engine_is_registered() -> None:
    assert isinstance(load_engine("complexity"), ComplexityEngine)
