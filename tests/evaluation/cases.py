"""Findings and cases in one line each."""

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.evaluation.labels import Label
from xcodereviewer.evaluation.matching import Case


def finding(path: str, line: int, cwe: int, *, last: int = 0, rule: str = "python.security.some-rule") -> Finding:
    """Return a finding on the lines `line` to `last`."""
    span = Span(start_line=line, start_column=1, end_line=last or line, end_column=9)
    return Finding(
        rule=rule,
        message="Something.",
        location=Location(path=path, span=span),
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        category=Category.SECURITY,
        status=Status.STABLE,
        engine="patterns",
        kind=f"cwe-{cwe}",
        cwe=(cwe,),
        fingerprint=f"{path}:{line}:{cwe}",
    )


def label(
    case: str, cwe: int = 89, *, is_real: bool = True, path: str = "app.py", lines: tuple[int, int] | None = None
) -> Label:
    """Return a label whose category is its CWE."""
    return Label(
        case=case,
        category=f"CWE-{cwe}",
        is_real=is_real,
        paths=frozenset({path}),
        lines=lines,
        cwes=frozenset({cwe}),
    )


def cases(outcomes: str, *, category: str = "CWE-89") -> list[Case]:
    """Return a case for each outcome (`TP FN FP TN`)."""
    return [
        Case(
            label=Label(
                case=f"{category}-{number}", category=category, is_real=outcome in ("TP", "FN"), paths=frozenset()
            ),
            finding=finding("app.py", 1, 89) if outcome in ("TP", "FP") else None,
        )
        for number, outcome in enumerate(outcomes.split())
    ]
