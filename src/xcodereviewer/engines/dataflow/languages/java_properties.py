"""Files of properties, lowered: the settings that a Java program reads are variables of a module."""

import re

from xcodereviewer.engines.dataflow.ir import Assign, Const, Module, Name, Statement, pack

__all__ = ["lower_properties"]

_ENTRY = re.compile(r"[ \t\f]*((?:\\.|[^\s:=\\])+)[ \t\f]*[:=]?[ \t\f]*(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_LONGEST = 4096
_MOST_COLUMN = 16_000


def lower_properties(text: str) -> Module:
    """Lower one file of properties: `a.b=c` is the variable `a.b`."""
    body: list[Statement] = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        first, line = number, lines[number].rstrip("\r")
        number += 1
        if not line.strip() or line.lstrip()[0] in "#!":
            continue
        while _goes_on(line) and number < len(lines):
            line = line[:-1] + lines[number].rstrip("\r").lstrip()
            number += 1
        entry = _ENTRY.fullmatch(line)
        if entry is not None:
            at = pack(first + 1, 1, number, min(len(lines[number - 1]), _MOST_COLUMN) + 1)
            body.append(Assign(at, Name(at, _unescaped(entry[1])), Const(at, _unescaped(entry[2])[:_LONGEST])))
    return Module("java", tuple(body))


def _goes_on(line: str) -> bool:
    """Whether a line ends with a backslash that no other takes away."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text).encode("utf-8", "replace").decode()


def _character(match: re.Match[str]) -> str:
    written = match[1]
    return chr(int(written[1:], 16)) if len(written) > 1 else _SIMPLE.get(written, written)
