from dataclasses import replace

from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.triage.fuse import fuse


def finding(
    engine: str, rule: str, line: int, *, columns: tuple[int, int] = (5, 20), kind: str = "cwe-89", path: str = "app.py"
) -> Finding:
    return Finding(
        rule=rule,
        message=f"{rule} says so",
        location=Location(
            path=path, span=Span(start_line=line, start_column=columns[0], end_line=line, end_column=columns[1])
        ),
        severity=Severity.MEDIUM,
        confidence=Confidence.MEDIUM,
        category=Category.SECURITY,
        status=Status.STABLE,
        engine=engine,
        kind=kind,
    )


def seen_by(findings: list[Finding]) -> list[list[str]]:
    return [[f"{w.engine}:{w.rule}" for w in found.witnesses] for found in findings]


def test_engines_that_flag_overlapping_text_make_one_finding() -> None:
    fused = fuse([finding("ruff", "s608", 3, columns=(9, 12)), finding("patterns", "built-sql", 3)])
    assert seen_by(fused) == [["patterns:built-sql", "ruff:s608"]]


def test_related_weaknesses_are_one_problem_and_others_are_not() -> None:
    os_command, argument, hashing = (
        finding("patterns", kind, 3, kind=kind) for kind in ("cwe-78", "cwe-88", "cwe-328")
    )
    assert seen_by(fuse([os_command, argument, hashing])) == [
        ["patterns:cwe-328"],
        ["patterns:cwe-78", "patterns:cwe-88"],
    ]


def test_two_problems_on_one_line_stay_apart() -> None:
    left, right = (finding("patterns", "built-sql", 3, columns=columns) for columns in ((1, 5), (8, 12)))
    assert fuse([left, right]) == [
        replace(f, witnesses=found.witnesses) for f, found in zip((left, right), fuse([left, right]), strict=True)
    ]
    assert seen_by(fuse([left, right])) == [["patterns:built-sql"], ["patterns:built-sql"]]


def test_another_engine_on_the_same_line_joins_only_when_it_is_clear_whom() -> None:
    left, right = (finding("patterns", "built-sql", 3, columns=columns) for columns in ((1, 5), (8, 12)))
    other = finding("ruff", "s608", 3, columns=(20, 30))
    assert len(fuse([left, other])) == 1
    assert len(fuse([left, right, other])) == 3


def test_the_same_place_in_another_file_is_another_problem() -> None:
    assert len(fuse([finding("patterns", "a", 3), finding("ruff", "b", 3, path="other.py")])) == 2


def test_proof_speaks_first_and_the_strongest_levels_stand() -> None:
    shape = replace(finding("patterns", "built-sql", 3), severity=Severity.HIGH, confidence=Confidence.HIGH)
    step = Step(location=shape.location, message="from the request")
    proof = replace(finding("dataflow", "sql-injection", 3), steps=(step,), cwe=(89,))
    preview = replace(finding("ruff", "s608", 3), status=Status.PREVIEW)
    (fused,) = fuse([shape, preview, proof])
    assert (fused.rule, fused.severity, fused.confidence, fused.status, fused.steps) == (
        "sql-injection",
        Severity.HIGH,
        Confidence.HIGH,
        Status.STABLE,
        (step,),
    )


def test_the_order_in_which_findings_arrive_does_not_matter() -> None:
    findings = [
        finding("ruff", "s608", 3, columns=(9, 12)),
        finding("patterns", "built-sql", 3),
        finding("patterns", "built-sql", 9),
    ]
    assert fuse(findings) == fuse(list(reversed(findings)))


def test_another_tools_finding_never_takes_the_place_of_ours() -> None:
    ours = replace(finding("patterns", "built-sql", 3), confidence=Confidence.LOW)
    theirs = replace(finding("sarif:bandit", "bandit.b608", 3), confidence=Confidence.HIGH)
    (fused,) = fuse([theirs, ours])
    assert (fused.rule, fused.confidence) == ("built-sql", Confidence.HIGH)
