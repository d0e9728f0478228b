"""Which files were what at the last review, so that an unchanged one is known by its `lstat` and not read again.

Like Git's index: size, times, change time and inode tell a file that was not written to. A file that changed so shortly
before the index was written that a later change could carry the same times is racy, and is not kept.
"""

import hashlib
import os
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from xcodereviewer.domain.source import Stamp

__all__ = ["StatIndex", "read_stat_index", "write_stat_index"]

_FORMAT = 1
_RACY_NS = 2_000_000_000  # what the coarsest file systems in use (FAT) round times to


class StatIndex(msgspec.Struct, frozen=True, array_like=True):
    """Stamp and content hash of every file that could be kept, by path."""

    format: int
    files: dict[str, tuple[Stamp, bytes]]


def read_stat_index(folder: Path, root: Path) -> Mapping[str, tuple[Stamp, bytes]]:
    """Return what is known of the tree at `root`; nothing when there is no index or it is damaged."""
    try:
        content = _place(folder, root).read_bytes()
        if hashlib.blake2b(content[16:], digest_size=16).digest() != content[:16]:
            return {}
        index = msgspec.msgpack.decode(content[16:], type=StatIndex)
    except (OSError, msgspec.DecodeError):
        return {}
    return index.files if index.format == _FORMAT else {}


def write_stat_index(folder: Path, root: Path, files: Mapping[str, tuple[Stamp, bytes]], *, read_ns: int) -> None:
    """Keep what is known of the tree at `root`; `read_ns` is when its reading began (ns since the epoch).

    That it cannot be kept only costs the next review its time.
    """
    settled = read_ns - _RACY_NS
    kept = {path: (s, h) for path, (s, h) in files.items() if max(s.mtime_ns, s.ctime_ns) < settled}
    content = msgspec.msgpack.encode(StatIndex(_FORMAT, kept))
    place = _place(folder, root)
    partial = place.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial.write_bytes(hashlib.blake2b(content, digest_size=16).digest() + content)
        partial.replace(place)
    except OSError:
        partial.unlink(missing_ok=True)


def _place(folder: Path, root: Path) -> Path:
    name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
    return folder / f"index-{name}.msgpack"
