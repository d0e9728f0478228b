"""Which engines there are: ours and those that other packages bring by entry point."""

from collections.abc import Callable, Mapping
from importlib import import_module
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
        return cast("Callable[[], Engine]", point.load())()
    raise UnknownEngine(name)
