"""Repositories elsewhere: by ssh (a stand-in that runs here), and by file URL."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.sources.git import GitTooLarge
from xcodereviewer.sources.git_folders import UnknownRevision
from xcodereviewer.sources.remote import (
    BadRevision,
    EmptyRemote,
    FetchFailed,
    NoSuchRepository,
    RemoteLimits,
    UnknownRemoteRevision,
    open_git_url,
)
from xcodereviewer.sources.selection import Selection


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def write(self, files: Mapping[str, str | bytes]) -> None: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


@pytest.fixture(autouse=True)
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a stand-in for ssh on the PATH that runs what it is asked to here; returns where it writes what that was."""
    folder, log = tmp_path / "bin", tmp_path / "ssh.log"
    folder.mkdir()
    script = folder / "ssh"
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$*" >> {log}\nfor last; do :; done\nexport GIT_CONFIG_GLOBAL=/dev/null\n'
        'eval "exec $last"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return log


def by_ssh(repo: Repo) -> str:
    return f"ssh://git@example.org{repo.path}"


def contents(url: str, revision: str | None = None, limits: RemoteLimits | None = None) -> dict[str, bytes]:
    with open_git_url(url, revision=revision, selection=Selection(), limits=limits) as tree:
        return {file.path: data for file, data in tree.texts()}


def test_the_commit_that_the_repository_gives_first_is_read(repo: Repo, ssh: Path, tmp_path: Path) -> None:
    repo.commit({"a.py": "old\n"})
    commit = repo.commit({"a.py": "new\n", ".xcrignore": "b.py", "b.py": "b\n"})
    with open_git_url(by_ssh(repo), revision=None, selection=Selection()) as tree:
        assert tree.target == Target(kind="git", name=by_ssh(repo), revision=commit)
        assert {file.path: data for file, data in tree.texts()} == {".xcrignore": b"b.py", "a.py": b"new\n"}
        assert tree.skipped == [Skipped(path="b.py", reason="ignored by .xcrignore")]
        assert list(tmp_path.glob("xcr-*"))
    assert list(tmp_path.glob("xcr-*")) == []
    assert "BatchMode=yes" in ssh.read_text()


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
def test_branches_tags_refs_and_ids_are_found(make_repo: Callable[..., Repo], object_format: str) -> None:
    repo = make_repo("remote", f"--object-format={object_format}")
    first = repo.commit({"a.py": "1"})
    repo.git("tag", "--annotate", "--message", "one", "v1.0")
    repo.git("branch", "side/way")
    repo.git("update-ref", "refs/pull/7/head", first)
    repo.commit({"a.py": "2"})
    repo.git("branch", "abcdef")
    names = ["v1.0", "side/way", "refs/pull/7/head", first, first[:9], "abcdef", "main"]
    assert {name: contents(by_ssh(repo), name)["a.py"] for name in names} == {
        **dict.fromkeys(names[:5], b"1"),
        "abcdef": b"2",
        "main": b"2",
    }


def test_only_one_commit_without_large_files_is_fetched(repo: Repo) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit({"a.py": "1"})
    repo.commit({"a.py": "2", "large.py": "x" * 1000})
    with open_git_url(by_ssh(repo), revision=None, selection=Selection(max_file_bytes=999)) as tree:
        assert [file.path for file in tree.files] == ["a.py"]
        reason = "too large: not fetched, since it has more than 999 bytes"
        assert tree.skipped == [Skipped(path="large.py", reason=reason, is_limit=True)]
    with open_git_url(by_ssh(repo), revision=None, selection=Selection(max_file_bytes=1000)) as tree:
        assert len(tree.read("large.py")) == 1000


@pytest.mark.parametrize("revision", ["nothing", "0" * 40, "abcd1234", "refs/heads/nothing", "HEAD:a.py"[:4] + "X"])
def test_a_revision_that_is_not_there_is_one_clear_error(repo: Repo, revision: str) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(UnknownRemoteRevision, match=f"has no commit '{revision}'"):
        contents(by_ssh(repo), revision)


@pytest.mark.parametrize("revision", ["-x", "--upload-pack=x", "a b", "a:b", "a..b", "HEAD~1", "", "a\n", "*", "@{1}"])
def test_a_revision_that_names_nothing_is_not_asked_for(repo: Repo, ssh: Path, revision: str) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(BadRevision):
        contents(by_ssh(repo), revision)
    assert not ssh.exists()


def test_a_tag_on_a_file_is_no_commit(repo: Repo) -> None:
    repo.commit({"a.py": "1"})
    repo.git("tag", "blob", "HEAD:a.py")
    with pytest.raises(UnknownRemoteRevision):
        contents(by_ssh(repo), "blob")


def test_an_empty_repository_and_none_are_told_apart(repo: Repo, tmp_path: Path) -> None:
    with pytest.raises(EmptyRemote):
        contents(by_ssh(repo))
    with pytest.raises(FetchFailed, match="could not be fetched") as caught:
        contents(f"ssh://git@example.org{tmp_path}/none")
    assert "\n" not in str(caught.value)


def test_a_fetch_ends_at_its_size(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a.py": os.urandom(3_000_000)})
    with (
        pytest.raises(GitTooLarge, match="`git fetch` gave more than 100,000 bytes"),
        open_git_url(
            by_ssh(repo),
            revision=None,
            selection=Selection(max_file_bytes=10**9),
            limits=RemoteLimits(total_bytes=100_000),
        ),
    ):
        pass
    assert list(tmp_path.glob("xcr-*")) == []


def test_submodules_links_and_attributes_do_not_act(
    repo: Repo, make_repo: Callable[..., Repo], booby_trap: Callable[[Repo], None], canary: Path
) -> None:
    inner = make_repo("inner").commit({"x.py": "1"})
    modules = f'[submodule "sub"]\n\tpath = sub\n\turl = ext::sh -c "touch {canary}"\n\tupdate = !touch {canary}\n'
    repo.write({".gitattributes": "* filter=evil ident\n*.bin filter=lfs\n", "a.py": "$Id$\n", ".gitmodules": modules})
    (repo.path / "link.py").symlink_to("/etc/passwd")
    repo.git("add", "--all")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{inner},sub")
    repo.git("commit", "--quiet", "--message", "x")
    with open_git_url(by_ssh(repo), revision=None, selection=Selection()) as tree:
        assert tree.read("a.py") == b"$Id$\n"
        assert [skip.path for skip in tree.skipped] == ["link.py", "sub"]
    booby_trap(repo)
    assert contents(f"file://{repo.path}")["a.py"] == b"$Id$\n"
    assert not canary.exists()


def test_the_repository_that_we_stand_in_has_no_say(
    repo: Repo, make_repo: Callable[..., Repo], booby_trap: Callable[[Repo], None], canary: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    repo.commit({"a.py": "1"})
    around = make_repo("around")
    booby_trap(around)
    around.git("config", f"url.ext::touch {canary} #.insteadOf", "ssh://")
    monkeypatch.chdir(around.path)
    assert contents(by_ssh(repo)) == {"a.py": b"1"}
    assert not canary.exists()


def test_a_file_url_is_read_in_place_bare_or_not(repo: Repo, tmp_path: Path) -> None:
    first = repo.commit({"a.py": "1"})
    repo.commit({"a.py": "2"})
    repo.git("clone", "--quiet", "--bare", str(repo.path), str(tmp_path / "bare.git"))
    for place in (repo.path, tmp_path / "bare.git"):
        with open_git_url(f"file://{place}", revision="main~1", selection=Selection()) as tree:
            assert tree.target == Target(kind="git", name=place.name, revision=first)
            assert tree.read("a.py") == b"1"
    assert contents(f"file://{tmp_path}/bare.git") == {"a.py": b"2"}


def test_a_file_url_without_repository_or_revision_is_an_error(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(NoSuchRepository, match="'none'"):
        contents(f"file://{tmp_path}/none")
    with pytest.raises(UnknownRevision):
        contents(f"file://{repo.path}", "--output=x")


def test_a_repository_of_another_user_is_read_by_file_url(repo: Repo) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    repo.commit({"a.py": "a"})
    for place in (repo.path, *repo.path.rglob("*")):
        os.chown(place, 12345, 12345)
    assert contents(f"file://{repo.path}") == {"a.py": b"a"}
