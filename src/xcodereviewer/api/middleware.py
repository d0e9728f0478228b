"""What every request passes on its way in and out.

Outermost first: request id and log, security headers, CORS, compression, rate limit, body size.

`docs/service.md` gives the order and its reasons; a test holds it.
"""

import contextlib
import math
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xcodereviewer.api.problems import problem
from xcodereviewer.core.ids import new_id
from xcodereviewer.core.rate_limit import Ask, Limit, RateLimiter
from xcodereviewer.core.security import InvalidToken, TokenSigner, hash_token

__all__ = [
    "BodyLimitMiddleware",
    "RateLimitMiddleware",
    "RateLimits",
    "RequestLoggingMiddleware",
    "SecurityHeadersMiddleware",
]

REQUEST_ID = "X-Request-ID"
CORRELATION_ID = "X-Correlation-ID"
_TAKEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class RequestLoggingMiddleware:
    """Gives each request an id and a correlation id, which every log line and job of it carries, and logs it.

    The request id names this request, the correlation id all that belong together: who sends one finds it again
    everywhere. The answer returns both.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; one line says how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = _taken(headers.get(REQUEST_ID)) or str(new_id())
        correlation_id = _taken(headers.get(CORRELATION_ID)) or request_id
        ids = {"request_id": request_id, "correlation_id": correlation_id}
        scope.setdefault("state", {}).update(ids)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(**ids)
        began, status = time.perf_counter(), 0

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                answered = MutableHeaders(scope=message)
                answered[REQUEST_ID], answered[CORRELATION_ID] = request_id, correlation_id
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            _log.info("request", method=scope["method"], path=scope["path"], status=status, duration_ms=took)


def _taken(given: str | None) -> str | None:
    return given if given and _TAKEN_ID.fullmatch(given) else None


_HEADERS = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
)


class SecurityHeadersMiddleware:
    """Adds the headers that keep a browser from doing what nobody meant; what an answer sets itself stays."""

    def __init__(self, app: ASGIApp, *, is_https: bool = False) -> None:
        self._app = app
        https = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"} if is_https else {}
        self._headers: Mapping[str, str] = {**_HEADERS, **https}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer with its headers."""

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_on if scope["type"] == "http" else send)


_WINDOW_S = 60
_FREE = ("/health/",)  # who watches over the service must not be kept from it


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimits:
    """Requests in a minute: from one address, with one token, of one person, and in all."""

    address: int
    token: int
    user: int
    all: int


class RateLimitMiddleware:
    """Refuses what comes too often, by address, token, person and in all; the answer says when there is room again.

    Whose a token is is read from it, not asked of the database: one that is not valid is refused later.
    """

    def __init__(self, app: ASGIApp, *, limiter: RateLimiter, signer: TokenSigner, limits: RateLimits) -> None:
        self._app = app
        self._limiter = limiter
        self._signer = signer
        named = {"address": limits.address, "token": limits.token, "user": limits.user, "all": limits.all}
        self._limits = {name: Limit(name=name, most=most, window_s=_WINDOW_S) for name, most in named.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on when there is room for it."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self._app(scope, receive, send)
            return
        answer = await self._limiter.take(list(self._asks(scope)))
        if answer.full is None:
            await self._app(scope, receive, send)
            return
        wait = math.ceil(answer.retry_after_s)
        told = f"Too many requests by {answer.full.name}: {answer.full.most} in {answer.full.window_s} s are taken."
        headers = {"Retry-After": str(max(wait, 1))}
        refused = problem(HTTPStatus.TOO_MANY_REQUESTS, kind="too-many-requests", detail=told, headers=headers)
        await refused(scope, receive, send)

    def _asks(self, scope: Scope) -> Iterator[Ask]:
        client = scope.get("client")
        yield Ask(limit=self._limits["all"], key="all")
        yield Ask(limit=self._limits["address"], key=client[0] if client else "unknown")
        kind, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not token:
            return
        yield Ask(limit=self._limits["token"], key=hash_token(token)[:32])
        with contextlib.suppress(InvalidToken):
            yield Ask(limit=self._limits["user"], key=str(self._signer.read(token).user_id))


class _TooLarge(Exception):
    """More bytes came than are taken."""


class BodyLimitMiddleware:
    """Refuses bodies that are too large, by what they say and by what comes; uploads have a limit of their own."""

    def __init__(self, app: ASGIApp, *, limit: int, upload_limit: int) -> None:
        self._app = app
        self._limit = limit
        self._upload_limit = upload_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as long as its body is not too large."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._upload_limit if scope["path"].endswith("/uploads") else self._limit
        said = Headers(scope=scope).get("content-length", "")
        if said.isdigit() and int(said) > limit:
            await _refuse(limit, scope, receive, send)
            return
        taken, is_begun, is_refused = 0, False, False

        async def receive_on() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise _TooLarge
            return message

        async def send_on(message: Message) -> None:
            nonlocal is_begun, is_refused
            if taken > limit and not is_begun:  # whoever read the body made an answer of its own of what was raised
                if not is_refused:
                    is_refused = True
                    await _refuse(limit, scope, receive, send)
                return
            is_begun = True
            await send(message)

        try:
            await self._app(scope, receive_on, send_on)
        except _TooLarge:
            if is_begun:
                raise
            await _refuse(limit, scope, receive, send)


async def _refuse(limit: int, scope: Scope, receive: Receive, send: Send) -> None:
    told = f"The body has more than {limit:,} bytes."
    answer = problem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, kind="body-too-large", detail=told, headers={"Connection": "close"}
    )
    await answer(scope, receive, send)
