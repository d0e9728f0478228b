"""Takes jobs from the database and does them, several at once.

The row is the truth: a wake-up only saves the time until the next look. Whoever does a job shows so by its heartbeat;
when that fails to come, the lease ends and another runner takes the job. A job that was asked to end, or whose lease is
lost, is cut off within a second.
"""

import asyncio
import contextlib
import os
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import structlog

from xcodereviewer.core.errors import InputError, Unavailable, XCodeReviewerError
from xcodereviewer.domain.job import JobKind, JobState
from xcodereviewer.services.jobs import note_end
from xcodereviewer.services.upkeep import clear_old
from xcodereviewer.store.database import Database, DatabaseUnavailable
from xcodereviewer.store.jobs import Job, Lease, LeaseLost, bury, claim, hold, release

__all__ = ["Handler", "Runner", "Times", "Work"]

_log: structlog.stdlib.BoundLogger = structlog.get_logger()
_FIRST_PAUSE_S = 2.0  # before a job that failed for a reason that may pass is tried again; twice as long each time
_LONGEST_PAUSE_S = 300.0
_CLEAR_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds: how long a lease holds, how often its holder shows, how often one looks for work unasked, and how long a
    job may take.
    """

    lease_s: float = 30.0
    beat_s: float = 1.0
    look_s: float = 5.0
    limit_s: float = 7200.0


@dataclass(slots=True, kw_only=True)
class Work:
    """A job that is held: its row when it was claimed, the lease, and how far it is."""

    database: Database
    job: Job
    lease: Lease
    done: int = 0
    total: int = 0

    def tell(self, done: int, total: int) -> None:
        """Say how far it is; the next heartbeat writes it down."""
        self.done, self.total = done, total


Handler = Callable[[Work], Awaitable[None]]


class Runner:
    """Does jobs of the kinds that it has handlers for, at most `slots` at once."""

    def __init__(
        self, database: Database, handlers: Mapping[JobKind, Handler], *, slots: int = 1, times: Times | None = None
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._slots = slots
        self._times = times or Times()
        self._woken = asyncio.Event()
        self._holder = f"{socket.gethostname()}:{os.getpid()}"

    def wake(self) -> None:
        """Have it look for work now."""
        self._woken.set()

    async def run(self) -> None:
        """Do jobs until cancelled; what is under way then goes back into the queue."""
        async with asyncio.TaskGroup() as group:
            for _ in range(self._slots):
                group.create_task(self._slot())
            group.create_task(self._sweep())

    async def do_all(self) -> int:
        """Do the jobs that may run now and return how many there were: for a worker that a broker woke."""
        count = 0
        while await self.do_next():
            count += 1
        return count

    async def do_next(self) -> bool:
        """Do the job that is next, if there is one that may run; returns whether there was."""
        async with self._database.transaction() as session:
            claimed = await claim(session, kinds=list(self._handlers), holder=self._holder, lease_s=self._times.lease_s)
        if claimed is None:
            return False
        self.wake()  # where there was one there may be more, for slots that looked before it was there
        job, lease = claimed
        await self._do(Work(database=self._database, job=job, lease=lease))
        return True

    async def _slot(self) -> None:
        while True:
            self._woken.clear()
            try:
                found = await self.do_next()
            except DatabaseUnavailable as error:
                _log.warning("runner.database_away", error=str(error))
                found = False
            if not found:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), self._times.look_s)

    async def _sweep(self) -> None:
        """End the jobs that nobody could do; those whose lease is over are taken by `claim` itself."""
        clock, clear_at = asyncio.get_running_loop().time, 0.0
        while True:
            with contextlib.suppress(DatabaseUnavailable):
                await self.sweep()
                if clock() >= clear_at:
                    async with self._database.transaction() as session:
                        await clear_old(session)
                    clear_at = clock() + _CLEAR_S
            await asyncio.sleep(self._times.look_s)

    async def sweep(self) -> None:
        """End the jobs whose last attempt was lost."""
        async with self._database.transaction() as session:
            for job in await bury(session):
                await note_end(session, job)

    async def _do(self, work: Work) -> None:
        log = _log.bind(job=str(work.job.id), kind=work.job.kind.value, attempt=work.job.attempts, **work.job.trace)
        log.info("job.begin")
        end: _End | None = None
        try:
            async with asyncio.TaskGroup() as group:
                beating = group.create_task(self._beat(work))
                await self._within_limit(work)
                beating.cancel()
        except asyncio.CancelledError:
            await asyncio.shield(self._end(work, _End(state=JobState.QUEUED, counts=False)))
            raise
        except ExceptionGroup as failed:
            end = _end_of(failed.exceptions, log)
        log.info("job.end", state=end.state.value if end else None, error=end.error if end else None)
        if end is not None:
            await self._end(work, end)

    async def _within_limit(self, work: Work) -> None:
        limit = asyncio.timeout(self._times.limit_s)
        try:
            async with limit:
                await self._handlers[work.job.kind](work)
        except TimeoutError:
            if not limit.expired():
                raise
            raise TookTooLong(self._times.limit_s) from None

    async def _beat(self, work: Work) -> None:
        """Hold the lease until the job is to end before it is done, which is raised."""
        clock = asyncio.get_running_loop().time
        last = clock()
        while True:
            await asyncio.sleep(self._times.beat_s)
            try:
                async with self._database.transaction() as session:
                    job = await hold(session, work.lease, lease_s=self._times.lease_s, done=work.done, total=work.total)
            except DatabaseUnavailable:
                if clock() - last > self._times.lease_s:
                    raise
                continue
            last = clock()
            if job.cancel_requested_at is not None:
                raise _Cancelled

    async def _end(self, work: Work, end: "_End") -> None:
        """Write down how the job ended; where that cannot be, its lease runs out and somebody else does it."""
        state = end.state
        if state is JobState.QUEUED and end.counts and work.job.attempts >= work.job.max_attempts:
            state = JobState.FAILED
        pause = min(_FIRST_PAUSE_S * 2 ** (work.job.attempts - 1), _LONGEST_PAUSE_S) if end.error else 0.0
        with contextlib.suppress(LeaseLost, DatabaseUnavailable):
            async with self._database.transaction() as session:
                job = await release(
                    session, work.lease, state=state, error=end.error, again_in_s=pause, counts=end.counts
                )
                await note_end(session, job)


class TookTooLong(InputError):
    """A job that was cut off; another attempt would take as long."""

    def __init__(self, limit_s: float) -> None:
        super().__init__(
            f"It was not done within {limit_s:,.0f} seconds. Review less at once (`exclude`), or raise XCR_JOB_LIMIT_S."
        )


class _Cancelled(Exception):
    """Somebody asked for the job's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """How a job is to end that its handler did not bring to its end; `counts` says whether it was an attempt."""

    state: JobState
    error: str | None = None
    counts: bool = True


def _end_of(errors: Sequence[Exception], log: structlog.stdlib.BoundLogger) -> _End | None:
    """Return how a job is to end that something was in the way of; None when that is not ours to say any more."""
    error = next((one for one in errors if isinstance(one, LeaseLost | _Cancelled)), errors[0])
    match error:
        case LeaseLost():
            return None
        case _Cancelled():
            return _End(state=JobState.CANCELLED)
        case Unavailable():
            return _End(state=JobState.QUEUED, error=str(error))
        case XCodeReviewerError():
            return _End(state=JobState.FAILED, error=str(error))
        case _:
            log.error("job.fault", exc_info=error)
            return _End(state=JobState.FAILED, error=f"This is a fault of XCodeReviewer's own: {type(error).__name__}.")
