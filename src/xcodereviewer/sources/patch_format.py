"""Unified diffs as Git and `diff -u` write them, read strictly and without believing a number in them."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.patch_names import git_names, plain_names, unquoted

__all__ = ["BrokenPatch", "FilePatch", "Hunk", "edited_lines", "hunk_lines", "parse_patch"]

_HUNK = re.compile(rb"@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@")
_MODE = re.compile(rb"(?:old|new|deleted file|new file) mode (\d{6})|index [0-9a-f]+\.\.[0-9a-f]+ (\d{6})")
_MOVE = re.compile(rb"(rename|copy) (from|to) (.+)", re.DOTALL)
_EXTENDED = (b"similarity index ", b"dissimilarity index ", b"index ", b"old mode ", b"new mode ")
_NO_NEWLINE = b"\\"


class BrokenPatch(InputError):
    """A patch that does not hold what it announces."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"The patch cannot be read at its line {line:,}: {problem}. Give it as `git diff` writes it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """Lines that change together; `start` and `stop` are where their text stands in the patch."""

    old_start: int
    old_count: int
    new_start: int
    new_count: int
    start: int
    stop: int


@dataclass(slots=True, kw_only=True)
class FilePatch:
    """What a patch does to one file.

    `old` and `new` are its path before and after, None where it is not there; `modes` are those that are named.
    """

    old: bytes | None
    new: bytes | None
    modes: set[str] = field(default_factory=set)
    is_copy: bool = False
    is_binary: bool = False
    hunks: list[Hunk] = field(default_factory=list)
    edits: dict[int, tuple[str, str]] = field(default_factory=dict)  # as in `Change`, by Git's lines


class _Lines:
    """A place in a patch that moves on line by line."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def peek(self) -> bytes | None:
        """Return the line here without its end, None after the last."""
        if self.at >= len(self.data):
            return None
        return self.data[self.at : self._end()].rstrip(b"\r\n")

    def first(self) -> bytes:
        return self.data[self.at : self.at + 1]

    def move(self) -> None:
        self.at = self._end()

    def broken(self, problem: str) -> BrokenPatch:
        return BrokenPatch(self.data.count(b"\n", 0, self.at) + 1, problem)

    def _end(self) -> int:
        end = self.data.find(b"\n", self.at)
        return len(self.data) if end == -1 else end + 1


def parse_patch(data: bytes) -> list[FilePatch]:
    """Return what a patch does, file by file, in its order; text around the diffs is passed over.

    Raises:
        BrokenPatch: it is cut off or does not hold what it announces.
    """
    lines = _Lines(data)
    files = []
    while (line := lines.peek()) is not None:
        if line.startswith(b"diff --git "):
            files.append(_git_file(lines))
        elif line.startswith((b"diff --cc ", b"diff --combined ")):
            raise lines.broken("it is a merge's diff against several parents; use `git diff` between two commits")
        elif line.startswith(b"--- "):
            file = _plain_file(lines)
            files += [file] if file is not None else []
        else:
            lines.move()
    return files


def edited_lines(data: bytes, hunks: Iterable[Hunk]) -> dict[int, tuple[str, str]]:
    """Return by its number now the text before and now of each line that takes the place of exactly one."""
    edits: dict[int, tuple[str, str]] = {}
    for hunk in hunks:
        number = hunk.new_start
        for sign, group in itertools.groupby(hunk_lines(data, hunk), key=lambda line: line[0] == b" "):
            lines = list(group)
            old = [_shown(text) for kind, text in lines if kind == b"-"]
            new = [_shown(text) for kind, text in lines if kind != b"-"]
            if not sign and len(old) == len(new):
                edits.update(enumerate(zip(old, new, strict=True), start=number))
            number += len(new)
    return edits


def _shown(text: bytes) -> str:
    return text.rstrip(b"\r\n").decode(errors="replace")


def hunk_lines(data: bytes, hunk: Hunk) -> Iterator[tuple[bytes, bytes]]:
    """Yield the sign (` `, `-` or `+`) and the text with its end of each line of a hunk."""
    pending: tuple[bytes, bytes] | None = None
    at = hunk.start
    while at < hunk.stop:
        end = data.find(b"\n", at, hunk.stop) + 1 or hunk.stop
        sign = data[at : at + 1]
        if sign == _NO_NEWLINE:
            pending = None if pending is None else (pending[0], pending[1].rstrip(b"\r\n"))
        else:
            if pending is not None:
                yield pending
            pending = (b" ", data[at:end]) if sign in b"\r\n" else (sign, data[at + 1 : end])
        at = end
    if pending is not None:
        yield pending


def _git_file(lines: _Lines) -> FilePatch:
    header = (lines.peek() or b"").removeprefix(b"diff --git ")
    broken = lines.broken("the names of the file are not clear")
    lines.move()
    file = FilePatch(old=b"", new=b"")
    names: dict[bytes, bytes] = {}
    while (line := lines.peek()) is not None and _extended(file, line, names):
        lines.move()
    named = git_names(header, names)
    if named is None:
        raise broken
    old, new = named
    file.old = None if file.old is None else old
    file.new = None if file.new is None else new
    file.is_binary = _passed_binary(lines)
    if (lines.peek() or b"").startswith(b"--- "):
        lines.move()
        if not (lines.peek() or b"").startswith(b"+++ "):
            raise lines.broken("the second name of the file is missing")
        lines.move()
        _take_hunks(lines, file)
    return file


def _extended(file: FilePatch, line: bytes, names: dict[bytes, bytes]) -> bool:
    """Take in one of the lines between the header and the hunks; tell whether it is one."""
    mode = _MODE.match(line)
    if mode is not None:
        file.modes.add((mode[1] or mode[2]).decode())
    if line.startswith(b"new file mode "):
        file.old = None
    elif line.startswith(b"deleted file mode "):
        file.new = None
    elif (move := _MOVE.fullmatch(line)) is not None:
        names[move[2]] = unquoted(move[3])
        file.is_copy = move[1] == b"copy"
    else:
        return line.startswith(_EXTENDED)
    return True


def _passed_binary(lines: _Lines) -> bool:
    line = lines.peek() or b""
    if line.startswith(b"Binary files "):
        lines.move()
        return True
    if line != b"GIT binary patch":
        return False
    while (line := lines.peek() or b"") and not line.startswith(b"diff --git "):
        lines.move()
    return True


def _plain_file(lines: _Lines) -> FilePatch | None:
    old = (lines.peek() or b"")[4:]
    lines.move()
    new = lines.peek()
    if new is None or not new.startswith(b"+++ "):
        return None  # a line of prose or of a signature
    lines.move()
    before, after = plain_names(old, new[4:])
    file = FilePatch(old=before, new=after)
    _take_hunks(lines, file)
    if file.hunks and file.hunks[0].old_count == file.hunks[0].old_start == 0:
        file.old = None  # `diff -N` names a file that was not there
    if file.hunks and file.hunks[0].new_count == file.hunks[0].new_start == 0:
        file.new = None
    return file


def _take_hunks(lines: _Lines, file: FilePatch) -> None:
    while (line := lines.peek()) is not None and line.startswith(b"@@"):
        found = _HUNK.match(line)
        if found is None:
            raise lines.broken("a hunk begins with numbers that make no sense")
        lines.move()
        start = lines.at
        old_count, new_count = int(found[2] or 1), int(found[4] or 1)
        _pass_hunk(lines, old_count, new_count)
        file.hunks.append(
            Hunk(
                old_start=int(found[1]),
                old_count=old_count,
                new_start=int(found[3]),
                new_count=new_count,
                start=start,
                stop=lines.at,
            )
        )
    if file.old is not None:
        file.edits = edited_lines(lines.data, file.hunks)


def _pass_hunk(lines: _Lines, old: int, new: int) -> None:
    while old or new:
        match lines.first():
            case b" " | b"\n" | b"\r":  # mailers take the blank off an empty line
                old, new = old - 1, new - 1
            case b"-":
                old -= 1
            case b"+":
                new -= 1
            case b"\\":
                pass
            case b"":
                raise lines.broken("it ends within a hunk")
            case _:
                raise lines.broken("a hunk has fewer lines than it announces")
        if old < 0 or new < 0:
            raise lines.broken("a hunk has more lines than it announces")
        lines.move()
    if lines.first() == _NO_NEWLINE:
        lines.move()
