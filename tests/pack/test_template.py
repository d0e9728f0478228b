"""Whatever `xcr rules new` begins loads, can be run and passes its own test."""

from pathlib import Path

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category
from xcodereviewer.pipeline.rule_check import check_rule
from xcodereviewer.pipeline.rule_tests import check_examples
from xcodereviewer.rules.rule_file import parse_rule
from xcodereviewer.rules.template import rule_template


@pytest.mark.parametrize("category", [Category.SECURITY, Category.BUG])
@pytest.mark.parametrize("named_for", [*Language, "generic", "each"])
def test_template_is_a_rule_that_passes_its_own_test(named_for: str, category: Category) -> None:
    (rule,) = parse_rule(rule_template(f"{named_for}.{category}.odd-call"), str(Path("rules", "odd-call.yaml")))
    check_rule(rule)
    assert [str(problem) for problem in check_examples(rule)] == []
