"""A file's bytes as the text that engines, places and reports agree on."""

import re
from dataclasses import dataclass

from xcodereviewer.sources.decode import decode

__all__ = ["Reading", "read_text"]

_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A decoded text and its encoding."""

    text: str
    encoding: str


def read_text(data: bytes) -> Reading:
    """Decode a file's content.

    A carriage return alone, the line end of the old Macintosh, becomes a line feed: grammars count lines by line feeds
    only, and every place would be on line 1.
    """
    decoded = decode(data)
    text = _LONE_RETURN.sub("\n", decoded.text) if "\r" in decoded.text else decoded.text
    return Reading(text=text, encoding=decoded.encoding)
