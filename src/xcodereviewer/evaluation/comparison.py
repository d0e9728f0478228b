"""Whether one run is better than another on the same cases: McNemar's exact test (McNemar, 1947)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import comb

from xcodereviewer.evaluation.matching import Case

__all__ = ["Comparison", "Ended", "compare_runs", "ended"]

_SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Whether a case ended right, and whether a label speaks of it."""

    is_right: bool
    is_labelled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How many cases were compared, how many are right in this run only (`better`) or in the other only (`worse`).

    `p` is how likely it is that two equally good runs differ so much or more, in either direction.
    """

    cases: int
    better: int
    worse: int
    p: float

    @property
    def is_worse(self) -> bool:
        """Whether this run is worse, and not by chance."""
        return self.worse > self.better and self.p < _SIGNIFICANT


_Key = tuple[str, str]  # case, category


def ended(cases: Iterable[Case]) -> dict[_Key, Ended]:
    """Return how each case ended, by its name and category."""
    return {
        (case.label.case, case.label.category): Ended(is_right=case.outcome.is_right, is_labelled=case.is_labelled)
        for case in cases
    }


def compare_runs(now: Mapping[_Key, Ended], before: Mapping[_Key, Ended]) -> Comparison:
    """Compare the cases that both runs have; a false alarm that no label speaks of is right where it is not."""
    better = worse = cases = 0
    for key in now.keys() | before.keys():
        several = [run[key] for run in (now, before) if key in run]
        if len(several) == 1 and several[0].is_labelled:
            continue
        cases += 1
        is_right, was_right = (run[key].is_right if key in run else True for run in (now, before))
        better += is_right and not was_right
        worse += was_right and not is_right
    return Comparison(cases=cases, better=better, worse=worse, p=_two_sided(better, worse))


def _two_sided(better: int, worse: int) -> float:
    """Return the probability, of `better + worse` throws of a coin, of a split at least as uneven."""
    throws = better + worse
    tail = sum(comb(throws, count) for count in range(min(better, worse) + 1))
    return min(1.0, 2 * tail / (1 << throws))
