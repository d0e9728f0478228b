"""A folder of this machine, or one file of it, as the code under review."""

import contextlib
import errno
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceFile
from xcodereviewer.sources.folder_rules import ReadIgnoreFile
from xcodereviewer.sources.held_folder import HeldFolder, stamp_of
from xcodereviewer.sources.part import Part, UnreadablePath, part_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.walk import Walked, walk
from xcodereviewer.sources.worktree import head_revision

__all__ = ["DirectoryTree", "held_root", "look_at", "look_at_each", "open_directory"]


class DirectoryTree:
    """What was found below a folder, or the file that was named, read through the root that is held."""

    changes: Mapping[str, Change] | None = None

    def __init__(
        self,
        held: HeldFolder,
        walked: Walked,
        *,
        part: Part,
        limit: int,
        changes_since: Mapping[str, Change] | None = None,
    ) -> None:
        self._held = held
        self._names = walked.names
        self._paths = frozenset(file.path for file in walked.files)
        self._limit = limit
        self._folders = walked.folders
        self.target = Target(
            kind="directory",
            name=part.name,
            revision=head_revision(part.work_tree) if part.work_tree is not None else "",
        )
        self.changes_since = changes_since  # what came since a commit, though the tree is reviewed whole
        self.root = part.root
        self.folder = part.folder
        self.part = tree_path(part.path)
        self.files: Sequence[SourceFile] = walked.files
        self.skipped: Sequence[Skipped] = walked.skipped

    def read(self, path: str) -> bytes:
        if path not in self._paths:
            raise FileNotFoundError(errno.ENOENT, "Not a file of the tree", path)
        return self._held.read(self._names.get(path, path), limit=self._limit)[0]

    def names_on_disk(self) -> Iterator[str]:
        """Yield the name, relative to the root, of all that was looked at: while none changes, the tree does not."""
        yield from self._folders
        for path in (*(file.path for file in self.files), *(skip.path for skip in self.skipped)):
            yield self._names.get(path, path)

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        for file in self.files:
            yield file, self.read(file.path)


@contextlib.contextmanager
def open_directory(path: Path, *, selection: Selection, named: Sequence[str] = ()) -> Iterator[DirectoryTree]:
    """Open the folder or file at `path` as a tree; a symbolic link named here is followed, none below it is.

    Paths count from the top of the work tree that it is in, if it is in one. A file is the only one of its tree, and
    since it was named, no ignore file leaves it out. With `named` (paths from the root) these are looked at, each as if
    it were named alone.

    Raises:
        MissingPath: nothing is there.
        NotReviewable: it is a FIFO, a socket or a device.
        UnreadablePath: it cannot be opened.
    """
    part = part_of(path)
    with held_root(part) as held:
        walked = look_at_each(held, part, named, selection=selection)
        yield DirectoryTree(held, walked, part=part, limit=selection.max_file_bytes)


@contextlib.contextmanager
def held_root(part: Part) -> Iterator[HeldFolder]:
    """Hold the root of what was named.

    Raises:
        UnreadablePath: it, or the folder that was named, cannot be opened.
    """
    try:
        held = HeldFolder(part.root)
        if part.folder != part.root:
            HeldFolder(part.folder).close()
    except OSError as error:
        raise UnreadablePath(part.name, error.strerror or str(error)) from error
    with contextlib.closing(held):
        yield held


def look_at(
    held: HeldFolder, part: Part, *, selection: Selection, read_ignore_file: ReadIgnoreFile | None = None
) -> Walked:
    """Return what there is in the part, with its own ignore files or those that `read_ignore_file` gives."""
    if part.is_file:
        return _alone(part, selection)
    return walk(held, part, selection=selection, read_ignore_file=read_ignore_file)


def look_at_each(
    held: HeldFolder,
    part: Part,
    named: Sequence[str],
    *,
    selection: Selection,
    read_ignore_file: ReadIgnoreFile | None = None,
) -> Walked:
    """Return what there is in each place that is named (all in the part), or in the part when none is."""
    if not named:
        return look_at(held, part, selection=selection, read_ignore_file=read_ignore_file)
    looked = [
        look_at(held, replace(part, path=path), selection=selection, read_ignore_file=read_ignore_file)
        for path in named
    ]
    files = {file.path: file for walked in looked for file in walked.files}
    skipped = {skip.path: skip for walked in looked for skip in walked.skipped if skip.path not in files}
    return Walked(
        files=[files[path] for path in sorted(files)],
        skipped=[skipped[path] for path in sorted(skipped)],
        names={shown: name for walked in looked for shown, name in walked.names.items()},
        folders=tuple(dict.fromkeys(folder for walked in looked for folder in walked.folders)),
    )


def _alone(part: Part, selection: Selection) -> Walked:
    path = tree_path(part.path)
    status = (part.root / part.path).stat()
    too_large = selection.left_out_for_size(path, status.st_size)
    return Walked(
        files=() if too_large else (SourceFile(path=path, size=status.st_size, stamp=stamp_of(status)),),
        skipped=(too_large,) if too_large else (),
        names={} if path == part.path else {path: part.path},
    )
