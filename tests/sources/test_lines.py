"""Line numbers as Git counts them, made into ours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.sources.lines import all_lines, our_lines

TEXT = st.text(alphabet="a\r\n", max_size=20).map(str.encode)


@pytest.mark.parametrize(
    ("data", "git", "ours"),
    [
        (b"1\n2\n3\n", {2}, {2}),
        (b"1\r\n2\r\n3", {3}, {3}),
        (b"1\r2\r3\n4\n", {1}, {1, 2, 3}),
        (b"1\r2\r3\n4\n", {2}, {4}),
        (b"1\n2\r\r\n4", {2}, {2, 3}),
        (b"1\n2\r", {2}, {2, 3}),
        (b"a\0\n\0b\0", {1}, {1, 2}),
    ],
)
def test_a_lone_return_ends_a_line_of_ours(data: bytes, git: set[int], ours: set[int]) -> None:
    assert our_lines(data, git) == ours


@given(data=TEXT, git=st.sets(st.integers(min_value=1, max_value=20)))
def test_each_of_our_lines_belongs_to_one_of_gits(data: bytes, git: set[int]) -> None:
    git = {number for number in git if number <= data.count(b"\n") + 1}
    starts = [0, *(found.end() for found in re.finditer(rb"\r\n|\n|\r", data))]
    expected = {number for number, start in enumerate(starts, start=1) if data.count(b"\n", 0, start) + 1 in git}
    assert our_lines(data, git) == expected
    assert all_lines(data) == set(range(1, len(starts) + 1))
