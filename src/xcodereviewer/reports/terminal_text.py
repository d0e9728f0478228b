"""Text for a terminal: made visible, measured in cells, wrapped."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["cells", "pack", "visible", "wrap"]

# Letters and symbols that show as nothing, by which code can be hidden although they are no control characters.
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_SPACES = re.compile(r"[ \t\r\n]+")
# A line may break after spaces and around wide characters, as Chinese is written without spaces; closing marks stay
# with what they close.
_WIDE = "\u1100-\u115e\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff01-\uff60"
_CLOSING = r"，。、；：？！）》」』】”’,.;:?!)\]}"
_WORD = re.compile(rf"(?:[{_WIDE}]|[^\s{_WIDE}]+)[{_CLOSING}]*\s*|\s+")
# `code` holds together, unless it is too wide for a line.
_SPAN = re.compile(rf"(?<![^\s{_WIDE}(])`[^`]+`[{_CLOSING}]*\s*|{_WORD.pattern}")


def visible(text: str) -> str:
    """Return `text` on one line with every control, direction and invisible character written as its escape."""
    if text.isprintable() and _BLANK_LETTERS.isdisjoint(text):
        return text
    return "".join(map(_visible_character, _SPACES.sub(" ", text)))


def cells(text: str) -> int:
    """Return how many cells of a terminal the visible `text` takes, colours not counted."""
    text = _COLOUR.sub("", text)
    return len(text) if text.isascii() else sum(map(_cells_of_character, text))


def wrap(text: str, width: int) -> list[str]:
    """Return the one-line `text` as lines of at most `width` cells; a word that is wider stands on its own line."""
    lines, line, used = [], "", 0
    for word in _words(text, width):
        if line and used + cells(word.rstrip()) > width:
            lines.append(line.rstrip())
            line, used = "", 0
        line += word
        used += cells(word)
    return [*lines, line.rstrip()]


def _words(text: str, width: int) -> Iterator[str]:
    for word in _SPAN.findall(text):
        if word.startswith("`") and cells(word.rstrip()) > width:
            yield from _WORD.findall(word)
        else:
            yield word


def pack(parts: Iterable[str], width: int, *, separator: str) -> list[str]:
    """Return lines of whole parts with the separator between them, each at most `width` cells if its parts allow."""
    lines: list[str] = []
    for part in parts:
        if lines and cells(lines[-1]) + cells(separator) + cells(part) <= width:
            lines[-1] += separator + part
        else:
            lines.append(part)
    return lines


def _visible_character(character: str) -> str:
    if character.isprintable() and character not in _BLANK_LETTERS:
        return character
    if unicodedata.category(character) == "Zs":
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _cells_of_character(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
