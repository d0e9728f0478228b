"""The configuration that holds for a command, from the files and the environment it is called in."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.cli.places import configuration_folder
from xcodereviewer.core.configuration import (
    COMMAND_LINE,
    Configuration,
    Layer,
    configuration_of,
    environment_layer,
    file_layer,
    repository_file,
)
from xcodereviewer.rules.choose import UnknownRule
from xcodereviewer.sources.worktree import find_work_tree

__all__ = ["ConfigurationFile", "configure", "organisation_file", "organisation_place", "told_origin"]

ORGANISATION_VARIABLE = "XCR_CONFIG"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigurationFile:
    """Which file configures the repository: found by itself, named, or none at all."""

    path: Path | None = None
    is_wanted: bool = True

    def find(self, folder: Path | None, *, read: Callable[[Path], bytes | None] | None = None) -> Path | None:
        """Return the file for the tree at `folder`; with `read`, as `repository_file` has it, that of another time."""
        if not self.is_wanted:
            return None
        if self.path is not None:
            return self.path
        if folder is None:
            return None
        place = folder.resolve()
        tree = find_work_tree(place)
        top = tree.top if tree is not None else None
        return repository_file(place, top=top) if read is None else repository_file(place, top=top, read=read)


@contextmanager
def told_origin(configuration: Configuration) -> Iterator[None]:
    """Have the error that a setting names no rule say which file, or variable, has that setting."""
    try:
        yield
    except UnknownRule as error:
        settings = configuration.settings
        named = {"only": settings.only, "disable": settings.disable, "severities": settings.severities}
        key = next((key for key, names in named.items() if error.name in names), "")
        origin = configuration.origins.get(key, COMMAND_LINE)
        if origin == COMMAND_LINE:
            raise
        raise UnknownRule(error.name, error.known, origin=f"{origin}: `{key}`") from error


def organisation_file() -> Path | None:
    """Return the file of the organisation, or of the user: what `XCR_CONFIG` names, or `config.toml` in our folder."""
    place = organisation_place()
    return place if ORGANISATION_VARIABLE in os.environ or place.is_file() else None


def organisation_place() -> Path:
    """Return where the organisation's file is looked for."""
    named = os.environ.get(ORGANISATION_VARIABLE)
    return Path(named) if named else configuration_folder() / "config.toml"


def configure(
    repository: Layer | None, command_line: Layer | None = None, *, organisation: Layer | None = None
) -> Configuration:
    """Put the layers of this machine and this call around that of the repository.

    `organisation` is what holds instead of the organisation's file.

    Raises:
        InputError: a layer is not right.
    """
    return configuration_of(_layers(repository, command_line, organisation))


def _layers(repository: Layer | None, command_line: Layer | None, organisation: Layer | None) -> Iterator[Layer]:
    place = organisation_file()
    if organisation is not None:
        yield organisation
    elif place is not None:
        yield file_layer(place, origin=f"organisation ({place.name})")
    if repository is not None:
        yield repository
    yield environment_layer()
    if command_line is not None:
        yield command_line
