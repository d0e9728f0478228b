"""What endpoints are given: the database, who asks, and what that person may."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from xcodereviewer.core.encryption import KeyRing
from xcodereviewer.core.security import InvalidToken
from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.domain.access import Actor
from xcodereviewer.services import tokens
from xcodereviewer.services.access import demand_admin
from xcodereviewer.services.sessions import Device, Sessions
from xcodereviewer.services.sources import Sources
from xcodereviewer.services.uploads import Uploads
from xcodereviewer.store.database import Database, ReadSession, Session

__all__ = [
    "AdminUser",
    "CurrentUser",
    "Parts",
    "Reading",
    "RequestDevice",
    "RequestParts",
    "Writing",
    "actor_of_request",
    "get_current_admin_user",
    "get_current_user",
]

_bearer = HTTPBearer(auto_error=False, description="An access token from `/auth/login`, or an API token.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a running service that endpoints use."""

    settings: ServerSettings
    database: Database
    keys: KeyRing
    sessions: Sessions
    sources: Sources
    uploads: Uploads


def get_parts(request: Request) -> Parts:
    """Return the parts of the application."""
    parts: Parts = request.app.state.parts
    return parts


RequestParts = Annotated[Parts, Depends(get_parts)]


async def get_reading(parts: RequestParts) -> AsyncIterator[ReadSession]:
    """Open a session that reads, for the time of the request."""
    async with parts.database.reading() as session:
        yield session


async def get_writing(request: Request, parts: RequestParts) -> AsyncIterator[Session]:
    """Open the transaction of the request: committed before the answer goes out, rolled back when it is a problem."""
    async with parts.database.transaction() as session:
        ids = {"request_id": request.state.request_id, "correlation_id": request.state.correlation_id}
        session.info["origin"] = {"address": _address(request), **ids}
        yield session


Reading = Annotated[ReadSession, Depends(get_reading, scope="function")]
Writing = Annotated[Session, Depends(get_writing, scope="function")]


async def get_current_user(
    parts: RequestParts,
    session: Reading,
    shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Actor:
    """Return who asks.

    Raises:
        InvalidToken: nobody whom we know.
    """
    if shown is None:
        raise InvalidToken("none was sent")
    actor = await parts.sessions.actor_of(session, shown.credentials)
    if await tokens.is_use_due(session, actor):
        async with parts.database.transaction() as writing:
            await tokens.note_use(writing, actor)
    return actor


async def actor_of_request(request: Request, parts: Parts) -> Actor:
    """Return who asks, for what stands before the endpoints.

    Raises:
        InvalidToken: nobody whom we know.
    """
    async with parts.database.reading() as session:
        return await get_current_user(parts, session, await _bearer(request))


CurrentUser = Annotated[Actor, Depends(get_current_user)]


async def get_current_admin_user(actor: CurrentUser) -> Actor:
    """Return the administrator who asks.

    Raises:
        AccessDenied: whoever asks is none.
    """
    demand_admin(actor)
    return actor


AdminUser = Annotated[Actor, Depends(get_current_admin_user)]


def get_device(request: Request) -> Device:
    """Return where the request comes from."""
    return Device(address=_address(request), name=request.headers.get("user-agent", "unknown"))


RequestDevice = Annotated[Device, Depends(get_device)]


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
