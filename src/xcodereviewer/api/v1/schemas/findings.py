"""The shapes of findings."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AliasChoices, Field, StringConstraints

from xcodereviewer.api.v1.schemas.common import In, Out, Text
from xcodereviewer.domain.levels import Category, Confidence, Severity, State
from xcodereviewer.services import findings

__all__ = [
    "AssigneeIn",
    "DecidedOut",
    "DecisionIn",
    "FacetsOut",
    "FindingDetail",
    "FindingOut",
    "FindingsPage",
    "FindingsQuery",
    "TriageEventOut",
    "TriageIn",
    "TriageMatchingIn",
]


_Exact = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]


class FindingsQuery(In):
    """Which findings are asked for; what is left out does not narrow."""

    project_id: UUID | None = None
    review_id: UUID | None = Field(None, description="Seen by this review.")
    is_new: bool | None = Field(None, description="With `review_id`: seen by no review before it, or by one.")
    state: list[State] = Field([], max_length=10)
    severity: list[Severity] = Field([], max_length=10)
    category: list[Category] = Field([], max_length=10)
    confidence: list[Confidence] = Field([], max_length=10)
    rule: list[_Exact] = Field([], max_length=50)
    cwe: list[Annotated[int, Field(ge=1, le=2**31 - 1)]] = Field([], max_length=50)
    path: _Exact = Field("", description="What the path begins with.")
    q: _Exact = Field("", description="Words that each stand in rule, path or message, in whatever case.")
    is_present: bool | None = Field(None, description="Whether the last review saw it.")
    assignee_id: UUID | None = None
    until: date | None = Field(None, description="Accepted up to this day at most.")

    @property
    def wanted(self) -> findings.Wanted:
        """What it asks for."""
        return findings.Wanted(
            project_id=self.project_id,
            review_id=self.review_id,
            is_new=self.is_new,
            states=self.state,
            severities=self.severity,
            categories=self.category,
            confidences=self.confidence,
            rules=self.rule,
            cwes=self.cwe,
            path=self.path,
            words=self.q,
            is_present=self.is_present,
            assignee_id=self.assignee_id,
            until=self.until,
        )


class FindingsPage(FindingsQuery):
    """Which findings are asked for, in what order and from where on."""

    sort: findings.Sort = findings.Sort.SEVERITY
    cursor: Annotated[str, StringConstraints(max_length=6000)] | None = None
    limit: int = Field(50, ge=1, le=200)


class FindingOut(Out):
    """A finding as it stands now."""

    id: UUID
    project_id: UUID
    fingerprint: str
    rule: str
    category: Category
    severity: Severity
    confidence: Confidence
    cwe: int | None
    message: str
    path: str
    line: int
    is_present: bool
    state: State = Field(validation_alias=AliasChoices("state_now", "state"))
    reason: str
    until: date | None
    assignee_id: UUID | None
    first_review_id: UUID | None
    last_review_id: UUID | None
    version: int
    created_at: datetime
    updated_at: datetime


class FindingDetail(FindingOut):
    """A finding with its evidence, as the last review that saw it saw it: a finding of the JSON report's schema."""

    detail: dict[str, Any] | None


class CountOut(Out):
    """How many findings have a value."""

    value: str
    count: int


class FacetsOut(Out):
    """How many findings are asked for, and of each value; the most first, at most 200 values of a kind."""

    total: int = Field(examples=[812])
    state: list[CountOut]
    severity: list[CountOut]
    category: list[CountOut]
    confidence: list[CountOut]
    rule: list[CountOut]
    cwe: list[CountOut]
    path: list[CountOut] = Field(description="Files and, with `/` at the end, folders that follow `path`.")

    @classmethod
    def of(cls, counted: findings.Facets) -> "FacetsOut":
        """Return the shape of what was counted."""
        kinds = {_SINGULAR[name]: counts for name, counts in counted.counts.items()} | {"path": counted.paths}
        shown = {name: [CountOut(value=key, count=n) for key, n in counts] for name, counts in kinds.items()}
        return cls(total=counted.total, **shown)


_SINGULAR = {
    "states": "state",
    "severities": "severity",
    "categories": "category",
    "confidences": "confidence",
    "rules": "rule",
    "cwes": "cwe",
}


class DecisionIn(In):
    """A decision, and the reason that a dismissal needs."""

    state: Literal[State.OPEN, State.CONFIRMED, State.FALSE_POSITIVE, State.ACCEPTED]
    reason: Text = Field("", examples=["The value is a constant of ours."])
    until: date | None = Field(None, description="Accepted up to this day; open again after it.")

    @property
    def decision(self) -> findings.Decision:
        """What was decided."""
        return findings.Decision(state=self.state, reason=self.reason, until=self.until)


class TriageIn(DecisionIn):
    """A decision about findings of one project, for all of them or for none."""

    finding_ids: list[UUID] = Field(min_length=1, max_length=1000)


class TriageMatchingIn(DecisionIn):
    """A decision about all findings of one project that a filter asks for."""

    filter: FindingsQuery


class DecidedOut(Out):
    """How many findings were decided on."""

    decided: int


class AssigneeIn(In):
    """Who looks after a finding; null for nobody."""

    user_id: UUID | None


class TriageEventOut(Out):
    """One decision: who, from what to what, and why."""

    id: UUID
    user_id: UUID | None
    before: State
    after: State
    reason: str
    until: date | None
    created_at: datetime
