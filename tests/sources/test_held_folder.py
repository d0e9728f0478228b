import os
from pathlib import Path

import pytest

from xcodereviewer.sources.held_folder import HeldFolder, read_regular, stamp_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root" / "a" / "b").mkdir(parents=True)
    (tmp_path / "root" / "a" / "b" / "deep.txt").write_bytes(b"deep")
    (tmp_path / "root" / "a" / "near.txt").write_bytes(b"near")
    (tmp_path / "root" / "top.txt").write_bytes(b"top")
    (tmp_path / "outside.txt").write_bytes(b"outside")
    return tmp_path / "root"


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_files_are_read_in_any_order(root: Path) -> None:
    held = HeldFolder(root)
    asked = ["top.txt", "a/b/deep.txt", "a/near.txt", "top.txt", "a/b/deep.txt"]
    assert [held.read(path, limit=10)[0] for path in asked] == [b"top", b"deep", b"near", b"top", b"deep"]
    held.close()


def test_stamp_is_that_of_the_file(root: Path) -> None:
    held = HeldFolder(root)
    assert held.read("top.txt", limit=10)[1] == stamp_of((root / "top.txt").lstat())
    held.close()


def test_listing_is_sorted(root: Path) -> None:
    held = HeldFolder(root)
    assert [entry.name for entry in held.list("")] == ["a", "top.txt"]
    assert [(entry.name, entry.stat().st_size) for entry in held.list("a/b")] == [("deep.txt", 4)]
    held.close()


@pytest.mark.parametrize(
    "path", ["../outside.txt", "a/../../outside.txt", "/top.txt", "./top.txt", "a//near.txt", "a/link"]
)
def test_nothing_outside_is_reached(root: Path, path: str) -> None:
    (root / "a" / "link").symlink_to(root.parent / "outside.txt")
    held = HeldFolder(root)
    with pytest.raises(OSError, match=r"Not a path below|Too many levels|No such file"):
        held.read(path, limit=10)
    held.close()


def test_folder_that_became_a_link_is_not_followed(root: Path) -> None:
    held = HeldFolder(root)
    assert held.read("top.txt", limit=10)[0] == b"top"
    (root / "a").rename(root.parent / "moved")
    (root / "a").symlink_to(root.parent / "moved")
    with pytest.raises(NotADirectoryError):
        held.read("a/near.txt", limit=10)
    with pytest.raises(NotADirectoryError):
        held.list("a")
    held.close()


def test_failure_leaves_it_usable(root: Path) -> None:
    held = HeldFolder(root)
    for _ in range(3):
        with pytest.raises(FileNotFoundError):
            held.read("a/b/none/x", limit=10)
        assert held.read("a/near.txt", limit=10)[0] == b"near"
    held.close()


def test_deep_folder_takes_few_descriptors_and_gives_them_back(tmp_path: Path) -> None:
    before = open_descriptors()
    held = HeldFolder(tmp_path)
    fd = os.open(tmp_path, os.O_RDONLY)
    for _ in range(200):
        os.mkdir("d", dir_fd=fd)
        below = os.open("d", os.O_RDONLY, dir_fd=fd)
        os.close(fd)
        fd = below
    os.close(os.open("x", os.O_WRONLY | os.O_CREAT, dir_fd=fd))
    os.close(fd)
    deepest, middle = "/".join("d" * 200), "/".join("d" * 100)
    assert held.read(f"{deepest}/x", limit=10)[0] == b""
    assert open_descriptors() - before < 70
    assert [entry.name for path in (middle, deepest, f"{middle}/d", "d") for entry in held.list(path)] == [
        "d",
        "x",
        "d",
        "d",
    ]
    held.close()
    assert open_descriptors() == before


def test_closed_folder_gives_nothing(root: Path) -> None:
    held = HeldFolder(root)
    held.close()
    held.close()
    with pytest.raises(OSError, match="closed"):
        held.read("top.txt", limit=10)


def test_fifo_is_refused_without_waiting(root: Path) -> None:
    os.mkfifo(root / "pipe")
    with pytest.raises(OSError, match="Not a regular file"):
        read_regular(os.fspath(root / "pipe"), limit=10)


def test_file_over_the_limit_is_refused(root: Path) -> None:
    assert read_regular(os.fspath(root / "top.txt"), limit=3)[0] == b"top"
    with pytest.raises(OSError, match="too large"):
        read_regular(os.fspath(root / "top.txt"), limit=2)


def test_file_that_does_not_know_its_size_is_read_whole() -> None:
    assert read_regular("/proc/self/status", limit=100_000)[0].startswith(b"Name:")
