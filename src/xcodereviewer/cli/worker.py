"""`xcr worker`: does the jobs of the service in a process of its own."""
# xcr: ignore-file[task-outside-a-group] the door of a command runs the loop of all that it does

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xcodereviewer.cli.server import data_dir_option, needs_service, server_settings

if TYPE_CHECKING:
    from xcodereviewer.core.server_settings import ServerSettings

__all__ = ["command"]


@click.command(name="worker")
@click.option("--slots", type=click.IntRange(1, 64), help="Jobs to do at once; 2 without it.")
@click.option("--celery", "by_celery", is_flag=True, help="Be woken by the broker: XCR_BROKER_URL, or XCR_REDIS_URL.")
@data_dir_option
def command(slots: int | None, by_celery: bool, data_dir: Path | None) -> int:
    """Do the jobs of the service without serving its API; as many of these as there are machines.

    All need the same XCR_DATABASE_URL and the same data folder. When one is told to end (SIGTERM), its jobs go back
    into the queue.
    """
    with needs_service():
        from xcodereviewer.core.logging import set_up_logging
        from xcodereviewer.worker.embedded import work_until_told
    runner = "celery" if by_celery else None
    settings = server_settings(runner_slots=slots, data_dir=data_dir, runner=runner)
    set_up_logging(format=settings.log_format, level=settings.log_level)
    if by_celery:
        return _celery(settings)
    asyncio.run(work_until_told(settings))
    return 0


def _celery(settings: "ServerSettings") -> int:
    """Run a Celery worker of all queues, with the clock of what is done again and again: two clocks do no harm."""
    with needs_service():
        from xcodereviewer.worker.celery_app import celery_app
        from xcodereviewer.worker.celery_config import QUEUES
    arguments = ["worker", "--beat", "--queues", ",".join(QUEUES), "--concurrency", str(settings.runner_slots)]
    celery_app(settings).worker_main(
        [*arguments, "--loglevel", settings.log_level, "--without-gossip", "--without-mingle"]
    )
    return 0
