"""No expression repeats a group possessively: Python before 3.11.5 lets such a group run on (gh-106052)."""

import re
from pathlib import Path

import pytest

import xcodereviewer
from xcodereviewer.triage.marker_words import read_markers
from xcodereviewer.triage.syntax import MODES

_POSSESSIVE_GROUP = re.compile(r"(?<![\\(])\)(?:[*+?]|\{{1,2}\d*(?:,\d*)?\}{1,2})\+")


def test_no_file_repeats_a_group_possessively() -> None:
    folder = Path(xcodereviewer.__file__).parent
    found = [
        f"{path.relative_to(folder)}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "rules", "reason"),
    [
        ("noqa: s602,E501 why", ("S602", "E501"), "why"),
        ("xcr: ignore[python.bug.a] -- why it is fine", ("python.bug.a",), "why it is fine"),
        ("nosemgrep: a.b , c.d why", ("a.b", "c.d"), "why"),
    ],
)
def test_a_marker_ends_where_its_rules_end(line: str, rules: tuple[str, ...], reason: str) -> None:
    assert [(words.rules, words.reason) for words in read_markers(line)] == [(rules, reason)]


def test_a_comment_of_php_ends_before_its_closing_tag() -> None:
    found = MODES["php"].pattern.match("// a ? b ?> c")
    assert found is not None
    assert found["line"] == "// a ? b "
