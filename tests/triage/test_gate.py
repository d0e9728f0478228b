"""The gate: what passes, what fails, and the reasons it gives."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.finding import Finding, Step, Suppression
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Gate, GateResult, Score
from xcodereviewer.domain.source import Change
from xcodereviewer.triage.gate import InvalidPolicy, Policy, judge

FAIL_ON_HIGH = Policy(fail_on=Severity.HIGH)


def span(start: int, end: int | None = None) -> Span:
    return Span(start_line=start, start_column=1, end_line=end or start, end_column=9)


HIGH = Finding(
    rule="python.security.eval",
    message="User input is run as code",
    location=Location(path="a.py", span=span(3)),
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    category=Category.SECURITY,
    status=Status.STABLE,
    engine="patterns",
    kind="cwe-95",
    fingerprint="f1",
)
LOW = replace(HIGH, severity=Severity.LOW, fingerprint="f2")
CRITICAL = replace(HIGH, severity=Severity.CRITICAL, fingerprint="f3")


def covered(*outcomes: Outcome, path: str = "a.py") -> FileCoverage:
    passes = tuple(Pass(engine=f"engine-{n}", outcome=outcome) for n, outcome in enumerate(outcomes))
    return FileCoverage(path=path, language=Language.PYTHON, size=9, lines=1, passes=passes)


DONE = Coverage(files=(covered(Outcome.DONE, Outcome.CACHED),))
LEFT_OUT = Skipped(path="vendor/", reason="vendored")
UNREADABLE = Skipped(path="b.py", reason="permission denied", is_failure=True)
MISSING = Skipped(path="ruff", reason="not installed", is_failure=True)


def gate_of(
    findings: list[Finding],
    coverage: Coverage = DONE,
    *,
    policy: Policy = FAIL_ON_HIGH,
    changes: Mapping[str, Change] | None = None,
    score: Score | None = None,
) -> Gate:
    return judge(findings, coverage, policy=policy, changes=changes, score=score)[0]


def findings_of(findings: list[Finding], *, policy: Policy = FAIL_ON_HIGH) -> list[Finding]:
    return judge(findings, DONE, policy=policy)[1]


def test_without_a_severity_nothing_fails() -> None:
    assert judge([CRITICAL, LOW], DONE, policy=Policy()) == (
        Gate(result=GateResult.UNSET, reasons=("No finding can fail it without `--fail-on`.",)),
        [CRITICAL, LOW],
    )


def test_findings_at_or_above_the_severity_fail_and_those_below_say_why_not() -> None:
    assert judge([HIGH, LOW, CRITICAL], DONE, policy=FAIL_ON_HIGH) == (
        Gate(
            result=GateResult.FAILED,
            reasons=("2 findings at high or above; the gate allows none.",),
            failing=("f1", "f3"),
        ),
        [HIGH, replace(LOW, gates=False), CRITICAL],
    )


@pytest.mark.parametrize(("severity", "fail_on"), list(product(Severity, Severity)))
def test_a_finding_fails_exactly_when_it_is_at_least_as_severe(severity: Severity, fail_on: Severity) -> None:
    gate = gate_of([replace(HIGH, severity=severity)], policy=Policy(fail_on=fail_on))
    order = [Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL]
    assert (gate.result is GateResult.FAILED) is (order.index(severity) >= order.index(fail_on))


def test_no_finding_at_the_severity_passes() -> None:
    assert gate_of([LOW]) == Gate(
        result=GateResult.PASSED, reasons=("No finding at high or above; the gate allows none.",)
    )


def test_as_many_findings_as_allowed_pass_and_one_more_fails() -> None:
    one_allowed = Policy(fail_on=Severity.CRITICAL, max_findings=1)
    assert gate_of([CRITICAL], policy=one_allowed) == Gate(
        result=GateResult.PASSED, reasons=("1 finding at critical; the gate allows 1.",)
    )
    assert gate_of([CRITICAL, replace(CRITICAL, fingerprint="f4")], policy=one_allowed) == Gate(
        result=GateResult.FAILED,
        reasons=("2 findings at critical; the gate allows 1.",),
        failing=("f3", "f4"),
    )


SUPPRESSED = replace(HIGH, suppression=Suppression(kind="inSource", marker="nosec", reason="the input is ours"))
EXEMPT = [
    (replace(HIGH, status=Status.PREVIEW), "found by a preview rule, which never gates", "1 in preview"),
    (SUPPRESSED, "suppressed by `nosec`: the input is ours", "1 suppressed"),
    (
        replace(HIGH, suppression=Suppression(kind="inSource", marker="xcr")),
        "suppressed by `xcr`",
        "1 suppressed",
    ),
    (replace(HIGH, baseline=BaselineState.UNCHANGED), "in the baseline", "1 in the baseline"),
    (replace(HIGH, baseline=BaselineState.UPDATED), "in the baseline", "1 in the baseline"),
]


@pytest.mark.parametrize(("finding", "note", "count"), EXEMPT)
def test_what_is_preview_suppressed_or_known_does_not_gate(finding: Finding, note: str, count: str) -> None:
    assert judge([finding], DONE, policy=FAIL_ON_HIGH) == (
        Gate(
            result=GateResult.PASSED,
            reasons=(
                "No finding at high or above; the gate allows none.",
                f"1 finding at high or above does not count: {count}.",
            ),
        ),
        [replace(finding, gates=False, gate_note=note)],
    )


def test_findings_that_do_not_count_are_counted_by_reason_and_only_at_the_severity() -> None:
    known = replace(HIGH, baseline=BaselineState.UNCHANGED)
    assert gate_of([SUPPRESSED, known, known, replace(known, severity=Severity.LOW)]).reasons == (
        "No finding at high or above; the gate allows none.",
        "3 findings at high or above do not count: 2 in the baseline, 1 suppressed.",
    )


def test_a_finding_that_is_gone_neither_gates_nor_is_counted() -> None:
    gone = replace(HIGH, baseline=BaselineState.ABSENT)
    assert judge([gone], DONE, policy=FAIL_ON_HIGH) == (
        Gate(result=GateResult.PASSED, reasons=("No finding at high or above; the gate allows none.",)),
        [replace(gone, gates=False, gate_note="gone since the baseline")],
    )


def test_the_note_that_as_of_left_is_kept() -> None:
    note = "new in 0.3, reported as preview because of --as-of 0.2"
    newer = replace(HIGH, status=Status.PREVIEW, gates=False, gate_note=note)
    assert findings_of([newer]) == [newer]


def test_a_suppression_that_the_change_itself_adds_gates_and_keeps_its_note() -> None:
    own = Suppression(kind="inSource", marker="xcr", reason="trust me", counts=False)
    finding = replace(HIGH, suppression=own, gate_note="the change under review adds this suppression")
    assert judge([finding], DONE, policy=FAIL_ON_HIGH) == (
        Gate(
            result=GateResult.FAILED,
            reasons=("1 finding at high or above; the gate allows none.",),
            failing=("f1",),
        ),
        [finding],
    )


def test_judging_again_forgets_why_a_finding_did_not_gate_before() -> None:
    own = Suppression(kind="inSource", marker="xcr", counts=False)
    below = findings_of([replace(HIGH, severity=Severity.LOW), replace(HIGH, severity=Severity.LOW, suppression=own)])
    raised = [replace(finding, severity=Severity.HIGH) for finding in below]
    note = "`xcr` does not count for it: the change under review adds that itself"
    assert findings_of(raised) == [HIGH, replace(HIGH, suppression=own, gate_note=note)]


def test_judging_again_changes_nothing() -> None:
    once = findings_of([HIGH, LOW, CRITICAL, *(finding for finding, _, _ in EXEMPT)])
    assert findings_of(once) == once


CHANGES = {"a.py": Change(lines=frozenset({3, 10})), "new.py": Change(lines=frozenset({1}), is_new=True)}


def at(path: str, place: Span) -> Finding:
    return replace(HIGH, location=Location(path=path, span=place))


@pytest.mark.parametrize(
    ("finding", "fails"),
    [
        (at("a.py", span(3)), True),
        (at("a.py", span(1, 3)), True),
        (at("a.py", span(9, 12)), True),
        (at("a.py", span(4, 9)), False),
        (at("a.py", Span(start_line=1, start_column=1, end_line=3, end_column=1)), False),
        (at("a.py", Span(start_line=3, start_column=1, end_line=3, end_column=1)), True),
        (at("other.py", span(3)), False),
        (at("new.py", span(70)), True),
        (replace(at("a.py", span(5)), steps=(Step(location=at("new.py", span(2)).location, message="in"),)), True),
        (replace(at("a.py", span(5)), steps=(Step(location=at("a.py", span(6)).location, message="in"),)), False),
        (replace(at("a.py", span(5)), related=(Step(location=at("a.py", span(3)).location, message="see"),)), False),
    ],
)
def test_under_a_change_only_findings_on_its_lines_gate(finding: Finding, fails: bool) -> None:
    note = "not on lines that the change under review touches"
    gate, judged = judge([finding], DONE, policy=FAIL_ON_HIGH, changes=CHANGES)
    assert (gate.result, judged) == (
        (GateResult.FAILED, [finding])
        if fails
        else (GateResult.PASSED, [replace(finding, gates=False, gate_note=note)])
    )


def test_a_skipped_or_unparsable_file_passes_without_minimum_coverage() -> None:
    coverage = Coverage(
        files=(covered(Outcome.DONE), covered(Outcome.PARTIAL, path="b.py"), covered(Outcome.SKIPPED, path="c.py")),
        skipped=(LEFT_OUT,),
    )
    assert gate_of([], coverage).result is GateResult.PASSED


@pytest.mark.parametrize(
    ("coverage", "reason"),
    [
        (Coverage(files=(covered(Outcome.DONE, Outcome.FAILED),)), "1 pass over a file failed."),
        (Coverage(files=DONE.files, skipped=(UNREADABLE, LEFT_OUT)), "1 file was not read."),
        (Coverage(files=DONE.files, engines_missing=(MISSING,)), "1 engine could not run."),
        (Coverage(skipped=(UNREADABLE,)), "1 file was not read."),
        (
            Coverage(
                files=(covered(Outcome.FAILED, Outcome.FAILED, Outcome.DONE),),
                skipped=(UNREADABLE, UNREADABLE),
                engines_missing=(MISSING, MISSING),
            ),
            "2 passes over files failed, 2 files were not read, 2 engines could not run.",
        ),
    ],
)
def test_a_failed_pass_an_unreadable_file_or_a_missing_engine_is_insufficient(coverage: Coverage, reason: str) -> None:
    assert gate_of([], coverage) == Gate(
        result=GateResult.INSUFFICIENT, reasons=(reason, "No finding at high or above; the gate allows none.")
    )


def test_insufficient_coverage_beats_a_failed_gate_and_both_are_told() -> None:
    assert gate_of([HIGH], Coverage(files=DONE.files, skipped=(UNREADABLE,))) == Gate(
        result=GateResult.INSUFFICIENT,
        reasons=("1 file was not read.", "1 finding at high or above; the gate allows none."),
        failing=("f1",),
    )


def test_minimum_coverage_decides_how_much_may_fail() -> None:
    nine_of_ten = Coverage(files=tuple(covered(Outcome.DONE) for _ in range(9)), skipped=(UNREADABLE,))
    assert gate_of([], nine_of_ten, policy=Policy(min_coverage=0.9)) == Gate(
        result=GateResult.PASSED,
        reasons=(
            "1 file was not read. 90 % of the intended work was done; the gate asks for 90 %.",
            "No finding can fail it without `--fail-on`.",
        ),
    )
    assert gate_of([], nine_of_ten, policy=Policy(min_coverage=0.95)).result is GateResult.INSUFFICIENT


def test_coverage_that_just_misses_the_minimum_does_not_read_as_if_it_met_it() -> None:
    files = tuple(covered(Outcome.DONE) for _ in range(8999)) + tuple(covered(Outcome.FAILED) for _ in range(1001))
    gate = gate_of([], Coverage(files=files), policy=Policy(min_coverage=0.9, fail_on=Severity.HIGH))
    assert gate.reasons[0] == (
        "1,001 passes over files failed. 89.9 % of the intended work was done; the gate asks for 90 %."
    )


@pytest.mark.parametrize(
    "coverage",
    [
        Coverage(files=(*DONE.files, covered(Outcome.DONE, Outcome.PARTIAL, path="b.py"))),
        Coverage(files=DONE.files, skipped=(Skipped(path="b.py", reason="too large", is_limit=True),)),
    ],
)
def test_what_did_not_parse_or_was_too_large_misses_a_minimum_coverage_of_one(coverage: Coverage) -> None:
    assert gate_of([], coverage).result is GateResult.PASSED
    assert gate_of([], coverage, policy=Policy(min_coverage=1)).result is GateResult.INSUFFICIENT
    assert gate_of([], coverage, policy=Policy(min_coverage=0.5)).result is GateResult.PASSED


def test_full_coverage_has_nothing_to_say_of_a_minimum() -> None:
    assert gate_of([], policy=Policy(min_coverage=1, fail_on=Severity.HIGH)) == Gate(
        result=GateResult.PASSED, reasons=("No finding at high or above; the gate allows none.",)
    )


def test_when_all_failed_no_minimum_is_low_enough() -> None:
    coverage = Coverage(files=(covered(Outcome.FAILED),))
    assert gate_of([], coverage, policy=Policy(min_coverage=0)) == Gate(
        result=GateResult.INSUFFICIENT,
        reasons=(
            "1 pass over a file failed. Nothing else was looked at.",
            "No finding can fail it without `--fail-on`.",
        ),
    )


@pytest.mark.parametrize("coverage", [Coverage(), Coverage(skipped=(LEFT_OUT,))])
def test_a_change_of_nothing_that_is_reviewed_passes(coverage: Coverage) -> None:
    reasons = ("The change touches nothing that is reviewed.",)
    strict = Policy(fail_on=Severity.INFO, min_score=100, min_coverage=1)
    assert gate_of([], coverage, policy=strict, changes={}) == Gate(result=GateResult.PASSED, reasons=reasons)
    assert gate_of([], coverage, policy=Policy(), changes={}) == Gate(result=GateResult.UNSET, reasons=reasons)


def test_a_change_of_a_file_that_is_too_large_is_not_passed_as_nothing() -> None:
    too_large = Coverage(skipped=(Skipped(path="b.py", reason="too large", is_limit=True),))
    assert gate_of([], too_large, changes={}).result is GateResult.NOTHING


@pytest.mark.parametrize(
    ("coverage", "reason"),
    [
        (Coverage(), "There is no file."),
        (Coverage(skipped=(LEFT_OUT,)), "1 path was left out, and no file remains."),
        (
            Coverage(files=(covered(Outcome.SKIPPED), covered(path="b.py"))),
            "No engine looks at 2 files of this kind.",
        ),
    ],
)
def test_a_review_of_nothing_never_looks_like_a_pass(coverage: Coverage, reason: str) -> None:
    strict = Policy(fail_on=Severity.INFO, min_score=100, min_coverage=1)
    assert gate_of([], coverage, policy=strict) == Gate(result=GateResult.NOTHING, reasons=(reason,))


def test_an_imported_finding_fails_the_gate_of_an_empty_tree() -> None:
    assert gate_of([HIGH], Coverage()).result is GateResult.FAILED
    assert gate_of([replace(HIGH, baseline=BaselineState.ABSENT)], Coverage()).result is GateResult.NOTHING


def test_a_score_below_the_minimum_fails() -> None:
    score = Score(total=71, security=60, complexity=90, maintainability=90, performance=100)
    assert gate_of([LOW], policy=Policy(min_score=72), score=score) == Gate(
        result=GateResult.FAILED, reasons=("The score is 71; the gate asks for 72.",)
    )
    assert gate_of([LOW], policy=Policy(min_score=71), score=score) == Gate(
        result=GateResult.PASSED, reasons=("The score is 71; the gate asks for 71.",)
    )


def test_a_score_that_is_asked_for_and_missing_fails() -> None:
    assert gate_of([], policy=Policy(min_score=50)) == Gate(
        result=GateResult.FAILED, reasons=("The review has no score; the gate asks for 50.",)
    )


def test_new_only_says_so_when_nothing_tells_what_is_new() -> None:
    new_only = Policy(fail_on=Severity.HIGH, new_only=True)
    said = "No baseline and no diff was given, so every finding counts as new."
    assert said in gate_of([HIGH], policy=new_only).reasons
    assert said not in gate_of([replace(HIGH, baseline=BaselineState.NEW)], policy=new_only).reasons
    assert said not in gate_of([HIGH], policy=new_only, changes=CHANGES).reasons
    assert said not in gate_of([HIGH]).reasons


def test_a_policy_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(InvalidPolicy, match=r"The gate's minimum coverage is 80; it must be a share from 0 to 1\."):
        Policy(min_coverage=80)
    with pytest.raises(InvalidPolicy, match=r"The gate's minimum score is 101; it must be from 0 to 100\."):
        Policy(min_score=101)
    with pytest.raises(InvalidPolicy, match=r"The gate's number of findings let through is -1; it must be 0 or more\."):
        Policy(max_findings=-1)
