"""A patch done or undone in memory, strictly: every line it names must stand where it says."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.patch_format import FilePatch, Hunk, hunk_lines
from xcodereviewer.sources.paths import tree_path

__all__ = ["Contents", "Mismatch", "PatchedFile", "TooMuchPatched", "apply_patches", "revert_patches"]

_MOST_LINES = 10_000_000  # read and written for one review


class TooMuchPatched(InputError):
    """A patch with which a review would not come to an end."""

    def __init__(self) -> None:
        super().__init__(f"Following the patch moves more than {_MOST_LINES:,} lines. Give it in parts.")


class Mismatch(InputError):
    """A patch that is for other content than what is there."""

    def __init__(self, path: bytes, problem: str, *, hunk: int = 0) -> None:
        place = f" (hunk {hunk:,})" if hunk else ""
        super().__init__(
            f"The patch does not fit {tree_path(path)!r}{place}: {problem}. "
            "Name the folder that it was made for, as it is before the patch or after it."
        )


@dataclass(slots=True, kw_only=True)
class PatchedFile:
    """A file on its way through a series of patches.

    `is_changed` tells for each line whether a patch put it there, `old_path` where the file was before them.
    """

    lines: list[bytes]
    is_changed: list[bool]
    old_path: bytes | None = None  # None: nowhere


Contents = dict[bytes, PatchedFile | None]  # None: not there
_Read = Callable[[bytes], bytes | None]
_Lines = Callable[[Hunk], Iterator[tuple[bytes, bytes]]]
_OPPOSITE = {b" ": b" ", b"-": b"+", b"+": b"-"}


def apply_patches(patches: Iterable[FilePatch], data: bytes, read: _Read) -> Contents:
    """Return what the patches make of the files they touch, when these are as they were before.

    Args:
        patches: in their order.
        data: the patch that their hunks stand in.
        read: gives a file's content by its path, None when it is not there.

    Raises:
        Mismatch: they are for other content.
        TooMuchPatched: following them takes too long.
    """
    run = _Run(read=read, lines_of=lambda hunk: hunk_lines(data, hunk))
    for patch in patches:
        run.follow(patch)
    return run.contents


def revert_patches(patches: Sequence[FilePatch], data: bytes, read: _Read) -> Contents:
    """Return what the files were before the patches, when they are as they were made to be; as `apply_patches`."""

    def turned_lines(hunk: Hunk) -> Iterator[tuple[bytes, bytes]]:
        return ((_OPPOSITE[sign], line) for sign, line in hunk_lines(data, hunk))

    run = _Run(read=read, lines_of=turned_lines)
    for patch in reversed(patches):
        run.follow(_turned(patch))
    return run.contents


def _turned(patch: FilePatch) -> FilePatch:
    if patch.is_copy:
        return FilePatch(old=patch.new, new=None)
    hunks = [
        Hunk(
            old_start=hunk.new_start,
            old_count=hunk.new_count,
            new_start=hunk.old_start,
            new_count=hunk.old_count,
            start=hunk.start,
            stop=hunk.stop,
        )
        for hunk in patch.hunks
    ]
    return FilePatch(old=patch.new, new=patch.old, hunks=hunks)


@dataclass(slots=True, kw_only=True)
class _Run:
    """Patches being followed; `contents` takes up with `read` what it lacks, `left` is how many lines may be moved."""

    read: _Read
    lines_of: _Lines
    contents: Contents = field(default_factory=dict)
    left: int = _MOST_LINES

    def follow(self, patch: FilePatch) -> None:
        """Have the contents be what the patch makes of them."""
        before = PatchedFile(lines=[], is_changed=[])
        if patch.old is not None:
            found = self._current(patch.old)
            if found is None:
                raise Mismatch(patch.old, "the file is not there")
            before = found
        if patch.new is not None and patch.new != patch.old:
            occupant = self._current(patch.new)
            if occupant is not None and occupant.lines:
                raise Mismatch(patch.new, "the file is there already")
        self._spend(len(before.lines) + sum(hunk.new_count for hunk in patch.hunks))
        after = _with_hunks(before, patch, self.lines_of)
        if patch.old is not None and not patch.is_copy:
            self.contents[patch.old] = None
        if patch.new is not None:
            self.contents[patch.new] = after
        elif after.lines and patch.hunks:
            raise Mismatch(patch.old or b"", "the file has more lines than the patch knows")

    def _current(self, path: bytes) -> PatchedFile | None:
        if path not in self.contents:
            data = self.read(path)
            lines = [] if data is None else _split(data)
            self._spend(len(lines))
            known = PatchedFile(lines=lines, is_changed=[False] * len(lines), old_path=path)
            self.contents[path] = None if data is None else known
        return self.contents[path]

    def _spend(self, lines: int) -> None:
        self.left -= lines
        if self.left < 0:
            raise TooMuchPatched


def _split(data: bytes) -> list[bytes]:
    """Return the lines as patches count them, with their ends: only a line feed ends one."""
    lines = data.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def _with_hunks(file: PatchedFile, patch: FilePatch, lines_of: _Lines) -> PatchedFile:
    after = PatchedFile(lines=[], is_changed=[], old_path=file.old_path)
    path = patch.old or patch.new or b""
    at = 0
    for number, hunk in enumerate(patch.hunks, start=1):
        start = hunk.old_start - (1 if hunk.old_count else 0)
        if start < at or start > len(file.lines):
            raise Mismatch(path, f"there is no line {hunk.old_start:,} for it", hunk=number)
        _copy(file, after, at, start)
        wrong, at = _take_hunk(file, after, start, lines_of(hunk))
        if wrong:
            raise Mismatch(path, f"line {at + 1:,} is not what the patch expects", hunk=number)
    _copy(file, after, at, len(file.lines))
    return after


def _take_hunk(
    file: PatchedFile, after: PatchedFile, at: int, lines: Iterable[tuple[bytes, bytes]]
) -> tuple[bool, int]:
    """Write what a hunk leaves; returns whether a line was not as it expects, and where it stands then."""
    for sign, line in lines:
        if sign == b"+":
            after.lines.append(line)
            after.is_changed.append(True)
            continue
        if at >= len(file.lines) or not _is_same(file.lines[at], line):
            return True, at
        if sign == b" ":
            _copy(file, after, at, at + 1)
        at += 1
    return False, at


def _copy(file: PatchedFile, after: PatchedFile, start: int, stop: int) -> None:
    after.lines += file.lines[start:stop]
    after.is_changed += file.is_changed[start:stop]


def _is_same(line: bytes, expected: bytes) -> bool:
    # Without their ends: a patch sent by mail or made on another system differs from the file in nothing else.
    return line == expected or line.rstrip(b"\r\n") == expected.rstrip(b"\r\n")
