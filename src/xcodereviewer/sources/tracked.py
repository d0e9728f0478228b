"""Which files Git tracks, read from its index without starting Git."""

import os
import struct
from bisect import bisect_left
from functools import cached_property

from xcodereviewer.sources.held_folder import read_regular
from xcodereviewer.sources.worktree import WorkTree

__all__ = ["TrackedFiles", "index_paths"]

_MOST_BYTES = 256 * 1024 * 1024
_HEADER = struct.Struct(">4sLL")
_TIMES_TO_SIZE = 40  # bytes of an entry before the object id
_EXTENDED = 0x4000


class TrackedFiles:
    """The files that the index of a work tree names; it is read when first asked."""

    def __init__(self, work_tree: WorkTree) -> None:
        self._git_dir = work_tree.git_dir
        self._id_bytes = 32 if work_tree.uses_sha256 else 20

    def holds(self, path: str) -> bool:
        """Return whether `path` (as `byte_text`, from the top; a folder ends with `/`) is, or holds, a tracked file."""
        wanted = path.encode("latin-1")
        at = bisect_left(self._paths, wanted)
        if at == len(self._paths):
            return False
        return self._paths[at].startswith(wanted) if path.endswith("/") else self._paths[at] == wanted

    @cached_property
    def _paths(self) -> list[bytes]:
        paths = set(index_paths(self._read("index"), id_bytes=self._id_bytes))
        if b"" in paths or not paths:  # entries of a split index that only say what became of those of the shared one
            for name in sorted(self._shared()):
                paths.update(index_paths(self._read(name), id_bytes=self._id_bytes))
        return sorted(paths)

    def _shared(self) -> list[str]:
        try:
            return [name for name in os.listdir(self._git_dir) if name.startswith("sharedindex.")]  # noqa: PTH208
        except OSError:
            return []

    def _read(self, name: str) -> bytes:
        try:
            return read_regular(os.fspath(self._git_dir / name), limit=_MOST_BYTES)[0]
        except OSError:
            return b""


def index_paths(data: bytes, *, id_bytes: int = 20) -> list[bytes]:
    """Return the paths that an index file names, in its order; of a damaged one those before the damage.

    The format is that of Git's `gitformat-index`, versions 2 to 4.
    """
    if len(data) < _HEADER.size:
        return []
    signature, version, count = _HEADER.unpack_from(data)
    if signature != b"DIRC" or version not in (2, 3, 4):
        return []
    return (_prefixed if version == 4 else _padded)(data, count, _TIMES_TO_SIZE + id_bytes)


def _padded(data: bytes, count: int, flags_at: int) -> list[bytes]:
    paths: list[bytes] = []
    at = _HEADER.size
    end = len(data) - flags_at - 4
    while count > 0 and at < end:
        start = at + flags_at + (4 if data[at + flags_at] & _EXTENDED >> 8 else 2)
        stop = data.find(b"\0", start)
        if stop < 0:
            break
        paths.append(data[start:stop])
        at += (stop - at + 8) & ~7
        count -= 1
    return paths


def _prefixed(data: bytes, count: int, flags_at: int) -> list[bytes]:
    paths: list[bytes] = []
    at = _HEADER.size
    end = len(data) - flags_at - 4
    last = b""
    while count > 0 and at < end:
        start = at + flags_at + (4 if data[at + flags_at] & _EXTENDED >> 8 else 2)
        dropped, start = _offset(data, start)
        stop = data.find(b"\0", start)
        if stop < 0 or dropped > len(last):
            break
        last = last[: len(last) - dropped] + data[start:stop]
        paths.append(last)
        at = stop + 1
        count -= 1
    return paths


def _offset(data: bytes, at: int) -> tuple[int, int]:
    """Return a number written as in a pack's offset, seven bits a byte, and where it ends."""
    value = data[at] & 0x7F
    while data[at] & 0x80 and at + 1 < len(data) and value < 1 << 32:
        at += 1
        value = ((value + 1) << 7) | (data[at] & 0x7F)
    return value, at + 1
