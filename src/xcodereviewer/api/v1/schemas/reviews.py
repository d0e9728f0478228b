"""The shapes of reviews."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import Branch, In, Out
from xcodereviewer.domain.job import JobState

__all__ = ["EventOut", "ReviewIn", "ReviewOut"]


class ReviewIn(In):
    """What to review: a revision of the repository, or an upload; without either, what the project has."""

    revision: Branch | None = Field(None, description="A branch, a tag or a commit.", examples=["main"])
    upload_id: UUID | None = None
    priority: int = Field(0, ge=-10, le=10, description="Higher goes first.")


class ReviewOut(Out):
    """A review: where it stands and, at its end, what came of it in numbers."""

    id: UUID
    project_id: UUID
    number: int
    state: JobState
    source: dict[str, Any]
    revision: str
    tool_version: str
    score: int | None
    gate: str | None
    gate_reasons: list[str]
    coverage: float | None
    counts: dict[str, int]
    notices: list[dict[str, Any]]
    error: str | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


class EventOut(Out):
    """Something that happened to a review; `number` is the cursor to go on from."""

    number: int
    name: str
    data: dict[str, Any]
    at: datetime
