"""Members of a project."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from xcodereviewer.api.dependencies import CurrentUser, Reading, Writing
from xcodereviewer.api.idempotency import IdempotentRoute
from xcodereviewer.api.v1.schemas.members import MemberChange, MemberIn, MemberOut
from xcodereviewer.services import members

__all__ = ["router"]

router = APIRouter(route_class=IdempotentRoute, prefix="/projects/{project_id}/members", tags=["members"])


@router.get("", response_model=list[MemberOut])
async def list_members(project_id: UUID, session: Reading, actor: CurrentUser) -> list[MemberOut]:
    """Return who is in a project, by name; the members of its group are listed there."""
    return [MemberOut.of(one) for one in await members.of_project(session, actor, project_id)]


@router.post("", status_code=status.HTTP_201_CREATED, response_model=MemberOut)
async def add_member(
    project_id: UUID, body: MemberIn, session: Writing, actor: CurrentUser, response: Response
) -> MemberOut:
    """Give somebody with an account a role in a project."""
    member = await members.add(session, actor, project_id, body.email, body.role)
    response.headers["Location"] = f"/api/v1/projects/{project_id}/members/{member.user.id}"
    return MemberOut.of(member)


@router.patch("/{user_id}", response_model=MemberOut)
async def change_member(
    project_id: UUID, user_id: UUID, body: MemberChange, session: Writing, actor: CurrentUser
) -> MemberOut:
    """Give a member another role; one owner always stays."""
    return MemberOut.of(await members.change(session, actor, project_id, user_id, body.role))


@router.delete("/{user_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def remove_member(project_id: UUID, user_id: UUID, session: Writing, actor: CurrentUser) -> None:
    """Take a member out of a project, or leave it oneself; one owner always stays."""
    await members.remove(session, actor, project_id, user_id)
