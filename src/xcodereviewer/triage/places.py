"""What a text says around a place: the excerpt to show and the hashes that identity is computed from."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.triage.comments import without_comments
from xcodereviewer.triage.line_hash import LineHashes

__all__ = ["TextPlaces", "mask_text"]

_SNIPPET_LINES = 5
_SNIPPET_WIDTH = 200
_LEAD = 40  # characters kept before the flagged column when a line is cut
_LONGEST_PLACE = 20_000  # characters that are hashed; a longer match differs within them or is the same problem
_DEEPEST_SCOPE = 12
_LEGIBLE = 4  # characters of a secret that are left to recognise it by
_LONG_ENOUGH = 12  # characters of a secret from which on any are left
_SPACE = re.compile(r"\s+")


class TextPlaces:
    """One file's text, with what is wanted of its places; a file has many findings or none, so all is made late."""

    def __init__(self, text: str, language: Language, *, encoding: str = "utf-8") -> None:
        self._text = text
        self._language = language
        self._encoding = encoding
        self._parents: list[int] = []  # of the lines down to the lowest that was asked for
        self._enclosing: list[tuple[int, int]] = []  # of the next line: indentation and index, the innermost last

    def snippet(self, span: Span, *, masks: Sequence[Span] = ()) -> str:
        """Return the flagged lines, secrets masked, at most 5 of at most 200 characters."""
        last = min(span.end_line, span.start_line + _SNIPPET_LINES - 1)
        start, end = self._line_start(span.start_line), self._line_start(last + 1)
        lines = self._masked(start, end, masks).removesuffix("\n").split("\n")
        cut = max(0, span.start_column - 1 - _LEAD) if max(map(len, lines), default=0) > _SNIPPET_WIDTH else 0
        return "\n".join(line[cut : cut + _SNIPPET_WIDTH].rstrip() for line in lines)

    def place(self, span: Span, *, masks: Sequence[Span] = ()) -> str:
        """Return the hash of the flagged text without white space and comments; of its lines when a secret is in it."""
        if any(mask.overlaps(span) for mask in masks):
            start, end = self._line_start(span.start_line), self._line_start(span.end_line + 1)
            flagged = self._masked(start, end, masks, legible=0)
        else:
            start, end = self._offset(span.start_line, span.start_column), self._offset(span.end_line, span.end_column)
            flagged = self._text[start:end]
        return _digest(self._normal(flagged[:_LONGEST_PLACE]))

    def scope(self, span: Span) -> str:
        """Return the hash of the lines that enclose the place, as indentation shows them: `def save`, `class Order`.

        A line that itself encloses others belongs to them, without what is flagged in it.
        """
        headers = [self._normal(self._around(span))] if self._is_header(span.start_line) else []
        index = self._parent(min(span.start_line, len(self._starts)) - 1)
        while index >= 0 and len(headers) < _DEEPEST_SCOPE:
            headers.append(self._normal(self._line(index + 1)[: _SNIPPET_WIDTH * 2]))
            index = self._parents[index]
        return _digest("\n".join(headers))

    def line_hash(self, line: int) -> str:
        """Return GitHub's `primaryLocationLineHash`; empty where the file is not UTF-8: GitHub hashes bytes."""
        return self._line_hashes.of(line) if self._encoding == "utf-8" else ""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    @cached_property
    def _line_hashes(self) -> LineHashes:
        return LineHashes(self._text)

    def _is_header(self, line: int) -> bool:
        """Whether the next line that is not empty is indented more."""
        own = self._line(line)
        if not own.strip():
            return False
        below = next((text for n in range(line + 1, line + 5) if (text := self._line(n)).strip()), "")
        return _indentation(below) > _indentation(own)

    def _around(self, span: Span) -> str:
        """Return the first flagged line without what is flagged in it."""
        start, end = self._offset(span.start_line, span.start_column), self._offset(span.end_line, span.end_column)
        first, after = self._line_start(span.start_line), self._line_start(span.start_line + 1)
        return (self._text[first:start] + self._text[end:after])[: _SNIPPET_WIDTH * 2]

    def _parent(self, index: int) -> int:
        """Return the index of the nearest line above that is indented less than this one; -1 when there is none."""
        for above in range(len(self._parents), index + 1):
            line = self._line(above + 1)
            stripped = line.lstrip()
            if not stripped or stripped[0] in "})]":
                self._parents.append(self._enclosing[-1][1] if self._enclosing else -1)
                continue
            indentation = _indentation(line)
            while self._enclosing and self._enclosing[-1][0] >= indentation:
                self._enclosing.pop()
            self._parents.append(self._enclosing[-1][1] if self._enclosing else -1)
            self._enclosing.append((indentation, above))
        return self._parents[index]

    def _line(self, number: int) -> str:
        return self._text[self._line_start(number) : self._line_start(number + 1)]

    def _line_start(self, number: int) -> int:
        return self._starts[number - 1] if number <= len(self._starts) else len(self._text)

    def _offset(self, line: int, column: int) -> int:
        return min(self._line_start(line) + column - 1, self._line_start(line + 1))

    def _masked(self, start: int, end: int, masks: Sequence[Span], *, legible: int = _LEGIBLE) -> str:
        stretches = [
            (max(start, self._offset(m.start_line, m.start_column)), min(end, self._offset(m.end_line, m.end_column)))
            for m in masks
        ]
        hidden = [(a - start, b - start) for a, b in stretches if a < b]
        return _mask(self._text[start:end], hidden, legible=legible)

    def _normal(self, text: str) -> str:
        return _SPACE.sub("", without_comments(text, self._language))


def mask_text(text: str, masks: Sequence[Span]) -> str:
    """Return the text with each stretch made unreadable; lines and columns stay where they are."""
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]

    def offset(line: int, column: int) -> int:
        return min(starts[min(line, len(starts)) - 1] + column - 1, len(text))

    stretches = [(offset(m.start_line, m.start_column), offset(m.end_line, m.end_column)) for m in masks]
    return _mask(text, stretches, legible=_LEGIBLE)


def _mask(text: str, stretches: Sequence[tuple[int, int]], *, legible: int) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in _joined(stretches):
        shown = start + (legible if end - start >= _LONG_ENOUGH else 0)
        pieces += text[at:shown], re.sub(r"[^\r\n]", "*", text[shown:end])
        at = end
    return "".join((*pieces, text[at:]))


def _joined(stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches in order, those that overlap as one."""
    current: tuple[int, int] | None = None
    for start, end in sorted(stretches):
        if current is not None and start <= current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current


def _indentation(line: str) -> int:
    return len(line[: len(line) - len(line.lstrip())].expandtabs(8))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
