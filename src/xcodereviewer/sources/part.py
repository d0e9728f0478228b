"""The part of a tree that is under review: what was named, and the root from which all paths count."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.core.errors import Denied, InputError, NotFound
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.worktree import WorkTree, find_work_tree

__all__ = ["MissingPath", "NotReviewable", "Part", "UnreadablePath", "is_within", "kind_of", "part_of"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What was named, seen from its root: the top of its work tree; outside of any, the folder that it is or is in.

    `path` leads to it from the root, as `os.fsdecode` gives it; a folder's ends with `/`, the root's own is empty.
    """

    name: str  # for those who read a report
    root: Path
    path: str
    work_tree: WorkTree | None

    @property
    def is_file(self) -> bool:
        """Whether one file was named."""
        return self.path[-1:] not in ("", "/")

    @property
    def folder(self) -> Path:
        """The folder that was named, or that the named file is in."""
        return self.root / self.path.rpartition("/")[0]


def part_of(path: Path) -> Part:
    """Return what a path names; a symbolic link is followed.

    Raises:
        MissingPath: nothing is there.
        NotReviewable: it is a FIFO, a socket or a device.
        UnreadablePath: it cannot be reached.
    """
    shown = tree_path(os.fspath(path))
    try:
        real = path.resolve(strict=True)
        mode = real.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise MissingPath(shown) from error
    except RuntimeError as error:  # how Python 3.11 and 3.12 tell of a loop
        raise UnreadablePath(shown, os.strerror(errno.ELOOP)) from error
    except OSError as error:
        raise UnreadablePath(shown, error.strerror or str(error)) from error
    is_folder = stat.S_ISDIR(mode)
    if not is_folder and not stat.S_ISREG(mode):
        raise NotReviewable(shown, kind_of(mode))
    folder = real if is_folder else real.parent
    work_tree = find_work_tree(folder)
    root = folder if work_tree is None else work_tree.top
    below = "" if real == root else real.relative_to(root).as_posix() + "/" * is_folder
    return Part(name=_name(path, real), root=root, path=below, work_tree=work_tree)


def is_within(path: str, part: str) -> bool:
    """Return whether a path (both from the root) is, or is in, what was named."""
    return path == part or (part[-1:] in ("", "/") and path.startswith(part))


def kind_of(mode: int) -> str:
    """Return what stands at a path that is neither a file nor a folder."""
    for test, kind in ((stat.S_ISLNK, "a symbolic link"), (stat.S_ISFIFO, "a FIFO"), (stat.S_ISSOCK, "a socket")):
        if test(mode):
            return kind
    return "a device"


def _name(path: Path, real: Path) -> str:
    """The path as it was written when it is relative and goes down, else the name of what it leads to."""
    is_plain = not path.is_absolute() and path.parts and ".." not in path.parts
    return tree_path(path.as_posix() if is_plain else real.name) or "/"
