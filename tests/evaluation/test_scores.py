import pytest

from tests.evaluation.cases import cases
from xcodereviewer.evaluation.scores import Measure, Scores, score


def values(scores: Scores, name: str) -> list[float | None]:
    row = next(row for row in (*scores.categories, scores.micro, scores.macro) if row.name == name)
    estimates = (row.measures[measure] for measure in Measure)
    return [None if estimate is None else round(estimate.value, 4) for estimate in estimates]


def test_measures_are_those_of_the_textbook() -> None:
    scores = score(cases("TP TP TP FN FP TN TN TN TN"), rounds=10)
    precision, recall = 3 / 4, 3 / 4
    f1 = 2 * precision * recall / (precision + recall)
    f2 = 5 * precision * recall / (4 * precision + recall)
    assert values(scores, "CWE-89") == [precision, recall, f1, f2, round(3 / 4 - 1 / 5, 4)]


def test_micro_counts_cases_and_macro_counts_categories() -> None:
    scores = score(cases("TP TN") + cases("FN FN FN TN", category="CWE-79"), rounds=10)
    assert values(scores, "micro")[1] == 0.25
    assert values(scores, "macro")[1] == 0.5


def test_measure_without_a_case_is_none_and_no_part_of_the_mean() -> None:
    scores = score(cases("TP TN") + cases("TN TN", category="CWE-79"), rounds=10)
    assert values(scores, "CWE-79") == [None, None, None, None, None]
    assert values(scores, "macro") == [1, 1, 1, 1, 1]


def test_interval_holds_the_value_and_narrows_with_more_cases() -> None:
    few, many = (score(cases("TP TP FN FP TN TN " * times)).micro.measures[Measure.YOUDEN] for times in (3, 60))
    assert few is not None
    assert many is not None
    assert few.low < many.low < many.value < many.high < few.high


def test_interval_agrees_with_the_binomial_one() -> None:
    recall = score(cases("TP " * 80 + "FN " * 20)).micro.measures[Measure.RECALL]
    assert recall is not None
    assert [recall.low, recall.high] == pytest.approx([0.72, 0.88], abs=0.02)


def test_same_cases_give_the_same_intervals() -> None:
    several = cases("TP TP FN FP TN")
    assert score(several) == score(several)
