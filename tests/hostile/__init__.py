"""An engine of a third party that does to each file what its first line says."""

from pathlib import Path

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.rule import Rule, Text

__all__ = ["RULE", "RULE_FILE", "hostile_rule", "install"]

RULE = "python.bug.hostile"
RULE_FILE = "\n".join(
    [
        f"id: {RULE}",
        "engine: hostile",
        "languages: [python]",
        "severity: low",
        "confidence: high",
        "precision: high",
        "since: 0.1.0",
        *(f"{name}: {{en: Hostile, zh: 敌意}}" for name in ("title", "message", "what", "why", "how")),
        "examples: [{bad: x, good: y}]",
        "match: {}",
    ]
)


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the engine for this process and the workers that it starts."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def hostile_rule(match: str = "{}") -> Rule:
    """Return the rule that asks for the engine."""
    text = Text(en="Hostile", zh="敌意")
    return Rule(
        id=RULE,
        engine="hostile",
        languages=(Language.PYTHON,),
        category=Category.BUG,
        severity=Severity.LOW,
        confidence=Confidence.HIGH,
        precision=Precision.HIGH,
        status=Status.STABLE,
        since="0.1.0",
        kind="hostile",
        title=text,
        message=text,
        what=text,
        why=text,
        how=text,
        match=match,
    )
