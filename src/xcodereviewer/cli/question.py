"""A question to the data-flow engine, asked as a rule asks it: source text is followed in worker processes only."""

from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Rule, Text
from xcodereviewer.engines.dataflow.engine import DataflowEngine

__all__ = ["ENGINE", "question"]

ENGINE = DataflowEngine()
_NONE = Text(en="", zh="")


def question(kind: str, match: str) -> Rule:
    """Return a rule whose findings are the answers to `match` (JSON)."""
    return Rule(
        id=f"each.security.{kind}",
        engine=ENGINE.name,
        languages=tuple(sorted(ENGINE.languages)),
        category=Category.SECURITY,
        severity=Severity.INFO,
        confidence=Confidence.HIGH,
        precision=Precision.HIGH,
        status=Status.STABLE,
        since="0.1.0",
        kind=kind,
        title=_NONE,
        message=_NONE,
        what=_NONE,
        why=_NONE,
        how=_NONE,
        match=match,
    )
