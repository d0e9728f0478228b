"""The source lines of a finding, numbered, with the flagged stretch marked under them."""

from collections.abc import Iterator, Sequence

from xcodereviewer.domain.location import Span
from xcodereviewer.reports.terminal_style import LABEL_CELLS, Pen, Role
from xcodereviewer.reports.terminal_text import cells
from xcodereviewer.reports.terminal_words import say

__all__ = ["clip_line", "show_excerpt"]

_TAB = 4
_MOST_LINES = 6
_CONTEXT = 1


def show_excerpt(pen: Pen, lines: Sequence[str], span: Span, *, first: int, role: Role) -> None:
    """Write the lines that a span covers, with one line around them.

    Args:
        lines: consecutive lines of the file, at least those that the span covers.
        first: the number of the first of `lines`.
    """
    last = first + len(lines) - 1
    start = max(first, span.start_line - _CONTEXT)
    end = min(last, max(span.start_line, span.end_line) + _CONTEXT)
    shown = list(range(start, end + 1))
    if len(shown) > _MOST_LINES + 2 * _CONTEXT:
        _show_folded(pen, lines, span, shown=shown, first=first, role=role)
        return
    for number in shown:
        _show_line(pen, lines[number - first], span, number=number, role=role)


def _show_folded(pen: Pen, lines: Sequence[str], span: Span, *, shown: list[int], first: int, role: Role) -> None:
    head, tail = shown[: _MOST_LINES - 1], shown[-2:]
    for number in head:
        _show_line(pen, lines[number - first], span, number=number, role=role)
    folded = say(pen.style.language, "more-lines", n=len(shown) - len(head) - len(tail))
    pen.line(f"{'':>{LABEL_CELLS - 3}} {pen.paint('│ ' + folded, 'dim')}")
    for number in tail:
        _show_line(pen, lines[number - first], span, number=number, role=role)


def _show_line(pen: Pen, line: str, span: Span, *, number: int, role: Role) -> None:
    mark = _marked(line, span, number)
    text, start, width = clip_line(pen, line, mark)
    numeral = pen.paint(f"{number:>{LABEL_CELLS - 3}}", "dim" if mark is None else role)
    bar = pen.paint("│", "dim")
    pen.line(f"{numeral} {bar} {text}".rstrip())
    if mark is not None and number == span.start_line:
        pen.line(f"{'':>{LABEL_CELLS - 3}} {bar} {' ' * start}{pen.paint('^' * width, role)}")


def _marked(line: str, span: Span, number: int) -> tuple[int, int] | None:
    """Return the flagged code points of a line, from 0; None for a line around the span."""
    if not span.start_line <= number <= max(span.start_line, span.end_line):
        return None
    start = span.start_column - 1 if number == span.start_line else len(line) - len(line.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(line.rstrip())
    start = max(0, min(start, len(line)))
    return start, max(start, min(end, len(line)))


def clip_line(pen: Pen, line: str, mark: tuple[int, int] | None, *, indent: int = 0) -> tuple[str, int, int]:
    """Return what is shown of a line, and the cell and number of cells (at least one) of its mark.

    It fits behind the label column and the indent. Only the code points around the mark are looked at, so a line of
    many megabytes costs nothing.
    """
    room = pen.room - indent
    start, end = mark or (0, 0)
    begin = 0 if start < room else start - room
    pieces = list(_pieces(pen, line[begin : begin + 4 * room]))
    sizes = [cells(piece) for piece in pieces]
    left, right = start - begin, min(end - begin, len(pieces))
    is_whole = begin == 0 and len(pieces) == len(line) and sum(sizes) <= room
    if is_whole:
        return "".join(pieces), sum(sizes[:left]), max(1, sum(sizes[left:right]))
    cut = 0
    if begin or sum(sizes[:right]) > room - 1:
        cut = _cut_before(sizes, left, room // 3)
    lead = pen.ellipsis if begin or cut else ""
    kept = _fitting(sizes[cut:], room - len(lead) - 1)
    stop = cut + kept
    tail = pen.ellipsis if begin + stop < len(line) else ""
    offset = len(lead) + sum(sizes[cut:left])
    marked = sum(sizes[left : min(right, stop)])
    return lead + "".join(pieces[cut:stop]) + tail, offset, max(1, marked)


def _pieces(pen: Pen, text: str) -> Iterator[str]:
    """Yield what is shown for each code point: tabs as spaces, what is invisible as its escape."""
    column = 0
    for character in text:
        piece = " " * (_TAB - column % _TAB) if character == "\t" else pen.visible(character)
        column += cells(piece)
        yield piece


def _cut_before(sizes: list[int], left: int, wanted: int) -> int:
    """Return where to begin so that about `wanted` cells stand before the piece `left`."""
    before = 0
    for place in range(left - 1, -1, -1):
        before += sizes[place]
        if before > wanted:
            return place + 1
    return 0


def _fitting(sizes: list[int], room: int) -> int:
    """Return how many of the first pieces fit into `room` cells."""
    used = 0
    for place, size in enumerate(sizes):
        used += size
        if used > room:
            return place
    return len(sizes)
