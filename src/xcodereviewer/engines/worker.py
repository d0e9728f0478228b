"""A disposable process that runs engines over text.

It is given rules and text on its standard input and returns values; it knows no path of the tree, has no environment
and inherits no descriptor. What one file may cost is limited by the kernel, so that native code is bound too.
"""

import resource
import sys
from collections.abc import Iterator, Sequence
from typing import IO, assert_never

import msgspec

from xcodereviewer.domain.engine import Scan, Scanner, SourceText
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


def main() -> None:
    """Serve the questions on standard input until it ends."""
    serve(sys.stdin.buffer, sys.stdout.buffer, limit=True)


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
        self._setup = Setup(rules={}, cpu_limit_s=0, memory_limit=0)
        self._scanners: dict[str, Scanner] = {}

    def prepare(self, setup: Setup) -> None:
        self._setup = setup
        if self._limit:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
            resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
            resource.setrlimit(resource.RLIMIT_AS, (setup.memory_limit, setup.memory_limit))

    def scan(self, work: Work) -> None:
        by_id = {file.id: file for file in work.files}
        for name, ids in work.wanted.items():
            for scan in self._scans(name, [by_id[file_id] for file_id in ids]):
                write_frame(self._answers, Answered(engine=name, scan=scan))
        write_frame(self._answers, Finished())

    def relate(self, relation: Relation) -> None:
        failure = ""
        try:
            self._allow_cpu()
            relate = getattr(self._scanner(relation.engine), "relate")  # noqa: B009 - a Relator is a Scanner with more
            for file_id, match in relate(relation.facts):
                write_frame(self._answers, Related(engine=relation.engine, id=file_id, match=match))
        except Exception as error:
            failure = _reason(error)
        write_frame(self._answers, Finished(failure=failure))

    def _scans(self, name: str, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield one answer for each file: an engine that raises loses one file and begins again behind it."""
        done = 0
        while done < len(files):
            try:
                self._allow_cpu()
                for scan in self._scanner(name).scan(files[done:]):
                    done += 1
                    yield scan
                    self._allow_cpu()
                if done < len(files):
                    raise RuntimeError("it gave no answer")
            except Exception as error:
                yield Scan(id=files[done].id, failure=_reason(error))
                done += 1

    def _scanner(self, name: str) -> Scanner:
        if name not in self._scanners:
            self._scanners[name] = load_engine(name).prepare(self._setup.rules.get(name, []))
        return self._scanners[name]

    def _allow_cpu(self) -> None:
        """Give the next file its own share of processor time; beyond it the kernel ends the process."""
        if not self._limit:
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        allowed = int(used.ru_utime + used.ru_stime) + 1 + self._setup.cpu_limit_s
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, MemoryError):
        return "needs more memory than one file may"
    return f"{type(error).__name__}: {error}"[:300]


if __name__ == "__main__":
    main()
