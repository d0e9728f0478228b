"""How far a review is, on one line of stderr that is gone when it is done."""

import shutil
import sys
import time
from types import TracebackType
from typing import Self, TextIO

from xcodereviewer.reports.formats import Language
from xcodereviewer.reports.terminal_text import cells
from xcodereviewer.reports.terminal_words import say

__all__ = ["Progress"]

_EVERY_S = 0.1
_QUIET_S = 0.4  # a review that is done by then shows nothing


class Progress:
    """Shows `done / total` while a review runs, on a terminal only."""

    def __init__(self, *, wanted: bool, language: Language = "en", out: TextIO | None = None) -> None:
        self._language = language
        self._out = out if out is not None else sys.stderr
        self._is_shown = wanted and self._out.isatty()
        self._next = time.monotonic() + _QUIET_S
        self._written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the line away."""
        self._write("")

    def __call__(self, done: int, total: int) -> None:
        """Tell how many of how many files are done."""
        now = time.monotonic()
        if not self._is_shown or now < self._next:
            return
        self._next = now + _EVERY_S
        width = max(10, min(30, shutil.get_terminal_size().columns - 40))
        filled = width * done // max(total, 1)
        said = say(self._language, "progress", n=f"{done:,}", total=f"{total:,}")
        self._write(f"  {say(self._language, 'reviewing')} {'█' * filled}{'░' * (width - filled)} {said}")

    def _write(self, text: str) -> None:
        if self._is_shown and (text or self._written):
            self._out.write(f"\r{text}{' ' * max(0, self._written - cells(text))}\r")
            self._out.flush()
            self._written = cells(text)
