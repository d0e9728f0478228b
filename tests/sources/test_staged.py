"""The index against HEAD."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change
from xcodereviewer.sources.diff import Scope, open_staged
from xcodereviewer.sources.git_folders import NotARepository
from xcodereviewer.sources.selection import Selection


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def test_the_content_is_that_of_the_index(repo: Repo) -> None:
    head = repo.commit({"a.py": "1\n2\n", "b.py": "1\n", "gone.py": "x\n"})
    repo.write({"a.py": "1\nstaged\n", "new.py": "1\n"})
    repo.git("rm", "--quiet", "gone.py")
    repo.git("add", "--all")
    repo.write({"a.py": "later\n", "b.py": "not staged\n", "untracked.py": "1\n"})
    with open_staged(repo.path, selection=Selection()) as tree:
        assert tree.target == Target(kind="diff", name="project", revision=head, base=head)
        assert {file.path: data for file, data in tree.texts()} == {"a.py": b"1\nstaged\n", "new.py": b"1\n"}
        assert tree.changes == {
            "a.py": Change(lines=frozenset({2})),
            "new.py": Change(lines=frozenset({1}), is_new=True),
        }
        assert tree.skipped == []


def test_the_first_commit_can_be_reviewed_before_it_is_made(repo: Repo) -> None:
    repo.write({"a.py": "1\n2\n"})
    repo.git("add", "a.py")
    with open_staged(repo.path, selection=Selection()) as tree:
        assert (tree.target.base, tree.changes) == ("", {"a.py": Change(lines=frozenset({1, 2}), is_new=True)})


def test_nothing_staged_is_an_empty_tree(repo: Repo) -> None:
    repo.commit({"a.py": "1\n"})
    with open_staged(repo.path, selection=Selection()) as tree:
        assert (tree.files, tree.changes) == ([], {})


def test_the_whole_index_can_be_opened(repo: Repo) -> None:
    repo.commit({"a.py": "1\n", "b.py": "1\n"})
    repo.write({"b.py": "2\n"})
    repo.git("add", "b.py")
    with open_staged(repo.path, selection=Selection(), scope=Scope.WHOLE_TREE) as tree:
        assert {file.path: data for file, data in tree.texts()} == {"a.py": b"1\n", "b.py": b"2\n"}
        assert tree.changes == {"b.py": Change(lines=frozenset({1}))}


def test_moves_links_and_submodules_are_told(repo: Repo, make_repo: Callable[..., Repo]) -> None:
    inner = make_repo("inner").commit({"x.py": "1"})
    repo.commit({"a.py": "1\n2\n3\n"})
    repo.git("mv", "a.py", "b.py")
    (repo.path / "link.py").symlink_to("b.py")
    repo.git("add", "link.py")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{inner},sub")
    with open_staged(repo.path, selection=Selection()) as tree:
        assert tree.changes == {"b.py": Change(lines=frozenset(), old_path="a.py")}
        assert tree.skipped == [
            Skipped(path="link.py", reason="a symbolic link, never followed or opened"),
            Skipped(path="sub", reason="a submodule: review it by itself"),
        ]


def test_a_file_in_conflict_is_listed(repo: Repo) -> None:
    repo.commit({"a.py": "1\n"})
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"a.py": "topic\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"a.py": "main\n"})
    with pytest.raises(Exception, match="merge"):
        repo.git("merge", "topic")
    with open_staged(repo.path, selection=Selection()) as tree:
        assert tree.files == []
        assert tree.skipped == [Skipped(path="a.py", reason="in conflict: resolve and stage it first")]


def test_a_split_index_is_read(repo: Repo) -> None:
    repo.commit({"a.py": "1\n"})
    repo.git("update-index", "--split-index")
    repo.write({"b.py": "1\n"})
    repo.git("add", "b.py")
    with open_staged(repo.path, selection=Selection(), scope=Scope.WHOLE_TREE) as tree:
        assert [file.path for file in tree.files] == ["a.py", "b.py"]


def test_nothing_of_a_hostile_repository_is_run(repo: Repo, booby_trap: Callable[[Repo], None], canary: Path) -> None:
    repo.commit({".gitattributes": "* filter=evil diff=evil\n", "a.py": "1\n"})
    repo.write({"a.py": "2\n"})
    repo.git("add", "a.py")
    booby_trap(repo)
    with open_staged(repo.path, selection=Selection()) as tree:
        assert tree.read("a.py") == b"2\n"
    assert not canary.exists()


def test_a_folder_outside_of_any_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotARepository), open_staged(tmp_path, selection=Selection()):
        pass
