"""Accounts: how the first administrator and all others come to be."""

import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.errors import Conflict, Denied, InputError
from xcodereviewer.core.security import PasswordPolicy, hash_password, hash_token, new_token
from xcodereviewer.domain.access import Actor, Scope, SystemRole
from xcodereviewer.services.access import demand_scope
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import Session
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import SetupLink, User, any_admin, user_by_email

__all__ = ["EmailTaken", "NewAccount", "change_profile", "create_account", "open_setup", "set_up"]

_EMAIL = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f]{1,255}")
_SETUP_HOURS = 24


class EmailTaken(Conflict):
    """An account with this address is there already."""

    def __init__(self, email: str) -> None:
        super().__init__(f"There is an account for {email} already.")


class BadEmail(InputError):
    """No e-mail address."""

    def __init__(self) -> None:
        super().__init__("This is no e-mail address. Give one such as `name@example.com`.")


class SetupOver(Denied):
    """A setup link that was used, is too old, or was never made."""

    def __init__(self) -> None:
        super().__init__(
            "This setup link is not valid: it was used, is more than a day old, or an administrator exists. "
            "`xcr admin create` makes one at the machine itself."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """Who is to have an account."""

    email: str
    name: str
    password: str | None  # None: not yet, it comes by a one-time link
    role: SystemRole = SystemRole.USER


async def create_account(session: Session, new: NewAccount, *, by: Actor | None) -> User:
    """Add an account; `by` is None at the machine itself.

    Raises:
        BadEmail: the address cannot be one.
        EmailTaken: it has an account.
        WeakPassword: the password does not pass the policy.
    """
    email = new.email.strip().lower()
    if not _EMAIL.fullmatch(email):
        raise BadEmail
    if await user_by_email(session, email) is not None:
        raise EmailTaken(email)
    user = User(email=email, name=new.name.strip() or email.partition("@")[0], role=new.role)
    if new.password is not None:
        PasswordPolicy().check(new.password, account=(email, new.name))
        user.password_hash, user.password_changed_at = hash_password(new.password), utc_now()
    session.add(user)
    await session.flush()
    record(session, by, "user.create", on=user.id, detail={"email": email, "role": new.role.value})
    return user


async def change_profile(session: Session, actor: Actor, *, name: str | None, locale: str | None) -> User:
    """Change somebody's own name or language; None stays."""
    demand_scope(actor, Scope.WRITE)
    user = await session.get_one(User, actor.user_id)
    user.name, user.locale = name or user.name, locale or user.locale
    record(session, actor, "user.update", on=user.id, detail={"name": user.name, "locale": user.locale})
    await session.flush()
    return user


async def open_setup(session: Session) -> str | None:
    """Return a new one-time token for the first administrator, which ends all before it; None when there is one."""
    if await any_admin(session):
        return None
    now = utc_now()
    for link in await session.scalars(select(SetupLink).where(SetupLink.used_at.is_(None))):
        link.used_at = now
    token = new_token("xcr_setup")
    session.add(SetupLink(token_hash=hash_token(token), expires_at=now + timedelta(hours=_SETUP_HOURS)))
    return token


async def set_up(session: Session, token: str, new: NewAccount) -> UUID:
    """Make the first administrator, by the one-time token; returns his id.

    Raises:
        SetupOver: the token is not valid, or an administrator is there.
        XCodeReviewerError: as `create_account`.
    """
    await session.one_at_a_time("accounts.set_up")
    link = (await session.scalars(select(SetupLink).where(SetupLink.token_hash == hash_token(token)))).one_or_none()
    now = utc_now()
    if link is None or link.used_at is not None or link.expires_at < now or await any_admin(session):
        raise SetupOver
    link.used_at = now
    admin = NewAccount(email=new.email, name=new.name, password=new.password, role=SystemRole.ADMIN)
    return (await create_account(session, admin, by=None)).id
