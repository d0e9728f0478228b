"""Who looks after a finding."""

from uuid import UUID

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.access import Actor, ProjectRole, Scope, SystemRole
from xcodereviewer.services.access import demand
from xcodereviewer.services.findings.decide import get
from xcodereviewer.services.projects import Changed
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import Session
from xcodereviewer.store.findings import Finding
from xcodereviewer.store.projects import role_in
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import User

__all__ = ["assign"]


class NoMember(InputError):
    """Somebody who could not even see the finding."""

    def __init__(self, user_id: UUID) -> None:
        super().__init__(f"{user_id} is no member of this project: findings are assigned to members only.")


async def assign(
    session: Session, actor: Actor, finding_id: UUID, user_id: UUID | None, *, version: int | None
) -> Finding:
    """Give a finding to a member of its project, or to nobody; `version` is the one that the choice was made from.

    Raises:
        AccessDenied: the actor is no reviewer of the project.
        Changed: it has another version now.
        NoMember: whom it is given to has no role in the project, or no account that is in use.
    """
    finding, _ = await get(session, actor, finding_id)
    project = (await demand(session, actor, finding.project_id, ProjectRole.REVIEWER, scope=Scope.TRIAGE)).project
    await session.refresh(finding, with_for_update=True)
    if version is not None and version != finding.version:
        raise Changed("finding")
    if user_id is not None:
        user = await session.get(User, user_id)
        member = Actor(user_id=user_id, role=SystemRole.USER)
        if user is None or not user.is_active or await role_in(session, member, project) is None:
            raise NoMember(user_id)
    finding.assignee_id, finding.version, finding.updated_at = user_id, finding.version + 1, utc_now()
    detail = {"assignee_id": str(user_id) if user_id else None}
    record(session, actor, "finding.assign", on=finding.id, project_id=project.id, detail=detail)
    await session.flush()
    return finding
