"""Every rule of the pack, held against its examples and its marked code. A new rule needs no change here."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.packs import RULES

from xcodereviewer.domain.rule import Rule
from xcodereviewer.pipeline.rule_check import check_rule
from xcodereviewer.pipeline.rule_tests import Mark, MarkKind, check_examples, check_marks, find_marks
from xcodereviewer.rules.pack import built_in_folder
from xcodereviewer.sources.classify import language_of

MARKED = Path(__file__).parent.parent / "rules"
MARKED_FILES = sorted(path.relative_to(MARKED).as_posix() for path in MARKED.rglob("*") if path.is_file())


@cache
def marks_by_rule() -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = {}
    for name in MARKED_FILES:
        for mark in find_marks((MARKED / name).read_text()):
            marks.setdefault(mark.rule, []).append(mark)
    return marks


def rule_of(name: str) -> Rule:
    path = Path(name)
    return RULES[".".join([*path.parent.parts, path.name.split(".")[0]])]


@pytest.mark.parametrize("rule_id", RULES)
def test_rule_can_be_run_and_finds_its_bad_examples_and_no_good_one(rule_id: str) -> None:
    check_rule(RULES[rule_id])
    assert [str(problem) for problem in check_examples(RULES[rule_id])] == []


@pytest.mark.parametrize("rule_id", RULES)
def test_rule_is_marked_in_realistic_code_at_least_twice_each_way(rule_id: str) -> None:
    counts = Counter(mark.kind for mark in marks_by_rule().get(rule_id, []))
    assert (counts[MarkKind.FINDS] >= 2, counts[MarkKind.OK] >= 2) == (True, True), counts


@pytest.mark.parametrize("rule_id", RULES)
def test_rule_file_stands_where_its_id_says(rule_id: str) -> None:
    _, _, name = rule_id.partition(".")
    places = [Path(*rule_id.split(".")), Path("each", *name.split("."))]
    assert any((built_in_folder() / place).with_suffix(".yaml").is_file() for place in places)


@pytest.mark.parametrize("name", MARKED_FILES)
def test_marked_code_is_found_exactly_where_it_is_marked(name: str) -> None:
    rule = rule_of(name)
    text = (MARKED / name).read_text()
    language = language_of(name, text.encode())
    if language not in rule.languages:
        language = rule.languages[0]
    assert [str(problem) for problem in check_marks(name, text, language=language, rules=RULES)] == []
