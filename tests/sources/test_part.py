"""A folder or file below the top of a work tree: paths count from the top, only what was named is looked at."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.review import Target
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.part import UnreadablePath, is_within, part_of
from xcodereviewer.sources.selection import Selection


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def outcome(path: Path, selection: Selection | None = None) -> dict[str, str]:
    """Every path with the reason why it is left out, empty when it is not."""
    with open_directory(path, selection=selection or Selection()) as tree:
        for file, data in tree.texts():
            assert data == file.path.encode() or file.path.endswith("ignore")
        return {file.path: "" for file in tree.files} | {skip.path: skip.reason for skip in tree.skipped}


@pytest.fixture
def filled(repo: Repo) -> Repo:
    """A repository in which each file holds its own path."""
    names = ("a.py", "src/a.py", "src/in/b.py", "src/in/c.txt", "srcs/d.py", ".github/workflows/ci.yml")
    repo.write({name: name for name in names})
    return repo


def test_only_what_is_in_the_folder_is_looked_at(filled: Repo) -> None:
    assert outcome(filled.path / "src") == {"src/a.py": "", "src/in/b.py": "", "src/in/c.txt": ""}
    assert outcome(filled.path / "src" / "in" / "b.py") == {"src/in/b.py": ""}
    assert outcome(filled.path / ".github" / "workflows") == {".github/workflows/ci.yml": ""}


@pytest.mark.parametrize("name", [".", "src", "src/", "src/in", "src/in/b.py"])
def test_a_tree_knows_its_root_and_its_part(filled: Repo, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(filled.path)
    with open_directory(Path(name), selection=Selection()) as tree:
        part = "" if name == "." else name.rstrip("/") + "/" * Path(name).is_dir()
        shown = "project" if name == "." else name.rstrip("/")
        assert (tree.root, tree.part, tree.target) == (filled.path, part, Target(kind="directory", name=shown))


def test_outside_of_a_work_tree_the_folder_is_the_root(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("a.py")
    assert outcome(tmp_path / "src") == {"a.py": ""}
    assert outcome(tmp_path / "src" / "a.py") == {"a.py": ""}


def test_globs_count_from_the_top(filled: Repo) -> None:
    assert outcome(filled.path / "src", Selection(include=("src/in/**",), exclude=("/src/in/*.txt",))) == {
        "src/a.py": "not matched by --include",
        "src/in/b.py": "",
        "src/in/c.txt": "excluded by --exclude /src/in/*.txt",
    }


def test_what_is_named_is_not_left_out_by_its_place_and_what_is_in_it_is_by_its_own(repo: Repo) -> None:
    repo.write({".gitignore": "out/\n*.log", ".xcrignore": "/out/in/b.py"})
    names = ("out/in/a.py", "out/in/b.py", "out/in/c.log", "node_modules/x/d.js", "node_modules/x/node_modules/e.js")
    repo.write({name: name for name in names})
    assert outcome(repo.path / "out" / "in") == {
        "out/in/a.py": "",
        "out/in/b.py": "ignored by .xcrignore",
        "out/in/c.log": "ignored by .gitignore",
    }
    assert outcome(repo.path / "node_modules" / "x") == {
        "node_modules/x/d.js": "",
        "node_modules/x/node_modules/": "installed packages",
    }
    assert outcome(repo.path / "out" / "in" / "b.py") == {"out/in/b.py": ""}


def test_ignore_files_on_the_way_hold_and_an_inner_one_beats_an_outer_one(repo: Repo) -> None:
    repo.write({".xcrignore": "*.py", "a/.xcrignore": "!b.py\n/b/c/d.py", "a/b/.xcrignore": "!/c/d.py"})
    repo.write({name: name for name in ("a/b/b.py", "a/b/c/b.py", "a/b/c/d.py", "a/b/c/e.py")})
    found = outcome(repo.path / "a" / "b" / "c")
    assert found == {"a/b/c/b.py": "", "a/b/c/d.py": "", "a/b/c/e.py": "ignored by .xcrignore"}
    whole = outcome(repo.path)
    assert {path: whole[path] for path in found} == found


def test_a_repository_inside_of_another_is_a_root_of_its_own(repo: Repo, make_repo: Callable[..., Repo]) -> None:
    inner = make_repo("project/inner")
    inner.write({"src/a.py": "src/a.py"})
    assert outcome(inner.path / "src") == {"src/a.py": ""}
    assert outcome(repo.path)["inner/"] == "a Git repository of its own: review it by itself"


def test_names_of_any_bytes_lead_to_the_part(repo: Repo) -> None:
    folder = os.fsdecode(b"d\xff")
    repo.write({f"{folder}/a.py": "d\\xff/a.py", f"{folder}/.gitignore": "*.q", f"{folder}/é.q": ""})
    found = {"d\\xff/.gitignore": "", "d\\xff/a.py": "", "d\\xff/é.q": "ignored by d\\xff/.gitignore"}
    assert outcome(repo.path / folder) == found
    with open_directory(repo.path / folder, selection=Selection()) as tree:
        assert tree.part == "d\\xff/"


def test_a_link_that_is_named_counts_where_it_leads(filled: Repo, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(filled.path / "src" / "in")
    assert outcome(tmp_path / "link") == {"src/in/b.py": "", "src/in/c.txt": ""}


def test_a_folder_that_may_not_be_opened_is_an_error(filled: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: str | os.PathLike[str], *rest: object, **more: object) -> int:
        if os.fspath(path).endswith("/src"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadablePath, match="'src' cannot be opened"):
        outcome(filled.path / "src")


@pytest.mark.parametrize(
    ("path", "part", "is_in"),
    [
        ("a.py", "", True),
        ("src/a.py", "src/", True),
        ("src/a.py", "src/a.py", True),
        ("srcs/a.py", "src/", False),
        ("src/a.pyi", "src/a.py", False),
        ("src/a.py/b", "src/a.py", False),
    ],
)
def test_a_part_holds_what_is_in_it(path: str, part: str, is_in: bool) -> None:
    assert is_within(path, part) is is_in


def test_the_top_is_found_where_head_is_a_link(repo: Repo) -> None:
    repo.commit({"src/a.py": "1"})
    head = repo.path / ".git" / "HEAD"
    head.unlink()
    head.symlink_to("refs/heads/main")
    assert part_of(repo.path / "src").path == "src/"
