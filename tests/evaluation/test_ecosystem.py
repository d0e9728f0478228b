from datetime import UTC, datetime

from tests.evaluation.cases import finding
from xcodereviewer.domain.coverage import Coverage, FileCoverage
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.review import Gate, GateResult, Review, Target
from xcodereviewer.evaluation.ecosystem import Change, changes_by_project, changes_by_rule


def review(*findings: Finding) -> Review:
    files = (
        FileCoverage(path="app.py", language=Language.PYTHON, size=1, lines=500),
        FileCoverage(path="lock.json", language=Language.JSON, size=1, lines=9000),
    )
    return Review(
        tool_version="0",
        target=Target(kind="directory", name="."),
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        duration_s=0.0,
        findings=findings,
        rules=(),
        coverage=Coverage(files=files),
        score=None,
        gate=Gate(result=GateResult.UNSET),
    )


def test_findings_that_come_and_go_are_counted_by_rule_and_by_project() -> None:
    kept, gone = finding("app.py", 1, 89, rule="a.b.kept"), finding("app.py", 2, 79, rule="a.b.gone")
    new = [finding("app.py", line, 22, rule="a.b.new") for line in (3, 4)]
    projects = {"one": (review(kept, gone), review(kept, *new)), "two": (review(kept), review(kept))}
    assert changes_by_rule(projects) == [
        Change(name="a.b.new", added=2, removed=0, lines=1000),
        Change(name="a.b.gone", added=0, removed=1, lines=1000),
    ]
    assert changes_by_project(projects) == [
        Change(name="one", added=2, removed=1, lines=500),
        Change(name="two", added=0, removed=0, lines=500),
    ]
