"""What no single file shows: an engine's facts of all files, related once more."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import msgspec

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.domain.engine import FileFacts, Gap, Match, MatchStep
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.assemble import assemble
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import FINDING_VERSION, at_path, content_hash
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import make_sketch
from xcodereviewer.sources.classify import tags_of
from xcodereviewer.triage.places import TextPlaces

__all__ = ["FactsOf", "Relation", "RelationFailed", "relate_facts"]


class RelationFailed(Unavailable):
    """An engine that could not relate its facts."""

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"The engine `{engine}` could not compare the files with each other: {reason}")
        self.engine = engine


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsOf:
    """What an engine's scan of one file left, with the file's number in the tree.

    `content` is the hash of its content, `secrets` what no report may show of it.
    """

    number: int
    facts: bytes
    content: bytes
    secrets: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What an engine found in the facts of all files together, and by path what it gave up and why."""

    findings: list[Finding]
    gaps: dict[str, str]


def relate_facts(
    plan: EnginePlan,
    files: Sequence[FactsOf],
    *,
    tree: SourceTree,
    cache: ResultCache | None,
    pool: Callable[[], WorkerPool],
) -> Relation:
    """Return what the engine finds in the facts of all files together.

    Raises:
        RelationFailed: the engine failed.
    """
    key = _key(plan, files, tree)
    known = _decode(cache.get([key]).get(key)) if cache else None
    if known is not None:
        return known
    asked = [FileFacts(id=file.number, path=tree.files[file.number].path, facts=file.facts) for file in files]
    found, failure = pool().relate(plan.name, asked)
    if failure:
        raise RelationFailed(plan.name, failure)
    by_file: dict[int, list[Match]] = {}
    gaps: dict[str, str] = {}
    for number, one in found:
        if isinstance(one, Gap):
            path = tree.files[number].path
            gaps[path] = f"{gaps[path]}; {one.reason}" if path in gaps else one.reason
        else:
            by_file.setdefault(number, []).append(one)
    texts = _Texts(tree, files)
    findings = [finding for number in sorted(by_file) for finding in texts.findings(number, by_file[number], plan)]
    relation = Relation(findings=findings, gaps=gaps)
    if cache:
        cache.put({key: msgspec.msgpack.encode(relation)})
    return relation


def _decode(value: bytes | None) -> Relation | None:
    try:
        return msgspec.msgpack.decode(value, type=Relation) if value is not None else None
    except msgspec.DecodeError:
        return None


def _key(plan: EnginePlan, files: Sequence[FactsOf], tree: SourceTree) -> bytes:
    digest = hashlib.blake2b(f"relation{FINDING_VERSION}\0{plan.digest}\0".encode(), digest_size=16)
    for file in files:
        path = tree.files[file.number].path.encode("utf-8", "surrogatepass")
        digest.update(b"%d %b\0%b" % (file.number, path, file.content))
        digest.update(hashlib.blake2b(file.facts + msgspec.msgpack.encode(file.secrets)).digest())
    return digest.digest()


class _Texts:
    """The texts of the files, read again for what is shown of them."""

    def __init__(self, tree: SourceTree, files: Sequence[FactsOf]) -> None:
        self._tree = tree
        self._files = {file.number: file for file in files}
        self._places: dict[int, TextPlaces | None] = {}

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
            self._places[number] = self._read(number)
        return self._places[number]

    def _read(self, number: int) -> TextPlaces | None:
        path = self._tree.files[number].path
        try:
            data = self._tree.read(path)
        except OSError:
            return None  # it was read a moment ago; what became of it shows in the next review
        sketch, reading = make_sketch(path, data)
        if reading is None or number not in self._files or content_hash(data) != self._files[number].content:
            return None
        return TextPlaces(reading.text, sketch.language, encoding=reading.encoding)
