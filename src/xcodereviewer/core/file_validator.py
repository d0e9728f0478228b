"""What an uploaded file is, by its content: nobody's name or header is believed."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xcodereviewer.core.errors import InputError

__all__ = ["FileKind", "FileValidator", "UploadNotTaken"]

_HEAD = 512
_TAR_MAGIC = slice(257, 262)


class UploadNotTaken(InputError):
    """A file that is not taken in."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"This upload is not taken: {problem}.")


class FileKind(StrEnum):
    """What kind of archive it is."""

    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"


_MAGIC = {
    b"PK\x03\x04": FileKind.ZIP,
    b"PK\x05\x06": FileKind.ZIP,  # an empty one
    b"\x1f\x8b": FileKind.GZIP,
    b"BZh": FileKind.BZIP2,
    b"\xfd7zXZ\x00": FileKind.XZ,
    b"\x28\xb5\x2f\xfd": FileKind.ZSTD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileValidator:
    """Checks files against limits and kinds; sizes in bytes. What stands in the code is not its business."""

    largest: int

    def check_size(self, size: int) -> None:
        """Return when so many bytes may be taken.

        Raises:
            UploadNotTaken: they are too many.
        """
        if size > self.largest:
            raise UploadNotTaken(f"it has more than {self.largest:,} bytes")

    def kind_of(self, path: Path) -> FileKind:
        """Return what the file is.

        Raises:
            UploadNotTaken: it is no archive.
        """
        with path.open("rb") as file:
            head = file.read(_HEAD)
        for magic, kind in _MAGIC.items():
            if head.startswith(magic):
                return kind
        if head[_TAR_MAGIC] == b"ustar":
            return FileKind.TAR
        raise UploadNotTaken("its content is no ZIP or tar archive" if head else "it is empty")
