"""The score: what its document says, and that work is never punished."""

import re
from dataclasses import replace
from datetime import date
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome, Pass
from xcodereviewer.domain.finding import Finding, Suppression, Witness
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Score
from xcodereviewer.domain.source import Change
from xcodereviewer.triage.score import code_lines, score, score_review

DOCUMENT = Path(__file__).parents[2] / "docs" / "score.md"
PERFECT = Score(total=100, security=100, complexity=100, maintainability=100, performance=100)
CRITICAL = Finding(
    rule="python.security.sql-injection",
    message="User input reaches SQL",
    location=Location(path="a.py", span=Span(start_line=3, start_column=1, end_line=3, end_column=9)),
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    category=Category.SECURITY,
    status=Status.STABLE,
    engine="patterns",
    kind="cwe-89",
)

findings = st.builds(
    replace,
    st.just(CRITICAL),
    severity=st.sampled_from(Severity),
    confidence=st.sampled_from(Confidence),
    category=st.sampled_from(Category),
    status=st.sampled_from(Status),
    engine=st.sampled_from(["patterns", "complexity"]),
)
sizes = st.integers(min_value=0, max_value=10**9)


def parts(found: Score) -> tuple[int, ...]:
    return (found.security, found.complexity, found.maintainability, found.performance, found.total)


def is_nowhere_above(one: Score, other: Score) -> bool:
    return all(a <= b for a, b in zip(parts(one), parts(other), strict=True))


@given(st.lists(findings, max_size=300), sizes)
def test_score_stays_between_0_and_100(found: list[Finding], lines: int) -> None:
    assert all(0 <= part <= 100 for part in parts(score(found, lines=lines)))


@given(st.lists(findings, max_size=60), findings, sizes)
def test_a_new_finding_never_raises_the_score_and_fixing_it_never_lowers_it(
    found: list[Finding], another: Finding, lines: int
) -> None:
    assert is_nowhere_above(score([*found, another], lines=lines), score(found, lines=lines))


@given(st.lists(findings, max_size=60), findings, sizes)
def test_a_finding_made_worse_or_surer_never_raises_the_score(found: list[Finding], one: Finding, lines: int) -> None:
    worst, surest = replace(one, severity=Severity.CRITICAL), replace(one, confidence=Confidence.HIGH)
    before = score([*found, one], lines=lines)
    assert is_nowhere_above(score([*found, worst], lines=lines), before)
    assert is_nowhere_above(score([*found, surest], lines=lines), before)


@given(st.lists(findings, max_size=60), sizes, sizes)
def test_the_same_findings_in_more_code_never_score_lower(found: list[Finding], lines: int, more: int) -> None:
    assert is_nowhere_above(score(found, lines=lines), score(found, lines=lines + more))


@given(st.lists(findings, max_size=60).flatmap(lambda f: st.tuples(st.just(f), st.permutations(f))), sizes)
def test_order_of_findings_does_not_matter(found: tuple[list[Finding], list[Finding]], lines: int) -> None:
    assert score(found[0], lines=lines) == score(found[1], lines=lines)


def test_a_million_lines_do_not_hide_one_critical_finding() -> None:
    assert score([CRITICAL], lines=1_000_000).total == 78


def test_a_huge_pile_of_findings_scores_0_without_overflow() -> None:
    assert score(repeat(CRITICAL, 100_000), lines=10).security == 0


def test_what_does_not_stand_costs_nothing() -> None:
    suppressed = Suppression(kind="inSource", marker="xcr", until=date(2027, 1, 31))
    absent = [
        replace(CRITICAL, suppression=suppressed),
        replace(CRITICAL, status=Status.PREVIEW),
        replace(CRITICAL, baseline=BaselineState.ABSENT),
    ]
    assert score(absent, lines=100) == PERFECT


def test_what_the_baseline_knows_and_what_is_suppressed_by_its_own_change_costs_in_full() -> None:
    own = Suppression(kind="inSource", marker="xcr", counts=False)
    expected = Score(total=56, security=38, complexity=100, maintainability=100, performance=100)
    assert score([replace(CRITICAL, baseline=BaselineState.UNCHANGED)], lines=100) == expected
    assert score([replace(CRITICAL, suppression=own)], lines=100) == expected


def test_a_finding_that_the_complexity_engine_only_confirms_belongs_to_complexity() -> None:
    witness = Witness(engine="complexity", rule="python.maintainability.complex", confidence=Confidence.HIGH)
    confirmed = replace(
        CRITICAL, severity=Severity.MEDIUM, category=Category.MAINTAINABILITY, engine="ruff", witnesses=(witness,)
    )
    assert score([confirmed], lines=100) == Score(
        total=93, security=100, complexity=88, maintainability=100, performance=100
    )


def test_negative_size_is_refused() -> None:
    with pytest.raises(ValueError, match="a number of lines cannot be negative, and -1 is"):
        score([], lines=-1)


def covered(path: str, language: Language, lines: int, outcome: Outcome = Outcome.DONE) -> FileCoverage:
    return FileCoverage(
        path=path, language=language, size=9, lines=lines, passes=(Pass(engine="patterns", outcome=outcome),)
    )


COVERAGE = Coverage(
    files=(
        covered("a.py", Language.PYTHON, 900),
        covered("b.ts", Language.TYPESCRIPT, 4_000, Outcome.PARTIAL),
        covered("c.py", Language.PYTHON, 70_000, Outcome.FAILED),
        covered("data.json", Language.JSON, 500_000),
    )
)


def test_only_code_that_was_looked_at_counts_as_size() -> None:
    assert code_lines(COVERAGE) == 4_900


def test_a_change_is_measured_by_its_own_lines_and_findings() -> None:
    changes = {
        "a.py": Change(lines=frozenset({3, 4, 5})),
        "b.ts": Change(lines=frozenset({1}), is_new=True),
        "gone.py": Change(lines=frozenset()),
    }
    elsewhere = replace(CRITICAL, location=replace(CRITICAL.location, path="c.py"))
    assert code_lines(COVERAGE, changes=changes) == 4_003
    assert score_review([CRITICAL, elsewhere], COVERAGE, changes=changes) == score([CRITICAL], lines=4_003)
    assert score_review([CRITICAL, elsewhere], COVERAGE) == score([CRITICAL, elsewhere], lines=4_900)


def test_a_review_that_looked_at_nothing_has_no_score() -> None:
    failed = Coverage(files=(covered("a.py", Language.PYTHON, 10, Outcome.FAILED),))
    assert score_review([], Coverage()) is None
    assert score_review([], failed) is None
    assert score_review([], COVERAGE) == PERFECT


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table whose first heading is `heading`."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    table = lines[start + 2 :]
    end = next((number for number, line in enumerate(table) if not line.startswith("|")), len(table))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[:end]]


def findings_of(cell: str) -> list[Finding]:
    groups = re.findall(r"(\d+) (\w+) (\w+)(?: \((\w+) confidence\))?", cell)
    return list(chain.from_iterable(repeat(finding_of(*words), int(count)) for count, *words in groups))


def finding_of(severity: str, part: str, confidence: str) -> Finding:
    return replace(
        CRITICAL,
        severity=Severity(severity),
        confidence=Confidence(confidence or "high"),
        category=Category.MAINTAINABILITY if part == "complexity" else Category(part),
        engine="complexity" if part == "complexity" else "patterns",
    )


def test_the_examples_of_the_document_are_what_the_code_computes() -> None:
    examples = rows("lines")
    assert len(examples) == 12
    computed = [
        [lines, cell, *map(str, parts(score(findings_of(cell), lines=int(lines.replace(",", "")))))]
        for lines, cell, *_ in examples
    ]
    assert computed == examples


def test_the_points_and_shares_of_the_document_are_those_of_the_code() -> None:
    points = {Severity(severity): int(number) for severity, number in rows("severity")}
    shares = {Confidence(confidence): float(share) for confidence, share in rows("confidence")}
    assert (set(points), set(shares)) == (set(Severity), set(Confidence))
    for severity, confidence in ((s, c) for s in Severity for c in Confidence):
        finding = replace(CRITICAL, severity=severity, confidence=confidence)
        worst = points[severity] * shares[confidence]
        # In a tree this large only the worst finding's half is left of the formula.
        assert score([finding], lines=10**12).security == int(100 - worst / 2 - (1e-6 if worst else 0))
