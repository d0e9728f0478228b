"""The keys that stored secrets are sealed with: what is under which, and the change to a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from xcodereviewer.core.encryption import KeyRing, Sealed
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.sealed import count_by_header, reseal_some, sealed_columns

__all__ = ["KeyUse", "Place", "Rotated", "in_use", "rotate_some"]

_BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyUse:
    """A key that secrets are sealed with."""

    key_id: str
    secrets: int
    is_current: bool
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a rotation stands: which column of secrets, and which row of it was the last."""

    column: int
    row: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotated:
    """What came of a part of a rotation."""

    changed: int
    unreadable: int
    rest: Place | None


async def in_use(session: ReadSession, keys: KeyRing) -> Sequence[KeyUse]:
    """Return the keys that stored secrets need, the one in use first."""
    counts = await count_by_header(session)
    used = [
        KeyUse(
            key_id=Sealed(header).key_id,
            secrets=number,
            is_current=header == keys.header,
            is_known=header in keys.headers,
        )
        for header, number in counts.items()
    ]
    return sorted(used, key=lambda use: (not use.is_current, not use.is_known, use.key_id))


async def rotate_some(session: Session, keys: KeyRing, *, after: Place | None = None) -> Rotated:
    """Bring some more secrets, those behind a place, under the key in use; the next begin at `rest`, None at the end.

    What is done is done: a rotation that was interrupted begins at the front and finds it so.
    """
    columns = list(sealed_columns())
    at = after or Place(column=0)
    if at.column >= len(columns):
        return Rotated(changed=0, unreadable=0, rest=None)
    some = await reseal_some(session, keys, columns[at.column], after=at.row, limit=_BATCH)
    rest = Place(column=at.column, row=some.last) if some.last else Place(column=at.column + 1)
    is_end = rest.column >= len(columns)
    return Rotated(changed=some.changed, unreadable=some.unreadable, rest=None if is_end else rest)
