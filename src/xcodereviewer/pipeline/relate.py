"""What no single file shows: an engine's facts of all files, related once more."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec

from xcodereviewer.core.errors import Unavailable
from xcodereviewer.domain.engine import Match
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.location import Location
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.assemble import assemble
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import at_path
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import make_sketch
from xcodereviewer.triage.places import TextPlaces

__all__ = ["RelationFailed", "relate_facts"]


class RelationFailed(Unavailable):
    """An engine that could not relate its facts."""

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"The engine `{engine}` could not compare the files with each other: {reason}")
        self.engine = engine


def relate_facts(
    plan: EnginePlan,
    facts: Sequence[tuple[int, bytes]],
    *,
    tree: SourceTree,
    cache: ResultCache | None,
    pool: Callable[[], WorkerPool],
) -> list[Finding]:
    """Return what the engine finds in the facts of all files together; a fact carries its file's number in the tree.

    Raises:
        RelationFailed: the engine failed.
    """
    facts = sorted(facts)
    key = _key(plan, facts, tree)
    value = cache.get([key]).get(key) if cache else None
    if value is not None:
        return msgspec.msgpack.decode(value, type=list[Finding])
    matches, failure = pool().relate(plan.name, facts)
    if failure:
        raise RelationFailed(plan.name, failure)
    rules = {rule.id: rule for rule in plan.rules}
    by_file: dict[int, list[Match]] = {}
    for number, match in matches:
        by_file.setdefault(number, []).append(match)
    findings = [
        finding for number in sorted(by_file) for finding in _findings(tree, number, by_file[number], rules=rules)
    ]
    if cache:
        cache.put({key: msgspec.msgpack.encode(findings)})
    return findings


def _key(plan: EnginePlan, facts: Sequence[tuple[int, bytes]], tree: SourceTree) -> bytes:
    digest = hashlib.blake2b(f"relation\0{plan.digest}\0".encode(), digest_size=16)
    for number, fact in facts:
        digest.update(hashlib.blake2b(fact + tree.files[number].path.encode("utf-8", "surrogatepass")).digest())
    return digest.digest()


def _findings(tree: SourceTree, number: int, matches: Sequence[Match], *, rules: Mapping[str, Rule]) -> list[Finding]:
    path = tree.files[number].path
    try:
        sketch, reading = make_sketch(path, tree.read(path))
    except OSError:
        return []  # it was read a moment ago; what became of it shows in the next review
    if reading is None:
        return []
    places = TextPlaces(reading.text, sketch.language, encoding=reading.encoding)
    findings = assemble(matches, places, rules=rules, masks=())
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
