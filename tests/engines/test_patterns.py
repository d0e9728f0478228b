"""Structural rules, compiled for the first text that needs them."""

import json
from dataclasses import replace

import pytest

from xcodereviewer.domain.engine import Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.engines.patterns import engine

FINE = {"rule": {"pattern": "evaluate($X)"}}
BROKEN = {"rule": {"all": [{"pattern": "forbidden($X)"}, {"kind": "no_such_kind"}]}}


def rule_with(match: object) -> Rule:
    text = Text(en="x", zh="x")
    return Rule(
        id="test.bug.rule",
        engine="patterns",
        languages=(Language.PYTHON,),
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
    )


def scan(match: object, *texts: str) -> list[Scan]:
    scanner = engine().prepare([rule_with(match)])
    return list(scanner.scan([SourceText(id=n, language=Language.PYTHON, text=t) for n, t in enumerate(texts)]))


def test_rule_speaks_in_each_text_that_holds_its_words() -> None:
    texts = ("pass\n", "evaluate(1)\n", "forget(1)\n", "pass\nevaluate(2)\n")
    assert [[match.span.start_line for match in one.matches] for one in scan(FINE, *texts)] == [[], [1], [], [2]]


def test_rule_that_cannot_be_compiled_fails_with_a_text_that_holds_its_words() -> None:
    assert [one.matches for one in scan(BROKEN, "pass\n")] == [()]
    with pytest.raises(ValueError, match=r"test\.bug\.rule: `no_such_kind` is no kind of node in python"):
        scan(BROKEN, "forbidden(1)\n")


def test_rule_that_cannot_be_compiled_fails_with_an_empty_text() -> None:
    with pytest.raises(ValueError, match=r"test\.bug\.rule: `no_such_kind` is no kind of node in python"):
        scan(BROKEN, "")


def test_rule_that_says_nothing_fails_with_any_text() -> None:
    with pytest.raises(ValueError, match=r"test\.bug\.rule: each rule object needs a `pattern`"):
        scan({}, "pass\n")


def test_page_of_html_and_php_parses_whole_and_its_code_is_found_where_it_stands() -> None:
    rule = replace(rule_with({"rule": {"pattern": "evaluate($X)"}}), languages=(Language.PHP,))
    page = "<h1>it's <?= evaluate(1) ?></h1>\n<?php if ($a): ?>\n  <b><?= evaluate(2); ?></b>\n<?php endif ?>\n"
    (scan,) = engine().prepare([rule]).scan([SourceText(id=0, language=Language.PHP, text=page)])
    places = [(match.span.start_line, match.span.start_column) for match in scan.matches]
    assert (scan.gap, places) == ("", [(1, 14), (3, 10)])


BLIND = {
    Language.PYTHON: "this is ) not ((( python at all {{{\n$$$ %%%% ]]]]\n",
    Language.JAVASCRIPT: "Once upon a time, there was a (very) small } file.\nIt did not { parse ) ( at all; } }\n",
    Language.SQL: "SELEC * FRM x WHER ((;\n",
}
IN_PLACES = {
    Language.PYTHON: "def f(x):\n    return eval(x)\n\ndef g(:\n  ((\n",
    Language.JAVASCRIPT: "function f(x) { return eval(x); }\nfunction g( {\n",
    Language.SQL: "SELECT a FROM b;\nSELEC * FRM x WHER ((;\n",
}


def scan_as(language: Language, text: str) -> Scan:
    match = {"query": "(statement) @flag"} if language is Language.SQL else {"rule": {"pattern": "eval($X)"}}
    rule = replace(rule_with(match), id=f"{language}.bug.thing", languages=(language,))
    (found,) = engine().prepare([rule]).scan([SourceText(id=1, language=language, text=text)])
    return found


@pytest.mark.parametrize("language", BLIND)
def test_text_of_which_nothing_parses_is_told_from_one_that_is_broken_in_places(language: Language) -> None:
    blind, broken = scan_as(language, BLIND[language]), scan_as(language, IN_PLACES[language])
    assert (bool(blind.gap), blind.is_blind) == (True, True)
    assert (bool(broken.gap), broken.is_blind) == (True, False)
    assert len(broken.matches) == 1
