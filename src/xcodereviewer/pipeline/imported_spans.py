"""Where in a text the region of a SARIF log is."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from xcodereviewer.domain.location import Span
from xcodereviewer.engines.sarif_import import ImportedPlace
from xcodereviewer.engines.sarif_log import Region
from xcodereviewer.pipeline.reading import read_text

__all__ = ["ImportedText"]

_UTF8_BOM = b"\xef\xbb\xbf"
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_WHOLE_FILE = Span(start_line=1, start_column=1, end_line=1, end_column=1)


class ImportedText:
    """A file's text, with the ways in which SARIF speaks of its places (§3.30)."""

    def __init__(self, data: bytes) -> None:
        reading = read_text(data)
        self.text = reading.text
        self.encoding = reading.encoding
        self._data = data

    def span(self, place: ImportedPlace) -> Span | None:
        """Return the span of a place; the file's beginning for the file as a whole, None when it is behind the end."""
        region = place.region
        if region is None:
            return _WHOLE_FILE
        if (region.start_line or 0) > 0:
            return self._by_lines(region, is_utf16=place.is_utf16)
        if region.char_offset is not None and region.char_offset >= 0:
            start = self._offset(region.char_offset, is_utf16=place.is_utf16)
            end = self._offset(region.char_offset + max(0, region.char_length or 0), is_utf16=place.is_utf16)
            return self._by_offsets(start, end)
        if region.byte_offset is not None and region.byte_offset >= 0:
            start = self._of_bytes(region.byte_offset)
            end = self._of_bytes(region.byte_offset + max(0, region.byte_length or 0))
            return self._by_offsets(start, end)
        return _WHOLE_FILE

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def _line(self, number: int) -> str:
        """Return a line without its end; empty when there is none of that number."""
        if not 0 < number <= len(self._starts):
            return ""
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].removesuffix("\r")

    def _by_lines(self, region: Region, *, is_utf16: bool) -> Span | None:
        first = region.start_line or 1
        if first > len(self._starts):
            return None
        last = min(max(first, region.end_line or first), len(self._starts))
        first_line, last_line = self._line(first), self._line(last)
        if region.start_column is None or region.start_column < 1:
            start = len(first_line) - len(first_line.lstrip()) + 1
        else:
            start = self._column(first, region.start_column, is_utf16=is_utf16)
        if region.end_column is None or region.end_column < 1:
            end = len(last_line) + 1
        else:
            end = self._column(last, region.end_column, is_utf16=is_utf16)
        if first == last and end < start:
            end = start
        return Span(start_line=first, start_column=start, end_line=last, end_column=end)

    def _by_offsets(self, start: int, end: int) -> Span | None:
        if start > len(self.text):
            return None
        end = min(end, len(self.text))
        first, last = bisect_right(self._starts, start), bisect_right(self._starts, end)
        return Span(
            start_line=first,
            start_column=start - self._starts[first - 1] + 1,
            end_line=last,
            end_column=end - self._starts[last - 1] + 1,
        )

    def _column(self, number: int, column: int, *, is_utf16: bool) -> int:
        start, length = self._starts[number - 1], len(self._line(number))
        if is_utf16 and self._wide:
            units = start + bisect_left(self._wide_at, start) + column - 1
            column = self._of_units(units) - start + 1
        return min(column, length + 1)

    def _offset(self, offset: int, *, is_utf16: bool) -> int:
        return self._of_units(offset) if is_utf16 else offset

    def _of_units(self, units: int) -> int:
        """Return how many characters the first UTF-16 code units of the text are."""
        return units - bisect_left(self._wide, units)

    def _of_bytes(self, offset: int) -> int:
        if self._data.startswith(_UTF8_BOM):
            offset = max(0, offset - len(_UTF8_BOM))
        if self.encoding != "utf-8":
            return len(self._data[:offset].decode(self.encoding, "replace"))
        line = bisect_right(self._line_bytes, offset) - 1
        start = self._starts[line]
        rest = self.text[start : start + offset - self._line_bytes[line]].encode()[: offset - self._line_bytes[line]]
        return start + len(rest.decode("utf-8", "ignore")) + max(0, offset - self._line_bytes[line] - len(rest))

    @cached_property
    def _wide_at(self) -> list[int]:
        """Where the characters stand that are two UTF-16 code units."""
        return [] if self.text.isascii() else [match.start() for match in _WIDE.finditer(self.text)]

    @cached_property
    def _wide(self) -> list[int]:
        """And where in code units."""
        return [at + before for before, at in enumerate(self._wide_at)]

    @cached_property
    def _line_bytes(self) -> list[int]:
        """Where the lines begin, in bytes of UTF-8."""
        lengths = (len(line.encode()) + 1 for line in self.text.split("\n"))
        return [0, *accumulate(lengths)][:-1]
