"""The runner's side of the process of a review."""
# xcr: ignore-file[process-outside-its-place] starts the process of one review

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator

import msgspec

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.worker.order import LENGTH, Order, Said, encode_frame

__all__ = ["ReviewProcessDied", "carried_out"]

_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "PYTHONPATH", "VIRTUAL_ENV")
_decode = msgspec.msgpack.Decoder(Said).decode


class ReviewProcessDied(Unavailable):
    """The process of a review ended without a last word."""

    def __init__(self, code: int | None) -> None:
        super().__init__(
            f"The process of the review ended by itself (exit code {code}): the machine may be short of memory. It is "
            "tried again."
        )


@contextlib.asynccontextmanager
async def carried_out(order: Order) -> AsyncIterator[AsyncIterator[Said]]:
    """Have the order carried out by a process of its own; yields what it says, as it says it.

    When the context ends early, the process and its workers are killed.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "xcodereviewer.worker.review_process"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        start_new_session=True,
    )
    try:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both are pipes")
        with contextlib.suppress(ConnectionError):  # that it died is told where its words are missing
            process.stdin.write(encode_frame(order))
            await process.stdin.drain()
        yield _frames(process, process.stdout)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


async def _frames(process: asyncio.subprocess.Process, out: asyncio.StreamReader) -> AsyncIterator[Said]:
    while True:
        try:
            (length,) = LENGTH.unpack(await out.readexactly(LENGTH.size))
            frame = await out.readexactly(length)
        except asyncio.IncompleteReadError:
            raise ReviewProcessDied(await process.wait()) from None
        yield _decode(frame)
