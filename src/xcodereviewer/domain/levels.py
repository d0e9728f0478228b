"""The closed scales that a finding, a rule and a gate are measured on."""

from enum import StrEnum

__all__ = ["BaselineState", "Category", "Confidence", "Precision", "Severity", "State", "Status"]


class Severity(StrEnum):
    """How bad it is when the finding is true; `rank` grows with it."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """4 for critical down to 0 for info."""
        return _SEVERITY_RANKS[self]


class Confidence(StrEnum):
    """How sure the engine is that the finding is true; `rank` grows with it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """2 for high down to 0 for low."""
        return _CONFIDENCE_RANKS[self]


_SEVERITY_RANKS = {severity: rank for rank, severity in enumerate(reversed(Severity))}
_CONFIDENCE_RANKS = {confidence: rank for rank, confidence in enumerate(reversed(Confidence))}


class Category(StrEnum):
    """What a finding costs when it is left alone."""

    SECURITY = "security"
    BUG = "bug"
    PERFORMANCE = "performance"
    MAINTAINABILITY = "maintainability"
    STYLE = "style"


class Precision(StrEnum):
    """How many of a rule's findings are true, as measured, in GitHub's words for SARIF."""

    VERY_HIGH = "very-high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Where a rule stands in its life; a preview rule never gates."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


class State(StrEnum):
    """What a person (or a suppression) decided about a finding."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    FALSE_POSITIVE = "false_positive"
    ACCEPTED = "accepted"
    FIXED = "fixed"


class BaselineState(StrEnum):
    """How a finding compares with the baseline: SARIF 2.1.0 §3.27.24."""

    NEW = "new"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    ABSENT = "absent"
