"""What was answered to requests that said which they are (`Idempotency-Key`)."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.store.schema import DOCUMENT, Hash, Key, Made, Table

__all__ = ["AnsweredRequest"]


class AnsweredRequest(Table):
    """One request of somebody's, by the key that it gave; without a status it is under way, or was cut off."""

    __tablename__ = "answered_requests"
    __table_args__ = (UniqueConstraint("user_id", "key"), Index(None, "created_at"))

    id: Mapped[Key]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(200))
    request_hash: Mapped[Hash]  # of method, path, query and body
    status: Mapped[int | None]
    headers: Mapped[dict[str, str]] = mapped_column(DOCUMENT, default=dict)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[Made]
