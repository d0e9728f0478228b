"""The Celery application: a broker wakes its workers, and the database says what there is to do.

Whatever becomes of a message, nothing is lost: `xcr.sweep` looks for jobs that wait and wakes workers for them.
"""
# xcr: ignore-file[task-outside-a-group] the body of a Celery task is synchronous and runs the loop of all it does

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog
from amqp.exceptions import AMQPError  # type: ignore[import-untyped]  # it has no types
from celery import Celery  # type: ignore[import-untyped]  # it has no types
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.services.upkeep import clear_old
from xcodereviewer.store.database import Database
from xcodereviewer.store.jobs import waiting
from xcodereviewer.worker.celery_config import CLEAR, SWEEP, WORK, celery_config
from xcodereviewer.worker.embedded import runner_of

__all__ = ["celery_app", "waker"]

_log: structlog.stdlib.BoundLogger = structlog.get_logger()
_UNREACHABLE = (KombuError, AMQPError, RedisError, OSError)
_MOST_WOKEN = 32  # of one queue, by one sweep


def celery_app(settings: ServerSettings) -> Celery:
    """Return the application, whose tasks work on the database of these settings."""
    app = Celery("xcodereviewer", set_as_current=False)
    app.conf.update(celery_config(settings))

    def work(queue: str) -> None:
        if asyncio.run(_within(settings, lambda database: runner_of(settings, database, queue=queue).do_next())):
            _wake(app, queue)  # where there was one there may be more

    def sweep() -> None:
        for queue, count in asyncio.run(_within(settings, lambda database: _swept(settings, database))).items():
            for _ in range(min(count, _MOST_WOKEN)):
                _wake(app, queue)

    def clear() -> None:
        asyncio.run(_within(settings, _cleared))

    for name, task in ((WORK, work), (SWEEP, sweep), (CLEAR, clear)):
        app.task(name=name)(task)
    return app


def waker(settings: ServerSettings) -> Callable[[str], Awaitable[None]]:
    """Return what wakes the workers of a queue; a broker that is away is only logged, for the sweep comes by itself."""
    app = Celery("xcodereviewer", set_as_current=False)
    app.conf.update(celery_config(settings))

    async def wake(queue: str) -> None:
        await asyncio.to_thread(_wake, app, queue)

    return wake


def _wake(app: Celery, queue: str) -> None:
    try:
        app.send_task(WORK, args=[queue], queue=queue, retry=False)
    except _UNREACHABLE as error:
        _log.warning("broker.away", queue=queue, error=str(error))


async def _within(settings: ServerSettings, act: Callable[[Database], Coroutine[Any, Any, Any]]) -> Any:
    """Return what is done on a pool of the task's own: the event loop is its own too."""
    database = Database(settings.database, pool_size=2)
    try:
        return await act(database)
    finally:
        await database.close()


async def _swept(settings: ServerSettings, database: Database) -> dict[str, int]:
    """End what nobody will do, and return how many jobs may be begun, by queue."""
    await runner_of(settings, database).sweep()
    async with database.reading() as session:
        counts = await waiting(session)
    queues: dict[str, int] = {}
    for kind, count in counts.items():
        queues[kind.queue] = queues.get(kind.queue, 0) + count
    return queues


async def _cleared(database: Database) -> None:
    async with database.transaction() as session:
        await clear_old(session)
