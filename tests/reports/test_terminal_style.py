"""What decides colour, width and language, and what old encodings get."""

import io

import pytest

from xcodereviewer.reports.terminal_style import Pen, TerminalStyle, style_for


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "is_terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, True),
    ],
)
def test_colour_follows_the_stream_and_the_environment(
    environ: dict[str, str], is_terminal: bool, colour: bool
) -> None:
    out = Terminal() if is_terminal else io.StringIO()
    assert style_for(out, environ=environ).colour is colour


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_language_follows_the_locale(environ: dict[str, str], language: str) -> None:
    assert style_for(io.StringIO(), environ=environ).language == language


def test_chinese_is_not_chosen_where_it_cannot_be_written() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    assert style_for(out, environ={"LANG": "zh_CN"}).language == "en"


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("90", 90), ("400", 120)])
def test_width_is_the_window_within_what_reads_well(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert style_for(io.StringIO(), environ={}).width == width


def test_wishes_are_kept() -> None:
    style = style_for(io.StringIO(), verbose=True, quiet=True, environ={})
    assert (style.verbose, style.quiet) == (True, True)


def test_old_encoding_gets_ascii_marks_and_escapes() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    pen = Pen(out, TerminalStyle())
    pen.field("● high", "中 é …")
    pen.line("│ → ·")
    out.flush()
    assert raw.getvalue() == b"  * high      \\u4e2d \\xe9 \\u2026\n| -> -\n"
    assert pen.ellipsis == "~"


def test_code_in_prose_is_painted_where_there_is_colour() -> None:
    out = io.StringIO()
    Pen(out, TerminalStyle(colour=True)).field("Fix", "Use `None` here", "strong")
    assert out.getvalue() == ("  \x1b[2mFix\x1b[0m         \x1b[1mUse \x1b[0m\x1b[36mNone\x1b[0m\x1b[1m here\x1b[0m\n")


def test_endless_message_is_cut() -> None:
    out = io.StringIO()
    Pen(out, TerminalStyle()).field("", "x" * 100_000)
    assert out.getvalue().strip() == "x" * 4000 + "…"


def test_two_empty_lines_become_one() -> None:
    out = io.StringIO()
    pen = Pen(out, TerminalStyle())
    for text in ("a", "", "", "b"):
        pen.line(text)
    assert out.getvalue() == "a\n\nb\n"
