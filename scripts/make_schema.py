"""Writes the first step of the schema anew from the tables: until the first release there is only that one.

After the release, `--step NAME` writes the step from the last one to what the tables say now.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from xcodereviewer.store import migrate
from xcodereviewer.store.database import Database

VERSIONS = Path(migrate.__file__).parent / "migrations" / "versions"


async def main() -> None:
    """Write the step."""
    step = sys.argv[2] if sys.argv[1:2] == ["--step"] else None
    if step is None:
        for path in VERSIONS.glob("0001_*.py"):
            path.unlink()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/schema.sqlite")
        if step is not None:
            await migrate.upgrade(database)
        async with database.engine.connect() as connection:
            await connection.run_sync(lambda sync: _write(sync, step))
        await database.close()


def _write(connection: Connection, step: str | None) -> None:
    number = f"{len(list(VERSIONS.glob('[0-9]*.py'))) + 1:04}"
    command.revision(
        migrate.alembic_config(connection), message=step or "The first schema", rev_id=number, autogenerate=True
    )


if __name__ == "__main__":
    asyncio.run(main())
