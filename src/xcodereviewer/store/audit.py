"""The audit log: who did what to what; rows are added and never changed."""

from typing import Any
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.domain.access import Actor
from xcodereviewer.store.database import Session
from xcodereviewer.store.schema import DOCUMENT, Key, Made, Table

__all__ = ["AuditEvent", "record"]


class AuditEvent(Table):
    """Something that somebody did, or tried; `user_id` outlives the account, so it is no foreign key."""

    __tablename__ = "audit_events"
    __table_args__ = (
        Index(None, "created_at"),
        Index(None, "user_id", "created_at"),
        Index(None, "object_kind", "object_id", "created_at"),
    )

    id: Mapped[Key]
    user_id: Mapped[UUID | None]
    action: Mapped[str] = mapped_column(String(64))  # `project.delete`
    object_kind: Mapped[str] = mapped_column(String(32))
    object_id: Mapped[UUID | None]
    project_id: Mapped[UUID | None] = mapped_column(index=True)
    detail: Mapped[dict[str, Any]] = mapped_column(DOCUMENT, default=dict)  # no secret, ever
    address: Mapped[str] = mapped_column(String(64), default="")
    request_id: Mapped[str] = mapped_column(String(64), default="")
    created_at: Mapped[Made]


def record(
    session: Session,
    actor: Actor | None,
    action: str,
    *,
    on: UUID | None = None,
    project_id: UUID | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add to the log, in the transaction of what is done: what is rolled back was not done."""
    origin: dict[str, str] = session.info.get("origin", {})
    event = AuditEvent(
        user_id=actor.user_id if actor else None,
        action=action,
        object_kind=action.partition(".")[0],
        object_id=on,
        project_id=project_id,
        detail=detail or {},
        address=origin.get("address", ""),
        request_id=origin.get("request_id", ""),
    )
    session.add(event)
