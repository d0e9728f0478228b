"""One finding for each problem, however many engines and rules saw it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from xcodereviewer.domain.finding import Finding, Witness
from xcodereviewer.domain.levels import Status
from xcodereviewer.triage.foreign import join_foreign
from xcodereviewer.triage.weakness import family_of

__all__ = ["fuse"]

# Who speaks for a problem that several saw equally well: proof before shape, our words before another tool's.
_ENGINE_ORDER = ("dataflow", "secrets", "patterns", "configuration", "ruff", "complexity")


def fuse(findings: Iterable[Finding], *, tags: Mapping[str, Collection[str]] = MappingProxyType({})) -> list[Finding]:
    """Return one finding for each problem, each with its witnesses, in the order of their places.

    Two findings are one problem when they name related weaknesses (`family_of`) in one file and flag overlapping text;
    or overlapping lines, when different engines saw them (tools differ in the columns they flag) and neither of the
    two saw more than one such problem there: what is ambiguous stays apart. What another tool calls by a wider name
    joins ours as `join_foreign` says; `tags` are those of our rules, by id.
    """
    fused = []
    for _, in_file in groupby(sorted(findings, key=_place), key=attrgetter("location.path")):
        families: dict[str, list[Finding]] = {}
        for finding in in_file:
            families.setdefault(family_of(finding), []).append(finding)
        problems = [problem for family in families.values() for problem in _fuse_family(family)]
        fused += [_merged(problem) for problem in join_foreign(problems, tags=tags)]
    return sorted(fused, key=_place)


def _fuse_family(findings: Sequence[Finding]) -> list[list[Finding]]:
    problems: list[list[Finding]] = []
    for run in _runs_on_shared_lines(findings):
        alone = _engines_that_saw_one(run)
        groups: list[list[Finding]] = []
        for finding in run:
            for group in groups:
                if any(_is_same(finding, other, alone) for other in group):
                    group.append(finding)
                    break
            else:
                groups.append([finding])
        problems += groups
    return problems


def _runs_on_shared_lines(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Split findings, in order of place, wherever no line is shared with what came before."""
    runs: list[list[Finding]] = []
    last_line = 0
    for finding in findings:
        if not runs or finding.location.span.start_line > last_line:
            runs.append([])
            last_line = 0
        runs[-1].append(finding)
        last_line = max(last_line, finding.location.span.end_line)
    return runs


def _engines_that_saw_one(run: Sequence[Finding]) -> frozenset[str]:
    engines = [finding.engine for finding in run]
    return frozenset(engine for engine in engines if engines.count(engine) == 1)


def _is_same(one: Finding, other: Finding, alone: frozenset[str]) -> bool:
    a, b = one.location.span, other.location.span
    if (a.start_line, a.start_column) < (b.end_line, b.end_column) and (b.start_line, b.start_column) < (
        a.end_line,
        a.end_column,
    ):
        return True
    return a == b or (one.engine != other.engine and {one.engine, other.engine} <= alone and a.overlaps(b))


def _merged(group: Sequence[Finding]) -> Finding:
    ranked = sorted(group, key=_rank)
    first = ranked[0]
    witnesses = {
        (f.engine, f.rule): Witness(engine=f.engine, rule=f.rule, confidence=f.confidence, message=f.message)
        for f in ranked
    }
    return replace(
        first,
        severity=max((f.severity for f in ranked), key=attrgetter("rank")),
        confidence=max((f.confidence for f in ranked), key=attrgetter("rank")),
        status=Status.STABLE if any(f.status is Status.STABLE for f in ranked) else first.status,
        cwe=tuple(dict.fromkeys(number for f in ranked for number in f.cwe)),
        fix=next((f.fix for f in ranked if f.fix is not None), None),
        suppression=next((f.suppression for f in ranked if f.suppression is not None), None),
        witnesses=tuple(witnesses.values()),
    )


def _rank(finding: Finding) -> tuple[bool, bool, bool, int, int, int, str]:
    """Order findings of one problem, the one to show first: gating, ours, proved, sure, severe, by the best engine."""
    engine = finding.engine
    order = _ENGINE_ORDER.index(engine) if engine in _ENGINE_ORDER else len(_ENGINE_ORDER)
    is_preview = finding.status is not Status.STABLE
    is_ours = engine in _ENGINE_ORDER
    return (
        is_preview,
        not is_ours,
        not finding.steps,
        -finding.confidence.rank,
        -finding.severity.rank,
        order,
        finding.rule,
    )


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.location.path, finding.location.span, finding.rule
