"""The one way to the database: sessions that read, and transactions that are committed at their door.

SQLite is used in WAL mode, and a transaction that may write takes the write lock when it begins: two of them wait for
each other for at most `_BUSY_S`, and neither finds out at its end that the other was first.
"""
# xcr: ignore-file[commit-outside-the-doors] the transaction context is what the doors commit with

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it has no types
import msgspec
from sqlalchemy import URL, event, func, make_url, select, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from xcodereviewer.core.errors import Unavailable

__all__ = ["Database", "DatabaseUnavailable", "ReadSession", "Session", "Wake"]

_BUSY_S = 10.0
_WAIT_S = 10.0  # for a connection of the pool, or to the server
_STATEMENT_S = 60
_WOKEN = "queues"

Wake = Callable[[str], Awaitable[None]]


async def _nobody(queue: str) -> None:
    """Wake nobody: the workers look by themselves from time to time."""


class DatabaseUnavailable(Unavailable):
    """The database does not answer."""

    def __init__(self) -> None:
        super().__init__("The database does not answer. Nothing was changed; try again in a moment.")


class ReadSession(AsyncSession):
    """A session that only reads: what it is told to write is refused."""


class Session(ReadSession):
    """A session within a transaction; the door that opened it commits it."""

    def wake_after_commit(self, queue: str) -> None:
        """Have the workers of a queue woken once the transaction is committed, and not when it is rolled back."""
        self.info.setdefault(_WOKEN, set()).add(queue)

    async def one_at_a_time(self, name: str) -> None:
        """Wait until no other transaction does what the name stands for; SQLite has one writer anyway."""
        if self.get_bind().dialect.name == "postgresql":
            await self.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


class Database:
    """A pool of connections to one database; `wake` tells the workers of a queue that there is work."""

    def __init__(self, url: str, *, pool_size: int = 10, wake: Wake | None = None) -> None:
        self._wake = wake or _nobody
        self.url: URL = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url, pool_size)
        self._writing = async_sessionmaker(self.engine, class_=Session, expire_on_commit=False)
        self._reading = async_sessionmaker(
            self.engine.execution_options(xcr_reads=True), class_=ReadSession, expire_on_commit=False, autoflush=False
        )

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        """Open a transaction that is committed when its body ends well and rolled back when it does not.

        One within it is `session.begin_nested()`, a savepoint.

        Raises:
            DatabaseUnavailable: the database does not answer, or holds a lock for too long.
        """
        async with _told(), self._writing() as session, session.begin():
            yield session
        for queue in sorted(session.info.pop(_WOKEN, ())):
            await self._wake(queue)

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[ReadSession]:
        """Open a session that reads one state of the database.

        Raises:
            DatabaseUnavailable: the database does not answer.
        """
        async with _told(), self._reading() as session:
            yield session

    def listen(self, wake: Callable[[], None]) -> None:
        """Have somebody in this process woken too, for every queue."""
        before = self._wake

        async def both(queue: str) -> None:
            wake()
            await before(queue)

        self._wake = both

    async def ping(self) -> None:
        """Ask the database for an answer.

        Raises:
            DatabaseUnavailable: there is none.
        """
        async with self.reading() as session:
            await session.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


@contextlib.asynccontextmanager
async def _told() -> AsyncIterator[None]:
    """Tell of a database that is away in our own words."""
    try:
        yield
    except (InterfaceError, PoolTimeout, ConnectionError, TimeoutError) as error:
        raise DatabaseUnavailable from error
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # a fault of ours: no such table
            raise
        raise DatabaseUnavailable from error
    except (DBAPIError, asyncpg.PostgresError) as error:  # the latter while it connects
        cause = error.orig if isinstance(error, DBAPIError) else error
        if getattr(error, "connection_invalidated", False) or _is_away(cause):
            raise DatabaseUnavailable from error
        raise


def _is_away(error: BaseException | None) -> bool:
    """Whether a server says that it starts, stops, has no room for one more, or lost the connection."""
    return str(getattr(error, "sqlstate", "")).startswith(("08", "53", "57P"))


def _json(value: object) -> str:
    """Return a document as it is kept; values of ours are documents too."""
    return msgspec.json.encode(value).decode()


def _sqlite(url: URL) -> AsyncEngine:
    engine = create_async_engine(url, connect_args={"timeout": _BUSY_S}, json_serializer=_json)

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver's own comes too late for savepoints
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        reads = connection.get_execution_options().get("xcr_reads", False)
        connection.exec_driver_sql("PRAGMA query_only=ON" if reads else "PRAGMA query_only=OFF")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL, size: int) -> AsyncEngine:
    server = {"application_name": "xcodereviewer", "statement_timeout": str(_STATEMENT_S * 1000)}
    engine = create_async_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_pre_ping=True,
        pool_recycle=1800,
        pool_timeout=_WAIT_S,
        json_serializer=_json,
        connect_args={"timeout": _WAIT_S, "server_settings": server},
    )

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        if connection.get_execution_options().get("xcr_reads", False):
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")

    return engine
