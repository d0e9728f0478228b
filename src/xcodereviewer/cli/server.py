"""What the commands of the service have in common."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xcodereviewer.core.errors import Unavailable

if TYPE_CHECKING:
    from xcodereviewer.core.server_settings import ServerSettings

__all__ = ["data_dir_option", "needs_service", "server_settings"]

data_dir_option = click.option(
    "--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of database, uploads and reports."
)


class ServiceMissing(Unavailable):
    """An installation without the libraries of the service."""

    def __init__(self, name: str) -> None:
        super().__init__(f"This command needs {name}. Install it: pip install 'xcodereviewer[service]'.")


@contextlib.contextmanager
def needs_service() -> Iterator[None]:
    """Import what only the service needs within this.

    Raises:
        ServiceMissing: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ServiceMissing(error.name or "more libraries") from error


def server_settings(**given: object) -> "ServerSettings":
    """Return the settings of the service; what is given on the command line beats the environment.

    Raises:
        InvalidServerSettings: they do not do.
        ServiceMissing: the service is not installed.
    """
    with needs_service():
        from xcodereviewer.core.server_settings import read_server_settings
    return read_server_settings({name: value for name, value in given.items() if value is not None})
