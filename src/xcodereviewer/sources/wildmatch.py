"""Globs as Git reads them, made into regular expressions that take linear time whatever the glob is."""

import re

__all__ = ["translate"]

# Git's own ctype: its `space` has no vertical tab or form feed.
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t\n\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_STAR, _DEEP, _DEEP_SLASH = "*", "**", "**/"
_OPENINGS = {_STAR: "(?>[^/]*?", _DEEP: "(?>.*?", _DEEP_SLASH: "(?>(?:.*?/)??"}


def translate(glob: str, *, end: str = r"\Z") -> str | None:
    """Return the regular expression for a glob, or None for one that can match nothing.

    The rules are those of Git's `wildmatch` with `WM_PATHNAME`: `*`, `?` and `[...]` stop at a slash, `**` between
    slashes does not. Compile it with `re.DOTALL`. It holds no capturing group.

    Args:
        glob: for Git's answer the bytes of the glob, each as one character; else plain text.
        end: what has to follow the match; it must not match before a character other than a slash.
    """
    # What stands between two stars is matched at the first place that fits and never tried again (`(?>`): the star
    # after it takes whatever is left, so a later place cannot succeed where the first fails. Plain `.*` would need
    # time that grows with the power of the number of stars, and the globs come from the reviewed repository.
    out: list[str] = []
    star = deep = ""  # what closes the open groups
    at = 0
    while at < len(glob):
        token = _token(glob, at)
        if token is None:
            return None
        regex, at = token
        if regex == _STAR:
            out += star, _OPENINGS[regex]
            star = ")"
        elif regex in _OPENINGS:
            out += star, deep, _OPENINGS[regex]
            star, deep = "", ")"
        else:
            out.append(regex)
    return "".join((*out, end, star, deep))


def _token(glob: str, at: int) -> tuple[str, int] | None:
    """Return the piece at `at`, a regular expression for one character or a kind of star, and where the next begins."""
    match glob[at]:
        case "*":
            return _stars(glob, at)
        case "?":
            return "[^/]", at + 1
        case "[":
            return _bracket(glob, at + 1)
        case "\\":
            return (re.escape(glob[at + 1]), at + 2) if at + 1 < len(glob) else None
        case character:
            return re.escape(character), at + 1


def _stars(glob: str, start: int) -> tuple[str, int]:
    stop = start
    while stop < len(glob) and glob[stop] == "*":
        stop += 1
    fills_a_segment = (start == 0 or glob[start - 1] == "/") and (
        stop == len(glob) or glob[stop] == "/" or glob.startswith("\\/", stop)
    )
    if stop - start == 1 or not fills_a_segment:
        return _STAR, stop
    if glob.startswith("/", stop):
        return _DEEP_SLASH, stop + 1
    return _DEEP, stop


def _bracket(glob: str, at: int) -> tuple[str, int] | None:
    """Return what follows a `[`; a set that is not closed, or names an unknown class, matches nothing."""
    negated = glob[at : at + 1] in ("!", "^")
    at += negated
    ranges: list[str] = []
    before = ""  # the character that a `-` would begin a range with
    is_first = True
    while is_first or glob[at : at + 1] != "]":
        is_first = False
        member = _member(glob, at, before=before)
        if member is None:
            return None
        regex, before, at = member
        ranges.append(regex)
    inside = "".join(ranges)
    return (f"[^/{inside}]" if negated else f"(?!/)[{inside}]"), at + 1


def _member(glob: str, at: int, *, before: str) -> tuple[str, str, int] | None:
    """Return one member of a set, the character it leaves for a range, and where the next begins."""
    character = glob[at : at + 1]
    if character == "-" and before and glob[at + 1 : at + 2] not in ("", "]"):
        last = _unescaped(glob, at + 1)
        if last is None:
            return None
        top, at = last
        return (f"{_in_set(before)}-{_in_set(top)}" if before <= top else ""), "", at
    if character == "[" and glob.startswith(":", at + 1):
        stop = glob.find("]", at + 2)
        if stop == -1:
            return None
        if stop > at + 2 and glob[stop - 1] == ":":
            members = _CLASSES.get(glob[at + 2 : stop - 1])
            return None if members is None else (members, "", stop + 1)
        return _in_set("["), "[", at + 1
    single = _unescaped(glob, at)
    return None if single is None else (_in_set(single[0]), *single)


def _unescaped(glob: str, at: int) -> tuple[str, int] | None:
    if glob.startswith("\\", at):
        at += 1
    return (glob[at], at + 1) if at < len(glob) else None


def _in_set(character: str) -> str:
    return character if character.isalnum() else f"\\x{ord(character):02x}" if character < "\x80" else character
