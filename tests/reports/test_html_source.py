"""The lines that the HTML report shows of a file: which, how long, and where the marks stand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.html_source import FileView, mark_of, shown_code, windows


def at(line: int, start: int, end: int, *, last: int | None = None) -> Span:
    """A span, on one line unless `last` is given."""
    return Span(start_line=line, start_column=start, end_line=last or line, end_column=end)


def found(sample: Review, span: Span, snippet: str = "") -> Finding:
    """A finding at a span."""
    return replace(sample.findings[0], location=Location(path="a.py", span=span), snippet=snippet)


def as_javascript(text: str, mark: tuple[int, int]) -> str:
    """What JavaScript cuts out of a text, whose strings are UTF-16."""
    units = text.encode("utf-16-le")
    return units[2 * mark[0] : 2 * mark[1]].decode("utf-16-le")


@pytest.mark.parametrize(
    ("line", "span", "marked"),
    [
        ("    eval(x)", at(1, 5, 12), "eval(x)"),
        ("\teval(x)", at(1, 2, 9), "eval(x)"),
        ('p = "🎉🎉", eval(x)', at(1, 11, 18), "eval(x)"),
        ("a\u202eb  eval(x)", at(1, 6, 13), "eval(x)"),
        ("eval(\u200bx)", at(1, 1, 9), "eval(\\u200bx)"),
        ("名 = eval(x)", at(1, 5, 12), "eval(x)"),
    ],
)
def test_mark_stands_on_what_was_flagged(sample_review: Review, line: str, span: Span, marked: str) -> None:
    view = FileView([line], [found(sample_review, span)])
    assert as_javascript(view.shown(1), view.mark(span)) == marked


@pytest.mark.parametrize(
    ("line", "span", "marked"),
    [
        ("    eval(x)  ", at(1, 5, 12), "eval(x)"),
        ("\t\trun(eval(x))", at(1, 7, 14), "eval(x)"),
        ('  p = "🎉🎉", eval(x)', at(1, 13, 20), "eval(x)"),
        ("    eval(", at(1, 5, 2, last=3), "eval("),
        ("    " + "a" * 400, at(1, 380, 400), ""),
    ],
)
def test_mark_of_a_step_stands_in_its_line_without_the_indent(line: str, span: Span, marked: str) -> None:
    shown = shown_code(line.strip()[:300])
    assert as_javascript(shown, mark_of(line, span, longest=300)) == marked


@pytest.mark.parametrize("before", [0, 400, 5_000, 2_000_000])
def test_long_line_shows_what_was_found_in_it(sample_review: Review, before: int) -> None:
    line = f"{'a' * before}eval(x){'b' * 5_000}"
    span = at(1, before + 1, before + 8)
    view = FileView([line], [found(sample_review, span)])
    shown = view.shown(1)
    assert as_javascript(shown, view.mark(span)) == "eval(x)"
    assert len(shown) <= 502
    assert (shown[0] == "…", shown[-1] == "…") == (before > 80, True)


def test_first_of_several_findings_on_a_long_line_decides(sample_review: Review) -> None:
    spans = [at(1, 9_000, 9_005), at(1, 1_000, 1_005)]
    view = FileView(["x" * 10_000], [found(sample_review, span) for span in spans])
    start, end = view.mark(spans[1])
    assert (start, end) == (81, 86)
    assert view.mark(spans[0]) == (501, 501)


def test_spaces_and_tabs_stay_and_hidden_characters_show() -> None:
    assert shown_code("\tif x:  y") == "\tif x:  y"
    assert shown_code("a  \u202e\tb\x00") == "a  \\u202e\tb\\x00"


@pytest.mark.parametrize(
    ("total", "ranges", "expected"),
    [
        (0, [], []),
        (5, [], [(1, 5)]),
        (100, [], []),
        (100, [(50, 50)], [(48, 52)]),
        (100, [(1, 1), (100, 100)], [(1, 3), (98, 100)]),
        (100, [(50, 50), (54, 54)], [(48, 56)]),
        (100, [(50, 50), (55, 55)], [(48, 57)]),
        (100, [(50, 50), (56, 56)], [(48, 52), (54, 58)]),
        (100, [(56, 56), (50, 90)], [(48, 92)]),
        (100, [(500, 500)], []),
    ],
)
def test_windows_are_around_the_ranges(
    total: int, ranges: Sequence[tuple[int, int]], expected: Sequence[tuple[int, int]]
) -> None:
    assert list(windows(total, ranges, whole=10, context=2)) == expected


@given(
    total=st.integers(0, 200),
    ranges=st.lists(st.tuples(st.integers(1, 220), st.integers(0, 30)).map(lambda r: (r[0], r[0] + r[1])), max_size=8),
)
def test_windows_never_overlap_and_hold_every_range(total: int, ranges: list[tuple[int, int]]) -> None:
    shown = [n for first, last in windows(total, ranges, whole=20, context=3) for n in range(first, last + 1)]
    assert shown == sorted(set(shown))
    assert all(1 <= n <= total for n in shown)
    assert {n for first, last in ranges for n in range(first, last + 1) if n <= total} <= set(shown)


def test_snippets_stand_in_for_a_file_that_is_gone(sample_review: Review) -> None:
    span = at(7, 1, 4, last=8)
    view = FileView(None, [found(sample_review, span, snippet="one\ntwo\nthree")])
    assert list(view.numbered([(7, 8)], is_short=False)) == [(7, "one"), (8, "two")]
    assert view.total == 0
    assert view.mark(span) == (0, 3)


def test_finding_of_thousands_of_lines_shows_its_beginning(sample_review: Review) -> None:
    lines = [f"line {n}" for n in range(1, 5_001)]
    view = FileView(lines, [found(sample_review, at(100, 1, 2, last=4_000))])
    numbers = [number for number, _ in view.numbered([(100, 4_000)], is_short=False)]
    assert numbers == list(range(94, 127))
    assert [number for number, _ in view.numbered([(100, 100)], is_short=True)] == [98, 99, 100, 101, 102]
