"""The cache of results in every state that a file can be in: it answers rightly or not at all."""

import os
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xcodereviewer.pipeline.cache import ResultCache

ENTRIES = {f"key {n}".encode(): f"value {n}".encode() * 40 for n in range(200)}


def fill(folder: Path) -> Path:
    with ResultCache(folder) as cache:
        cache.put(ENTRIES)
    (path,) = folder.glob("*.sqlite")
    return path


def found(folder: Path) -> dict[bytes, bytes]:
    with ResultCache(folder) as cache:
        return cache.get(ENTRIES)


def test_what_was_put_is_found_by_the_next(tmp_path: Path) -> None:
    fill(tmp_path)
    assert found(tmp_path) == ENTRIES
    with ResultCache(tmp_path) as cache:
        assert cache.info().entries == len(ENTRIES)
        assert (cache.clear(), cache.info().entries) == (len(ENTRIES), 0)
        assert cache.get(ENTRIES) == {}
        cache.put(ENTRIES)
    assert found(tmp_path) == ENTRIES


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET value = zeroblob(length(value))",
        "UPDATE entries SET value = cast(value AS TEXT)",
        "UPDATE entries SET value = 7",
        "UPDATE entries SET checksum = x'00'",
        "UPDATE entries SET checksum = 'text'",
        "UPDATE entries SET value = (SELECT value FROM entries WHERE key = x'6b65792031')",
        "DROP TABLE entries; CREATE TABLE entries (key BLOB, value BLOB, checksum BLOB, used TEXT)",
        "DROP TABLE entries; CREATE TABLE entries (key BLOB PRIMARY KEY, content BLOB)",
        "DROP TABLE entries; CREATE VIEW entries AS SELECT 1 AS key, 2 AS value, 3 AS checksum, 4 AS used",
        "DELETE FROM entries",
    ],
)
def test_damaged_entry_is_not_found_and_can_be_made_anew(tmp_path: Path, change: str) -> None:
    connection = sqlite3.connect(fill(tmp_path))
    connection.executescript(change)
    connection.commit()
    connection.close()
    assert found(tmp_path).items() <= ENTRIES.items()
    assert len(found(tmp_path)) <= 1
    fill(tmp_path)
    if "VIEW" not in change:
        assert found(tmp_path) == ENTRIES


@pytest.mark.parametrize("size", [0, 1, 16, 99, 100, 4095, 4096, 5000, 8192, 20_000])
def test_truncated_file_gives_nothing_wrong_and_is_begun_anew(tmp_path: Path, size: int) -> None:
    path = fill(tmp_path)
    with path.open("r+b") as out:
        out.truncate(size)
    assert found(tmp_path).items() <= ENTRIES.items()
    fill(tmp_path)
    assert found(tmp_path) == ENTRIES


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 30_000), st.binary(min_size=1, max_size=300))
def test_overwritten_bytes_give_nothing_wrong(tmp_path: Path, place: int, noise: bytes) -> None:
    folder = tmp_path / f"{place}-{time.monotonic_ns()}"
    path = fill(folder)
    content = bytearray(path.read_bytes())
    content[place : place + len(noise)] = noise
    path.write_bytes(content)
    assert found(folder).items() <= ENTRIES.items()
    fill(folder)
    assert found(folder).items() <= ENTRIES.items()


def test_file_that_is_damaged_under_our_hands_is_forgiven(tmp_path: Path) -> None:
    path = fill(tmp_path)
    with ResultCache(tmp_path) as cache:
        path.write_bytes(b"no database at all" * 5000)
        assert cache.get(ENTRIES).items() <= ENTRIES.items()
        cache.put({b"k": b"v"})
    fill(tmp_path)
    assert found(tmp_path).items() >= ENTRIES.items()


def test_cache_held_by_another_process_is_done_without_and_soon(tmp_path: Path) -> None:
    path = fill(tmp_path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    with ResultCache(tmp_path) as cache:
        for _ in range(50):
            assert cache.get(ENTRIES).items() <= ENTRIES.items()
            cache.put({b"k": b"v"})
    assert time.monotonic() - began < 20
    holder.close()
    assert found(tmp_path) == ENTRIES


@pytest.mark.parametrize("place", ["file/cache", "/proc/cache", "/dev/null"])
def test_folder_that_cannot_be_made_is_done_without(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with ResultCache(tmp_path / place) as cache:
        cache.put(ENTRIES)
        cache.flush()
        assert cache.get(ENTRIES) == {}
        assert (cache.info().entries, cache.clear()) == (0, 0)


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Permissions do not bind the superuser."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    yield
    os.seteuid(own)


def test_cache_that_cannot_be_written_is_done_without(tmp_path: Path, unprivileged: None) -> None:
    os.seteuid(os.getuid())
    tmp_path.chmod(0o755)
    path = fill(tmp_path)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(65534)
    try:
        assert found(tmp_path).items() <= ENTRIES.items()
    finally:
        os.seteuid(os.getuid())
        tmp_path.chmod(0o755)
    assert found(tmp_path) == ENTRIES


def test_full_disk_is_forgiven(tmp_path: Path) -> None:
    def in_child() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    code = (
        "import sys; from pathlib import Path; from xcodereviewer.pipeline.cache import ResultCache\n"
        "with ResultCache(Path(sys.argv[1])) as cache:\n"
        "    cache.put({b'%d' % n: b'v' * 1000 for n in range(500)}); cache.flush()\n"
        "    got = cache.get([b'%d' % n for n in range(500)])\n"
        "    print(all(value == b'v' * 1000 for value in got.values()))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=in_child, env=unmeasured, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "True\n", "")
    fill(tmp_path)
    assert found(tmp_path) == ENTRIES


def test_processes_that_write_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from xcodereviewer.pipeline.cache import ResultCache\n"
        "with ResultCache(Path(sys.argv[1])) as cache:\n"
        "    for n in range(40): cache.put({b'%s %d' % (sys.argv[2].encode(), n): b'v'}); cache.flush()\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name]) for name in "abc"]
    assert [process.wait(timeout=100) for process in running] == [0, 0, 0]
    with ResultCache(tmp_path) as cache:
        assert cache.info().entries == 120


def test_size_is_bound_and_what_was_used_last_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = 1_000_000
    days = iter(range(100))
    with monkeypatch.context() as patch:
        patch.setattr("time.time", clock(days))
        for day in range(20):
            with ResultCache(tmp_path, limit=limit) as cache:
                cache.get([b"kept"])
                cache.put(
                    {b"%d %d" % (day, n): os.urandom(2000) for n in range(100)} | ({} if day else {b"kept": b"v"})
                )
            assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= limit * 1.3
    with ResultCache(tmp_path, limit=limit) as cache:
        assert list(cache.get([b"kept", b"0 1", b"19 1"])) == [b"19 1", b"kept"]


def clock(days: Iterator[int]) -> Callable[[], float]:
    return lambda: next(days) * 86_400.0


def test_what_waits_to_be_written_is_found_too(tmp_path: Path) -> None:
    with ResultCache(tmp_path) as cache:
        cache.put(ENTRIES)
        assert cache.get([*ENTRIES, b"other"]) == ENTRIES


def test_much_is_written_before_the_end(tmp_path: Path) -> None:
    with ResultCache(tmp_path) as cache:
        for n in range(6):
            cache.put({b"%d" % n: os.urandom(1_000_000)})
        with ResultCache(tmp_path) as other:
            assert other.info().entries >= 4


def test_entries_of_another_format_are_left_alone_and_cleared(tmp_path: Path) -> None:
    old = tmp_path / "results-1.sqlite"
    old.write_bytes(b"old")
    with ResultCache(tmp_path) as cache:
        assert old.exists()
        cache.clear()
    assert not old.exists()
