"""Errors as RFC 9457 problems: one table from kinds to status codes, and stable types.

The type of a problem is `urn:xcodereviewer:problem:` and the name of the error in kebab case; `docs/api.md` lists them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from xcodereviewer.core.errors import Conflict, Denied, InputError, NotFound, Unavailable, XCodeReviewerError
from xcodereviewer.core.security import InvalidToken
from xcodereviewer.services.projects import Changed
from xcodereviewer.services.sessions import LoginFailed, SessionOver
from xcodereviewer.services.sessions_lockout import TooManyAttempts
from xcodereviewer.services.uploads import NoRoom

__all__ = ["PROBLEM", "add_problem_handlers", "problem", "problem_of"]

PROBLEM = "application/problem+json"
_URN = "urn:xcodereviewer:problem:"
_RETRY_S = 5
_log: structlog.stdlib.BoundLogger = structlog.get_logger()

# The first that an error is one of.
_STATUSES: Mapping[type[XCodeReviewerError], HTTPStatus] = {
    Changed: HTTPStatus.PRECONDITION_FAILED,
    InvalidToken: HTTPStatus.UNAUTHORIZED,
    LoginFailed: HTTPStatus.UNAUTHORIZED,
    NoRoom: HTTPStatus.INSUFFICIENT_STORAGE,
    SessionOver: HTTPStatus.UNAUTHORIZED,
    TooManyAttempts: HTTPStatus.TOO_MANY_REQUESTS,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFound: HTTPStatus.NOT_FOUND,
    Conflict: HTTPStatus.CONFLICT,
    Denied: HTTPStatus.FORBIDDEN,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}


class _ProblemAnswer(JSONResponse):
    """A problem as JSON; halves of characters, which a request may hold and UTF-8 may not, are question marks."""

    media_type = PROBLEM

    def render(self, content: object) -> bytes:
        return json.dumps(content, ensure_ascii=False).encode(errors="replace")


def problem(
    status: HTTPStatus, *, kind: str, detail: str, headers: Mapping[str, str] | None = None, **members: Any
) -> JSONResponse:
    """Return a problem document; `members` are those beside the ones of the standard."""
    content = {"type": _URN + kind, "title": status.phrase, "status": status.value, "detail": detail, **members}
    challenge = {"WWW-Authenticate": "Bearer"} if status is HTTPStatus.UNAUTHORIZED else {}
    retry = {"Retry-After": str(_RETRY_S)} if status is HTTPStatus.SERVICE_UNAVAILABLE else {}
    return _ProblemAnswer(content, status, {**challenge, **retry, **(headers or {})})


def problem_of(error: XCodeReviewerError) -> JSONResponse:
    """Return the problem that an error of ours is."""
    status = next((code for kind, code in _STATUSES.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    headers = {"Retry-After": str(error.retry_s)} if isinstance(error, TooManyAttempts) else None
    return problem(status, kind=_kebab(type(error).__name__), detail=str(error), headers=headers)


def add_problem_handlers(app: FastAPI) -> None:
    """Have every error of the application answered as a problem."""

    @app.exception_handler(XCodeReviewerError)
    async def _ours(_: Request, error: XCodeReviewerError) -> JSONResponse:
        if isinstance(error, Unavailable):
            _log.warning("request.unavailable", error=str(error), cause=repr(error.__cause__))
        return problem_of(error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        faults = [_fault(one) for one in error.errors()]
        told = "; ".join(f"{fault['place']}: {fault['message']}" for fault in faults[:3])
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, kind="invalid-request", detail=told, errors=faults)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> JSONResponse:
        status = HTTPStatus(error.status_code)
        detail = str(error.detail) if error.detail != status.phrase else f"{request.method} {request.url.path}"
        return problem(status, kind=_kebab(status.name.title().replace("_", "")), detail=detail, headers=error.headers)

    @app.exception_handler(Exception)
    async def _fault_of_ours(request: Request, error: Exception) -> JSONResponse:
        _log.error("request.fault", method=request.method, path=request.url.path, exc_info=error)
        detail = "This is a fault of XCodeReviewer's own. It is in the log under the request's id."
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, kind="fault", detail=detail)


def _fault(error: Mapping[str, Any]) -> dict[str, str]:
    place: Sequence[object] = error["loc"]
    return {"place": ".".join(map(str, place)), "message": str(error["msg"]), "kind": str(error["type"])}


def _kebab(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
