"""Globs on their way from the folder in which they are written to the root from which paths count."""

from pathlib import Path

from xcodereviewer.cli.source import Source
from xcodereviewer.core.configuration import Layer
from xcodereviewer.sources.part import part_of
from xcodereviewer.sources.selection import glob_in

__all__ = ["from_root"]


def from_root(layer: Layer, folder: Path, *, source: Source) -> Layer:
    """Return the layer with the globs that are written in `folder` as they read from the root of what is reviewed."""
    if source.folder is None:
        return layer
    root, place = part_of(source.folder).root, folder.resolve()
    if place == root or not place.is_relative_to(root):
        return layer
    below = place.relative_to(root).as_posix()
    globs = {key: _from_root(layer.values[key], below) for key in ("include", "exclude") if key in layer.values}
    return Layer(origin=layer.origin, values={**layer.values, **globs})


def _from_root(value: object, below: str) -> object:
    if not isinstance(value, list | tuple):
        return value  # which is no list of globs will be told
    read: list[object] = []
    for glob in value:
        read += glob_in(below, glob) if isinstance(glob, str) else [glob]
    return read
