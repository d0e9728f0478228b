"""GitHub's `primaryLocationLineHash`, by which code scanning recognises an alert.

The algorithm is that of `github/codeql-action`, `src/fingerprints.ts`: a hash of the 100 UTF-16 code units that begin
with the line, spaces and tabs left out and each line end read as one `\\n`, in the ring of 64-bit integers with 37 as
the multiplier; an end mark and zeros fill up the window at the end of the file. Equal hashes of a file are numbered in
the order of their lines.
"""

import re
from array import array

__all__ = ["LineHashes"]

_WINDOW = 100
_MULTIPLIER = 37
_RING = 1 << 64
_END = "\uffff"


class LineHashes:
    """The hashes of the lines of one text, each computed when it is asked for: most never are.

    A text that ends with a line end has an empty last line, as it has for GitHub.
    """

    def __init__(self, text: str) -> None:
        with_line_feeds = _utf16(text).replace("\r\n", "\n").replace("\r", "\n")
        units = with_line_feeds.replace(" ", "").replace("\t", "") + _END
        self._padded = units + "\0" * _WINDOW
        self._starts = [0, *(match.end() for match in re.finditer("\n", units))]
        self._numbers = self._numbered()

    def of(self, line: int) -> str:
        """Return the hash of a line; empty when there is no such line."""
        if not 0 < line <= len(self._starts):
            return ""
        value = 0
        start = self._starts[line - 1]
        for unit in self._padded[start : start + _WINDOW]:
            value = (value * _MULTIPLIER + ord(unit)) % _RING
        return f"{value:x}:{self._numbers[line - 1]}"

    def _numbered(self) -> list[int]:
        """Return for each line how many have its window up to there."""
        counts: dict[str, int] = {}
        numbers = []
        for start in self._starts:
            window = self._padded[start : start + _WINDOW]
            counts[window] = number = counts.get(window, 0) + 1
            numbers.append(number)
        return numbers


def _utf16(text: str) -> str:
    """Return the text with each UTF-16 code unit as one character."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, array("H", text.encode("utf-16", "surrogatepass")[2:])))
