"""Projects."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response, status

from xcodereviewer.api.dependencies import CurrentUser, Reading, Writing
from xcodereviewer.api.idempotency import IdempotentRoute
from xcodereviewer.api.v1.cursors import page_of, read_cursor
from xcodereviewer.api.v1.etags import etag, read_etag
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.projects import ProjectChange, ProjectIn, ProjectOut
from xcodereviewer.services import projects
from xcodereviewer.store.projects import Project

__all__ = ["router"]

router = APIRouter(route_class=IdempotentRoute, prefix="/projects", tags=["projects"])


@router.post("", status_code=status.HTTP_201_CREATED, response_model=ProjectOut)
async def create_project(body: ProjectIn, session: Writing, actor: CurrentUser, response: Response) -> Project:
    """Add a project; who adds it owns it."""
    project = await projects.create(session, actor, projects.NewProject(**body.model_dump()))
    response.headers["Location"] = f"/api/v1/projects/{project.id}"
    response.headers["ETag"] = etag(project.version)
    return project


@router.get("", response_model=Page[ProjectOut])
async def list_projects(
    session: Reading,
    actor: CurrentUser,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, object]:
    """Return the projects that whoever asks may see, the newest first."""
    place = read_cursor(cursor)
    found = await projects.in_sight(session, actor, after=place.id if place else None, limit=limit + 1)
    return page_of(found, limit)


@router.get("/{project_id}", response_model=ProjectOut)
async def get_project(project_id: UUID, session: Reading, actor: CurrentUser, response: Response) -> Project:
    """Return a project; its `ETag` goes with a change."""
    project = await projects.get(session, actor, project_id)
    response.headers["ETag"] = etag(project.version)
    return project


@router.patch("/{project_id}", response_model=ProjectOut)
async def change_project(
    project_id: UUID,
    body: ProjectChange,
    session: Writing,
    actor: CurrentUser,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=100)] = None,
) -> Project:
    """Change a project; with `If-Match`, only if nobody else did since."""
    change = body.model_dump(exclude_unset=True)
    project = await projects.update(session, actor, project_id, change, version=read_etag(if_match))
    response.headers["ETag"] = etag(project.version)
    return project


@router.delete("/{project_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def delete_project(project_id: UUID, session: Writing, actor: CurrentUser) -> None:
    """Put a project into the recycle bin."""
    await projects.delete(session, actor, project_id)


@router.post("/{project_id}/restore", response_model=ProjectOut)
async def restore_project(project_id: UUID, session: Writing, actor: CurrentUser) -> Project:
    """Take a project out of the recycle bin."""
    return await projects.restore(session, actor, project_id)
