"""What every request passes on its way in and out, outermost first: request id and log, security headers, body size.

`docs/service.md` gives the order and its reasons; a test holds it.
"""

import re
import time
from collections.abc import Mapping
from types import MappingProxyType

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xcodereviewer.core.ids import new_id

__all__ = ["BodyLimitMiddleware", "RequestLoggingMiddleware", "SecurityHeadersMiddleware"]

REQUEST_ID = "X-Request-ID"
_TAKEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class RequestLoggingMiddleware:
    """Gives each request an id, which every log line and job of it carries and the answer returns, and logs it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; one line says how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = given if _TAKEN_ID.fullmatch(given) else str(new_id())
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        began, status = time.perf_counter(), 0

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            took = round((time.perf_counter() - began) * 1000, 1)
            _log.info("request", method=scope["method"], path=scope["path"], status=status, duration_ms=took)


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
        taken, is_begun = 0, False

        async def receive_on() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise _TooLarge
            return message

        async def send_on(message: Message) -> None:
            nonlocal is_begun
            is_begun = True
            await send(message)

        try:
            await self._app(scope, receive_on, send_on)
        except _TooLarge:
            if is_begun:
                raise
            await _refuse(limit, scope, receive, send)


async def _refuse(limit: int, scope: Scope, receive: Receive, send: Send) -> None:
    from http import HTTPStatus

    from xcodereviewer.api.problems import problem

    told = f"The body has more than {limit:,} bytes."
    answer = problem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, kind="body-too-large", detail=told, headers={"Connection": "close"}
    )
    await answer(scope, receive, send)
