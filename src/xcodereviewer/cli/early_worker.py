"""A worker process that is started before the review is even imported."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from xcodereviewer.cli.replay import was_recorded

if TYPE_CHECKING:
    from xcodereviewer.engines.worker_process import StartedProcess

__all__ = ["early_worker"]


@contextmanager
def early_worker(arguments: Sequence[str]) -> "Iterator[StartedProcess | None]":
    """Give a process that gets ready beside this one, and end it; None when none is sure to be needed.

    It is when an equal call left a record: what that printed was no answer, so something has changed since.
    """
    if not was_recorded(arguments):
        yield None
        return
    from xcodereviewer.engines.worker_process import end_process, start_early

    try:
        started = start_early()
    except OSError:  # it is told when the review cannot start one either
        yield None
        return
    try:
        yield started
    finally:
        end_process(started)
