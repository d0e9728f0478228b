"""Counts and first lines that the terminal and the HTML report share."""

from dataclasses import replace

from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Text
from xcodereviewer.reports.tally import Tally, headline, other_witnesses, standing, tally


def test_findings_are_counted_by_where_they_stand(sample_review: Review) -> None:
    assert tally(sample_review.findings) == Tally(
        open=5,
        new=2,
        suppressed=2,
        known=2,
        gone=1,
        by_severity={Severity.CRITICAL: 1, Severity.HIGH: 3, Severity.MEDIUM: 1},
    )
    assert [standing(finding) for finding in sample_review.findings].count("open") == 5


def test_headline_is_the_message_and_in_chinese_what_is_known_in_chinese(sample_review: Review) -> None:
    rule = replace(
        sample_review.rules[0],
        title=Text(en="Title", zh="标题"),
        message=Text(en="As the rule says.", zh="如规则所述。"),
    )
    finding = sample_review.findings[0]
    own, ruled, empty = (replace(finding, message=said) for said in ("`x` is bad.", "As the rule says.", ""))
    assert headline(own, rule, "en") == ("`x` is bad.", "")
    assert headline(own, rule, "zh") == ("标题", "原文：`x` is bad.")
    assert headline(ruled, rule, "zh") == ("如规则所述。", "")
    flow = replace(finding, message="As the rule says. It comes from the request body and reaches `run`.")
    assert headline(flow, rule, "zh") == ("如规则所述。", "它来自请求正文，并到达 `run`。")
    assert headline(empty, rule, "en") == ("As the rule says.", "")
    assert headline(empty, None, "zh") == (finding.rule, "")


def test_the_finding_itself_is_not_another_witness(sample_review: Review) -> None:
    injection = next(finding for finding in sample_review.findings if finding.steps)
    assert [witness.engine for witness in other_witnesses(injection)] == ["ruff"]
