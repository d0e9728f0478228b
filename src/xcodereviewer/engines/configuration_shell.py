"""Where the commands of a shell line begin and end: enough of the shell's grammar to tell commands apart."""

import re
from collections.abc import Iterator

__all__ = ["command_ranges"]

# Quoted text and escapes are passed over whole; `2>&1` and `&>` hold no separator.
_TOKEN = re.compile(
    r"""\\.|'[^']*'|"(?:[^"\\]|\\.)*"|\$\(|[()]|[<>]&|&>|&&|\|\||;;?|\|&?|&|\n|(?<![^\s;&|(])\#[^\n]*""", re.DOTALL
)
_LEADING = re.compile(r"(?:\s|[({!](?=\s|$)|(?:if|then|elif|else|do|while|until|time|exec|command)(?=\s|$))*")


def command_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each simple command: no separators, no keywords in front; `$( )` is not looked into."""
    start, depth = 0, 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word == "$(" or (word == "(" and depth):
            depth += 1
        elif word == ")" and depth:
            depth -= 1
        elif not depth and word != "&>" and word[0] in ";|&\n()#":
            yield from _command(text, start, token.start())
            start = token.end()
    yield from _command(text, start, len(text))


def _command(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    leading = _LEADING.match(text, start, end)
    first = leading.end() if leading is not None else start
    last = first + len(text[first:end].rstrip())
    if last > first:
        yield first, last
