"""Which finding of now is which finding of before, by passes from strong evidence to weak.

1. the same weakness, file, scope and text, in the same order;
2. the same source and sink of a data flow in the same file;
3. the same weakness and text elsewhere in the file, the nearest line first;
4. the same weakness in the same scope of the file with other text, when there is one on each side only;
5. the same weakness, scope and text in another file, when there is one on each side only;
6. the same in the file to which all that pass 5 found of a file went, and from which all there came;
7. the same, when there are equally many and each side has them in one file: twins whose file was renamed.

Every pass looks only at what the passes before left over, and what Git calls a renamed file counts as the same file.
Where it is ambiguous, nothing is matched: a finding that is new twice costs a look, one that is taken for another that
somebody accepted costs the bug.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xcodereviewer.domain.finding import Finding
from xcodereviewer.triage.weakness import family_of

__all__ = ["Trace", "match_traces", "trace_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What a finding is recognised by."""

    family: str
    path: str
    line: int
    scope: str
    place: str
    flow: str = ""  # hash of source and sink; empty without a data flow


def trace_of(finding: Finding) -> Trace:
    """Return what the finding is recognised by."""
    return Trace(
        family=family_of(finding),
        path=finding.location.path,
        line=finding.location.span.start_line,
        scope=finding.scope,
        place=finding.place,
        flow=_flow(finding),
    )


def match_traces(
    before: Sequence[Trace], now: Sequence[Trace], *, renames: Mapping[str, str]
) -> dict[int, tuple[int, bool]]:
    """Return for each trace of `now` (by index) that is one of `before` its index, and whether its text is the same.

    Args:
        before: the traces of the findings that are known.
        now: the traces of the findings of this review.
        renames: the path now of each file that was renamed, by its old path.
    """
    matching = _Matching(
        [(index, trace, renames.get(trace.path, trace.path)) for index, trace in enumerate(before)],
        [(index, trace, trace.path) for index, trace in enumerate(now)],
    )
    matching.pair(lambda t, path: (t.family, path, t.scope, t.place), _in_order)
    matching.pair(lambda t, path: (t.family, path, t.flow) if t.flow else None, _only_one)
    matching.pair(lambda t, path: (t.family, path, t.place), _nearest)
    matching.pair(lambda t, path: (t.family, path, t.scope), _only_one)
    followed = matching.pair(lambda t, _: (t.family, t.scope, t.place), _only_one)
    matching.move(_files_moved(followed))
    matching.pair(lambda t, path: (t.family, path, t.scope, t.place), _in_order)
    matching.pair(lambda t, _: (t.family, t.scope, t.place), _twins)
    return matching.pairs


_Placed = tuple[int, Trace, str]  # index, trace, path now
_Pairing = Callable[[Sequence[_Placed], Sequence[_Placed]], Iterable[tuple[_Placed, _Placed]]]


class _Matching:
    def __init__(self, before: Sequence[_Placed], now: Sequence[_Placed]) -> None:
        self._before = before
        self._now = now
        self.pairs: dict[int, tuple[int, bool]] = {}

    def move(self, moved: Mapping[str, str]) -> None:
        """Have what is left of before stand where its file went."""
        self._before = [(index, trace, moved.get(path, path)) for index, trace, path in self._before]

    def pair(self, key: Callable[[Trace, str], Hashable], pairing: _Pairing) -> Sequence[tuple[_Placed, _Placed]]:
        """Pair what is left over and has the same key (None: no key); returns the pairs."""
        found: list[tuple[_Placed, _Placed]] = []
        if not self._before or not self._now:
            return found
        old_groups, new_groups = _grouped(self._before, key), _grouped(self._now, key)
        for value, new in new_groups.items():
            for old_one, new_one in pairing(old_groups.get(value, ()), new):
                found.append((old_one, new_one))
                self.pairs[new_one[0]] = (old_one[0], old_one[1].place == new_one[1].place)
        taken = {old for old, _ in self.pairs.values()}
        self._before = [placed for placed in self._before if placed[0] not in taken]
        self._now = [placed for placed in self._now if placed[0] not in self.pairs]
        return found


def _files_moved(followed: Iterable[tuple[_Placed, _Placed]]) -> Mapping[str, str]:
    """Return where a file went, when all that was followed out of it went there and all there came from it."""
    ways = {(old_path, new_path) for (_, _, old_path), (_, _, new_path) in followed}
    left, reached = Counter(old for old, _ in ways), Counter(new for _, new in ways)
    return {old: new for old, new in ways if left[old] == reached[new] == 1}


def _grouped(placed: Iterable[_Placed], key: Callable[[Trace, str], Hashable]) -> dict[Hashable, list[_Placed]]:
    groups: dict[Hashable, list[_Placed]] = defaultdict(list)
    for one in placed:
        value = key(one[1], one[2])
        if value is not None:
            groups[value].append(one)
    return groups


def _in_order(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterable[tuple[_Placed, _Placed]]:
    """Pair equal places of one scope from the top when none came or went, else each with the nearest."""
    if len(old) == len(new):
        return zip(sorted(old, key=_line), sorted(new, key=_line), strict=True)
    return _nearest(old, new)


def _nearest(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Pair equal text by distance, the nearest first; of equally near ones the upper."""
    if len(old) * len(new) > 250_000:  # a file of nothing but the same: told apart from the top
        yield from zip(sorted(old, key=_line), sorted(new, key=_line), strict=False)
        return
    distances = sorted(
        (abs(a[1].line - b[1].line), a[1].line, b[1].line, i, j) for i, a in enumerate(old) for j, b in enumerate(new)
    )
    taken_old, taken_new = set(), set()
    for _, _, _, i, j in distances:
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield old[i], new[j]


def _only_one(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterable[tuple[_Placed, _Placed]]:
    return [(old[0], new[0])] if len(old) == len(new) == 1 else []


def _twins(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterable[tuple[_Placed, _Placed]]:
    """Pair from the top what stands in one file on each side, equally often."""
    is_one_file = len({path for _, _, path in old}) == len({path for _, _, path in new}) == 1
    return _in_order(old, new) if is_one_file and len(old) == len(new) else []


def _line(placed: _Placed) -> int:
    return placed[1].line


def _flow(finding: Finding) -> str:
    if not finding.steps:
        return ""
    ends = (finding.steps[0].snippet.split(), finding.steps[-1].snippet.split())
    return hashlib.blake2b("\0".join(" ".join(end) for end in ends).encode(errors="replace"), digest_size=8).hexdigest()
