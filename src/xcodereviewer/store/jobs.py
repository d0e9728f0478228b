"""Jobs: rows that say what is to be done, who is at it and until when that is believed.

Whoever works on a job holds its lease, and shows the lease's token with everything that is written for the job: one
that was taken for dead and comes back finds its token gone and can write nothing. That is why nothing is done twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    and_,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from xcodereviewer.core.errors import Conflict
from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.job import JobKind, JobState
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.schema import DOCUMENT, Key, Made, Table, closed, utc_now

__all__ = [
    "Bounds",
    "Job",
    "JobEvent",
    "Lease",
    "LeaseLost",
    "add_event",
    "bury",
    "claim",
    "events_after",
    "held",
    "hold",
    "release",
    "waiting",
]


class LeaseLost(Conflict):
    """Somebody else was given the job meanwhile, or it was ended."""

    def __init__(self, job_id: UUID) -> None:
        super().__init__(f"The lease of job {job_id} is over; somebody else has it.")


class Job(Table):
    """One piece of work; `subject_id` is the review (or report) that it is for."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index(None, "state", "priority", "run_after"),
        Index(None, "state", "lease_until"),
        Index(None, "project_id", "state"),
    )

    id: Mapped[Key]
    kind: Mapped[JobKind] = mapped_column(closed(JobKind, name="kind"))
    subject_id: Mapped[UUID] = mapped_column(index=True)
    state: Mapped[JobState] = mapped_column(closed(JobState, name="state"), default=JobState.QUEUED)
    priority: Mapped[int] = mapped_column(default=0)  # higher goes first
    project_id: Mapped[UUID | None] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    run_after: Mapped[Made]
    attempts: Mapped[int] = mapped_column(default=0)
    max_attempts: Mapped[int] = mapped_column(default=5)
    lease_token: Mapped[UUID | None]
    lease_holder: Mapped[str | None] = mapped_column(String(200))
    lease_until: Mapped[datetime | None]
    cancel_requested_at: Mapped[datetime | None]
    done: Mapped[int] = mapped_column(default=0)  # files, of `total`
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)
    trace: Mapped[dict[str, str]] = mapped_column(DOCUMENT, default=dict)  # request id and trace context of who asked
    last_event: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Made]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    def drop_lease(self) -> None:
        """Have nobody hold it any more."""
        self.lease_token = self.lease_holder = self.lease_until = None


class JobEvent(Table):
    """What happened to a job, in the order of `number`: the log that progress is told from."""

    __tablename__ = "job_events"
    __table_args__ = (UniqueConstraint("job_id", "number"),)

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(32))
    data: Mapped[dict[str, Any]] = mapped_column(DOCUMENT, default=dict)
    at: Mapped[Made]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The right to work on a job until a moment; it is prolonged by `hold`."""

    job_id: UUID
    token: UUID
    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How many jobs may run at once for one project and one person."""

    per_project: int = 2
    per_user: int = 4


async def claim(
    session: Session, *, kinds: Sequence[JobKind], holder: str, lease_s: float, bounds: Bounds | None = None
) -> tuple[Job, Lease] | None:
    """Take the next job that may run, one that nobody took yet or whose holder no longer shows; None when none may.

    The most urgent goes first, then the oldest. A job that was tried as often as it may be is given to nobody; `bury`
    ends it.
    """
    bounds, now = bounds or Bounds(), utc_now()
    await session.one_at_a_time("jobs.claim")  # two at once would each see room for one more
    waiting = and_(Job.state == JobState.QUEUED, Job.run_after <= now)
    lost = and_(Job.state == JobState.RUNNING, Job.lease_until < now)
    may_run = (
        select(Job.id)
        .where(Job.kind.in_(kinds), or_(waiting, lost), Job.attempts < Job.max_attempts)
        .where(Job.cancel_requested_at.is_(None))
        .where(_running(Job.project_id, now) < bounds.per_project, _running(Job.user_id, now) < bounds.per_user)
        .order_by(Job.priority.desc(), Job.created_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    job_id = await session.scalar(may_run)
    if job_id is None:
        return None
    job = await session.get_one(Job, job_id, populate_existing=True)
    lease = Lease(job_id=job.id, token=new_id(), holder=holder)
    job.state, job.attempts = JobState.RUNNING, job.attempts + 1
    job.lease_token, job.lease_holder, job.lease_until = lease.token, holder, now + timedelta(seconds=lease_s)
    job.started_at = job.started_at or now
    await add_event(session, job, "state", {"state": job.state.value, "attempt": job.attempts})
    return job, lease


async def waiting(session: ReadSession) -> dict[JobKind, int]:
    """Return how many jobs somebody may begin now, as far as no bound is in their way."""
    now = utc_now()
    free = or_(
        and_(Job.state == JobState.QUEUED, Job.run_after <= now),
        and_(Job.state == JobState.RUNNING, Job.lease_until < now),
    )
    counts = select(Job.kind, func.count()).where(free, Job.attempts < Job.max_attempts).group_by(Job.kind)
    return {row[0]: row[1] for row in await session.execute(counts)}


def _running(column: Any, now: datetime) -> Any:
    """Return how many jobs run for the same project or person; of nobody's there may be any number."""
    other = aliased(Job)
    same = getattr(other, column.key) == column
    return (
        select(func.count())
        .where(other.state == JobState.RUNNING, other.lease_until >= now, same)
        .correlate(Job)
        .scalar_subquery()
    )


async def hold(session: Session, lease: Lease, *, lease_s: float, done: int, total: int) -> Job:
    """Prolong the lease and note how far the work is; returns the job, which may have been asked to end.

    Raises:
        LeaseLost: somebody else has it.
    """
    job = await held(session, lease)
    job.lease_until = utc_now() + timedelta(seconds=lease_s)
    if (job.done, job.total) != (done, total):
        job.done, job.total = done, total
        await add_event(session, job, "progress", {"done": done, "total": total})
    await session.flush()
    return job


async def held(session: Session, lease: Lease) -> Job:
    """Return the job, locked until the transaction ends; whoever writes for it begins with this.

    Raises:
        LeaseLost: somebody else has it.
    """
    mine = select(Job).where(Job.id == lease.job_id, Job.lease_token == lease.token, Job.state == JobState.RUNNING)
    job = (await session.scalars(mine.with_for_update().execution_options(populate_existing=True))).one_or_none()
    if job is None:
        raise LeaseLost(lease.job_id)
    return job


async def release(
    session: Session,
    lease: Lease,
    *,
    state: JobState,
    error: str | None = None,
    again_in_s: float = 0.0,
    counts: bool = True,
) -> Job:
    """End the job in the state, or give it back to the queue, to be done again after so many seconds at the earliest.

    One that was asked to end is not given back. What does not count leaves the job as many attempts as it had.

    Raises:
        LeaseLost: somebody else has it.
    """
    job = await held(session, lease)
    if state is JobState.QUEUED and job.cancel_requested_at is not None:
        state = JobState.CANCELLED
    job.state, job.error = state, error
    job.attempts -= not counts
    job.drop_lease()
    if state.is_end:
        job.ended_at = utc_now()
    job.run_after = utc_now() + timedelta(seconds=again_in_s)
    await add_event(session, job, "state", {"state": state.value, **({"error": error} if error else {})})
    return job


async def bury(session: Session) -> Sequence[Job]:
    """End the jobs that nobody does and nobody will: their last attempt was lost, or they were asked to end since."""
    now = utc_now()
    dead = (
        select(Job)
        .where(Job.state == JobState.RUNNING, Job.lease_until < now)
        .where(or_(Job.attempts >= Job.max_attempts, Job.cancel_requested_at.is_not(None)))
        .with_for_update(skip_locked=True)
    )
    jobs = (await session.scalars(dead)).all()
    for job in jobs:
        job.ended_at = now
        job.drop_lease()
        if job.cancel_requested_at is not None:
            job.state = JobState.CANCELLED
            await add_event(session, job, "state", {"state": job.state.value})
            continue
        job.state, job.error = JobState.FAILED, f"Given up after {job.attempts} attempts, each of which was cut off."
        await add_event(session, job, "state", {"state": job.state.value, "error": job.error})
    return jobs


async def add_event(session: Session, job: Job, name: str, data: dict[str, Any]) -> JobEvent:
    """Add an event to the job's log; its number is the next one."""
    number = await session.scalar(
        update(Job).where(Job.id == job.id).values(last_event=Job.last_event + 1).returning(Job.last_event)
    )
    event = JobEvent(job_id=job.id, number=number, name=name, data=data)
    session.add(event)
    await session.flush()
    return event


async def events_after(session: ReadSession, job_id: UUID, number: int, *, limit: int = 500) -> Sequence[JobEvent]:
    """Return the events of a job after the one with that number, in order."""
    later = select(JobEvent).where(JobEvent.job_id == job_id, JobEvent.number > number)
    return (await session.scalars(later.order_by(JobEvent.number).limit(limit))).all()
