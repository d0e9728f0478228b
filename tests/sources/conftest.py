"""Git repositories made on the spot, friendly and hostile."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

_HOOKS = (
    *("pre-commit", "post-checkout", "post-merge", "post-index-change", "reference-transaction", "pre-auto-gc"),
    *("fsmonitor-watchman", "post-rewrite", "pre-push", "proc-receive"),
)
_ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_ALLOW_PROTOCOL": "file",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Repo:
    """A work tree and the commands to fill it."""

    path: Path

    def git(self, *args: str, stdin: bytes = b"") -> str:
        """Return what Git prints."""
        done = subprocess.run(
            ["git", "-C", str(self.path), *args], input=stdin, capture_output=True, check=True, env=_ENVIRONMENT
        )
        return done.stdout.decode(errors="surrogateescape").strip()

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files into the work tree."""
        for name, content in files.items():
            place = self.path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str:
        """Write files, commit the whole work tree and return the commit's id."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a step")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def make_repo(tmp_path: Path) -> Callable[..., Repo]:
    """Return a function that makes a repository by its name."""

    def make(name: str = "project", *options: str) -> Repo:
        path = tmp_path / name
        path.mkdir(parents=True)
        repo = Repo(path=path)
        repo.git("init", "--quiet", "--initial-branch=main", *options)
        return repo

    return make


@pytest.fixture
def repo(make_repo: Callable[..., Repo]) -> Repo:
    """Return an empty repository."""
    return make_repo()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """Return the place of a file that is there as soon as a program of the repository was run."""
    return tmp_path / "canary"


@pytest.fixture
def booby_trap(canary: Path) -> Callable[[Repo], None]:
    """Return what makes a repository run a program whenever Git can be brought to."""
    script = canary.with_name("trap.sh")
    script.write_text(f"#!/bin/sh\ntouch {shlex.quote(str(canary))}\ncat\n")
    script.chmod(0o755)
    trap = str(script)

    def set_trap(repo: Repo) -> None:
        settings = {
            "core.fsmonitor": trap,
            "core.hooksPath": str(repo.path / ".git" / "hooks"),
            "core.sshCommand": trap,
            "core.gitProxy": trap,
            "core.pager": trap,
            "core.editor": trap,
            "core.askPass": trap,
            "core.alternateRefsCommand": trap,
            "core.attributesFile": str(repo.path / ".gitattributes"),
            "credential.helper": trap,
            "diff.external": trap,
            "diff.evil.command": trap,
            "diff.evil.textconv": trap,
            "filter.evil.clean": trap,
            "filter.evil.smudge": trap,
            "filter.evil.process": trap,
            "filter.evil.required": "true",
            "merge.evil.driver": trap,
            "gpg.program": trap,
            "pager.diff": trap,
            "pager.ls-files": trap,
            "alias.diff": f"!{trap}",
            "uploadpack.packObjectsHook": trap,
            "remote.origin.url": f"ext::{trap}",
            "remote.origin.uploadpack": trap,
            "remote.origin.promisor": "true",
            "extensions.partialClone": "origin",
            "log.showSignature": "true",
        }
        repo.git("config", "core.repositoryFormatVersion", "1")
        for name, value in settings.items():
            repo.git("config", name, value)
        hooks = repo.path / ".git" / "hooks"
        hooks.mkdir(exist_ok=True)
        for hook in _HOOKS:
            (hooks / hook).write_text(script.read_text())
            (hooks / hook).chmod(0o755)

    return set_trap
