"""API tokens: made, listed, revoked; their text is shown once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from xcodereviewer.core.errors import InputError
from xcodereviewer.core.security import hash_token, new_token
from xcodereviewer.domain.access import Actor, Scope
from xcodereviewer.services.access import AccessDenied, NoSuchObject, demand_person
from xcodereviewer.services.sessions import API_TOKEN
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import ApiToken

__all__ = ["NewToken", "create", "is_use_due", "note_use", "of_actor", "revoke"]

_NOTED_EVERY = timedelta(minutes=1)


class ExpiryInThePast(InputError):
    """A token that would never hold."""

    def __init__(self) -> None:
        super().__init__("`expires_at` is in the past. Give a time to come with its zone, or none.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """What a token is for, what it may, and until when."""

    name: str
    scopes: Sequence[Scope]
    expires_at: datetime | None = None


async def create(session: Session, actor: Actor, new: NewToken) -> tuple[ApiToken, str]:
    """Add a token of the actor's; returns it and its text, which is kept nowhere.

    Raises:
        AccessDenied: a token asks, or the scope `admin` is asked for by somebody who is none.
        ExpiryInThePast: it would never hold.
    """
    demand_person(actor)
    if Scope.ADMIN in new.scopes and not actor.is_admin:
        raise AccessDenied("an administrator")
    if new.expires_at is not None and new.expires_at <= utc_now():
        raise ExpiryInThePast
    text = new_token(API_TOKEN)
    token = ApiToken(
        user_id=actor.user_id,
        name=new.name,
        token_hash=hash_token(text),
        ending=text[-4:],
        scopes=sorted(set(new.scopes)),
        expires_at=new.expires_at,
    )
    session.add(token)
    await session.flush()
    record(session, actor, "token.create", on=token.id, detail={"name": token.name, "scopes": token.scopes})
    return token, text


async def of_actor(session: ReadSession, actor: Actor) -> Sequence[ApiToken]:
    """Return the actor's tokens that are not revoked, the newest first."""
    own = select(ApiToken).where(ApiToken.user_id == actor.user_id, ApiToken.revoked_at.is_(None))
    return (await session.scalars(own.order_by(ApiToken.id.desc()))).all()


async def revoke(session: Session, actor: Actor, token_id: UUID) -> None:
    """End a token of the actor's for good.

    Raises:
        NoSuchObject: he has none such.
    """
    demand_person(actor)
    token = await session.get(ApiToken, token_id)
    if token is None or token.user_id != actor.user_id or token.revoked_at is not None:
        raise NoSuchObject("token", token_id)
    token.revoked_at = utc_now()
    record(session, actor, "token.revoke", on=token.id, detail={"name": token.name})


async def is_use_due(session: ReadSession, actor: Actor) -> bool:
    """Whether the actor shows a token whose last use was noted more than a minute ago."""
    token = await session.get(ApiToken, actor.credential_id) if actor.is_program else None
    return token is not None and (token.last_used_at is None or token.last_used_at < utc_now() - _NOTED_EVERY)


async def note_use(session: Session, actor: Actor) -> None:
    """Write down that the actor's token is used now."""
    await session.execute(update(ApiToken).where(ApiToken.id == actor.credential_id).values(last_used_at=utc_now()))
