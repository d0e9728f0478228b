"""Logging in and staying so: short access tokens, and a refresh token that is good for once."""

import asyncio
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update

from xcodereviewer.core.errors import Denied
from xcodereviewer.core.security import (
    AccessClaims,
    InvalidToken,
    TokenSigner,
    hash_password,
    hash_token,
    is_outdated,
    new_token,
    verify_password,
)
from xcodereviewer.domain.access import Actor, Scope
from xcodereviewer.services.access import NoSuchObject
from xcodereviewer.services.sessions_lockout import begin_attempt
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import ApiToken, LoginSession, User, user_by_email

__all__ = [
    "API_TOKEN",
    "Device",
    "LoginFailed",
    "SessionOver",
    "Sessions",
    "Tokens",
    "end",
    "end_all",
    "log_out",
    "of_user",
]

API_TOKEN = "xcr_pat"  # noqa: S105 - what API tokens begin with
_REFRESH_TOKEN = "xcr_refresh"  # noqa: S105 - what refresh tokens begin with


class LoginFailed(Denied):
    """Address and password do not belong together; which of them is wrong is not told."""

    def __init__(self) -> None:
        super().__init__("E-mail address or password is wrong, or the account is closed.")


class SessionOver(Denied):
    """A refresh token that no longer holds."""

    def __init__(self) -> None:
        super().__init__("This session has ended. Log in again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Where a request comes from: the address, and what the browser calls itself."""

    address: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What somebody who logged in gets; lifetimes in seconds."""

    access_token: str
    refresh_token: str
    expires_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """Makes and renews sessions."""

    signer: TokenSigner
    refresh_token_s: int

    async def log_in(self, session: Session, email: str, password: str, *, device: Device) -> Tokens | None:
        """Begin a session; None when the password is not that of an open account, which the caller must commit.

        Raises:
            TooManyAttempts: too many went wrong before.
        """
        attempt = await begin_attempt(session, email, device.address)
        user = await user_by_email(session, email)
        hashed = (user.password_hash if user is not None else None) or _nobody()
        is_right = await asyncio.to_thread(verify_password, hashed, password)
        if user is None or user.password_hash is None or not user.is_active or not is_right:
            return None
        attempt.succeed()
        if is_outdated(user.password_hash):
            user.password_hash = await asyncio.to_thread(hash_password, password)
        user.last_login_at = utc_now()
        token = new_token(_REFRESH_TOKEN)
        begun = LoginSession(
            user_id=user.id,
            token_hash=hash_token(token),
            device=device.name[:200],
            address=device.address,
            expires_at=utc_now() + timedelta(seconds=self.refresh_token_s),
        )
        session.add(begun)
        await session.flush()
        record(session, _actor(user, begun), "session.begin", on=begun.id)
        return self._tokens(user, begun, token)

    async def refresh(self, session: Session, token: str) -> Tokens | None:
        """Renew a session: the token is spent and another takes its place; None when a spent one was shown.

        A token that was spent before is in two hands, so its session is over; the caller must commit that before it
        refuses.

        Raises:
            SessionOver: there is no such token, or its time is over.
        """
        hashed, now = hash_token(token), utc_now()
        by_token = select(LoginSession).where((LoginSession.token_hash == hashed) | (LoginSession.spent_hash == hashed))
        begun = (await session.scalars(by_token.with_for_update())).one_or_none()
        if begun is None or begun.ended_at is not None or begun.expires_at < now:
            raise SessionOver
        user = await session.get_one(User, begun.user_id)
        if begun.spent_hash == hashed:
            begun.ended_at, begun.end_reason = now, "reuse"
            record(session, None, "session.reuse", on=begun.id, detail={"user": str(user.id)})
            return None
        if not user.is_active:
            raise SessionOver
        fresh = new_token(_REFRESH_TOKEN)
        begun.spent_hash, begun.token_hash = hashed, hash_token(fresh)
        begun.used_at, begun.expires_at = now, now + timedelta(seconds=self.refresh_token_s)
        return self._tokens(user, begun, fresh)

    async def actor_of(self, session: ReadSession, token: str) -> Actor:
        """Return who shows the access token or API token.

        Raises:
            InvalidToken: it is not one of ours, is over, or was revoked.
        """
        if token.startswith(API_TOKEN):
            return await _owner(session, token)
        claims = self.signer.read(token)
        begun = await session.get(LoginSession, claims.session_id)
        user = await session.get(User, claims.user_id)
        if begun is None or begun.ended_at is not None or begun.user_id != claims.user_id:
            raise InvalidToken("its session has ended")
        if user is None or not user.is_active:
            raise InvalidToken("the account is closed")
        return _actor(user, begun)

    def _tokens(self, user: User, begun: LoginSession, refresh_token: str) -> Tokens:
        claims = AccessClaims(user_id=user.id, session_id=begun.id)
        access = self.signer.sign(claims, now=utc_now())
        return Tokens(access_token=access, refresh_token=refresh_token, expires_in=self.signer.lifetime_s)


@functools.cache
def _nobody() -> str:
    """Return a hash to verify when there is no such account: it takes as long."""
    return hash_password("nobody has this password")


async def log_out(session: Session, actor: Actor) -> None:
    """End the session that the actor came by; an API token has none."""
    begun = await session.get(LoginSession, actor.credential_id) if actor.credential_id else None
    if begun is not None and begun.ended_at is None:
        begun.ended_at, begun.end_reason = utc_now(), "logout"
        record(session, actor, "session.end", on=begun.id)


async def of_user(session: ReadSession, user_id: UUID) -> Sequence[LoginSession]:
    """Return the sessions of somebody that hold, the last used first: one for each device."""
    holds = (LoginSession.ended_at.is_(None), LoginSession.expires_at > utc_now())
    own = select(LoginSession).where(LoginSession.user_id == user_id, *holds)
    return (await session.scalars(own.order_by(LoginSession.used_at.desc(), LoginSession.id.desc()))).all()


async def end(session: Session, actor: Actor, session_id: UUID) -> None:
    """End a session of the actor's, as when a device is lost.

    Raises:
        NoSuchObject: he has none such that holds.
    """
    begun = await session.get(LoginSession, session_id)
    if begun is None or begun.user_id != actor.user_id or begun.ended_at is not None:
        raise NoSuchObject("session", session_id)
    begun.ended_at, begun.end_reason = utc_now(), "revoked"
    record(session, actor, "session.end", on=begun.id)


async def end_all(session: Session, user_id: UUID, *, reason: str, but: UUID | None = None) -> None:
    """End the sessions of somebody, all but one."""
    ended = update(LoginSession).where(LoginSession.user_id == user_id, LoginSession.ended_at.is_(None))
    if but is not None:
        ended = ended.where(LoginSession.id != but)
    await session.execute(ended.values(ended_at=utc_now(), end_reason=reason))


async def _owner(session: ReadSession, token: str) -> Actor:
    kept = (await session.scalars(select(ApiToken).where(ApiToken.token_hash == hash_token(token)))).one_or_none()
    user = await session.get(User, kept.user_id) if kept is not None else None
    if kept is None or user is None or kept.revoked_at is not None or not user.is_active:
        raise InvalidToken("it is not one of this service, or was revoked")
    if kept.expires_at is not None and kept.expires_at < utc_now():
        raise InvalidToken("its time is over")
    scopes = frozenset(map(Scope, kept.scopes))
    return Actor(user_id=user.id, role=user.role, scopes=scopes, credential_id=kept.id, is_program=True)


def _actor(user: User, begun: LoginSession) -> Actor:
    return Actor(user_id=user.id, role=user.role, credential_id=begun.id)
