"""What is thrown away by time: nobody asks for it any more."""

from datetime import timedelta

from sqlalchemy import delete, select

from xcodereviewer.store.database import Session
from xcodereviewer.store.idempotency import AnsweredRequest
from xcodereviewer.store.jobs import Job, JobEvent
from xcodereviewer.store.reviews import Checkpoint, Review
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import LoginSession

__all__ = ["clear_old"]

_EVENTS = timedelta(days=30)  # after the end of the job
_ANSWERS = timedelta(days=1)
_CHECKPOINTS = timedelta(days=7)  # after the end of a review that may be gone on with
_SESSIONS = timedelta(days=30)  # after they can be used no more; until then the user sees them


async def clear_old(session: Session) -> None:
    """Throw away events of jobs that ended long ago, answers kept for `Idempotency-Key`, and sessions that are over."""
    now = utc_now()
    ended = select(Job.id).where(Job.ended_at < now - _EVENTS)
    await session.execute(delete(JobEvent).where(JobEvent.job_id.in_(ended), JobEvent.name == "progress"))
    over = select(Review.id).where(Review.ended_at < now - _CHECKPOINTS)
    await session.execute(delete(Checkpoint).where(Checkpoint.review_id.in_(over)))
    await session.execute(delete(AnsweredRequest).where(AnsweredRequest.created_at < now - _ANSWERS))
    await session.execute(delete(LoginSession).where(LoginSession.expires_at < now - _SESSIONS))
