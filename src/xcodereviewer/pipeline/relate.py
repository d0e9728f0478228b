"""What no single file shows: an engine's facts of all files, related once more."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.domain.engine import Match
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.assemble import assemble
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import FINDING_VERSION, at_path, content_hash
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import make_sketch
from xcodereviewer.sources.classify import tags_of
from xcodereviewer.triage.places import TextPlaces

__all__ = ["FileFacts", "RelationFailed", "relate_facts"]


class RelationFailed(Unavailable):
    """An engine that could not relate its facts."""

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"The engine `{engine}` could not compare the files with each other: {reason}")
        self.engine = engine


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What an engine's scan of one file left, with the file's number in the tree.

    `content` is the hash of its content, `secrets` what no report may show of it.
    """

    number: int
    facts: bytes
    content: bytes
    secrets: tuple[Span, ...] = ()


def relate_facts(
    plan: EnginePlan,
    files: Sequence[FileFacts],
    *,
    tree: SourceTree,
    cache: ResultCache | None,
    pool: Callable[[], WorkerPool],
) -> list[Finding]:
    """Return what the engine finds in the facts of all files together.

    Raises:
        RelationFailed: the engine failed.
    """
    key = _key(plan, files, tree)
    known = _decode(cache.get([key]).get(key)) if cache else None
    if known is not None:
        return known
    matches, failure = pool().relate(plan.name, [(file.number, file.facts) for file in files])
    if failure:
        raise RelationFailed(plan.name, failure)
    rules = {rule.id: rule for rule in plan.rules}
    by_file: dict[int, list[Match]] = {}
    for number, match in matches:
        by_file.setdefault(number, []).append(match)
    findings = [
        finding
        for file in files
        if file.number in by_file
        for finding in _findings(tree, file, by_file[file.number], rules=rules)
    ]
    if cache:
        cache.put({key: msgspec.msgpack.encode(findings)})
    return findings


def _decode(value: bytes | None) -> list[Finding] | None:
    try:
        return msgspec.msgpack.decode(value, type=list[Finding]) if value is not None else None
    except msgspec.DecodeError:
        return None


def _key(plan: EnginePlan, files: Sequence[FileFacts], tree: SourceTree) -> bytes:
    digest = hashlib.blake2b(f"relation{FINDING_VERSION}\0{plan.digest}\0".encode(), digest_size=16)
    for file in files:
        path = tree.files[file.number].path.encode("utf-8", "surrogatepass")
        digest.update(b"%d %b\0%b" % (file.number, path, file.content))
        digest.update(hashlib.blake2b(file.facts + msgspec.msgpack.encode(file.secrets)).digest())
    return digest.digest()


def _findings(
    tree: SourceTree, file: FileFacts, matches: Sequence[Match], *, rules: Mapping[str, Rule]
) -> list[Finding]:
    path = tree.files[file.number].path
    try:
        data = tree.read(path)
    except OSError:
        return []  # it was read a moment ago; what became of it shows in the next review
    sketch, reading = make_sketch(path, data)
    if reading is None or content_hash(data) != file.content:
        return []
    places = TextPlaces(reading.text, sketch.language, encoding=reading.encoding)
    findings = assemble(matches, places, rules=rules, masks=file.secrets, tags=tags_of(path))
    return [
        at_path(replace(finding, related=_related(match, tree)), path)
        for match, finding in zip(matches, findings, strict=True)
    ]


def _related(match: Match, tree: SourceTree) -> tuple[Step, ...]:
    """Return the match's related places, those in other files with the path of their file."""
    return tuple(
        Step(
            location=Location(path="" if step.id is None else tree.files[step.id].path, span=step.span),
            message=step.message,
        )
        for step in match.related
    )
