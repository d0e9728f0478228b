"""The result of a review."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.rule import Rule

__all__ = ["Gate", "GateResult", "Notice", "Review", "Score", "Target"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was reviewed; `kind` is `directory`, `git`, `archive`, `snippet` or `diff`."""

    kind: str
    name: str  # as the user wrote it, credentials removed; never an absolute path of the host
    revision: str = ""  # full commit id where there is one
    base: str = ""  # what a diff or baseline commit was compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the reader should know that is no finding: an unused suppression, a clipped list, an old cache."""

    code: str  # kebab-case, stable: "unused-suppression", "self-suppression", "interrupted", ...
    message: str
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Quality from 0 to 100, whole and by part; docs/score.md gives the formula."""

    total: int
    security: int
    complexity: int
    maintainability: int
    performance: int


class GateResult(StrEnum):
    """What the gate says; insufficient coverage beats failed. Where nothing is demanded, nothing is passed: `unset`."""

    PASSED = "passed"
    UNSET = "unset"
    FAILED = "failed"
    INSUFFICIENT = "insufficient"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The verdict and its reasons, in the words that the report shows."""

    result: GateResult
    reasons: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()  # fingerprints of the findings that fail it


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that was found, what was looked at, and what the gate says; complete in itself.

    Findings are in order: path, then line, column and rule. `rules` holds each rule that a finding or witness names.
    """

    tool_version: str
    target: Target
    started_at: datetime  # UTC
    duration_s: float
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    coverage: Coverage
    score: Score | None
    gate: Gate
    notices: tuple[Notice, ...] = field(default=())
    is_partial: bool = False  # interrupted before the end
