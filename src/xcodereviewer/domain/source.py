"""Code to be reviewed, wherever it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target

__all__ = ["Change", "SourceFile", "SourceTree", "Stamp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What `lstat` says of a file, by which an unchanged one is known without reading it (times in ns)."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file of a tree; its content is read through the tree, when it is needed.

    `stamp` is None when the content has no place on disk whose unchangedness could be known (archive, patch, stdin).
    `self_exclusion` is why the change under review would have its own file left out, which does not count.
    """

    path: str
    size: int  # bytes
    stamp: Stamp | None = None
    self_exclusion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The lines of a file, as it is now, that the change under review added or altered.

    `edits` are, by line, the text before and now of those of which each replaces one, as far as that is known.
    """

    lines: frozenset[int]
    old_path: str | None = None  # where the file was before, when it was moved
    is_new: bool = False
    edits: Mapping[int, tuple[str, str]] = field(default_factory=dict, compare=False)


class SourceTree(Protocol):
    """The files under review.

    A tree is a context manager's value: what it holds open or keeps in a temporary folder ends with it.
    """

    @property
    def target(self) -> Target:
        """What is under review, in words that hold no path of the host."""
        ...

    @property
    def part(self) -> str:
        """What of the tree is under review, a file or a folder (ends with `/`); empty when it is all of it.

        Paths count from the root of the tree all the same, which is the top of the work tree.
        """
        ...

    @property
    def files(self) -> Sequence[SourceFile]:
        """The files to review, sorted by path."""
        ...

    @property
    def skipped(self) -> Sequence[Skipped]:
        """What was left out and why, sorted by path."""
        ...

    @property
    def changes(self) -> Mapping[str, Change] | None:
        """Which lines are new, by path; None when the whole tree is under review."""
        ...

    def read(self, path: str) -> bytes:
        """Return a file's content.

        Raises:
            OSError: it can no longer be read, or is no longer a regular file.
        """
        ...

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        """Yield every file with its content, in the order that reads fastest."""
        ...
