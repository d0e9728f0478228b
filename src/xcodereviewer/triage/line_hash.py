"""GitHub's `primaryLocationLineHash`, by which code scanning recognises an alert.

The algorithm is that of `github/codeql-action`, `src/fingerprints.ts`: a hash of the 100 UTF-16 code units that begin
with the line, spaces and tabs left out and each line end read as one `\\n`, in the ring of 64-bit integers with 37 as
the multiplier; an end mark and zeros fill up the window at the end of the file. Equal hashes of a file are numbered in
the order of their lines.
"""

from array import array
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

__all__ = ["LineHash", "line_hashes"]

LineHash: TypeAlias = Callable[[], str]

_WINDOW = 100
_MULTIPLIER = 37
_RING = 1 << 64
_END = "\uffff"


def line_hashes(text: str) -> list[LineHash]:
    """Return for each line of `text` a function that computes its hash: most lines' are never asked for.

    A text that ends with a line end has an empty last line, as it has for GitHub.
    """
    with_line_feeds = _utf16(text).replace("\r\n", "\n").replace("\r", "\n")
    units = with_line_feeds.replace(" ", "").replace("\t", "") + _END
    padded = units + "\0" * _WINDOW
    counts: Counter[str] = Counter()
    hashes: list[LineHash] = []
    start = 0
    while start < len(units):
        window = padded[start : start + _WINDOW]
        counts[window] += 1
        hashes.append(partial(_hash, window, counts[window]))
        end = units.find("\n", start)
        start = end + 1 if end >= 0 else len(units)
    return hashes


def _hash(window: str, count: int) -> str:
    value = 0
    for unit in window:
        value = (value * _MULTIPLIER + ord(unit)) % _RING
    return f"{value:x}:{count}"


def _utf16(text: str) -> str:
    """Return the text with each UTF-16 code unit as one character."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, array("H", text.encode("utf-16", "surrogatepass")[2:])))
