"""Stretches of code that stand in several places, each group of equal ones reported once.

Files that share a fingerprint are compared token by token around it. Every step is linear in the number of tokens and
fingerprints, but for sorting.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from xcodereviewer.domain.engine import MatchStep
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.duplication_facts import FLOW, NAME, STRETCH, Facts, read_facts

__all__ = ["Clone", "ClonePlace", "find_clones"]

_MOST_PLACES = 1000  # of one group that are compared
_MOST_SHOWN = 10
_LONGEST_STEP = 4096  # tokens compared at once
_UPPER = int(sys.byteorder == "little")  # which byte of a code holds the class
_OF_FLOW = bytes(range(FLOW << 6, (FLOW + 1) << 6))  # upper bytes of the codes of that class
_FLOW_SHARE = 0.05  # of a copy's tokens, or it is a table of data


@dataclass(frozen=True, slots=True, kw_only=True)
class ClonePlace:
    """One of the places where the same code stands; `head` is its first line."""

    id: int
    span: Span
    head: Span

    def step(self, first: "ClonePlace") -> MatchStep:
        """Return this place as one that is related to the `first`."""
        message = f"The same code, to line {self.span.end_line}"
        return MatchStep(span=self.span, message=message, id=None if self.id == first.id else self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clone:
    """The same code in `count` places, of which `places` are shown; the first is where it is reported."""

    places: tuple[ClonePlace, ...]
    count: int
    tokens: int
    lines: int


def find_clones(facts: Iterable[tuple[int, bytes]], *, tokens: int, lines: int) -> list[Clone]:
    """Return the groups of equal stretches of more than `tokens` tokens and at least `lines` lines, by first place."""
    known = [(file_id, read_facts(content)) for file_id, content in facts]
    shared = _shared(facts for _, facts in known)
    texts = [_Text(file_id, facts) for file_id, facts in known if not shared.isdisjoint(array("Q", facts.prints))]
    regions = [r for r in _regions(texts, shared) if r.tokens > tokens and r.lines >= lines]
    clones = [_clone(texts, *reported) for reported in _largest(regions)]
    return sorted(clones, key=lambda clone: (clone.places[0].id, clone.places[0].span))


class _Text:
    def __init__(self, file_id: int, facts: Facts) -> None:
        self.id = file_id
        body = facts.body()
        self.codes = body.codes
        self.firsts = array("I", body.firsts)
        self.numbers = array("I", body.numbers)
        self.columns = array("H", body.columns)
        self.anchors = array("I", facts.anchors)
        self.prints = array("Q", facts.prints)
        self.ends = self.firsts[1:]
        self.ends.append(len(self.codes) // 2)

    def line_of(self, token: int) -> int:
        return bisect_right(self.firsts, token) - 1

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """Return the first of the lines that lie wholly between two tokens, and the one behind the last."""
        first, behind = bisect_left(self.firsts, start), bisect_right(self.ends, end)
        while first < behind and not self._has_word(first):
            first += 1  # the closing brackets of what stands above
        return first, behind

    def share_of_flow(self, start: int, end: int) -> float:
        classes = self.codes[2 * start + _UPPER : 2 * end : 2]
        others = classes.translate(None, _OF_FLOW)
        return (len(classes) - len(others)) / max(len(classes), 1)

    def place(self, start: int, end: int) -> ClonePlace:
        first, last = self.line_of(start), self.line_of(end - 1)
        head = self._span(first, first)
        return ClonePlace(id=self.id, span=self._span(first, last), head=head)

    def _has_word(self, line: int) -> bool:
        codes = array("H", self.codes[2 * self.firsts[line] : 2 * self.ends[line]])
        return len(codes) > 2 or any(code >> 14 == NAME for code in codes)

    def _span(self, first: int, last: int) -> Span:
        return Span(
            start_line=self.numbers[first],
            start_column=self.columns[2 * first],
            end_line=self.numbers[last],
            end_column=self.columns[2 * last + 1],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Region:
    """Equal stretches: where each begins (text, token), how many there are, and how long they are."""

    starts: tuple[tuple[int, int], ...]
    tokens: int
    lines: int


def _regions(texts: Sequence[_Text], shared: Set[int]) -> Iterator[_Region]:
    seen: dict[tuple[tuple[int, int], ...], int] = {}
    for places in _meetings(texts, shared):
        (text, token), *others = places
        shape = ((text, 0), *((other, position - token) for other, position in others))
        if token < seen.get(shape, 0):
            continue  # the region around it is known
        before, after, equal = _extent(texts, places)
        seen[shape] = token + after
        starts = _apart([(other, position - before) for other, position in equal], before + after)
        if len(starts) < 2:
            continue
        first, behind = texts[text].whole_lines(token - before, token + after)
        if first >= behind:
            continue
        begin, end = texts[text].firsts[first], texts[text].ends[behind - 1]
        if texts[text].share_of_flow(begin, end) < _FLOW_SHARE:
            continue
        shift = begin - (token - before)
        shifted = tuple((other, position + shift) for other, position in starts)
        yield _Region(starts=shifted, tokens=end - begin, lines=behind - first)


def _shared(facts: Iterable[Facts]) -> Set[int]:
    """Return the fingerprints that stand more than once."""
    seen: set[int] = set()
    shared: set[int] = set()
    for one in facts:
        prints = array("Q", one.prints)
        own = set(prints)
        if len(own) < len(prints):
            shared.update(found for found, count in Counter(prints).items() if count > 1)
        shared |= seen & own
        seen |= own
    return shared


def _meetings(texts: Sequence[_Text], shared: Set[int]) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of every fingerprint that stands more than once, in the order of the first."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, text in enumerate(texts):
        for line, found in zip(text.anchors, text.prints, strict=True):
            if found in shared:
                places[found].append((index, text.firsts[line]))
    for group in sorted(places.values()):
        yield group[:_MOST_PLACES]


def _extent(texts: Sequence[_Text], places: Sequence[tuple[int, int]]) -> tuple[int, int, list[tuple[int, int]]]:
    """Return how many tokens before and after a fingerprint are equal in all its places, and those places."""
    (text, token), *others = places
    codes = texts[text].codes
    before, after = token, len(codes) // 2 - token
    equal = [places[0]]
    for other, position in others:
        length = _common_after(codes, token, texts[other].codes, position, most=after)
        if length < STRETCH:
            continue  # the hashes are equal, the tokens are not
        after = length
        before = _common_before(codes, token, texts[other].codes, position, most=before)
        equal.append((other, position))
    return before, after, equal


def _common_after(left: bytes, i: int, right: bytes, j: int, *, most: int) -> int:
    most = min(most, len(right) // 2 - j)
    length, step = 0, STRETCH
    while step and length < most:
        step = min(step, most - length)
        a, b = 2 * (i + length), 2 * (j + length)
        if left[a : a + 2 * step] == right[b : b + 2 * step]:
            length += step
            step = min(2 * step, _LONGEST_STEP)
        else:
            step //= 2
            most = min(most, length + 2 * step + 1)
    return length


def _common_before(left: bytes, i: int, right: bytes, j: int, *, most: int) -> int:
    most = min(most, j)
    length, step = 0, STRETCH
    while step and length < most:
        step = min(step, most - length)
        a, b = 2 * (i - length), 2 * (j - length)
        if left[a - 2 * step : a] == right[b - 2 * step : b]:
            length += step
            step = min(2 * step, _LONGEST_STEP)
        else:
            step //= 2
            most = min(most, length + 2 * step + 1)
    return length


def _apart(starts: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Drop stretches that overlap the one before them in the same text."""
    kept: list[tuple[int, int]] = []
    for text, start in sorted(starts):
        if not kept or kept[-1][0] != text or kept[-1][1] + length <= start:
            kept.append((text, start))
    return kept


def _largest(regions: Iterable[_Region]) -> Iterator[tuple[_Region, int]]:
    """Yield the regions with which of their places is news, the largest first; smaller ones inside them are none."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for region in sorted(regions, key=lambda r: (-r.tokens, -len(r.starts), r.starts)):
        news = [
            number
            for number, (text, start) in enumerate(region.starts)
            if not _overlaps(taken[text], start, start + region.tokens)
        ]
        if not news:
            continue
        for number in news:
            text, start = region.starts[number]
            stretches = taken[text]
            stretches.insert(bisect_left(stretches, (start, 0)), (start, start + region.tokens))
        yield region, news[0]


def _overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the stretches, which are sorted and apart, shares a token with the one from `start` to `end`."""
    after = bisect_left(stretches, (end, 0))
    return after > 0 and stretches[after - 1][1] > start


def _clone(texts: Sequence[_Text], region: _Region, reported: int) -> Clone:
    starts = [region.starts[reported], *(s for n, s in enumerate(region.starts) if n != reported)]
    places = tuple(texts[text].place(start, start + region.tokens) for text, start in starts[: _MOST_SHOWN + 1])
    return Clone(places=places, count=len(starts), tokens=region.tokens, lines=region.lines)
