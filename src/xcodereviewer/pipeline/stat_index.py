"""Which files were what at the last review, so that an unchanged one is known by its `lstat` and not read again.

Like Git's index: size, times, change time and inode tell a file that was not written to. A file that changed so shortly
before the index was written that a later change could carry the same times is racy, and is not kept.
"""
# xcr: ignore-file[write-outside-its-place] writes below the cache folder, by names of its own

import contextlib
import hashlib
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from xcodereviewer.domain.source import SourceFile, Stamp

__all__ = ["Known", "StatIndex", "is_unchanged"]

Known: TypeAlias = Mapping[str, tuple[Stamp, bytes]]

_FORMAT = 1
_CHECKSUM = 16  # bytes
_RACY_NS = 2_000_000_000  # what the coarsest file systems in use (FAT) round times to


class _Index(msgspec.Struct, frozen=True, array_like=True):
    """Stamp and content hash of every file that could be kept, by path."""

    format: int
    files: dict[str, tuple[Stamp, bytes]]


class StatIndex:
    """What is known of the files of one tree, kept in the folder of the cache."""

    def __init__(self, folder: Path, root: Path) -> None:
        name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
        self._place = folder / f"index-{name}.msgpack"

    def read(self) -> Known:
        """Return stamp and content hash by path; nothing when there is no index or it is damaged."""
        try:
            content = self._place.read_bytes()
            if _checksum(content[_CHECKSUM:]) != content[:_CHECKSUM]:
                return {}
            index = msgspec.msgpack.decode(content[_CHECKSUM:], type=_Index)
        except (OSError, msgspec.DecodeError):
            return {}
        return index.files if index.format == _FORMAT else {}

    def write(self, known: Known, *, read_ns: int) -> None:
        """Keep what is known; `read_ns` is when the reading of the tree began (ns since the epoch).

        That it cannot be kept only costs the next review its time.
        """
        settled = read_ns - _RACY_NS
        kept = {path: (s, h) for path, (s, h) in known.items() if max(s.mtime_ns, s.ctime_ns) < settled}
        content = msgspec.msgpack.encode(_Index(_FORMAT, kept))
        partial = self._place.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}")
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial.write_bytes(_checksum(content) + content)
            partial.replace(self._place)
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink()


def is_unchanged(file: SourceFile, known: Known) -> bool:
    """Return whether the file is as it was when it was read last."""
    return file.stamp is not None and file.path in known and known[file.path][0] == file.stamp


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECKSUM).digest()
