"""The names of files in a patch: quoted, prefixed, dated, or all of it."""

import re
from collections.abc import Mapping

__all__ = ["git_names", "plain_names", "unquoted"]

_NOWHERE = b"/dev/null"
_ESCAPE = re.compile(rb'\\([abfnrtv"\\]|[0-3][0-7]{2})')
_LETTERS = dict(zip(b'abfnrtv"\\', b'\a\b\f\n\r\t\v"\\', strict=True))
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_PREFIX = re.compile(rb"[a-z0-9]/")


def unquoted(name: bytes) -> bytes:
    """Return a name that may stand in quotes, as Git writes one with odd characters."""
    if len(name) < 2 or not name.startswith(b'"') or not name.endswith(b'"'):
        return name
    return _ESCAPE.sub(_character, name[1:-1])


def git_names(header: bytes, moved: Mapping[bytes, bytes]) -> tuple[bytes, bytes] | None:
    """Return the old and the new path that a `diff --git` names, None when they cannot be told apart.

    Args:
        header: what follows `diff --git `.
        moved: the paths of `rename from`, `rename to` and their like, by `from` and `to`.
    """
    if b"from" in moved and b"to" in moved:
        return moved[b"from"], moved[b"to"]
    for left, right in _splits(header):
        old, new = _without_prefixes(left, right)
        if old == new:
            return old, new
    return None


def plain_names(old: bytes, new: bytes) -> tuple[bytes | None, bytes | None]:
    """Return the path before and after of what `diff -u` says behind `--- ` and `+++ `; None: it is not there.

    It knows no moves, so both are the same: what is left when `a/` and `b/`, or the names of two compared folders,
    are taken off, else the new one (`x.py.orig`, `x.py`).
    """
    before, after = (unquoted(name.partition(b"\t")[0].rstrip(b" ")) for name in (old, new))
    if before == _NOWHERE:
        return None, _PREFIX.sub(b"", after, count=1) if after.startswith(b"b/") else after
    if after == _NOWHERE:
        return _PREFIX.sub(b"", before, count=1) if before.startswith(b"a/") else before, None
    if before != after:
        first, second = before.partition(b"/")[2], after.partition(b"/")[2]
        if first and first == second:
            return first, second
    return after, after


def _splits(header: bytes) -> list[tuple[bytes, bytes]]:
    """Return the ways to read two names, of the same length when unquoted, separated by a blank."""
    quoted = _QUOTED.match(header)
    if quoted is not None and header.startswith(b" ", quoted.end()):
        return [(unquoted(quoted[0]), unquoted(header[quoted.end() + 1 :]))]
    middle = len(header) // 2
    if len(header) % 2 and header[middle : middle + 1] == b" ":
        return [(header[:middle], header[middle + 1 :])]
    return []


def _without_prefixes(left: bytes, right: bytes) -> tuple[bytes, bytes]:
    # Git's prefixes are never the same (a/ b/, i/ w/, c/ i/); two that are belong to the path (`--no-prefix`).
    if _PREFIX.match(left) and _PREFIX.match(right) and left[:1] != right[:1]:
        return left[2:], right[2:]
    return left, right


def _character(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    return bytes([_LETTERS[escape[0]] if len(escape) == 1 else int(escape, 8)])
