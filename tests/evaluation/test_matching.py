from dataclasses import replace

from tests.evaluation.cases import finding, label
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category
from xcodereviewer.evaluation.labels import Complete, Label, Labels
from xcodereviewer.evaluation.matching import judge


def outcomes(labels: list[Label], findings: list[Finding], *, complete: Complete = Complete.NOTHING) -> list[str]:
    return [case.outcome.value for case in judge(Labels(labels=tuple(labels), complete=complete), findings)]


def test_real_weakness_is_hit_or_missed_and_a_trap_is_a_false_alarm_or_silent() -> None:
    labels = [
        label("hit", path="a.py"),
        label("missed", path="b.py"),
        label("alarm", is_real=False, path="c.py"),
        label("silent", is_real=False, path="d.py"),
    ]
    assert outcomes(labels, [finding("a.py", 1, 89), finding("c.py", 1, 89)]) == ["TP", "FN", "FP", "TN"]


def test_finding_of_another_weakness_or_file_answers_nothing() -> None:
    assert outcomes([label("one")], [finding("app.py", 1, 79), finding("other.py", 1, 89)]) == ["FN"]


def test_finding_must_stand_on_the_lines_of_the_label() -> None:
    labels = [label("one", lines=(10, 12))]
    assert outcomes(labels, [finding("app.py", 13, 89)]) == ["FN"]
    assert outcomes(labels, [finding("app.py", 8, 89, last=10)]) == ["TP"]


def test_related_weakness_answers_and_is_told_from_the_exact_one() -> None:
    labels = Labels(labels=(label("hash", 328, path="a.py"), label("input", 20, path="b.py")))
    found = [finding("a.py", 1, 327), finding("b.py", 1, 89)]
    assert [case.agreement for case in judge(labels, found)] == ["related", "related"]
    assert [case.agreement for case in judge(labels, [*found, finding("a.py", 9, 328)])] == ["exact", "related"]


def test_narrow_label_is_not_answered_by_a_class_of_weaknesses() -> None:
    assert outcomes([label("one", 89)], [finding("app.py", 1, 20)]) == ["FN"]


def test_rule_answers_a_label_that_names_it() -> None:
    named = replace(label("one"), cwes=frozenset(), rules=frozenset({"python.bug.mine"}))
    assert outcomes([named], [finding("app.py", 1, 0, rule="python.bug.mine")]) == ["TP"]


def test_each_finding_is_used_once() -> None:
    labels = [label("one", lines=(1, 9)), label("two", lines=(1, 9))]
    assert outcomes(labels, [finding("app.py", 3, 89)]) == ["TP", "FN"]


def test_labels_share_findings_so_that_most_are_hit() -> None:
    labels = [label("wide", lines=(1, 9)), label("narrow", lines=(1, 1))]
    assert outcomes(labels, [finding("app.py", 1, 89), finding("app.py", 5, 89)]) == ["TP", "TP"]


def test_second_finding_of_a_hit_is_no_false_alarm() -> None:
    found = [finding("app.py", 1, 89), finding("app.py", 2, 89)]
    assert outcomes([label("one", lines=(1, 3))], found, complete=Complete.TREE) == ["TP"]


def test_finding_without_a_label_counts_only_where_all_is_labelled() -> None:
    labels = [label("one", lines=(1, 1))]
    found = [finding("app.py", 1, 89), finding("app.py", 7, 89), finding("app.py", 8, 79), finding("b.py", 1, 89)]
    assert outcomes(labels, found) == ["TP"]
    assert outcomes(labels, found, complete=Complete.FILES) == ["TP", "FP"]
    assert outcomes(labels, found, complete=Complete.TREE) == ["TP", "FP", "FP", "FP"]


def test_what_is_no_security_finding_is_no_false_alarm() -> None:
    style = replace(finding("b.py", 1, 0), category=Category.STYLE)
    assert outcomes([label("one")], [style], complete=Complete.TREE) == ["FN"]
