"""Several files and folders of one tree as the code under review."""

import os
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceFile, SourceTree
from xcodereviewer.sources.directory import DirectoryTree
from xcodereviewer.sources.part import is_within, part_of
from xcodereviewer.sources.paths import tree_path

__all__ = ["NamedParts", "SeveralTrees", "Together", "together"]


class SeveralTrees(InputError):
    """Several targets that are not files and folders of one work tree."""

    def __init__(self, first: str, other: str) -> None:
        super().__init__(f"{first!r} and {other!r} are not in one work tree. Review them one by one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """The folder in which all is that was named, and its paths from the root of the tree, as `Part.path` is."""

    folder: Path
    parts: tuple[str, ...]


def together(paths: Sequence[Path]) -> Together:
    """Return where several files and folders are.

    Raises:
        MissingPath: nothing is at one of the paths.
        NotReviewable: it is a FIFO, a socket or a device.
        SeveralTrees: they are in different work trees, or only some are in one.
        UnreadablePath: it cannot be reached.
    """
    named = [part_of(path) for path in paths]
    folder = Path(os.path.commonpath([part.folder for part in named]))
    tree = part_of(folder)
    for path, part in zip(paths, named, strict=True):
        if (part.work_tree and part.work_tree.top) != (tree.work_tree and tree.work_tree.top):
            raise SeveralTrees(os.fspath(paths[0]), os.fspath(path))
    below = ((part.root / part.path).relative_to(tree.root).as_posix() + "/" * (not part.is_file) for part in named)
    return Together(folder=folder, parts=tuple("" if path == "./" else path for path in below))


class NamedParts:
    """A tree of which only some parts are under review."""

    def __init__(self, tree: SourceTree, parts: Sequence[str]) -> None:
        self._tree = tree
        self.parts = parts = tuple(map(tree_path, parts))
        self.target: Target = tree.target
        self.part = tree.part
        self.files: Sequence[SourceFile] = [file for file in tree.files if self._holds(file.path)]
        seen = {file.path for file in self.files}
        self.skipped: Sequence[Skipped] = [
            one for one in tree.skipped if self._holds(one.path) or self._hides(one.path, seen)
        ]
        self.changes_since = tree.changes_since if isinstance(tree, DirectoryTree) else None
        self.changes: Mapping[str, Change] | None = tree.changes

    def read(self, path: str) -> bytes:
        """Return a file's content."""
        return self._tree.read(path)

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        """Yield every file with its content."""
        return ((file, data) for file, data in self._tree.texts() if self._holds(file.path))

    def _holds(self, path: str) -> bool:
        return any(is_within(path, part) for part in self.parts)

    def _hides(self, path: str, seen: Set[str]) -> bool:
        return path.endswith("/") and any(part.startswith(path) for part in self.parts if part not in seen)
