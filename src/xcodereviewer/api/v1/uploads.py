"""Archives of code."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response, status

from xcodereviewer.api.dependencies import CurrentUser, Reading, RequestParts
from xcodereviewer.api.v1.cursors import page_of, read_cursor
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.uploads import UploadOut
from xcodereviewer.services.uploads import of_project
from xcodereviewer.store.reviews import Upload

__all__ = ["router"]

router = APIRouter(prefix="/projects/{project_id}/uploads", tags=["uploads"])

_BODY = {"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string"}}}}}


@router.post("", status_code=status.HTTP_201_CREATED, response_model=UploadOut, openapi_extra=_BODY)
async def upload_archive(
    project_id: UUID,
    request: Request,
    parts: RequestParts,
    actor: CurrentUser,
    response: Response,
    name: Annotated[str, Query(min_length=1, max_length=255, pattern=r"^[^\x00]*$", examples=["bookshop.zip"])],
) -> Upload:
    """Take in a ZIP or tar archive, which is the body of the request; it is looked at before it is accepted."""
    received = await parts.uploads.receive(parts.database, actor, project_id, name=name, chunks=request.stream())
    try:
        async with parts.database.transaction() as session:
            upload = await parts.uploads.accept(session, actor, project_id, received)
    except BaseException:
        await parts.uploads.refuse(received)
        raise
    response.headers["Location"] = f"/api/v1/projects/{project_id}/uploads/{upload.id}"
    return upload


@router.get("", response_model=Page[UploadOut])
async def list_uploads(
    project_id: UUID,
    session: Reading,
    actor: CurrentUser,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, object]:
    """Return the archives of a project, the newest first."""
    place = read_cursor(cursor)
    found = await of_project(session, actor, project_id, after=place.id if place else None, limit=limit + 1)
    return page_of(found, limit)


@router.delete("/{upload_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def delete_upload(project_id: UUID, upload_id: UUID, parts: RequestParts, actor: CurrentUser) -> None:
    """Delete an archive; reviews of it stay."""
    async with parts.database.transaction() as session:
        await parts.uploads.delete(session, actor, project_id, upload_id)
    await parts.uploads.discard(upload_id)
