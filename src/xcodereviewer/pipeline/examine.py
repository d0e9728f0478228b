"""The files of a tree through the engines; what is known already is not done again."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import msgspec

from xcodereviewer.domain.coverage import FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.engine import Scan, SourceText
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.source import SourceFile, SourceTree
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.assemble import SECRET_TAG, assemble, secret_spans
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import (
    Entry,
    at_path,
    content_hash,
    decode_entry,
    decode_sketch,
    entry_key,
    sketch_key,
)
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.reading import Reading, read_text
from xcodereviewer.pipeline.relate import FactsOf, RelationFailed, relate_facts
from xcodereviewer.pipeline.sketch import Sketch, make_sketch
from xcodereviewer.pipeline.stat_index import Known, is_unchanged
from xcodereviewer.sources.classify import tags_of
from xcodereviewer.triage.comments import Marker
from xcodereviewer.triage.places import TextPlaces

__all__ = ["Examination", "Examined"]

_CHUNK = 128  # files whose cache entries are asked for at once
_BATCH_FILES = 24
_BATCH_CHARACTERS = 400_000
_MOST_BATCHES = 4  # that wait for an answer
_INTERRUPTED = "interrupted before it was looked at"


@dataclass(slots=True, kw_only=True)
class Examined:
    """What came of it, files and findings in the order of the tree.

    By path: `contents` holds the hash of every file's content, `secrets` what no report may show of it.
    """

    findings: list[Finding] = field(default_factory=list)
    markers: dict[str, tuple[Marker, ...]] = field(default_factory=dict)
    files: list[FileCoverage] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    secrets: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    engines_failed: list[Skipped] = field(default_factory=list)
    is_partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrival:
    """A file whose content is known by its hash; `data` is the content, when it has been read."""

    number: int
    file: SourceFile
    content: bytes
    data: bytes | None = None


@dataclass(slots=True, kw_only=True)
class _OpenFile:
    """A file on its way: what is known of it, and which engines have yet to answer."""

    number: int
    file: SourceFile
    content: bytes  # its hash
    sketch: Sketch
    tags: frozenset[str]
    reading: Reading | None = None
    keys: dict[str, bytes] = field(default_factory=dict)
    known: dict[str, Entry] = field(default_factory=dict)
    scans: dict[str, Scan] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """All that came of one file."""

    coverage: FileCoverage
    findings: Sequence[Finding]
    markers: tuple[Marker, ...]
    secrets: tuple[Span, ...]
    facts: Mapping[str, bytes]


class Examination:
    """One run over one tree."""

    def __init__(
        self,
        tree: SourceTree,
        plans: Sequence[EnginePlan],
        *,
        cache: ResultCache | None,
        pool: Callable[[], WorkerPool],
        known: Known,
        progress: Callable[[int, int], None],
    ) -> None:
        self._tree = tree
        self._plans = plans
        self._rules = {rule.id: rule for plan in plans for rule in plan.rules}
        self._masking = {plan.name for plan in plans if any(SECRET_TAG in rule.tags for rule in plan.rules)}
        self._mask_digest = _mask_digest(plan for plan in plans if plan.name in self._masking)
        self._cache = cache
        self._make_pool = pool
        self._pool: WorkerPool | None = None
        self._known = known
        self._progress = progress
        self._open: dict[int, _OpenFile] = {}
        self._batch: list[_OpenFile] = []
        self._submitted = 0
        # By the file's number. What came of a file is put here in one step, so that an interrupt finds all or nothing.
        self._done: dict[int, _Done] = {}
        self._skipped: dict[int, Skipped] = {}
        self._contents: dict[str, bytes] = {}

    def run(self) -> Examined:
        """Look at every file; an interrupt ends the run with what is known so far."""
        is_partial = False
        related: list[Finding] = []
        failed: list[Skipped] = []
        try:
            for number, chunk in _chunks(self._tree.files, _CHUNK):
                self._admit(self._arrivals(chunk, number))
                self._drain(keep=_MOST_BATCHES)
            self._submit()
            self._drain(keep=0)
            self._relate(related, failed)
        except KeyboardInterrupt:
            is_partial = True
            self._give_up()
        finally:
            if self._pool is not None:
                self._pool.close()
        done = [self._done[number] for number in sorted(self._done)]
        return Examined(
            findings=[finding for one in done for finding in one.findings] + related,
            markers={one.coverage.path: one.markers for one in done if one.markers},
            files=[one.coverage for one in done],
            skipped=[self._skipped[number] for number in sorted(self._skipped)],
            contents=self._contents,
            secrets={one.coverage.path: one.secrets for one in done if one.secrets},
            engines_failed=failed,
            is_partial=is_partial,
        )

    def _arrivals(self, chunk: Sequence[SourceFile], number: int) -> Iterator[_Arrival]:
        for own, file in enumerate(chunk, start=number):
            if is_unchanged(file, self._known):
                yield _Arrival(number=own, file=file, content=self._known[file.path][1])
            elif (data := self._read(own, file)) is not None:
                yield _Arrival(number=own, file=file, content=content_hash(data), data=data)

    def _admit(self, arrivals: Iterable[_Arrival]) -> None:
        opened = []
        for arrival, sketch, reading in self._sketched(list(arrivals)):
            self._contents[arrival.file.path] = arrival.content
            if sketch.rejected:
                self._skip(arrival.number, Skipped(path=arrival.file.path, reason=sketch.rejected))
                continue
            opened.append(
                _OpenFile(
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

    def _sketched(self, arrivals: Sequence[_Arrival]) -> Iterator[tuple[_Arrival, Sketch, Reading | None]]:
        """Yield each file that can be read with its sketch, and what it reads as when that is known."""
        keys = [sketch_key(arrival.content, arrival.file.path) for arrival in arrivals]
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
            now = _Arrival(number=arrival.number, file=arrival.file, content=content_hash(data), data=data)
            sketch, reading = make_sketch(now.file.path, data)
            fresh[sketch_key(now.content, now.file.path)] = msgspec.msgpack.encode(sketch)
            yield now, sketch, reading
        if self._cache:
            self._cache.put(fresh)

    def _look_up(self, opened: Sequence[_OpenFile]) -> None:
        """Find out which engines are to look at the files, and what they said before."""
        for file in opened:
            for plan in self._plans:
                if file.sketch.language in plan.languages:
                    file.keys[plan.name] = entry_key(
                        file.content, file.sketch, file.tags, plan=plan, mask_digest=self._mask_digest
                    )
        values = self._cache.get(key for file in opened for key in file.keys.values()) if self._cache else {}
        for file in opened:
            for name, key in file.keys.items():
                entry = decode_entry(values.get(key))
                if entry is not None:
                    file.known[name] = entry
            file.waiting = file.keys.keys() - file.known.keys()

    def _begin(self, file: _OpenFile) -> None:
        if not file.keys:
            self._skip(file.number, Skipped(path=file.file.path, reason=f"no rule for {file.sketch.language}"))
            return
        if not file.waiting:
            self._finish(file)
            return
        if file.reading is None:
            data = self._read(file.number, file.file)
            if data is None:
                return
            if content_hash(data) != file.content:  # it was written to since its status was taken
                changed = _Arrival(number=file.number, file=file.file, content=content_hash(data), data=data)
                self._admit([changed])
                return
            file.reading = read_text(data)
        self._open[file.number] = file
        self._batch.append(file)
        if len(self._batch) >= _BATCH_FILES or sum(len(_text(f)) for f in self._batch) >= _BATCH_CHARACTERS:
            self._submit()

    def _submit(self) -> None:
        if not self._batch:
            return
        batch, self._batch = self._batch, []
        texts = [SourceText(id=f.number, language=f.sketch.language, text=_text(f), tags=f.tags) for f in batch]
        wanted = {plan.name: [file.number for file in batch if plan.name in file.waiting] for plan in self._plans}
        self._workers().submit(texts, {name: numbers for name, numbers in wanted.items() if numbers})
        self._submitted += 1

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

    def _finish(self, file: _OpenFile) -> None:
        """Turn everything that the engines said of one file into findings and coverage."""
        path = file.file.path
        entries, secrets = self._entries(file)
        coverage = FileCoverage(
            path=path,
            language=file.sketch.language,
            size=file.file.size,
            lines=file.sketch.lines,
            passes=tuple(_pass(name, entry, file.scans.get(name)) for name, entry in entries.items()),
        )
        self._done[file.number] = _Done(
            coverage=coverage,
            findings=[at_path(finding, path) for entry in entries.values() for finding in entry.findings],
            markers=file.sketch.markers,
            secrets=tuple(secrets),
            facts={name: entry.facts for name, entry in entries.items() if entry.facts},
        )
        self._open.pop(file.number, None)
        self._tell()

    def _entries(self, file: _OpenFile) -> tuple[dict[str, Entry], list[Span]]:
        """Return what every engine has to say of the file, and the secrets in it."""
        secrets = [span for entry in file.known.values() for span in entry.secrets]
        fresh: dict[str, Entry] = {}
        if file.scans:
            text = _text(file)
            own = {name: secret_spans(scan.matches, text, rules=self._rules) for name, scan in file.scans.items()}
            secrets += [span for spans in own.values() for span in spans]
            encoding = file.reading.encoding if file.reading else "utf-8"
            places = TextPlaces(text, file.sketch.language, encoding=encoding)
            for name, scan in file.scans.items():
                findings = assemble(scan.matches, places, rules=self._rules, masks=secrets, tags=file.tags)
                fresh[name] = Entry(findings=findings, gap=scan.gap, facts=scan.facts, secrets=own[name])
            self._keep(file, fresh)
        entries = file.known | fresh
        return {plan.name: entries[plan.name] for plan in self._plans if plan.name in entries}, secrets

    def _keep(self, file: _OpenFile, fresh: Mapping[str, Entry]) -> None:
        """Keep what engines found, unless it is unknown what in it is secret."""
        failed = {name for name, scan in file.scans.items() if scan.failure}
        if self._cache and not failed & self._masking:
            whole = {file.keys[name]: entry for name, entry in fresh.items() if name not in failed}
            self._cache.put({key: msgspec.msgpack.encode(entry) for key, entry in whole.items()})

    def _relate(self, related: list[Finding], failed: list[Skipped]) -> None:
        """Add what no single file shows to `related`, and the engines that could not tell to `failed`."""
        for plan in self._plans:
            facts = [
                FactsOf(
                    number=number,
                    facts=done.facts[plan.name],
                    content=self._contents[done.coverage.path],
                    secrets=done.secrets,
                )
                for number, done in sorted(self._done.items())
                if plan.name in done.facts
            ]
            if not facts:
                continue
            try:
                relation = relate_facts(plan, facts, tree=self._tree, cache=self._cache, pool=self._workers)
            except RelationFailed as error:
                failed.append(Skipped(path=plan.name, reason=str(error), is_failure=True))
                continue
            related += relation.findings
            self._note_gaps(plan.name, relation.gaps)

    def _note_gaps(self, engine: str, gaps: Mapping[str, str]) -> None:
        """Say of the files what an engine gave up when it saw them together."""
        for number, done in self._done.items():
            reason = gaps.get(done.coverage.path)
            if reason:
                passes = tuple(_with_gap(one, reason) if one.engine == engine else one for one in done.coverage.passes)
                self._done[number] = replace(done, coverage=replace(done.coverage, passes=passes))

    def _workers(self) -> WorkerPool:
        if self._pool is None:
            self._pool = self._make_pool()
        return self._pool

    def _give_up(self) -> None:
        """Say of every file what was not done."""
        for file in [file for number, file in self._open.items() if number not in self._done]:
            for name in file.waiting:
                file.scans[name] = Scan(id=file.number, failure=_INTERRUPTED)
            self._finish(file)
        for number, source in enumerate(self._tree.files):
            if number not in self._done and number not in self._skipped:
                self._skip(number, Skipped(path=source.path, reason=_INTERRUPTED, is_failure=True))

    def _read(self, number: int, file: SourceFile) -> bytes | None:
        try:
            return self._tree.read(file.path)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            self._skip(number, Skipped(path=file.path, reason=reason, is_failure=True))
            return None

    def _skip(self, number: int, skipped: Skipped) -> None:
        self._skipped[number] = skipped
        self._tell()

    def _tell(self) -> None:
        self._progress(len(self._done) + len(self._skipped), len(self._tree.files))


def _pass(name: str, entry: Entry, scan: Scan | None) -> Pass:
    if scan is not None and scan.failure:
        return Pass(engine=name, outcome=Outcome.FAILED, reason=scan.failure)
    if entry.gap:
        return Pass(engine=name, outcome=Outcome.PARTIAL, reason=entry.gap)
    return _plain_pass(name, Outcome.DONE if scan is not None else Outcome.CACHED)


def _with_gap(one: Pass, reason: str) -> Pass:
    if one.outcome is Outcome.FAILED:
        return one
    told = f"{one.reason}; {reason}" if one.reason else reason
    return Pass(engine=one.engine, outcome=Outcome.PARTIAL, reason=told)


@lru_cache(maxsize=64)
def _plain_pass(name: str, outcome: Outcome) -> Pass:
    """Return one value for the pass of nearly every file, not one for each."""
    return Pass(engine=name, outcome=outcome)


def _text(file: _OpenFile) -> str:
    return file.reading.text if file.reading is not None else ""


def _mask_digest(plans: Iterable[EnginePlan]) -> str:
    return hashlib.sha256("+".join(plan.digest for plan in plans).encode()).hexdigest()


def _chunks(files: Sequence[SourceFile], size: int) -> Iterator[tuple[int, Sequence[SourceFile]]]:
    for start in range(0, len(files), size):
        yield start, files[start : start + size]
