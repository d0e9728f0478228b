"""The API's own description: what FastAPI derives from the endpoints, and what follows from what each is.

An endpoint names only what is special about it. Its problems, headers, examples and the words of its tag are derived
here, so that a new endpoint is described whole from its first day.
"""

import sys
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from pydantic import BaseModel, Field

from xcodereviewer import __version__
from xcodereviewer.api.examples import example_of
from xcodereviewer.api.idempotency import IdempotentRoute
from xcodereviewer.api.problems import PROBLEM

__all__ = ["DescribedApi", "Problem"]

_ABOUT = """\
Reviews of source code as a service: projects, durable reviews, findings and what people decide about them.

Send `Authorization: Bearer …` with an access token from `/api/v1/auth/login`. Errors are
[RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problems, whose `type` is stable. Lists have pages: give `next` of
one as `cursor` of the next. Every answer has an `X-Request-ID`, under which the log has the request.
"""
_TYPES = "urn:xcodereviewer:problem:"
_ITEM_OF_JSON = "application/json"


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    place: str = Field(description="Where it is, from `body`, `query`, `path` or `header` on.", examples=["body.name"])
    message: str = Field(examples=["Field required"])
    kind: str = Field(examples=["missing"])


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="Stable name of the problem.", examples=[f"{_TYPES}project-not-found"])
    title: str = Field(description="The status in words.", examples=["Not Found"])
    status: int = Field(ge=400, le=599, examples=[404])
    detail: str = Field(description="What is wrong here, and what to do.", examples=["There is no such project."])
    errors: list[Fault] = Field(
        [], description="Of a request that is not well formed: everything that is wrong with it.", examples=[[]]
    )


# What each status means here, the kind and the detail of its example.
_PROBLEMS: Mapping[HTTPStatus, tuple[str, str, str]] = {
    HTTPStatus.BAD_REQUEST: ("The body cannot be read.", "bad-request", "There was an error parsing the body"),
    HTTPStatus.UNAUTHORIZED: (
        "Nobody whom we know: no token, one that does not hold, or a wrong password.",
        "invalid-token",
        "The token is not valid: none was sent. Log in again.",
    ),
    HTTPStatus.FORBIDDEN: ("Whoever asks may not do this.", "access-denied", "This needs the role maintainer."),
    HTTPStatus.NOT_FOUND: (
        "It does not exist, or whoever asks may not know of it.",
        "project-not-found",
        "There is no such project.",
    ),
    HTTPStatus.CONFLICT: (
        "It clashes with what is there.",
        "already-over",
        "This review is over: it is completed.",
    ),
    HTTPStatus.PRECONDITION_FAILED: (
        "Somebody else changed it since.",
        "changed",
        "Somebody changed this since. Load it again, and change what is there now.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "The body is too large.",
        "body-too-large",
        "The body has more than 2,000,000 bytes.",
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: (
        "The request is not well formed, or asks for what cannot be.",
        "invalid-request",
        "body.name: Field required",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "Too many requests; `Retry-After` says when there is room again.",
        "too-many-requests",
        "Too many requests by address: 600 in 60 s are taken.",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "Something that the service needs does not answer; try again after `Retry-After`.",
        "database-unavailable",
        "The database does not answer.",
    ),
}
_HEADERS: Mapping[str, Mapping[str, Any]] = {
    "ETag": {
        "description": "The version; send it as `If-Match` with a change.",
        "schema": {"type": "string"},
        "example": '"3"',
    },
    "Idempotent-Replayed": {
        "description": "`true` when this is the answer that the first request with this `Idempotency-Key` had.",
        "schema": {"type": "string", "enum": ["true"]},
        "example": "true",
    },
    "Location": {
        "description": "Where it is.",
        "schema": {"type": "string", "format": "uri-reference"},
        "example": "/api/v1/reviews/0199d3c0-1f2e-7000-8000-3f6b2a9c4d10",
    },
    "Retry-After": {
        "description": "Seconds after which to try again.",
        "schema": {"type": "integer", "minimum": 1},
        "example": 5,
    },
    "WWW-Authenticate": {"description": "How to log in.", "schema": {"type": "string"}, "example": "Bearer"},
}
_PROBLEM_HEADERS: Mapping[HTTPStatus, str] = {
    HTTPStatus.UNAUTHORIZED: "WWW-Authenticate",
    HTTPStatus.TOO_MANY_REQUESTS: "Retry-After",
    HTTPStatus.SERVICE_UNAVAILABLE: "Retry-After",
}
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A name for this request of your own: sent again with it, it is answered again and done once.",
    "schema": {"type": "string", "minLength": 8, "maxLength": 200, "pattern": r"^[\x21-\x7e]+$"},
    "example": "0199d3c0-1f2e-7000-8000-9c41d7aa5e02",
}


class DescribedApi(FastAPI):
    """An application that describes every endpoint with its problems, headers and examples."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            title="XCodeReviewer",
            version=__version__,
            description=_ABOUT,
            openapi_url="/api/openapi.json",
            docs_url=None,
            redoc_url=None,
            generate_unique_id_function=_name_of,
            **options,
        )

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document; it is made once."""
        if self.openapi_schema is None:
            document = super().openapi()
            contexts = [one for one in iter_route_contexts(self.routes) if isinstance(one.original_route, APIRoute)]
            _add_shared(document, contexts)
            racing = _racing(document)
            for context in contexts:
                for method in map(str.lower, sorted(context.methods or ())):
                    _complete(document, context, method, racing)
        schema = self.openapi_schema
        assert schema is not None  # FastAPI keeps what it made
        return schema


def _name_of(route: APIRoute) -> str:
    return route.name


def _add_shared(document: dict[str, Any], contexts: list[RouteContext]) -> None:
    shared = document.setdefault("components", {})
    schemas = shared.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    made = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(made.pop("$defs"))
    schemas["Problem"] = made
    shared["headers"] = {name: dict(header) for name, header in _HEADERS.items()}
    shared["responses"] = {_component(status): _answer_of(status) for status in _PROBLEMS}
    tags = {tag: _first_line(context) for context in reversed(contexts) for tag in context.tags}
    document["tags"] = [{"name": name, "description": tags[name]} for name in sorted(tags)]


def _first_line(context: RouteContext) -> str:
    module = sys.modules[context.endpoint.__module__] if context.endpoint is not None else None
    return ((module.__doc__ if module else None) or "").partition("\n")[0]


def _component(status: HTTPStatus) -> str:
    return status.name.title().replace("_", "")


def _answer_of(status: HTTPStatus) -> dict[str, Any]:
    told, kind, detail = _PROBLEMS[status]
    example: dict[str, Any] = {
        "type": _TYPES + kind,
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
    }
    if kind == "invalid-request":
        example["errors"] = [{"place": "body.name", "message": "Field required", "kind": "missing"}]
    schema = {"$ref": "#/components/schemas/Problem"}
    answer = {"description": told, "content": {PROBLEM: {"schema": schema, "example": example}}}
    header = _PROBLEM_HEADERS.get(status)
    return answer if header is None else {**answer, "headers": _headers(header)}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _racing(document: Mapping[str, Any]) -> frozenset[str]:
    """Return the paths of what is changed with `If-Match`."""
    return frozenset(
        path
        for path, operations in document["paths"].items()
        if any(_takes(operation, "if-match") for operation in operations.values())
    )


def _takes(operation: Mapping[str, Any], header: str) -> bool:
    return any(one["in"] == "header" and one["name"].lower() == header for one in operation.get("parameters", ()))


def _complete(document: Mapping[str, Any], context: RouteContext, method: str, racing: frozenset[str]) -> None:
    path = str(context.path_format)
    operation = document["paths"].get(path, {}).get(method)
    if operation is None:
        return
    operation["summary"] = str(context.name).replace("_", " ").capitalize()
    is_idempotent = method == "post" and isinstance(context.original_route, IdempotentRoute)
    if is_idempotent:
        operation.setdefault("parameters", []).append(_IDEMPOTENCY_KEY)
    answers = operation["responses"]
    for status in _problems_of(path, method, operation):
        answers[str(status.value)] = {"$ref": f"#/components/responses/{_component(status)}"}
    is_versioned = path in racing or (method == "post" and _has_item(path, racing))
    for status_code, answer in answers.items():
        if status_code < "300":
            names = _headers_of(status_code, is_versioned=is_versioned, is_idempotent=is_idempotent)
            answer["headers"] = {**_headers(*names), **answer.get("headers", {})}
            answer["description"] = HTTPStatus(int(status_code)).phrase
    schemas = document["components"]["schemas"]
    for place in (operation.get("requestBody", {}), *(one for code, one in answers.items() if code < "300")):
        _show(place.get("content", {}), schemas)


def _has_item(path: str, racing: frozenset[str]) -> bool:
    return any(one.rpartition("/")[0] == path for one in racing)


def _headers_of(status: str, *, is_versioned: bool, is_idempotent: bool) -> Iterator[str]:
    if status in ("201", "202"):
        yield "Location"
    if is_versioned and status != "204":
        yield "ETag"
    if is_idempotent:
        yield "Idempotent-Replayed"


def _problems_of(path: str, method: str, operation: Mapping[str, Any]) -> Iterator[HTTPStatus]:
    yield from (HTTPStatus(int(code)) for code in operation["responses"] if code >= "400")
    yield HTTPStatus.SERVICE_UNAVAILABLE
    if not path.startswith("/api/"):
        return
    yield from (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)
    if method != "get":
        yield HTTPStatus.CONFLICT
    if _takes(operation, "if-match"):
        yield HTTPStatus.PRECONDITION_FAILED
    if "requestBody" in operation:
        yield from (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if "requestBody" in operation or operation.get("parameters"):
        yield from (HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY)  # queries and bodies name things too


def _show(content: Mapping[str, Any], schemas: Mapping[str, Any]) -> None:
    shown = content.get(_ITEM_OF_JSON)
    if shown and "example" not in shown and "examples" not in shown:
        shown["example"] = example_of(shown["schema"], schemas)
