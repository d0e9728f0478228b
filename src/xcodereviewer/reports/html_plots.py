"""The summary plots of the HTML report, as bars whose numbers also stand beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xcodereviewer.domain.coverage import Coverage, Outcome
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category, Severity
from xcodereviewer.reports.terminal_text import visible

__all__ = ["Bar", "Part", "by_category", "by_file", "by_severity", "work_done"]

_MOST_FILES = 8
# How much one finding weighs in the order of files; only the order is shown.
_WEIGHTS = {Severity.CRITICAL: 40, Severity.HIGH: 15, Severity.MEDIUM: 5, Severity.LOW: 2, Severity.INFO: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a bar: what it counts, and where it stands, in percent of the plot's width."""

    name: str  # also its colour
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a plot."""

    name: str
    total: int
    parts: tuple[Part, ...]


def by_severity(findings: Iterable[Finding]) -> Sequence[Bar]:
    """Return a bar for each severity, also where there is none."""
    counts = Counter(finding.severity for finding in findings)
    return _bars({severity.value: {severity.value: counts[severity]} for severity in Severity})


def by_category(findings: Iterable[Finding]) -> Sequence[Bar]:
    """Return a bar for each category, parted by severity."""
    counts: dict[str, Counter[str]] = {category.value: Counter() for category in Category}
    for finding in findings:
        counts[finding.category][finding.severity.value] += 1
    return _bars(counts)


def by_file(findings: Iterable[Finding]) -> Sequence[Bar]:
    """Return bars of the files with the most and worst findings, parted by severity."""
    counts: dict[str, Counter[str]] = {}
    for finding in findings:
        counts.setdefault(finding.location.path, Counter())[finding.severity.value] += 1
    worst = sorted(counts, key=lambda path: (-_weight(counts[path]), path))[:_MOST_FILES]
    return _bars({visible(path): counts[path] for path in worst})


def work_done(coverage: Coverage) -> Sequence[Bar]:
    """Return a full bar for each engine, parted by what became of its passes."""
    counts: dict[str, Counter[str]] = {}
    for file in coverage.files:
        for done in file.passes:
            counts.setdefault(visible(done.engine), Counter())[done.outcome.value] += 1
    for missing in coverage.engines_missing:
        counts[visible(missing.path)] = Counter({Outcome.FAILED.value: 1})
    return [
        Bar(name=name, total=counts[name].total(), parts=tuple(_parts(counts[name], counts[name].total(), Outcome)))
        for name in sorted(counts)
    ]


def _weight(counts: Mapping[str, int]) -> int:
    return sum(_WEIGHTS[severity] * counts[severity] for severity in Severity)


def _bars(counts: Mapping[str, Mapping[str, int]]) -> Sequence[Bar]:
    """Return bars whose longest fills the width."""
    longest = max((sum(parts.values()) for parts in counts.values()), default=0)
    return [
        Bar(name=name, total=sum(parts.values()), parts=tuple(_parts(parts, longest, Severity)))
        for name, parts in counts.items()
    ]


def _parts(counts: Mapping[str, int], whole: int, order: Iterable[str]) -> Iterator[Part]:
    start = 0.0
    for name in map(str, order):
        count = counts.get(name, 0)
        if count:
            width = 100 * count / whole
            yield Part(name=name, count=count, start=round(start, 3), width=round(width, 3))
            start += width
