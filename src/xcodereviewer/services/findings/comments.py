"""What people say of a finding."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import AccessDenied, NoSuchObject, demand
from xcodereviewer.services.findings.decide import get
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.findings import Comment, Finding
from xcodereviewer.store.projects import visible_projects
from xcodereviewer.store.schema import utc_now

__all__ = ["add", "delete", "edit", "of_finding"]


async def of_finding(session: ReadSession, actor: Actor, finding_id: UUID) -> Sequence[Comment]:
    """Return the comments on a finding, the first one first."""
    await get(session, actor, finding_id)
    return (await session.scalars(select(Comment).where(Comment.finding_id == finding_id).order_by(Comment.id))).all()


async def add(session: Session, actor: Actor, finding_id: UUID, text: str) -> Comment:
    """Add a comment."""
    finding, _ = await get(session, actor, finding_id)
    await demand(session, actor, finding.project_id, ProjectRole.REVIEWER, scope=Scope.TRIAGE)
    comment = Comment(finding_id=finding_id, user_id=actor.user_id, text=text)
    session.add(comment)
    await session.flush()
    record(session, actor, "comment.add", on=comment.id, project_id=finding.project_id)
    return comment


async def edit(session: Session, actor: Actor, comment_id: UUID, text: str) -> Comment:
    """Change what one's own comment says.

    Raises:
        AccessDenied: it is somebody else's.
    """
    comment, project_id = await _found(session, actor, comment_id)
    await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.TRIAGE)
    if comment.user_id != actor.user_id:
        raise AccessDenied("to be whoever wrote the comment")
    comment.text, comment.edited_at = text, utc_now()
    record(session, actor, "comment.edit", on=comment.id, project_id=project_id)
    await session.flush()
    return comment


async def delete(session: Session, actor: Actor, comment_id: UUID) -> None:
    """Take away one's own comment, or as a maintainer anybody's.

    Raises:
        AccessDenied: it is somebody else's, and the actor no maintainer.
    """
    comment, project_id = await _found(session, actor, comment_id)
    is_own = comment.user_id == actor.user_id
    needed = ProjectRole.REVIEWER if is_own else ProjectRole.MAINTAINER
    await demand(session, actor, project_id, needed, scope=Scope.TRIAGE)
    await session.delete(comment)
    record(session, actor, "comment.delete", on=comment.id, project_id=project_id)


async def _found(session: ReadSession, actor: Actor, comment_id: UUID) -> tuple[Comment, UUID]:
    asked = select(Comment, Finding.project_id).join(Finding, Finding.id == Comment.finding_id)
    seen = asked.where(Comment.id == comment_id, Finding.project_id.in_(visible_projects(actor)))
    row = (await session.execute(seen)).one_or_none()
    if row is None:
        raise NoSuchObject("comment", comment_id)
    return row[0], row[1]
