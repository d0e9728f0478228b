"""The shapes of findings."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import In, Out, Text
from xcodereviewer.domain.levels import Category, Confidence, Severity, State

__all__ = ["FindingDetail", "FindingOut", "TriageEventOut", "TriageIn"]


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
    state: State
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


class TriageIn(In):
    """A decision about findings of one project, for all of them or for none."""

    finding_ids: list[UUID] = Field(min_length=1, max_length=1000)
    state: Literal[State.OPEN, State.CONFIRMED, State.FALSE_POSITIVE, State.ACCEPTED]
    reason: Text = Field("", examples=["The value is a constant of ours."])
    until: date | None = None


class TriageEventOut(Out):
    """One decision: who, from what to what, and why."""

    id: UUID
    user_id: UUID | None
    before: State
    after: State
    reason: str
    until: date | None
    created_at: datetime
