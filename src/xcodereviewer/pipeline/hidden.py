"""What of a flagged stretch no report may show: the values in it, not the code around them."""

import re
from collections.abc import Iterable, Iterator

from xcodereviewer.domain.location import Span

__all__ = ["HiddenValues", "shows_any"]

_QUOTED = re.compile(
    r'"""(?P<a>.*?)"""|\'\'\'(?P<b>.*?)\'\'\''
    r'|"(?P<c>(?>(?:\\.|[^"\\])*))"|\'(?P<d>(?>(?:\\.|[^\'\\])*))\'|`(?P<e>[^`]*+)`'
    r"|[\"'`](?P<open>.++)"  # what is not closed ends with the stretch
    r"|\{(?P<numbers>[\s\dxXa-fA-F(),byte-]++)\}",
    re.DOTALL,
)
_VARIABLE = re.compile(r"\$\{?\w++\}?")
_ONLY_VARIABLE = re.compile(r"(?:-[\w-]*+[= ]?)?[\"']?\$\{?\w++\}?[\"']?")
_WORDS = r"(?:pass|pwd|secret|token|key|cred|auth|value)"
_BARE = re.compile(
    rf"(?i)(?<![\w-])(?:-{{1,2}}[a-z])?[\w.-]{{0,60}}?{_WORDS}[\w.-]{{0,60}}+[ \t]{{0,20}}+[=:][ \t]{{0,20}}+"
    r"(?P<value>[^\s\"'`,;(){}\[\]$=][^\s\"'`,;)]*+)"
    r"|(?<=[ \t])-[pa][ \t]{0,20}+(?P<option>[^\s\"'`$-][^\s\"'`]*+)",
)
_NAMED = re.compile(
    r"(?i)\s*+(?>(?:-[ \t]++)?)(?>(?:(?:ENV|ARG)[ \t]++)?)"
    rf"[\w.-]{{0,60}}?{_WORDS}[\w.-]{{0,60}}+(?:[ \t]*+[=:]|[ \t])[ \t]*+"
)
# What of a literal that says where to connect is secret: `Server=db;Password=…`, `host=db password=… dbname=shop`,
# `https://user:…@host`, `user:…@tcp(host)`. Of any other literal everything is.
_CONNECTION = re.compile(
    rf"(?i)(?:^|[;\s])[a-z_ ]{{0,30}}?{_WORDS}[a-z_ ]{{0,30}}?=[ \t]{{0,9}}(?!=)"
    r"(?P<value>'[^']+'|[^;]+?)(?=;|[ \t]{1,9}\w{1,60}=|$)"
    r"|//[\w.%+-]{0,100}:(?P<login>\S{1,200})@|^[\w.%+-]{1,100}:(?P<own_login>\S{1,200})@(?:tcp|unix)?\("
)
_NEXT_PAIR = re.compile(r"[;\s]\w[\w ]{0,60}=[^=]")
_LEAST_SHOWN = 4  # characters; a shorter line of a secret says nothing of it
_BIG = 100_000  # characters of a stretch that are looked at; of a longer one nothing is shown


def shows_any(data: bytes, text: str, hidden: Iterable[Span]) -> bool:
    """Whether `data` holds what stands in `text` at one of the hidden spans, or a line of it."""
    lines = text.split("\n")
    for span in hidden:
        for number in range(span.start_line, span.end_line + 1):
            line = lines[number - 1] if number <= len(lines) else ""
            first = span.start_column - 1 if number == span.start_line else 0
            last = span.end_column - 1 if number == span.end_line else len(line)
            part = line[first:last].strip()
            if len(part) >= _LEAST_SHOWN and part.encode("utf-8", "replace") in data:
                return True
    return False


class HiddenValues:
    """Finds the values in stretches of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]

    def within(self, span: Span) -> list[Span]:
        """Return the literals in a flagged stretch; without any, what follows its name; else the whole.

        Of a literal that says where to connect it is the password, of a variable nothing.
        """
        start, end = self._offset(span.start_line, span.start_column), self._offset(span.end_line, span.end_column)
        flagged = self._text[start:end]
        found = list(_values(flagged)) if len(flagged) <= _BIG else []
        if not found:
            if _ONLY_VARIABLE.fullmatch(flagged):
                return []
            named = _NAMED.match(flagged)
            if named is None or named.end() >= len(flagged):
                return [span]
            found = [(named.end(), len(flagged))]
        return [self._span(start + first, start + last) for first, last in found]

    def _offset(self, line: int, column: int) -> int:
        return min(self._starts[min(line, len(self._starts)) - 1] + column - 1, len(self._text))

    def _span(self, start: int, end: int) -> Span:
        first, last = self._place(start), self._place(end)
        return Span(start_line=first[0], start_column=first[1], end_line=last[0], end_column=last[1])

    def _place(self, offset: int) -> tuple[int, int]:
        line = self._text.count("\n", 0, offset) + 1
        return line, offset - self._starts[line - 1] + 1


def _values(text: str) -> Iterator[tuple[int, int]]:
    for found in _QUOTED.finditer(text):
        group = found.lastgroup or "c"
        start, end = found.span(group)
        is_key = re.search(r"\w\[$", text[max(0, found.start() - 2) : found.start()]) and text[found.end() :][:1] == "]"
        is_variable = group == "c" and _VARIABLE.fullmatch(found[group])
        if start < end and not is_key and not is_variable:
            yield from ((start + first, start + last) for first, last in _secret_parts(found[group]))
    for found in _BARE.finditer(text):
        yield found.span("value" if found["value"] is not None else "option")


def _secret_parts(literal: str) -> list[tuple[int, int]]:
    """Return where in a literal its secrets stand."""
    has_pairs = literal.count("=") > 1 and _NEXT_PAIR.search(literal)
    parts = [
        found.span(found.lastgroup or 0)
        for found in _CONNECTION.finditer(literal)
        if has_pairs or found["value"] is None
    ]
    return parts or [(0, len(literal))]
