"""The command line as its user meets it: arguments in, exit code and two streams out."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from xcodereviewer.cli.commands import run

VULNERABLE = """\
import hashlib
import os


def remove(name):
    os.system("rm " + name)


def digest(text, seen=[]):
    seen.append(hashlib.md5(text).hexdigest())
    return seen
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def rules(self) -> list[str]:
        """The rules of the one-line findings (`--quiet`), in order."""
        return [line.rpartition("[")[2][:-1] for line in self.out.splitlines() if line.endswith("]") and "[" in line]


Xcr = Callable[..., Ended]
Git = Callable[..., str]


@pytest.fixture
def xcr(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_cache: Path,
) -> Xcr:
    """Runs a command in an empty folder `work`, with a cache and a configuration folder of its own."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    for name in ("XCR_CONFIG", "XCR_FAIL_ON", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LANG", "C.UTF-8")

    def call(*arguments: str) -> Ended:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ended(code=code, out=captured.out, err=captured.err)

    return call


@pytest.fixture
def git() -> Git:
    """Runs Git in the current folder as a user without a configuration."""

    def call(*arguments: str) -> str:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main")
        command = ["git", *identity, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    return call
