"""Files as they were in a commit."""

import contextlib
import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from xcodereviewer.sources.blobs import open_blobs
from xcodereviewer.sources.placement import stored_text
from xcodereviewer.sources.sealed import sealed

__all__ = ["ReadThen", "folder_at", "open_revision", "read_at"]

_LIMIT = 64 * 1024 * 1024  # bytes
_LINK = "120000"

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
            for name in _names(path, top):
                with contextlib.suppress(OSError):
                    return blobs.read(os.fsencode(f"{revision}:{name}"), limit=_LIMIT)
            return None

        yield read


def read_at(path: Path, revision: str) -> bytes | None:
    """Return what the file `path` of a work tree held in the commit `revision`; None when it was not there.

    Raises:
        NotARepository: `path` is in none.
    """
    with open_revision(path.parent, revision) as read:
        return read(path)


def folder_at(folder: Path, revision: str, *, near: Path) -> Mapping[str, bytes]:
    """Return what each file below a folder held in a commit, by its path from there; nothing when it was not there.

    `near` is a folder of the same work tree that is there now. A link counts as the file that it leads to.

    Raises:
        NotARepository: `near` is in none.
    """
    with sealed(near) as repository, open_blobs(repository) as blobs:
        listed = repository.run("ls-tree", "-r", "-z", revision).split(b"\0")[:-1]
        modes = {stored_text(path): fields[:6].decode() for fields, _, path in (one.partition(b"\t") for one in listed)}
        for name in _names(folder, repository.folder.resolve()):
            below = "" if name == "." else f"{name}/"
            found: dict[str, bytes] = {}
            for path in (path for path in modes if path.startswith(below)):
                with contextlib.suppress(OSError):
                    place = path
                    if modes[path] == _LINK:
                        link = os.fsdecode(blobs.read(os.fsencode(f"{revision}:{path}"), limit=_LIMIT))
                        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
                    found[path.removeprefix(below)] = blobs.read(os.fsencode(f"{revision}:{place}"), limit=_LIMIT)
            if found:
                return found
    return {}


def _names(path: Path, top: Path) -> Iterator[str]:
    """Yield what a path is called from the top: as it is written, since a change may make links, and as these lead."""
    written = Path(os.path.abspath(path))  # noqa: PTH100 - follows no links
    for place in dict.fromkeys((written, path.parent.resolve() / path.name)):
        if place.is_relative_to(top):
            yield place.relative_to(top).as_posix()
