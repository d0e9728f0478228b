"""The PHP of a page that mixes it with HTML, at the places where it stands: ast-grep's grammar knows no HTML."""

import re

__all__ = ["php_code"]

_OPENING = re.compile(r"<\?(?:php\b|=)", re.IGNORECASE)
# What may hold a closing tag that closes nothing, each also when the file ends in it, so that none is tried twice.
_TOKEN = re.compile(
    r"""'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|/\*.*?(?:\*/|\Z)"""
    r"""|<<<[ \t]*["']?(?P<name>\w+)["']?\n.*?(?:\n[ \t]*(?P=name)\b|\Z)"""
    r"""|(?P<comment>(?://|\#(?!\[))(?:(?!\?>)[^\n])*)|(?P<closing>\?>)""",
    re.DOTALL,
)
_VISIBLE = re.compile(r"[^\n]")


def php_code(text: str) -> str:
    """Return `text` with spaces for what is no PHP; every character of the code stays where it is.

    A closing tag ends a statement, so it becomes a semicolon where one is missing. `<?=` stays: the grammar steps over
    it, and it is what tells a rule that the value is printed.
    """
    if "?>" not in text and text.startswith("<?php"):
        return text
    parts: list[str] = []
    end = 0
    while opening := _OPENING.search(text, end):
        parts.append(_blank(text[end : opening.start()]))
        parts.append(opening[0] if opening[0] == "<?=" else _blank(opening[0]))
        end = _add_code(text, opening.end(), parts)
    return "".join(parts) + _blank(text[end:]) if parts else text


def _add_code(text: str, start: int, parts: list[str]) -> int:
    """Add the code that begins at `start` to `parts`; return where the HTML behind it begins."""
    last = start
    for token in _TOKEN.finditer(text, start):
        if token["closing"]:
            code = text[last : token.start()]
            parts += [code, "; " if _needs_end(parts, code) else "  "]
            return token.end()
        if token["comment"] and text.startswith("?>", token.end()):
            parts += [text[last : token.start()], _blank(token[0])]
            last = token.end()
    parts.append(text[last:])
    return len(text)


def _needs_end(parts: list[str], code: str) -> bool:
    before = code.rstrip() or (parts[-2].rstrip() if len(parts) > 1 else "")
    return bool(before) and before[-1] not in "{};:"


def _blank(text: str) -> str:
    return _VISIBLE.sub(" ", text)
