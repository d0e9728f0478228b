"""The runner that needs nothing but the database: beside the API in one process, or in a process of its own."""

import asyncio
import contextlib
import signal

import structlog

from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.domain.job import JobKind
from xcodereviewer.services.credentials import reach_of
from xcodereviewer.store.database import Database, DatabaseUnavailable
from xcodereviewer.store.migrate import is_current
from xcodereviewer.store.tables import METADATA
from xcodereviewer.worker.review_task import ReviewTask
from xcodereviewer.worker.runner import Runner, Times

__all__ = ["TABLES", "runner_of", "work_until_told"]

TABLES = METADATA  # a table can be used once all that it refers to are known

_log: structlog.stdlib.BoundLogger = structlog.get_logger()
_LOOK_S = 1.0  # nobody in this process orders anything, so nobody wakes the runner


def runner_of(settings: ServerSettings, database: Database, *, look_s: float = 5.0, queue: str | None = None) -> Runner:
    """Return a runner that does every kind of job, or those of one queue."""
    folder = settings.data_dir
    task = ReviewTask(uploads=folder / "uploads", cache=folder / "cache", reach=reach_of(settings))
    times = Times(lease_s=settings.lease_s, limit_s=settings.job_limit_s, look_s=look_s)
    handlers = {JobKind.REVIEW: task}
    own = {kind: handler for kind, handler in handlers.items() if queue in (None, kind.queue)}
    return Runner(database, own, slots=settings.runner_slots, times=times)


async def work_until_told(settings: ServerSettings) -> None:
    """Do jobs until SIGTERM or SIGINT; what is under way then goes back into the queue."""
    database = Database(settings.database, pool_size=settings.database_pool)
    loop, running = asyncio.get_running_loop(), asyncio.current_task()
    if running is None:
        raise AssertionError("a coroutine that runs is a task")
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, running.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        try:
            await _until_migrated(database)
            _log.info("worker.begin", slots=settings.runner_slots)
            await runner_of(settings, database, look_s=_LOOK_S).run()
        finally:
            await database.close()
    _log.info("worker.end")


async def _until_migrated(database: Database) -> None:
    """Wait until the service has brought the database to the schema of this release."""
    while True:
        try:
            if await is_current(database):
                return
            _log.info("worker.waits", reason="the database is not at the schema of this release yet")
        except DatabaseUnavailable as error:
            _log.warning("worker.waits", reason=str(error))
        await asyncio.sleep(_LOOK_S)
