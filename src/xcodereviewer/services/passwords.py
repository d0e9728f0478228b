"""Passwords: checked, changed by who knows the old one, and set anew by a one-time link."""

import asyncio
import functools
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.errors import Denied
from xcodereviewer.core.security import PasswordPolicy, hash_password, hash_token, new_token, verify_password
from xcodereviewer.domain.access import Actor
from xcodereviewer.services.access import demand_person
from xcodereviewer.services.sessions import end_all
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import Session
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import PasswordLink, User

__all__ = ["OpenedLink", "change", "open_link", "use_link"]

_LINK_HOURS = 72


class WrongPassword(Denied):
    """The password that somebody shows to prove himself is not his."""

    def __init__(self) -> None:
        super().__init__("The present password is wrong. Nothing was changed.")


class LinkOver(Denied):
    """A one-time link that holds no longer."""

    def __init__(self) -> None:
        super().__init__(
            "This link is not valid: it was used, replaced or is too old. Ask an administrator for another."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLink:
    """A one-time way to a password; its token is known to nobody else, us included."""

    token: str
    expires_at: datetime


async def change(session: Session, actor: Actor, *, old: str, new: str) -> None:
    """Give somebody another password; all his other sessions end.

    Raises:
        WeakPassword: the new one does not pass the policy.
        WrongPassword: the old one is not his.
    """
    demand_person(actor)
    user = await session.get_one(User, actor.user_id)
    if user.password_hash is None or not await asyncio.to_thread(verify_password, user.password_hash, old):
        raise WrongPassword
    await _set(user, new)
    await end_all(session, user.id, reason="password", but=actor.credential_id)
    record(session, actor, "user.password", on=user.id)


async def open_link(session: Session, user_id: UUID) -> OpenedLink:
    """Return a new one-time link for somebody, which ends all before it."""
    now = utc_now()
    await _close_links(session, user_id)
    opened = OpenedLink(token=new_token("xcr_password"), expires_at=now + timedelta(hours=_LINK_HOURS))
    session.add(PasswordLink(user_id=user_id, token_hash=hash_token(opened.token), expires_at=opened.expires_at))
    return opened


async def use_link(session: Session, token: str, password: str) -> None:
    """Give the person of a one-time link his password; all his sessions end.

    Raises:
        LinkOver: the link holds no longer, or the account is closed.
        WeakPassword: the password does not pass the policy.
    """
    by_token = select(PasswordLink).where(PasswordLink.token_hash == hash_token(token))
    link = (await session.scalars(by_token.with_for_update())).one_or_none()
    if link is None or link.used_at is not None or link.expires_at < utc_now():
        raise LinkOver
    user = await session.get_one(User, link.user_id)
    if not user.is_active:
        raise LinkOver
    await _set(user, password)
    await _close_links(session, user.id)
    await end_all(session, user.id, reason="password")
    record(session, None, "user.password-link", on=user.id)


async def _set(user: User, password: str) -> None:
    check = functools.partial(PasswordPolicy().check, account=(user.email, user.name))
    await asyncio.to_thread(check, password)
    user.password_hash = await asyncio.to_thread(hash_password, password)
    user.password_changed_at = utc_now()


async def _close_links(session: Session, user_id: UUID) -> None:
    still_open = select(PasswordLink).where(PasswordLink.user_id == user_id, PasswordLink.used_at.is_(None))
    for link in await session.scalars(still_open):
        link.used_at = utc_now()
