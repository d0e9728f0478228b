"""Keys that sort by the time they were made."""

from uuid import UUID

from uuid_utils.compat import uuid7

__all__ = ["new_id"]


def new_id() -> UUID:
    """Return a new UUIDv7 (RFC 9562 §5.7)."""
    return uuid7()
