"""How Git is started, limited and ended."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.sources.git import GitFailed, GitLimits, GitMissing, GitTooLarge, GitTooSlow, run_git


class Repo(Protocol):
    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str: ...
    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have a shell script be the Git that is found."""
    place = tmp_path / "bin" / "git"
    place.parent.mkdir()
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place.parent}{os.pathsep}{os.environ['PATH']}")


def test_the_trap_of_our_hostile_repositories_is_a_real_one(
    repo: Repo, booby_trap: Callable[[Repo], None], canary: Path
) -> None:
    repo.commit({".gitattributes": "* filter=evil\n", "a.py": "1"})
    booby_trap(repo)
    subprocess.run(["git", "status"], cwd=repo.path, capture_output=True, check=False)
    assert canary.exists()


def test_what_git_prints_is_returned_and_stdin_is_read() -> None:
    assert run_git(["hash-object", "--stdin"], stdin=b"hello\n").strip() == b"ce013625030ba8dba906f756967f9e9ca394464a"


def test_a_failure_tells_the_command_and_the_reason() -> None:
    with pytest.raises(GitFailed) as caught:
        run_git(["rev-parse", "--verify", "nothing"], env={"GIT_DIR": "/nowhere"})
    assert str(caught.value) == "Git could not do `git rev-parse` (status 128): not a git repository: '/nowhere'."


def test_the_reason_holds_no_credentials_control_characters_or_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        "long=$(printf 'y%.0s' $(seq 900))\n"
        r"printf 'warning: x\nfatal: at https://me:secret@host/\033[2J\007 %s\n' $long >&2; exit 3"
    )
    stand_in(tmp_path, monkeypatch, script)
    with pytest.raises(GitFailed) as caught:
        run_git(["fetch"])
    message = str(caught.value)
    assert message.startswith("Git could not do `git fetch` (status 3): at https://host/[2J yyy")
    assert len(message) < 500


def test_a_git_that_takes_too_long_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, f"sleep 600 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(GitTooSlow, match=r"`git fetch` did not end within 0\.5 s"):
        run_git(["fetch"], limits=GitLimits(timeout_s=0.5))
    child = Path("/proc") / (tmp_path / "child").read_text().strip() / "stat"
    deadline = time.monotonic() + 10
    while child.exists() and child.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < deadline


def test_a_git_that_says_too_much_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "exec yes")
    with pytest.raises(GitTooLarge, match="more than 100,000 bytes"):
        run_git(["ls-tree"], limits=GitLimits(output_bytes=100_000))


def test_a_git_that_fills_its_folder_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    stand_in(tmp_path, monkeypatch, f"yes | head -c 1000000 > {folder}/pack; exec sleep 600")
    with pytest.raises(GitTooLarge):
        run_git(["fetch"], limits=GitLimits(folder=folder, folder_bytes=500_000))


def test_a_git_that_is_not_there_is_said_to_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitMissing, match="not on the PATH"):
        run_git(["version"])


def test_of_the_callers_environment_only_what_git_needs_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_DIR", "GIT_SSH_COMMAND", "GIT_CONFIG_PARAMETERS", "GIT_EXEC_PATH", "LD_PRELOAD", "XCR_SECRET"):
        monkeypatch.setenv(name, "/nowhere")
    stand_in(tmp_path, monkeypatch, "exec env")
    names = {line.partition(b"=")[0].decode() for line in run_git(["x"]).splitlines()}
    assert names.isdisjoint({"GIT_DIR", "GIT_SSH_COMMAND", "GIT_CONFIG_PARAMETERS", "GIT_EXEC_PATH", "LD_PRELOAD"})
    assert "XCR_SECRET" not in names
    assert {"PATH", "GIT_CONFIG_NOSYSTEM", "GIT_TERMINAL_PROMPT"} <= names
