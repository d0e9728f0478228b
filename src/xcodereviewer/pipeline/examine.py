"""The files of a tree through the engines; what is known already is not done again."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from xcodereviewer.domain.coverage import FileCoverage, Skipped
from xcodereviewer.domain.engine import Harmless, Scan, SourceText
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.source import SourceFile, SourceTree
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import (
    content_hash,
    decode_entry,
    decode_sketch,
    entry_key,
    sketch_key,
)
from xcodereviewer.pipeline.memory import FileResult, Remembered, is_unchanged
from xcodereviewer.pipeline.open_file import Arrival, OpenFile
from xcodereviewer.pipeline.outcome import Outcomes
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.reading import Reading, read_text
from xcodereviewer.pipeline.relate import Asked, FactsOf, Related, Relating, RelationFailed
from xcodereviewer.pipeline.sketch import Sketch, make_sketch
from xcodereviewer.sources.classify import is_limit, tags_of
from xcodereviewer.triage.comments import Marker

__all__ = ["Examination", "Examined"]

_CHUNK = 128  # files whose cache entries are asked for at once
_BATCH_FILES = 24
_BATCH_CHARACTERS = 400_000
_MOST_BATCHES = 4  # that wait for an answer
_INTERRUPTED = "interrupted before it was looked at"


@dataclass(slots=True, kw_only=True)
class Examined:
    """What came of it, files and findings in the order of the tree.

    By path: `harmless` holds the places of a file that are known to be, `secrets` what no report may show of it,
    `results` all that came of it.
    """

    findings: list[Finding] = field(default_factory=list)
    harmless: Mapping[str, Sequence[Harmless]] = field(default_factory=dict)
    markers: dict[str, tuple[Marker, ...]] = field(default_factory=dict)
    files: list[FileCoverage] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    secrets: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    results: dict[str, FileResult] = field(default_factory=dict)
    engines_failed: list[Skipped] = field(default_factory=list)
    is_partial: bool = False


class Examination:
    """One run over one tree.

    An engine that takes long to relate its facts looks at all files first, and relates them beside the work of the
    others. No text waits in between: a file is read again.
    """

    def __init__(
        self,
        tree: SourceTree,
        plans: Sequence[EnginePlan],
        *,
        cache: ResultCache | None,
        pool: Callable[[], WorkerPool],
        remembered: Remembered,
        progress: Callable[[int, int], None],
    ) -> None:
        self._tree = tree
        self._plans = plans
        self._outcomes = Outcomes(plans, cache=cache)
        self._mask_digest = _mask_digest(plan for plan in plans if plan.name in self._outcomes.masking)
        self._cache = cache
        self._make_pool = pool
        self._pool: WorkerPool | None = None
        self._remembered = remembered
        self._progress = progress
        self._first = {plan.name for plan in plans if plan.relates_long and len(tree.files) > _BATCH_FILES}
        self._asked: dict[str, Asked] = {}  # by engine
        self._open: dict[int, OpenFile] = {}
        self._batch: list[OpenFile] = []
        self._submitted = 0
        # By the file's number. What came of a file is put here in one step, so that an interrupt finds all or nothing.
        self._done: dict[int, FileResult] = {}
        self._unread: dict[int, Skipped] = {}
        self._facts: dict[str, dict[int, bytes]] = defaultdict(dict)  # by engine; of the files looked at now

    def run(self) -> Examined:
        """Look at every file; an interrupt ends the run with what is known so far."""
        is_partial = False
        related = Related()
        try:
            for number, chunk in _chunks(self._tree.files, _CHUNK):
                self._admit(self._arrivals(chunk, number))
                self._drain(keep=_MOST_BATCHES)
            self._submit()
            self._drain(keep=0)
            self._go_on()
            self._relate(related)
        except KeyboardInterrupt:
            is_partial = True
            self._give_up()
        finally:
            if self._pool is not None:
                self._pool.close()
        results = {self._tree.files[number].path: self._done[number] for number in sorted(self._done)}
        left_out = [
            Skipped(path=path, reason=one.left_out, is_limit=is_limit(path, one.left_out))
            for path, one in results.items()
            if one.coverage is None
        ]
        return Examined(
            findings=[finding for one in results.values() for finding in one.findings] + related.findings,
            harmless=related.harmless,
            markers={path: one.markers for path, one in results.items() if one.markers},
            files=[related.told_of(one.coverage) for one in results.values() if one.coverage is not None],
            skipped=left_out + list(self._unread.values()),
            secrets={path: one.secrets for path, one in results.items() if one.secrets},
            results=results,
            engines_failed=related.failed,
            is_partial=is_partial,
        )

    def _arrivals(self, chunk: Sequence[SourceFile], number: int) -> Iterator[Arrival]:
        """Yield the files whose content is not remembered."""
        files, results = self._remembered.files, self._remembered.results
        for own, file in enumerate(chunk, start=number):
            data = None
            if is_unchanged(file, files):
                content = files[file.path][1]
            elif (data := self._read(own, file)) is not None:
                content = content_hash(data)
            else:
                continue
            result = results.get(file.path)
            if result is not None and result.content == content and not file.self_exclusion:
                self._close(own, result)
            else:
                yield Arrival(number=own, file=file, content=content, data=data)

    def _admit(self, arrivals: Iterable[Arrival]) -> None:
        opened = []
        for arrival, sketch, reading in self._sketched(list(arrivals)):
            if sketch.rejected:
                self._close(arrival.number, FileResult(content=arrival.content, left_out=sketch.rejected))
                continue
            opened.append(
                OpenFile(
                    number=arrival.number,
                    file=arrival.file,
                    content=arrival.content,
                    sketch=sketch,
                    tags=tags_of(arrival.file.path),
                    reading=reading,
                )
            )
        self._look_up(opened)
        for begun in opened:
            self._begin(begun)

    def _sketched(self, arrivals: Sequence[Arrival]) -> Iterator[tuple[Arrival, Sketch, Reading | None]]:
        """Yield each file that can be read with its sketch, and what it reads as when that is known."""
        keys = [sketch_key(arrival.content, arrival.file) for arrival in arrivals]
        values = self._cache.get(keys) if self._cache else {}
        fresh: dict[bytes, bytes] = {}
        for arrival, key in zip(arrivals, keys, strict=True):
            sketch = decode_sketch(values.get(key))
            if sketch is not None:
                is_read = arrival.data is not None and not sketch.rejected
                yield arrival, sketch, read_text(arrival.data or b"") if is_read else None
                continue
            data = arrival.data if arrival.data is not None else self._read(arrival.number, arrival.file)
            if data is None:
                continue
            now = Arrival(number=arrival.number, file=arrival.file, content=content_hash(data), data=data)
            sketch, reading = make_sketch(now.file, data)
            fresh[sketch_key(now.content, now.file)] = msgspec.msgpack.encode(sketch)
            yield now, sketch, reading
        if self._cache:
            self._cache.put(fresh)

    def _look_up(self, opened: Sequence[OpenFile]) -> None:
        """Find out which engines are to look at the files, and what they said before."""
        for file in opened:
            for plan in self._plans:
                if file.sketch.language in plan.languages:
                    file.keys[plan.name] = self._key(plan, file.content, file.sketch.language, file.file.path)
        values = self._cache.get(key for file in opened for key in file.keys.values()) if self._cache else {}
        for file in opened:
            for name, key in file.keys.items():
                entry = decode_entry(values.get(key))
                if entry is not None:
                    file.known[name] = entry
            file.waiting = file.keys.keys() - file.known.keys()

    def _key(self, plan: EnginePlan, content: bytes, language: Language, path: str) -> bytes:
        return entry_key(content, language, tags_of(path), plan=plan, mask_digest=self._mask_digest)

    def _begin(self, file: OpenFile) -> None:
        if not file.keys:
            reason = f"no rule for {file.sketch.language}"
            self._close(file.number, FileResult(content=file.content, left_out=reason))
            return
        if not file.waiting:
            self._finish(file)
            return
        if file.waiting.isdisjoint(self._now()):
            file.reading = None
            self._open[file.number] = file
            return
        if file.reading is None:
            data = self._read(file.number, file.file)
            if data is None:
                return
            if content_hash(data) != file.content:  # it was written to since its status was taken
                changed = Arrival(number=file.number, file=file.file, content=content_hash(data), data=data)
                self._admit([changed])
                return
            file.reading = read_text(data)
        self._open[file.number] = file
        self._batch.append(file)
        if len(self._batch) >= _BATCH_FILES or sum(len(f.text) for f in self._batch) >= _BATCH_CHARACTERS:
            self._submit()

    def _submit(self) -> None:
        if not self._batch:
            return
        batch, self._batch = self._batch, []
        texts = [SourceText(id=f.number, language=f.sketch.language, text=f.text, tags=f.tags) for f in batch]
        now = self._now()
        wanted = {
            plan.name: [file.number for file in batch if plan.name in file.waiting]
            for plan in self._plans
            if plan.name in now
        }
        self._workers().submit(texts, {name: numbers for name, numbers in wanted.items() if numbers})
        self._submitted += 1
        for file in batch:
            if not file.waiting <= now:
                file.reading = None

    def _now(self) -> set[str]:
        """Return the engines whose turn it is: those that go first, unless one process has to do all."""
        first = self._first if self._workers().workers > 1 else set()
        return first or {plan.name for plan in self._plans}

    def _drain(self, *, keep: int) -> None:
        """Take answers until at most `keep` submitted batches are unanswered."""
        while self._pool is not None and self._submitted > keep:
            answer = self._pool.next_answer()
            if answer is None:
                self._submitted -= 1
                continue
            name, scan = answer
            file = self._open[scan.id]
            file.scans[name] = scan
            file.waiting.discard(name)
            if not file.waiting:
                self._finish(file)

    def _go_on(self) -> None:
        """Let the other engines look at the files that wait for them, while what the first ones saw is related."""
        first, self._first = self._first, set()
        waiting = sorted(self._open)
        for plan in self._plans:
            if waiting and plan.name in first and self._relating(plan).recall() is None:
                self._asked[plan.name] = self._ask(plan)
                del self._facts[plan.name]
        for number in waiting:
            self._begin(self._open.pop(number))
            self._drain(keep=_MOST_BATCHES)
        self._submit()
        self._drain(keep=0)

    def _finish(self, file: OpenFile) -> None:
        result, facts = self._outcomes.of(file)
        for name in facts.keys() - self._asked.keys():
            self._facts[name][file.number] = facts[name]
        self._close(file.number, result)
        self._open.pop(file.number, None)

    def _relate(self, related: Related) -> None:
        """Add what no single file shows, and the engines that could not tell."""
        for plan in self._plans:
            relation = self._relating(plan).recall()
            try:
                if relation is None:
                    asked = self._asked.pop(plan.name, None)
                    if asked is None or not self._relating(plan).is_about(asked):
                        asked = self._ask(plan)
                    relation = self._relating(plan).answer(asked)
            except RelationFailed as error:
                related.failed.append(Skipped(path=plan.name, reason=str(error), is_failure=True))
            else:
                related.add(plan.name, relation)

    def _ask(self, plan: EnginePlan) -> Asked:
        facts = self._facts_of(plan)
        return self._relating(plan).ask(facts, self._workers())

    def _relating(self, plan: EnginePlan) -> Relating:
        """Return the question about all files with facts, those that wait for other engines among them."""
        known: dict[int, FileResult | OpenFile] = {
            **{number: one for number, one in self._done.items() if plan.name in one.with_facts},
            **{number: one for number, one in self._open.items() if one.facts(plan.name)},
        }
        files = [FactsOf(number=n, content=known[n].content, secrets=known[n].secrets) for n in sorted(known)]
        return Relating(plan=plan, files=files, tree=self._tree, cache=self._cache)

    def _facts_of(self, plan: EnginePlan) -> Mapping[int, bytes]:
        """Return the facts that the engine's scans left; a file whose facts are no longer kept is looked at again."""
        facts = self._facts[plan.name]
        facts |= {number: own for number, file in self._open.items() if (own := file.facts(plan.name))}
        keys = {
            number: self._key(plan, done.content, done.coverage.language, done.coverage.path)
            for number, done in self._done.items()
            if done.coverage is not None and plan.name in done.with_facts and number not in facts
        }
        values = self._cache.get(keys.values()) if self._cache else {}
        entries = {number: decode_entry(values.get(key)) for number, key in keys.items()}
        facts |= {number: entry.facts for number, entry in entries.items() if entry is not None}
        lost = {number: self._done.pop(number).content for number, entry in entries.items() if entry is None}
        self._admit(Arrival(number=n, file=self._tree.files[n], content=content) for n, content in lost.items())
        self._submit()
        self._drain(keep=0)
        return facts

    def _workers(self) -> WorkerPool:
        if self._pool is None:
            self._pool = self._make_pool()
        return self._pool

    def _give_up(self) -> None:
        """Say of every file what was not done."""
        begun = [file for number, file in self._open.items() if number not in self._done and file.reading is not None]
        for file in begun:
            for name in file.waiting:
                file.scans[name] = Scan(id=file.number, failure=_INTERRUPTED)
            self._finish(file)
        for number, source in enumerate(self._tree.files):
            if number not in self._done and number not in self._unread:
                self._leave(number, Skipped(path=source.path, reason=_INTERRUPTED, is_failure=True))

    def _read(self, number: int, file: SourceFile) -> bytes | None:
        try:
            return self._tree.read(file.path)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            self._leave(number, Skipped(path=file.path, reason=reason, is_failure=True))
            return None

    def _close(self, number: int, result: FileResult) -> None:
        self._done[number] = result
        self._tell()

    def _leave(self, number: int, skipped: Skipped) -> None:
        self._unread[number] = skipped
        self._tell()

    def _tell(self) -> None:
        self._progress(len(self._done) + len(self._unread), len(self._tree.files))


def _mask_digest(plans: Iterable[EnginePlan]) -> str:
    return hashlib.sha256("+".join(plan.digest for plan in plans).encode()).hexdigest()


def _chunks(files: Sequence[SourceFile], size: int) -> Iterator[tuple[int, Sequence[SourceFile]]]:
    for start in range(0, len(files), size):
        yield start, files[start : start + size]
