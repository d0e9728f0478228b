"""The rules that our own code is held to, against their examples and their marked code."""

from collections import Counter
from pathlib import Path

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.pipeline.rule_tests import MarkKind, check_examples, check_marks, find_marks
from xcodereviewer.rules.pack import load_pack

ROOT = Path(__file__).parents[2]
RULES = {rule.id: rule for rule in load_pack(ROOT / "rules" / "house").rules}
MARKED_FILES = {path.stem: path.read_text() for path in sorted((ROOT / "tests" / "house_rules").glob("*.py"))}


@pytest.mark.parametrize("rule_id", RULES)
def test_house_rule_finds_its_bad_examples_and_no_good_one(rule_id: str) -> None:
    assert [str(problem) for problem in check_examples(RULES[rule_id])] == []


@pytest.mark.parametrize("rule_id", RULES)
def test_house_rule_is_marked_in_realistic_code_at_least_twice_each_way(rule_id: str) -> None:
    marks = find_marks(MARKED_FILES[rule_id.rpartition(".")[2]])
    counts = Counter(mark.kind for mark in marks if mark.rule == rule_id)
    assert (counts[MarkKind.FINDS] >= 2, counts[MarkKind.OK] >= 2) == (True, True), counts


@pytest.mark.parametrize("name", MARKED_FILES)
def test_marked_code_is_found_exactly_where_it_is_marked(name: str) -> None:
    problems = check_marks(name, MARKED_FILES[name], language=Language.PYTHON, rules=RULES)
    assert [str(problem) for problem in problems] == []
