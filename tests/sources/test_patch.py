"""A patch over a folder that is as before it, or as after it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change
from xcodereviewer.sources.diff import Scope
from xcodereviewer.sources.patch import NoPatch, PatchTooLarge, open_patch
from xcodereviewer.sources.patch_apply import Mismatch
from xcodereviewer.sources.selection import Selection


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


Opened = tuple[dict[str, bytes], dict[str, Change], list[Skipped]]
TEN = "".join(f"{number}\n" for number in range(1, 11))


def opened(folder: Path, patch: bytes | str, selection: Selection | None = None) -> Opened:
    data = patch.encode(errors="surrogateescape") if isinstance(patch, str) else patch
    with open_patch(folder, data, selection=selection or Selection()) as tree:
        assert tree.changes is not None
        return {file.path: text for file, text in tree.texts()}, dict(tree.changes), list(tree.skipped)


def folder_with(tmp_path: Path, files: Mapping[str, str]) -> Path:
    folder = tmp_path / "folder"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture
def both_ways(make_repo: Callable[..., Repo]) -> Callable[..., Opened]:
    """Return what makes a patch between two states and opens it in both; the two must be the same."""

    def open_both(before: Mapping[str, str | bytes], after: Mapping[str, str | bytes], *options: str) -> Opened:
        repo = make_repo()
        repo.commit(before)
        for name in before.keys() - after.keys():
            (repo.path / name).unlink()
        repo.commit(after)
        patch = repo.git("diff", *options, "HEAD~1", "HEAD") + "\n"
        done = opened(repo.path, patch)
        repo.git("checkout", "--quiet", "HEAD~1")
        assert opened(repo.path, patch) == done
        return done

    return open_both


@pytest.mark.parametrize("options", [(), ("--unified=0",), ("--no-prefix",), ("--function-context",)])
def test_a_change_is_the_same_before_and_after_it(both_ways: Callable[..., Opened], options: tuple[str, ...]) -> None:
    changed = TEN.replace("2\n", "two\n").replace("8\n", "") + "11\n"
    texts, changes, skipped = both_ways({"in/a.py": TEN, "b.py": TEN}, {"in/a.py": changed, "b.py": TEN}, *options)
    assert texts == {"in/a.py": changed.encode()}
    assert changes == {"in/a.py": Change(lines=frozenset({2, 10}))}
    assert skipped == []


def test_new_deleted_moved_and_empty_files_are_told(both_ways: Callable[..., Opened]) -> None:
    before = {"gone.py": "x\ny\n", "a.py": TEN, "same.py": TEN.replace("\n", "s\n")}
    after = {"new.py": "1\n2", "b.py": TEN + "11\n", "moved.py": before["same.py"], "empty.py": ""}
    texts, changes, _ = both_ways(before, after)
    assert set(texts) == {"new.py", "b.py", "moved.py", "empty.py"}
    assert changes == {
        "b.py": Change(lines=frozenset({11}), old_path="a.py"),
        "empty.py": Change(lines=frozenset(), is_new=True),
        "moved.py": Change(lines=frozenset(), old_path="same.py"),
        "new.py": Change(lines=frozenset({1, 2}), is_new=True),
    }


def test_lines_taken_out_without_context_leave_no_changed_ones(both_ways: Callable[..., Opened]) -> None:
    texts, changes, _ = both_ways({"a.py": TEN}, {"a.py": TEN.replace("4\n", "")}, "--unified=0")
    assert texts == {"a.py": TEN.replace("4\n", "").encode()}
    assert changes == {"a.py": Change(lines=frozenset())}


def test_odd_names_and_line_ends_are_kept(both_ways: Callable[..., Opened]) -> None:
    odd = [os.fsdecode(b"caf\xe9.py"), "tab\t.py", 'q"uote.py', "line\nbreak.py", "blank .py", "a b/c.py"]
    _, changes, _ = both_ways(dict.fromkeys(odd, "1\r\n2\r\n"), dict.fromkeys(odd, "1\r\nnew\r\n2\r\n3"))
    assert changes == dict.fromkeys(sorted(["caf\\xe9.py", *odd[1:]]), Change(lines=frozenset({2, 4})))


def test_a_series_of_patches_is_followed_one_by_one(repo: Repo) -> None:
    repo.commit({"a.py": TEN})
    repo.commit({"a.py": "zero\n" + TEN})
    repo.git("mv", "a.py", "b.py")
    repo.commit({"b.py": "zero\none and a half\n" + TEN.replace("5", "five")})
    patch = repo.git("format-patch", "--stdout", "HEAD~2") + "\n"
    expected = {"b.py": Change(lines=frozenset({1, 2, 7}), old_path="a.py")}
    assert opened(repo.path, patch)[1] == expected
    repo.git("checkout", "--quiet", "HEAD~2")
    assert opened(repo.path, patch)[1] == expected


def test_a_patch_whose_line_ends_were_changed_on_its_way_fits(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"a.py": "1\n2\n"})
    patch = b"--- a/a.py\r\n+++ b/a.py\r\n@@ -1,2 +1,2 @@\r\n 1\r\n-2\r\n+two\r\n"
    assert opened(folder, patch)[1] == {"a.py": Change(lines=frozenset({2}))}


def test_what_does_not_fit_is_one_clear_error(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"in/a.py": TEN})
    patch = "--- a/in/a.py\n+++ b/in/a.py\n@@ -2,2 +2,2 @@\n 2\n-drei\n+three\n"
    with pytest.raises(Mismatch) as caught:
        opened(folder, patch)
    assert str(caught.value) == (
        "The patch does not fit 'in/a.py' (hunk 1): line 3 is not what the patch expects. "
        "Name the folder that it was made for, as it is before the patch or after it."
    )


def test_paths_that_lead_out_are_listed_and_not_read(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"a.py": "1\n"})
    (tmp_path / "secret").write_text("1\n")
    hunk = "@@ -1 +1 @@\n-1\n+2\n"
    names = ["../secret", "in/../../secret", "/etc/passwd", "./a.py"]
    patch = "".join(f"diff --git a/{name} b/{name}\n--- a/{name}\n+++ b/{name}\n{hunk}" for name in [*names, "a.py"])
    texts, _, skipped = opened(folder, patch)
    assert texts == {"a.py": b"2\n"}
    assert [(skip.path, skip.reason) for skip in skipped] == [
        ("../secret", "its path leads out of the tree"),
        ("./a.py", "its path is not a valid one"),
        ("/etc/passwd", "its path is absolute"),
        ("in/../../secret", "its path leads out of the tree"),
    ]


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"a.py": "1\n"})
    (tmp_path / "secret").write_text("1\n")
    (folder / "b.py").symlink_to(tmp_path / "secret")
    with pytest.raises(Mismatch, match="cannot be read"):
        opened(folder, "--- a/b.py\n+++ b/b.py\n@@ -1 +1 @@\n-1\n+2\n")


def test_binaries_links_submodules_and_large_files_are_listed(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "b.bin": b"\0\1", "large.py": "x" * 200})
    (repo.path / "link.py").symlink_to("a.py")
    repo.commit({"a.py": TEN + "11\n", "b.bin": b"\0\2", "large.py": "y" * 200})
    texts, _, skipped = opened(repo.path, repo.git("diff", "HEAD~1", "HEAD") + "\n", Selection(max_file_bytes=100))
    assert set(texts) == {"a.py"}
    assert [(skip.path, skip.reason) for skip in skipped] == [
        ("b.bin", "binary"),
        ("large.py", "too large: 200 bytes, the limit is 100"),
        ("link.py", "a symbolic link, never followed or opened"),
    ]


def test_a_patch_cannot_take_its_own_files_out(both_ways: Callable[..., Opened]) -> None:
    before = {".xcrignore": "old.py\n", "a.py": TEN, "old.py": "1\n"}
    texts, _, skipped = both_ways(before, {".xcrignore": "*.py\n", "a.py": TEN + "11\n", "old.py": "2\n"})
    assert set(texts) == {".xcrignore", "a.py"}
    assert skipped == [Skipped(path="old.py", reason="ignored by .xcrignore")]


def test_paths_may_begin_at_the_top_of_the_repository(repo: Repo) -> None:
    repo.commit({"lib/a.py": TEN, "b.py": TEN, "lib/c.py": TEN, "d.py": TEN.replace("\n", "d\n")})
    repo.git("mv", "d.py", "lib/d.py")
    repo.commit({"lib/a.py": TEN + "11\n", "b.py": TEN + "11\n", "lib/c.py": TEN + "11\n"})
    patch = repo.git("diff", "HEAD~1", "HEAD") + "\n"
    changed = Change(lines=frozenset({11}))
    moved = Change(lines=frozenset(), old_path="d.py")
    expected = {"lib/a.py": changed, "lib/c.py": changed, "lib/d.py": moved}
    assert opened(repo.path / "lib", patch)[1:] == (expected, [])
    assert opened(repo.path / "lib" / "c.py", patch)[1:] == ({"lib/c.py": changed}, [])
    repo.git("checkout", "--quiet", "HEAD~1")
    assert opened(repo.path / "lib", patch)[1:] == (expected, [])


def test_paths_may_begin_at_the_folder(repo: Repo) -> None:
    repo.commit({"lib/in/a.py": TEN})
    repo.commit({"lib/in/a.py": TEN + "11\n", "lib/new.py": "1\n"})
    patch = repo.git("diff", "--relative=lib", "HEAD~1", "HEAD") + "\n"
    expected = {
        "lib/in/a.py": Change(lines=frozenset({11})),
        "lib/new.py": Change(lines=frozenset({1}), is_new=True),
    }
    assert opened(repo.path / "lib", patch)[1] == expected
    repo.git("checkout", "--quiet", "HEAD~1")
    assert opened(repo.path / "lib", patch)[1] == expected


def test_a_patch_of_what_is_elsewhere_changes_nothing_here(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "lib/b.py": TEN})
    repo.commit({"a.py": TEN + "11\n"})
    patch = repo.git("diff", "HEAD~1", "HEAD") + "\n"
    assert opened(repo.path / "lib", patch) == ({}, {}, [])
    assert opened(repo.path / "lib" / "b.py", patch) == ({}, {}, [])


def test_a_series_is_followed_from_where_a_file_was_before_it_moved_here(repo: Repo) -> None:
    repo.commit({"a.py": TEN, "lib/x.py": "x\n"})
    repo.commit({"a.py": "zero\n" + TEN, "other.py": "1\n"})
    repo.git("mv", "a.py", "lib/b.py")
    repo.commit({"lib/b.py": "zero\n" + TEN + "11\n"})
    patch = repo.git("format-patch", "--stdout", "HEAD~2") + "\n"
    expected = {"lib/b.py": Change(lines=frozenset({1, 12}), old_path="a.py")}
    assert opened(repo.path / "lib", patch)[1] == expected
    repo.git("checkout", "--quiet", "HEAD~2")
    assert opened(repo.path / "lib", patch)[1] == expected


def test_the_whole_folder_can_be_opened_with_the_patch_in_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"a.py": "1\n", "b.py": "1\n", "gone.py": "1\n"})
    patch = (
        b"--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-1\n+2\n"
        b"--- a/gone.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n--- /dev/null\n+++ b/new.py\n@@ -0,0 +1 @@\n+1\n"
    )
    with open_patch(folder, patch, selection=Selection(), scope=Scope.WHOLE_TREE) as tree:
        assert {file.path: text for file, text in tree.texts()} == {"a.py": b"2\n", "b.py": b"1\n", "new.py": b"1\n"}
        assert sorted(tree.changes or {}) == ["a.py", "new.py"]
        assert tree.target == Target(kind="diff", name="folder")
    assert (folder / "a.py").read_text() == "1\n"


def test_text_without_a_diff_is_an_error_and_no_text_an_empty_tree(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"a.py": "1\n"})
    with pytest.raises(NoPatch):
        opened(folder, "nothing to see here\n")
    assert opened(folder, b"\n") == ({}, {}, [])


def test_a_huge_patch_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PatchTooLarge, match="200,000,000 bytes"):
        opened(folder_with(tmp_path, {"a.py": "1\n"}), b"+" * 200_000_000)
