"""The life of a job: a piece of work that survives whoever does it."""

from enum import StrEnum

__all__ = ["JobKind", "JobState"]


class JobState(StrEnum):
    """Where a job stands; `partial` is an end: it happened, with gaps."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_end(self) -> bool:
        """Whether nothing comes after it."""
        return self not in (JobState.QUEUED, JobState.RUNNING)


class JobKind(StrEnum):
    """What is to be done; each kind has its queue."""

    REVIEW = "review"
    REPORT = "report"

    @property
    def queue(self) -> str:
        """The queue of the broker that wakes workers for it."""
        return _QUEUES[self]


_QUEUES = {JobKind.REVIEW: "scan", JobKind.REPORT: "report"}
