"""Projects, who is in them, and the groups that hold many."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, String, Text, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from xcodereviewer.domain.access import Actor, ProjectRole
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.schema import DOCUMENT, Key, Label, Made, Ranked, Table

__all__ = ["Group", "GroupMember", "Member", "Project", "role_in", "role_in_group", "visible_projects"]


class Group(Table):
    """An organisation, or a part of one: its members have their role in all its projects."""

    __tablename__ = "groups"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(200), unique=True)
    description: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[Made]


class GroupMember(Table):
    """Somebody's role in every project of a group."""

    __tablename__ = "group_members"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True)
    role: Mapped[ProjectRole] = mapped_column(Ranked(ProjectRole))
    created_at: Mapped[Made]


class Project(Table):
    """Code that is reviewed again and again; one that was deleted is in the recycle bin until it is purged."""

    __tablename__ = "projects"
    __table_args__ = (Index(None, "deleted_at", "created_at"),)

    id: Mapped[Key]
    name: Mapped[Label]
    description: Mapped[str] = mapped_column(Text, default="")
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("groups.id", ondelete="SET NULL"), index=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    git_url: Mapped[str | None] = mapped_column(Text)  # without credentials; None when code is uploaded
    default_branch: Mapped[str | None] = mapped_column(String(255))
    settings: Mapped[dict[str, Any]] = mapped_column(DOCUMENT, default=dict)  # of the review, by their keys
    version: Mapped[int] = mapped_column(default=1)  # grows with every change: the ETag
    created_at: Mapped[Made]
    updated_at: Mapped[Made]
    deleted_at: Mapped[datetime | None]


class Member(Table):
    """Somebody's role in one project."""

    __tablename__ = "members"
    __table_args__ = (UniqueConstraint("project_id", "user_id"),)

    id: Mapped[Key]
    project_id: Mapped[UUID] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    role: Mapped[ProjectRole] = mapped_column(Ranked(ProjectRole))
    created_at: Mapped[Made]


def visible_projects(actor: Actor, *, deleted: bool = False) -> Select[UUID]:
    """Select the ids of the projects that somebody may see: the one place that says which those are.

    They are those in the recycle bin when `deleted`, and the others when not.
    """
    there = Project.deleted_at.is_not(None) if deleted else Project.deleted_at.is_(None)
    if actor.is_admin:
        return select(Project.id).where(there)
    own = select(Member.project_id).where(Member.user_id == actor.user_id)
    groups = select(GroupMember.group_id).where(GroupMember.user_id == actor.user_id)
    return select(Project.id).where(there, or_(Project.id.in_(own), Project.group_id.in_(groups)))


async def role_in(session: ReadSession, actor: Actor, project: Project) -> ProjectRole | None:
    """Return the highest role that somebody has in a project, by himself or by its group; None for none."""
    if actor.is_admin:
        return ProjectRole.OWNER
    own = select(Member.role).where(Member.project_id == project.id, Member.user_id == actor.user_id)
    roles = (await session.scalars(own)).all()
    by_group = await role_in_group(session, actor, project.group_id) if project.group_id is not None else None
    return max([*roles, by_group] if by_group else roles, key=lambda role: role.rank, default=None)


async def role_in_group(session: ReadSession, actor: Actor, group_id: UUID) -> ProjectRole | None:
    """Return the role that somebody has in all projects of a group; None for none."""
    if actor.is_admin:
        return ProjectRole.OWNER
    own = select(GroupMember.role).where(GroupMember.group_id == group_id, GroupMember.user_id == actor.user_id)
    return (await session.scalars(own)).one_or_none()
