"""What a project's code has to choose from: branches, tags, files."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import demand
from xcodereviewer.services.credentials import Reach
from xcodereviewer.sources.remote import RemoteLimits
from xcodereviewer.sources.remote_access import RemoteAccess
from xcodereviewer.sources.remote_listing import Refs, list_files, list_refs
from xcodereviewer.store.database import Database

__all__ = ["Files", "Sources"]

_LIMITS = RemoteLimits(timeout_s=30, total_bytes=200_000_000)
_AT_ONCE = 4
_MOST_FILES = 50_000
_T = TypeVar("_T")


class NoRepository(InputError):
    """A project whose code is uploaded."""

    def __init__(self) -> None:
        super().__init__("This project has no Git URL. Give it one to choose from its branches and files.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The files of a commit, sorted; `is_cut` when there are more than are given."""

    revision: str
    files: Sequence[str]
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Asks repositories, some at once; no transaction is open while one answers."""

    reach: Reach
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def refs(self, database: Database, actor: Actor, project_id: UUID) -> Refs:
        """Return the branches and tags of the project's repository.

        Raises:
            NoRepository: the project has none.
            XCodeReviewerError: it cannot be reached, or not with the project's credentials.
        """
        url, access, _ = await self._way(database, actor, project_id)
        return await self._asked(lambda: list_refs(url, access=access, limits=_LIMITS))

    async def files(self, database: Database, actor: Actor, project_id: UUID, *, revision: str | None) -> Files:
        """Return the files of a commit of the project's repository; without a revision, of its default branch.

        Raises:
            NoRepository: the project has none.
            XCodeReviewerError: there is no such commit, or it cannot be reached.
        """
        url, access, default = await self._way(database, actor, project_id)
        named = revision or default
        commit, paths = await self._asked(lambda: list_files(url, revision=named, access=access, limits=_LIMITS))
        return Files(revision=commit, files=paths[:_MOST_FILES], is_cut=len(paths) > _MOST_FILES)

    async def _way(self, database: Database, actor: Actor, project_id: UUID) -> tuple[str, RemoteAccess, str | None]:
        async with database.reading() as session:
            project = (await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.READ)).project
            if project.git_url is None:
                raise NoRepository
            access = await self.reach.access(session, project_id, project.git_url)
            return project.git_url, access, project.default_branch

    async def _asked(self, ask: Callable[[], _T]) -> _T:
        async with self.turn:
            return await asyncio.to_thread(ask)
