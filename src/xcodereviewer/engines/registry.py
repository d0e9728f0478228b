"""Which engines there are: ours and those that other packages bring by entry point."""

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from xcodereviewer.core.errors import NotFound
from xcodereviewer.domain.engine import Engine

__all__ = ["BUILT_IN", "GROUP", "UnknownEngine", "engine_names", "load_engine"]

GROUP = "xcodereviewer.engines"

# Ours stand here as well as in the package's entry points, so that a review with them alone need not look for others.
BUILT_IN: Mapping[str, str] = MappingProxyType(
    {
        "complexity": "xcodereviewer.engines.complexity:engine",
        "configuration": "xcodereviewer.engines.configuration:engine",
        "dataflow": "xcodereviewer.engines.dataflow.engine:engine",
        "patterns": "xcodereviewer.engines.patterns:engine",
        "ruff": "xcodereviewer.engines.ruff:engine",
        "secrets": "xcodereviewer.engines.secrets:engine",
    }
)


class UnknownEngine(NotFound):
    """An engine that is not installed."""

    def __init__(self, name: str) -> None:
        known = ", ".join(engine_names())
        super().__init__(f"There is no engine `{name}`. Installed are: {known}.")


def engine_names() -> list[str]:
    """Return the names of all installed engines, sorted."""
    if not _may_have_others():
        return sorted(BUILT_IN)
    from importlib.metadata import entry_points  # takes as long to import as a small review takes

    return sorted({*BUILT_IN, *(point.name for point in entry_points(group=GROUP))})


def load_engine(name: str) -> Engine:
    """Make the engine `name`.

    Raises:
        UnknownEngine: no installed package brings it.
        ImportError: the package that brings it does not load.
    """
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        return cast("Callable[[], Engine]", getattr(import_module(module), attribute))()
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP, name=name):
        try:
            return cast("Callable[[], Engine]", point.load())()
        except SystemExit as error:  # it would end the review as if all were well
            raise ImportError(f"the module of engine `{name}` exits ({error})") from error
    raise UnknownEngine(name)


def _may_have_others() -> bool:
    """Whether a package besides ours may bring engines; False only when none that is installed names our group."""
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                places = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info", ".egg"))]
        except NotADirectoryError:
            return True  # a ZIP archive may hold packages
        except OSError:
            continue
        if any(_names_our_group(place) for place in places if not Path(place).name.startswith("xcodereviewer-")):
            return True
    return False


def _names_our_group(place: str) -> bool:
    if place.endswith(".egg"):
        return True
    try:
        return GROUP.encode() in Path(place, "entry_points.txt").read_bytes()
    except OSError:
        return False
