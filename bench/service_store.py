"""How fast the findings of a review are stored: beside the bare driver with the same rows, and beside COPY."""

import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import delete

from bench.service_data import bare_connection, findings, own_database, review_of
from bench.table import Row
from xcodereviewer.services.findings.join import join_findings
from xcodereviewer.store.database import Database
from xcodereviewer.store.findings import Finding, Sighting

__all__ = ["store_rows"]

_COUNT = 100_000


async def store_rows(count: int = _COUNT) -> Sequence[Row]:
    """Return the row of storing so many findings; what COPY would take is printed."""
    async with own_database() as database:
        review = await review_of(database)
        found = list(findings(count))
        began = time.perf_counter()
        async with database.transaction() as session:
            await join_findings(session, review, found)
        ours = time.perf_counter() - began
        kept = [await _taken(database, table) for table in (Finding.__table__, Sighting.__table__)]
        bare = await _timed(database, kept, _executemany)
        copied = await _timed(database, kept, _copy)
    print(f"storing {count:,} findings: ours {ours:.2f} s, executemany {bare:.2f} s, COPY {copied:.2f} s", flush=True)
    what = f"storing {count:,} findings of a review, PostgreSQL"
    return [Row(what=what, ours=ours, unit="s", limit=2 * bare, limit_is="2 × asyncpg's executemany of the same rows")]


_Kept = tuple[str, Sequence[str], Sequence[tuple[Any, ...]]]


async def _taken(database: Database, table: Any) -> _Kept:
    """Return the rows of a table as the driver itself gives them."""
    names = [column.name for column in table.columns]
    async with bare_connection(database) as raw:
        rows = [tuple(row) for row in await raw.fetch(f"SELECT {', '.join(names)} FROM {table.name}")]
    return table.name, names, rows


async def _timed(database: Database, kept: Iterable[_Kept], write: Callable[[Any, _Kept], Awaitable[object]]) -> float:
    async with database.transaction() as session:
        await session.execute(delete(Finding))
    async with bare_connection(database) as raw:
        began = time.perf_counter()
        async with raw.transaction():
            for table in kept:
                await write(raw, table)
        return time.perf_counter() - began


async def _executemany(raw: Any, kept: _Kept) -> None:
    name, names, rows = kept
    places = ", ".join(f"${n}" for n in range(1, len(names) + 1))
    # xcr: ignore[sql-built-from-strings] table and columns are those of our own schema
    await raw.executemany(f"INSERT INTO {name} ({', '.join(names)}) VALUES ({places})", rows)


async def _copy(raw: Any, kept: _Kept) -> None:
    name, names, rows = kept
    await raw.copy_records_to_table(name, columns=names, records=rows)
