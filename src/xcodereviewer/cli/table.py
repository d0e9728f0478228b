"""Rows in columns, for the commands that list: the last column is wrapped at the width of the terminal."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from xcodereviewer.cli.outputs import Outputs
from xcodereviewer.reports.terminal_style import Pen
from xcodereviewer.reports.terminal_text import cells, wrap

__all__ = ["columns", "pen_for_stdout"]

_NARROWEST = 30  # cells of the last column


def pen_for_stdout() -> Pen:
    """Return a pen that writes to standard output in the style that suits it."""
    return Pen(sys.stdout, Outputs(outputs=()).style(sys.stdout))


def columns(rows: Iterable[Sequence[str]], *, width: int) -> Iterator[str]:
    """Yield each row's lines, its cells below those of the other rows; they are visible and may be painted."""
    table = list(rows)
    sizes = [max(map(cells, column)) for column in zip(*(row[:-1] for row in table), strict=True)]
    indent = sum(sizes) + 2 * len(sizes)
    for *leading, last in table:
        head = "".join(f"{cell}{' ' * (size - cells(cell) + 2)}" for cell, size in zip(leading, sizes, strict=True))
        first, *others = wrap(last, max(_NARROWEST, width - indent))
        yield f"{head}{first}".rstrip()
        yield from (" " * indent + line for line in others)
