"""What holds for a change is what held before it: configuration and baseline of its base commit.

Nobody reviews himself green: a change that relaxes the configuration or accepts its own findings is judged by what its
base says, and the report tells.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from xcodereviewer.cli.configure import ConfigurationFile
from xcodereviewer.cli.globs import from_root
from xcodereviewer.cli.source import Source
from xcodereviewer.core.configuration import Layer, file_layer, parse_layer
from xcodereviewer.domain.review import Notice

if TYPE_CHECKING:
    from xcodereviewer.triage.baseline import Baseline

__all__ = ["added_entries", "base_of", "repository_layer"]


def base_of(source: Source, *, baseline_commit: str | None) -> str | None:
    """Return the commit that the change under review starts from; None when no change, or no repository, is there.

    What came after a baseline commit is a change too.

    Raises:
        XCodeReviewerError: the repository cannot be read, or has no such commit.
    """
    folder = source.folder
    since = source.diff if source.diff is not None else baseline_commit
    if folder is None or not (source.is_change or since is not None):
        return None
    from xcodereviewer.sources.git_folders import UnknownRevision, repository_of
    from xcodereviewer.sources.repository import merge_base, resolve

    if repository_of(folder) is None:
        return None
    if since is not None:
        return merge_base(folder, since)
    try:
        return resolve(folder, "HEAD")
    except UnknownRevision:  # nothing is committed yet
        return None


def repository_layer(source: Source, file: ConfigurationFile, *, base: str | None) -> tuple[Layer | None, list[Notice]]:
    """Return the settings of the reviewed tree, and what is to be said of them.

    Raises:
        InputError: they are not right.
    """
    path = file.find(source.folder)
    if path is None:
        return None, []
    layer, notices = _layer_and_notices(path, file, base=base)
    # A file that is named may stand anywhere, and speaks of the whole tree.
    return (layer if layer is None or file.path is not None else from_root(layer, path.parent, source=source)), notices


def _layer_and_notices(path: Path, file: ConfigurationFile, *, base: str | None) -> tuple[Layer | None, list[Notice]]:
    if base is None or file.path is not None:
        return file_layer(path, origin=path.name), []
    from xcodereviewer.sources.revision_file import read_at

    before = read_at(path, base)
    if before is not None and before == path.read_bytes():
        return file_layer(path, origin=path.name), []
    layer = parse_layer(before, path=path, origin=f"{path.name} at {base[:12]}") if before is not None else None
    told = "The change under review alters its own configuration; what its base says holds."
    return layer, [Notice(code="self-configuration", message=told, path=path.name)]


def added_entries(baseline: "Baseline", path: Path, base: str) -> frozenset[str]:
    """Return the ids of the entries that the change adds to the baseline file.

    Raises:
        InputError: the baseline of the base commit is corrupt.
    """
    from xcodereviewer.sources.revision_file import read_at
    from xcodereviewer.triage.baseline import read_baseline

    before = read_at(path, base)
    known = read_baseline(before, name=f"{path.name} at {base[:12]}").entries if before is not None else ()
    return frozenset(entry.id for entry in baseline.entries) - {entry.id for entry in known}
