"""A template's text taken apart: markup, `{{ expressions }}` and `{% tags %}`, with their places.

Jinja and Django write the same three pairs of braces. Comments are dropped; what is verbatim is markup.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from xcodereviewer.engines.dataflow.ir import pack

__all__ = ["Piece", "Places", "has_template_syntax", "pieces"]

_LONGEST = 8_000  # characters of one expression or tag
_CLOSE = {"{{": "}}", "{%": "%}"}
_OPEN = re.compile(r"\{[{%#]")
_REST = {
    "{{": re.compile(r"""[-+]?((?:[^}"']|"[^"]*+"|'[^']*+'|\}(?!\}))*)\}\}"""),
    "{%": re.compile(r"""[-+]?((?:[^%"']|"[^"]*+"|'[^']*+'|%(?!\}))*)%\}"""),
}
_PLAIN_REST = {"{{": re.compile(r"[-+]?([^\n]*?)\}\}"), "{%": re.compile(r"[-+]?([^\n]*?)%\}")}
_VERBATIM = {"raw": "endraw", "verbatim": "endverbatim", "comment": "endcomment"}
_WORD = re.compile(r"\s*(\w+)")


class Piece(NamedTuple):
    """One piece: `kind` is `text`, `output` or `tag`, `text` what stands inside; `start` and `end` are offsets."""

    kind: str
    text: str
    start: int
    end: int


class Places:
    """Where in lines and columns the offsets of a text are."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, start: int, end: int) -> int:
        """Return the packed span from one offset to another."""
        first, last = bisect_right(self._starts, start), bisect_right(self._starts, end)
        return pack(first, start - self._starts[first - 1] + 1, last, end - self._starts[last - 1] + 1)


def has_template_syntax(text: str) -> bool:
    """Whether anything in the text may be an expression or tag of a template; costs next to nothing."""
    return "{%" in text or "{{" in text or "<%" in text


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces in their order; braces that nothing closes are markup."""
    position = 0
    while (opening := _OPEN.search(text, position)) is not None:
        start = opening.start()
        if opening.group() == "{#":
            end = text.find("#}", start)
            if end < 0:
                break
            yield from _text(text, position, start)
            position = end + 2
            continue
        rest = _rest(text, opening)
        if rest is None:
            yield from _text(text, position, opening.end())
            position = opening.end()
            continue
        yield from _text(text, position, start)
        position = rest.end()
        inner = rest.group(1).rstrip("-+").strip()
        if opening.group() == "{{":
            yield Piece("output", inner, start, position)
            continue
        word = _WORD.match(inner)
        closing = _VERBATIM.get(word.group(1), "") if word is not None else ""
        if not closing:
            yield Piece("tag", inner, start, position)
            continue
        last = re.compile(rf"\{{%[-+]?\s*{closing}\b[^%]*%\}}").search(text, position)
        if closing != "endcomment":
            yield from _text(text, position, last.start() if last is not None else len(text))
        position = last.end() if last is not None else len(text)
    yield from _text(text, position, len(text))


def _rest(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    """Return an expression or tag to its end; quotes that do not pair are no reason to miss the end."""
    kind, start = opening.group(), opening.end()
    limit = min(len(text), start + _LONGEST)
    if text.find(_CLOSE[kind], start, limit) < 0:
        return None
    return _REST[kind].match(text, start, limit) or _PLAIN_REST[kind].match(text, start, limit)


def _text(text: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece("text", text[start:end], start, end)
