import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE

Call = Callable[..., tuple[str, bool, int]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    (folder / "empty").mkdir(parents=True)
    (folder / "app.py").write_text(VULNERABLE)
    return folder


@pytest.fixture
def call(tmp_path: Path, tree: Path, own_cache: Path) -> Call:
    """Runs `xcr review .` in the tree; returns what it printed, whether that was a replay, and the exit code."""

    def run(*arguments: str, **variables: str) -> tuple[str, bool, int]:
        script = (
            "import sys, time\n"
            "real = time.time_ns\n"
            "time.time_ns = lambda: real() + 10_000_000_000\n"  # what has just been written counts as settled
            "from xcodereviewer.cli.main import main\n"
            f"sys.argv = {['xcr', 'review', '.', '--only', 'python.bug.*', *arguments]!r}\n"
            "try:\n"
            "    main()\n"
            "finally:\n"
            "    sys.stderr.write('replayed' if 'click' not in sys.modules else 'reviewed')\n"
        )
        environ = {
            **os.environ,
            "XCR_CACHE_DIR": str(own_cache),
            "XDG_CONFIG_HOME": str(tmp_path),
            **variables,
        }
        ended = subprocess.run(
            [sys.executable, "-c", script], cwd=tree, env=environ, capture_output=True, text=True, check=False
        )
        return ended.stdout, ended.stderr == "replayed", ended.returncode

    return run


def without_time(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("Time"))


def test_unchanged_tree_is_answered_with_what_was_printed(call: Call) -> None:
    first, second = call(), call()
    assert (first[1], second[1]) == (False, True)
    assert without_time(first[0]) == without_time(second[0])
    assert "app.py:9" in second[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: (tree / "app.py").write_text("fine = 1\n"),
        lambda tree: (tree / "new.py").write_text("def f(x=[]): pass\n"),
        lambda tree: (tree / "empty" / "new.py").write_text("def f(x=[]): pass\n"),
        lambda tree: (tree / "app.py").unlink(),
        lambda tree: (tree / ".gitignore").write_text("app.py\n"),
        lambda tree: (tree / ".xcr.toml").write_text('fail-on = "low"\n'),
        lambda tree: (
            (tree.parent / "xcodereviewer").mkdir()
            or (tree.parent / "xcodereviewer/config.toml").write_text("jobs = 1\n")
        ),
    ],
    ids=["edited", "added", "added-to-an-empty-folder", "removed", "ignored", "configured", "organisation"],
)
def test_whatever_the_review_depends_on_brings_a_new_one(
    call: Call, tree: Path, change: Callable[[Path], object]
) -> None:
    call()
    change(tree)
    assert call()[1] is False


def test_another_call_is_not_answered(call: Call) -> None:
    call()
    assert call("--fail-on", "low")[1] is False
    assert call(XCR_FAIL_ON="low")[1] is False
    assert call()[1] is True


@pytest.mark.parametrize("arguments", [("--no-cache",), ("--format", "json"), ("-o", "json=../r.json")])
def test_what_is_more_than_a_look_is_always_reviewed(call: Call, arguments: tuple[str, ...]) -> None:
    assert [call(*arguments)[1] for _ in range(2)] == [False, False]


def test_damaged_record_is_not_trusted(call: Call, tmp_path: Path) -> None:
    call()
    (record,) = (tmp_path / "cache" / "calls").iterdir()
    record.write_bytes(record.read_bytes().replace(b"app.py", b"app.px", 1))
    assert call()[1] is False
    assert call()[1] is True


def test_exit_code_is_that_of_the_review(call: Call) -> None:
    assert [call("--fail-on", "low")[1:] for _ in range(2)] == [(False, 1), (True, 1)]


ENGINE = """
class Engine:
    name, version, languages = "quiet", "1", frozenset()

    def prepare(self, rules):
        return self

    def scan(self, files):
        return iter(())


def engine():
    from quiet import words  # a module that is loaded late counts as well

    return Engine()
"""


def test_changed_engine_of_another_package_brings_a_new_review(call: Call, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "quiet").mkdir(parents=True)
    (site / "quiet" / "__init__.py").write_text(ENGINE)
    (site / "quiet" / "words.py").write_text("WORDS = ()\n")
    (site / "quiet-1.dist-info").mkdir()
    (site / "quiet-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: quiet\nVersion: 1\n")
    (site / "quiet-1.dist-info" / "entry_points.txt").write_text("[xcodereviewer.engines]\nquiet = quiet:engine\n")
    assert [call(PYTHONPATH=str(site))[1] for _ in range(2)] == [False, True]
    (site / "quiet" / "words.py").write_text("WORDS = ('new',)\n")
    assert call(PYTHONPATH=str(site))[1] is False
