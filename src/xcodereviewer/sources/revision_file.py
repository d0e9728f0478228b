"""Files as they were in a commit."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from xcodereviewer.sources.blobs import open_blobs
from xcodereviewer.sources.sealed import sealed

__all__ = ["ReadThen", "open_revision", "read_at"]

_LIMIT = 64 * 1024 * 1024  # bytes

ReadThen = Callable[[Path], bytes | None]  # gives what a file held then, None when it was not there


@contextlib.contextmanager
def open_revision(folder: Path, revision: str) -> Iterator[ReadThen]:
    """Open the commit `revision` of the work tree that `folder` is in; files elsewhere were never there.

    Raises:
        NotARepository: `folder` is in none.
    """
    with sealed(folder) as repository, open_blobs(repository) as blobs:
        top = repository.folder.resolve()

        def read(path: Path) -> bytes | None:
            place = path.parent.resolve() / path.name
            with contextlib.suppress(OSError):
                if place.is_relative_to(top):
                    return blobs.read(f"{revision}:{place.relative_to(top).as_posix()}", limit=_LIMIT)
            return None

        yield read


def read_at(path: Path, revision: str) -> bytes | None:
    """Return what the file `path` of a work tree held in the commit `revision`; None when it was not there.

    Raises:
        NotARepository: `path` is in none.
    """
    with open_revision(path.parent, revision) as read:
        return read(path)
