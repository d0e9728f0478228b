"""A Dockerfile's instructions: comments dropped, continued lines joined, here-documents taken in, every place known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xcodereviewer.engines.configuration_tree import Lines, Stretch

__all__ = ["Instruction", "read_instructions"]

_DIRECTIVE = re.compile(r"\s*#\s*(\w+)\s*=\s*(\S+)\s*")
_KEYWORD = re.compile(r"\s*([A-Za-z]+)(?=\s|$)[ \t]*")
_HEREDOC = re.compile(r"""\\.|'[^']*'|"(?:[^"\\]|\\.)*"|<<<|<<(-?)(["']?)([A-Za-z_][\w.]*)\2""")
# A here-document is a script where it is all there is, or where a shell reads it; elsewhere it is some file's content.
_READS_SCRIPT = re.compile(r"(?:--\S+\s+)*(?:<<|(?:/bin/)?(?:ba|da|z)?sh\b)")
_OTHER_INTERPRETER = re.compile(r"\n#!(?!\S*(?:\s+-\S+)*\s*\S*sh\b)")
_TAKES_HEREDOC = frozenset({"RUN", "COPY", "ADD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One instruction: its keyword in capitals, the offset that it begins at, and what follows the keyword."""

    keyword: str
    start: int
    body: Stretch


def read_instructions(text: str, lines: Lines) -> tuple[list[Instruction], int]:
    """Return the instructions, and the offset of the first line that is none (-1 when there is no such line)."""
    reader = _Reader(text, list(lines.ranges()))
    while reader.skip_to_instruction():
        reader.take_instruction()
    return reader.instructions, reader.first_fault


class _Reader:
    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self.instructions: list[Instruction] = []
        self.first_fault = -1
        self._text = text
        self._lines = lines
        self._next = 0
        self._escape = "\\"
        self._last_of: dict[str, int] = {}  # the last line with this text, so that no end is looked for in vain
        self._read_directives()

    def skip_to_instruction(self) -> bool:
        while self._next < len(self._lines) and _says_nothing(self._line()):
            self._next += 1
        return self._next < len(self._lines)

    def take_instruction(self) -> None:
        begin = self._lines[self._next][0]
        joined = self._join()
        keyword = _KEYWORD.match(joined.text)
        if keyword is None:
            self.first_fault = begin if self.first_fault < 0 else self.first_fault
            return
        name = keyword[1].upper()
        body = joined.cut(keyword.end(), len(joined.text))
        if name in _TAKES_HEREDOC and "<<" in body.text:
            body = self._with_heredocs(body, kept=name == "RUN" and _READS_SCRIPT.match(body.text) is not None)
        self.instructions.append(Instruction(keyword=name, start=joined.source(keyword.start(1)), body=body))

    def _read_directives(self) -> None:
        for start, end in self._lines:
            directive = _DIRECTIVE.fullmatch(self._text, start, end)
            if directive is None:
                return
            if directive[1].lower() == "escape" and directive[2] in ("\\", "`"):
                self._escape = directive[2]

    def _line(self) -> str:
        start, end = self._lines[self._next]
        return self._text[start:end].removeprefix("\ufeff")

    def _join(self) -> Stretch:
        """Take this line and those that continue it; comments and empty lines between them do not count."""
        parts: list[tuple[str, int]] = []
        while self._next < len(self._lines):
            line, end = self._line(), self._lines[self._next][1]
            self._next += 1
            if parts and _says_nothing(line):
                continue
            start = end - len(line)
            kept = line.rstrip(" \t")
            if not kept.endswith(self._escape):
                parts.append((line, start))
                break
            parts.append((kept[:-1], start))
        return _stretch(parts)

    def _with_heredocs(self, body: Stretch, *, kept: bool) -> Stretch:
        parts: list[tuple[str, int]] = []
        for found in _HEREDOC.finditer(body.text):
            if found[3] is not None:
                parts += self._heredoc(found[3], tabs=bool(found[1]))
        if not kept or not parts:
            return body
        tail = _stretch(parts)
        if _OTHER_INTERPRETER.match(tail.text):
            return body
        shift = len(body.text)
        origins = (*body.origins, *((at + shift, origin) for at, origin in tail.origins))
        return Stretch(text=body.text + tail.text, origins=origins)

    def _heredoc(self, name: str, *, tabs: bool) -> list[tuple[str, int]]:
        """Take the lines up to the one that says `name`; none when there is no such line."""
        if self._last_line(name, tabs=tabs) < self._next:
            fault = self._lines[self._next - 1][0]
            self.first_fault = fault if self.first_fault < 0 else self.first_fault
            return []
        parts: list[tuple[str, int]] = []
        while True:
            line, start = self._line(), self._lines[self._next][0]
            self._next += 1
            if (line.lstrip("\t") if tabs else line) == name:
                return parts
            parts += [("\n", max(start - 1, 0)), (line, start)]

    def _last_line(self, name: str, *, tabs: bool) -> int:
        if not self._last_of:
            for number, (start, end) in enumerate(self._lines):
                line = self._text[start:end]
                self._last_of[line] = number
                self._last_of["\t" + line.lstrip("\t")] = number
        return self._last_of.get("\t" + name if tabs else name, -1)


def _says_nothing(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def _stretch(parts: Sequence[tuple[str, int]]) -> Stretch:
    origins, length = [], 0
    for part, start in parts:
        if part:
            origins.append((length, start))
            length += len(part)
    return Stretch(text="".join(part for part, _ in parts), origins=tuple(origins) or ((0, parts[0][1]),))
