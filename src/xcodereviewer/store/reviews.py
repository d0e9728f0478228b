"""Reviews of projects, what was looked at in each, and the code that was uploaded for them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from xcodereviewer.domain.job import JobState
from xcodereviewer.store.schema import DOCUMENT, Hash, Key, Made, Table, closed

__all__ = ["Checkpoint", "Review", "ReviewedFile", "SourceFileText", "Upload"]


class Upload(Table):
    """An archive that somebody uploaded; its bytes lie in the data folder under its id."""

    __tablename__ = "uploads"
    __table_args__ = (Index(None, "project_id", "created_at"),)

    id: Mapped[Key]
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(255))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[Hash]
    accepted_at: Mapped[datetime | None]  # until then it is in quarantine
    created_at: Mapped[Made]


class Review(Table):
    """One review of a project: what was asked for, where it stands, and what came of it in numbers.

    `source` is `{"kind": "git", "url": …, "revision": …}` or `{"kind": "upload", "upload_id": …, "name": …}`; where it
    `is_main`, of the default branch or an upload, what it does not see any more is fixed. `counts` are the open
    findings by severity, and `findings`, `new`, `gone`, `files`, `lines` and `failures`. `report` is the whole review,
    compressed JSON of the schema that `xcr review --output json=` writes.
    """

    __tablename__ = "reviews"
    __table_args__ = (Index(None, "project_id", "created_at"), Index(None, "project_id", "state", "ended_at"))

    id: Mapped[Key]
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    before_id: Mapped[UUID | None] = mapped_column(ForeignKey("reviews.id", ondelete="SET NULL"))  # compared with
    number: Mapped[int]  # counts the reviews of a project from 1
    state: Mapped[JobState] = mapped_column(closed(JobState, name="state"), default=JobState.QUEUED)
    source: Mapped[dict[str, Any]] = mapped_column(DOCUMENT)
    settings: Mapped[dict[str, Any]] = mapped_column(DOCUMENT, default=dict)
    revision: Mapped[str] = mapped_column(String(64), default="")
    tool_version: Mapped[str] = mapped_column(String(64), default="")
    score: Mapped[int | None]
    gate: Mapped[str | None] = mapped_column(String(32))
    gate_reasons: Mapped[list[str]] = mapped_column(DOCUMENT, default=list)
    coverage: Mapped[float | None]  # share of the intended work that was done
    counts: Mapped[dict[str, int]] = mapped_column(DOCUMENT, default=dict)
    notices: Mapped[list[dict[str, Any]]] = mapped_column(DOCUMENT, default=list)
    error: Mapped[str | None] = mapped_column(Text)
    report: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    created_at: Mapped[Made]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class ReviewedFile(Table):
    """One file (or folder that was left out) in the manifest of a review."""

    __tablename__ = "reviewed_files"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(Text, primary_key=True)
    outcome: Mapped[str] = mapped_column(String(32))  # the worst of its passes, or `skipped`
    language: Mapped[str | None] = mapped_column(String(32))
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    lines: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(Text, default="")  # why it was left out
    passes: Mapped[list[dict[str, str]]] = mapped_column(DOCUMENT, default=list)
    findings: Mapped[int] = mapped_column(default=0)
    text_hash: Mapped[str | None] = mapped_column(String(64))  # of the text that is kept, when it has findings


class SourceFileText(Table):
    """The text of a reviewed file in which something was found, its secrets masked; kept once for a project."""

    __tablename__ = "source_texts"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)  # compressed UTF-8


class Checkpoint(Table):
    """What a running review has found out so far, file by file: an attempt after it takes it from here."""

    __tablename__ = "checkpoints"
    __table_args__ = (Index(None, "review_id"),)

    id: Mapped[Key]
    review_id: Mapped[UUID] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"))
    data: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[Made]
