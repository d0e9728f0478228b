"""The house rules, by which we review ourselves."""

from pathlib import Path

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.pipeline.rule_check import check_rule
from xcodereviewer.pipeline.rule_tests import check_examples, check_marks, find_marks
from xcodereviewer.rules.pack import load_pack

ROOT = Path(__file__).parents[2]
RULES = {rule.id: rule for rule in load_pack(ROOT / "rules" / "house").rules}
MARKED = sorted((ROOT / "tests" / "house_rules").glob("*.py"))


@pytest.mark.parametrize("rule_id", RULES)
def test_house_rule_can_be_run_and_finds_its_bad_examples_and_no_good_one(rule_id: str) -> None:
    check_rule(RULES[rule_id])
    assert [str(problem) for problem in check_examples(RULES[rule_id])] == []


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_marked_code_is_found_exactly_where_it_is_marked(path: Path) -> None:
    problems = check_marks(path.name, path.read_text(), language=Language.PYTHON, rules=RULES)
    assert [str(problem) for problem in problems] == []


def test_every_house_rule_is_marked() -> None:
    marked = {mark.rule for path in MARKED for mark in find_marks(path.read_text())}
    assert RULES.keys() - marked == set()
