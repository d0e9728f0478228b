"""Findings of a project, where each review saw them, and what people decided about them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.domain.levels import Category, Confidence, Severity, State
from xcodereviewer.store.schema import DOCUMENT, Hash, Key, Made, Ranked, Table, closed

__all__ = ["Comment", "Finding", "Sighting", "TriageEvent"]


class Finding(Table):
    """One problem of a project through all its reviews, as the last one that saw it saw it.

    It is one for as long as its fingerprint lasts, and a finding that moved or was edited takes its fingerprint along.
    `is_present` says whether the last finished review saw it; `state` is what people decided.
    """

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("project_id", "fingerprint"),
        Index("ix_findings_inbox", "project_id", "is_present", "state", "severity", "id"),
        Index("ix_findings_path", "project_id", "path"),
        Index("ix_findings_rule", "project_id", "rule"),
    )

    id: Mapped[Key]
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    fingerprint: Mapped[Hash]
    rule: Mapped[str] = mapped_column(String(200))
    category: Mapped[Category] = mapped_column(closed(Category, name="category"))
    severity: Mapped[Severity] = mapped_column(Ranked(Severity))
    confidence: Mapped[Confidence] = mapped_column(Ranked(Confidence))
    kind: Mapped[str] = mapped_column(String(64), default="")
    cwe: Mapped[int | None]  # the first that its rule names
    message: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    line: Mapped[int]
    is_present: Mapped[bool] = mapped_column(default=True)
    state: Mapped[State] = mapped_column(closed(State, name="state"), default=State.OPEN)
    reason: Mapped[str] = mapped_column(Text, default="")
    until: Mapped[date | None] = mapped_column(Date)  # an accepted one is open again after it
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    first_review_id: Mapped[UUID | None] = mapped_column(ForeignKey("reviews.id", ondelete="SET NULL"))
    last_review_id: Mapped[UUID | None] = mapped_column(ForeignKey("reviews.id", ondelete="SET NULL"))
    trace: Mapped[dict[str, Any]] = mapped_column(DOCUMENT, default=dict)  # what it is recognised by
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[Made]
    updated_at: Mapped[Made]


class Sighting(Table):
    """A finding as one review saw it; `detail` is the finding's JSON of the review schema."""

    __tablename__ = "sightings"
    __table_args__ = (Index(None, "finding_id"), Index(None, "review_id", "severity", "finding_id"))

    review_id: Mapped[UUID] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    finding_id: Mapped[UUID] = mapped_column(ForeignKey("findings.id", ondelete="CASCADE"), primary_key=True)
    severity: Mapped[Severity] = mapped_column(Ranked(Severity))
    path: Mapped[str] = mapped_column(Text)
    line: Mapped[int]
    is_new: Mapped[bool]  # no review of the project before saw it
    is_open: Mapped[bool]  # neither suppressed in the source nor decided on when it was seen
    detail: Mapped[dict[str, Any]] = mapped_column(DOCUMENT)


class TriageEvent(Table):
    """One decision about a finding: who, when, from what to what, and why."""

    __tablename__ = "triage_events"
    __table_args__ = (Index(None, "finding_id", "created_at"),)

    id: Mapped[Key]
    finding_id: Mapped[UUID] = mapped_column(ForeignKey("findings.id", ondelete="CASCADE"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    before: Mapped[State] = mapped_column(closed(State, name="before"))
    after: Mapped[State] = mapped_column(closed(State, name="after"))
    reason: Mapped[str] = mapped_column(Text, default="")
    until: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[Made]


class Comment(Table):
    """What somebody says of a finding; `edited_at` tells that it once said something else."""

    __tablename__ = "comments"
    __table_args__ = (Index(None, "finding_id", "created_at"),)

    id: Mapped[Key]
    finding_id: Mapped[UUID] = mapped_column(ForeignKey("findings.id", ondelete="CASCADE"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[Made]
    edited_at: Mapped[datetime | None]
