import pytest

from tests.evaluation.cases import cases
from xcodereviewer.evaluation.comparison import Comparison, Ended, compare_runs, ended


def compared(now: str, before: str) -> Comparison:
    return compare_runs(ended(cases(now)), ended(cases(before)))


def test_cases_that_changed_sides_are_counted() -> None:
    assert compared("TP TP FN TN", "FN TP TP TN") == Comparison(cases=4, better=1, worse=1, p=1.0)


def test_probability_is_that_of_the_sign_test() -> None:
    assert compared("TP " * 5, "FN " * 5).p == pytest.approx(2 / 2**5)
    assert compared("TP " * 10 + "FN ", "FN " * 10 + "TP ").p == pytest.approx(2 * (1 + 11) / 2**11)


def test_run_is_worse_only_when_it_is_not_by_chance() -> None:
    assert [compared("FN " * count, "TP " * count).is_worse for count in (5, 6)] == [False, True]
    assert not compared("TP " * 6, "FN " * 6).is_worse


def test_case_of_one_run_only_is_compared_when_no_label_speaks_of_it() -> None:
    alarm = {("b.py:1", "CWE-89"): Ended(is_right=False, is_labelled=False)}
    case = {("one", "CWE-89"): Ended(is_right=False)}
    assert compare_runs(alarm | case, {}) == Comparison(cases=1, better=0, worse=1, p=1.0)
