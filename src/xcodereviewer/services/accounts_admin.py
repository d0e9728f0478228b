"""Accounts in the hands of administrators: invited, changed, closed and opened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from xcodereviewer.core.errors import Conflict
from xcodereviewer.domain.access import Actor, SystemRole
from xcodereviewer.services.access import NoSuchObject, demand_admin
from xcodereviewer.services.accounts import NewAccount, create_account
from xcodereviewer.services.passwords import OpenedLink, open_link
from xcodereviewer.services.sessions import end_all
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.users import User

__all__ = ["AccountChange", "change", "end_sessions", "get", "invite", "page", "password_link"]


class LastAdmin(Conflict):
    """A change after which nobody could administer the installation."""

    def __init__(self) -> None:
        super().__init__("This is the last administrator who can log in. Make another one first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChange:
    """What is to change of an account; None stays."""

    name: str | None = None
    role: SystemRole | None = None
    is_active: bool | None = None


async def page(session: ReadSession, actor: Actor, *, after: UUID | None, limit: int) -> Sequence[User]:
    """Return accounts, the newest first, those after the one with that id."""
    demand_admin(actor)
    listed = select(User).order_by(User.id.desc()).limit(limit)
    if after is not None:
        listed = listed.where(User.id < after)
    return (await session.scalars(listed)).all()


async def get(session: ReadSession, actor: Actor, user_id: UUID) -> User:
    """Return an account.

    Raises:
        NoSuchObject: there is none.
    """
    demand_admin(actor)
    user = await session.get(User, user_id)
    if user is None:
        raise NoSuchObject("user", user_id)
    return user


async def invite(session: Session, actor: Actor, new: NewAccount) -> tuple[User, OpenedLink]:
    """Add an account without a password, and the one-time link by which its owner gives it one.

    Raises:
        XCodeReviewerError: as `create_account`.
    """
    demand_admin(actor)
    user = await create_account(session, new, by=actor)
    return user, await open_link(session, user.id)


async def password_link(session: Session, actor: Actor, user_id: UUID) -> OpenedLink:
    """Return a one-time link to a new password; the old one holds until it is used."""
    user = await get(session, actor, user_id)
    record(session, actor, "user.open-password-link", on=user.id)
    return await open_link(session, user.id)


async def change(session: Session, actor: Actor, user_id: UUID, wanted: AccountChange) -> User:
    """Change an account; when it is closed, its sessions end.

    Raises:
        LastAdmin: nobody would be left to administer the installation.
        NoSuchObject: there is no such account.
    """
    demand_admin(actor)
    await session.one_at_a_time("accounts.admins")
    user = await get(session, actor, user_id)
    changed = {key: value for key in ("name", "role", "is_active") if (value := getattr(wanted, key)) is not None}
    was_admin = user.role is SystemRole.ADMIN and user.is_active
    for key, value in changed.items():
        setattr(user, key, value)
    if was_admin and not (user.role is SystemRole.ADMIN and user.is_active) and not await _other_admins(session, user):
        raise LastAdmin
    if not user.is_active:
        await end_all(session, user.id, reason="closed")
    told = {key: str(value) for key, value in changed.items()}
    record(session, actor, "user.update", on=user.id, detail=told)
    await session.flush()
    return user


async def end_sessions(session: Session, actor: Actor, user_id: UUID) -> None:
    """Log somebody out everywhere."""
    user = await get(session, actor, user_id)
    await end_all(session, user.id, reason="revoked")
    record(session, actor, "user.end-sessions", on=user.id)


async def _other_admins(session: Session, user: User) -> bool:
    others = select(func.count()).where(
        User.role == SystemRole.ADMIN, User.is_active, User.password_hash.is_not(None), User.id != user.id
    )
    return bool(await session.scalar(others))
