"""Archives that people upload: taken in as they stream, kept in quarantine until they are accepted."""
# xcr: ignore-file[write-outside-its-place] writes uploads below the data folder

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.core.file_validator import FileValidator, UploadNotTaken
from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import demand
from xcodereviewer.sources.archive import open_archive
from xcodereviewer.sources.selection import Selection
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import Database, Session
from xcodereviewer.store.reviews import Upload
from xcodereviewer.store.schema import utc_now

__all__ = ["Received", "Uploads"]

_NAME_LENGTH = 255


class NoRoom(Unavailable):
    """A disk that is full."""

    def __init__(self) -> None:
        super().__init__("The upload could not be kept: the service has no room. Tell whoever runs it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An archive that was taken in and looks right, still in quarantine."""

    id: UUID
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploads:
    """Takes archives into a folder."""

    folder: Path
    validator: FileValidator

    async def receive(
        self, database: Database, actor: Actor, project_id: UUID, *, name: str, chunks: AsyncIterator[bytes]
    ) -> Received:
        """Take in an archive; no transaction is open while it streams.

        Raises:
            AccessDenied: the actor is no reviewer of the project.
            UploadNotTaken: it is too large, or no archive that can be reviewed.
        """
        async with database.reading() as session:
            await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)
        key = new_id()
        path = self._quarantined(key)
        try:
            size, digest = await self._write(path, chunks)
            await asyncio.to_thread(self._check, path)
        except BaseException:
            await asyncio.to_thread(path.unlink, missing_ok=True)
            raise
        shown = name.replace("\\", "/").rpartition("/")[2][-_NAME_LENGTH:] or "upload"
        return Received(id=key, name=shown, size=size, sha256=digest)

    async def accept(self, session: Session, actor: Actor, project_id: UUID, received: Received) -> Upload:
        """Add the archive to the project, within the transaction of the request."""
        await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)
        upload = Upload(
            id=received.id,
            project_id=project_id,
            created_by=actor.user_id,
            name=received.name,
            size=received.size,
            sha256=received.sha256,
            accepted_at=utc_now(),
        )
        session.add(upload)
        await session.flush()
        await asyncio.to_thread(self._quarantined(received.id).rename, self.folder / str(received.id))
        detail = {"name": received.name, "size": received.size, "sha256": received.sha256}
        record(session, actor, "upload.accept", on=upload.id, project_id=project_id, detail=detail)
        return upload

    async def _write(self, path: Path, chunks: AsyncIterator[bytes]) -> tuple[int, str]:
        size, digest = 0, hashlib.sha256()
        try:
            await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
            with path.open("xb") as file:
                async for chunk in chunks:
                    size += len(chunk)
                    self.validator.check_size(size)
                    digest.update(chunk)
                    await asyncio.to_thread(file.write, chunk)
        except OSError as error:
            raise NoRoom from error
        if size == 0:
            raise UploadNotTaken("it is empty")
        return size, digest.hexdigest()

    def _check(self, path: Path) -> None:
        """Open the archive as a review would: what is broken, a bomb or leads outside is refused here."""
        self.validator.kind_of(path)
        with open_archive(path, selection=Selection()):
            pass

    def _quarantined(self, key: UUID) -> Path:
        return self.folder / "quarantine" / str(key)
