"""The steps of the schema, up and down."""

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from tests.service import run

from xcodereviewer.store.database import Database
from xcodereviewer.store.migrate import SchemaTooNew, downgrade, upgrade
from xcodereviewer.store.tables import METADATA


def test_steps_lead_to_what_the_tables_say(database_url: str) -> None:
    def difference(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))

    assert run(_asked(database_url, difference)) == []


def test_steps_lead_back_to_nothing_and_up_again(sqlite_url: str) -> None:
    async def there_and_back() -> tuple[list[str], list[str]]:
        database = Database(sqlite_url)
        await downgrade(database, "base")
        async with database.engine.connect() as connection:
            left = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        await upgrade(database)
        async with database.engine.connect() as connection:
            again = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        await database.close()
        return left, again

    left, again = run(there_and_back())
    assert left == ["alembic_version"]
    assert set(again) == {"alembic_version", *METADATA.tables}


def test_database_of_a_later_release_is_left_alone(sqlite_url: str) -> None:
    async def from_the_future() -> None:
        database = Database(sqlite_url)
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        try:
            await upgrade(database)
        finally:
            await database.close()

    with pytest.raises(SchemaTooNew, match="9999"):
        run(from_the_future())


async def _asked(url: str, question: Callable[[Connection], list[object]]) -> list[object]:
    database = Database(url)
    async with database.engine.connect() as connection:
        answer = await connection.run_sync(question)
    await database.close()
    return answer
