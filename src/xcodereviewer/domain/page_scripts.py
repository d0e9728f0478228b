"""The scripts of a page (HTML, Vue, Svelte, templates), each where it stands."""

import re
from collections.abc import Iterator, Mapping

from xcodereviewer.domain.language import Language

__all__ = ["page_scripts"]

_MOST_SCRIPTS = 500
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_START = re.compile(r"<script(?=[\s>])", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"""(?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,2000}>""")
_END = re.compile(r"</script\s{0,9}>|\Z", re.IGNORECASE)
_TYPE = re.compile(r"""(?<![\w-])type\s*=\s*["']?(?P<type>[^"'\s>]*)""", re.IGNORECASE)
_LANG = re.compile(r"""(?<![\w-])lang\s*=\s*["']?(?P<lang>[^"'\s>]*)""", re.IGNORECASE)
_JAVASCRIPT = re.compile(r"|module|(?:text|application)/(?:x-)?(?:javascript|ecmascript|jsx|babel)", re.IGNORECASE)
_LANGUAGES = {
    "": Language.JAVASCRIPT,
    "js": Language.JAVASCRIPT,
    "javascript": Language.JAVASCRIPT,
    "jsx": Language.JAVASCRIPT,
    "ts": Language.TYPESCRIPT,
    "typescript": Language.TYPESCRIPT,
    "tsx": Language.TSX,
}
# What a template puts in becomes a name, what it decides becomes nothing, each of the same length.
_OUTPUT = re.compile(r"\{\{.{0,500}?\}\}|<%[-=].{0,500}?%>|<\?=.{0,500}?\?>", re.DOTALL)
_TAG = re.compile(r"\{%.{0,500}?%\}|\{#.{0,500}?#\}|<%.{0,500}?%>|<\?.{0,500}?\?>", re.DOTALL)


def page_scripts(text: str) -> Mapping[Language, str]:
    """Return by language the scripts of a page, with blanks for all else: every place is that of the page."""
    pieces: dict[Language, list[str]] = {}
    ends: dict[Language, int] = {}
    for language, start, end in _scripts(text):
        pieces.setdefault(language, []).extend((_blank(text[ends.get(language, 0) : start]), _plain(text[start:end])))
        ends[language] = end
    return {language: "".join([*parts, _blank(text[ends[language] :])]) for language, parts in pieces.items()}


def _scripts(text: str) -> Iterator[tuple[Language, int, int]]:
    """Yield language, start and end of the code of each script, in order."""
    bare = _COMMENT.sub(_without_script, text)
    at = 0
    for _ in range(_MOST_SCRIPTS):
        opened = _START.search(bare, at)
        if opened is None:
            return
        at = opened.end()
        attributes = _ATTRIBUTES.match(bare, at)
        if attributes is None:
            continue
        start = attributes.end()
        closed = _END.search(bare, start)
        at, end = (closed.end(), closed.start()) if closed is not None else (len(bare), len(bare))
        language = _language(attributes[0])
        if language is not None and bare[start:end].strip():
            yield language, start, end


def _without_script(comment: re.Match[str]) -> str:
    return _blank(comment[0]) if "<script" in comment[0].lower() else comment[0]


def _language(attributes: str) -> Language | None:
    kind, lang = _TYPE.search(attributes), _LANG.search(attributes)
    if kind is not None and not _JAVASCRIPT.fullmatch(kind["type"]):
        return None
    return _LANGUAGES.get(lang["lang"].lower() if lang is not None else "")


def _plain(code: str) -> str:
    code = _OUTPUT.sub(lambda output: re.sub(r"[^\r\n]", "_", output[0]), code)
    return _TAG.sub(lambda tag: _blank(tag[0]), code)


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)
