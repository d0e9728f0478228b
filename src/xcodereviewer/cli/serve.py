"""`xcr serve`: the service, in one process."""
# xcr: ignore-file[task-outside-a-group] the door of a command runs the loop of all that it does

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xcodereviewer.cli.server import data_dir_option, needs_service, server_settings
from xcodereviewer.core.errors import Unavailable

if TYPE_CHECKING:
    from xcodereviewer.core.server_settings import ServerSettings

__all__ = ["command"]


class NoDatabase(Unavailable):
    """A database that the service cannot begin with."""

    def __init__(self, url: str) -> None:
        super().__init__(f"The database {url} does not answer. Start it, or mend XCR_DATABASE_URL.")


@click.command(name="serve")
@click.option("--host", help="Address to listen on; 127.0.0.1 without it.")
@click.option("--port", type=click.IntRange(0, 65_535), help="Port to listen on; 8000 without it.")
@data_dir_option
def command(host: str | None, port: int | None, data_dir: Path | None) -> int:
    """Run the service: API and reviews in one process, everything kept in one folder.

    The environment holds all other settings (`XCR_DATABASE_URL`, `XCR_SECRET_KEY`, …).
    """
    with needs_service():
        import uvicorn

        from xcodereviewer.app import build_app
        from xcodereviewer.core.logging import set_up_logging
    settings = server_settings(host=host, port=port, data_dir=data_dir)
    app = build_app(settings)
    asyncio.run(_reach_database(settings))
    set_up_logging(format=settings.log_format, level=settings.log_level)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_graceful_shutdown=10,
    )
    server = uvicorn.Server(config)
    server.run()
    return 0 if server.started else 2


async def _reach_database(settings: "ServerSettings") -> None:
    """Bring the database to the schema of this release, so that what is in the way is told before all else."""
    from xcodereviewer.store.database import Database, DatabaseUnavailable
    from xcodereviewer.store.migrate import upgrade

    database = Database(settings.database)
    try:
        await upgrade(database)
    except DatabaseUnavailable as error:
        raise NoDatabase(database.url.render_as_string(hide_password=True)) from error
    finally:
        await database.close()
