from dataclasses import replace

import pytest

from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.triage.fuse import fuse

LATER = Location(path="app.py", span=Span(start_line=8, start_column=1, end_line=8, end_column=9))


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


OURS = finding("patterns", "python.security.yaml-load", 3, kind="cwe-502")


@pytest.mark.parametrize(
    ("theirs", "is_one"),
    [
        (finding("sarif:bandit", "bandit.B506", 3, columns=(30, 40), kind="cwe-20"), True),
        (finding("sarif:codeql", "codeql.py/unsafe", 3, kind="cwe-707"), True),
        (finding("sarif:codeql", "codeql.py/unsafe", 3, kind="cwe-119"), False),
        (finding("sarif:codeql", "codeql.py/unsafe", 3, kind="cwe-89"), False),
        (finding("sarif:codeql", "codeql.py/unsafe", 4, kind="cwe-20"), False),
        (finding("sarif:codeql", "codeql.py/unsafe", 3, kind="codeql.py/unsafe"), False),
        (finding("patterns", "python.security.other", 3, kind="cwe-20"), False),
    ],
)
def test_class_that_another_tool_names_is_the_weakness_on_the_same_lines(theirs: Finding, is_one: bool) -> None:
    assert [found.kind for found in fuse([OURS, theirs])] == (
        ["cwe-502"] if is_one else [f.kind for f in sorted([OURS, theirs], key=lambda f: (f.location, f.rule))]
    )


def test_class_on_lines_with_two_of_its_kinds_is_neither() -> None:
    theirs = finding("sarif:bandit", "bandit.B506", 3, kind="cwe-20")
    assert len(fuse([OURS, finding("patterns", "built-sql", 3), theirs])) == 3


def test_two_findings_of_a_tool_by_class_are_not_both_ours() -> None:
    theirs = [finding("sarif:t", f"t.{n}", 3, columns=(n, n + 2), kind=f"cwe-{n}") for n in (20, 707)]
    assert len(fuse([OURS, *theirs])) == 3


@pytest.mark.parametrize(
    ("tool", "rule", "tag"),
    [
        ("bandit", "bandit.B307", "bandit-b307"),
        ("ruff", "ruff.S307", "bandit-b307"),
        ("eslint", "eslint.security/detect-eval", "eslint-security-detect-eval"),
        ("gosec", "gosec.G107", "gosec-g107"),
    ],
)
def test_rule_of_another_tool_that_our_rule_names_sees_our_problem(tool: str, rule: str, tag: str) -> None:
    ours = finding("patterns", "python.security.eval", 3, kind="cwe-94")
    theirs = finding(f"sarif:{tool}", rule, 3, columns=(30, 40), kind="cwe-1000")
    assert len(fuse([ours, theirs], tags={"python.security.eval": ("flask", tag)})) == 1
    assert len(fuse([ours, theirs], tags={"python.security.eval": ("flask", "bandit-b308")})) == 2
    assert len(fuse([ours, replace(theirs, location=LATER)], tags={"python.security.eval": (tag,)})) == 2
