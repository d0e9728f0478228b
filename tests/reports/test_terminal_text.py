"""Text for a terminal: visible, measured, wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.reports.terminal_text import cells, pack, visible, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain `code` 中文 🎉", "plain `code` 中文 🎉"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("\U000e0041", "\\U000e0041"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("hidden\u3164", "hidden\\u3164"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_invisible_characters_are_shown_as_escapes(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("中文", 4), ("🎉", 2), ("e\u0301", 1), ("\u20dd", 0), ("\x1b[1;31mred\x1b[0m", 3), ("", 0)],
)
def test_cells_count_what_the_terminal_shows(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("unbreakable-word and", 6, ["unbreakable-word", "and"]),
        ("请把值作为参数传入。再见", 10, ["请把值作为", "参数传入。", "再见"]),
        ("中文里的 code 也换行", 9, ["中文里的", "code 也换", "行"]),
        ("", 10, [""]),
    ],
)
def test_text_wraps_at_spaces_and_between_wide_characters(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(st.text(alphabet="ab 中，。é"), st.integers(4, 20))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


def test_parts_stay_whole() -> None:
    assert pack(["a b", "cc", "d e f"], 8, separator=" · ") == ["a b · cc", "d e f"]


def test_code_holds_together_unless_it_is_too_wide() -> None:
    assert wrap("Pass `run([a, b], check=True)`, or quote it.", 28) == [
        "Pass",
        "`run([a, b], check=True)`,",
        "or quote it.",
    ]
    assert wrap("Use `one two three four five`.", 12) == ["Use `one two", "three four", "five`."]
    assert wrap("使用 `a b`，再用`c d`。", 12) == ["使用 `a b`，", "再用`c d`。"]
