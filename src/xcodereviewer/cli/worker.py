"""`xcr worker`: does the jobs of the service in a process of its own."""
# xcr: ignore-file[task-outside-a-group] the door of a command runs the loop of all that it does

import asyncio
from pathlib import Path

import click

from xcodereviewer.cli.server import data_dir_option, needs_service, server_settings

__all__ = ["command"]


@click.command(name="worker")
@click.option("--slots", type=click.IntRange(1, 64), help="Jobs to do at once; 2 without it.")
@data_dir_option
def command(slots: int | None, data_dir: Path | None) -> int:
    """Do the jobs of the service without serving its API; as many of these as there are machines.

    All need the same XCR_DATABASE_URL and the same data folder. When one is told to end (SIGTERM), its jobs go back
    into the queue.
    """
    with needs_service():
        from xcodereviewer.core.logging import set_up_logging
        from xcodereviewer.worker.embedded import work_until_told
    settings = server_settings(runner_slots=slots, data_dir=data_dir)
    set_up_logging(format=settings.log_format, level=settings.log_level)
    asyncio.run(work_until_told(settings))
    return 0
