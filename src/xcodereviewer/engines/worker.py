"""A disposable process that runs engines over text.

It is given rules and text on its standard input and returns values; it knows no path of the tree, has no environment
and inherits no descriptor. What one file may cost is limited by the kernel, so that native code is bound too.
"""
# xcr: ignore-file[broad-handler-outside-the-doors] the door of an engine run: whatever it raises is told as a gap

import contextlib
import os
import resource
import select
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import IO, assert_never

import msgspec

from xcodereviewer.domain.engine import Found, Gap, Harmless, Match, Scan, Scanner, SourceText
from xcodereviewer.engines.frames import (
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
from xcodereviewer.engines.registry import load_engine

__all__ = ["main", "serve"]

_OPEN_FILES = 256
_LARGEST_FILE = 64 * 1024 * 1024  # bytes that an engine may write to a temporary file
_ALARM_FACTOR = 1.5  # of the wall limit: whoever started this process watches it too, and can say why it ended


def main(*loads: str) -> None:
    """Serve the questions on standard input until it ends; `loads` are modules to load before the first."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for taken in (sys.stdin, sys.stdout):  # what an engine prints must not stand between the answers
        os.dup2(nothing, taken.fileno())
    os.close(nothing)
    _end_with_parent(questions.fileno())
    for module in loads:
        with contextlib.suppress(ImportError):  # it shows when the engine is asked for
            import_module(module)
    os.register_at_fork(after_in_child=lambda: os.closerange(questions.fileno(), answers.fileno() + 1))
    serve(questions, answers, limit=True)


def _end_with_parent(questions: int) -> None:
    """Interrupt this process when the other end of its questions is closed, whatever it is doing.

    An interrupt, since it lets an engine remove its temporary files; native code that does not notice it meets the
    limits of `_Worker`.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent in the background leaves it ignored
    poll = select.poll()
    poll.register(questions, 0)  # only whether it hangs up

    def watch() -> None:
        poll.poll()
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    threading.Thread(target=watch, daemon=True).start()


def serve(questions: IO[bytes], answers: IO[bytes], *, limit: bool = False) -> None:
    """Answer the questions of one stream on another; with `limit`, bind this process by the limits of the set-up."""
    worker = _Worker(answers, limit=limit)
    decoder = msgspec.msgpack.Decoder(Question)
    for content in read_frames(questions):
        match decoder.decode(content):
            case Setup() as setup:
                worker.prepare(setup)
            case Work() as work:
                worker.scan(work)
            case Relation() as relation:
                worker.relate(relation)
            case never:
                assert_never(never)


class _Worker:
    def __init__(self, answers: IO[bytes], *, limit: bool) -> None:
        self._answers = answers
        self._limit = limit
        self._setup = Setup(rules={}, cpu_limit_s=0, wall_limit_s=0, memory_limit=0)
        self._scanners: dict[str, Scanner | Exception | SystemExit] = {}

    def prepare(self, setup: Setup) -> None:
        self._setup = setup
        if self._limit:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
            resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
            resource.setrlimit(resource.RLIMIT_AS, (setup.memory_limit, setup.memory_limit))
        for name in setup.ready:
            with contextlib.suppress(Exception, SystemExit):  # it is raised again when the engine is asked
                self._scanner(name)

    def scan(self, work: Work) -> None:
        by_id = {file.id: file for file in work.files}
        for name, ids in work.wanted.items():
            for scan in self._scans(name, [by_id[file_id] for file_id in ids]):
                self._answer(name, scan)
        self._rest()
        write_frame(self._answers, Finished())

    def relate(self, relation: Relation) -> None:
        failure = ""
        try:
            self._allow(relation.shares)
            relate = getattr(self._scanner(relation.engine), "relate")  # noqa: B009 - a Relator is a Scanner with more
            for file_id, found in relate(relation.files):
                write_frame(self._answers, _related(relation.engine, file_id, found))
        except (Exception, SystemExit) as error:
            failure = _reason(error)
        self._rest()
        write_frame(self._answers, Finished(failure=failure))

    def _answer(self, name: str, scan: Scan) -> None:
        try:
            write_frame(self._answers, Answered(engine=name, scan=scan))
        except (TypeError, ValueError) as error:  # it holds what is no value, or no text; nothing was written
            write_frame(self._answers, Answered(engine=name, scan=Scan(id=scan.id, failure=_reason(error))))

    def _scans(self, name: str, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield one answer for each file: an engine that raises loses one file and begins again behind it."""
        done = 0
        while done < len(files):
            try:
                self._allow()
                scanner = self._scanner(name)
                self._allow()  # making ready is no file's fault
                for file, scan in zip(files[done:], scanner.scan(files[done:]), strict=False):
                    if scan.id != file.id:
                        raise RuntimeError("it answered for another file")
                    done += 1
                    yield scan
                    self._allow()
                if done < len(files):
                    raise RuntimeError("it gave no answer")
            except (Exception, SystemExit) as error:
                if done < len(files):
                    yield Scan(id=files[done].id, failure=_reason(error))
                done += 1

    def _scanner(self, name: str) -> Scanner:
        if name not in self._scanners:
            try:
                self._scanners[name] = load_engine(name).prepare(self._setup.rules.get(name, []))
            except (Exception, SystemExit) as error:
                self._scanners[name] = error
        scanner = self._scanners[name]
        if isinstance(scanner, Exception | SystemExit):
            raise scanner
        return scanner

    def _allow(self, shares: int = 1) -> None:
        """Give the next file its own share of processor time and time; beyond it the kernel ends the process."""
        if not self._limit:
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        allowed = int(used.ru_utime + used.ru_stime) + 1 + self._setup.cpu_limit_s * shares
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))
        signal.setitimer(signal.ITIMER_REAL, self._setup.wall_limit_s * shares * _ALARM_FACTOR)

    def _rest(self) -> None:
        if self._limit:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _related(engine: str, file_id: int, found: Found) -> Related:
    match found:
        case Match():
            return Related(engine=engine, id=file_id, match=found)
        case Harmless():
            return Related(engine=engine, id=file_id, harmless=found)
        case Gap():
            return Related(engine=engine, id=file_id, gap=found.reason)
        case never:
            assert_never(never)


def _reason(error: Exception | SystemExit) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, MemoryError):
        return "needs more memory than one file may"
    return f"{type(error).__name__}: {error}"[:300]


if __name__ == "__main__":
    main()
