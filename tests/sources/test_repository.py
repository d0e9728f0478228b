"""What changed and what moved between two states of a repository."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.sources.git_folders import repository_of
from xcodereviewer.sources.repository import renames
from xcodereviewer.sources.sealed import RepositoryTooLarge


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


LONG = "".join(f"line {number}\n" for number in range(30))


def test_moves_between_two_commits_are_found(repo: Repo) -> None:
    old = repo.commit({"a.py": LONG, "in/b.py": LONG.upper(), "c.py": "1\n"})
    repo.git("mv", "a.py", "moved é.py")
    repo.git("mv", "in/b.py", "b.py")
    new = repo.commit({"moved é.py": LONG + "more\n", "d.py": "1\n"})
    assert renames(repo.path, old, new) == {"a.py": "moved é.py", "in/b.py": "b.py"}
    assert renames(repo.path / "in", old, new) == {}


def test_moves_in_the_work_tree_are_found_without_git_being_told(repo: Repo) -> None:
    old = repo.commit({"a.py": LONG, "b.py": LONG.upper()})
    (repo.path / "a.py").rename(repo.path / "c.py")
    assert renames(repo.path, old, None) == {"a.py": "c.py"}


def test_moves_into_a_folder_are_found_and_those_out_of_it_are_not(repo: Repo) -> None:
    old = repo.commit({"a.py": LONG, "in/b.py": LONG.upper(), "in/c.py": "1\n"})
    (repo.path / "a.py").rename(repo.path / "in" / "a.py")
    (repo.path / "in" / "b.py").rename(repo.path / "b.py")
    assert renames(repo.path / "in", old, None) == {"a.py": "in/a.py"}
    assert renames(repo.path / "in" / "a.py", old, None) == {"a.py": "in/a.py"}
    assert renames(repo.path / "in" / "c.py", old, None) == {}


def test_a_work_tree_is_found_from_within(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"in/a.py": "1"})
    assert repository_of(repo.path / "in") == repo.path
    assert repository_of(tmp_path) is None


def test_an_index_that_fills_the_disk_is_not_copied(repo: Repo) -> None:
    base = repo.commit({"a.py": "1"})
    with (repo.path / ".git" / "index").open("r+b") as index:
        index.truncate(1 << 40)
    with pytest.raises(RepositoryTooLarge, match="'index' has 1,099,511,627,776 bytes"):
        renames(repo.path, base, None)


def test_nothing_of_a_hostile_repository_is_run(repo: Repo, booby_trap: Callable[[Repo], None], canary: Path) -> None:
    old = repo.commit({".gitattributes": "* filter=evil diff=evil\n", "a.py": LONG})
    booby_trap(repo)
    (repo.path / "a.py").rename(repo.path / "b.py")
    assert renames(repo.path, old, None) == {"a.py": "b.py"}
    assert not canary.exists()
