"""The index of a hook: `git commit -a` and `git commit FILE` make a temporary one."""

import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.sources.diff import open_staged
from xcodereviewer.sources.sealed import IndexMissing
from xcodereviewer.sources.selection import Selection

_REVIEW = """
from pathlib import Path
from xcodereviewer.sources.diff import open_staged
from xcodereviewer.sources.selection import Selection
with open_staged(Path("."), selection=Selection()) as tree:
    Path(".git/seen").write_text(" ".join(file.path + ":" + data.decode() for file, data in tree.texts()))
"""


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


@pytest.mark.parametrize(
    ("commit", "seen"), [((), "good.py:2"), (("a.py",), "a.py:2"), (("--all",), "a.py:2 good.py:2")]
)
def test_a_hook_sees_what_is_going_to_be_committed(repo: Repo, commit: tuple[str, ...], seen: str) -> None:
    repo.commit({"a.py": "1", "good.py": "1"})
    hook = repo.path / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {shlex.join([sys.executable, '-c', _REVIEW])}\n")
    hook.chmod(0o755)
    repo.write({"a.py": "2", "good.py": "2"})
    repo.git("add", "good.py")
    repo.git("commit", "--quiet", "--message", "x", *commit)
    assert (repo.path / ".git" / "seen").read_text() == seen


def test_an_index_that_is_not_there_is_an_error(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"a.py": "1"})
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/none")
    with pytest.raises(IndexMissing), open_staged(repo.path, selection=Selection()):
        pass


@pytest.mark.parametrize("named", ["{other}/.git/index", "{other}/.git/none", "/nowhere"])
def test_the_index_of_another_repository_is_none_of_this(
    repo: Repo, make_repo: Callable[..., Repo], monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    repo.commit({"a.py": "1"})
    repo.write({"a.py": "2"})
    repo.git("add", "a.py")
    other = make_repo("other")
    other.commit({"b.py": "1"})
    monkeypatch.setenv("GIT_INDEX_FILE", named.format(other=other.path))
    with open_staged(repo.path, selection=Selection()) as tree:
        assert {file.path: data for file, data in tree.texts()} == {"a.py": b"2"}
