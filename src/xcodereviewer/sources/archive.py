"""The files of an archive; none is ever written to disk under its name, so that no name can do harm."""

import contextlib
import os
import stat
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.sources.archive_entry import (
    RATIO_FROM,
    ArchiveEntry,
    ArchiveLimits,
    ArchiveListing,
    ArchiveTooLarge,
    SuspiciousArchive,
)
from xcodereviewer.sources.archive_tar import (
    TarPacking,
    from_bzip2,
    from_gzip,
    from_xz,
    from_zstandard,
    open_tar,
    plain,
)
from xcodereviewer.sources.archive_zip import open_zip
from xcodereviewer.sources.part import MissingPath, NotReviewable, UnreadablePath, kind_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import misplaced
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.sieve import Candidate, Sieved, sieve
from xcodereviewer.sources.stored_tree import StoredTree

__all__ = ["ArchiveLimits", "NotAnArchive", "looks_like_archive", "open_archive"]

_ZIP = (b"PK\3\4", b"PK\5\6")
_BEFORE_ZIP = (b"#!", b"MZ")  # a program that has an archive at its end
_PACKINGS: dict[bytes, TarPacking] = {
    b"\x1f\x8b": from_gzip,
    b"BZh": from_bzip2,
    b"\xfd7zXZ\0": from_xz,
    b"\x28\xb5\x2f\xfd": from_zstandard,
}
_NAMES = (
    *(".zip", ".jar", ".war", ".whl", ".tar", ".tgz", ".tbz2", ".txz", ".tzst"),
    *(".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst"),
)
_TAR_MARK, _TAR_MARK_AT = b"ustar", 257


class NotAnArchive(InputError):
    """A file that is no archive of a kind that is read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no archive that can be read. Give a zip, tar, tar.gz, tar.bz2 or tar.xz.")


def looks_like_archive(path: Path) -> bool:
    """Return whether a file is meant as an archive: by its content, whatever its name is, or else by its name."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        head = _head(path)
    except (OSError, ValueError):
        return False
    return _is_zip(path, head) or _packing(head) is not None or path.name.lower().endswith(_NAMES)


@contextlib.contextmanager
def open_archive(path: Path, *, selection: Selection, limits: ArchiveLimits | None = None) -> Iterator[SourceTree]:
    """Open the files of a ZIP (also jar, whl) or tar (plain, gzip, bzip2, xz, Zstandard where Python can).

    A folder that holds all the rest (`django-5.0/`) is left off the paths, so that they are the same for each version.

    Raises:
        ArchiveDamaged: it is cut off or not what it says.
        ArchiveHasTooManyEntries: it has more than the limit.
        ArchiveTooLarge: it unpacks to more than the limit.
        ArchiveTooSlow: unpacking takes longer than the limit.
        MissingPath: nothing is there.
        NoRoomForArchive: there is no room for its content.
        NotAnArchive: it is something else.
        NotReviewable: it is no regular file.
        SuspiciousArchive: it unpacks to too many times its size.
        UnreadablePath: it cannot be opened.
        ZstandardMissing: this Python cannot unpack it.
    """
    name = tree_path(path.name)
    allowed = limits or ArchiveLimits()
    status = _status(path)
    with _opened(path, limits=allowed, max_file_bytes=selection.max_file_bytes) as listing:
        kept, skipped = _unique(listing.entries)
        numbers = dict(zip(_without_common_folder(kept), kept.values(), strict=True))
        sieved = sieve(
            (_candidate(path, listing.entries[number]) for path, number in numbers.items()),
            selection=selection,
            read_ignore_file=lambda path: _ignore_file(numbers.get(path), listing, selection),
        )
        _check_size(sieved, name=name, packed=status.st_size, limits=allowed)
        yield StoredTree(
            target=Target(kind="archive", name=name),
            files=sieved.files,
            skipped=sorted({*sieved.skipped, *skipped}, key=lambda skip: (skip.path, skip.reason)),
            reader=lambda path: listing.read(numbers[sieved.stored[path]]),
        )


def _status(path: Path) -> os.stat_result:
    shown = tree_path(os.fspath(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotReviewable(shown, "a folder" if stat.S_ISDIR(status.st_mode) else kind_of(status.st_mode))
        _head(path)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise MissingPath(shown) from error
    except OSError as error:
        raise UnreadablePath(shown, error.strerror or str(error)) from error
    return status


def _opened(
    path: Path, *, limits: ArchiveLimits, max_file_bytes: int
) -> contextlib.AbstractContextManager[ArchiveListing]:
    head = _head(path)
    if _is_zip(path, head):
        return open_zip(path, limits=limits)
    packing = _packing(head)
    if packing is None:
        raise NotAnArchive(tree_path(path.name))
    return open_tar(path, packing, limits=limits, max_file_bytes=max_file_bytes)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(512)


def _is_zip(path: Path, head: bytes) -> bool:
    return head.startswith(_ZIP) or (head.startswith(_BEFORE_ZIP) and zipfile.is_zipfile(path))


def _packing(head: bytes) -> TarPacking | None:
    if head.startswith(_TAR_MARK, _TAR_MARK_AT) or _is_old_tar(head):
        return plain
    return next((packing for mark, packing in _PACKINGS.items() if head.startswith(mark)), None)


def _is_old_tar(head: bytes) -> bool:
    """Tell by its checksum that a file begins with a header from before the mark came up."""
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.TarError:
        return False
    return True


def _unique(entries: Iterable[ArchiveEntry]) -> tuple[dict[bytes, int], list[Skipped]]:
    """Return the number of the first entry of each path, and those that come later: programs differ in which counts."""
    numbers: dict[bytes, int] = {}
    later = []
    for number, entry in enumerate(entries):
        if entry.path in numbers:
            later.append(Skipped(path=tree_path(entry.path), reason="a second entry of this name"))
        else:
            numbers[entry.path] = number
    return numbers, later


def _without_common_folder(paths: Iterable[bytes]) -> list[bytes]:
    """Return the paths without the folder that all of them begin with."""
    listed = list(paths)
    proper = [path for path in listed if not misplaced(path)]
    folders = {path.partition(b"/")[0] if b"/" in path else b"" for path in proper}
    common = folders.pop() if len(folders) == 1 else b""
    if not common:
        return listed
    return [path[len(common) + 1 :] if not misplaced(path) else path for path in listed]


def _candidate(path: bytes, entry: ArchiveEntry) -> Candidate:
    return Candidate(path=path, size=entry.size, reason=entry.reason)


def _ignore_file(number: int | None, listing: ArchiveListing, selection: Selection) -> bytes | None:
    if number is None or listing.entries[number].reason or listing.entries[number].size > selection.max_file_bytes:
        return None
    try:
        return listing.read(number)
    except OSError:
        return None


def _check_size(sieved: Sieved, *, name: str, packed: int, limits: ArchiveLimits) -> None:
    # Of a ZIP nothing is unpacked yet; no file of it will give more than it announces here.
    total = sum(file.size for file in sieved.files)
    if total > limits.total_bytes:
        raise ArchiveTooLarge(name, limits.total_bytes)
    if total > max(RATIO_FROM, packed * limits.ratio):
        raise SuspiciousArchive(name, limits.ratio)
