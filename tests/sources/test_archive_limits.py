"""Archives that were made to do harm."""

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from xcodereviewer.sources.archive import ArchiveLimits, open_archive
from xcodereviewer.sources.archive_entry import (
    ArchiveDamaged,
    ArchiveHasTooManyEntries,
    ArchiveTooLarge,
    ArchiveTooSlow,
    SuspiciousArchive,
)
from xcodereviewer.sources.archive_tar import ZstandardMissing
from xcodereviewer.sources.selection import Selection


def opened(path: Path, limits: ArchiveLimits | None = None, selection: Selection | None = None) -> list[str]:
    with open_archive(path, selection=selection or Selection(), limits=limits) as tree:
        return [file.path for file, _ in tree.texts()]


def zip_of(path: Path, sizes: dict[str, int]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in sizes.items():
            archive.writestr(name, b"\n" * size)
    return path


def header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    member = tarfile.TarInfo(name)
    member.size, member.type = size, kind
    return member.tobuf(tarfile.GNU_FORMAT)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = zip_of(tmp_path / "bomb.zip", {f"{number}.py": 2_000_000 for number in range(10)})
    with pytest.raises(SuspiciousArchive, match="more than 200 times its size"):
        opened(bomb)


def test_a_file_of_a_zip_gives_no_more_than_it_announces(tmp_path: Path) -> None:
    place = zip_of(tmp_path / "a.zip", {"a.py": 50_000})
    data = place.read_bytes()
    place.write_bytes(data.replace(struct.pack("<L", 50_000), struct.pack("<L", 10)))
    with open_archive(place, selection=Selection()) as tree:
        assert [file.size for file in tree.files] == [10]
        with pytest.raises(OSError, match="damaged in the archive"):
            tree.read("a.py")


def test_the_total_counts_what_is_reviewed(tmp_path: Path) -> None:
    place = zip_of(tmp_path / "a.zip", {"a.py": 600, "b/b.py": 600})
    limits = ArchiveLimits(total_bytes=1000)
    with pytest.raises(ArchiveTooLarge, match=r"more than 1,000 bytes\. Exclude files"):
        opened(place, limits)
    assert opened(place, limits, Selection(exclude=("b",))) == ["a.py"]


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    names = [f"{number}.py" for number in range(20)]
    with pytest.raises(ArchiveHasTooManyEntries, match="more than 19 entries"):
        opened(zip_of(tmp_path / "a.zip", dict.fromkeys(names, 1)), ArchiveLimits(entries=19))
    tar = tmp_path / "a.tar"
    tar.write_bytes(b"".join(header(name, 0) for name in names) + b"\0" * 1024)
    with pytest.raises(ArchiveHasTooManyEntries, match="more than 19 entries"):
        opened(tar, ArchiveLimits(entries=19))


def test_a_huge_list_of_entries_is_refused_before_it_is_read(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 100_000_000, 0, 0)
    place = tmp_path / "a.zip"
    place.write_bytes(b"PK\3\4" + b"\0" * 60 + end)
    with pytest.raises(ArchiveHasTooManyEntries):
        opened(place)
    end_64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 1 << 40, 4)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 64, 1)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    place.write_bytes(b"PK\3\4" + b"\0" * 60 + end_64 + locator + end)
    with pytest.raises(ArchiveHasTooManyEntries):
        opened(place)


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_tar_bomb_is_refused_while_it_is_unpacked(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    place = tmp_path / "bomb.tar.gz"
    place.write_bytes(pack(header("a.py", 1 << 33) + b"\0" * 20_000_000))
    with pytest.raises(SuspiciousArchive):
        opened(place)


def test_a_tar_is_not_unpacked_beyond_its_total(tmp_path: Path) -> None:
    place = tmp_path / "a.tar"
    place.write_bytes(header("a.py", 5000) + b"x" * 5120 + b"\0" * 1024)
    with pytest.raises(ArchiveTooLarge):
        opened(place, ArchiveLimits(total_bytes=3000))
    with pytest.raises(ArchiveTooSlow, match="within 0 s"):
        opened(place, ArchiveLimits(timeout_s=0))


@pytest.mark.parametrize(
    "data",
    [
        header("a.py", 0, tarfile.GNUTYPE_LONGNAME) * 3000,
        header("a.py", 1 << 32, tarfile.GNUTYPE_LONGNAME),
        header("a.py", 1 << 32, tarfile.XHDTYPE),
        header("a.py", 16_000, tarfile.XHDTYPE) + b"9" * 16_384,
        header("a.py", 0)[:124] + b"\xff" * 12 + header("a.py", 0)[136:],
    ],
    ids=["endless-names", "huge-name", "huge-header", "digits", "negative-size"],
)
def test_headers_that_make_no_sense_are_damage(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "a.tar"
    place.write_bytes(header("first.py", 0) + data + b"\0" * 1024)
    with pytest.raises(ArchiveDamaged):
        opened(place)


def test_an_xz_that_asks_for_gigabytes_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.py"))
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 20}]
    data = bytearray(lzma.compress(out.getvalue(), filters=filters))
    assert data[16] == 16  # 2^20 as xz writes it
    data[16] = 39  # 3 GiB
    data[20:24] = struct.pack("<L", zlib.crc32(bytes(data[12:20])))
    place = tmp_path / "a.tar.xz"
    place.write_bytes(bytes(data))
    with pytest.raises(ArchiveDamaged, match=r"[Mm]emory"):
        opened(place)


def test_zstandard_is_read_or_said_to_be_missing(tmp_path: Path) -> None:
    place = tmp_path / "a.tar.zst"
    place.write_bytes(b"\x28\xb5\x2f\xfd" + b"\0" * 600)
    with pytest.raises((ZstandardMissing, ArchiveDamaged)):
        opened(place)
