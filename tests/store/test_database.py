"""Sessions that read, and transactions."""

import asyncio

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError
from tests.service import run

from xcodereviewer.store.database import Database, DatabaseUnavailable
from xcodereviewer.store.migrate import downgrade, is_current, upgrade
from xcodereviewer.store.projects import Group


def test_what_a_reading_session_is_told_to_write_is_refused(database_url: str) -> None:
    async def write_while_reading() -> None:
        database = Database(database_url)
        try:
            async with database.reading() as session:
                await session.execute(insert(Group).values(name="never"))
        finally:
            await database.close()

    with pytest.raises((DBAPIError, DatabaseUnavailable)):
        run(write_while_reading())


def test_connection_that_read_may_write_after_it(database_url: str) -> None:
    async def read_then_write() -> list[str]:
        database = Database(database_url)
        await database.ping()
        async with database.transaction() as session:
            session.add(Group(name="after"))
        async with database.reading() as session:
            names = list(await session.scalars(text("SELECT name FROM groups")))
        await database.close()
        return names

    assert run(read_then_write()) == ["after"]


def test_several_that_migrate_at_once_do_it_once(database_url: str) -> None:
    async def at_once() -> bool:
        databases = [Database(database_url) for _ in range(3)]
        await downgrade(databases[0], "base")
        await asyncio.gather(*(upgrade(database) for database in databases))
        is_there = await is_current(databases[0])
        for database in databases:
            await database.close()
        return is_there

    assert run(at_once())
