"""The worker processes and the way text reaches them.

A worker that dies (a native crash, a limit, a kill) costs the one file it was looking at, never the review.
"""

import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self, TypeAlias

from xcodereviewer.domain.engine import FileFacts, Found, Gap, Match, Scan, SourceText
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.frames import Answered, Finished, Related, Relation, Setup, Work
from xcodereviewer.engines.worker_process import Limits, StartedProcess, WorkerProcess

__all__ = ["Limits", "Told", "WorkerPool"]

_GRACE_S = 1.0  # for what is being computed to remove its temporary files
Told: TypeAlias = tuple[list[tuple[int, Found]], str]  # what a relation found by file id, and why nothing if it failed
_Question: TypeAlias = "Work | tuple[Relation, queue.SimpleQueue[Told]]"
_MOST_DEATHS = 8  # that an engine may cause before its first answer; after that it is not tried any more


class WorkerPool:
    """Worker processes that are fed work and give answers, in any order.

    `started` is a process that is there already: it makes the engines `ready` while the first work is made up.
    """

    def __init__(
        self,
        rules: Mapping[str, Sequence[Rule]],
        *,
        workers: int,
        limits: Limits | None = None,
        started: StartedProcess | None = None,
        ready: Sequence[str] = (),
    ) -> None:
        self._work: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Answered | Finished] = queue.SimpleQueue()
        self._submitted = 0
        limits = limits or Limits()
        setup = Setup(
            ready=list(ready) if started is not None else [],
            rules={name: list(own) for name, own in rules.items()},
            cpu_limit_s=limits.cpu_s,
            wall_limit_s=limits.wall_s,
            memory_limit=limits.memory,
        )
        self._desk = _Desk({name: frozenset(rule.id for rule in own) for name, own in rules.items()})
        self._processes = [WorkerProcess(setup, limits, started=started if n == 0 else None) for n in range(workers)]
        self._threads: list[threading.Thread] = []
        if started is not None:
            self._begin(self._processes[0].make_ready)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def workers(self) -> int:
        """How many processes there may be."""
        return len(self._processes)

    def close(self) -> None:
        """End every process; work that has not been answered is dropped."""
        for _ in self._threads:
            self._work.put(None)
        for process in self._processes:
            process.interrupt()
        deadline = time.monotonic() + _GRACE_S
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        for process in self._processes:
            process.kill()
        for thread in self._threads:
            thread.join()

    def submit(self, files: Sequence[SourceText], wanted: Mapping[str, Sequence[int]]) -> None:
        """Queue work: `wanted` says which engine looks at which of the files, by id."""
        self._put(Work(files=list(files), wanted={name: list(ids) for name, ids in wanted.items()}))

    def next_answer(self) -> tuple[str, Scan] | None:
        """Wait for the next engine's answer for a file; None when one submitted work is complete."""
        answer = self._answers.get()
        return None if isinstance(answer, Finished) else (answer.engine, answer.scan)

    def relate(self, engine: str, files: Sequence[FileFacts]) -> "queue.SimpleQueue[Told]":
        """Let `engine` relate the facts of its scans beside other work; returns where its answer can be taken, once."""
        told: queue.SimpleQueue[Told] = queue.SimpleQueue()
        self._put((Relation(engine=engine, files=list(files)), told))
        return told

    def _put(self, question: _Question) -> None:
        self._work.put(question)
        self._submitted += 1
        if len(self._threads) < min(self._submitted, len(self._processes)):
            self._begin()

    def _begin(self, first: Callable[[], None] = lambda: None) -> None:
        """Put the next process to work, which does something else `first`."""
        process = self._processes[len(self._threads)]
        thread = threading.Thread(target=self._run, args=(process, first), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _run(self, process: WorkerProcess, first: Callable[[], None]) -> None:
        first()
        while (question := self._work.get()) is not None:
            if isinstance(question, Work):
                for answer in self._desk.answers(process, question):
                    self._answers.put(answer)
                self._answers.put(Finished())
            else:
                relation, told = question
                told.put(self._desk.told(process, relation))
        process.close()


class _Desk:
    """Gets an answer for every file and engine of a work, whatever becomes of the process."""

    def __init__(self, rules: Mapping[str, frozenset[str]]) -> None:
        self._rules = rules
        self._answered: set[str] = set()  # engines that have
        self._deaths: Counter[str] = Counter()

    def answers(self, process: WorkerProcess, work: Work) -> Iterator[Answered]:
        """Yield exactly one answer for each file and engine."""
        pending = [work]
        while pending:
            part = pending.pop()
            open_pairs = {(name, file_id): None for name, ids in part.wanted.items() for file_id in ids}
            is_finished = False
            for answer in process.ask(part):
                is_finished = isinstance(answer, Finished)
                if isinstance(answer, Answered) and (answer.engine, answer.scan.id) in open_pairs:
                    del open_pairs[answer.engine, answer.scan.id]
                    yield self._checked(answer)
            if not open_pairs:
                continue
            ending = "it gave no answer" if is_finished else process.ending
            (name, file_id), *rest = open_pairs
            self._deaths[name] += 1
            if not rest:
                yield Answered(engine=name, scan=Scan(id=file_id, failure=ending))
            elif self._is_hopeless(name):
                failure = f"not tried: the engine never answered, {_MOST_DEATHS} times over ({ending})"
                yield from (Answered(engine=n, scan=Scan(id=i, failure=failure)) for n, i in open_pairs if n == name)
                pending += _part(work.files, [pair for pair in rest if pair[0] != name])
            else:
                # Engines answer in order, so the first open pair is the likely culprit: it is tried alone, then the
                # rest.
                pending += [*_part(work.files, rest), *_part(work.files, [(name, file_id)])]

    def told(self, process: WorkerProcess, relation: Relation) -> Told:
        """Return what a relation found, if all of it is what the engine may say."""
        known = {file.id for file in relation.files}
        found: list[tuple[int, Found]] = []
        problem = ""
        for answer in process.ask(relation):
            match answer:
                case Related():
                    matches = [answer.match] if answer.match is not None else []
                    problem = problem or self._problem(relation.engine, matches)
                    if answer.id not in known:
                        problem = "it named a file that is not under review"
                    found.append((answer.id, answer.match or answer.harmless or Gap(reason=answer.gap)))
                case Finished():
                    problem = answer.failure or problem
                    return ([], problem) if problem else (found, "")
                case Answered():
                    pass
        return [], process.ending

    def _problem(self, engine: str, matches: Sequence[Match]) -> str:
        """Say what is wrong with matches; empty when nothing is."""
        rules = self._rules.get(engine, frozenset())
        for match in matches:
            if match.rule not in rules:
                return f"it named a rule that it was not given: {match.rule[:80]!r}"
            places = (match.span, *(step.span for step in (*match.steps, *match.related)))
            if not all(map(_is_span, places)):
                return f"it named a place that is none: {match.rule}"
        return ""

    def _checked(self, answer: Answered) -> Answered:
        """Return the answer if it is one that the engine may give, else its failure."""
        self._answered.add(answer.engine)
        problem = self._problem(answer.engine, answer.scan.matches)
        return Answered(engine=answer.engine, scan=Scan(id=answer.scan.id, failure=problem)) if problem else answer

    def _is_hopeless(self, engine: str) -> bool:
        return engine not in self._answered and self._deaths[engine] >= _MOST_DEATHS


def _is_span(span: Span) -> bool:
    start, end = (span.start_line, span.start_column), (span.end_line, span.end_column)
    return min(start) > 0 and end[1] > 0 and start <= end


def _part(files: Sequence[SourceText], pairs: Sequence[tuple[str, int]]) -> list[Work]:
    """Return the work of these pairs of engine and file; none when there are none."""
    wanted: dict[str, list[int]] = {}
    for name, file_id in pairs:
        wanted.setdefault(name, []).append(file_id)
    ids = {file_id for _, file_id in pairs}
    return [Work(files=[file for file in files if file.id in ids], wanted=wanted)] if pairs else []
