"""What holds for a change is what held before it: configuration and baseline of its base commit.

Nobody reviews himself green: a change that relaxes the configuration or accepts its own findings is judged by what its
base says, and the report tells.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xcodereviewer.cli.configure import ConfigurationFile, organisation_file, organisation_place
from xcodereviewer.cli.globs import from_root
from xcodereviewer.cli.source import Source
from xcodereviewer.core.configuration import Layer, file_layer, parse_layer
from xcodereviewer.domain.review import Notice

if TYPE_CHECKING:
    from xcodereviewer.triage.baseline import Baseline

__all__ = ["added_entries", "base_of", "organisation_layer", "repository_layer"]


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
    now = file.find(source.folder)
    then = _Then() if base is None or source.folder is None else _find_then(source.folder, file, base=base)
    if base is None or (file.path is not None and then.content is None):
        path, layer = now, None if now is None else file_layer(now, origin=now.name)
        notices: list[Notice] = []
    else:
        path, layer = then.path, _layer_then(then, base=base)
        notices = _alteration(now, then)
    # A file that is named may stand anywhere, and speaks of the whole tree.
    if layer is None or path is None or file.path is not None:
        return layer, notices
    return from_root(layer, path.parent, source=source), notices


def organisation_layer(source: Source, *, base: str | None) -> tuple[Layer | None, list[Notice]]:
    """Return the organisation's settings when the change under review has their file in its hands, and a notice.

    Raises:
        InputError: they are not right.
    """
    if base is None or source.folder is None or organisation_file() is None:
        return None, []
    place = organisation_place()
    then = _find_then(source.folder, ConfigurationFile(path=place), base=base)
    if then.content is None:
        return None, []
    return _layer_then(then, base=base), _alteration(place, then)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """The configuration file of the base commit."""

    path: Path | None = None
    content: bytes | None = None


def _find_then(folder: Path, file: ConfigurationFile, *, base: str) -> _Then:
    from xcodereviewer.sources.revision_file import open_revision

    with open_revision(folder, base) as read:
        path = file.find(folder, read=read)
        return _Then(path=path, content=None if path is None else read(path))


def _layer_then(then: _Then, *, base: str) -> Layer | None:
    if then.path is None or then.content is None:
        return None
    return parse_layer(then.content, path=then.path, origin=f"{then.path.name} at {base[:12]}")


def _alteration(now: Path | None, then: _Then) -> list[Notice]:
    """Return what is to be said when another file, or other content, would hold without the base."""
    changed = now or then.path
    is_same = now is not None and now == then.path and now.is_file() and now.read_bytes() == then.content
    if changed is None or is_same:
        return []
    told = "The change under review alters its own configuration; what its base says holds."
    return [Notice(code="self-configuration", message=told, path=changed.name)]


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
