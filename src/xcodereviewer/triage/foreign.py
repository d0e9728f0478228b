"""Which problems that only other tools saw are problems of ours by another name.

Tools class one weakness differently: Bandit's B506 is CWE-20, our rule for it CWE-502. Two problems are one when our
rule's tags name the other tool's rule (`bandit-b506`) and they share a line, or when the tool names a class that our
weakness is a kind of (`is_class_of`) on the very same lines. What may be several stays apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from xcodereviewer.domain.finding import Finding
from xcodereviewer.triage.weakness import is_class_of

__all__ = ["join_foreign"]

_IMPORTED = "sarif:"  # how the engine of an imported finding begins; the tool's name follows

_Problem = Sequence[Finding]  # findings that are one problem
_MOST_LINES = 100  # of a finding's span


def join_foreign(problems: Sequence[_Problem], *, tags: Mapping[str, Collection[str]]) -> list[_Problem]:
    """Return the problems of one file, those of other tools joined with ours; `tags` are those of our rules, by id."""
    ours: defaultdict[int, list[int]] = defaultdict(list)
    for number, problem in enumerate(problems):
        for line in () if _is_foreign(problem) else _lines(problem):
            ours[line].append(number)
    claims: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for number, problem in enumerate(problems):
        if ours and _is_foreign(problem):
            near = dict.fromkeys(other for line in _lines(problem) for other in ours[line])
            kin = [other for other in near if _is_kin(problem, problems[other], tags)]
            if len(kin) == 1:
                claims[kin[0], problem[0].engine].append(number)
    joined = {theirs[0]: own for (own, _), theirs in claims.items() if len(theirs) == 1}
    merged = {number: list(problem) for number, problem in enumerate(problems) if number not in joined}
    for theirs, own in joined.items():
        merged[own] += problems[theirs]
    return list(merged.values())


def _is_foreign(problem: _Problem) -> bool:
    return all(finding.engine.startswith(_IMPORTED) for finding in problem)


def _lines(problem: _Problem) -> Iterator[int]:
    for finding in problem:
        span = finding.location.span
        yield from range(span.start_line, min(span.end_line, span.start_line + _MOST_LINES) + 1)


def _is_kin(theirs: _Problem, ours: _Problem, tags: Mapping[str, Collection[str]]) -> bool:
    return any(
        one.engine != other.engine and (_is_named(one, tags.get(other.rule, ())) or _is_kind_on_same_lines(one, other))
        for one in theirs
        for other in ours
    )


def _is_named(theirs: Finding, tags: Collection[str]) -> bool:
    tool, _, rule = theirs.rule.lower().partition(".")
    names = {f"{tool}-{rule.replace('/', '-')}"}
    if tool == "ruff" and rule.startswith("s"):  # flake8-bandit: bandit's own numbers
        names.add(f"bandit-b{rule[1:]}")
    return not names.isdisjoint(tags)


def _is_kind_on_same_lines(theirs: Finding, ours: Finding) -> bool:
    a, b = theirs.location.span, ours.location.span
    return (a.start_line, a.end_line) == (b.start_line, b.end_line) and is_class_of(theirs, ours)
