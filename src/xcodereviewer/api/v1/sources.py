"""What the repository of a project has to choose from."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from xcodereviewer.api.dependencies import CurrentUser, RequestParts
from xcodereviewer.api.v1.schemas.common import Branch
from xcodereviewer.api.v1.schemas.sources import FilesOut, RefsOut
from xcodereviewer.services.sources import Files
from xcodereviewer.sources.remote_listing import Refs

__all__ = ["router"]

router = APIRouter(prefix="/projects/{project_id}", tags=["sources"])


@router.get("/branches", response_model=RefsOut)
async def list_branches(project_id: UUID, parts: RequestParts, actor: CurrentUser) -> Refs:
    """Return the branches and tags of the project's repository, asked for now."""
    return await parts.sources.refs(parts.database, actor, project_id)


@router.get("/files", response_model=FilesOut)
async def list_files(
    project_id: UUID, parts: RequestParts, actor: CurrentUser, revision: Annotated[Branch | None, Query()] = None
) -> Files:
    """Return the files of a branch, tag or commit of the project's repository; of the default branch without one."""
    return await parts.sources.files(parts.database, actor, project_id, revision=revision)
