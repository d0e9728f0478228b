"""The worker processes and the way text reaches them. The one place that starts a worker.

A worker that dies (a native crash, a limit, a kill) costs the one file it was looking at, never the review.
"""

import contextlib
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import msgspec

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.frames import (
    Answer,
    Answered,
    Finished,
    Question,
    Related,
    Relation,
    Setup,
    Work,
    read_frames,
    write_frame,
)

__all__ = ["Limits", "WorkerPool"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost in one engine."""

    cpu_s: int = 20
    wall_s: float = 60.0
    memory: int = 4 * 1024**3  # bytes of address space


class WorkerPool:
    """Worker processes that are fed work and give answers, in any order."""

    def __init__(self, rules: Mapping[str, Sequence[Rule]], *, workers: int, limits: Limits | None = None) -> None:
        self._work: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Answered | Finished] = queue.SimpleQueue()
        limits = limits or Limits()
        setup = Setup(
            rules={n: list(r) for n, r in rules.items()}, cpu_limit_s=limits.cpu_s, memory_limit=limits.memory
        )
        self._processes = [_Process(setup, limits) for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._run, args=(process,), daemon=True) for process in self._processes
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every process; work that has not been answered is dropped."""
        for _ in self._threads:
            self._work.put(None)
        for process in self._processes:
            process.kill()
        for thread in self._threads:
            thread.join()

    def submit(self, files: Sequence[SourceText], wanted: Mapping[str, Sequence[int]]) -> None:
        """Queue work: `wanted` says which engine looks at which of the files, by id."""
        self._work.put(Work(files=list(files), wanted={name: list(ids) for name, ids in wanted.items()}))

    def next_answer(self) -> tuple[str, Scan] | None:
        """Wait for the next engine's answer for a file; None when one submitted work is complete."""
        answer = self._answers.get()
        return None if isinstance(answer, Finished) else (answer.engine, answer.scan)

    def relate(self, engine: str, facts: Sequence[tuple[int, bytes]]) -> tuple[list[tuple[int, Match]], str]:
        """Let `engine` relate the facts of its scans; returns matches by file id, and why there are none if it failed.

        No other work may be under way.
        """
        matches: list[tuple[int, Match]] = []
        for answer in self._processes[0].ask(Relation(engine=engine, facts=list(facts))):
            match answer:
                case Related():
                    matches.append((answer.id, answer.match))
                case Finished():
                    return matches, answer.failure
                case Answered():
                    pass
        return matches, self._processes[0].ending

    def _run(self, process: "_Process") -> None:
        while (work := self._work.get()) is not None:
            for answer in _answers_of(process, work):
                self._answers.put(answer)
            self._answers.put(Finished())
        process.kill()


def _answers_of(process: "_Process", work: Work) -> Iterator[Answered]:
    """Yield an answer for every file and engine of the work, whatever becomes of the process."""
    pending = [work]
    while pending:
        part = pending.pop()
        open_pairs = {(name, file_id): None for name, ids in part.wanted.items() for file_id in ids}
        for answer in process.ask(part):
            if isinstance(answer, Answered) and (answer.engine, answer.scan.id) in open_pairs:
                del open_pairs[answer.engine, answer.scan.id]
                yield answer
        if len(open_pairs) == 1:
            ((name, file_id),) = open_pairs
            yield Answered(engine=name, scan=Scan(id=file_id, failure=process.ending))
        elif open_pairs:
            # Engines answer in order, so the first open pair is the likely culprit: it is tried alone, then the rest.
            first, *rest = open_pairs
            pending += [_part(work.files, rest), _part(work.files, [first])]


def _part(files: Sequence[SourceText], pairs: Sequence[tuple[str, int]]) -> Work:
    wanted: dict[str, list[int]] = {}
    for name, file_id in pairs:
        wanted.setdefault(name, []).append(file_id)
    ids = {file_id for _, file_id in pairs}
    return Work(files=[file for file in files if file.id in ids], wanted=wanted)


class _Process:
    """One worker process, started when it is first asked and again after it died."""

    def __init__(self, setup: Setup, limits: Limits) -> None:
        self._setup = setup
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._lock = threading.Lock()
        self.ending = ""

    def ask(self, question: Question) -> Iterator[Answer]:
        """Yield the answers to a question; fewer than expected when the process died, and `ending` then says how."""
        decoder = msgspec.msgpack.Decoder(Answer)
        process = self._start()
        if process is None or process.stdin is None or process.stdout is None:
            self.ending = "the review was stopped"
            return
        watchdog = _Watchdog(process, self._limits.wall_s)
        try:
            write_frame(process.stdin, question)
            for content in read_frames(process.stdout):
                watchdog.reset()
                answer = cast("Answer", decoder.decode(content))
                yield answer
                if isinstance(answer, Finished):
                    return
        except (OSError, msgspec.DecodeError):
            pass  # told below, by how the process ended
        finally:
            watchdog.stop()
        self.ending = self._describe_end(process, timed_out=watchdog.fired)

    def kill(self) -> None:
        """End the process for good."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._end(self._process)

    def _start(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._is_closed:
                return None
            if self._process is not None:
                return self._process
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", "-m", "xcodereviewer.engines.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={},
                cwd=Path("/"),
                close_fds=True,
                start_new_session=True,
            )
        if self._process.stdin is not None:
            write_frame(self._process.stdin, self._setup)
        return self._process

    def _describe_end(self, process: subprocess.Popen[bytes], *, timed_out: bool) -> str:
        self._end(process)
        with self._lock:
            self._process = None
            if self._is_closed:
                return "the review was stopped"
        if timed_out:
            return f"took longer than {self._limits.wall_s:g} s"
        if process.returncode == -signal.SIGXCPU:
            return f"used more than {self._limits.cpu_s} s of processor time"
        if process.returncode < 0:
            return f"the engine's process was ended by {signal.Signals(-process.returncode).name}"
        return f"the engine's process ended with status {process.returncode}"

    @staticmethod
    def _end(process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not written is of no use to a dead process
                    stream.close()


class _Watchdog:
    """Kills a process that has not said anything for too long."""

    def __init__(self, process: subprocess.Popen[bytes], limit_s: float) -> None:
        self._process = process
        self._limit_s = limit_s
        self._said_something = threading.Event()
        self._is_over = False
        self.fired = False
        threading.Thread(target=self._watch, daemon=True).start()

    def reset(self) -> None:
        self._said_something.set()

    def stop(self) -> None:
        self._is_over = True
        self._said_something.set()

    def _watch(self) -> None:
        while self._said_something.wait(self._limit_s):
            if self._is_over:
                return
            self._said_something.clear()
        self.fired = True
        self._process.kill()
