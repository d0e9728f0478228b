"""What earlier reviews found out, kept by content: one SQLite file, safe between processes.

Every entry carries a checksum and is recomputed when it is damaged; when the file itself is damaged it is begun anew.
The cache only saves time: whatever goes wrong with it, the review goes on without.
"""

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

__all__ = ["CacheInfo", "ResultCache"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, checksum BLOB NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entries_used ON entries (used);
"""
_FORMAT = 1
_MOST_VARIABLES = 500
_DAY_S = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheInfo:
    """What the cache holds; sizes in bytes."""

    path: Path
    entries: int
    size: int
    limit: int


class ResultCache:
    """Entries by key; get and put never raise, whatever state the file is in."""

    def __init__(self, folder: Path, *, limit: int = 512 * 1024 * 1024) -> None:
        self._path = folder / f"results-{_FORMAT}.sqlite"
        self._limit = limit
        self._pending: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._today = int(time.time() // _DAY_S)
        self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the values of those keys that are there and whole."""
        wanted = list(keys)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(wanted), _MOST_VARIABLES):
            part = wanted[start : start + _MOST_VARIABLES]
            marks = ",".join("?" * len(part))
            for key, value, checksum, used in self._query(
                f"SELECT key, value, checksum, used FROM entries WHERE key IN ({marks})",  # noqa: S608 - only marks
                part,
            ):
                if _checksum(key, value) != checksum:
                    continue
                found[key] = value
                if used != self._today:
                    self._used.add(key)
        return found

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep entries; they are written with the next `flush`."""
        self._pending.update(entries)

    def flush(self) -> None:
        """Write what is to be kept, and drop the entries that were not used for longest when there are too many."""
        if self._connection is None or not (self._pending or self._used):
            return
        rows = [(key, value, _checksum(key, value), self._today) for key, value in self._pending.items()]
        with self._forgiving() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
            connection.executemany("UPDATE entries SET used = ? WHERE key = ?", [(self._today, k) for k in self._used])
        self._pending.clear()
        self._used.clear()
        if rows:
            self._evict()

    def clear(self) -> int:
        """Remove every entry and return how many there were."""
        count = self.info().entries
        with self._forgiving() as connection:
            connection.execute("DELETE FROM entries")
            connection.commit()
            connection.execute("VACUUM")
        return count

    def info(self) -> CacheInfo:
        """Return how much the cache holds."""
        rows = self._query("SELECT count(*) FROM entries", [])
        size = sum(path.stat().st_size for path in self._path.parent.glob(self._path.name + "*"))
        return CacheInfo(path=self._path, entries=int(rows[0][0]) if rows else 0, size=size, limit=self._limit)

    def close(self) -> None:
        """Write what is to be kept and let go of the file."""
        self.flush()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        for attempt in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                connection = sqlite3.connect(self._path, timeout=5.0, isolation_level="IMMEDIATE")
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.executescript(_SCHEMA)
            except sqlite3.OperationalError:
                return None  # busy, or the folder cannot be written: review without
            except sqlite3.DatabaseError:
                if attempt == 0:
                    self._discard()
            except OSError:
                return None
            else:
                return connection
        return None

    def _discard(self) -> None:
        for path in self._path.parent.glob(self._path.name + "*"):
            path.unlink(missing_ok=True)

    def _query(self, sql: str, values: list[bytes]) -> list[tuple[bytes, bytes, bytes, int]]:
        with self._forgiving() as connection:
            return connection.execute(sql, values).fetchall()
        return []

    @contextlib.contextmanager
    def _forgiving(self) -> Iterator[sqlite3.Connection]:
        """Give the connection; a full disk or a busy file is forgiven, a damaged file is begun anew."""
        if self._connection is None:
            self._connection = sqlite3.connect(":memory:")
            self._connection.executescript(_SCHEMA)
        try:
            yield self._connection
        except sqlite3.OperationalError:
            pass
        except sqlite3.DatabaseError:
            self._connection.close()
            self._discard()
            self._connection = self._open()

    def _evict(self) -> None:
        sizes = self._query("SELECT coalesce(sum(length(value)), 0) FROM entries", [])
        if not sizes or int(sizes[0][0]) <= self._limit:
            return
        with self._forgiving() as connection, connection:
            excess = int(sizes[0][0]) - self._limit * 3 // 4
            doomed = []
            for key, length in connection.execute("SELECT key, length(value) FROM entries ORDER BY used, key"):
                if excess <= 0:
                    break
                doomed.append((key,))
                excess -= length
            connection.executemany("DELETE FROM entries WHERE key = ?", doomed)


def _checksum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(key + value, digest_size=8).digest()
