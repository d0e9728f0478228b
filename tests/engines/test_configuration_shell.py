"""Commands are told apart as a shell would."""

import pytest

from xcodereviewer.engines.configuration_shell import command_ranges


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("one && two || three; four", ["one", "two", "three", "four"]),
        ("one | two |& three & four", ["one", "two", "three", "four"]),
        ("one 2>&1 &>x >&2", ["one 2>&1 &>x >&2"]),
        ("""echo 'a && b' "c; d" e\\;f""", ["""echo 'a && b' "c; d" e\\;f"""]),
        ("one $(two && three (x); y) && four", ["one $(two && three (x); y)", "four"]),
        ("(one && two) > x", ["one", "two", "> x"]),
        ("if ! one; then two; else three; fi", ["one", "two", "three", "fi"]),
        ("one # two; three\nfour", ["one", "four"]),
        ("echo a#b; c", ["echo a#b", "c"]),
        ("   ", []),
    ],
)
def test_commands_begin_and_end_where_the_shell_says(line: str, commands: list[str]) -> None:
    assert [line[start:end] for start, end in command_ranges(line)] == commands


@pytest.mark.parametrize(
    "text", ['"' * 100_001, "\\" * 100_000, "$(" * 100_000, "'a" * 50_001, "if " * 60_000, "((" * 50_000]
)
def test_hostile_line_is_split_in_linear_time(text: str) -> None:
    assert len(list(command_ranges(text))) <= 1
