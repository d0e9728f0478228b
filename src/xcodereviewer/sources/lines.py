"""Line numbers as Git counts them, made into ours."""

import re
from collections.abc import Collection

__all__ = ["all_lines", "our_lines"]

_LINE_END = re.compile(rb"\r\n|\n|\r")
_LONE_RETURN = re.compile(rb"\r(?!\n)")


def our_lines(data: bytes, git_lines: Collection[int]) -> frozenset[int]:
    r"""Return the numbers, in a file's text, of the lines to which Git gives `git_lines`.

    Git ends a line at `\n` only, our places also at a `\r` alone: a change must not slip out of its own lines by one.
    """
    if b"\0" in data:  # UTF-16, most likely: what Git takes for a line there is none of ours
        return all_lines(data)
    if not _LONE_RETURN.search(data):
        return frozenset(git_lines)
    lines = set()
    git = ours = 1
    for end in _LINE_END.finditer(data):
        if git in git_lines:
            lines.add(ours)
        ours += 1
        git += end[0] != b"\r"
    return frozenset(lines | ({ours} if git in git_lines else set()))


def all_lines(data: bytes) -> frozenset[int]:
    """Return the number of every line of a file; of one in a wide encoding possibly some too many."""
    return frozenset(range(1, len(_LINE_END.findall(data)) + 2))
