"""Completion, tried in the shells themselves: keys go in by a terminal, and what the shell then runs comes out."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Git

BIN = Path(sys.executable).parent
PATIENCE_S = 30
Press = Callable[..., str]
SETTINGS = {
    "bash": ("bash", "--noprofile", "--norc", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
BEGIN = {
    "bash": "source <(xcr completion bash)",
    "zsh": "autoload -Uz compinit && compinit -u -D; source <(xcr completion zsh)",
    "fish": "xcr completion fish | source",
}
HOME = "\x01"


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, shell: str, folder: Path) -> None:
        self._pid, self._end = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            environment = {
                "PATH": f"{BIN}:{os.environ['PATH']}",
                "HOME": str(folder),
                "TERM": "dumb",
                "LANG": "C.UTF-8",
                "PS1": "$ ",
                "XCR_CACHE_DIR": str(folder / ".cache"),
            }
            os.execvpe(SETTINGS[shell][0], SETTINGS[shell], environment)
        self._seen = ""

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

    def wait_for(self, text: str) -> str:
        """Read until `text` is shown; returns what was shown since the last time."""
        end = time.monotonic() + PATIENCE_S
        while text not in self._seen:
            assert time.monotonic() < end, f"{text!r} is not in {self._seen!r}"
            if select.select([self._end], [], [], 0.2)[0]:
                self._seen += os.read(self._end, 65536).decode(errors="replace")
        before, _, self._seen = self._seen.partition(text)
        return before

    def close(self) -> None:
        """End the shell."""
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        os.close(self._end)


@pytest.fixture
def folder(tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder, a file and a branch, each the only one that begins so."""
    work = tmp_path / "work"
    (work / "shop").mkdir(parents=True)
    (work / "report.json").write_text("{}")
    monkeypatch.chdir(work)
    git("init")
    git("commit", "--allow-empty", "-m", "one")
    git("branch", "feature-x")
    return work


@pytest.fixture(params=["bash", "zsh", "fish"])
def press(request: pytest.FixtureRequest, folder: Path) -> Iterator[Press]:
    """Types text and a tab, waits for what the shell adds, and so on; returns what the line has become."""
    shell = str(request.param)
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    terminal = Terminal(shell, folder)
    terminal.send(f"{BEGIN[shell]}; echo rea''dy\n")
    terminal.wait_for("ready")

    def type_line(*parts: str) -> str:
        for part, added in zip(parts[::2], parts[1::2], strict=True):
            terminal.send(f"{part}\t")
            terminal.wait_for(added)
        terminal.send(f"{HOME}echo '<' \n")
        terminal.wait_for("\n< ")
        return terminal.wait_for("\r\n").strip().rstrip("/")

    yield type_line
    terminal.close()


def test_shell_completes_paths_rules_reports_and_revisions(press: Press) -> None:
    assert press("xcr review sh", "op") == "xcr review shop"
    assert press("xcr review rep", "ort.json") == "xcr review report.json"
    assert press("xcr review -o js", "on=", "rep", "ort.json") == "xcr review -o json=report.json"
    assert press("xcr review --diff fea", "ture-x") == "xcr review --diff feature-x"
    rule = "python.bug.annotation-instead-of-assignment"
    assert press("xcr explain python.bug.annotation-i", "nstead-of-assignment") == f"xcr explain {rule}"
    assert press("xcr review --fail-on cri", "tical") == "xcr review --fail-on critical"


def offered(line: str) -> list[str]:
    """Return what bash is told for a line."""
    environment = {**os.environ, "COMP_LINE": line, "_XCR_COMPLETE": "bash_complete"}
    told = subprocess.run([BIN / "xcr"], env=environment, capture_output=True, text=True, check=True)
    return told.stdout.split()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("xcr review ", ["file,"]),
        ("xcr review --rules ", ["dir,"]),
        ("xcr review --baseline sh", ["file,sh"]),
        ("xcr review --format js", ["plain,json"]),
        ("xcr review --format=js", ["plain,json"]),
        ("xcr review -o g", ["plain,gitlab=", "plain,github="]),
        ("xcr review -o json=a", ["file,a"]),
        ("xcr review --baseline-commit v", ["plain,v1"]),
        ("xcr review --locale ", ["plain,auto", "plain,en", "plain,zh"]),
        ("xcr review --engines s", ["plain,secrets"]),
        ("xcr review --disable python.security.weak-hash-", ["plain,python.security.weak-hash-for-secret"]),
        ("xcr review --severities python.security.weak-hash=h", ["plain,high"]),
        ("xcr explain mutable-d", ["plain,mutable-default-argument"]),
        ("xcr rules show python.security.weak-hash-", ["plain,python.security.weak-hash-for-secret"]),
        ("xcr diff ", ["file,"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_each_place_is_offered_what_may_stand_there(line: str, answer: list[str], git: Git) -> None:
    git("tag", "v1")
    git("pack-refs", "--all")
    assert offered(line) == answer


def test_outside_a_repository_no_revision_is_offered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert offered("xcr review --diff fea") == []
