"""The work tree against the point where HEAD and a branch parted."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change
from xcodereviewer.sources.diff import Scope, open_diff, open_staged
from xcodereviewer.sources.git_folders import NotARepository, NoWorkTree, UnknownRevision
from xcodereviewer.sources.part import MissingPath
from xcodereviewer.sources.repository import NoCommonHistory
from xcodereviewer.sources.selection import Selection


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def changes(repo: Path, ref: str = "HEAD", selection: Selection | None = None) -> dict[str, Change]:
    with open_diff(repo, ref, selection=selection or Selection()) as tree:
        assert tree.changes is not None
        assert [file.path for file in tree.files] == sorted(tree.changes)
        return dict(tree.changes)


def skipped(repo: Path, ref: str = "HEAD", selection: Selection | None = None) -> list[Skipped]:
    with open_diff(repo, ref, selection=selection or Selection()) as tree:
        return list(tree.skipped)


def lines(*numbers: int) -> Change:
    return Change(lines=frozenset(numbers))


def new(*numbers: int) -> Change:
    return Change(lines=frozenset(numbers), is_new=True)


TEN = "".join(f"{number}\n" for number in range(1, 11))


def test_changes_are_those_since_the_branches_parted(repo: Repo) -> None:
    base = repo.commit({"a.py": TEN, "b.py": "b\n"})
    repo.git("checkout", "--quiet", "-b", "topic")
    head = repo.commit({"a.py": TEN.replace("3\n", "3\nthree\n")})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"b.py": "changed on main\n"})
    repo.git("checkout", "--quiet", "topic")
    with open_diff(repo.path, "main", selection=Selection()) as tree:
        assert tree.target == Target(kind="diff", name="project", revision=head, base=base)
        assert tree.changes == {"a.py": lines(4)}
        assert tree.read("a.py") == TEN.replace("3\n", "3\nthree\n").encode()
        assert [file.stamp is not None for file in tree.files] == [True]


def test_staged_unstaged_and_untracked_work_counts(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "b.py": TEN})
    repo.write({"a.py": "zero\n" + TEN, "new/c.py": "1\n2\n"})
    repo.git("add", "a.py")
    repo.write({"a.py": "zero\n" + TEN + "eleven\n", "b.py": TEN.replace("5", "five"), "staged.py": "1"})
    repo.git("add", "staged.py")
    assert changes(repo.path) == {"a.py": lines(1, 12), "b.py": lines(5), "new/c.py": new(1, 2), "staged.py": new(1)}


def test_the_index_of_the_user_is_left_as_it_was(repo: Repo) -> None:
    repo.commit({"a.py": TEN})
    repo.write({"new.py": "1\n"})
    before = (repo.path / ".git" / "index").read_bytes()
    changes(repo.path)
    assert (repo.path / ".git" / "index").read_bytes() == before
    assert repo.git("status", "--porcelain") == "?? new.py"


def test_a_file_that_lost_lines_has_no_new_ones(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "gone.py": "x\n"})
    repo.write({"a.py": TEN.replace("4\n", "")})
    (repo.path / "gone.py").unlink()
    assert changes(repo.path) == {"a.py": lines()}
    assert skipped(repo.path) == []


def test_a_moved_file_knows_where_it_was_even_when_it_was_moved_without_git(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "b.py": TEN.replace("\n", "x\n")})
    repo.git("mv", "a.py", "sub.py")
    (repo.path / "b.py").rename(repo.path / "by_hand.py")
    repo.write({"sub.py": TEN + "11\n"})
    assert changes(repo.path) == {
        "sub.py": Change(lines=frozenset({11}), old_path="a.py"),
        "by_hand.py": Change(lines=frozenset(), old_path="b.py"),
    }


def test_a_mode_alone_is_no_change(repo: Repo) -> None:
    repo.commit({"a.py": TEN})
    (repo.path / "a.py").chmod(0o755)
    assert changes(repo.path) == {}


def test_line_ends_are_counted_as_a_review_counts_them(repo: Repo) -> None:
    repo.commit({"crlf.py": "1\r\n2\r\n", "lone.py": "1\r2\r3\n4\n", "end.py": "1"})
    repo.write({"crlf.py": "1\r\nnew\r\n2\r\n", "lone.py": "1\r2\r3\nnew\r5\n4\n", "end.py": "1\n2"})
    assert changes(repo.path) == {"crlf.py": lines(2), "lone.py": lines(4, 5), "end.py": lines(1, 2)}


def test_all_lines_of_a_file_count_that_git_cannot_compare(repo: Repo) -> None:
    repo.commit({"wide.py": "one\ntwo\n".encode("utf-16"), "nul.py": "1\n2\n"})
    repo.write({"wide.py": "one\n2\n".encode("utf-16"), "nul.py": b"1\n2\0\n"})
    assert changes(repo.path) == {"nul.py": lines(1, 2, 3), "wide.py": lines(1, 2, 3)}


def test_attributes_cannot_hide_a_change(repo: Repo) -> None:
    repo.commit({"a.py": TEN})
    repo.write({".gitattributes": "*.py -diff binary filter=lfs\n", "a.py": TEN.replace("5", "five")})
    assert changes(repo.path)["a.py"] == lines(5)


def test_a_change_cannot_take_its_own_files_out(repo: Repo) -> None:
    repo.commit({"a.py": TEN, ".xcrignore": "old.py\n", "old.py": "1\n"})
    repo.write({".xcrignore": "*.py\n", "a.py": TEN + "11\n", "old.py": "2\n"})
    assert changes(repo.path) == {".xcrignore": lines(1), "a.py": lines(11)}
    assert skipped(repo.path) == [Skipped(path="old.py", reason="ignored by .xcrignore")]


def test_ignored_files_that_git_tracks_count_and_others_do_not(repo: Repo) -> None:
    repo.write({".gitignore": "*.log\n", "kept.log": "1\n"})
    repo.git("add", "--force", "kept.log")
    repo.commit()
    (repo.path / ".git" / "info" / "exclude").write_text("mine.py\n")
    repo.write({"kept.log": "2\n", "other.log": "3\n", "mine.py": "4\n", "new.py": "5\n"})
    assert changes(repo.path) == {"kept.log": lines(1), "new.py": new(1)}


def test_links_fifos_repositories_and_large_files_are_listed(repo: Repo, make_repo: Callable[..., Repo]) -> None:
    repo.commit({"a.py": TEN, "b.py": TEN})
    inner = make_repo("project/nested")
    inner.commit({"x.py": "1"})
    repo.write({"large.py": "x" * 100})
    for name in ("a.py", "b.py"):
        (repo.path / name).unlink()
    (repo.path / "a.py").symlink_to("/etc/passwd")
    (repo.path / "link.py").symlink_to("/etc/passwd")
    os.mkfifo(repo.path / "b.py")
    assert changes(repo.path, selection=Selection(max_file_bytes=50)) == {}
    assert [(skip.path, skip.reason) for skip in skipped(repo.path, selection=Selection(max_file_bytes=50))] == [
        ("a.py", "a symbolic link, never followed or opened"),
        ("b.py", "a FIFO, never followed or opened"),
        ("large.py", "too large: 100 bytes, the limit is 50"),
        ("link.py", "a symbolic link, never followed or opened"),
        ("nested/", "a Git repository of its own: review it by itself"),
    ]


def test_a_file_in_place_of_a_link_is_new(repo: Repo) -> None:
    (repo.path / "a.py").symlink_to("b.py")
    repo.commit()
    (repo.path / "a.py").unlink()
    repo.write({"a.py": "1\n"})
    assert changes(repo.path) == {"a.py": new(1)}


def test_odd_names_are_kept_apart(repo: Repo) -> None:
    odd = [os.fsdecode(b"caf\xe9.py"), "tab\t.py", 'q"uote.py', "line\nbreak.py", "blank .py", "ü.py", "a/b c/-d.py"]
    repo.commit(dict.fromkeys(odd, TEN))
    repo.write(dict.fromkeys(odd, TEN + "11\n"))
    shown = ["caf\\xe9.py", *odd[1:]]
    assert changes(repo.path) == dict.fromkeys(shown, lines(11))


def test_a_file_in_conflict_is_reviewed_as_it_stands(repo: Repo) -> None:
    repo.commit({"a.py": "1\n2\n3\n"})
    repo.git("checkout", "--quiet", "-b", "topic")
    repo.commit({"a.py": "1\ntopic\n3\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit({"a.py": "1\nmain\n3\n"})
    with pytest.raises(Exception, match="merge"):
        repo.git("merge", "topic")
    assert changes(repo.path) == {"a.py": lines(2, 4, 5, 6)}


def test_only_the_folder_that_was_named_is_looked_at(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "lib/b.py": TEN, "lib/.xcrignore": "", ".xcrignore": "lib/c.py\n"})
    repo.write({"a.py": "", "lib/b.py": TEN + "11\n", "lib/c.py": "1\n", "lib/d.py": "1\n"})
    assert changes(repo.path / "lib") == {"lib/b.py": lines(11), "lib/d.py": new(1)}
    assert changes(repo.path / "lib" / "b.py") == {"lib/b.py": lines(11)}
    assert changes(repo.path / "lib" / "c.py") == {"lib/c.py": new(1)}  # what is named is not left out


@pytest.mark.parametrize("name", ["lib", "lib/b.py"])
@pytest.mark.parametrize("is_staged", [False, True])
def test_what_moved_into_the_part_knows_where_it_was(repo: Repo, name: str, is_staged: bool) -> None:
    repo.commit({"a.py": TEN, "lib/c.py": "c\n", "c.py": "c\n"})
    (repo.path / "a.py").rename(repo.path / "lib" / "b.py")
    repo.write({"lib/b.py": TEN + "11\n"})
    expected = {"lib/b.py": Change(lines=frozenset({11}), old_path="a.py")}
    if is_staged:
        repo.git("add", "--all")
        with open_staged(repo.path / name, selection=Selection()) as tree:
            assert tree.changes == expected
    assert changes(repo.path / name) == expected


def test_what_cannot_be_read_elsewhere_does_not_end_the_review_of_a_part(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "lib/b.py": TEN})
    (repo.path / "a.py").unlink()
    os.mkfifo(repo.path / "a.py")
    os.mkfifo(repo.path / "new.py")
    repo.git("add", "--intent-to-add", "lib")
    repo.write({"lib/b.py": TEN + "11\n"})
    assert changes(repo.path / "lib") == {"lib/b.py": lines(11)}


def test_globs_count_from_the_top(repo: Repo) -> None:
    repo.commit({"lib/gen/a.py": "1\n", "lib/b.py": "1\n"})
    repo.write({"lib/gen/a.py": "2\n", "lib/b.py": "2\n"})
    selection = Selection(exclude=("lib/gen/**",))
    assert changes(repo.path / "lib", selection=selection) == {"lib/b.py": lines(1)}


def test_a_bare_repository_has_no_changes(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a.py": "1"})
    repo.git("clone", "--quiet", "--bare", str(repo.path), str(tmp_path / "bare.git"))
    with pytest.raises(NoWorkTree, match="Review a commit of it with --revision"):
        changes(tmp_path / "bare.git")


def test_a_path_that_is_not_there_is_an_error(repo: Repo) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(MissingPath):
        changes(repo.path / "none")


def test_the_whole_tree_can_be_opened_with_the_changes(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "b.py": TEN})
    repo.write({"b.py": TEN + "11\n", "c.py": "1\n"})
    with open_diff(repo.path, "HEAD", selection=Selection(), scope=Scope.WHOLE_TREE) as tree:
        assert [file.path for file in tree.files] == ["a.py", "b.py", "c.py"]
        assert tree.changes == {"b.py": lines(11), "c.py": new(1)}


def test_submodules_are_not_entered(
    repo: Repo, make_repo: Callable[..., Repo], booby_trap: Callable[[Repo], None], canary: Path
) -> None:
    inner = make_repo("project/sub")
    inner.commit({"x.py": "1\n"})
    repo.git("add", "sub")
    repo.commit({"a.py": "1\n"})
    inner.commit({"x.py": "2\n"})
    inner.write({"x.py": "dirty\n"})
    booby_trap(inner)
    assert changes(repo.path) == {}
    assert skipped(repo.path) == [
        Skipped(path="sub", reason="a Git repository of its own: review it by itself"),
    ]
    assert not canary.exists()


def test_nothing_of_a_hostile_repository_is_run(repo: Repo, booby_trap: Callable[[Repo], None], canary: Path) -> None:
    attributes = "* filter=evil diff=evil merge=evil ident text=auto eol=crlf\n"
    repo.commit({".gitattributes": attributes, "a.py": TEN})
    booby_trap(repo)
    repo.write({"a.py": TEN + "11\n", "new.py": "1\n"})
    assert changes(repo.path) == {"a.py": lines(11), "new.py": new(1)}
    assert not canary.exists()


def test_a_partial_clone_fetches_nothing(repo: Repo, booby_trap: Callable[[Repo], None], canary: Path) -> None:
    repo.commit({"a.py": TEN})
    blob = repo.git("rev-parse", "HEAD:a.py")
    (repo.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    booby_trap(repo)
    repo.write({"a.py": TEN + "11\n"})
    with pytest.raises(Exception, match=blob):
        changes(repo.path)
    assert not canary.exists()


@pytest.mark.parametrize("ref", ["nothing", "--output=x", "-", "", "HEAD:a.py"])
def test_a_name_of_no_commit_is_an_error(repo: Repo, ref: str) -> None:
    repo.commit({"a.py": TEN})
    with pytest.raises(UnknownRevision):
        changes(repo.path, ref)
    assert not (repo.path / "x").exists()


def test_branches_that_never_met_have_no_difference(repo: Repo) -> None:
    repo.commit({"a.py": TEN})
    other = repo.git("commit-tree", "-m", "alone", repo.git("write-tree"))
    with pytest.raises(NoCommonHistory, match="no common commit"):
        changes(repo.path, other)


def test_a_folder_outside_of_any_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotARepository):
        changes(tmp_path)
