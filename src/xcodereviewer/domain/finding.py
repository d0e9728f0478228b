"""A problem at a place, and what speaks for it."""

from dataclasses import dataclass, field
from datetime import date

from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span

__all__ = ["Edit", "Finding", "Fix", "Step", "Suppression", "Witness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop of the evidence on its way from the source to the sink, or a related place."""

    location: Location
    message: str
    snippet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A replacement of one span of the finding's own file."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that would end the finding; the edits do not overlap."""

    description: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An engine or model that saw the problem, under the name of the rule that it saw it by."""

    engine: str
    rule: str
    confidence: Confidence
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a finding does not count: a comment in the source, or an entry kept outside it.

    `counts` is false for one that the change under review itself adds: it is reported, and the finding still gates.
    """

    kind: str  # "inSource" or "external": SARIF 2.1.0 §3.35.2
    marker: str  # how it is spelt: "xcr", "nosec", "nosemgrep", "noqa", "NOSONAR", "baseline", "config"
    reason: str = ""
    until: date | None = None
    line: int = 0
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem at one place, with the evidence for it.

    The first block is what an engine saw, the second what the text around it gives, the third what triage added.
    """

    rule: str
    message: str
    location: Location
    severity: Severity
    confidence: Confidence
    category: Category
    status: Status
    engine: str
    kind: str
    cwe: tuple[int, ...] = ()
    steps: tuple[Step, ...] = ()  # source first, sink last; empty when no data flow is claimed
    related: tuple[Step, ...] = ()  # places that belong to the problem without being a path
    fix: Fix | None = None

    snippet: str = ""  # the flagged lines, secrets masked, at most 5 lines of 200 characters
    place: str = ""  # hash of the flagged text without white space and comments (hex)
    scope: str = ""  # hash of the enclosing lines, by which equal places of one file are told apart (hex)
    line_hash: str = ""  # GitHub's `primaryLocationLineHash`

    witnesses: tuple[Witness, ...] = ()
    fingerprint: str = ""  # `xcr/v1`, hex
    suppression: Suppression | None = None
    baseline: BaselineState | None = None
    gates: bool = field(default=True)  # whether the finding may fail the gate
    gate_note: str = ""  # why it does not, or why a suppression was not honoured

    @property
    def is_open(self) -> bool:
        """Whether it stands: not suppressed (or by a suppression that does not count) and not in the baseline."""
        suppressed = self.suppression is not None and self.suppression.counts
        return not suppressed and self.baseline not in (
            BaselineState.UNCHANGED,
            BaselineState.UPDATED,
            BaselineState.ABSENT,
        )
