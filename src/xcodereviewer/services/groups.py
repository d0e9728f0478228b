"""Groups of projects: administrators make them, their owners say who is in them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.errors import Conflict
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import AccessDenied, NoSuchObject, demand_admin, demand_scope
from xcodereviewer.services.members import AlreadyMember, Membership, found_user
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.projects import Group, GroupMember, role_in_group
from xcodereviewer.store.users import User

__all__ = ["add_member", "change_member", "create", "delete", "get", "in_sight", "members", "remove_member", "update"]


class GroupNameTaken(Conflict):
    """Another group is called so."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a group {name} already.")


async def in_sight(session: ReadSession, actor: Actor, *, after: UUID | None, limit: int) -> Sequence[Group]:
    """Return the groups that the actor is in, an administrator all, the newest first."""
    demand_scope(actor, Scope.READ)
    seen = select(Group).order_by(Group.id.desc()).limit(limit)
    if not actor.is_admin:
        own = select(GroupMember.group_id).where(GroupMember.user_id == actor.user_id)
        seen = seen.where(Group.id.in_(own))
    return (await session.scalars(seen if after is None else seen.where(Group.id < after))).all()


async def get(session: ReadSession, actor: Actor, group_id: UUID) -> Group:
    """Return a group that the actor is in."""
    return await _demand(session, actor, group_id, ProjectRole.VIEWER, scope=Scope.READ)


async def create(session: Session, actor: Actor, *, name: str, description: str) -> Group:
    """Add a group, still without members.

    Raises:
        GroupNameTaken: one is called so.
    """
    demand_admin(actor)
    await _free(session, name)
    group = Group(name=name, description=description)
    session.add(group)
    await session.flush()
    record(session, actor, "group.create", on=group.id, detail={"name": name})
    return group


async def update(session: Session, actor: Actor, group_id: UUID, change: Mapping[str, str]) -> Group:
    """Change what `change` names of a group.

    Raises:
        GroupNameTaken: another one is called so.
    """
    demand_admin(actor)
    group = await get(session, actor, group_id)
    if change.get("name", group.name) != group.name:
        await _free(session, change["name"])
    for key, value in change.items():
        setattr(group, key, value)
    record(session, actor, "group.update", on=group.id, detail={"changed": sorted(change)})
    await session.flush()
    return group


async def delete(session: Session, actor: Actor, group_id: UUID) -> None:
    """Dissolve a group; its projects stay with their own members."""
    demand_admin(actor)
    group = await get(session, actor, group_id)
    record(session, actor, "group.delete", on=group.id, detail={"name": group.name})
    await session.delete(group)


async def members(session: ReadSession, actor: Actor, group_id: UUID) -> Sequence[Membership]:
    """Return who is in a group, by name."""
    await _demand(session, actor, group_id, ProjectRole.VIEWER, scope=Scope.READ)
    inside = select(User, GroupMember.role).join(GroupMember, GroupMember.user_id == User.id)
    rows = await session.execute(inside.where(GroupMember.group_id == group_id).order_by(User.name, User.id))
    return [Membership(user=user, role=role) for user, role in rows]


async def add_member(session: Session, actor: Actor, group_id: UUID, email: str, role: ProjectRole) -> Membership:
    """Give somebody with an account a role in all projects of a group.

    Raises:
        AlreadyMember: he has one.
        NoSuchObject: there is no such account.
    """
    await _demand(session, actor, group_id, ProjectRole.OWNER, scope=Scope.WRITE)
    user = await found_user(session, email)
    await session.one_at_a_time(f"groups.{group_id}")
    if await session.get(GroupMember, (group_id, user.id)) is not None:
        raise AlreadyMember(user.email)
    session.add(GroupMember(group_id=group_id, user_id=user.id, role=role))
    record(session, actor, "group.add-member", on=group_id, detail={"user": str(user.id), "role": role.value})
    return Membership(user=user, role=role)


async def change_member(session: Session, actor: Actor, group_id: UUID, user_id: UUID, role: ProjectRole) -> Membership:
    """Give a member of a group another role."""
    member = await _member(session, actor, group_id, user_id)
    member.role = role
    record(session, actor, "group.change-member", on=group_id, detail={"user": str(user_id), "role": role.value})
    return Membership(user=await session.get_one(User, user_id), role=role)


async def remove_member(session: Session, actor: Actor, group_id: UUID, user_id: UUID) -> None:
    """Take somebody out of a group; administrators keep it in hand when no owner is left."""
    member = await _member(session, actor, group_id, user_id)
    record(session, actor, "group.remove-member", on=group_id, detail={"user": str(user_id)})
    await session.delete(member)


async def _demand(session: ReadSession, actor: Actor, group_id: UUID, role: ProjectRole, *, scope: Scope) -> Group:
    demand_scope(actor, scope)
    group, own = await session.get(Group, group_id), await role_in_group(session, actor, group_id)
    if group is None or own is None:
        raise NoSuchObject("group", group_id)
    if not own.includes(role):
        raise AccessDenied(f"the role `{role}` in this group")
    return group


async def _member(session: Session, actor: Actor, group_id: UUID, user_id: UUID) -> GroupMember:
    await _demand(session, actor, group_id, ProjectRole.OWNER, scope=Scope.WRITE)
    member = await session.get(GroupMember, (group_id, user_id))
    if member is None:
        raise NoSuchObject("member", user_id)
    return member


async def _free(session: Session, name: str) -> None:
    await session.one_at_a_time("groups.names")
    if (await session.scalars(select(Group).where(Group.name == name))).one_or_none() is not None:
        raise GroupNameTaken(name)
