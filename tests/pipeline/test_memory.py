"""What is remembered of a folder: by its status what a file was, and by its content what it came to."""

import os
from pathlib import Path

import pytest

from xcodereviewer.domain.coverage import FileCoverage, Outcome, Pass
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.source import SourceFile, Stamp
from xcodereviewer.pipeline import memory
from xcodereviewer.pipeline.memory import FileResult, Remembered, TreeMemory, is_unchanged, to_remember

READ_NS = 100_000_000_000
SETTLED = Stamp(size=3, mtime_ns=READ_NS - 5_000_000_000, ctime_ns=READ_NS - 5_000_000_000, inode=7)
LEFT_OUT = FileResult(content=b"hash", left_out="minified")
KNOWN = Remembered(files={"a.py": (SETTLED, b"hash")}, results={"a.py": LEFT_OUT})


def result_with(outcome: Outcome) -> FileResult:
    passes = (Pass(engine="patterns", outcome=outcome),)
    coverage = FileCoverage(path="a.py", language=Language.PYTHON, size=1, lines=1, passes=passes)
    return FileResult(content=b"hash", coverage=coverage, with_facts=("complexity",))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    TreeMemory(tmp_path / "cache", tmp_path).write(KNOWN, plans="p", read_ns=READ_NS)
    assert TreeMemory(tmp_path / "cache", tmp_path).read("p") == KNOWN


def test_other_plans_know_what_the_files_were_and_not_what_they_came_to(tmp_path: Path) -> None:
    TreeMemory(tmp_path, tmp_path).write(KNOWN, plans="p", read_ns=READ_NS)
    assert TreeMemory(tmp_path, tmp_path).read("q") == Remembered(files=KNOWN.files)


def test_another_tree_has_another_memory(tmp_path: Path) -> None:
    TreeMemory(tmp_path, tmp_path / "one").write(KNOWN, plans="p", read_ns=READ_NS)
    assert TreeMemory(tmp_path, tmp_path / "two").read("p") == Remembered()


@pytest.mark.parametrize("late", ["mtime_ns", "ctime_ns"])
def test_status_of_a_file_that_changed_shortly_before_is_racy_and_not_kept(tmp_path: Path, late: str) -> None:
    times = {"mtime_ns": SETTLED.mtime_ns, "ctime_ns": SETTLED.ctime_ns, late: READ_NS - 1_000_000_000}
    stamp = Stamp(size=3, inode=7, **times)
    known = Remembered(files={"racy.py": (stamp, b"hash"), **KNOWN.files}, results={"racy.py": LEFT_OUT})
    TreeMemory(tmp_path, tmp_path).write(known, plans="p", read_ns=READ_NS)
    assert TreeMemory(tmp_path, tmp_path).read("p") == Remembered(files=KNOWN.files, results=known.results)


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"\xff" * 16])
def test_damaged_record_knows_nothing(tmp_path: Path, damage: bytes) -> None:
    TreeMemory(tmp_path, tmp_path).write(KNOWN, plans="p", read_ns=READ_NS)
    (path,) = tmp_path.glob("tree-*")
    path.write_bytes(damage + path.read_bytes()[len(damage) or 1000 :])
    assert TreeMemory(tmp_path, tmp_path).read("p") == Remembered()


def test_record_of_another_release_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TreeMemory(tmp_path, tmp_path).write(KNOWN, plans="p", read_ns=READ_NS)
    monkeypatch.setattr(memory, "_FORMAT", memory._FORMAT + 1)
    assert TreeMemory(tmp_path, tmp_path).read("p") == Remembered()


def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    TreeMemory(tmp_path / "file", tmp_path).write(KNOWN, plans="p", read_ns=READ_NS)


def test_records_that_were_not_written_for_longest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = (TreeMemory(tmp_path, tmp_path / name) for name in ("first", "second", "third"))
    for age, one in enumerate((second, first)):
        one.write(KNOWN, plans="p", read_ns=READ_NS)
        for path in tmp_path.glob("tree-*"):
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 10 * (age + 1)))
    monkeypatch.setattr(memory, "_MOST_BYTES", 2 * path.stat().st_size)
    third.write(KNOWN, plans="p", read_ns=READ_NS)
    assert [one.read("p") == KNOWN for one in (first, second, third)] == [True, False, True]


def test_file_that_an_engine_failed_on_is_not_remembered() -> None:
    file = SourceFile(path="a.py", size=1, stamp=SETTLED)
    assert to_remember([file], {"a.py": result_with(Outcome.FAILED)}, Remembered()) == Remembered()


def test_what_is_remembered_counts_as_taken_from_the_cache() -> None:
    file = SourceFile(path="a.py", size=1, stamp=SETTLED)
    known = to_remember([file], {"a.py": result_with(Outcome.DONE)}, Remembered())
    assert known == Remembered(files={"a.py": (SETTLED, b"hash")}, results={"a.py": result_with(Outcome.CACHED)})


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
