"""ZIP and tar archives as trees, whatever is in them."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.sources.archive import NotAnArchive, looks_like_archive, open_archive
from xcodereviewer.sources.archive_entry import ArchiveDamaged
from xcodereviewer.sources.part import MissingPath, NotReviewable
from xcodereviewer.sources.selection import Selection

FILES = {"a.py": b"a = 1\n", "in/b.py": b"b = 2\r\n", "in/deep/c.py": b""}


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: Mapping[str, bytes], format: int = tarfile.PAX_FORMAT) -> bytes:  # noqa: A002 - the name it has there
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


MAKERS: Mapping[str, Callable[[Mapping[str, bytes]], bytes]] = {
    "zip": zipped,
    "tar": tarred,
    "old.tar": lambda files: tarred(files, tarfile.GNU_FORMAT),
    "tar.gz": lambda files: gzip.compress(tarred(files)),
    "tar.bz2": lambda files: bz2.compress(tarred(files)),
    "tar.xz": lambda files: lzma.compress(tarred(files)),
    "two.tar.xz": lambda files: lzma.compress(tarred(files)[:700]) + lzma.compress(tarred(files)[700:]),
}


def written(tmp_path: Path, data: bytes, name: str = "archive") -> Path:
    place = tmp_path / name
    place.write_bytes(data)
    return place


def opened(path: Path, selection: Selection | None = None) -> tuple[dict[str, bytes], list[Skipped]]:
    with open_archive(path, selection=selection or Selection()) as tree:
        texts = {file.path: data for file, data in tree.texts()}
        assert {file.path: file.size for file in tree.files} == {path: len(data) for path, data in texts.items()}
        return texts, list(tree.skipped)


@pytest.mark.parametrize("kind", MAKERS)
def test_the_files_of_every_kind_are_read_and_nothing_is_left_behind(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    place = written(tmp_path, MAKERS[kind](FILES), "name-says-nothing.txt")
    assert looks_like_archive(place)
    with open_archive(place, selection=Selection()) as tree:
        assert tree.target == Target(kind="archive", name="name-says-nothing.txt")
        assert {file.path: data for file, data in tree.texts()} == FILES
        assert tree.read("in/b.py") == b"b = 2\r\n"
        assert tree.changes is None
        assert list(temporary.iterdir()) == []
        with pytest.raises(FileNotFoundError):
            tree.read("../archive")


@pytest.mark.parametrize("kind", MAKERS)
def test_a_folder_that_holds_all_the_rest_is_left_off(tmp_path: Path, kind: str) -> None:
    files = {f"./project-1.0/{name}": data for name, data in FILES.items()}
    assert opened(written(tmp_path, MAKERS[kind](files))) == (FILES, [])


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_the_selection_ignore_files_and_foreign_folders_count(tmp_path: Path, kind: str) -> None:
    files = {
        "p/.xcrignore": b"gen/\n",
        "p/.gitignore": b"*.py\n",
        "p/a.py": b"a",
        "p/gen/b.py": b"b",
        "p/docs/c.py": b"c",
        "p/large.py": b"x" * 100,
        "p/node_modules/m/x.js": b"1",
    }
    selection = Selection(exclude=("docs",), max_file_bytes=50)
    texts, skipped = opened(written(tmp_path, MAKERS[kind](files)), selection)
    assert set(texts) == {".gitignore", ".xcrignore", "a.py"}
    assert [(skip.path, skip.reason) for skip in skipped] == [
        ("docs/", "excluded by --exclude docs"),
        ("gen/", "ignored by .xcrignore"),
        ("large.py", "too large: 100 bytes, the limit is 50"),
        ("node_modules/", "installed packages"),
    ]


@pytest.mark.parametrize("kind", ["zip", "tar", "old.tar"])
def test_names_that_lead_out_are_listed_and_nothing_is_written(tmp_path: Path, kind: str) -> None:
    hostile = {
        "../up.py": "its path leads out of the tree",
        "in/../../up.py": "its path leads out of the tree",
        "/absolute.py": "its path is absolute",
        "C:/drive.py": "its path names a drive",
        "a//b.py": "its path is not a valid one",
        "/".join("d" * 201): "its path is too deep",
    }
    place = written(tmp_path, MAKERS[kind]({**dict.fromkeys(hostile, b"1"), "a.py": b"a"}))
    texts, skipped = opened(place)
    assert texts == {"a.py": b"a"}
    assert {skip.path: skip.reason for skip in skipped} == hostile
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_of_two_entries_of_a_name_the_first_counts(tmp_path: Path, kind: str) -> None:
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.py", b"first")
            archive.writestr("a.py", b"second")
    else:
        out.write(tarred({"a.py": b"first"})[:1024] + tarred({"a.py": b"second"}))
    assert opened(written(tmp_path, out.getvalue())) == (
        {"a.py": b"first"},
        [Skipped(path="a.py", reason="a second entry of this name")],
    )


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_are_read_in_whatever_encoding(tmp_path: Path, kind: str) -> None:
    texts, _ = opened(written(tmp_path, MAKERS[kind]({"ünï \n.py": b"1", "中文/a.py": b"2"})))
    assert texts == {"ünï \n.py": b"1", "中文/a.py": b"2"}


def test_links_devices_and_sparse_files_of_a_tar_are_listed(tmp_path: Path) -> None:
    out = io.BytesIO()
    kinds = {
        "sym.py": tarfile.SYMTYPE,
        "hard.py": tarfile.LNKTYPE,
        "fifo.py": tarfile.FIFOTYPE,
        "chr.py": tarfile.CHRTYPE,
        "blk.py": tarfile.BLKTYPE,
    }
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in kinds.items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
    texts, skipped = opened(written(tmp_path, out.getvalue()))
    assert texts == {}
    assert [(skip.path, skip.reason.partition(",")[0]) for skip in skipped] == [
        ("blk.py", "a device"),
        ("chr.py", "a device"),
        ("fifo.py", "a FIFO"),
        ("hard.py", "a hard link"),
        ("sym.py", "a symbolic link"),
    ]


def test_links_encrypted_and_oddly_packed_files_of_a_zip_are_listed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.py")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("secret.py", b"x")
        archive.writestr("odd.py", b"x")
        archive.writestr("in\\windows.py", b"x")
        archive.writestr("in\\..\\..\\up.py", b"x")
    data = bytearray(out.getvalue())
    for name, offset, value in ((b"secret.py", 6, b"\1\0"), (b"odd.py", 8, b"\x63\0")):
        local, central = data.find(name) - 30, data.rfind(name) - 46
        data[local + offset : local + offset + 2] = value
        data[central + offset + 2 : central + offset + 4] = value
    texts, skipped = opened(written(tmp_path, bytes(data)))
    assert texts == {"in/windows.py": b"x"}
    assert [(skip.path, skip.reason) for skip in skipped] == [
        ("in/../../up.py", "its path leads out of the tree"),
        ("link.py", "a symbolic link, never followed or opened"),
        ("odd.py", "packed by a method that is not known"),
        ("secret.py", "encrypted"),
    ]


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "tar.xz"])
def test_an_empty_archive_is_an_empty_tree(tmp_path: Path, kind: str) -> None:
    assert opened(written(tmp_path, MAKERS[kind]({}))) == ({}, [])


@pytest.mark.parametrize("kind", MAKERS)
def test_a_truncated_archive_is_one_clear_error(tmp_path: Path, kind: str) -> None:
    whole = MAKERS[kind]({name: os.urandom(2_000) for name in ("a.py", "b.py", "c.py", "d.py")})
    minimum = 512 if kind.endswith("tar") else 12
    end = whole.rstrip(b"\0") if kind.endswith("tar") else whole
    for length in {minimum, len(end) // 3, len(end) // 2, len(end) - 5}:
        with pytest.raises(ArchiveDamaged, match=r"The archive 'cut' is damaged: .+\. Download or make it again\."):
            opened(written(tmp_path, whole[:length], "cut"))


def test_a_tar_cut_between_two_files_is_damaged(tmp_path: Path) -> None:
    whole = tarred({"a.py": b"a" * 512, "b.py": b"b" * 512}, tarfile.GNU_FORMAT)
    for length in (1024, 1024 + 300):
        with pytest.raises(ArchiveDamaged, match="it ends before its end mark"):
            opened(written(tmp_path, whole[:length]))
    broken = bytearray(whole)
    broken[1024 + 20] ^= 1
    with pytest.raises(ArchiveDamaged, match="a header makes no sense"):
        opened(written(tmp_path, bytes(broken)))


def test_a_damaged_file_of_a_zip_is_that_files_gap(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.py": b"a" * 100, "b.py": b"b" * 100}))
    data[30 + 4 + 2] ^= 0xFF
    with open_archive(written(tmp_path, bytes(data)), selection=Selection()) as tree:
        with pytest.raises(OSError, match="damaged in the archive"):
            tree.read("a.py")
        assert tree.read("b.py") == b"b" * 100


def test_a_file_that_is_no_archive_is_an_error(tmp_path: Path) -> None:
    text = written(tmp_path, b"print('hello')\n")
    assert not looks_like_archive(text)
    assert not looks_like_archive(tmp_path)
    assert not looks_like_archive(tmp_path / "missing")
    with pytest.raises(NotAnArchive):
        opened(text)
    with pytest.raises(NotReviewable, match="a folder"):
        opened(tmp_path)
    with pytest.raises(MissingPath):
        opened(tmp_path / "missing")
    with pytest.raises(ArchiveDamaged, match="there is no tar in it"):
        opened(written(tmp_path, gzip.compress(b"just text\n" * 100)))


def test_a_program_with_an_archive_at_its_end_is_one(tmp_path: Path) -> None:
    place = written(tmp_path, b"#!/usr/bin/env python3\n" + zipped({"a.py": b"a"}))
    assert looks_like_archive(place)
    assert opened(place)[0] == {"a.py": b"a"}
    assert not looks_like_archive(written(tmp_path, b"#!/bin/sh\n", "script"))
