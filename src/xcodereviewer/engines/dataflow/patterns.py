"""For which kinds of sink a text is safe of which it is known which characters are in it."""

import re

from xcodereviewer.domain.kinds import SinkKind

__all__ = ["EVERY_KIND", "clears_of_absence", "clears_of_beginning", "clears_of_line_breaks", "clears_of_pattern"]

# What the characters of a text decide: whoever allows harmless ones only has made it safe for all of these.
EVERY_KIND = sum(
    kind.bit
    for kind in SinkKind
    if kind
    not in (
        SinkKind.SESSION,
        SinkKind.SESSION_KEY,
        SinkKind.TOKEN,
        SinkKind.SIZE,
        SinkKind.STORE,
        SinkKind.RESPONSE,
        SinkKind.UPLOAD,
        SinkKind.MASS_ASSIGNMENT,
        SinkKind.ATTRIBUTE,
        SinkKind.CREDENTIAL,
        SinkKind.PASSWORD_STORE,
    )
)
# Characters without a meaning in any language that a sink reads; a dot is harmless without a slash beside it.
_HARMLESS_CLASS = re.compile(r"(?:\\w|\\d|[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_ @.\-])+")
_PART = re.compile(r"(\[[^\]^][^\]]*\]|\\[wd]|[A-Za-z0-9_ -]|\\\.|\\-)(?:[+*?]|\{\d*,?\d*\})?|[()|]|\(\?:")


def clears_of_pattern(pattern: str, *, whole: bool) -> int:
    """Return for which kinds a text is safe that a regular expression matches (`whole`: from its first to its last
    character, as `fullmatch` does)."""
    body = pattern
    if body.startswith(("^", "\\A")):
        body = body[1 if body[0] == "^" else 2 :]
    elif not whole:
        return 0
    if body.endswith("$") and not body.endswith("\\$"):
        body = body[:-1]
    elif body.endswith(("\\Z", "\\z")):
        body = body[:-2]
    elif not whole:
        return 0
    position = 0
    while position < len(body):
        part = _PART.match(body, position)
        if part is None:
            return 0
        text = part[1] or ""
        if text.startswith("[") and not _HARMLESS_CLASS.fullmatch(text[1:-1].replace("\\-", "-").replace("\\.", ".")):
            return 0
        position = part.end()
    return EVERY_KIND


def clears_of_absence(pattern: str) -> int:
    """Return for which kinds a text is safe in which nothing matches a pattern such as `[^a-z]`, or it is taken out."""
    found = re.fullmatch(r"\[\^([^\]]+)\][+*]?|\\W[+*]?|\\D[+*]?", pattern)
    if found is None:
        return 0
    inside = (found[1] or "a-z").replace("\\-", "-").replace("\\.", ".")
    return EVERY_KIND if _HARMLESS_CLASS.fullmatch(inside) else 0


# A class of characters with both line breaks or every blank in it, and what names line breaks alone.
_CLASS = re.compile(r"\[([^\]^][^\]]*)\][+*]?")
_LINE_BREAKS = frozenset(("\n", "\r\n", "\\n", "\\R", "\\s", "\n|\r", "\r|\n", "\\n|\\r", "\\r|\\n", "\\r?\\n"))


def clears_of_line_breaks(taken_out: str) -> int:
    """Return for which kinds a text is safe from which what is named here was taken out: each line is one."""
    found = _CLASS.fullmatch(taken_out)
    inside = found[1].replace("\\n", "\n").replace("\\r", "\r").replace("\\s", "\r\n") if found is not None else ""
    if taken_out.rstrip("+*") in _LINE_BREAKS or {"\r", "\n"} <= set(inside):
        return SinkKind.LOG.bit | SinkKind.HEADER.bit | SinkKind.MAIL.bit
    return 0


def clears_of_beginning(beginning: str) -> int:
    """Return for which kinds an address is safe that begins so: it names the host, or stays on the site."""
    _, found, rest = beginning.partition("://")
    if found and "/" in rest:
        return SinkKind.URL.bit | SinkKind.REDIRECT.bit
    is_local = len(beginning) > 1 and beginning[0] in "/?#" and beginning[1] not in "/\\"
    return SinkKind.REDIRECT.bit if is_local else 0
