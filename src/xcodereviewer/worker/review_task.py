"""Doing a review for the service: from the order to the stored result."""

import asyncio
import zlib
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.errors import InputError, NotFound, Unavailable
from xcodereviewer.domain.job import JobState
from xcodereviewer.reports.json_report import read_review
from xcodereviewer.services.credentials import Reach
from xcodereviewer.services.review_results import KeptText, Result, known_findings, store_result
from xcodereviewer.store.database import ReadSession
from xcodereviewer.store.jobs import held
from xcodereviewer.store.reviews import Checkpoint, Review, Upload
from xcodereviewer.store.schema import utc_now
from xcodereviewer.worker.order import Git, Kept, Order, Progress, Refused, Reviewed, Text, Uploaded
from xcodereviewer.worker.review_child import carried_out
from xcodereviewer.worker.runner import Work

__all__ = ["ReviewTask"]


class ReviewRefused(InputError):
    """A review that cannot be, in the words of what refused it."""


class ReviewHeldUp(Unavailable):
    """A review that something kept from being done for now."""


class UploadGone(NotFound):
    """An archive whose bytes are not there any more."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The uploaded archive {name!r} is not there any more. Upload it again.")


class ReviewTask:
    """Does reviews; `uploads` is where archives lie, `cache` where results of files are kept."""

    def __init__(self, *, uploads: Path, cache: Path, reach: Reach, jobs: int = 1) -> None:
        self._uploads = uploads
        self._cache = cache
        self._reach = reach
        self._jobs = jobs

    async def __call__(self, work: Work) -> None:
        """Do the review of the job.

        Raises:
            LeaseLost: somebody else does it now.
            XCodeReviewerError: it cannot be, or not now.
        """
        order = await self._begin(work)
        texts: list[KeptText] = []
        async with carried_out(order) as said:
            async for frame in said:
                match frame:
                    case Progress(done=done, total=total):
                        work.tell(done, total)
                    case Kept(data=data):
                        await self._keep(work, data)
                    case Text(path=path, hash=digest, data=data):
                        texts.append(KeptText(path=path, hash=digest, data=data))
                    case Refused(message=message, may_pass=may_pass):
                        raise (ReviewHeldUp if may_pass else ReviewRefused)(message)
                    case Reviewed(report=report):
                        break
        reviewed = await asyncio.to_thread(lambda: read_review(zlib.decompress(report)))
        async with work.database.transaction() as session:
            result = Result(report=report, reviewed=reviewed, texts=texts)
            await store_result(session, work.lease, work.job.subject_id, result)

    async def _begin(self, work: Work) -> Order:
        """Note that the review runs, and return what is to be done."""
        async with work.database.transaction() as session:
            await held(session, work.lease)
            review = await session.get_one(Review, work.job.subject_id)
            review.state, review.started_at = JobState.RUNNING, review.started_at or utc_now()
            review.error = None
            known = await known_findings(session, review.project_id)
            checkpoints = select(Checkpoint.data).where(Checkpoint.review_id == review.id).order_by(Checkpoint.id)
            kept = (await session.scalars(checkpoints)).all()
            upload_id = review.source.get("upload_id")
            upload = await session.get(Upload, UUID(upload_id)) if upload_id else None
            source = await self._git(session, review) if review.source["kind"] == "git" else None
        await asyncio.to_thread(self._cache.mkdir, parents=True, exist_ok=True)
        return Order(
            source=source or await self._uploaded(review, upload),
            settings=review.settings,
            cache_folder=str(self._cache),
            known=list(known.entries),
            still_open=list(known.still_open),
            checkpoints=list(kept),
            jobs=self._jobs,
        )

    async def _git(self, session: ReadSession, review: Review) -> Git:
        url = review.source["url"]
        access = await self._reach.access(session, review.project_id, url)
        return Git(
            url=url,
            revision=review.source["revision"],
            user=access.user,
            token=access.token,
            ssh_key=access.ssh_key,
            known_hosts=access.known_hosts,
            networks=[str(network) for network in access.outbound.allowed],
        )

    async def _uploaded(self, review: Review, upload: Upload | None) -> Uploaded:
        path = self._uploads / str(upload.id) if upload else None
        if upload is None or path is None or not await asyncio.to_thread(path.is_file):
            raise UploadGone(review.source["name"])
        return Uploaded(path=str(path), name=upload.name)

    async def _keep(self, work: Work, data: bytes) -> None:
        async with work.database.transaction() as session:
            await held(session, work.lease)
            session.add(Checkpoint(review_id=work.job.subject_id, data=data))
