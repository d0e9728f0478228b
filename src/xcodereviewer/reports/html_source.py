"""Source lines as the HTML report shows them: visible, clipped, and only those around what was found."""

from collections.abc import Iterable, Iterator, Sequence

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Span
from xcodereviewer.reports.source_lines import split_lines
from xcodereviewer.reports.terminal_text import visible

__all__ = ["FileView", "mark_of", "shown_code", "windows"]

_LONGEST = 500  # code points of a line that are shown; a minified file has lines of megabytes
_BEFORE = 80  # of them, before what was found
_WHOLE = 300  # lines of a file that is shown whole
_CONTEXT = 6
_MOST_OF_SPAN = 20  # lines of one finding, which may be a class of thousands


def shown_code(line: str) -> str:
    """Return a line whose hidden characters are written as escapes; tabs and runs of spaces stay."""
    if line.isprintable() and visible(line) == line:
        return line
    return "".join(character if character == "\t" else visible(character) for character in line)


def mark_of(line: str, span: Span, *, longest: int) -> tuple[int, int]:
    """Return where a span begins and ends in its first line without the space around it, as JavaScript counts."""
    text = line.strip()[:longest]
    indent = len(line) - len(line.lstrip())
    end = span.end_column if span.end_line == span.start_line else len(line) + 1
    begins, ends = (text[: max(0, column - 1 - indent)] for column in (span.start_column, end))
    return _shown_length(begins), _shown_length(ends)


def _shown_length(text: str) -> int:
    shown = shown_code(text)
    return len(shown) + sum(character > "\uffff" for character in shown)


def windows(total: int, ranges: Iterable[tuple[int, int]], *, whole: int, context: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each stretch to show: the whole file when it is short, else around `ranges`."""
    if total <= whole:
        if total:
            yield 1, total
        return
    start, end = 0, 0
    for first, last in sorted(ranges):
        low, high = max(1, first - context), min(total, last + context)
        if start and low <= end + 1:
            end = max(end, high)
            continue
        if start and start <= end:
            yield start, end
        start, end = low, high
    if start and start <= end:
        yield start, end


class FileView:
    """One file with findings; when it can no longer be read, the findings' own snippets stand in for its lines."""

    def __init__(self, lines: Sequence[str] | None, findings: Sequence[Finding]) -> None:
        self._lines = lines
        self._snippets: dict[int, str] = {}
        self._begins: dict[int, int] = {}
        for finding in findings:
            span = finding.location.span
            if lines is None:
                said = split_lines(finding.snippet)[: span.end_line - span.start_line + 1]
                self._snippets.update(enumerate(said, span.start_line))
            column = self._begins.get(span.start_line, span.start_column)
            self._begins[span.start_line] = min(column, span.start_column)

    @property
    def total(self) -> int:
        """Lines of the file; 0 when it can no longer be read."""
        return 0 if self._lines is None else len(self._lines)

    def numbered(self, ranges: Iterable[tuple[int, int]], *, is_short: bool) -> Iterator[tuple[int, str]]:
        """Yield the number and text of each line to show; `is_short` keeps closer to what was found."""
        if self._lines is None:
            yield from ((number, self.shown(number)) for number in sorted(self._snippets))
            return
        whole, context = (0, 2) if is_short else (_WHOLE, _CONTEXT)
        near = ((first, min(last, first + _MOST_OF_SPAN)) for first, last in ranges)
        for first, last in windows(len(self._lines), near, whole=whole, context=context):
            yield from ((number, self.shown(number)) for number in range(first, last + 1))

    def shown(self, number: int) -> str:
        """Return a line as it is shown; empty when there is none."""
        line, begin = self._line(number), self._begin(number)
        text = shown_code(line[begin : begin + _LONGEST])
        return f"{'…' if begin else ''}{text}{'…' if len(line) > begin + _LONGEST else ''}"

    def mark(self, span: Span) -> tuple[int, int]:
        """Return where the span begins in its first line and ends in its last, as JavaScript counts what is shown."""
        return self._offset(span.start_line, span.start_column), self._offset(span.end_line, span.end_column)

    def _offset(self, number: int, column: int) -> int:
        line, begin = self._line(number), self._begin(number)
        before = line[begin : min(begin + _LONGEST, max(begin, column - 1))]
        return _shown_length(before) + (1 if begin else 0)

    def _line(self, number: int) -> str:
        if self._lines is None:
            return self._snippets.get(number, "")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _begin(self, number: int) -> int:
        """Return the first code point that is shown of a line."""
        if len(self._line(number)) <= _LONGEST:
            return 0
        return max(0, self._begins.get(number, 1) - 1 - _BEFORE)
