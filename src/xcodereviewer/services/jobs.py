"""Putting work into the queue, and asking for its end."""

from uuid import UUID

from xcodereviewer.domain.access import Actor
from xcodereviewer.domain.job import JobKind, JobState
from xcodereviewer.store.database import Session
from xcodereviewer.store.jobs import Job, add_event
from xcodereviewer.store.reviews import Review
from xcodereviewer.store.schema import utc_now

__all__ = ["ask_to_end", "begin_again", "enqueue", "note_end"]


async def enqueue(
    session: Session, actor: Actor, kind: JobKind, *, subject_id: UUID, project_id: UUID, priority: int = 0
) -> Job:
    """Add a job; workers are woken when the transaction is committed."""
    origin: dict[str, str] = session.info.get("origin", {})
    job = Job(
        kind=kind,
        subject_id=subject_id,
        project_id=project_id,
        user_id=actor.user_id,
        priority=priority,
        trace={key: value for key, value in origin.items() if key != "address"},
    )
    session.add(job)
    await session.flush()
    await add_event(session, job, "state", {"state": JobState.QUEUED.value})
    session.wake_after_commit(kind.queue)
    return job


async def ask_to_end(session: Session, job: Job) -> bool:
    """Cancel a job that nobody does, or ask whoever does it to end; returns whether it is over at once."""
    now = utc_now()
    job.cancel_requested_at = job.cancel_requested_at or now
    if job.state is JobState.RUNNING and job.lease_until is not None and job.lease_until >= now:
        return False  # whoever does it asks every second
    job.state, job.ended_at = JobState.CANCELLED, now
    job.drop_lease()
    await add_event(session, job, "state", {"state": job.state.value})
    return True


async def begin_again(session: Session, job: Job) -> None:
    """Put a job that has ended back into the queue, with as many attempts as a new one; its log goes on."""
    job.state, job.attempts, job.run_after = JobState.QUEUED, 0, utc_now()
    job.error = job.ended_at = job.cancel_requested_at = None
    await add_event(session, job, "state", {"state": job.state.value})
    session.wake_after_commit(job.kind.queue)


async def note_end(session: Session, job: Job) -> None:
    """Have what the job is for stand as the job does."""
    if job.kind is not JobKind.REVIEW:
        return
    review = await session.get(Review, job.subject_id)
    if review is not None:
        review.state, review.error, review.ended_at = job.state, job.error, job.ended_at
