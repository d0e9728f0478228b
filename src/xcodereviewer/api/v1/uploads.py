"""Archives of code."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response, status

from xcodereviewer.api.dependencies import CurrentUser, RequestParts
from xcodereviewer.api.v1.schemas.uploads import UploadOut
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
    async with parts.database.transaction() as session:
        upload = await parts.uploads.accept(session, actor, project_id, received)
    response.headers["Location"] = f"/api/v1/projects/{project_id}/uploads/{upload.id}"
    return upload
