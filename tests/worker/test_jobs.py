"""Jobs: in which order they are given out, to how many, and that whoever lost one writes nothing for it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from tests.service import run

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.access import SystemRole
from xcodereviewer.domain.job import JobKind, JobState
from xcodereviewer.store.database import Database, Session
from xcodereviewer.store.jobs import (
    Bounds,
    Job,
    JobEvent,
    Lease,
    LeaseLost,
    add_event,
    bury,
    claim,
    events_after,
    held,
    release,
)
from xcodereviewer.store.projects import Project
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import User
from xcodereviewer.worker.runner import Runner, Times, Work

QUICK = Times(lease_s=5, beat_s=0.05, look_s=0.05)


def within(url: str, act: Callable[[Database], Awaitable[Any]]) -> Any:
    """Return what something returns that is done with the database."""

    async def opened() -> Any:
        database = Database(url)
        try:
            return await act(database)
        finally:
            await database.close()

    return run(opened())


async def add(session: Session, *, priority: int = 0, project: UUID | None = None, **members: Any) -> Job:
    job = Job(kind=JobKind.REPORT, subject_id=uuid4(), priority=priority, project_id=project, **members)
    session.add(job)
    await session.flush()
    return job


async def take(database: Database, *, bounds: Bounds | None = None) -> tuple[Job, Lease] | None:
    async with database.transaction() as session:
        return await claim(session, kinds=[JobKind.REPORT], holder="test", lease_s=30, bounds=bounds)


async def lose_all(database: Database) -> None:
    """Have every lease be over."""
    async with database.transaction() as session:
        await session.execute(update(Job).values(lease_until=utc_now() - timedelta(seconds=1)))


async def state_of(database: Database, job_id: UUID) -> tuple[JobState, int, str | None]:
    async with database.reading() as session:
        job = await session.get_one(Job, job_id)
        return job.state, job.attempts, job.error


def test_urgent_goes_first_and_then_the_oldest(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            first, second, urgent = await add(session), await add(session), await add(session, priority=5)
            await add(session, priority=9, run_after=utc_now() + timedelta(hours=1))
        taken = [await take(database) for _ in range(4)]
        assert [t[0].id if t else None for t in taken] == [urgent.id, first.id, second.id, None]

    within(database_url, act)


def test_project_and_person_have_bounds_and_others_go_before_them(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            projects = [Project(name=name) for name in ("a", "b", "c")]
            users = [
                User(email=f"{name}@example.com", name=name, password_hash="", role=SystemRole.USER)
                for name in ("ada", "bob")
            ]
            session.add_all([*projects, *users])
            await session.flush()
            (a, b, c), (ada, bob) = (p.id for p in projects), (u.id for u in users)
            jobs = {}
            for name, project, user in [
                ("a1", a, ada),
                ("a2", a, ada),
                ("b1", b, ada),
                ("b2", b, ada),
                ("a3", a, bob),
                ("c1", c, bob),
            ]:
                jobs[(await add(session, project=project, user_id=user)).id] = name
        bounds = Bounds(per_project=1, per_user=2)
        taken = [await take(database, bounds=bounds) for _ in range(4)]
        assert [jobs[t[0].id] if t else None for t in taken] == ["a1", "b1", "c1", None]
        assert taken[0] is not None
        async with database.transaction() as session:
            await release(session, taken[0][1], state=JobState.COMPLETED)
        after = await take(database, bounds=bounds)
        assert after is not None
        assert jobs[after[0].id] == "a2"

    within(database_url, act)


def test_many_at_once_never_take_the_same_job(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            there = {(await add(session)).id for _ in range(6)}
        taken = await asyncio.gather(*(take(database) for _ in range(8)))
        assert sorted(t[0].id for t in taken if t) == sorted(there)

    within(database_url, act)


def test_zombie_can_write_nothing_once_somebody_else_has_its_job(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            job = await add(session)
        first = await take(database)
        await lose_all(database)
        second = await take(database)
        assert first is not None
        assert second is not None
        assert (second[0].id, second[0].attempts) == (job.id, 2)

        async def write() -> None:
            async with database.transaction() as session:
                await add_event(session, await held(session, first[1]), "progress", {})

        with pytest.raises(LeaseLost):
            await write()
        async with database.reading() as reading:
            assert [(e.name, e.data) for e in await events_after(reading, job.id, 0)] == [
                ("state", {"state": "running", "attempt": 1}),
                ("state", {"state": "running", "attempt": 2}),
            ]

    within(database_url, act)


def test_job_whose_last_attempt_was_cut_off_is_given_up_with_a_word(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            job = await add(session, max_attempts=2)
        for _ in range(2):
            assert await take(database)
            await lose_all(database)
        assert await take(database) is None
        async with database.transaction() as session:
            assert [buried.id for buried in await bury(session)] == [job.id]
        told = "Given up after 2 attempts, each of which was cut off."
        assert await state_of(database, job.id) == (JobState.FAILED, 2, told)

    within(database_url, act)


def test_job_that_was_asked_to_end_and_lost_its_holder_is_cancelled_and_not_done_again(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            job = await add(session)
        assert await take(database)
        async with database.transaction() as session:
            await session.execute(update(Job).values(cancel_requested_at=utc_now()))
        await lose_all(database)
        assert await take(database) is None
        async with database.transaction() as session:
            await bury(session)
        assert await state_of(database, job.id) == (JobState.CANCELLED, 1, None)

    within(database_url, act)


async def _run_until(runner: Runner, moment: asyncio.Event) -> None:
    """Run until the moment, and then shut down."""
    running = asyncio.ensure_future(runner.run())
    await asyncio.wait_for(moment.wait(), 20)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


def test_shutdown_gives_a_job_back_at_once_and_takes_no_attempt_from_it(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            job = await add(session, max_attempts=1)
        for _ in range(2):
            begun = asyncio.Event()

            async def wait(work: Work, begun: asyncio.Event = begun) -> None:
                begun.set()
                await asyncio.sleep(60)

            await _run_until(Runner(database, {JobKind.REPORT: wait}, times=QUICK), begun)
            assert await state_of(database, job.id) == (JobState.QUEUED, 0, None)
        assert await take(database)

    within(database_url, act)


def test_holder_of_a_lost_lease_is_cut_off(database_url: str) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            job = await add(session)
        cut = asyncio.Event()

        async def lose(work: Work) -> None:
            async with database.transaction() as session:
                await session.execute(update(Job).values(lease_until=utc_now() - timedelta(seconds=1)))
                assert await claim(session, kinds=[JobKind.REPORT], holder="another", lease_s=30)
            try:
                await asyncio.sleep(60)
            finally:
                cut.set()

        await Runner(database, {JobKind.REPORT: lose}, times=QUICK).do_next()
        assert cut.is_set()
        assert await state_of(database, job.id) == (JobState.RUNNING, 2, None)

    within(database_url, act)


class _Impossible(InputError):
    def __init__(self) -> None:
        super().__init__("It cannot be.")


@pytest.mark.parametrize(
    ("raised", "limit_s", "expected"),
    [
        (_Impossible(), 60.0, (JobState.FAILED, 1, "It cannot be.")),
        (KeyError("x"), 60.0, (JobState.FAILED, 1, "This is a fault of XCodeReviewer's own: KeyError.")),
        (
            None,
            0.05,
            (
                JobState.FAILED,
                1,
                "It was not done within 0 seconds. Review less at once (`exclude`), or raise XCR_JOB_LIMIT_S.",
            ),
        ),
    ],
)
def test_failed_job_tells_why(
    sqlite_url: str, raised: Exception | None, limit_s: float, expected: tuple[JobState, int, str]
) -> None:
    async def act(database: Database) -> None:
        async with database.transaction() as session:
            job = await add(session)

        async def fail(work: Work) -> None:
            if raised is not None:
                raise raised
            await asyncio.sleep(60)

        await Runner(database, {JobKind.REPORT: fail}, times=Times(limit_s=limit_s)).do_next()
        assert await state_of(database, job.id) == expected
        async with database.reading() as reading:
            last = (await reading.scalars(select(JobEvent).order_by(JobEvent.number.desc()).limit(1))).one()
            assert last.data == {"state": "failed", "error": expected[2]}

    within(sqlite_url, act)
