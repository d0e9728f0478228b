"""Who is in a project: added by their address, given another role, taken out; one owner always stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from xcodereviewer.core.errors import Conflict
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import NoSuchObject, demand
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.projects import Member
from xcodereviewer.store.users import User, user_by_email

__all__ = ["AlreadyMember", "Membership", "add", "change", "found_user", "of_project", "remove"]


class AlreadyMember(Conflict):
    """Somebody who is in it already."""

    def __init__(self, email: str) -> None:
        super().__init__(f"{email} is a member already. Change the role instead.")


class LastOwner(Conflict):
    """A change after which a project would be nobody's."""

    def __init__(self) -> None:
        super().__init__("This is the last owner of the project. Make another one first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Somebody and his role."""

    user: User
    role: ProjectRole


async def of_project(session: ReadSession, actor: Actor, project_id: UUID) -> Sequence[Membership]:
    """Return the members of a project by name; those of its group are not among them."""
    await demand(session, actor, project_id, ProjectRole.VIEWER, scope=Scope.READ)
    members = select(User, Member.role).join(Member, Member.user_id == User.id).where(Member.project_id == project_id)
    rows = await session.execute(members.order_by(User.name, User.id))
    return [Membership(user=user, role=role) for user, role in rows]


async def add(session: Session, actor: Actor, project_id: UUID, email: str, role: ProjectRole) -> Membership:
    """Give somebody with an account a role in a project.

    Raises:
        AlreadyMember: he has one.
        NoSuchObject: there is no such account.
    """
    await demand(session, actor, project_id, ProjectRole.OWNER, scope=Scope.WRITE)
    user = await found_user(session, email)
    await session.one_at_a_time(f"members.{project_id}")
    if await _member(session, project_id, user.id) is not None:
        raise AlreadyMember(user.email)
    session.add(Member(project_id=project_id, user_id=user.id, role=role))
    _record(session, actor, "member.add", project_id, user.id, role)
    return Membership(user=user, role=role)


async def change(session: Session, actor: Actor, project_id: UUID, user_id: UUID, role: ProjectRole) -> Membership:
    """Give a member another role.

    Raises:
        LastOwner: the project would have none.
        NoSuchObject: he is no member.
    """
    await demand(session, actor, project_id, ProjectRole.OWNER, scope=Scope.WRITE)
    member = await _changeable(session, project_id, user_id, still_owner=role is ProjectRole.OWNER)
    member.role = role
    _record(session, actor, "member.change", project_id, user_id, role)
    return Membership(user=await session.get_one(User, user_id), role=role)


async def remove(session: Session, actor: Actor, project_id: UUID, user_id: UUID) -> None:
    """Take a member out of a project; everybody may leave.

    Raises:
        LastOwner: the project would have none.
        NoSuchObject: he is no member.
    """
    needed = ProjectRole.VIEWER if user_id == actor.user_id else ProjectRole.OWNER
    await demand(session, actor, project_id, needed, scope=Scope.WRITE)
    member = await _changeable(session, project_id, user_id, still_owner=False)
    _record(session, actor, "member.remove", project_id, user_id, member.role)
    await session.delete(member)


async def found_user(session: ReadSession, email: str) -> User:
    """Return who has the address.

    Raises:
        NoSuchObject: nobody with an open account.
    """
    user = await user_by_email(session, email)
    if user is None or not user.is_active:
        raise NoSuchObject("user", email)
    return user


async def _changeable(session: Session, project_id: UUID, user_id: UUID, *, still_owner: bool) -> Member:
    await session.one_at_a_time(f"members.{project_id}")
    member = await _member(session, project_id, user_id)
    if member is None:
        raise NoSuchObject("member", user_id)
    if member.role is ProjectRole.OWNER and not still_owner and not await _other_owners(session, member):
        raise LastOwner
    return member


async def _member(session: Session, project_id: UUID, user_id: UUID) -> Member | None:
    own = select(Member).where(Member.project_id == project_id, Member.user_id == user_id)
    return (await session.scalars(own.execution_options(populate_existing=True))).one_or_none()


async def _other_owners(session: Session, member: Member) -> bool:
    others = select(func.count()).select_from(Member).join(User, User.id == Member.user_id)
    others = others.where(Member.project_id == member.project_id, Member.role == ProjectRole.OWNER)
    return bool(await session.scalar(others.where(Member.id != member.id, User.is_active)))


def _record(session: Session, actor: Actor, action: str, project_id: UUID, user_id: UUID, role: ProjectRole) -> None:
    record(session, actor, action, on=user_id, project_id=project_id, detail={"role": role.value})
