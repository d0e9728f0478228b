"""Bringing a database to the schema of this release, and back."""
# xcr: ignore-file[commit-outside-the-doors] a migration is a transaction of its own

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from xcodereviewer.core.errors import Conflict
from xcodereviewer.store.database import Database

__all__ = ["SchemaTooNew", "alembic_config", "downgrade", "is_current", "revision_of", "upgrade"]

_FOLDER = Path(__file__).parent / "migrations"


class SchemaTooNew(Conflict):
    """A database that a later release has changed."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database is at schema {revision}, which this release does not know. Run the release that wrote it, "
            "or restore the backup from before."
        )


async def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the database to a revision; does nothing where it is there already. Of several at once, one does it.

    Raises:
        SchemaTooNew: a later release has changed it.
        DatabaseUnavailable: it does not answer.
    """
    known = {script.revision for script in ScriptDirectory(str(_FOLDER)).walk_revisions()}
    async with _alone(database), database.engine.connect() as connection:
        now = await connection.run_sync(revision_of)
        if now is not None and now not in known:
            raise SchemaTooNew(now)
        await connection.run_sync(lambda sync: command.upgrade(alembic_config(sync), revision))
        await connection.commit()


@contextlib.asynccontextmanager
async def _alone(database: Database) -> AsyncIterator[None]:
    """Wait until no other process migrates; SQLite has one writer anyway."""
    if database.is_sqlite:
        yield
        return
    async with database.transaction() as session:
        await session.one_at_a_time("migrate")
        yield


async def downgrade(database: Database, revision: str) -> None:
    """Take the database back to a revision; what only later ones know is lost."""
    async with database.engine.connect() as connection:
        await connection.run_sync(lambda sync: command.downgrade(alembic_config(sync), revision))
        await connection.commit()


async def is_current(database: Database) -> bool:
    """Whether the database is at the schema of this release.

    Raises:
        DatabaseUnavailable: it does not answer.
    """
    async with database.reading() as session:
        now = await (await session.connection()).run_sync(revision_of)
    return now == ScriptDirectory(str(_FOLDER)).get_current_head()


def revision_of(connection: Connection) -> str | None:
    """Return the revision that the database is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def alembic_config(connection: Connection) -> Config:
    """Return what Alembic is told, with the connection to use."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config
