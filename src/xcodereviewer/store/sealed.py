"""Columns of secrets, and all of them together: which keys they need, and how they come under a new one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Dialect, LargeBinary, func, literal, select, update
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

from xcodereviewer.core.encryption import HEADER_BYTES, DamagedSecret, KeyRing, Sealed, WrongKey
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.schema import Table

__all__ = ["Resealed", "SealedText", "count_by_header", "place_of", "reseal_some", "sealed_columns"]


class SealedText(TypeDecorator[Sealed]):
    """A secret: what is not sealed is not taken, and what comes back must be opened with a key."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError("a secret is sealed before it is stored")
        return value.data

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Sealed | None:  # noqa: ARG002
        return None if value is None else Sealed(bytes(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resealed:
    """What came of some rows; `last` is the last of them, None when there was none."""

    changed: int
    unreadable: int
    last: UUID | None


def place_of(column: Column[Any] | InstrumentedAttribute[Any], row: UUID) -> str:
    """Return what a secret in this row and column is bound to."""
    return f"{column.table.name}.{column.name}/{row}"


def sealed_columns() -> Iterator[Column[Any]]:
    """Yield the columns of all tables that hold secrets; each of those tables has one key, a UUID."""
    for table in Table.metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, SealedText))


async def count_by_header(session: ReadSession) -> Counter[bytes]:
    """Return how many secrets there are of each version and key."""
    counts: Counter[bytes] = Counter()
    for column in sealed_columns():
        header = _header(column)
        rows = await session.execute(select(header, func.count()).where(column.is_not(None)).group_by(header))
        counts.update({bytes(name): number for name, number in rows})
    return counts


async def reseal_some(
    session: Session, keys: KeyRing, column: Column[Any], *, after: UUID | None, limit: int
) -> Resealed:
    """Bring the next rows of a column that are under an older key under the one in use.

    A secret that somebody replaces meanwhile stays as he left it.
    """
    (key,) = column.table.primary_key.columns
    asked = select(key, column).where(column.is_not(None), _header(column) != literal(keys.header, LargeBinary))
    if after is not None:
        asked = asked.where(key > after)
    rows = (await session.execute(asked.order_by(key).limit(limit))).all()
    changed = unreadable = 0
    for row, sealed in rows:
        try:
            fresh = keys.reseal(sealed, place=place_of(column, row))
        except (DamagedSecret, WrongKey):
            unreadable += 1
            continue
        same = update(column.table).where(key == row, column == sealed).values({column: fresh}).returning(key)
        changed += len((await session.execute(same)).all())
    return Resealed(changed=changed, unreadable=unreadable, last=rows[-1][0] if rows else None)


def _header(column: Column[Any]) -> Any:
    return func.substr(column, 1, HEADER_BYTES, type_=LargeBinary)
