"""Which ignore files hold where, what beats them, and where one repository ends."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from xcodereviewer.domain.review import Target
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.tracked import index_paths

OWN = "a Git repository of its own: review it by itself"


def git(folder: Path, *args: str) -> str:
    env = {"PATH": os.environ["PATH"], "HOME": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    command = ["git", "-C", str(folder), *author, *args]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)


def outcome(path: Path, *, use_ignore_files: bool = True) -> dict[str, str]:
    """Every path with the reason why it is left out, empty when it is not; the ignore files themselves apart."""
    with open_directory(path, selection=Selection(use_ignore_files=use_ignore_files)) as tree:
        found = {file.path: "" for file in tree.files} | {skip.path: skip.reason for skip in tree.skipped}
    return {path: reason for path, reason in found.items() if not path.endswith(("ignore", ".git/", ".gitmodules"))}


def test_files_above_hold_up_to_the_top_of_the_work_tree(tmp_path: Path) -> None:
    write(
        tmp_path,
        {".gitignore": "*.py", "top/.gitignore": "*.log\n/b/inner.txt\n/sub/b/far.txt", "top/sub/.gitignore": "!c.log"},
    )
    write(tmp_path, {"top/.xcrignore": "*.bak", "top/sub/a.py": "", "top/sub/a.bak": "", "top/sub/b/a.log": ""})
    write(tmp_path, {"top/sub/b/c.log": "", "top/sub/b/inner.txt": "", "top/sub/b/far.txt": ""})
    git(tmp_path / "top", "init", "-q")
    assert outcome(tmp_path / "top" / "sub") == {
        "sub/a.bak": "ignored by .xcrignore",
        "sub/a.py": "",
        "sub/b/a.log": "ignored by .gitignore",
        "sub/b/c.log": "",
        "sub/b/far.txt": "ignored by .gitignore",
        "sub/b/inner.txt": "",
    }


def test_exclude_file_of_the_repository_is_asked_last(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, {".git/info/exclude": "*.q\n*.b", ".gitignore": "!*.b", "sub/x.q": "", "sub/x.b": ""})
    assert outcome(tmp_path) == {"sub/x.q": "ignored by .git/info/exclude", "sub/x.b": ""}
    assert outcome(tmp_path / "sub") == {"sub/x.q": "ignored by .git/info/exclude", "sub/x.b": ""}


def test_exclude_file_holds_in_a_linked_work_tree(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "main")
    git(tmp_path / "main", "commit", "-q", "--allow-empty", "-m", "x")
    git(tmp_path / "main", "worktree", "add", "-q", "../linked")
    write(tmp_path, {"main/.git/info/exclude": "*.q", "linked/x.q": "", "linked/x.b": ""})
    found = outcome(tmp_path / "linked")
    assert found == {".git": "version control's own files", "x.q": "ignored by .git/info/exclude", "x.b": ""}


def test_gitignore_holds_without_a_repository(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.q", "x.q": "", "sub/y.q": "", "sub/.gitignore": "!y.q"})
    assert outcome(tmp_path) == {"x.q": "ignored by .gitignore", "sub/y.q": ""}


def test_ignore_files_can_be_left_unread(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.q", ".xcrignore": "*.b", "x.q": "", "x.b": "", "node_modules/x.js": ""})
    assert outcome(tmp_path, use_ignore_files=False) == {"x.q": "", "x.b": "", "node_modules/": "installed packages"}


def test_our_ignore_file_beats_git_and_the_usual_places(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.log\nout/", ".xcrignore": "!out/\n!keep.log\n!node_modules/\n!.git/\n*.md"})
    write(
        tmp_path,
        {"keep.log": "", "drop.log": "", "out/a.py": "", "node_modules/a.js": "", "a.md": "", ".git/config": ""},
    )
    write(tmp_path, {"out/node_modules/b.js": ""})
    with open_directory(tmp_path, selection=Selection()) as tree:
        assert {skip.path: skip.reason for skip in tree.skipped} == {
            ".git/": "version control's own files",
            "a.md": "ignored by .xcrignore",
            "drop.log": "ignored by .gitignore",
        }
        assert [file.path for file in tree.files if "ignore" not in file.path] == [
            "keep.log",
            "node_modules/a.js",
            "out/a.py",
            "out/node_modules/b.js",
        ]


def test_semgreps_ignore_file_holds_where_there_is_none_of_ours(tmp_path: Path) -> None:
    write(tmp_path, {".semgrepignore": ":include .gitignore\n*.q", ".gitignore": "*.g", "x.q": "", "x.g": ""})
    write(tmp_path, {"ours/.xcrignore": "*.b", "ours/x.q": "", "ours/x.b": "", "theirs/x.q": ""})
    assert outcome(tmp_path) == {
        "ours/x.q": "",
        "ours/x.b": "ignored by ours/.xcrignore",
        "theirs/x.q": "ignored by .semgrepignore",
        "x.q": "ignored by .semgrepignore",
        "x.g": "ignored by .semgrepignore",
    }
    write(tmp_path, {".xcrignore": ""})
    assert outcome(tmp_path)["theirs/x.q"] == ""


def track(top: Path, *settings: str) -> None:
    git(top, "init", "-q")
    write(top, {"out/deep/kept.py": "", "out/deep/left.py": "", "out/other.py": "", "é.py": "", "é.txt": ""})
    git(top, *settings, "add", "-f", "out/deep/kept.py", "é.py")
    write(top, {".gitignore": "out/\né*\n"})


@pytest.mark.parametrize("settings", [(), ("-c", "index.version=4"), ("-c", "core.splitIndex=true")])
def test_tracked_file_is_reviewed_although_ignored(tmp_path: Path, settings: tuple[str, ...]) -> None:
    track(tmp_path, *settings)
    left = "ignored by .gitignore"
    expected = {"out/deep/kept.py": "", "out/deep/left.py": left, "out/other.py": left, "é.py": "", "é.txt": left}
    assert outcome(tmp_path) == expected
    assert outcome(tmp_path / "out").keys() == {"out/deep/kept.py", "out/deep/left.py", "out/other.py"}


def test_tracked_file_of_a_sha256_repository_is_reviewed_although_ignored(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--object-format=sha256")
    track(tmp_path)
    assert outcome(tmp_path)["out/deep/kept.py"] == ""


def test_damaged_index_is_survived(tmp_path: Path) -> None:
    track(tmp_path)
    whole = (tmp_path / ".git" / "index").read_bytes()
    paths = [b"out/deep/kept.py", "é.py".encode()]
    assert index_paths(whole) == paths
    for version in (2, 4):
        data = whole[:7] + bytes((version,)) + b"\xff\xff\xff\xff" + whole[12:]
        for length in range(len(data)):
            assert len(index_paths(data[:length])) < 50
    assert [index_paths(data) for data in (b"", b"DIRC", b"x" * 200)] == [[], [], []]
    (tmp_path / ".git" / "index").write_bytes(b"\xff" * 999)
    assert outcome(tmp_path)["out/"] == "ignored by .gitignore"


def test_repository_inside_of_a_work_tree_is_left_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "outer")
    for name in ("outer/embedded", "library"):
        git(tmp_path, "init", "-q", name)
        write(tmp_path, {f"{name}/a.py": ""})
    git(tmp_path / "library", "add", ".")
    git(tmp_path / "library", "commit", "-q", "-m", "x")
    git(tmp_path / "outer", "submodule", "--quiet", "add", "../library", "linked")
    write(tmp_path, {"outer/a.py": "", "outer/pretended/.git/config": "", "outer/pretended/a.py": ""})
    assert outcome(tmp_path / "outer") == {"a.py": "", "embedded/": OWN, "linked/": OWN, "pretended/a.py": ""}
    assert outcome(tmp_path / "outer" / "linked") == {".git": "version control's own files", "a.py": ""}


def test_repositories_in_a_plain_folder_are_walked_each_by_its_own_rules(tmp_path: Path) -> None:
    for name in ("one", "two"):
        git(tmp_path, "init", "-q", name)
    write(
        tmp_path,
        {".gitignore": "*.top", ".xcrignore": "*.xcr", "one/.gitignore": "*.q", "two/.git/info/exclude": "*.b"},
    )
    write(tmp_path, {f"{name}/x.{ending}": "" for name in ("one", "two") for ending in ("b", "q", "top", "xcr")})
    git(tmp_path / "one", "add", "-f", "x.q")
    write(tmp_path, {"one/y.q": ""})
    assert outcome(tmp_path) == {
        "one/x.q": "",
        "one/x.b": "",
        "one/x.top": "",
        "one/x.xcr": "ignored by .xcrignore",
        "one/y.q": "ignored by one/.gitignore",
        "two/x.q": "",
        "two/x.b": "ignored by two/.git/info/exclude",
        "two/x.top": "",
        "two/x.xcr": "ignored by .xcrignore",
    }


def test_target_carries_the_commit_that_is_checked_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, {"sub/a.py": ""})
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    commit = git(tmp_path, "rev-parse", "HEAD").strip()
    for path, name in ((tmp_path / "sub", "sub"), (tmp_path / "sub" / "a.py", "a.py")):
        with open_directory(path, selection=Selection()) as tree:
            assert tree.target == Target(kind="directory", name=name, revision=commit)
