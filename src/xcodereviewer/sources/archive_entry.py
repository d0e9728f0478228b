"""What archives of every kind are to a review: entries that may say anything, and how much is unpacked of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xcodereviewer.core.errors import InputError, Unavailable

__all__ = [
    "ArchiveDamaged",
    "ArchiveEntry",
    "ArchiveHasTooManyEntries",
    "ArchiveLimits",
    "ArchiveListing",
    "ArchiveTooLarge",
    "ArchiveTooSlow",
    "NoRoomForArchive",
    "SuspiciousArchive",
    "entry_path",
    "misplaced_in_archive",
]

_DRIVE = re.compile(rb"[A-Za-z]:")
RATIO_FROM = 10_000_000  # bytes: what unpacks to less does no harm, however well it was packed


class ArchiveDamaged(InputError):
    """An archive that cannot be read to its end."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"The archive {name!r} is damaged: {problem}. Download or make it again.")


class ArchiveTooLarge(InputError):
    """An archive that unpacks to more than is allowed."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"The archive {name!r} unpacks to more than {limit:,} bytes. Exclude files, or review a part of it."
        )


class ArchiveHasTooManyEntries(InputError):
    """An archive with more entries than are looked at."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(f"The archive {name!r} has more than {limit:,} entries. Review a part of it.")


class SuspiciousArchive(InputError):
    """An archive that unpacks to so many times its size that it was made to do harm."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"The archive {name!r} unpacks to more than {limit:,} times its size, as none with source code does. "
            "Unpack it yourself if you trust it, and review the folder."
        )


class ArchiveTooSlow(InputError):
    """An archive that takes too long to unpack."""

    def __init__(self, name: str, timeout_s: float) -> None:
        super().__init__(f"The archive {name!r} could not be unpacked within {timeout_s:g} s. Review a part of it.")


class NoRoomForArchive(Unavailable):
    """A disk that is full before an archive is unpacked."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"The archive {name!r} could not be unpacked ({problem}). Make room in the temporary folder.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLimits:
    """How much an archive may hold; `ratio` is the size of all that is unpacked to that of the archive."""

    total_bytes: int = 1_000_000_000
    entries: int = 100_000
    ratio: int = 200
    timeout_s: float = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveEntry:
    """One file of an archive; `reason` is why it cannot be reviewed."""

    path: bytes
    size: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveListing:
    """The entries of an archive that is open; `read` gives the content of one by its number, or raises OSError."""

    entries: Sequence[ArchiveEntry]
    read: Callable[[int], bytes]


def entry_path(name: bytes) -> bytes:
    """Return the path that a name stands for; `./` before it says nothing."""
    while name.startswith(b"./"):
        name = name[2:].lstrip(b"/")
    return name


def misplaced_in_archive(path: bytes) -> str:
    """Return why a path is no place below the top on some system, though it may be one on this."""
    if _DRIVE.match(path):
        return "its path names a drive"
    if b"\\" in path and b".." in path.split(b"\\"):
        return "its path leads out of the tree"
    return ""
