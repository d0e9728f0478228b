"""What suppression comments say, and of which lines."""

from datetime import date

import msgspec
import pytest
from tests.growth import growth

from xcodereviewer.domain.language import Language
from xcodereviewer.triage.comments import FOREIGN_MARKERS, Marker, find_markers


def markers(text: str, language: Language = Language.PYTHON) -> tuple[Marker, ...]:
    return find_markers(text, language)


def of_line(kind: str, *rules: str, reason: str = "", until: date | None = None) -> Marker:
    return Marker(kind=kind, line=1, first=1, last=1, rules=rules, reason=reason, until=until)


def reach(text: str, language: Language = Language.PYTHON) -> list[tuple[int, int, int]]:
    return [(marker.line, marker.first, marker.last) for marker in markers(text, language)]


def test_a_marker_of_ours_names_rules_a_reason_and_a_last_day() -> None:
    assert markers("x = 1  # xcr: ignore[weak-hash, python.bug.a] not for secrets -- until 2027-01-31") == (
        of_line("xcr", "weak-hash", "python.bug.a", reason="not for secrets", until=date(2027, 1, 31)),
    )


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# xcr: ignore", of_line("xcr")),
        ("# xcr:ignore[a]", of_line("xcr", "a")),
        ("# xcr: ignore[a] -- a reason", of_line("xcr", "a", reason="a reason")),
        ("# xcr: ignore[a] until 2027-01-31", of_line("xcr", "a", until=date(2027, 1, 31))),
        ("# xcr: ignore[a] wait until release", of_line("xcr", "a", reason="wait until release")),
        ("# type: ignore[arg] # xcr: ignore[a] why", of_line("xcr", "a", reason="why")),
        ("# nosec", of_line("nosec")),
        ("#nosec B602,b607", of_line("nosec", "B602", "B607")),
        ("# nosec: B602 B607 - fixed command", of_line("nosec", "B602", "B607", reason="fixed command")),
        ("# nosec assert_used", of_line("nosec", "assert_used")),
        ("# nosec this is fine", of_line("nosec", reason="this is fine")),
        ("# type: ignore # nosec B101", of_line("nosec", "B101")),
        ("# nosemgrep", of_line("nosemgrep")),
        ("# NoSem: a.b.rule-id, other", of_line("nosemgrep", "a.b.rule-id", "other")),
        ("# nosemgrep:rule-id why", of_line("nosemgrep", "rule-id", reason="why")),
        ("# noqa", of_line("noqa")),
        ("# NOQA: s602,E501 why", of_line("noqa", "S602", "E501", reason="why")),
        ("# noqa:S602 S603", of_line("noqa", "S602", "S603")),
        ("# noqa S602", of_line("noqa", reason="S602")),  # as flake8 reads it
        ("# NOSONAR", of_line("NOSONAR")),
        ("# NOSONAR(S1313, python:S2077) why", of_line("NOSONAR", "S1313", "python:S2077", reason="why")),
        ("# ours: NOSONAR", of_line("NOSONAR")),
    ],
)
def test_markers_are_read_as_their_tools_read_them(comment: str, expected: Marker) -> None:
    assert markers(f"x = 1  {comment}\n") == (expected,)


@pytest.mark.parametrize(
    "comment",
    [
        "# NOSEC", "# nosonar", "# nosec-begin", "# see the nosec comments", "# noqa: because", "# noqaa",
        "# ruff: noqa", "# flake8: noqa", "# use `xcr: ignore[a]`", "# the xcr: command line",
        "# nosemgrepx", "'# nosec'", "'xcr: ignore[a]'",
    ],
)  # fmt: skip
def test_what_only_resembles_a_marker_is_none(comment: str) -> None:
    assert markers(f"x = 1  {comment}\n") == ()


def test_several_markers_share_a_comment() -> None:
    assert markers("x  # noqa: S602  # nosec B602 # xcr: ignore[a] why") == (
        of_line("noqa", "S602"),
        of_line("nosec", "B602"),
        of_line("xcr", "a", reason="why"),
    )


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("xcr: ignore[]", "it names no rule"),
        ("xcr: ignore-file", "it names no rule"),
        ("xcr: ignore[a", "the bracket after `ignore` is not closed"),
        ("xcr: ignore[a*] why", "`a*` is not the name of a rule"),
        ("xcr: ignore[a] why -- until 2027-02-30", "`2027-02-30` is not a date such as 2027-01-31"),
        ("xcr: ignore[a] why -- until tomorrow", "`tomorrow` is not a date such as 2027-01-31"),
        ("xcr: disable[a]", "what follows `xcr:` is neither `ignore` nor `ignore-file`"),
        ("xcr: ignored", "what follows `xcr:` is neither `ignore` nor `ignore-file`"),
        (f"xcr: ignore[{','.join(f'r{n}' for n in range(21))}]", "it names more than 20 rules"),
    ],
)
def test_a_malformed_marker_says_what_is_wrong(comment: str, problem: str) -> None:
    assert [marker.problem for marker in markers(f"x = 1  # {comment}")] == [problem]


def test_a_marker_for_the_whole_file_stands_near_its_top() -> None:
    below = "\n" * 30
    assert markers(f'"""Doc."""\n# xcr: ignore-file[a] made by a tool\n{below}# xcr: ignore-file[a]') == (
        Marker(kind="xcr", line=2, whole_file=True, rules=("a",), reason="made by a tool"),
        Marker(
            kind="xcr",
            line=33,
            whole_file=True,
            rules=("a",),
            problem="what speaks of a whole file stands in its first 30 lines",
        ),
    )
    assert markers("x = 1\n# ruff: noqa: S602") == (Marker(kind="noqa", line=2, whole_file=True, rules=("S602",)),)


REACHES = {
    "behind code": (Language.PYTHON, "a\nb  # xcr: ignore[r]\nc", [(2, 2, 2)]),
    "above code": (Language.PYTHON, "# xcr: ignore[r]\na", [(1, 2, 2)]),
    "above other comments": (Language.PYTHON, "# xcr: ignore[r]\n  # why\n# nosemgrep\na", [(1, 4, 4), (3, 4, 4)]),
    "above a comment with code behind it": (Language.GO, "// nosemgrep\n/* b\n */ a", [(1, 3, 3)]),
    "above annotations": (Language.PYTHON, "# xcr: ignore[r]\n@a\n  @b()\ndef f():", [(1, 2, 4)]),
    "above attributes": (Language.RUST, "// xcr: ignore[r]\n#[test]\nfn f() {}", [(1, 2, 3)]),
    "above the end of the text": (Language.PYTHON, "# xcr: ignore[r]\n# why", [(1, 0, 0)]),
    "above a blank line": (Language.PYTHON, "# xcr: ignore[r]\n\na", [(1, 0, 0)]),
    "in a block comment": (Language.JAVA, "/*\n * why\n * xcr: ignore[r]\n */\nf();", [(3, 5, 5)]),
    "before code": (Language.JAVA, "/* xcr: ignore[r] */ f();\ng();", [(1, 1, 1)]),
    "in a block comment before code": (Language.JAVA, "/* xcr: ignore[r]\n */ f();", [(1, 2, 2)]),
    "in a block comment behind code": (Language.JAVA, "f(); /*\n xcr: ignore[r] */\ng();", [(2, 1, 1)]),
    "in JSX": (Language.TSX, "<b>\n  {/* xcr: ignore[r] */}\n  <c/>\n</b>", [(2, 3, 3)]),
    "after a comment on its line": (Language.C, "/* a */ // xcr: ignore[r]\nf();", [(1, 2, 2)]),
    "of bandit": (Language.PYTHON, "# nosec\na", [(1, 1, 1)]),
    "of flake8": (Language.PYTHON, "# noqa\na", [(1, 1, 1)]),
    "of Sonar": (Language.JAVA, "// NOSONAR\na", [(1, 1, 1)]),
    "of a carriage return": (Language.PYTHON, "# xcr: ignore[r]\r\n# b\r\na\r\n", [(1, 3, 3)]),
    "in a Dockerfile": (Language.DOCKERFILE, "FROM a\n# nosemgrep: r\nRUN b # nosemgrep", [(2, 3, 3)]),
}


@pytest.mark.parametrize(("language", "text", "expected"), REACHES.values(), ids=REACHES.keys())
def test_a_marker_speaks_of_its_line_or_of_the_code_below(
    language: Language, text: str, expected: list[tuple[int, int, int]]
) -> None:
    assert reach(text, language) == expected


def test_a_marker_above_no_code_says_so() -> None:
    assert [marker.problem for marker in markers("a\n# xcr: ignore[r]\n\nb")] == ["no code follows it"]


@pytest.mark.parametrize("word", ["xcr: ignore[a]", *sorted(FOREIGN_MARKERS - {"allowlist"})])
def test_every_kind_is_found_in_every_comment_syntax(word: str) -> None:
    texts = {
        Language.PYTHON: f"x # {word}",
        Language.GO: f"x // {word}",
        Language.CSS: f"x /* {word} */",
        Language.SQL: f"SELECT 1 -- {word}",
        Language.HTML: f"<p> <!-- {word} -->",
    }
    kind = word.partition(":")[0]
    assert {find_markers(text, language)[0].kind for language, text in texts.items()} == {kind}


def test_markers_survive_the_cache() -> None:
    found = markers("x  # xcr: ignore[a] why -- until 2027-01-31\n# xcr: ignore[b\n")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=tuple[Marker, ...]) == found


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        (Language.PYTHON, "# xcr: ignore[a]\n"),
        (Language.JAVA, "/* nosec */"),
        (Language.JAVA, "/* xcr: ignore[a] */\n@"),
        (Language.PYTHON, "# nosec # noqa "),
        (Language.PYTHON, "# xcr: until until "),
    ],
)
def test_markers_made_to_be_slow_are_read_in_linear_time(language: Language, unit: str) -> None:
    assert growth(lambda size: find_markers(unit * (size // len(unit)), language), 80_000) < 10
