"""Reading below a folder without following a symbolic link, not even one put there in the meantime."""

import errno
import os
import stat
import threading
from operator import attrgetter
from pathlib import Path

from xcodereviewer.domain.source import Stamp

__all__ = ["HeldFolder", "read_regular", "stamp_of"]

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# O_NONBLOCK: opening a FIFO that was put in a file's place must not wait for a writer.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

_HELD_LEVELS = 64  # so many descriptors at most, of the 256 that some systems allow


def stamp_of(status: os.stat_result) -> Stamp:
    """Return what is kept of a file's status."""
    return Stamp(size=status.st_size, mtime_ns=status.st_mtime_ns, ctime_ns=status.st_ctime_ns, inode=status.st_ino)


def read_regular(name: str, *, limit: int, folder: int | None = None) -> tuple[bytes, Stamp]:
    """Return the content and stamp of a regular file, named from the open `folder`.

    Raises:
        OSError: it cannot be read, is a symbolic link or no regular file, or has more than `limit` bytes.
    """
    fd = os.open(name, _FILE, dir_fd=folder)
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "Not a regular file", name)
        data = b"" if status.st_size > limit else _read(fd, limit + 1, likely=status.st_size)
        if max(status.st_size, len(data)) > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), name)
    finally:
        os.close(fd)
    return data, stamp_of(status)


def _read(fd: int, limit: int, *, likely: int) -> bytes:
    data = os.read(fd, min(limit, likely + 1))
    if len(data) <= likely:
        return data
    chunks = [data]  # it grew, or is one of those that do not know their size
    left = limit - len(data)
    while left and (chunk := os.read(fd, min(left, 65_536))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


class HeldFolder:
    """A folder held open, below which nothing is reached through a symbolic link.

    Paths are relative to it, with forward slashes, as `os.fsdecode` gives them; the empty one is the folder itself.
    """

    def __init__(self, path: Path) -> None:
        """Open `path`.

        Raises:
            OSError: it is not a folder, or cannot be opened.
        """
        self._root = os.open(path, _FOLDER)
        self._lock = threading.Lock()
        # The folders from the root to the one used last stay open, since what is asked for next is near: their names,
        # and a descriptor each (None below `_HELD_LEVELS`, but for the last).
        self._way: list[str] = []
        self._fds: list[int | None] = []
        self._is_open = True

    def read(self, path: str, *, limit: int) -> tuple[bytes, Stamp]:
        """Return the content and stamp of a file; safe to call from several threads.

        Raises:
            OSError: as `read_regular`.
        """
        folder, slash, name = path.rpartition("/")
        if slash and not folder:
            raise OSError(errno.EINVAL, "Not a path below the folder", path)
        with self._lock:
            return read_regular(name, limit=limit, folder=self._go(folder))

    def list(self, path: str) -> list[os.DirEntry[str]]:
        """Return what is in a folder, by name; the entries' status may be asked for until the next call.

        Raises:
            OSError: it cannot be read, or is no longer a folder.
        """
        with self._lock, os.scandir(self._go(path)) as entries:
            return sorted(entries, key=_name)

    def close(self) -> None:
        """Let go of the folder; what is asked afterwards raises OSError."""
        with self._lock:
            if self._is_open:
                self._is_open = False
                self._go_back(0)
                os.close(self._root)

    def _go(self, path: str) -> int:
        if not self._is_open:
            raise OSError(errno.EBADF, "The folder is closed", path)
        parts = path.split("/") if path else []
        shared = 0
        for part, way in zip(parts, self._way, strict=False):
            if part != way:
                break
            shared += 1
        self._go_back(shared)
        for part in parts[len(self._way) :]:
            self._step(part)
        return self._fds[-1] or self._root if self._fds else self._root

    def _step(self, part: str) -> None:
        if part in ("", ".", ".."):
            raise OSError(errno.EINVAL, "Not a path below the folder", part)
        above = self._fds[-1] if self._fds else self._root
        self._fds.append(os.open(part, _FOLDER, dir_fd=above))
        self._way.append(part)
        if len(self._fds) > _HELD_LEVELS and above is not None:
            os.close(above)
            self._fds[-2] = None

    def _go_back(self, level: int) -> None:
        """Close what lies below `level`, and from there up to a folder that is open."""
        while len(self._fds) > level or (self._fds and self._fds[-1] is None):
            self._way.pop()
            fd = self._fds.pop()
            if fd is not None:
                os.close(fd)


_name = attrgetter("name")
