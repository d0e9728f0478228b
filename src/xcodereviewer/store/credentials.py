"""What a project needs to get at its code, and to know who calls it: sealed, one of each kind."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.core.encryption import Sealed
from xcodereviewer.domain.credential import CredentialKind
from xcodereviewer.store.schema import Key, Made, Table, closed
from xcodereviewer.store.sealed import SealedText

__all__ = ["Credential"]


class Credential(Table):
    """A secret of a project; `hint` is what people know it by: its last characters, or an SSH key's fingerprint."""

    __tablename__ = "credentials"
    __table_args__ = (UniqueConstraint("project_id", "kind"),)

    id: Mapped[Key]
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    kind: Mapped[CredentialKind] = mapped_column(closed(CredentialKind, name="kind"))
    host: Mapped[str] = mapped_column(String(300), default="")  # the only one that it is shown to, and its port
    user_name: Mapped[str] = mapped_column(String(200), default="")  # of a Git token
    known_hosts: Mapped[str] = mapped_column(Text, default="")  # of an SSH key: lines of that file
    value: Mapped[Sealed] = mapped_column(SealedText)
    hint: Mapped[str] = mapped_column(String(100), default="")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[Made]
    updated_at: Mapped[datetime]
