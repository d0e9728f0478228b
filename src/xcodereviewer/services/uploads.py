"""Archives that people upload: taken in as they stream, kept in quarantine until they are accepted."""
# xcr: ignore-file[write-outside-its-place] writes uploads below the data folder

import asyncio
import contextlib
import errno
import hashlib
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from xcodereviewer.core.errors import Conflict, Unavailable
from xcodereviewer.core.file_validator import FileValidator, UploadNotTaken
from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.services.access import NoSuchObject, demand
from xcodereviewer.sources.archive import open_archive
from xcodereviewer.sources.selection import Selection
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import Database, ReadSession, Session
from xcodereviewer.store.reviews import Review, Upload
from xcodereviewer.store.schema import utc_now

__all__ = ["NoRoom", "Received", "Uploads", "of_project"]

_NAME_LENGTH = 255


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LEFT_BEHIND_S = 6 * 3600.0  # after which a file that nobody accepted is nobody's


class NoRoom(Unavailable):
    """A disk that is full."""

    def __init__(self) -> None:
        super().__init__("The upload could not be kept: the service has no room. Tell whoever runs it.")


class StorageFailed(Unavailable):
    """A disk that does not do what it is told."""

    def __init__(self) -> None:
        super().__init__("The upload could not be kept: the service cannot write its files. Tell whoever runs it.")


class QuotaUsed(Conflict):
    """A project with too many bytes of uploads."""

    def __init__(self, quota: int) -> None:
        super().__init__(f"The uploads of a project have at most {quota:,} bytes together. Delete some of them.")


class UploadInUse(Conflict):
    """An archive that a review still needs."""

    def __init__(self) -> None:
        super().__init__("A review of this upload waits or runs. Cancel it, or wait until it has ended.")


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
    quota: int  # bytes for each project

    async def receive(
        self, database: Database, actor: Actor, project_id: UUID, *, name: str, chunks: AsyncIterator[bytes]
    ) -> Received:
        """Take in an archive; no transaction is open while it streams.

        Raises:
            AccessDenied: the actor is no reviewer of the project.
            NoRoom: the disk is full.
            QuotaUsed: the project has too much already.
            UploadNotTaken: it is too large, or no archive that can be reviewed.
        """
        async with database.reading() as session:
            await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)
            left = self.quota - await _used(session, project_id)
        await asyncio.to_thread(self._sweep)
        key = new_id()
        path = self._quarantined(key)
        try:
            size, digest = await self._write(path, chunks, left=left)
            await asyncio.to_thread(self._check, path)
        except BaseException:
            await asyncio.to_thread(path.unlink, missing_ok=True)
            raise
        shown = name.replace("\\", "/").rpartition("/")[2][-_NAME_LENGTH:] or "upload"
        return Received(id=key, name=shown, size=size, sha256=digest)

    async def accept(self, session: Session, actor: Actor, project_id: UUID, received: Received) -> Upload:
        """Add the archive to the project, within the transaction of the request.

        Raises:
            QuotaUsed: others have added to the project meanwhile.
        """
        await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)
        await session.one_at_a_time(f"uploads.{project_id}")
        if await _used(session, project_id) + received.size > self.quota:
            raise QuotaUsed(self.quota)
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
        with _told():
            await asyncio.to_thread(self._quarantined(received.id).rename, self.folder / str(received.id))
        detail = {"name": received.name, "size": received.size, "sha256": received.sha256}
        record(session, actor, "upload.accept", on=upload.id, project_id=project_id, detail=detail)
        return upload

    async def delete(self, session: Session, actor: Actor, project_id: UUID, upload_id: UUID) -> None:
        """Take an archive away from the project; its bytes go with `discard`, once that is certain.

        Raises:
            NoSuchObject: the project has no such archive.
            UploadInUse: a review needs it.
        """
        await demand(session, actor, project_id, ProjectRole.MAINTAINER, scope=Scope.WRITE)
        upload = await session.get(Upload, upload_id)
        if upload is None or upload.project_id != project_id:
            raise NoSuchObject("upload", upload_id)
        under_way = select(Review.source).where(Review.project_id == project_id, Review.ended_at.is_(None))
        if any(source.get("upload_id") == str(upload_id) for source in await session.scalars(under_way)):
            raise UploadInUse
        await session.delete(upload)
        record(session, actor, "upload.delete", on=upload_id, project_id=project_id, detail={"name": upload.name})
        await session.flush()

    async def refuse(self, received: Received) -> None:
        """Remove the bytes of an archive that was not accepted."""
        await asyncio.to_thread(self._quarantined(received.id).unlink, missing_ok=True)

    async def discard(self, key: UUID) -> None:
        """Remove the bytes of an archive that was deleted."""
        await asyncio.to_thread((self.folder / str(key)).unlink, missing_ok=True)

    async def _write(self, path: Path, chunks: AsyncIterator[bytes], *, left: int) -> tuple[int, str]:
        size, digest = 0, hashlib.sha256()
        with _told():
            await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
            with path.open("xb") as file:
                async for chunk in chunks:
                    size += len(chunk)
                    self.validator.check_size(size)
                    if size > left:
                        raise QuotaUsed(self.quota)
                    digest.update(chunk)
                    await asyncio.to_thread(file.write, chunk)
        if size == 0:
            raise UploadNotTaken("it is empty")
        return size, digest.hexdigest()

    def _check(self, path: Path) -> None:
        """Open the archive as a review would: what is broken, a bomb or leads outside is refused here."""
        self.validator.kind_of(path)
        with open_archive(path, selection=Selection()):
            pass

    def _sweep(self) -> None:
        """Remove what was left in quarantine by uploads that were cut off with their process."""
        oldest = time.time() - _LEFT_BEHIND_S
        for path in (self.folder / "quarantine").glob("*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _quarantined(self, key: UUID) -> Path:
        return self.folder / "quarantine" / str(key)


async def of_project(
    session: ReadSession, actor: Actor, project_id: UUID, *, after: UUID | None = None, limit: int = 50
) -> Sequence[Upload]:
    """Return the archives of a project, the newest first, those after the one with that id."""
    await demand(session, actor, project_id, ProjectRole.VIEWER, scope=Scope.READ)
    asked = select(Upload).where(Upload.project_id == project_id)
    if after is not None:
        asked = asked.where(Upload.id < after)
    return (await session.scalars(asked.order_by(Upload.id.desc()).limit(limit))).all()


async def _used(session: ReadSession, project_id: UUID) -> int:
    return int(await session.scalar(select(func.sum(Upload.size)).where(Upload.project_id == project_id)) or 0)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell of a disk that is full or broken in our own words."""
    try:
        yield
    except OSError as error:
        raise (NoRoom if error.errno in _FULL else StorageFailed) from error
