"""Tar archives, packed or not, gone through once: what may be reviewed is kept in a temporary file without a name."""
# xcr: ignore-file[write-outside-its-place] keeps contents in a nameless temporary file

import bz2
import contextlib
import gzip
import importlib
import lzma
import os
import tarfile
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO, Protocol, cast

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.archive_entry import (
    RATIO_FROM,
    ArchiveDamaged,
    ArchiveEntry,
    ArchiveHasTooManyEntries,
    ArchiveLimits,
    ArchiveListing,
    ArchiveTooLarge,
    ArchiveTooSlow,
    NoRoomForArchive,
    SuspiciousArchive,
    entry_path,
    misplaced_in_archive,
)
from xcodereviewer.sources.paths import tree_path

__all__ = [
    "TarPacking",
    "ZstandardMissing",
    "from_bzip2",
    "from_gzip",
    "from_xz",
    "from_zstandard",
    "open_tar",
    "plain",
]

_BLOCK = 512
_CHUNK = 1 << 18
# tarfile takes a long name or an extended header into memory whole, whatever size it announces, and searches it with
# an expression that before Python 3.11.10 took time by the square of it.
_LARGEST_HEADER = 16_384
_XZ_MEMORY = 256 * 1024 * 1024
_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError, ValueError, RecursionError)


class ZstandardMissing(InputError):
    """A Zstandard archive, which this Python cannot read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The archive {name!r} is packed with Zstandard, which Python reads from 3.14 on. "
            "Unpack it yourself and review the folder."
        )


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


TarPacking = Callable[[BinaryIO, str], _Readable]


def plain(file: BinaryIO, _: str) -> _Readable:
    """Return the content of a tar that is not packed."""
    return file


def from_gzip(file: BinaryIO, _: str) -> _Readable:
    """Return what a gzip file unpacks to."""
    return gzip.GzipFile(fileobj=file, mode="rb")


def from_bzip2(file: BinaryIO, _: str) -> _Readable:
    """Return what a bzip2 file unpacks to."""
    return bz2.BZ2File(file)


def from_xz(file: BinaryIO, _: str) -> _Readable:
    """Return what an xz file unpacks to."""
    return _Xz(file)


def from_zstandard(file: BinaryIO, name: str) -> _Readable:
    """Return what a Zstandard file unpacks to.

    Raises:
        ZstandardMissing: this Python cannot read it.
    """
    try:
        module = importlib.import_module("compression.zstd")
    except ImportError as error:
        raise ZstandardMissing(name) from error
    return cast("Callable[[BinaryIO], _Readable]", module.open)(file)


@contextlib.contextmanager
def open_tar(
    path: Path, packing: TarPacking, *, limits: ArchiveLimits, max_file_bytes: int
) -> Iterator[ArchiveListing]:
    """Open a tar archive; of files larger than `max_file_bytes` no content is kept.

    Raises:
        ArchiveDamaged: it is cut off or not what it says.
        ArchiveHasTooManyEntries: it has more than the limit.
        ArchiveTooLarge: it unpacks to more than the limit.
        ArchiveTooSlow: unpacking takes too long.
        NoRoomForArchive: the temporary file cannot be written.
        SuspiciousArchive: it unpacks to too many times its size.
        ZstandardMissing: this Python cannot read it.
    """
    name = tree_path(path.name)
    with path.open("rb") as file, tempfile.TemporaryFile(prefix="xcr-archive-") as kept:
        meter = _Meter(packing(file, name), name=name, packed=os.fstat(file.fileno()).st_size, limits=limits)
        keeper = _Keeper(kept, max_file_bytes)
        try:
            _go_through(meter, keeper, name=name, most=limits.entries)
        except (*_BROKEN, OSError) as error:
            is_other = isinstance(error, tarfile.ReadError) and meter.tell() <= _BLOCK
            raise ArchiveDamaged(name, "there is no tar in it" if is_other else _said(error)) from error
        kept.flush()
        yield ArchiveListing(entries=keeper.entries, read=keeper.read)


class _Keeper:
    """The entries gone through so far; the content of those that may be reviewed, one after another in a file."""

    def __init__(self, kept: IO[bytes], max_file_bytes: int) -> None:
        self.entries: list[ArchiveEntry] = []
        self._kept = kept
        self._limit = max_file_bytes
        self._places: dict[int, tuple[int, int]] = {}
        self._end = 0

    def take(self, member: tarfile.TarInfo, meter: "_Meter", name: str) -> None:
        """Take up an entry, whose content the meter has before it."""
        path = entry_path(member.name.encode(errors="surrogateescape"))
        reason = misplaced_in_archive(path) or _reason(member)
        if not reason and member.size <= self._limit:
            self._places[len(self.entries)] = (self._end, member.size)
            meter.seek(member.offset_data)
            self._keep(meter, member.size, name)
        self.entries.append(ArchiveEntry(path=path, size=member.size, reason=reason))

    def read(self, number: int) -> bytes:
        """Return the content of an entry."""
        start, size = self._places[number]
        return os.pread(self._kept.fileno(), size, start)

    def _keep(self, meter: "_Meter", size: int, name: str) -> None:
        left = size
        while left:
            chunk = meter.take(min(left, _CHUNK))
            if not chunk:
                raise EOFError("it ends within a file")
            try:
                self._kept.write(chunk)
            except OSError as error:
                raise NoRoomForArchive(name, error.strerror or "the disk") from error
            left -= len(chunk)
        self._end += size


class _Meter:
    """The unpacked archive as a file to go forwards in, which keeps count of what it has given."""

    def __init__(self, stream: _Readable, *, name: str, packed: int, limits: ArchiveLimits) -> None:
        self._stream = stream
        self._name = name
        self._packed = max(packed, 1)
        self._limits = limits
        self._deadline = time.monotonic() + limits.timeout_s
        self._at = 0
        self.last = b""

    def tell(self) -> int:
        """Return how much was given."""
        return self._at

    def seek(self, place: int) -> None:
        """Go forwards to a place, or to the end if that comes first."""
        if place < self._at:
            raise tarfile.ReadError("it refers back to itself")
        while self._at < place and self.take(min(place - self._at, _CHUNK)):
            pass

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer only at the end."""
        if not 0 <= size <= _LARGEST_HEADER:
            raise tarfile.ReadError("a header announces a size that makes no sense")
        chunks = []
        while size and (chunk := self.take(size)):
            chunks.append(chunk)
            size -= len(chunk)
        self.last = b"".join(chunks)
        return self.last

    def take(self, size: int) -> bytes:
        """Return some of the next `size` bytes, none at the end."""
        chunk = self._stream.read(size)
        self._at += len(chunk)
        if self._at > self._limits.total_bytes:
            raise ArchiveTooLarge(self._name, self._limits.total_bytes)
        if self._at > max(RATIO_FROM, self._packed * self._limits.ratio):
            raise SuspiciousArchive(self._name, self._limits.ratio)
        if time.monotonic() > self._deadline:
            raise ArchiveTooSlow(self._name, self._limits.timeout_s)
        return chunk


class _Xz:
    """`lzma.LZMAFile` with a limit to the memory that a file may ask for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
        self._has_begun = False

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, none at the end."""
        while True:
            given = b""
            if self._unpacker.eof:
                given = self._unpacker.unused_data.lstrip(b"\0") or self._file.read(_CHUNK).lstrip(b"\0")
                if not given:
                    return b""
                self._unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
            elif self._unpacker.needs_input:
                given = self._file.read(_CHUNK)
                if not given:
                    raise EOFError("it ends early")
            data = self._unpacker.decompress(given, size)
            if data:
                return data


def _go_through(meter: _Meter, keeper: _Keeper, *, name: str, most: int) -> None:
    archive = tarfile.TarFile(fileobj=cast("IO[bytes]", meter), encoding="utf-8", errors="surrogateescape")
    while (member := archive.next()) is not None:
        archive.members.clear()  # type: ignore[attr-defined]  # typeshed lacks it; they would pile up, and are of no use
        if member.isdir():
            continue
        if len(keeper.entries) >= most:
            raise ArchiveHasTooManyEntries(name, most)
        keeper.take(member, meter, name)
    if meter.last.strip(b"\0") or len(meter.last) < _BLOCK:  # tarfile takes a damaged header for the end
        raise EOFError("it ends before its end mark" if len(meter.last) < _BLOCK else "a header makes no sense")
    while meter.take(_CHUNK):  # to the checksum at the very end
        pass


def _reason(member: tarfile.TarInfo) -> str:
    if member.issparse():
        return "a sparse file"
    if member.isreg():
        return ""
    kind = "a device"
    if member.issym():
        kind = "a symbolic link"
    elif member.islnk():
        kind = "a hard link"
    elif member.isfifo():
        kind = "a FIFO"
    return f"{kind}, never followed or opened"


def _said(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "its headers never come to an end"
    text = "".join(character for character in str(error) if character.isprintable())
    return text[:100] or type(error).__name__
