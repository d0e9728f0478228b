"""Log lines: one event with its facts on each, as JSON for machines or as text for people; never a secret."""

import logging
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

__all__ = ["set_up_logging"]

_SECRET = ("password", "token", "secret", "authorization", "cookie", "api_key", "private_key")


def set_up_logging(*, format: str, level: str) -> None:  # noqa: A002 - the setting's name
    """Have all log lines of this process written to standard error."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _without_secrets,
    ]
    last = structlog.processors.JSONRenderer() if format == "json" else _for_people()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for noisy in ("uvicorn.access", "aiosqlite", "sqlalchemy.engine"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _for_people() -> Processor:
    # With what else is installed, structlog would show the local variables of a traceback, secrets among them.
    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)


def _without_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Blank what is called like a secret."""
    return {
        key: "***" if any(word in key.lower() for word in _SECRET) and value else value for key, value in event.items()
    }
