"""Creating something once, however often it is asked for: the `Idempotency-Key` header.

The key is noted before the request is done and its answer after: a second request with the key gets the first answer.
When the first was cut off in between nobody knows whether it was done, and the second is told so instead of done again.
"""

import hashlib
import re
from datetime import timedelta

from fastapi import Request, Response
from fastapi.routing import APIRoute
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from xcodereviewer.api.dependencies import Parts, actor_of_request
from xcodereviewer.core.errors import Conflict, InputError
from xcodereviewer.domain.access import Actor
from xcodereviewer.store.idempotency import AnsweredRequest
from xcodereviewer.store.schema import utc_now

__all__ = ["IdempotentRoute"]

_HEADER = "Idempotency-Key"
_TAKEN = re.compile(r"[\x21-\x7e]{8,200}")
_KEPT_HOURS = 24
_KEPT_HEADERS = ("content-type", "location", "etag")


class BadIdempotencyKey(InputError):
    """A key that cannot be one."""

    def __init__(self) -> None:
        super().__init__("`Idempotency-Key` is 8 to 200 printable characters without blanks; a UUID does well.")


class KeyOfAnotherRequest(InputError):
    """A key that came with another request before."""

    def __init__(self) -> None:
        super().__init__("This `Idempotency-Key` came with another request before. Use a new one for each request.")


class OutcomeUnknown(Conflict):
    """A key whose first request is under way, or was cut off."""

    def __init__(self) -> None:
        super().__init__(
            "The first request with this `Idempotency-Key` is under way, or was cut off. Look whether it was done, and "
            "ask with a new key if it was not."
        )


class IdempotentRoute(APIRoute):
    """An endpoint that creates something, at most once for each key that somebody gives."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Do a request whose key is new, and answer one whose key is known as before."""
        request = Request(scope, receive)
        key = request.headers.get(_HEADER)
        if key is None or request.method != "POST":
            await super().handle(scope, receive, send)
            return
        if not _TAKEN.fullmatch(key):
            raise BadIdempotencyKey
        parts: Parts = request.app.state.parts
        actor = await actor_of_request(request, parts)
        body = await request.body()
        line = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
        known = await _known(parts, actor, key, hashlib.sha256(line + body).hexdigest())
        if known is not None:
            await known(scope, receive, send)
            return
        answer = _Answer(send)
        try:
            await super().handle(scope, _again(body, receive), answer.pass_on)
        finally:
            if answer.is_success:
                await _note(parts, actor, key, answer)
            else:
                await _forget(parts, actor, key)  # what ends so has changed nothing


class _Answer:
    """Remembers what is answered while it is sent."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""

    @property
    def is_success(self) -> bool:
        """Whether it was done."""
        return 200 <= self.status < 300

    async def pass_on(self, message: Message) -> None:
        """Send the message on."""
        if message["type"] == "http.response.start":
            self.status = int(message["status"])
            headers = Headers(raw=message["headers"])
            self.headers = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
        else:
            self.body += message.get("body", b"")
        await self._send(message)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return what gives the body that was read once more, and what comes after it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return waiting.pop() if waiting else await receive()

    return give


async def _known(parts: Parts, actor: Actor, key: str, digest: str) -> Response | None:
    """Return the answer that the key had; None when it is new, and then it is noted."""
    asked = select(AnsweredRequest).where(AnsweredRequest.user_id == actor.user_id, AnsweredRequest.key == key)
    try:
        async with parts.database.transaction() as session:
            old = AnsweredRequest.created_at < utc_now() - timedelta(hours=_KEPT_HOURS)
            await session.execute(delete(AnsweredRequest).where(AnsweredRequest.user_id == actor.user_id, old))
            before = (await session.scalars(asked)).one_or_none()
            if before is None:
                session.add(AnsweredRequest(user_id=actor.user_id, key=key, request_hash=digest))
                return None
    except IntegrityError:  # another one was quicker
        raise OutcomeUnknown from None
    if before.request_hash != digest:
        raise KeyOfAnotherRequest
    if before.status is None:
        raise OutcomeUnknown
    return Response(before.body, before.status, {**before.headers, "Idempotent-Replayed": "true"})


async def _note(parts: Parts, actor: Actor, key: str, answer: _Answer) -> None:
    async with parts.database.transaction() as session:
        asked = select(AnsweredRequest).where(AnsweredRequest.user_id == actor.user_id, AnsweredRequest.key == key)
        row = (await session.scalars(asked)).one()
        row.status, row.headers, row.body = answer.status, answer.headers, answer.body


async def _forget(parts: Parts, actor: Actor, key: str) -> None:
    async with parts.database.transaction() as session:
        mine = (AnsweredRequest.user_id == actor.user_id, AnsweredRequest.key == key)
        await session.execute(delete(AnsweredRequest).where(*mine))
