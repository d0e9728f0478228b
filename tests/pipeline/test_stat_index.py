from pathlib import Path

import pytest

from xcodereviewer.domain.source import SourceFile, Stamp
from xcodereviewer.pipeline.stat_index import StatIndex, is_unchanged

READ_NS = 100_000_000_000
SETTLED = Stamp(size=3, mtime_ns=READ_NS - 5_000_000_000, ctime_ns=READ_NS - 5_000_000_000, inode=7)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    StatIndex(tmp_path / "cache", tmp_path).write({"a.py": (SETTLED, b"hash")}, read_ns=READ_NS)
    assert StatIndex(tmp_path / "cache", tmp_path).read() == {"a.py": (SETTLED, b"hash")}


def test_another_tree_has_another_index(tmp_path: Path) -> None:
    StatIndex(tmp_path, tmp_path / "one").write({"a.py": (SETTLED, b"hash")}, read_ns=READ_NS)
    assert StatIndex(tmp_path, tmp_path / "two").read() == {}


@pytest.mark.parametrize("late", ["mtime_ns", "ctime_ns"])
def test_file_that_changed_shortly_before_is_racy_and_not_kept(tmp_path: Path, late: str) -> None:
    times = {"mtime_ns": SETTLED.mtime_ns, "ctime_ns": SETTLED.ctime_ns, late: READ_NS - 1_000_000_000}
    stamp = Stamp(size=3, inode=7, **times)
    index = StatIndex(tmp_path, tmp_path)
    index.write({"racy.py": (stamp, b"hash"), "a.py": (SETTLED, b"hash")}, read_ns=READ_NS)
    assert list(index.read()) == ["a.py"]


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"\xff" * 16])
def test_damaged_index_knows_nothing(tmp_path: Path, damage: bytes) -> None:
    index = StatIndex(tmp_path, tmp_path)
    index.write({"a.py": (SETTLED, b"hash")}, read_ns=READ_NS)
    (path,) = tmp_path.glob("index-*")
    path.write_bytes(damage + path.read_bytes()[len(damage) or 1000 :])
    assert index.read() == {}


def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    StatIndex(tmp_path / "file", tmp_path).write({"a.py": (SETTLED, b"hash")}, read_ns=READ_NS)


def test_any_part_of_the_stamp_tells_a_change() -> None:
    known = {"a.py": (SETTLED, b"hash")}
    changed = [
        Stamp(size=4, mtime_ns=SETTLED.mtime_ns, ctime_ns=SETTLED.ctime_ns, inode=7),
        Stamp(size=3, mtime_ns=1, ctime_ns=SETTLED.ctime_ns, inode=7),
        Stamp(size=3, mtime_ns=SETTLED.mtime_ns, ctime_ns=1, inode=7),
        Stamp(size=3, mtime_ns=SETTLED.mtime_ns, ctime_ns=SETTLED.ctime_ns, inode=8),
        None,
    ]
    assert is_unchanged(SourceFile(path="a.py", size=3, stamp=SETTLED), known)
    assert [is_unchanged(SourceFile(path="a.py", size=3, stamp=stamp), known) for stamp in changed] == [False] * 5
