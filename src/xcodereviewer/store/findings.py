"""Findings of a project, where each review saw them, and what people decided about them."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    and_,
    or_,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.domain.levels import Category, Confidence, Severity, State
from xcodereviewer.store.schema import DOCUMENT, Hash, Key, Made, Ranked, Table, closed, utc_now

__all__ = ["Comment", "Finding", "Sighting", "TriageEvent", "in_state_today", "search_text", "state_today"]


_EXACT = Text().with_variant(Text(collation="C"), "postgresql")  # sorted by code point, as SQLite does
_FACETS = ("state", "until", "is_present", "severity", "category", "confidence", "cwe", "rule", "folder")


class Finding(Table):
    """One problem of a project through all its reviews, as the last one that saw it saw it.

    It is one for as long as its fingerprint lasts, and a finding that moved or was edited takes its fingerprint along.
    `is_present` says whether the last finished review saw it; `state` is what people decided, and `state_now` what of
    that holds today. `searched` is what words are looked for in, `search_text` of the finding.
    """

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("project_id", "fingerprint"),
        Index("ix_findings_severity", "project_id", "severity", "id"),
        Index("ix_findings_newest", "project_id", "id"),
        Index("ix_findings_path", "project_id", "path", "line", "id"),
        Index("ix_findings_rule", "project_id", "rule", "severity", "id"),
        Index("ix_findings_facets", "project_id", *_FACETS),  # counted by it alone, in its order
        Index(
            "ix_findings_searched",
            "searched",
            postgresql_using="gin",
            postgresql_ops={"searched": "gin_trgm_ops"},
            sqlite_where=text("0"),  # SQLite has no such index and keeps this one empty
        ),
    )

    id: Mapped[Key]
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    fingerprint: Mapped[Hash]
    rule: Mapped[str] = mapped_column(_EXACT)
    category: Mapped[Category] = mapped_column(closed(Category, name="category"))
    severity: Mapped[Severity] = mapped_column(Ranked(Severity))
    confidence: Mapped[Confidence] = mapped_column(Ranked(Confidence))
    kind: Mapped[str] = mapped_column(String(64), default="")
    cwe: Mapped[int | None]  # the first that its rule names
    message: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(_EXACT)
    folder: Mapped[str] = mapped_column(_EXACT)  # its path up to the first slash, or all of it
    line: Mapped[int]
    searched: Mapped[str] = mapped_column(Text, deferred=True)
    is_present: Mapped[bool] = mapped_column(default=True)
    state: Mapped[State] = mapped_column(closed(State, name="state"), default=State.OPEN)
    reason: Mapped[str] = mapped_column(Text, default="")
    until: Mapped[date | None] = mapped_column(Date)  # an accepted one is open again after it
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    first_review_id: Mapped[UUID | None] = mapped_column(ForeignKey("reviews.id", ondelete="SET NULL"))
    last_review_id: Mapped[UUID | None] = mapped_column(ForeignKey("reviews.id", ondelete="SET NULL"))
    trace: Mapped[dict[str, Any]] = mapped_column(DOCUMENT, default=dict, deferred=True)  # what it is recognised by
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[Made]
    updated_at: Mapped[Made]

    @property
    def state_now(self) -> State:
        """The state today: what was accepted until a day is open again after it."""
        return state_today(self.state, self.until)


def state_today(state: State, until: date | None) -> State:
    """Return what holds today of a decision, which may have been one up to a day."""
    is_over = state is State.ACCEPTED and until is not None and until < utc_now().date()
    return State.OPEN if is_over else state


def in_state_today(states: Collection[State]) -> ColumnElement[bool]:
    """Return the condition that one of these holds today, in parts that the statistics of the columns speak of."""
    is_over = and_(Finding.state == State.ACCEPTED, Finding.until < utc_now().date())
    held = Finding.state.in_([state for state in states if state is not State.ACCEPTED])
    accepted = and_(Finding.state == State.ACCEPTED, or_(Finding.until.is_(None), ~(Finding.until < utc_now().date())))
    given = {State.OPEN: is_over, State.ACCEPTED: accepted}
    return or_(held, *(condition for state, condition in given.items() if state in states))


def search_text(*parts: str) -> str:
    """Return what words are looked for in, in every database alike: the parts, without case."""
    return "\n".join(parts).casefold()


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
