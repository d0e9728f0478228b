"""The excerpt: which lines are shown, how long ones are clipped, and where the carets stand."""

import io

import pytest

from xcodereviewer.domain.location import Span
from xcodereviewer.reports.terminal_excerpt import clip_line, show_excerpt
from xcodereviewer.reports.terminal_style import Pen, TerminalStyle


def excerpt(lines: list[str], span: tuple[int, int, int, int], *, first: int = 1, width: int = 60) -> list[str]:
    """The excerpt's lines behind the column of the numbers."""
    out = io.StringIO()
    start_line, start_column, end_line, end_column = span
    where = Span(start_line=start_line, start_column=start_column, end_line=end_line, end_column=end_column)
    show_excerpt(Pen(out, TerminalStyle(width=width)), lines, where, first=first, role="high")
    return [line[8:] for line in out.getvalue().splitlines()]


def test_flagged_stretch_is_marked_with_one_line_around_it() -> None:
    assert excerpt(["a", "b", "call(x)", "c", "d"], (3, 6, 3, 7)) == [
        "  2 │ b",
        "  3 │ call(x)",
        "    │      ^",
        "  4 │ c",
    ]


@pytest.mark.parametrize(
    ("line", "columns", "marked"),
    [
        ("\tcall()", (2, 8), ["  1 │     call()", "    │     ^^^^^^"]),
        ("a\tb", (3, 4), ["  1 │ a   b", "    │     ^"]),
        ('"中文", x', (7, 8), ['  1 │ "中文", x', "    │         ^"]),
        ('"中文"', (2, 4), ['  1 │ "中文"', "    │  ^^^^"]),
        ("e\u0301 = x", (6, 7), ["  1 │ e\u0301 = x", "    │     ^"]),
        ("a\u202eb c", (5, 6), ["  1 │ a\\u202eb c", "    │          ^"]),
        ("short", (6, 6), ["  1 │ short", "    │      ^"]),
        ("stale", (40, 50), ["  1 │ stale", "    │      ^"]),
    ],
)
def test_carets_stand_under_wide_tabbed_combining_and_invisible_characters(
    line: str, columns: tuple[int, int], marked: list[str]
) -> None:
    assert excerpt([line], (1, columns[0], 1, columns[1])) == marked


def test_stretch_of_several_lines_marks_the_first_and_shows_all() -> None:
    assert excerpt(["call(", "    a,", ")", "end"], (1, 1, 3, 2)) == [
        "  1 │ call(",
        "    │ ^^^^^",
        "  2 │     a,",
        "  3 │ )",
        "  4 │ end",
    ]


def test_stretch_of_very_many_lines_is_folded() -> None:
    shown = excerpt([f"line {n}" for n in range(1, 31)], (2, 1, 29, 5))
    assert shown[0] == "  1 │ line 1"
    assert shown[2] == "    │ ^^^^^^"
    assert shown[6:] == ["    │ … 23 more lines", " 29 │ line 29", " 30 │ line 30"]


def test_snippet_alone_is_numbered_from_its_first_line() -> None:
    assert excerpt(["eval(x)"], (12, 1, 12, 8), first=12) == [" 12 │ eval(x)", "    │ ^^^^^^^"]


@pytest.mark.parametrize(
    ("line", "mark", "shown"),
    [
        ("x" * 100, (0, 3), ("x" * 45 + "…", 0, 3)),
        ("a" * 60 + "BAD" + "z" * 60, (60, 63), ("…" + "a" * 15 + "BAD" + "z" * 26 + "…", 16, 3)),
        ("a" * 100 + "BAD", (100, 103), ("…" + "a" * 15 + "BAD", 16, 3)),
        ("ab" + "C" * 80, (2, 82), ("ab" + "C" * 43 + "…", 2, 43)),
        ("a" * 20 + "B" * 80, (20, 100), ("…" + "a" * 15 + "B" * 29 + "…", 16, 29)),
        ("中" * 60 + "BAD", (60, 63), ("…" + "中" * 7 + "BAD", 15, 3)),
    ],
)
def test_long_lines_are_clipped_around_the_mark(line: str, mark: tuple[int, int], shown: tuple[str, int, int]) -> None:
    pen = Pen(io.StringIO(), TerminalStyle(width=60))
    assert clip_line(pen, line, mark) == shown


def test_line_of_many_megabytes_costs_no_more_than_what_is_shown() -> None:
    pen = Pen(io.StringIO(), TerminalStyle(width=60))
    text, start, width = clip_line(pen, "a" * 50_000_000 + "BAD" + "\t" * 50_000_000, (50_000_000, 50_000_003))
    assert (text[start : start + width], text[:19], text[-2:]) == ("BAD", "…" + "a" * 15 + "BAD", " …")
