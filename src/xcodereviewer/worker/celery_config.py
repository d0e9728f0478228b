"""How Celery is set up: a message is a wake-up and nothing more, so any of them may be lost or come twice."""

from typing import Any

from kombu.entity import Queue

from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.domain.job import JobKind

__all__ = ["CLEAR", "QUEUES", "SWEEP", "WORK", "celery_config"]

WORK, SWEEP, CLEAR = "xcr.work", "xcr.sweep", "xcr.clear"
QUEUES = tuple(sorted({kind.queue for kind in JobKind} | {"analysis"}))
_SWEEP_S = 5.0
_CLEAR_S = 3600.0
_TASKS_PER_CHILD = 50
_KIB_PER_CHILD = 1_000_000
_GRACE_S = 60.0  # for a child whose job does not end at its limit by itself


def celery_config(settings: ServerSettings) -> dict[str, Any]:
    """Return the settings of Celery."""
    limit_s = settings.job_limit_s + _GRACE_S
    return {
        "broker_url": settings.broker_url or settings.redis_url,
        "broker_connection_timeout": 2,
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,  # goes on for as long as it takes
        "broker_transport_options": {"visibility_timeout": limit_s * 2, "socket_connect_timeout": 2},
        "task_queues": [Queue(name) for name in QUEUES],  # type: ignore[no-untyped-call]  # it has no types
        "task_default_queue": JobKind.REVIEW.queue,
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_ignore_result": True,
        "task_soft_time_limit": limit_s,
        "task_time_limit": limit_s + _GRACE_S,
        "worker_prefetch_multiplier": 1,
        "worker_max_tasks_per_child": _TASKS_PER_CHILD,
        "worker_max_memory_per_child": _KIB_PER_CHILD,
        "worker_cancel_long_running_tasks_on_connection_loss": False,  # the lease says whose the job is
        "worker_hijack_root_logger": False,
        "beat_scheduler": "celery.beat:Scheduler",  # what is due is in the database, not in a file
        "beat_max_loop_interval": _SWEEP_S,
        "beat_schedule": {
            SWEEP: {"task": SWEEP, "schedule": _SWEEP_S, "options": {"expires": _SWEEP_S}},
            CLEAR: {"task": CLEAR, "schedule": _CLEAR_S, "options": {"expires": _CLEAR_S}},
        },
        "timezone": "UTC",
    }
