"""A tree of files that are read one by one from wherever they are stored."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceFile

__all__ = ["StoredTree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTree:
    """A `SourceTree` whose `reader` gives the content of a file in it; the reader raises OSError when it cannot."""

    target: Target
    files: Sequence[SourceFile]
    skipped: Sequence[Skipped]
    reader: Callable[[str], bytes]
    changes: Mapping[str, Change] | None = None
    part: str = ""
    _paths: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_paths", frozenset(file.path for file in self.files))

    def read(self, path: str) -> bytes:
        """Return a file's content.

        Raises:
            OSError: it can no longer be read, or is no file of the tree.
        """
        if path not in self._paths:
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return self.reader(path)

    def texts(self) -> Iterator[tuple[SourceFile, bytes]]:
        """Yield every file with its content."""
        for file in self.files:
            yield file, self.reader(file.path)
