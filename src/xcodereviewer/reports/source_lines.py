"""The reviewed files' lines, a few files at a time."""

from collections import OrderedDict

from xcodereviewer.reports.formats import SourceTexts

__all__ = ["SourceLines", "split_lines"]

_KEPT = 8


def split_lines(text: str) -> list[str]:
    """Return the lines as spans count them: only `\\n`, `\\r\\n` and `\\r` end one, unlike `str.splitlines`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


class SourceLines:
    """Lines of the files of a review; remembers the last few files, since findings of one file come together."""

    def __init__(self, sources: SourceTexts) -> None:
        self._sources = sources
        self._known: OrderedDict[str, list[str] | None] = OrderedDict()

    def of(self, path: str) -> list[str] | None:
        """Return the file's lines; None when it can no longer be read."""
        if path not in self._known:
            text = self._sources.text(path)
            self._known[path] = None if text is None else split_lines(text)
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(path)
        return self._known[path]

    def line(self, path: str, number: int) -> str | None:
        """Return one line, counted from 1; None when there is none."""
        lines = self.of(path)
        return lines[number - 1] if lines is not None and 0 < number <= len(lines) else None
