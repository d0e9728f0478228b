"""The one shape that YAML documents and Dockerfiles are turned into, with the place in the text of every part."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from xcodereviewer.domain.location import Span

__all__ = ["Entry", "Kind", "Lines", "Node", "Place", "Stretch"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\S+")


class Kind(Enum):
    """What a node is."""

    MAP = auto()
    LIST = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text that was put together from pieces of the source: joined lines, or the value of a block scalar.

    `origins` are pairs of offsets (in `text`, in the source) where a piece begins; sorted, the first begins at 0.
    """

    text: str
    origins: tuple[tuple[int, int], ...]

    def cut(self, start: int, end: int) -> "Stretch":
        """Return the part from `start` to `end`."""
        first = max(bisect_right(self.origins, start, key=lambda pair: pair[0]) - 1, 0)
        last = bisect_left(self.origins, end, lo=first, key=lambda pair: pair[0])
        pieces = [(max(at - start, 0), origin + max(start - at, 0)) for at, origin in self.origins[first:last]]
        return Stretch(text=self.text[start:end], origins=tuple(pieces) or ((0, self.source(start)),))

    def source(self, offset: int) -> int:
        """Return where in the source the character at `offset` stands."""
        at, origin = self.origins[max(bisect_right(self.origins, offset, key=lambda pair: pair[0]) - 1, 0)]
        return origin + offset - at

    def words(self) -> Iterator["Stretch"]:
        """Yield the words between white space."""
        for word in _WORD.finditer(self.text):
            yield self.cut(*word.span())


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """A mapping, a list or a text; `start` and `end` are offsets in the source.

    Not frozen: mappings and lists grow while they are read, when aliases may already hang them in several places.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    plain: bool = False  # a YAML scalar without quotes, which may be a truth value or null
    stretch: Stretch | None = None  # where the text comes from, when that is known exactly
    entries: list["Entry"] = field(default_factory=list)
    by_key: dict[str, "Entry"] = field(default_factory=dict)

    def add(self, entry: "Entry") -> None:
        """Hang an entry into this mapping or list; of equal keys the last counts."""
        self.entries.append(entry)
        if self.kind is Kind.MAP:
            self.by_key[entry.key] = entry

    def locate(self, source: str, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the source of the characters `start` to `end` of the text."""
        stretch = self.stretch or _align(self.text, source[self.start : self.end], self.start)
        first = stretch.source(start)
        return first, max(stretch.source(end - 1) + 1, first) if end > start else first


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """What a mapping or list holds: a node under its key; `key_start` is -1 where no key is written."""

    node: Node
    key: str = ""
    key_start: int = -1
    key_end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A node as it was reached from the document's root, whose `parent` is None."""

    entry: Entry
    parent: "Place | None" = None

    @property
    def node(self) -> Node:
        """The node at this place."""
        return self.entry.node


class Lines:
    """A text's lines, for turning offsets into positions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def span_of(self, place: Place) -> Span:
        """Return what of a place a person is shown: key and value on the key's line, or the first line."""
        entry = place.entry
        if entry.key_start < 0:
            return self.span(entry.node.start, entry.node.end)
        same_line = self._line(entry.key_start) == self._line(entry.node.start)
        if entry.node.kind is Kind.TEXT and same_line and entry.node.start >= entry.key_end:
            return self.span(entry.key_start, max(entry.node.end, entry.key_end))
        return self.span(entry.key_start, entry.key_end)

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets, or its first line without trailing white space."""
        line = self._line(start)
        last = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        stop = start + len(self._text[start : min(end, last)].rstrip())
        column = start - self._starts[line] + 1
        return Span(
            start_line=line + 1, start_column=column, end_line=line + 1, end_column=column + max(stop - start, 0)
        )

    def number(self, offset: int) -> int:
        """Return the line, counted from 1, that an offset stands on."""
        return self._line(offset) + 1

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Yield the offsets of each line's first character and of its end."""
        for start, after in zip(self._starts, [*self._starts[1:], len(self._text)], strict=True):
            yield start, start + len(self._text[start:after].rstrip("\r\n"))

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _align(text: str, source: str, start: int) -> Stretch:
    """Find the words of a scalar's value in its source, up to the first that an escape hides."""
    origins = [(0, start)]
    position = 0
    for word in _WORD.finditer(text):
        found = source.find(word[0], position)
        if found < 0:
            break
        origins.append((word.start(), start + found))
        position = found + len(word[0])
    return Stretch(text=text, origins=tuple(origins[1:] if origins[1:] and origins[1][0] == 0 else origins))
