"""A folder as it is now, of which nothing is left out only because of what came since a commit."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from xcodereviewer.sources.blobs import open_blobs
from xcodereviewer.sources.commit_tree import ignore_file_reader
from xcodereviewer.sources.diff import open_diff
from xcodereviewer.sources.directory import DirectoryTree, held_root, look_at_each
from xcodereviewer.sources.part import part_of
from xcodereviewer.sources.sealed import sealed
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.self_exclusion import brought_back

__all__ = ["open_since"]


@contextlib.contextmanager
def open_since(path: Path, commit: str, *, selection: Selection, named: Sequence[str] = ()) -> Iterator[DirectoryTree]:
    """Open a folder or file whole, or what is `named` in it, as `open_directory`, knowing what changed since HEAD and
    `commit` parted.

    A file is left out when both the ignore files of then and of now say so, and a mark of generated code counts when
    it stood there before.

    Raises:
        XCodeReviewerError: as `open_directory` and `open_diff`.
    """
    part = part_of(path)
    with open_diff(path, commit, selection=selection) as change:
        hidden = {file.path: file for file in change.files if file.self_exclusion}
        changes = change.changes
    with held_root(part) as held:
        now = look_at_each(held, part, named, selection=selection)
        with sealed(path) as repository, open_blobs(repository) as blobs:
            read = ignore_file_reader(repository, blobs, commit=commit)
            then = look_at_each(held, part, named, selection=selection, read_ignore_file=read)
        walked = brought_back(now, then, hidden)
        yield DirectoryTree(held, walked, part=part, limit=selection.max_file_bytes, changes_since=changes)
