"""Reviews: ordered, watched, cancelled, read."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response, status
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from xcodereviewer.api.dependencies import CurrentUser, Reading, RequestParts, Writing
from xcodereviewer.api.idempotency import IdempotentRoute
from xcodereviewer.api.v1.cursors import page_of, read_cursor
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.reviews import EventOut, ReviewIn, ReviewOut
from xcodereviewer.reports.rendered import MEDIA_TYPES, rendered
from xcodereviewer.services import reviews
from xcodereviewer.store.reviews import Review

__all__ = ["router"]

router = APIRouter(route_class=IdempotentRoute, tags=["reviews"])

_LOOK_S = 0.5
_ALIVE_S = 15.0
_TEXT = {"schema": {"type": "string"}}
_EVENT = {  # of each event of the stream
    "type": "object",
    "required": ["id", "event", "data"],
    "properties": {
        "id": {"type": "string", "description": "Its number: the place to go on from."},
        "event": {"type": "string", "enum": ["state", "progress"]},
        "data": {"type": "string", "description": "JSON."},
    },
    "example": {"id": "1", "event": "state", "data": '{"state": "queued", "at": "2026-05-18T09:30:00+00:00"}'},
}
_STREAM: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {"schema": _EVENT}}}}
_KINDS = sorted({kind.media_type for kind in MEDIA_TYPES.values()})
_REPORT: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {name.partition(";")[0]: _TEXT if name.startswith("text/") else {} for name in _KINDS},
        "headers": {"Content-Disposition": {"description": "The name of the file.", "schema": {"type": "string"}}},
    },
    409: {"description": "The review has no result yet."},
}


@router.post("/projects/{project_id}/reviews", status_code=status.HTTP_202_ACCEPTED, response_model=ReviewOut)
async def order_review(
    project_id: UUID, body: ReviewIn, session: Writing, actor: CurrentUser, response: Response
) -> Review:
    """Put a review into the queue; its events tell how far it is."""
    source: reviews.FromGit | reviews.FromUpload | None = None
    if body.upload_id is not None:
        source = reviews.FromUpload(upload_id=body.upload_id)
    elif body.revision is not None:
        source = reviews.FromGit(revision=body.revision)
    review = await reviews.order(session, actor, project_id, source, priority=body.priority)
    response.headers["Location"] = f"/api/v1/reviews/{review.id}"
    return review


@router.get("/projects/{project_id}/reviews", response_model=Page[ReviewOut])
async def list_reviews(
    project_id: UUID,
    session: Reading,
    actor: CurrentUser,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, object]:
    """Return the reviews of a project, the newest first."""
    place = read_cursor(cursor)
    found = await reviews.of_project(session, actor, project_id, after=place.id if place else None, limit=limit + 1)
    return page_of(found, limit)


@router.get("/reviews/{review_id}", response_model=ReviewOut)
async def get_review(review_id: UUID, session: Reading, actor: CurrentUser) -> Review:
    """Return a review: where it stands, and at its end what came of it in numbers."""
    return await reviews.get(session, actor, review_id)


@router.post("/reviews/{review_id}/cancel", response_model=ReviewOut)
async def cancel_review(review_id: UUID, session: Writing, actor: CurrentUser) -> Review:
    """End a review that waits or runs; one that runs has ended within two seconds."""
    return await reviews.cancel(session, actor, review_id)


@router.post("/reviews/{review_id}/retry", status_code=status.HTTP_202_ACCEPTED, response_model=ReviewOut)
async def retry_review(review_id: UUID, session: Writing, actor: CurrentUser, response: Response) -> Review:
    """Go on with a review that failed or was cancelled, or look again at the files that failed in a partial one.

    The answer is the review that does it: the same, or for a partial one a new review of the same code, which takes
    from the partial one what was looked at.
    """
    review = await reviews.retry(session, actor, review_id)
    response.headers["Location"] = f"/api/v1/reviews/{review.id}"
    return review


@router.get("/reviews/{review_id}/events", response_model=list[EventOut])
async def list_events(
    review_id: UUID, session: Reading, actor: CurrentUser, after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0
) -> object:
    """Return what happened to a review after the event with that number, for those who ask again and again."""
    _, found = await reviews.events(session, actor, review_id, after=after)
    return found


@router.get("/reviews/{review_id}/stream", response_class=StreamingResponse, responses=_STREAM)
async def stream_events(
    review_id: UUID,
    request: Request,
    parts: RequestParts,
    session: Reading,
    actor: CurrentUser,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    last_event_id: Annotated[str | None, Header(pattern=r"^\d{1,9}$")] = None,
) -> StreamingResponse:
    """Stream what happens to a review as server-sent events, from the one after `after` or `Last-Event-ID` on.

    Who comes back with the number of the last event misses none: they are stored. The stream ends with the review.
    """
    await reviews.get(session, actor, review_id)

    async def told() -> AsyncIterator[str]:
        number, silent = int(last_event_id) if last_event_id else after, 0.0
        while not await request.is_disconnected():
            async with parts.database.reading() as fresh:
                review, found = await reviews.events(fresh, actor, review_id, after=number)
            for event in found:
                number, silent = event.number, 0.0
                data = json.dumps({**event.data, "at": event.at.isoformat()})
                yield f"id: {event.number}\nevent: {event.name}\ndata: {data}\n\n"
            if review.state.is_end and not found:
                return
            await asyncio.sleep(_LOOK_S)
            silent += _LOOK_S
            if silent >= _ALIVE_S:
                silent = 0.0
                yield ": still here\n\n"

    return StreamingResponse(told(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


Format = Literal["json", "sarif", "html", "markdown", "csv", "junit", "gitlab"]


@router.get("/reviews/{review_id}/report", response_class=Response, responses=_REPORT)
async def get_report(
    review_id: UUID,
    session: Reading,
    actor: CurrentUser,
    format: Format = "json",  # noqa: A002 - its name in the URL
) -> Response:
    """Return the whole review as a report."""
    review = await reviews.get(session, actor, review_id)
    value = await reviews.value(session, actor, review_id)
    text = await run_in_threadpool(rendered, format, value)
    kind = MEDIA_TYPES[format]
    name = f"review-{review.number}{kind.extension}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=kind.media_type, headers=headers)
