"""A folder of this machine, or one file of it, as the code under review."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from xcodereviewer.core.errors import Denied, InputError, NotFound
from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceFile, SourceTree
from xcodereviewer.sources.held_folder import HeldFolder, stamp_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.walk import Walked, kind_of, walk
from xcodereviewer.sources.worktree import find_work_tree, head_revision

__all__ = ["DirectoryTree", "MissingPath", "NotReviewable", "UnreadablePath", "open_directory"]


class MissingPath(NotFound):
    """Nothing stands at a path that was named."""

    def __init__(self, path: str) -> None:
        super().__init__(f"There is no file or folder {path!r}. Check the spelling, or name one that exists.")


class NotReviewable(InputError):
    """A path that was named leads to something that is neither a file nor a folder."""

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(f"{path!r} is {kind}, not a file or folder. Name the file or folder to review.")


class UnreadablePath(Denied):
    """A path that was named cannot be opened."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(
            f"{path!r} cannot be opened ({problem}). Give this user the right to read it, or name another."
        )


class DirectoryTree:
    """What the walk found, read through the folder that it is held by."""

    changes: Mapping[str, Change] | None = None

    def __init__(self, held: HeldFolder, walked: Walked, *, target: Target, limit: int) -> None:
        self._held = held
        self._names = walked.names
        self._paths = frozenset(file.path for file in walked.files)
        self._limit = limit
        self._folders = walked.folders
        self.target = target
        self.files: Sequence[SourceFile] = walked.files
        self.skipped: Sequence[Skipped] = walked.skipped

    def read(self, path: str) -> bytes:
        if path not in self._paths:
            raise FileNotFoundError(errno.ENOENT, "Not a file of the tree", path)
        return self._held.read(self._names.get(path, path), limit=self._limit)[0]

    def names_on_disk(self) -> Iterator[str]:
        """Yield the name, relative to the folder, of all that was looked at: while none changes, the tree does not."""
        yield from self._folders
        for path in (*(file.path for file in self.files), *(skip.path for skip in self.skipped)):
            yield self._names.get(path, path)

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        for file in self.files:
            yield file, self.read(file.path)


@contextlib.contextmanager
def open_directory(path: Path, *, selection: Selection) -> Iterator[SourceTree]:
    """Open the folder or file at `path` as a tree; a symbolic link named here is followed, none below it is.

    A file is the only one of its tree, and since it was named, no ignore file leaves it out.

    Raises:
        MissingPath: nothing is there.
        NotReviewable: it is a FIFO, a socket or a device.
        UnreadablePath: it cannot be opened.
    """
    shown = tree_path(os.fspath(path))
    try:
        real = path.resolve(strict=True)
        status = real.stat()
        is_folder = stat.S_ISDIR(status.st_mode)
        if not is_folder and not stat.S_ISREG(status.st_mode):
            raise NotReviewable(shown, kind_of(status.st_mode))
        held = HeldFolder(real if is_folder else real.parent)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise MissingPath(shown) from error
    except RuntimeError as error:  # how Python 3.11 and 3.12 tell of a loop
        raise UnreadablePath(shown, os.strerror(errno.ELOOP)) from error
    except OSError as error:
        raise UnreadablePath(shown, error.strerror or str(error)) from error
    with contextlib.closing(held):
        work_tree = find_work_tree(real if is_folder else real.parent)
        target = Target(
            kind="directory",
            name=_name(path, real),
            revision=head_revision(work_tree) if work_tree is not None else "",
        )
        if is_folder:
            walked = walk(held, real, selection=selection, work_tree=work_tree)
        else:
            walked = _alone(real.name, status, selection)
        yield DirectoryTree(held, walked, target=target, limit=selection.max_file_bytes)


def _alone(name: str, status: os.stat_result, selection: Selection) -> Walked:
    path = tree_path(name)
    too_large = selection.too_large(status.st_size)
    return Walked(
        files=() if too_large else (SourceFile(path=path, size=status.st_size, stamp=stamp_of(status)),),
        skipped=(Skipped(path=path, reason=too_large),) if too_large else (),
        names={} if path == name else {path: name},
    )


def _name(path: Path, real: Path) -> str:
    """The path as it was written when it is relative and goes down, else the name of what it leads to."""
    is_plain = not path.is_absolute() and path.parts and ".." not in path.parts
    return tree_path(path.as_posix() if is_plain else real.name) or "/"
