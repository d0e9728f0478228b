"""The ruff process. The one place that starts ruff.

It gets texts, in a private folder under names of our own, and codes; no configuration, no cache, no path of the tree
and no environment. What it may cost is limited by the limits of the worker, which it inherits.
"""
# xcr: ignore-file[process-outside-its-place] starts ruff, inside a worker
# xcr: ignore-file[write-outside-its-place] writes texts for ruff to a folder of its own, by numbers

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.core.forms import Misfit

__all__ = ["Diagnostic", "Place", "RuffFailed", "check_codes", "remove_leftovers", "ruff_binary", "run_ruff"]

_PREFIX = "xcr-ruff-"
_CODES = ("match", "codes")  # where they stand in a rule
_TIME_LIMIT_S = 45.0
_OPTIONS = (
    "check",
    "--isolated",
    "--no-cache",
    "--ignore-noqa",  # what a comment suppresses is decided later, for all engines alike
    "--exit-zero",
    "--quiet",
    "--target-version=py315",  # the newest syntax is read; no rule that we use asks for less
    "--output-format=json",
)


class Place(msgspec.Struct, frozen=True):
    """A place in a text, from 1, in code points."""

    row: int
    column: int


class _RuffEdit(msgspec.Struct, frozen=True):
    content: str
    location: Place
    end_location: Place


class _RuffFix(msgspec.Struct, frozen=True):
    applicability: str
    edits: list[_RuffEdit]


class Diagnostic(msgspec.Struct, frozen=True):
    """One thing that ruff found, as it writes it in JSON."""

    code: str | None
    filename: str
    location: Place
    end_location: Place
    message: str = ""
    fix: _RuffFix | None = None


class RuffFailed(Unavailable):
    """A run of ruff that gave no answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"ruff gave no answer: {reason}")


def ruff_binary() -> str:
    """Return the path of the ruff that is installed with us.

    Raises:
        ImportError: there is none.
    """
    try:
        from ruff import find_ruff_bin  # type: ignore[import-untyped] # its wheel carries no types

        return str(find_ruff_bin())
    except (ImportError, FileNotFoundError) as error:
        raise ImportError("ruff is not installed; `pip install ruff` brings it") from error


def check_codes(codes: Sequence[str]) -> None:
    """Ask ruff whether it knows these codes.

    Raises:
        Misfit: it does not.
    """
    finished = _start([*_OPTIONS, f"--select={','.join(codes)}", "-"], Path("/"), stdout=subprocess.DEVNULL)
    if finished.returncode != 0:
        said = _last_line(finished.stderr)
        if unknown := re.search(r"Unknown rule selector:? `(\w+)`", said):
            raise Misfit(
                f"ruff knows no code `{unknown[1]}`; `ruff rule --all` lists them", path=_CODES, word=unknown[1]
            )
        raise Misfit(f"ruff refuses one of the codes {', '.join(codes)}: {said}", path=_CODES)


def run_ruff(texts: Mapping[int, str], codes: Sequence[str]) -> dict[int, list[Diagnostic]]:
    """Return what ruff finds in each of the texts.

    Raises:
        RuffFailed: it died, took too long or wrote too much.
    """
    with tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-") as name:
        folder = Path(name)
        for number, text in texts.items():
            # A lone surrogate has no UTF-8; a question mark keeps the columns.
            (folder / f"{number}.py").write_bytes(text.encode("utf-8", "replace"))
        answer = folder / "answer.json"
        with answer.open("wb") as stdout:
            names = [f"{number}.py" for number in texts]
            finished = _start([*_OPTIONS, f"--select={','.join(codes)}", *names], folder, stdout=stdout.fileno())
        if finished.returncode != 0:
            raise RuffFailed(_ending(finished))
        try:
            diagnostics = msgspec.json.decode(answer.read_bytes(), type=list[Diagnostic])
        except msgspec.DecodeError as error:
            raise RuffFailed(str(error)) from error
    found: dict[int, list[Diagnostic]] = {number: [] for number in texts}
    for diagnostic in diagnostics:
        found[int(Path(diagnostic.filename).stem)].append(diagnostic)
    return found


def remove_leftovers() -> None:
    """Remove the folders of workers that were killed before they could."""
    with os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            pid = entry.name.removeprefix(_PREFIX).partition("-")[0]
            if not entry.name.startswith(_PREFIX) or not pid.isdecimal() or not entry.is_dir(follow_symlinks=False):
                continue
            if entry.stat(follow_symlinks=False).st_uid == os.getuid() and not _is_running(int(pid)):
                shutil.rmtree(entry.path, ignore_errors=True)


def _start(arguments: Sequence[str], folder: Path, *, stdout: int) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - our own options, codes of a checked form, names that are numbers
            [ruff_binary(), *arguments],
            cwd=folder,
            env={"RAYON_NUM_THREADS": "1"},  # as many run at once as there are workers
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=_TIME_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RuffFailed(f"it took longer than {_TIME_LIMIT_S:g} s") from error


def _ending(finished: subprocess.CompletedProcess[bytes]) -> str:
    if finished.returncode == -signal.SIGXFSZ:
        return "it found more than one file may hold"
    if finished.returncode < 0:
        return f"it was ended by {signal.Signals(-finished.returncode).name}"
    return _last_line(finished.stderr) or f"it ended with status {finished.returncode}"


def _last_line(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else ""


def _is_running(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError, PermissionError, OverflowError):
        os.kill(pid, 0)
        return True
    return False
