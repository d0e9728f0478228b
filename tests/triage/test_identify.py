from dataclasses import replace

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.triage.identify import identify


def finding(line: int, **facts: str) -> Finding:
    return Finding(
        rule="python.security.eval",
        message="",
        location=Location(path="app.py", span=Span(start_line=line, start_column=1, end_line=line, end_column=9)),
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        category=Category.SECURITY,
        status=Status.STABLE,
        engine="patterns",
        kind=facts.get("kind", "cwe-95"),
        place=facts.get("place", "p"),
        scope=facts.get("scope", "s"),
    )


def fingerprints(*findings: Finding) -> list[str]:
    return [found.fingerprint for found in identify(findings)]


def test_fingerprint_knows_no_line_engine_rule_or_wording() -> None:
    moved = replace(finding(40), rule="other", engine="dataflow", message="reached", severity=Severity.LOW)
    assert fingerprints(finding(3)) == fingerprints(moved)


def test_fingerprint_knows_weakness_place_scope_and_path() -> None:
    other_path = replace(finding(3), location=replace(finding(3).location, path="b.py"))
    others = [finding(3, kind="cwe-89"), finding(3, place="q"), finding(3, scope="t"), other_path]
    assert len({*fingerprints(finding(3)), *(fingerprints(other)[0] for other in others)}) == 5


def test_related_weaknesses_have_one_identity() -> None:
    assert fingerprints(finding(3, kind="cwe-94")) == fingerprints(finding(3, kind="cwe-95"))


def test_equal_places_of_a_scope_are_told_apart_and_keep_their_order() -> None:
    first, second = fingerprints(finding(9), finding(3))
    assert first != second
    assert fingerprints(finding(3), finding(9), finding(12))[:2] == [first, second]
