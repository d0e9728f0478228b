"""The tree of a commit, of friendly and hostile repositories."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.sources.commit_tree import open_commit
from xcodereviewer.sources.git import GitTooLarge
from xcodereviewer.sources.git_folders import NotARepository, UnknownRevision
from xcodereviewer.sources.part import MissingPath
from xcodereviewer.sources.selection import Selection


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def contents(repo: Path, revision: str = "HEAD", selection: Selection | None = None) -> dict[str, bytes]:
    with open_commit(repo, revision, selection=selection or Selection()) as tree:
        return {file.path: data for file, data in tree.texts()}


def skipped(repo: Path, revision: str = "HEAD", selection: Selection | None = None) -> list[Skipped]:
    with open_commit(repo, revision, selection=selection or Selection()) as tree:
        return list(tree.skipped)


def test_a_commit_is_read_as_it_was_made(repo: Repo) -> None:
    first = repo.commit({"a.py": "old\n", "pkg/b.py": "b\r\n"})
    repo.commit({"a.py": "new\n"})
    repo.write({"a.py": "not committed\n"})
    with open_commit(repo.path, "HEAD~1", selection=Selection()) as tree:
        assert tree.target == Target(kind="git", name="project", revision=first)
        assert [(file.path, file.size, file.stamp) for file in tree.files] == [("a.py", 4, None), ("pkg/b.py", 3, None)]
        assert tree.read("pkg/b.py") == b"b\r\n"
        assert tree.changes is None
        assert {file.path: data for file, data in tree.texts()} == {"a.py": b"old\n", "pkg/b.py": b"b\r\n"}


def test_branches_tags_and_short_ids_name_commits(repo: Repo) -> None:
    first = repo.commit({"a.py": "1"})
    repo.git("tag", "--annotate", "--message", "one", "v1")
    repo.git("branch", "side")
    repo.commit({"a.py": "2"})
    assert {name: contents(repo.path, name)["a.py"] for name in ("v1", "side", first[:8], "main", "HEAD^")} == {
        "v1": b"1",
        "side": b"1",
        first[:8]: b"1",
        "main": b"2",
        "HEAD^": b"1",
    }


@pytest.mark.parametrize(
    "name", ["nothing", "-h", "--output=x", "HEAD:a.py", "", "HEAD\0", "HEAD^{tree}", "a b", "@{-1}"]
)
def test_a_name_of_no_commit_is_an_error(repo: Repo, name: str) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(UnknownRevision, match="There is no commit"):
        contents(repo.path, name)


def test_a_repository_without_commits_has_no_head(repo: Repo) -> None:
    with pytest.raises(UnknownRevision):
        contents(repo.path)


def test_a_folder_outside_of_any_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotARepository):
        contents(tmp_path)


def test_links_and_submodules_are_listed_and_not_followed(repo: Repo, make_repo: Callable[..., Repo]) -> None:
    inner = make_repo("inner")
    commit = inner.commit({"x.py": "x"})
    repo.write({"a.py": "a"})
    (repo.path / "link.py").symlink_to("/etc/passwd")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},sub")
    repo.git("add", "a.py", "link.py")
    repo.git("commit", "--quiet", "--message", "x")
    assert contents(repo.path) == {"a.py": b"a"}
    assert skipped(repo.path) == [
        Skipped(path="link.py", reason="a symbolic link, never followed or opened"),
        Skipped(path="sub", reason="a submodule: review it by itself"),
    ]


def test_the_selection_and_foreign_folders_are_left_out(repo: Repo) -> None:
    repo.write({"a.py": "a", "big.py": "x" * 50, "docs/b.py": "b", "node_modules/x/y.js": "1", "venv/pyvenv.cfg": ""})
    repo.git("add", "--all", "--force")
    repo.commit()
    selection = Selection(exclude=("docs",), max_file_bytes=40)
    assert contents(repo.path, selection=selection) == {"a.py": b"a"}
    assert [(skip.path, skip.reason) for skip in skipped(repo.path, selection=selection)] == [
        ("big.py", "too large: 50 bytes, the limit is 40"),
        ("docs/", "excluded by --exclude docs"),
        ("node_modules/", "installed packages"),
        ("venv/", "a virtual environment"),
    ]


def test_our_ignore_files_count_and_gits_do_not(repo: Repo) -> None:
    repo.write({".gitignore": "*.py", ".xcrignore": "gen/\n", "a.py": "a", "gen/b.py": "b", "in/.xcrignore": "/c.py"})
    repo.write({"in/c.py": "c", "in/deep/c.py": "c"})
    repo.git("add", "--all", "--force")
    repo.commit()
    assert set(contents(repo.path)) == {".gitignore", ".xcrignore", "a.py", "in/.xcrignore", "in/deep/c.py"}
    assert [(skip.path, skip.reason) for skip in skipped(repo.path)] == [
        ("gen/", "ignored by .xcrignore"),
        ("in/c.py", "ignored by in/.xcrignore"),
    ]
    assert "gen/b.py" in contents(repo.path, selection=Selection(use_ignore_files=False))


def test_of_a_folder_what_is_in_it_is_opened_with_paths_from_the_top(repo: Repo) -> None:
    repo.commit({".xcrignore": "/lib/skip.py", "lib/a.py": "a", "lib/skip.py": "s", "top.py": "t", "lib.py": "l"})
    assert contents(repo.path / "lib") == {"lib/a.py": b"a"}
    assert skipped(repo.path / "lib") == [Skipped(path="lib/skip.py", reason="ignored by .xcrignore")]
    assert contents(repo.path / "lib" / "skip.py") == {"lib/skip.py": b"s"}  # what is named is not left out


def test_paths_elsewhere_can_be_opened_as_well(repo: Repo) -> None:
    repo.commit({"lib/a.py": "a", "old/b.py": "b", "old/c.py": "c"})
    with open_commit(repo.path / "lib", "HEAD", selection=Selection(), also=["old/b.py"]) as tree:
        assert (tree.part, [file.path for file in tree.files]) == ("lib/", ["lib/a.py", "old/b.py"])


def test_a_bare_repository_is_read(repo: Repo, tmp_path: Path) -> None:
    first = repo.commit({"a.py": "1"})
    repo.commit({"a.py": "2"})
    bare = tmp_path / "bare.git"
    repo.git("clone", "--quiet", "--bare", str(repo.path), str(bare))
    assert (contents(bare), contents(bare, first)) == ({"a.py": b"2"}, {"a.py": b"1"})
    assert contents(repo.path / ".git", "HEAD^") == {"a.py": b"1"}


def test_a_path_that_is_not_there_is_an_error(repo: Repo) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(MissingPath):
        contents(repo.path / "none")


def test_names_that_are_not_utf8_or_have_line_breaks_are_read(repo: Repo) -> None:
    odd = os.fsdecode(b"caf\xe9 \n\t.py")
    repo.commit({odd: "1", "ünï.py": "2", '"q".py': "3"})
    assert contents(repo.path) == {"caf\\xe9 \n\t.py": b"1", "ünï.py": b"2", '"q".py': b"3"}


def test_two_names_that_are_written_alike_are_not_mixed_up(repo: Repo) -> None:
    repo.commit({os.fsdecode(b"\xe9.py"): "bytes", "\\xe9.py": "text"})
    assert contents(repo.path) == {"\\xe9.py": b"text"}
    assert skipped(repo.path) == [Skipped(path="\\xe9.py", reason="two files are written like this", is_failure=True)]


def test_a_tree_made_by_hand_cannot_name_places_outside(repo: Repo) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", stdin=b"evil")
    raw = b"".join(b"100644 " + name + b"\0" + bytes.fromhex(blob) for name in (b"..", b"a.py"))
    tree = repo.git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", stdin=raw)
    commit = repo.git("commit-tree", "-m", "x", tree)
    assert contents(repo.path, commit) == {"a.py": b"evil"}
    assert skipped(repo.path, commit) == [Skipped(path="..", reason="its path leads out of the tree")]


def test_a_missing_or_damaged_object_is_that_files_gap(repo: Repo) -> None:
    repo.commit({"a.py": "aaaa", "b.py": "bbbb", "c.py": "cccc"})
    for name, content in (("a.py", None), ("b.py", b"no object")):
        blob = repo.git("rev-parse", f"HEAD:{name}")
        place = repo.path / ".git" / "objects" / blob[:2] / blob[2:]
        place.chmod(0o644)
        place.unlink()
        if content is not None:
            place.write_bytes(content)
    with open_commit(repo.path, "HEAD", selection=Selection()) as tree:
        assert [file.path for file in tree.files] == ["c.py"]
        assert {(skip.path, skip.is_failure) for skip in tree.skipped} == {("a.py", True), ("b.py", True)}
        assert tree.read("c.py") == b"cccc"


def test_a_path_outside_of_the_tree_is_not_read(repo: Repo) -> None:
    repo.commit({"a.py": "a"})
    with open_commit(repo.path, "HEAD", selection=Selection()) as tree, pytest.raises(FileNotFoundError):
        tree.read("b.py")


def test_nothing_of_a_hostile_repository_is_run(repo: Repo, booby_trap: Callable[..., None], canary: Path) -> None:
    repo.commit({".gitattributes": "* filter=evil diff=evil merge=evil ident\n", "a.py": "$Id$\n"})
    booby_trap(repo)
    assert contents(repo.path)["a.py"] == b"$Id$\n"
    assert not canary.exists()


def test_the_callers_git_variables_do_not_lead_astray(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, canary: Path
) -> None:
    repo.commit({"a.py": "a"})
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", f"touch {canary}")
    monkeypatch.setenv("GIT_TRACE", str(canary))
    assert contents(repo.path) == {"a.py": b"a"}
    assert not canary.exists()


def test_sha256_repositories_are_read(make_repo: Callable[..., Repo]) -> None:
    repo = make_repo("new", "--object-format=sha256")
    commit = repo.commit({"a.py": "a"})
    with open_commit(repo.path, "HEAD", selection=Selection()) as tree:
        assert (tree.target.revision, len(commit), tree.read("a.py")) == (commit, 64, b"a")


def test_linked_work_trees_and_shallow_clones_are_read(
    repo: Repo, make_repo: Callable[..., Repo], tmp_path: Path
) -> None:
    repo.commit({"a.py": "1"})
    repo.git("branch", "side")
    repo.commit({"a.py": "2"})
    linked, shallow = tmp_path / "linked", tmp_path / "shallow"
    repo.git("worktree", "add", "--quiet", str(linked), "side")
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.path}", str(shallow))
    assert contents(linked) == {"a.py": b"1"}
    assert contents(shallow) == {"a.py": b"2"}
    with pytest.raises(UnknownRevision, match="shallow"):
        contents(shallow, "HEAD~1")


def test_objects_are_found_where_a_repository_borrows_them(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a.py": "1"})
    repo.git("clone", "--quiet", "--shared", str(repo.path), str(tmp_path / "borrower"))
    assert contents(tmp_path / "borrower") == {"a.py": b"1"}


def test_a_semgrepignore_counts_with_what_it_includes_unless_ours_is_there(repo: Repo) -> None:
    repo.commit({".semgrepignore": ":include more\n", "more": "b.py\n", "a.py": "a", "b.py": "b"})
    assert "b.py" not in contents(repo.path)
    repo.commit({".xcrignore": "a.py\n"})
    assert set(contents(repo.path)) == {".semgrepignore", ".xcrignore", "b.py", "more"}


def test_a_repository_of_another_user_is_read(repo: Repo) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    repo.commit({"a.py": "a"})
    for place in (repo.path, *repo.path.rglob("*")):
        os.chown(place, 12345, 12345)
    assert contents(repo.path) == {"a.py": b"a"}


def test_a_bomb_of_trees_is_refused(repo: Repo) -> None:
    tree = repo.git("mktree", stdin=b"100644 blob " + repo.git("hash-object", "-w", "--stdin").encode() + b"\tf\n")
    for _ in range(9):
        lines = "".join(f"040000 tree {tree}\t{name}\n" for name in "0123456789")
        tree = repo.git("mktree", stdin=lines.encode())
    commit = repo.git("commit-tree", "-m", "bomb", tree)
    with pytest.raises(GitTooLarge, match=r"`git ls-tree` gave more than 67,108,864 bytes"):
        contents(repo.path, commit)
