"""People, their sessions and their API tokens."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.domain.access import SystemRole
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.schema import DOCUMENT, Hash, Key, Label, Made, Table, closed

__all__ = [
    "ApiToken",
    "LoginAttempts",
    "LoginSession",
    "PasswordLink",
    "SetupLink",
    "User",
    "any_admin",
    "user_by_email",
]


class User(Table):
    """Somebody with an account; `email` is kept in lower case and is unique in it."""

    __tablename__ = "users"

    id: Mapped[Key]
    email: Mapped[str] = mapped_column(String(320), unique=True)
    name: Mapped[Label]
    password_hash: Mapped[str | None] = mapped_column(String(200))  # None: logs in elsewhere only
    role: Mapped[SystemRole] = mapped_column(closed(SystemRole, name="role"))
    is_active: Mapped[bool] = mapped_column(default=True)
    locale: Mapped[str] = mapped_column(String(8), default="en")
    created_at: Mapped[Made]
    password_changed_at: Mapped[datetime | None]
    last_login_at: Mapped[datetime | None]


class LoginSession(Table):
    """One device that somebody is logged in on.

    `token_hash` is that of its one valid refresh token, `spent_hash` of the one before: who shows that one holds a
    stolen copy, or the thief does, and the session ends.
    """

    __tablename__ = "login_sessions"
    __table_args__ = (Index(None, "user_id", "ended_at"),)

    id: Mapped[Key]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    token_hash: Mapped[Hash] = mapped_column(unique=True)
    spent_hash: Mapped[Hash | None] = mapped_column(index=True)
    device: Mapped[Label]  # what the browser calls itself
    address: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Made]
    used_at: Mapped[Made]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(32))


class LoginAttempts(Table):
    """Attempts to log in that went wrong, on one account or from one address; `key` is the hash of which."""

    __tablename__ = "login_attempts"

    key: Mapped[Hash] = mapped_column(primary_key=True)
    wrong: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(index=True)
    locked_until: Mapped[datetime | None]


class ApiToken(Table):
    """A token for programs; its text is shown once and only its hash is kept."""

    __tablename__ = "api_tokens"

    id: Mapped[Key]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[Label]
    token_hash: Mapped[Hash] = mapped_column(unique=True)
    ending: Mapped[str] = mapped_column(String(4))  # the last characters, by which its owner knows it
    scopes: Mapped[list[str]] = mapped_column(DOCUMENT)
    created_at: Mapped[Made]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class PasswordLink(Table):
    """The one-time way to a password: of somebody who is invited, or has forgotten it."""

    __tablename__ = "password_links"

    id: Mapped[Key]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[Hash] = mapped_column(unique=True)
    created_at: Mapped[Made]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SetupLink(Table):
    """The one-time way to the first administrator."""

    __tablename__ = "setup_links"

    id: Mapped[Key]
    token_hash: Mapped[Hash] = mapped_column(unique=True)
    created_at: Mapped[Made]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


async def user_by_email(session: ReadSession, email: str) -> User | None:
    """Return who has the address, in whatever case it is written."""
    return (await session.scalars(select(User).where(User.email == email.strip().lower()))).one_or_none()


async def any_admin(session: ReadSession) -> bool:
    """Whether somebody can administer the installation."""
    admins = select(func.count()).where(User.role == SystemRole.ADMIN, User.is_active)
    return bool(await session.scalar(admins))
