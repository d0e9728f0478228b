"""Precision, recall, F1, F2 and Youden's J of judged cases, each with a bootstrap interval.

The interval is the percentile one (Efron, 1979): cases are drawn again with replacement, and the middle 95 % of what
the measures come to are told. Where every case is right the interval is a point, which says that the corpus is too
small to show a fault, not that there is none.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from itertools import accumulate

from xcodereviewer.evaluation.matching import Case, Outcome

__all__ = ["Counts", "Estimate", "Measure", "Row", "Scores", "score"]

_ROUNDS = 2_000
_SEED = 1979  # the same cases always give the same interval
_OUTSIDE = 0.025  # on either side of the interval


class Measure(StrEnum):
    """What is told of a set of cases; F2 weighs recall twice as much, Youden's J is recall less false-alarm rate."""

    PRECISION = "precision"
    RECALL = "recall"
    F1 = "F1"
    F2 = "F2"
    YOUDEN = "Youden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many cases ended how."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    @property
    def cases(self) -> int:
        """All of them."""
        return self.tp + self.fp + self.fn + self.tn

    def measure(self, measure: Measure) -> float | None:
        """Return what the cases come to; None where there is none that it speaks of."""
        match measure:
            case Measure.PRECISION:
                return _share(self.tp, self.tp + self.fp)
            case Measure.RECALL:
                return _share(self.tp, self.tp + self.fn)
            case Measure.F1:
                return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)
            case Measure.F2:
                return _share(5 * self.tp, 5 * self.tp + self.fp + 4 * self.fn)
            case Measure.YOUDEN:
                recall, false_rate = _share(self.tp, self.tp + self.fn), _share(self.fp, self.fp + self.tn)
                return None if recall is None or false_rate is None else recall - false_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measure and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is told of one category, or of all."""

    name: str
    counts: Counts
    measures: Mapping[Measure, Estimate | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Each category, all cases together (`micro`), and the mean of the categories for which a measure is defined."""

    categories: tuple[Row, ...]
    micro: Row
    macro: Row


class _All(Enum):
    """The two ways of telling one number of all categories."""

    MICRO = "micro"
    MACRO = "macro"


_Cell = tuple[str, Outcome]  # all cases of one category that ended alike
_Group = str | _All
_Values = Mapping[tuple[_Group, Measure], float | None]


def score(cases: Sequence[Case], *, rounds: int = _ROUNDS) -> Scores:
    """Score judged cases."""
    cells = Counter((case.label.category, case.outcome) for case in cases)
    counts = _counts(cells)
    values = _values(counts)
    drawn = [_values(_counts(sample)) for sample in _samples(cells, rounds)]

    def row(group: _Group, of: Counts) -> Row:
        keys = {measure: (group, measure) for measure in Measure}
        measures = {measure: _estimate(values[key], [one.get(key) for one in drawn]) for measure, key in keys.items()}
        return Row(name=group if isinstance(group, str) else group.value, counts=of, measures=measures)

    together = _together(counts.values())
    return Scores(
        categories=tuple(row(name, counts[name]) for name in sorted(counts)),
        micro=row(_All.MICRO, together),
        macro=row(_All.MACRO, together),
    )


def _counts(cells: Mapping[_Cell, int]) -> dict[str, Counts]:
    by_category: dict[str, dict[str, int]] = defaultdict(dict)
    for (category, outcome), count in cells.items():
        by_category[category][outcome.lower()] = count
    return {category: Counts(**found) for category, found in by_category.items()}


def _together(every: Iterable[Counts]) -> Counts:
    several = list(every)
    return Counts(
        tp=sum(counts.tp for counts in several),
        fp=sum(counts.fp for counts in several),
        fn=sum(counts.fn for counts in several),
        tn=sum(counts.tn for counts in several),
    )


def _values(counts: Mapping[str, Counts]) -> _Values:
    together = _together(counts.values())
    values: dict[tuple[_Group, Measure], float | None] = {}
    for measure in Measure:
        every = {name: found.measure(measure) for name, found in counts.items()}
        values.update({(name, measure): value for name, value in every.items()})
        defined = [value for value in every.values() if value is not None]
        values[_All.MACRO, measure] = sum(defined) / len(defined) if defined else None
        values[_All.MICRO, measure] = together.measure(measure)
    return values


def _samples(cells: Mapping[_Cell, int], rounds: int) -> Iterable[Counter[_Cell]]:
    """Yield as many cases as there are, drawn with replacement, counted by how they ended."""
    draw = random.Random(_SEED)  # noqa: S311 - statistics, and the same every time
    kinds = sorted(cells)
    weights = list(accumulate(cells[kind] for kind in kinds))
    for _ in range(rounds):
        yield Counter(draw.choices(kinds, cum_weights=weights, k=weights[-1]))


def _estimate(value: float | None, drawn: Iterable[float | None]) -> Estimate | None:
    if value is None:
        return None
    ordered = sorted(one for one in drawn if one is not None)
    if not ordered:
        return Estimate(value=value, low=value, high=value)
    last = len(ordered) - 1
    return Estimate(value=value, low=ordered[round(_OUTSIDE * last)], high=ordered[round((1 - _OUTSIDE) * last)])


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
