"""Reading below a folder without following a symbolic link, not even one put there in the meantime."""

import errno
import os
import stat
import threading
from pathlib import Path

from xcodereviewer.domain.source import Stamp

__all__ = ["HeldFolder", "read_regular", "stamp_of"]

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# O_NONBLOCK: opening a FIFO that was put in a file's place must not wait for a writer.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


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
        self._here = ""  # the folder used last stays open: files are asked for folder by folder
        self._here_fd = self._root
        self._is_open = True

    def read(self, path: str, *, limit: int) -> tuple[bytes, Stamp]:
        """Return the content and stamp of a file; safe to call from several threads.

        Raises:
            OSError: as `read_regular`.
        """
        folder, _, name = path.rpartition("/")
        with self._lock:
            return read_regular(name, limit=limit, folder=self._go(folder))

    def list(self, path: str) -> tuple[list[os.DirEntry[str]], Stamp]:
        """Return what is in a folder, by name, and the folder's stamp from before it was listed.

        The entries' status may be asked for until the next call.

        Raises:
            OSError: it cannot be read, or is no longer a folder.
        """
        with self._lock:
            fd = self._go(path)
            stamp = stamp_of(os.fstat(fd))
            with os.scandir(fd) as entries:
                return sorted(entries, key=_name), stamp

    def close(self) -> None:
        """Let go of the folder; what is asked afterwards raises OSError."""
        with self._lock:
            if self._is_open:
                self._is_open = False
                self._leave("", self._root)
                os.close(self._root)

    def _go(self, path: str) -> int:
        if not self._is_open:
            raise OSError(errno.EBADF, "The folder is closed", path)
        if path == self._here:
            return self._here_fd
        fd, rest = self._root, path
        if self._here and path.startswith(f"{self._here}/"):
            fd, rest = self._here_fd, path[len(self._here) + 1 :]
        for part in rest.split("/") if rest else ():
            fd = self._step(fd, part)
        self._leave(path, fd)
        return fd

    def _step(self, fd: int, part: str) -> int:
        """Return the folder `part` in the folder `fd`, which is closed when it was but passed through."""
        try:
            if part in ("", ".", ".."):
                raise OSError(errno.EINVAL, "Not a path below the folder", part)
            return os.open(part, _FOLDER, dir_fd=fd)
        finally:
            if fd not in (self._root, self._here_fd):
                os.close(fd)

    def _leave(self, path: str, fd: int) -> None:
        if self._here_fd not in (self._root, fd):
            os.close(self._here_fd)
        self._here, self._here_fd = path, fd


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
