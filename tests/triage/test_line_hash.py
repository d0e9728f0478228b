"""The expected hashes are facts of `github/codeql-action`, whose own tests hold them."""

from itertools import count, takewhile

import pytest

from xcodereviewer.triage.line_hash import LineHashes

GREETINGS = (
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    "c129715d7a2bc9a3:1",
)


def hashes_of(text: str) -> tuple[str, ...]:
    return tuple(takewhile(bool, map(LineHashes(text).of, count(1))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("c129715d7a2bc9a3:1",)),
        (" a\nb\n  \t\tc\n d", ("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1")),
        (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS),
        (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS),
        (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS),
        (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS),
    ],
)
def test_hashes_are_those_that_github_computes(text: str, expected: tuple[str, ...]) -> None:
    assert hashes_of(text) == expected


def test_equal_hashes_of_a_file_are_numbered_in_order() -> None:
    assert hashes_of("Lorem ipsum dolor sit amet.\n" * 10) == (
        *(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)),
        "a7f2ff1481e87703:1",
        "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1",
        "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
    )


def test_character_outside_the_basic_plane_counts_as_two_units() -> None:
    assert hashes_of("😀") == hashes_of("\ud83d\ude00")
