"""Wall time of whole commands, and the memory of a process with all its children."""

import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

__all__ = ["Run", "peak_memory", "timed", "timed_best"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command: seconds, and how it ended."""

    seconds: float
    code: int


def timed(command: Sequence[str], *, env: Mapping[str, str] | None = None, folder: Path | None = None) -> Run:
    """Run a command once."""
    began = time.perf_counter()
    ended = subprocess.run(
        command, env=env, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return Run(seconds=time.perf_counter() - began, code=ended.returncode)


def timed_best(
    command: Sequence[str], *, times: int, env: Mapping[str, str] | None = None, folder: Path | None = None
) -> float:
    """Return the median of several runs, in seconds."""
    return median(timed(command, env=env, folder=folder).seconds for _ in range(times))


def peak_memory(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> float:
    """Return the highest sum of the proportional set sizes of a command and its children, in MB (Linux)."""
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, sum(_pss(pid) for pid in _tree(process.pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    done.set()
    watcher.join()
    return peak / 1024


def _tree(pid: int) -> list[int]:
    found, pending = [], [pid]
    while pending:
        one = pending.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                pending += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _pss(pid: int) -> int:
    """Return the proportional set size of one process in kB; 0 when it has ended."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except (OSError, ProcessLookupError):
        pass
    return 0
