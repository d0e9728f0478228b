"""What no single file shows: an engine's facts of all files, related once more."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

import msgspec

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.domain.coverage import FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.engine import FileFacts, Gap, Harmless, Match, MatchStep
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.pool import Told, WorkerPool
from xcodereviewer.pipeline.assemble import assemble
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import FINDING_VERSION, at_path, content_hash
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import make_sketch
from xcodereviewer.sources.classify import tags_of
from xcodereviewer.triage.places import TextPlaces

__all__ = ["Asked", "FactsOf", "Related", "Relating", "Relation", "RelationFailed"]


_MOST_TEXTS = 32  # that are held at once; with all places of a large one they take several times its size


class RelationFailed(Unavailable):
    """An engine that could not relate its facts."""

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"The engine `{engine}` could not compare the files with each other: {reason}")
        self.engine = engine


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsOf:
    """A file that an engine's scan left facts of, by its number in the tree.

    `content` is the hash of its content, `secrets` what no report may show of it.
    """

    number: int
    content: bytes
    secrets: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What an engine found in the facts of all files together, and by path what is harmless, and what it gave up and
    why."""

    findings: list[Finding] = field(default_factory=list)
    harmless: dict[str, list[Harmless]] = field(default_factory=dict)
    gaps: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that is being answered: `contents` are, by a file's number, the hashes of what its facts are of."""

    contents: Mapping[int, bytes]
    answer: Callable[[], Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relating:
    """One engine's question about all files that it has facts of."""

    plan: EnginePlan
    files: Sequence[FactsOf]
    tree: SourceTree
    cache: ResultCache | None

    def recall(self) -> Relation | None:
        """Return what the same files came to before, or that there are none; None when that is not known."""
        if not self.files:
            return Relation()
        key = self._key()
        value = self.cache.get([key]).get(key) if self.cache else None
        try:
            return msgspec.msgpack.decode(value, type=Relation) if value is not None else None
        except msgspec.DecodeError:
            return None

    def ask(self, facts: Mapping[int, bytes], pool: WorkerPool) -> Asked:
        """Ask what the engine finds in the facts of all files together."""
        asked = [
            FileFacts(id=file.number, path=self.tree.files[file.number].path, facts=facts[file.number])
            for file in self.files
        ]
        return Asked(contents=self._contents(), answer=pool.relate(self.plan.name, asked).get)

    def is_about(self, asked: Asked) -> bool:
        """Whether that question was about the files of this one."""
        return asked.contents == self._contents()

    def answer(self, asked: Asked) -> Relation:
        """Wait for the answer and keep it.

        Raises:
            RelationFailed: the engine failed.
        """
        found, failure = asked.answer()
        if failure:
            raise RelationFailed(self.plan.name, failure)
        by_file: dict[int, list[Match]] = {}
        harmless: dict[str, list[Harmless]] = {}
        gaps: dict[str, str] = {}
        for number, one in found:
            path = self.tree.files[number].path
            match one:
                case Match():
                    by_file.setdefault(number, []).append(one)
                case Harmless():
                    harmless.setdefault(path, []).append(one)
                case Gap():
                    gaps[path] = f"{gaps[path]}; {one.reason}" if path in gaps else one.reason
                case never:
                    assert_never(never)
        relation = Relation(findings=list(self._findings(by_file)), harmless=harmless, gaps=gaps)
        if self.cache and len(relation.findings) == sum(map(len, by_file.values())):  # else a file has changed since
            self.cache.put({self._key(): msgspec.msgpack.encode(relation)})
        return relation

    def _contents(self) -> Mapping[int, bytes]:
        return {file.number: file.content for file in self.files}

    def _key(self) -> bytes:
        """Return the key of the whole; facts follow from a file's content, its path and the engine's digest."""
        digest = hashlib.blake2b(f"relation{FINDING_VERSION}\0{self.plan.digest}\0".encode(), digest_size=16)
        for file in self.files:
            digest.update(self._told_of(file))
        return digest.digest()

    def _told_of(self, file: FactsOf) -> bytes:
        path = self.tree.files[file.number].path.encode("utf-8", "surrogatepass")
        return msgspec.msgpack.encode((file.number, path, file.content, file.secrets))

    def _findings(self, by_file: Mapping[int, list[Match]]) -> Iterator[Finding]:
        """Yield the findings in the order of the files; texts are read again only for matches that are new."""
        texts = _Texts(self.tree, self.files)
        files = {file.number: file for file in self.files}
        keys = {number: self._file_key(number, by_file[number], files) for number in sorted(by_file)}
        known = self.cache.get(keys.values()) if self.cache else {}
        for number, key in keys.items():
            findings = _decode(known.get(key))
            if findings is None:
                findings = texts.findings(number, by_file[number], self.plan)
                if self.cache and texts.are_whole:
                    self.cache.put({key: msgspec.msgpack.encode(findings)})
            yield from findings

    def _file_key(self, number: int, matches: Sequence[Match], files: Mapping[int, FactsOf]) -> bytes:
        """Return the key of one file's findings: of its matches, and of all files that they name."""
        steps = (step for match in matches for step in (*match.steps, *match.related))
        named = {number, *(step.id for step in steps if step.id is not None)}
        digest = hashlib.blake2b(f"related{FINDING_VERSION}\0{self.plan.digest}\0".encode(), digest_size=16)
        for other in sorted(named & files.keys()):
            digest.update(self._told_of(files[other]))
        digest.update(msgspec.msgpack.encode((number, matches)))
        return digest.digest()


def _decode(value: bytes | None) -> list[Finding] | None:
    try:
        return msgspec.msgpack.decode(value, type=list[Finding]) if value is not None else None
    except msgspec.DecodeError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What no single file shows: findings, by path what is harmless, and by engine and path what was given up when the
    files were seen together."""

    findings: list[Finding] = field(default_factory=list)
    harmless: dict[str, list[Harmless]] = field(default_factory=dict)
    failed: list[Skipped] = field(default_factory=list)
    gaps: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def add(self, engine: str, relation: Relation) -> None:
        """Take in what one engine found."""
        self.findings.extend(relation.findings)
        for path, places in relation.harmless.items():
            self.harmless.setdefault(path, []).extend(places)
        self.gaps[engine] = relation.gaps

    def told_of(self, coverage: FileCoverage) -> FileCoverage:
        """Return the coverage of a file with what was given up of it."""
        gaps = {name: by_path[coverage.path] for name, by_path in self.gaps.items() if coverage.path in by_path}
        if not gaps:
            return coverage
        passes = (_with_gap(one, gaps[one.engine]) if one.engine in gaps else one for one in coverage.passes)
        return replace(coverage, passes=tuple(passes))


def _with_gap(one: Pass, reason: str) -> Pass:
    if one.outcome is Outcome.FAILED:
        return one
    told = f"{one.reason}; {reason}" if one.reason else reason
    return Pass(engine=one.engine, outcome=Outcome.PARTIAL, reason=told)


class _Texts:
    """The texts of the files, read again for what is shown of them."""

    def __init__(self, tree: SourceTree, files: Sequence[FactsOf]) -> None:
        self._tree = tree
        self._files = {file.number: file for file in files}
        self._places: dict[int, TextPlaces | None] = {}
        self.are_whole = True  # until one cannot be read, or is not any more what was looked at

    def findings(self, number: int, matches: Sequence[Match], plan: EnginePlan) -> list[Finding]:
        """Return what was found in one file; nothing when it is not any more what was looked at."""
        places = self._places_of(number)
        if places is None:
            return []
        path = self._tree.files[number].path
        rules = {rule.id: rule for rule in plan.rules}
        masks = self._files[number].secrets
        plain = [replace(match, steps=(), related=()) for match in matches]
        return [
            replace(
                at_path(finding, path),
                steps=tuple(self._step(number, step) for step in match.steps),
                related=tuple(self._step(number, step) for step in match.related),
            )
            for match, finding in zip(
                matches, assemble(plain, places, rules=rules, masks=masks, tags=tags_of(path)), strict=True
            )
        ]

    def _step(self, own: int, step: MatchStep) -> Step:
        number = own if step.id is None else step.id
        places = self._places_of(number)
        masks = self._files[number].secrets if number in self._files else ()
        return Step(
            location=Location(path=self._tree.files[number].path, span=step.span),
            message=step.message,
            snippet=places.snippet(step.span, masks=masks) if places is not None else "",
        )

    def _places_of(self, number: int) -> TextPlaces | None:
        if number not in self._places:
            if len(self._places) >= _MOST_TEXTS:
                self._places.pop(next(iter(self._places)))
            self._places[number] = self._read(number)
            self.are_whole = self.are_whole and self._places[number] is not None
        return self._places[number]

    def _read(self, number: int) -> TextPlaces | None:
        file = self._tree.files[number]
        try:
            data = self._tree.read(file.path)
        except OSError:
            return None  # it was read a moment ago; what became of it shows in the next review
        sketch, reading = make_sketch(file, data)
        if reading is None or number not in self._files or content_hash(data) != self._files[number].content:
            return None
        return TextPlaces(reading.text, sketch.language, encoding=reading.encoding)
