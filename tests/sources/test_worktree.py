import os
import subprocess
from pathlib import Path

import pytest

from xcodereviewer.sources.worktree import find_work_tree, head_revision, work_tree_at

AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@example.org")


def git(folder: Path, *args: str) -> str:
    env = {"PATH": os.environ["PATH"], "HOME": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True, text=True, env=env).stdout


def committed(folder: Path, *options: str) -> str:
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q", "-b", "main", *options)
    git(folder, *AUTHOR, "commit", "-q", "--allow-empty", "-m", "one")
    return git(folder, "rev-parse", "HEAD").strip()


def revision(folder: Path) -> str:
    tree = find_work_tree(folder)
    assert tree is not None
    return head_revision(tree)


def test_revision_is_that_of_a_branch_loose_or_packed(tmp_path: Path) -> None:
    commit = committed(tmp_path)
    loose = revision(tmp_path)
    git(tmp_path, "pack-refs", "--all")
    assert (loose, revision(tmp_path)) == (commit, commit)


def test_revision_is_that_of_a_detached_head(tmp_path: Path) -> None:
    commit = committed(tmp_path)
    git(tmp_path, "checkout", "-q", "--detach")
    assert revision(tmp_path) == commit


def test_revision_is_empty_before_the_first_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert revision(tmp_path) == ""


def test_work_tree_is_found_from_below(tmp_path: Path) -> None:
    committed(tmp_path)
    (tmp_path / "a" / "b").mkdir(parents=True)
    found = find_work_tree(tmp_path / "a" / "b")
    assert found is not None
    assert (found.top, found.git_dir, found.common_dir) == (tmp_path, tmp_path / ".git", tmp_path / ".git")
    assert work_tree_at(tmp_path / "a") is None


def test_linked_work_tree_names_both_folders(tmp_path: Path) -> None:
    commit = committed(tmp_path / "main")
    git(tmp_path / "main", "worktree", "add", "-q", "-b", "other", str(tmp_path / "linked"))
    found = find_work_tree(tmp_path / "linked")
    assert found is not None
    places = (found.top, found.git_dir.resolve(), found.common_dir.resolve())
    git_dir = tmp_path / "main" / ".git"
    assert places == (tmp_path / "linked", git_dir / "worktrees" / "linked", git_dir)
    assert head_revision(found) == commit


def test_hash_of_the_repository_is_told(tmp_path: Path) -> None:
    commit = committed(tmp_path / "new", "--object-format=sha256")
    committed(tmp_path / "old")
    trees = [find_work_tree(tmp_path / name) for name in ("new", "old")]
    assert [tree and tree.uses_sha256 for tree in trees] == [True, False]
    assert revision(tmp_path / "new") == commit


@pytest.mark.parametrize(
    "head", ["", "ref: refs/heads/../../../secret", "ref: /etc/passwd", "x" * 40, "ref: refs/heads/\0", "\xff"]
)
def test_strange_head_is_no_revision(tmp_path: Path, head: str) -> None:
    committed(tmp_path)
    (tmp_path / ".git" / "secret").write_text("0" * 40)
    (tmp_path / ".git" / "HEAD").write_text(head)
    assert revision(tmp_path) == ""


def test_file_called_dot_git_is_no_work_tree(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")
    assert work_tree_at(tmp_path) is None
