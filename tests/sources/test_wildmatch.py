import re

import pytest
from tests.growth import growth

from xcodereviewer.sources.wildmatch import translate


def matches(glob: str, text: str) -> bool:
    regex = translate(glob)
    return regex is not None and re.match(regex, text, re.DOTALL) is not None


@pytest.mark.parametrize(
    ("glob", "text", "expected"),
    [
        ("*.py", "a.py", True),
        ("*.py", "a/b.py", False),
        ("**/a", "x/y/a", True),
        ("**/a", "a", True),
        ("a/**", "a/b/c", True),
        ("a/**", "a", False),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("a**b", "a/b", False),
        ("?", "/", False),
        ("[!a]", "b", True),
        ("[^a]", "a", False),
        ("[a-c]x", "bx", True),
        ("[]]", "]", True),
        ("[[:digit:]]", "7", True),
        ("[[:nothing:]]", "n", False),
        ("[a", "a", False),
        ("a\\*", "a*", True),
        ("a\\", "a\\", False),
        ("*\n*", "a\nb", True),
    ],
)
def test_glob_matches_as_in_git(glob: str, text: str, expected: bool) -> None:
    assert matches(glob, text) is expected


@pytest.mark.parametrize("glob", ["*a" * 500 + "b", "**/a/" * 300 + "b", "*?" * 500 + "b", "*[!b]" * 500 + "b"])
def test_hostile_glob_takes_no_time_to_fail(glob: str) -> None:
    assert (matches(glob, "a" * 5_000), matches(glob, "a/" * 2_000)) == (False, False)
    assert growth(lambda size: matches(glob, "a" * size), 5_000) < 10
