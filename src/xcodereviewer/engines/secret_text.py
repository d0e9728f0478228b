"""One file's text as bytes: what RE2 reads, with the ways back to lines and columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from xcodereviewer.domain.location import Span

__all__ = ["JoinedText", "SecretText"]

_AROUND = 200  # bytes of context
# `"ghp_" + "abc"`, `"ghp_" . "abc"`, `"ghp_" "abc"`, and the same over the end of a line
_JOINT = re.compile(rb"""["'`]\s{0,40}(?:\+|\.{1,2}|&|\\|<>)?\s{0,40}["'`]""")
_REACH = 1_000  # bytes around a keyword in which pieces are put together


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedText:
    """A stretch of the text with its string literals put together."""

    data: bytes
    starts: tuple[int, ...]  # where each piece begins in `data`
    origins: tuple[int, ...]  # and in the text

    def origin(self, offset: int) -> int:
        """Return where in the text the byte at `offset` stands."""
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def spans_joint(self, start: int, end: int) -> bool:
        """Whether the stretch lies in more than one piece."""
        return bisect_right(self.starts, start) != bisect_right(self.starts, end - 1)


class SecretText:
    """The encoded text; lines are counted by `\\n`, columns in code points."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "surrogatepass")
        self._is_ascii = text.isascii()

    def text(self, start: int, end: int) -> str:
        """Return the text of a stretch of bytes."""
        return self.data[start:end].decode("utf-8", "replace")

    def before(self, offset: int) -> str:
        """Return what stands before `offset` on its line, at most 200 bytes."""
        earliest = max(0, offset - _AROUND)
        line_end = self.data.rfind(b"\n", earliest, offset)
        return self.text(earliest if line_end < 0 else line_end + 1, offset)

    def after(self, offset: int) -> str:
        """Return what stands at and behind `offset` on its line, at most 200 bytes."""
        end = self.data.find(b"\n", offset, offset + _AROUND)
        return self.text(offset, offset + _AROUND if end < 0 else end)

    def touches_word(self, start: int, end: int) -> bool:
        """Whether the stretch is part of a longer word; the `n` of an escaped line end before it is none."""
        before, escaped = self.data[max(0, start - 1) : start], self.data[max(0, start - 2) : start - 1] == b"\\"
        after = self.data[end : end + 1]
        return (_is_word(before) and not escaped) or _is_word(after) or after == b"-"

    def joined(self, offset: int) -> JoinedText | None:
        """Return the text around `offset` with its literals put together; None where there are none to join."""
        begin, end = max(0, offset - _REACH), min(len(self.data), offset + _REACH)
        pieces: list[bytes] = []
        starts, origins = [], []
        at, length = begin, 0
        for joint in _JOINT.finditer(self.data, begin, end):
            pieces.append(self.data[at : joint.start()])
            starts.append(length)
            origins.append(at)
            length += joint.start() - at
            at = joint.end()
        if not pieces:
            return None
        data = b"".join((*pieces, self.data[at:end]))
        return JoinedText(data=data, starts=(*starts, length), origins=(*origins, at))

    def spans(self, stretches: list[tuple[int, int]]) -> Iterator[Span]:
        """Yield the span of each stretch of bytes, in their order."""
        for start, end in stretches:
            first, last = self._line(start), self._line(end)
            yield Span(
                start_line=first + 1,
                start_column=self._column(first, start),
                end_line=last + 1,
                end_column=self._column(last, end),
            )

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(b"\n", self.data))]

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _column(self, line: int, offset: int) -> int:
        start = self._starts[line]
        if self._is_ascii:
            return offset - start + 1
        return len(self.data[start:offset].decode("utf-8", "surrogatepass")) + 1


def _is_word(byte: bytes) -> bool:
    return byte.isalnum() or byte == b"_"
