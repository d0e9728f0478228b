"""`xcr serve`: the service, in one process."""

from pathlib import Path

import click

from xcodereviewer.cli.server import data_dir_option, needs_service, server_settings

__all__ = ["command"]


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
    set_up_logging(format=settings.log_format, level=settings.log_level)
    config = uvicorn.Config(
        build_app(settings),
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
