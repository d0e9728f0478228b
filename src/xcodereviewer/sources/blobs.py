"""The contents of a repository's objects, from one Git that stays open."""

import contextlib
import errno
import os
import select
import subprocess
import threading
import time
from collections.abc import Iterator
from typing import IO, cast

from xcodereviewer.sources.git import started_git
from xcodereviewer.sources.sealed import SealedRepository

__all__ = ["BlobReader", "open_blobs"]

_TIMEOUT_S = 30.0
_LONGEST_HEADER = 8192


class BlobReader:
    """Gives blobs by their id or by `COMMIT:PATH`; safe to ask from several threads."""

    def __init__(self, repository: SealedRepository, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._repository = repository
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._running: contextlib.ExitStack | None = None
        self._stdin: IO[bytes]
        self._stdout: int
        self._buffer = bytearray()

    def read(self, name: str | bytes, *, limit: int) -> bytes:
        """Return the content of a blob.

        Raises:
            OSError: the repository does not hold it or is damaged, it is no blob, or has more than `limit` bytes.
        """
        asked = name.encode() if isinstance(name, str) else name
        if b"\n" in asked:
            raise OSError(errno.EINVAL, "Git cannot be asked for a name with a line break")
        with self._lock:
            try:
                return self._ask(asked, limit)
            except OSError as error:
                if error.errno != errno.ENOENT:  # what Git says next would be the answer to this question
                    self._stop()
                raise

    def close(self) -> None:
        """End the Git that was asked."""
        with self._lock:
            self._stop()

    def _ask(self, asked: bytes, limit: int) -> bytes:
        if self._running is None:
            self._start()
        deadline = time.monotonic() + self._timeout_s
        self._stdin.write(asked + b"\n")
        self._stdin.flush()
        fields = self._line(deadline).rsplit(b" ", 2)
        if fields[-1] in (b"missing", b"ambiguous"):
            raise OSError(errno.ENOENT, "the repository does not hold its content (a partial clone?)")
        if len(fields) != 3 or fields[1] != b"blob" or not fields[2].isdigit():
            raise OSError(errno.EINVAL, "it is no file")
        size = int(fields[2])
        if size > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        data = self._take(size + 1, deadline)
        return data[:-1]

    def _line(self, deadline: float) -> bytes:
        while (end := self._buffer.find(b"\n")) == -1:
            if len(self._buffer) > _LONGEST_HEADER:
                raise OSError(errno.EIO, "Git gave an answer that makes no sense")
            self._fill(4096, deadline)
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def _take(self, size: int, deadline: float) -> bytes:
        while len(self._buffer) < size:
            self._fill(max(65_536, size - len(self._buffer)), deadline)
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _fill(self, size: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(self._stdout, select.POLLIN)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise OSError(errno.ETIMEDOUT, f"Git gave no answer within {self._timeout_s:g} s")
        chunk = os.read(self._stdout, size)
        if not chunk:
            raise OSError(errno.EIO, "the repository is damaged")
        self._buffer += chunk

    def _start(self) -> None:
        repository = self._repository
        args = ("-C", str(repository.folder), "cat-file", "--batch")
        running = contextlib.ExitStack()
        process = running.enter_context(
            started_git(args, env=repository.env, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        )
        self._running = running
        self._stdin, self._stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout).fileno()
        self._buffer.clear()

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            with contextlib.suppress(BrokenPipeError):
                running.close()


@contextlib.contextmanager
def open_blobs(repository: SealedRepository) -> Iterator[BlobReader]:
    """Read the blobs of a repository as long as the context lasts."""
    reader = BlobReader(repository)
    try:
        yield reader
    finally:
        reader.close()
