"""The files of a tree through the engines; what is known already is not done again."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from xcodereviewer.domain.coverage import FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.engine import Scan, SourceText
from xcodereviewer.domain.finding import Finding
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
from xcodereviewer.pipeline.relate import RelationFailed, relate_facts
from xcodereviewer.pipeline.sketch import Sketch, make_sketch
from xcodereviewer.pipeline.stat_index import Known, is_unchanged
from xcodereviewer.sources.classify import tags_of
from xcodereviewer.triage.comments import Marker
from xcodereviewer.triage.places import TextPlaces

__all__ = ["Examination", "Examined"]

_CHUNK = 128  # files whose cache entries are asked for at once
_BATCH_FILES = 24
_BATCH_CHARACTERS = 400_000
_INTERRUPTED = "interrupted before it was looked at"


@dataclass(slots=True, kw_only=True)
class Examined:
    """What came of it; `contents` holds the hash of every file's content, by path."""

    findings: list[Finding] = field(default_factory=list)
    markers: dict[str, tuple[Marker, ...]] = field(default_factory=dict)
    files: list[FileCoverage] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    engines_failed: list[Skipped] = field(default_factory=list)
    is_partial: bool = False


@dataclass(slots=True, kw_only=True)
class _OpenFile:
    """A file on its way: what is known of it, and which engines have yet to answer."""

    number: int
    file: SourceFile
    content: bytes  # its hash
    sketch: Sketch
    reading: Reading | None = None
    keys: dict[str, bytes] = field(default_factory=dict)
    known: dict[str, Entry] = field(default_factory=dict)
    scans: dict[str, Scan] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)


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
        self._mask_digest = _mask_digest(plans)
        self._cache = cache
        self._make_pool = pool
        self._pool: WorkerPool | None = None
        self._known = known
        self._progress = progress
        self._open: dict[int, _OpenFile] = {}
        self._batch: list[_OpenFile] = []
        self._submitted = 0
        self._facts: dict[str, list[tuple[int, bytes]]] = {}
        self._result = Examined()

    def run(self) -> Examined:
        """Look at every file; an interrupt ends the run with what is known so far."""
        number = 0
        try:
            for chunk in _chunks(self._tree.files, _CHUNK):
                self._admit(chunk, number)
                number += len(chunk)
                self._drain(keep=4)
            self._submit()
            self._drain(keep=0)
            self._relate()
        except KeyboardInterrupt:
            self._result.is_partial = True
            self._give_up(self._tree.files[number:])
        finally:
            if self._pool is not None:
                self._pool.close()
        return self._result

    def _admit(self, chunk: Sequence[SourceFile], number: int) -> None:
        contents: dict[str, bytes] = {}
        data: dict[str, bytes] = {}
        for file in chunk:
            if is_unchanged(file, self._known):
                contents[file.path] = self._known[file.path][1]
                continue
            content = self._read(file.path)
            if content is not None:
                data[file.path] = content
                contents[file.path] = content_hash(content)
        self._result.contents.update(contents)
        sketches = self._sketches(contents, data)
        opened = []
        for offset, file in enumerate(chunk):
            sketch, reading = sketches.get(file.path, (None, None))
            if sketch is None:
                continue
            if sketch.rejected:
                self._result.skipped.append(Skipped(path=file.path, reason=sketch.rejected))
                continue
            content = contents[file.path]
            opened.append(_OpenFile(number=number + offset, file=file, content=content, sketch=sketch, reading=reading))
        self._look_up(opened)
        for begun in opened:
            self._begin(begun)

    def _sketches(
        self, contents: Mapping[str, bytes], data: Mapping[str, bytes]
    ) -> dict[str, tuple[Sketch, Reading | None]]:
        keys = {path: sketch_key(content, path) for path, content in contents.items()}
        values = self._cache.get(keys.values()) if self._cache else {}
        sketches: dict[str, tuple[Sketch, Reading | None]] = {}
        fresh: dict[bytes, bytes] = {}
        for path, key in keys.items():
            sketch = decode_sketch(values.get(key))
            reading = None
            if sketch is None:
                content = data.get(path)
                if content is None and (content := self._read(path)) is None:
                    continue
                sketch, reading = make_sketch(path, content)
                fresh[key] = msgspec.msgpack.encode(sketch)
            elif path in data and not sketch.rejected:
                reading = read_text(data[path])
            sketches[path] = (sketch, reading)
        if self._cache:
            self._cache.put(fresh)
        return sketches

    def _look_up(self, opened: Sequence[_OpenFile]) -> None:
        """Find out which engines are to look at the files, and what they said before."""
        for file in opened:
            tags = tags_of(file.file.path)
            for plan in self._plans:
                if file.sketch.language in plan.languages:
                    file.keys[plan.name] = entry_key(
                        file.content, file.sketch, tags, plan=plan, mask_digest=self._mask_digest
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
            reason = f"no rule for {file.sketch.language}"
            self._result.skipped.append(Skipped(path=file.file.path, reason=reason))
            return
        if not file.waiting:
            self._finish(file)
            return
        if file.reading is None:
            content = self._read(file.file.path)
            if content is None:
                return
            file.reading = read_text(content)
        self._open[file.number] = file
        self._batch.append(file)
        if len(self._batch) >= _BATCH_FILES or sum(len(_text(f)) for f in self._batch) >= _BATCH_CHARACTERS:
            self._submit()

    def _submit(self) -> None:
        if not self._batch:
            return
        texts = [
            SourceText(id=f.number, language=f.sketch.language, text=_text(f), tags=tags_of(f.file.path))
            for f in self._batch
        ]
        wanted = {plan.name: [file.number for file in self._batch if plan.name in file.waiting] for plan in self._plans}
        self._workers().submit(texts, {name: numbers for name, numbers in wanted.items() if numbers})
        self._submitted += 1
        self._batch = []

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
                del self._open[scan.id]
                self._finish(file)

    def _finish(self, file: _OpenFile) -> None:
        """Turn everything that the engines said of one file into findings and coverage."""
        path = file.file.path
        passes = []
        for name, entry in self._entries(file).items():
            scan = file.scans.get(name)
            passes.append(_pass(name, entry, scan))
            self._result.findings += [at_path(finding, path) for finding in entry.findings]
            if entry.facts:
                self._facts.setdefault(name, []).append((file.number, entry.facts))
        if file.sketch.markers:
            self._result.markers[path] = file.sketch.markers
        self._result.files.append(
            FileCoverage(
                path=path,
                language=file.sketch.language,
                size=file.file.size,
                lines=file.sketch.lines,
                passes=tuple(passes),
            )
        )
        file.reading = None
        self._progress(len(self._result.files) + len(self._result.skipped), len(self._tree.files))

    def _entries(self, file: _OpenFile) -> dict[str, Entry]:
        if not file.scans:
            return {plan.name: file.known[plan.name] for plan in self._plans if plan.name in file.known}
        matches = [match for scan in file.scans.values() for match in scan.matches]
        masks = secret_spans(matches, self._rules)
        masks += [
            finding.location.span
            for entry in file.known.values()
            for finding in entry.findings
            if SECRET_TAG in self._rules[finding.rule].tags
        ]
        places = TextPlaces(
            _text(file), file.sketch.language, encoding=file.reading.encoding if file.reading else "utf-8"
        )
        fresh = {
            name: Entry(
                findings=assemble(scan.matches, places, rules=self._rules, masks=masks), gap=scan.gap, facts=scan.facts
            )
            for name, scan in file.scans.items()
        }
        if self._cache:
            whole = {name: entry for name, entry in fresh.items() if not file.scans[name].failure}
            self._cache.put({file.keys[name]: msgspec.msgpack.encode(entry) for name, entry in whole.items()})
        entries = file.known | fresh
        return {plan.name: entries[plan.name] for plan in self._plans if plan.name in entries}

    def _relate(self) -> None:
        for plan in self._plans:
            facts = self._facts.get(plan.name)
            if not facts:
                continue
            try:
                found = relate_facts(plan, facts, tree=self._tree, cache=self._cache, pool=self._workers)
            except RelationFailed as error:
                self._result.engines_failed.append(Skipped(path=plan.name, reason=str(error), is_failure=True))
            else:
                self._result.findings += found

    def _workers(self) -> WorkerPool:
        if self._pool is None:
            self._pool = self._make_pool()
        return self._pool

    def _give_up(self, rest: Sequence[SourceFile]) -> None:
        for file in self._open.values():
            for name in file.waiting:
                file.scans[name] = Scan(id=file.number, failure=_INTERRUPTED)
            self._finish(file)
        known = {file.path for file in self._result.files} | {skip.path for skip in self._result.skipped}
        self._result.skipped += [
            Skipped(path=file.path, reason=_INTERRUPTED, is_failure=True) for file in rest if file.path not in known
        ]

    def _read(self, path: str) -> bytes | None:
        try:
            return self._tree.read(path)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            self._result.skipped.append(Skipped(path=path, reason=reason, is_failure=True))
            return None


def _pass(name: str, entry: Entry, scan: Scan | None) -> Pass:
    if scan is not None and scan.failure:
        return Pass(engine=name, outcome=Outcome.FAILED, reason=scan.failure)
    if entry.gap:
        return Pass(engine=name, outcome=Outcome.PARTIAL, reason=entry.gap)
    return Pass(engine=name, outcome=Outcome.DONE if scan is not None else Outcome.CACHED)


def _text(file: _OpenFile) -> str:
    return file.reading.text if file.reading is not None else ""


def _mask_digest(plans: Sequence[EnginePlan]) -> str:
    masking = [plan.digest for plan in plans if any(SECRET_TAG in rule.tags for rule in plan.rules)]
    return hashlib.sha256("+".join(masking).encode()).hexdigest()


def _chunks(files: Sequence[SourceFile], size: int) -> Iterator[Sequence[SourceFile]]:
    for start in range(0, len(files), size):
        yield files[start : start + size]
