"""Whether bytes that are not UTF-8 are Chinese in GBK, or single bytes of some other encoding."""

import re
from functools import cache

__all__ = ["reads_as_chinese"]

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_ENOUGH = 4096  # characters to judge by
_LEAST_COMMON_SHARE = 0.65
_MOST_BROKEN_SHARE = 0.02


def reads_as_chinese(data: bytes) -> bool:
    """Return whether `data` is plausible as GB18030, of which GBK is the usual part.

    The 3,755 characters of GB 2312's first level and its punctuation are nearly all of written Chinese. The small
    letters of Latin-1 and Windows-1252 (and of Cyrillic in Windows-1251) lie elsewhere: together they make rare
    characters of the second level, alone they take the letter after them into a character that GB 2312 does not have.
    """
    text = data.decode("gb18030", "replace")
    found = _BEYOND_ASCII.findall(text, 0)[:_ENOUGH]
    if not found:
        return False
    usual = _usual_characters()
    broken = found.count("�")
    common = sum(character in usual for character in found)
    return broken <= len(found) * _MOST_BROKEN_SHARE and common >= (len(found) - broken) * _LEAST_COMMON_SHARE


@cache
def _usual_characters() -> frozenset[str]:
    """GB 2312: rows 1 and 3 (punctuation, full-width letters) and 16 to 55 (the first level)."""
    rows = (0xA1, 0xA3, *range(0xB0, 0xD8))
    pairs = b"".join(bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset(pairs.decode("gb18030", "ignore"))
