"""Groups of projects, and who is in them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from xcodereviewer.api.dependencies import AdminUser, CurrentUser, Reading, Writing
from xcodereviewer.api.idempotency import IdempotentRoute
from xcodereviewer.api.v1.cursors import page_of, read_cursor
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.groups import GroupChange, GroupIn, GroupOut
from xcodereviewer.api.v1.schemas.members import MemberChange, MemberIn, MemberOut
from xcodereviewer.services import groups
from xcodereviewer.store.projects import Group

__all__ = ["router"]

router = APIRouter(route_class=IdempotentRoute, prefix="/groups", tags=["groups"])


@router.get("", response_model=Page[GroupOut])
async def list_groups(
    session: Reading,
    actor: CurrentUser,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, object]:
    """Return the groups that one is in, for administrators all, the newest first."""
    place = read_cursor(cursor)
    found = await groups.in_sight(session, actor, after=place.id if place else None, limit=limit + 1)
    return page_of(found, limit)


@router.post("", status_code=status.HTTP_201_CREATED, response_model=GroupOut)
async def create_group(body: GroupIn, session: Writing, actor: AdminUser, response: Response) -> Group:
    """Add a group."""
    group = await groups.create(session, actor, name=body.name, description=body.description)
    response.headers["Location"] = f"/api/v1/groups/{group.id}"
    return group


@router.get("/{group_id}", response_model=GroupOut)
async def get_group(group_id: UUID, session: Reading, actor: CurrentUser) -> Group:
    """Return a group that one is in."""
    return await groups.get(session, actor, group_id)


@router.patch("/{group_id}", response_model=GroupOut)
async def change_group(group_id: UUID, body: GroupChange, session: Writing, actor: AdminUser) -> Group:
    """Change a group's name or description."""
    return await groups.update(session, actor, group_id, body.model_dump(exclude_none=True))


@router.delete("/{group_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def delete_group(group_id: UUID, session: Writing, actor: AdminUser) -> None:
    """Dissolve a group; its projects stay with their own members."""
    await groups.delete(session, actor, group_id)


@router.get("/{group_id}/members", response_model=list[MemberOut])
async def list_group_members(group_id: UUID, session: Reading, actor: CurrentUser) -> list[MemberOut]:
    """Return who is in a group, by name."""
    return [MemberOut.of(one) for one in await groups.members(session, actor, group_id)]


@router.post("/{group_id}/members", status_code=status.HTTP_201_CREATED, response_model=MemberOut)
async def add_group_member(
    group_id: UUID, body: MemberIn, session: Writing, actor: CurrentUser, response: Response
) -> MemberOut:
    """Give somebody with an account a role in all projects of a group."""
    member = await groups.add_member(session, actor, group_id, body.email, body.role)
    response.headers["Location"] = f"/api/v1/groups/{group_id}/members/{member.user.id}"
    return MemberOut.of(member)


@router.patch("/{group_id}/members/{user_id}", response_model=MemberOut)
async def change_group_member(
    group_id: UUID, user_id: UUID, body: MemberChange, session: Writing, actor: CurrentUser
) -> MemberOut:
    """Give a member of a group another role."""
    return MemberOut.of(await groups.change_member(session, actor, group_id, user_id, body.role))


@router.delete("/{group_id}/members/{user_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def remove_group_member(group_id: UUID, user_id: UUID, session: Writing, actor: CurrentUser) -> None:
    """Take somebody out of a group."""
    await groups.remove_member(session, actor, group_id, user_id)
