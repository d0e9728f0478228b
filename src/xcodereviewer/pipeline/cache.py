"""What earlier reviews found out, kept by content: one SQLite file, safe between processes.

Every entry carries a checksum and is recomputed when it is damaged; when the file itself is damaged it is begun anew.
The cache only saves time: whatever goes wrong with it (it is locked, the disk is full, the folder cannot be written),
the review goes on without.
"""
# xcr: ignore-file[write-outside-its-place] writes its database below the cache folder
# xcr: ignore-file[commit-outside-the-doors] the cache is a database of its own, without requests

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

__all__ = ["CacheInfo", "ResultCache"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, checksum BLOB NOT NULL, used INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_used ON entries (used);
"""
_SIZE = (
    "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)
# What a damaged file raises: its own words in an error message may not even be text.
_FAULTS = (sqlite3.Error, UnicodeError)
_FORMAT = 2
_OTHERS = "results-*.sqlite*"
_MOST_VARIABLES = 500
_MOST_PENDING = 4 * 1024 * 1024  # bytes that wait to be written
_OVERHEAD = 100  # bytes that an entry takes besides its value
_BUSY_S = 2.0  # once: a cache that another process holds for longer is done without
_DAY_S = 86_400
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})  # ERROR: another schema

_Row = tuple[bytes, bytes, bytes, int]


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
        self._pending_bytes = 0
        self._used: set[bytes] = set()
        self._today = int(time.time() // _DAY_S)
        self._connection = self._open() or self._open_anew()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the values of those keys that are there and whole."""
        asked = list(keys)
        found = {key: self._pending[key] for key in asked if key in self._pending}
        wanted = [key for key in asked if key not in found]
        for start in range(0, len(wanted), _MOST_VARIABLES):
            part = wanted[start : start + _MOST_VARIABLES]
            marks = ",".join("?" * len(part))
            sql = f"SELECT key, value, checksum, used FROM entries WHERE key IN ({marks})"  # noqa: S608 - only marks
            for key, value, checksum, used in cast("list[_Row]", self._query(sql, part)):
                if not _is_whole(key, value, checksum):
                    continue
                found[key] = value
                if used != self._today:
                    self._used.add(key)
        return found

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep entries; they are written when many wait, and by `flush`."""
        self._pending.update(entries)
        self._pending_bytes += sum(map(len, entries.values()))
        if self._pending_bytes > _MOST_PENDING:
            self.flush()

    def flush(self) -> None:
        """Write what is to be kept, and drop the entries that were not used for longest when there are too many."""
        rows = [(key, value, _checksum(key, value), self._today) for key, value in self._pending.items()]
        used = [(self._today, key) for key in self._used]
        self._pending, self._pending_bytes, self._used = {}, 0, set()
        if not rows and not used:
            return
        with self._forgiving() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
            connection.executemany("UPDATE entries SET used = ? WHERE key = ?", used)
        if rows:
            self._evict()

    def clear(self) -> int:
        """Remove every entry and return how many there were."""
        count = self.info().entries
        self._release()
        self._discard(_OTHERS)
        self._connection = self._open()
        return count

    def info(self) -> CacheInfo:
        """Return how much the cache holds."""
        self.flush()
        rows = self._query("SELECT count(*) FROM entries", [])
        size = 0
        with contextlib.suppress(OSError):
            size = sum(path.stat().st_size for path in self._path.parent.glob(self._path.name + "*"))
        return CacheInfo(path=self._path, entries=cast("int", rows[0][0]) if rows else 0, size=size, limit=self._limit)

    def close(self) -> None:
        """Write what is to be kept and let go of the file."""
        self.flush()
        self._release()

    def _open(self) -> sqlite3.Connection | None:
        connection = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            connection = sqlite3.connect(self._path, timeout=_BUSY_S, isolation_level="IMMEDIATE")
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.executescript(_SCHEMA)
            connection.execute("SELECT key, value, checksum, used FROM entries LIMIT 1").fetchone()
        except _FAULTS as error:
            if connection is not None:
                connection.close()
            if _is_damage(error):
                self._discard(self._path.name + "*")
            return None
        except OSError:
            return None
        return connection

    def _open_anew(self) -> sqlite3.Connection | None:
        """Open once more, for a damaged file has been removed; when one is there, it is held or cannot be used."""
        return None if os.path.exists(self._path) else self._open()  # noqa: PTH110 - which raises nothing

    def _release(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _discard(self, names: str) -> None:
        with contextlib.suppress(OSError):
            for path in self._path.parent.glob(names):
                path.unlink(missing_ok=True)

    def _query(self, sql: str, values: list[bytes]) -> list[tuple[object, ...]]:
        with self._forgiving() as connection:
            return connection.execute(sql, values).fetchall()
        return []

    @contextlib.contextmanager
    def _forgiving(self) -> Iterator[sqlite3.Connection]:
        """Give the connection; what goes wrong ends the use of the file, and a damaged one is begun anew.

        Without a file it gives an empty one in memory: nothing is found in it, nothing kept.
        """
        connection = self._connection
        if connection is None:
            connection = sqlite3.connect(":memory:")
            connection.executescript(_SCHEMA)
        try:
            yield connection
        except _FAULTS as error:
            self._release()
            if _is_damage(error):
                self._discard(self._path.name + "*")
                self._connection = self._open()
        finally:
            if connection is not self._connection:
                connection.close()

    def _evict(self) -> None:
        with self._forgiving() as connection:
            (size,) = connection.execute(_SIZE).fetchone()
            if size <= self._limit:
                return
            excess = size - self._limit * 3 // 4
            doomed = []
            for key, length in connection.execute("SELECT key, length(value) FROM entries ORDER BY used, key"):
                if excess <= 0:
                    break
                doomed.append((key,))
                excess -= length + _OVERHEAD
            with connection:
                connection.executemany("DELETE FROM entries WHERE key = ?", doomed)
            connection.executescript("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)")


def _is_damage(error: sqlite3.Error | UnicodeError) -> bool:
    return isinstance(error, UnicodeError) or (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _DAMAGED


def _is_whole(key: object, value: object, checksum: object) -> bool:
    return isinstance(key, bytes) and isinstance(value, bytes) and _checksum(key, value) == checksum


def _checksum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(key + value, digest_size=8).digest()
