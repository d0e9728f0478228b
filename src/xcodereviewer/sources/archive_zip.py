"""ZIP archives (also jar, whl and their like), read in place: nothing is unpacked to disk."""

import contextlib
import errno
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from xcodereviewer.sources.archive_entry import (
    ArchiveDamaged,
    ArchiveEntry,
    ArchiveHasTooManyEntries,
    ArchiveLimits,
    ArchiveListing,
    entry_path,
    misplaced_in_archive,
)
from xcodereviewer.sources.part import kind_of
from xcodereviewer.sources.paths import tree_path

__all__ = ["open_zip"]

_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
_ENCRYPTED, _IN_UTF8 = 0x1, 0x800
_UNIX = 3
_BYTES_PER_ENTRY = 240  # of the directory at the end: 46, a name, and what an archiver adds
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 65_535
_ALL_ONES = 0xFFFFFFFF
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError, struct.error)


@contextlib.contextmanager
def open_zip(path: Path, *, limits: ArchiveLimits) -> Iterator[ArchiveListing]:
    """Open a ZIP archive.

    Raises:
        ArchiveDamaged: it is cut off or not what it says.
        ArchiveHasTooManyEntries: it has more than the limit.
    """
    name = tree_path(path.name)
    with path.open("rb") as file:
        size = _directory_size(file)
        if size is None:
            raise ArchiveDamaged(name, "its end is missing")
        if size > limits.entries * _BYTES_PER_ENTRY:  # before a list is made of it
            raise ArchiveHasTooManyEntries(name, limits.entries)
        file.seek(0)
        try:
            archive = zipfile.ZipFile(file)
        except (*_BROKEN, OSError, NotImplementedError) as error:
            raise ArchiveDamaged(name, _said(error)) from error
        with archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith(("/", "\\"))]
            if len(infos) > limits.entries:
                raise ArchiveHasTooManyEntries(name, limits.entries)
            yield ArchiveListing(
                entries=[_entry(info) for info in infos], read=lambda number: _read(archive, infos[number])
            )


def _entry(info: zipfile.ZipInfo) -> ArchiveEntry:
    path = entry_path(_name(info).replace(b"\\", b"/"))
    return ArchiveEntry(path=path, size=info.file_size, reason=misplaced_in_archive(path) or _reason(info))


def _name(info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & _IN_UTF8:
        return info.filename.encode(errors="surrogateescape")
    return info.filename.encode("cp437", errors="replace")  # which is what the bytes were taken for


def _reason(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return f"{kind_of(mode)}, never followed or opened"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    return "" if info.compress_type in _METHODS else "packed by a method that is not known"


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(info) as stream:  # gives no more than the size that was announced, and was checked
            data = stream.read()
    except (*_BROKEN, NotImplementedError) as error:
        raise OSError(errno.EIO, f"damaged in the archive ({_said(error)})") from error
    if len(data) != info.file_size:
        raise OSError(errno.EIO, "damaged in the archive (it ends early)")
    return data


def _said(error: BaseException) -> str:
    text = "".join(character for character in str(error) if character.isprintable())
    return text[:100] or type(error).__name__


def _directory_size(file: BinaryIO) -> int | None:
    """Return the size of the list of entries at the archive's end, None without an end."""
    length = file.seek(0, 2)
    start = max(0, length - _END.size - _LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at == -1 or len(tail) - at < _END.size:
        return None
    size = int(_END.unpack_from(tail, at)[5])
    file.seek(max(0, start + at - _LOCATOR.size))
    locator = file.read(_LOCATOR.size)
    if not locator.startswith(b"PK\6\7"):
        return size
    offset = _LOCATOR.unpack(locator)[2]
    if offset > length:
        return None
    file.seek(offset)
    end = file.read(_END_64.size)
    if len(end) < _END_64.size or not end.startswith(b"PK\6\6"):
        # Not where it is said to be; the one that is used stands right before the locator.
        file.seek(max(0, start + at - _LOCATOR.size - _END_64.size))
        end = file.read(_END_64.size)
    return max(size if size != _ALL_ONES else 0, int(_END_64.unpack(end)[8])) if len(end) == _END_64.size else None
