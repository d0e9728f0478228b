"""Projects: made, changed, put into the recycle bin and taken out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.configuration import Layer, configuration_of
from xcodereviewer.core.errors import Conflict, InputError
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import NoSuchObject, demand, demand_scope
from xcodereviewer.sources.remote_url import Protocol, parse_git_url
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.projects import Group, Member, Project, role_in_group, visible_projects
from xcodereviewer.store.schema import utc_now

__all__ = ["Changed", "NewProject", "create", "delete", "get", "in_sight", "restore", "update"]

_ONLY_AT_HOME = frozenset({"rules", "models", "baseline", "jobs", "cache", "cache-megabytes", "locale"})


class Changed(Conflict):
    """Somebody else changed it meanwhile."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The {what} was changed meanwhile. Load it again, and change it then.")


class SettingNotForProjects(InputError):
    """A setting that only makes sense on one's own machine."""

    def __init__(self, key: str) -> None:
        super().__init__(f"`{key}` cannot be set for a project of the service.")


class NoLocalRepositories(InputError):
    """A repository on the machine of the service itself."""

    def __init__(self) -> None:
        super().__init__("A Git URL of a project is https://… or ssh://…; files of this machine are not read.")


class CredentialsInUrl(InputError):
    """A password in a place where it would be shown."""

    def __init__(self) -> None:
        super().__init__(
            "The Git URL holds a password or token. Leave it out; the project's credentials are its place."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProject:
    """What a project is made from; `settings` are those of `.xcr.toml`, by their keys."""

    name: str
    description: str = ""
    git_url: str | None = None
    default_branch: str | None = None
    group_id: UUID | None = None
    settings: Mapping[str, object] = field(default_factory=dict)


async def create(session: Session, actor: Actor, new: NewProject) -> Project:
    """Add a project, of which the actor is the owner.

    Raises:
        InputError: its URL or a setting is not taken.
    """
    demand_scope(actor, Scope.WRITE)
    await _demand_group(session, actor, new.group_id)
    now = utc_now()
    project = Project(
        name=new.name,
        description=new.description,
        created_by=actor.user_id,
        git_url=_checked_url(new.git_url),
        default_branch=new.default_branch,
        group_id=new.group_id,
        settings=_checked_settings(new.settings),
        updated_at=now,
    )
    session.add(project)
    await session.flush()
    session.add(Member(project_id=project.id, user_id=actor.user_id, role=ProjectRole.OWNER))
    record(session, actor, "project.create", on=project.id, project_id=project.id, detail={"name": new.name})
    await session.flush()
    return project


async def in_sight(
    session: ReadSession, actor: Actor, *, after: UUID | None = None, limit: int = 50, deleted: bool = False
) -> Sequence[Project]:
    """Return the projects that the actor may see, the newest first, those after the one with that id."""
    demand_scope(actor, Scope.READ)
    seen = select(Project).where(Project.id.in_(visible_projects(actor, deleted=deleted)))
    if after is not None:
        seen = seen.where(Project.id < after)
    return (await session.scalars(seen.order_by(Project.id.desc()).limit(limit))).all()


async def get(session: ReadSession, actor: Actor, project_id: UUID) -> Project:
    """Return a project that the actor may see."""
    return (await demand(session, actor, project_id, ProjectRole.VIEWER, scope=Scope.READ)).project


async def update(
    session: Session, actor: Actor, project_id: UUID, change: Mapping[str, object], *, version: int | None
) -> Project:
    """Change what `change` names of a project; `version` is the one that the change was made from.

    Raises:
        Changed: it has another version now.
        InputError: its URL or a setting is not taken.
    """
    needed = ProjectRole.OWNER if "group_id" in change else ProjectRole.MAINTAINER
    project = (await demand(session, actor, project_id, needed, scope=Scope.WRITE)).project
    if version is not None and version != project.version:
        raise Changed("project")
    for key, value in change.items():
        match key:
            case "git_url":
                project.git_url = _checked_url(value if isinstance(value, str) else None)
            case "group_id":
                project.group_id = value if isinstance(value, UUID) else None
                await _demand_group(session, actor, project.group_id)
            case "settings" if isinstance(value, Mapping):
                project.settings = _checked_settings(value)
            case _:
                setattr(project, key, value)
    project.version += 1
    project.updated_at = utc_now()
    record(session, actor, "project.update", on=project.id, project_id=project.id, detail={"changed": sorted(change)})
    await session.flush()
    return project


async def delete(session: Session, actor: Actor, project_id: UUID) -> None:
    """Put a project into the recycle bin."""
    project = (await demand(session, actor, project_id, ProjectRole.OWNER, scope=Scope.WRITE)).project
    project.deleted_at = utc_now()
    record(session, actor, "project.delete", on=project.id, project_id=project.id)


async def restore(session: Session, actor: Actor, project_id: UUID) -> Project:
    """Take a project out of the recycle bin."""
    found = await demand(session, actor, project_id, ProjectRole.OWNER, scope=Scope.WRITE, deleted=True)
    found.project.deleted_at = None
    record(session, actor, "project.restore", on=project_id, project_id=project_id)
    return found.project


async def _demand_group(session: ReadSession, actor: Actor, group_id: UUID | None) -> None:
    if group_id is None:
        return
    role = await role_in_group(session, actor, group_id)
    if role is None or await session.get(Group, group_id) is None:  # an administrator has a role in any
        raise NoSuchObject("group", group_id)


def _checked_url(url: str | None) -> str | None:
    if url is None:
        return None
    parsed = parse_git_url(url)
    if parsed.protocol is Protocol.FILE:
        raise NoLocalRepositories
    if parsed.password or (parsed.user and parsed.protocol is Protocol.HTTPS):
        raise CredentialsInUrl
    return parsed.address


def _checked_settings(settings: Mapping[str, object]) -> dict[str, object]:
    for key in settings:
        if key in _ONLY_AT_HOME:
            raise SettingNotForProjects(key)
    configuration_of([Layer(origin="the project", values=settings)])
    return dict(settings)
