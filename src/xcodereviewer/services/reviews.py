"""Reviews of a project: ordered, watched, cancelled, tried again."""

import asyncio
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import undefer

from xcodereviewer.core.errors import Conflict, InputError
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.domain.job import JobKind, JobState
from xcodereviewer.domain.review import Review as ReviewValue
from xcodereviewer.reports.json_report import read_review
from xcodereviewer.services.access import NoSuchObject, demand
from xcodereviewer.services.jobs import ask_to_end, begin_again, enqueue
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.jobs import Job, JobEvent, events_after
from xcodereviewer.store.projects import Project
from xcodereviewer.store.reviews import Checkpoint, Review, Upload

__all__ = ["FromGit", "FromUpload", "NoReport", "cancel", "events", "get", "of_project", "order", "retry", "value"]


class NothingToReview(InputError):
    """A review of a project that has no code yet."""

    def __init__(self) -> None:
        super().__init__("This project has no Git URL. Give it one, or upload an archive and review that.")


class AlreadyOver(Conflict):
    """Something that can only be asked of a review that waits or runs."""

    def __init__(self, state: JobState) -> None:
        super().__init__(f"The review is {state} already.")


class NothingToRetry(Conflict):
    """A review that waits, runs, or looked at everything."""

    def __init__(self, state: JobState) -> None:
        super().__init__(f"The review is {state}: there is nothing in it to be tried again. Order a new one.")


class NoReport(Conflict):
    """A review that has no result (yet)."""

    def __init__(self, state: JobState) -> None:
        super().__init__(f"The review has no result: it is {state}. Its events tell how far it is, or what went wrong.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FromGit:
    """The project's repository at a branch, tag or commit; None for its default branch."""

    revision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FromUpload:
    """An archive that was uploaded for the project; None for the last one."""

    upload_id: UUID | None = None


Source = FromGit | FromUpload


async def order(
    session: Session, actor: Actor, project_id: UUID, source: Source | None, *, priority: int = 0
) -> Review:
    """Put a review of the project into the queue; without a source, of its repository or its last upload.

    Raises:
        AccessDenied: the actor is no reviewer of the project.
        NothingToReview: the project has no code.
    """
    project = (await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)).project
    described = await _described(session, project, source)
    return await _add(session, actor, project, described, priority=priority)


async def _add(session: Session, actor: Actor, project: Project, source: dict[str, Any], *, priority: int) -> Review:
    await session.one_at_a_time(f"reviews.number.{project.id}")
    last = await session.scalar(select(func.max(Review.number)).where(Review.project_id == project.id))
    review = Review(
        project_id=project.id,
        created_by=actor.user_id,
        number=(last or 0) + 1,
        source=source,
        settings=project.settings,
    )
    session.add(review)
    await session.flush()
    job = await enqueue(session, actor, JobKind.REVIEW, subject_id=review.id, project_id=project.id, priority=priority)
    review.job_id = job.id
    record(session, actor, "review.order", on=review.id, project_id=project.id, detail={"kind": source["kind"]})
    await session.flush()
    return review


async def _described(session: ReadSession, project: Project, source: Source | None) -> dict[str, Any]:
    if source is None:
        source = FromGit() if project.git_url else FromUpload()
    match source:
        case FromGit(revision=revision):
            if project.git_url is None:
                raise NothingToReview
            branch = revision or project.default_branch
            is_main = branch == project.default_branch
            return {"kind": "git", "url": project.git_url, "revision": branch, "is_main": is_main}
        case FromUpload(upload_id=upload_id):
            accepted = select(Upload).where(Upload.project_id == project.id, Upload.accepted_at.is_not(None))
            if upload_id is not None:
                accepted = accepted.where(Upload.id == upload_id)
            upload = (await session.scalars(accepted.order_by(Upload.id.desc()).limit(1))).one_or_none()
            if upload is None and upload_id is not None:
                raise NoSuchObject("upload", upload_id)
            if upload is None:
                raise NothingToReview
            return {"kind": "upload", "upload_id": str(upload.id), "name": upload.name, "is_main": True}


async def get(session: ReadSession, actor: Actor, review_id: UUID, *, with_report: bool = False) -> Review:
    """Return a review that the actor may see."""
    asked = select(Review).where(Review.id == review_id)
    asked = asked.options(undefer(Review.report)) if with_report else asked
    review = (await session.scalars(asked)).one_or_none()
    if review is None:
        raise NoSuchObject("review", review_id)
    try:
        await demand(session, actor, review.project_id, ProjectRole.VIEWER, scope=Scope.READ)
    except NoSuchObject:
        raise NoSuchObject("review", review_id) from None
    return review


async def of_project(
    session: ReadSession, actor: Actor, project_id: UUID, *, after: UUID | None = None, limit: int = 50
) -> Sequence[Review]:
    """Return the reviews of a project, the newest first, those after the one with that id."""
    await demand(session, actor, project_id, ProjectRole.VIEWER, scope=Scope.READ)
    asked = select(Review).where(Review.project_id == project_id)
    if after is not None:
        asked = asked.where(Review.id < after)
    return (await session.scalars(asked.order_by(Review.id.desc()).limit(limit))).all()


async def value(session: ReadSession, actor: Actor, review_id: UUID) -> ReviewValue:
    """Return the whole review as the engines and triage left it.

    Raises:
        NoReport: it has no result.
    """
    review = await get(session, actor, review_id, with_report=True)
    if review.report is None:
        raise NoReport(review.state)
    report = review.report
    return await asyncio.to_thread(lambda: read_review(zlib.decompress(report)))


async def cancel(session: Session, actor: Actor, review_id: UUID) -> Review:
    """End a review that waits or runs; one that runs has ended within two seconds.

    Raises:
        AlreadyOver: it has ended.
    """
    review = await get(session, actor, review_id)
    await demand(session, actor, review.project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)
    if review.state.is_end or review.job_id is None:
        raise AlreadyOver(review.state)
    job = await session.get_one(Job, review.job_id, with_for_update=True, populate_existing=True)
    if job.state.is_end:
        raise AlreadyOver(job.state)
    if await ask_to_end(session, job):
        review.state, review.ended_at = job.state, job.ended_at
    record(session, actor, "review.cancel", on=review.id, project_id=review.project_id)
    await session.flush()
    return review


async def retry(session: Session, actor: Actor, review_id: UUID) -> Review:
    """Go on with a review that failed or was cancelled, from what it has kept; or try again what one left out.

    What failed in a partial review is looked at by a new review of the same code, to which the rest is known: the
    partial one stays as it is.

    Raises:
        NothingToRetry: it waits, runs, or looked at everything.
    """
    review = await get(session, actor, review_id)
    found = await demand(session, actor, review.project_id, ProjectRole.REVIEWER, scope=Scope.REVIEW)
    if review.job_id is None:
        raise NothingToRetry(review.state)
    job = await session.get_one(Job, review.job_id, with_for_update=True, populate_existing=True)
    match job.state:
        case JobState.FAILED | JobState.CANCELLED:
            await begin_again(session, job)
            review.state, review.error, review.ended_at = job.state, None, None
            record(session, actor, "review.resume", on=review.id, project_id=review.project_id)
            await session.flush()
            return review
        case JobState.PARTIAL:
            source = {**review.source, "retry_of": str(review.id)}
            if source["kind"] == "git":
                source["revision"] = review.revision
            again = await _add(session, actor, found.project, source, priority=job.priority)
            again.settings = review.settings
            moved = update(Checkpoint).where(Checkpoint.review_id == review.id).values(review_id=again.id)
            await session.execute(moved)
            return again
        case _:
            raise NothingToRetry(job.state)


async def events(
    session: ReadSession, actor: Actor, review_id: UUID, *, after: int = 0
) -> tuple[Review, Sequence[JobEvent]]:
    """Return a review with the events of its job after the one with that number."""
    review = await get(session, actor, review_id)
    if review.job_id is None:
        return review, ()
    return review, await events_after(session, review.job_id, after)
