"""Cursors of lists: where a page ended, in a form that nobody needs to understand."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from xcodereviewer.core.errors import InputError

__all__ = ["BadCursor", "page_of", "read_cursor", "write_cursor"]


class BadCursor(InputError):
    """A cursor that we did not give."""

    def __init__(self) -> None:
        super().__init__("This cursor is not one of this list. Give the `next` of the page before, or none.")


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """The place behind a row: its rank and its name in the order, and its id."""

    id: UUID
    rank: int = 0
    text: str = ""


def write_cursor(key: UUID, rank: int = 0, text: str = "") -> str:
    """Return the cursor of the place behind a row."""
    return base64.urlsafe_b64encode(msgspec.msgpack.encode(Cursor(id=key, rank=rank, text=text))).decode().rstrip("=")


def page_of(found: Sequence[Any], limit: int) -> dict[str, object]:
    """Return the page of a list sorted by id, of which one row more than the limit was asked for."""
    return {"items": found[:limit], "next": write_cursor(found[limit - 1].id) if len(found) > limit else None}


def read_cursor(text: str | None, *, most_rank: int = 0) -> Cursor | None:
    """Return the place that a cursor means; None for none.

    Raises:
        BadCursor: we did not give it.
    """
    if text is None:
        return None
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        cursor = msgspec.msgpack.decode(data, type=Cursor)
    except (ValueError, binascii.Error, msgspec.DecodeError):
        raise BadCursor from None
    if not 0 <= cursor.rank <= most_rank or "\x00" in cursor.text:
        raise BadCursor
    return cursor
