"""Rules' regular expressions for texts that are all ASCII, where Unicode's large tables make no difference.

ast-grep compiles a rule anew for each file, and six sevenths of that time go into `\\w`, `\\s`, `\\b`, `.` and
`[^...]` as Unicode means them. In a text without other characters the same expression over bytes finds the same, and is
compiled in less than half of the time. What this cannot rewrite is left as it is.
"""

import re

__all__ = ["for_ascii", "with_ascii_regexes"]

_ANY = r"\x00-\x7f"  # an expression over bytes must not match what is no ASCII, or it is refused
_SET_OPERATION = re.compile(r"&&|--|~~")
_LETTER = re.compile(r"(?<!\\)[A-Za-z]|\\x")
_PIECE = re.compile(
    r"(?P<negated>\\[WSD])|\\[\s\S]|(?P<flags>\(\?[a-zA-Z-]+[:)])|(?P<named>\(\?(?:P?<\w+>|:))"
    r"|\[(?P<caret>\^?)(?P<body>\]?(?:[^\]\[\\]|\\[\s\S])*)(?P<close>[\]\[]|\Z)|(?P<dot>\.)"
)


def for_ascii(regex: str) -> str:
    """Return an expression that matches the same in ASCII texts, or the same one when that is not certain."""
    found = list(_PIECE.finditer(regex))
    flags = "".join(match[0] for match in found if match["flags"])
    if not regex.isascii() or set(flags) & set("xuR") or r"\p" in regex.lower() or r"\B" in regex:
        return regex
    pieces: list[str] = []
    at = 0
    for match in found:
        try:
            piece = _rewritten(match, flags, regex)
        except re.error:
            return regex
        if piece is None:
            return regex
        pieces += regex[at : match.start()], piece
        at = match.end()
    return f"(?-u){''.join(pieces)}{regex[at:]}"


def _rewritten(match: re.Match[str], flags: str, regex: str) -> str | None:
    """Return one piece of the expression as it reads over bytes; None when that is not certain."""
    if match["negated"]:
        return _all_but(match[0].lower())
    if match["dot"]:
        if "s" not in flags:
            return _all_but(r"\n")
        return f"[{_ANY}]" if _is_dotall(regex, flags) else None
    body = match["body"]
    if body is None:
        return match[0]
    if match["close"] != "]" or _SET_OPERATION.search(body) or re.search(r"\\[WSD]", body):
        return None
    if not match["caret"]:
        return match[0]
    # Case is ignored before a class is negated, so a letter in it cannot be taken out beforehand.
    return None if "i" in flags and _LETTER.search(body) else _all_but(body)


def _all_but(members: str) -> str:
    """Return the class of all ASCII characters but some, written out in ranges.

    Raises:
        re.error: this is no class as Python reads one.
    """
    own = re.compile(f"[{members}]", re.ASCII)
    others = [code for code in range(128) if not own.match(chr(code))]
    starts = [code for code in others if code - 1 not in others]
    ends = [code for code in others if code + 1 not in others]
    ranges = "".join(f"\\x{start:02x}-\\x{end:02x}" for start, end in zip(starts, ends, strict=True))
    return f"[{ranges}]" if ranges else r"[a&&b]"


def _is_dotall(regex: str, flags: str) -> bool:
    """Whether `.` matches line ends in all of the expression: one group of flags, at its beginning."""
    return flags.endswith(")") and flags.count("(") == 1 and regex.startswith(flags) and "-" not in flags


def with_ascii_regexes(config: object) -> object:
    """Return a rule's configuration with every `regex` in it for ASCII texts."""
    if isinstance(config, dict):
        return {
            key: for_ascii(value) if key == "regex" and isinstance(value, str) else with_ascii_regexes(value)
            for key, value in config.items()
        }
    return [with_ascii_regexes(value) for value in config] if isinstance(config, list) else config
