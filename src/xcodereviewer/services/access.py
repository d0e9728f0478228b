"""What somebody may do in a project: every use case begins here."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.errors import Denied, NotFound
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.projects import Project, role_in, visible_projects

__all__ = ["AccessDenied", "NoSuchObject", "demand", "demand_admin", "demand_person", "demand_scope"]


class NoSuchObject(NotFound):
    """Something that is not there, or that whoever asks may not know of: the two are not told apart."""

    def __init__(self, what: str, key: UUID | str) -> None:
        super().__init__(f"There is no {what} {key}, or you may not see it.")


class AccessDenied(Denied):
    """Something that a higher role may."""

    def __init__(self, needed: str) -> None:
        super().__init__(f"This needs {needed}. Ask an owner of the project or an administrator.")


@dataclass(frozen=True, slots=True, kw_only=True)
class InProject:
    """A project, and what the actor is in it."""

    project: Project
    role: ProjectRole


def demand_scope(actor: Actor, scope: Scope) -> None:
    """Return when the credential may be used for this.

    Raises:
        AccessDenied: it is an API token without the scope.
    """
    if scope not in actor.scopes and not (scope is Scope.READ and actor.scopes):
        raise AccessDenied(f"an API token with the scope `{scope}`")


def demand_admin(actor: Actor) -> None:
    """Return when the actor administers the installation.

    Raises:
        AccessDenied: he does not.
    """
    if not actor.is_admin:
        raise AccessDenied("an administrator")


def demand_person(actor: Actor) -> None:
    """Return when somebody is there himself: a token makes no tokens and changes no password.

    Raises:
        AccessDenied: it is an API token.
    """
    if actor.is_program:
        raise AccessDenied("somebody who is logged in, not an API token")


async def demand(
    session: ReadSession, actor: Actor, project_id: UUID, role: ProjectRole, *, scope: Scope, deleted: bool = False
) -> InProject:
    """Return the project when the actor has at least the role in it; one in the recycle bin only when it is `deleted`.

    Raises:
        AccessDenied: he has a lower role, or his token not the scope.
        NoSuchObject: he has none, or there is no such project.
    """
    demand_scope(actor, scope)
    seen = select(Project).where(Project.id == project_id, Project.id.in_(visible_projects(actor, deleted=deleted)))
    project = (await session.scalars(seen.execution_options(populate_existing=True))).one_or_none()
    own = await role_in(session, actor, project) if project is not None else None
    if project is None or own is None:
        raise NoSuchObject("project", project_id)
    if not own.includes(role):
        raise AccessDenied(f"the role `{role}` in this project")
    return InProject(project=project, role=own)
