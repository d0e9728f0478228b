"""A text as lines of tokens, without comments and white space; one small lexer for all languages.

It need not be exact: whatever it makes of an odd literal, it makes the same of its copy. It is linear on any input:
what has no end runs to the end of its line or of the text.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from xcodereviewer.domain.language import Language

__all__ = ["CodeLine", "code_lines"]


class CodeLine(NamedTuple):
    """A line that holds code, with the tokens that begin on it."""

    number: int
    tokens: Sequence[str]


_SLASHES = r"(?<!\\)//[^\n]*|(?<!\\)/\*[\s\S]*?(?:\*/|\Z)"
_HASH = r"#[^\n]*"
_HASH_AFTER_SPACE = r"(?<![^\s;])#[^\n]*"  # `${#name}` and `$#` are no comments
_TRIPLE = r'"""[\s\S]*?(?:(?<!\\)"""|\Z)|' + r"'''[\s\S]*?(?:(?<!\\)'''|\Z)"
_DOUBLE = r'"(?:[^"\\\n]|\\[\s\S])*"?'
_SINGLE = r"'(?:[^'\\\n]|\\[\s\S])*'?"
_CHARACTER = r"'(?:[^'\\\n]|\\[^\n]{1,10}?)'"  # the apostrophe of a Rust lifetime begins no string
_BACKTICKS = r"`(?:[^`\\]|\\[\s\S])*(?:`|\Z)"
_RAW = r"`[^`]*(?:`|\Z)"
_VERBATIM = r'(?:@\$?|\$@)"(?:[^"]|"")*(?:"|\Z)'  # C#
_RAW_RUST = r'r#"[\s\S]*?(?:"#|\Z)'
_RAW_CPP = r'R"\([\s\S]*?(?:\)"|\Z)'
_REST = r"[^\W\d]\w*|\d[\w.]*|[-+*/%&|^=<>!?:.]+|[^\w\s]|\n"


def _lexer(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join((*parts, _REST)))


_JAVASCRIPT = _lexer(_SLASHES, _BACKTICKS, _DOUBLE, _SINGLE)
_CURLY = _lexer(_SLASHES, _TRIPLE, _DOUBLE, _CHARACTER)
_LEXERS: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        Language.PYTHON: _lexer(_HASH, _TRIPLE, _DOUBLE, _SINGLE),
        Language.JAVASCRIPT: _JAVASCRIPT,
        Language.TYPESCRIPT: _JAVASCRIPT,
        Language.TSX: _JAVASCRIPT,
        Language.JAVA: _CURLY,
        Language.KOTLIN: _CURLY,
        Language.CSHARP: _lexer(_SLASHES, _VERBATIM, _TRIPLE, _DOUBLE, _CHARACTER),
        Language.RUST: _lexer(_SLASHES, _RAW_RUST, _DOUBLE, _CHARACTER),
        Language.C: _lexer(_SLASHES, _DOUBLE, _CHARACTER),
        Language.CPP: _lexer(_SLASHES, _RAW_CPP, _DOUBLE, _CHARACTER),
        Language.GO: _lexer(_SLASHES, _RAW, _DOUBLE, _CHARACTER),
        Language.PHP: _lexer(_SLASHES, r"#(?!\[)[^\n]*", _DOUBLE, _SINGLE),
        Language.RUBY: _lexer(_HASH_AFTER_SPACE, _DOUBLE, _SINGLE),
        Language.SHELL: _lexer(_HASH_AFTER_SPACE, _DOUBLE, _SINGLE),
    }
)
_HASH_LANGUAGES = frozenset({Language.PYTHON, Language.PHP, Language.RUBY, Language.SHELL})


def code_lines(text: str, language: Language) -> list[CodeLine]:
    """Return the lines of `text` on which at least one token begins; a string of many lines is one token."""
    comments = (
        ("//", "/*", "#") if language is Language.PHP else ("#",) if language in _HASH_LANGUAGES else ("//", "/*")
    )
    lines: list[CodeLine] = []
    tokens: list[str] = []
    number = 1
    for word in _LEXERS[language].findall(text):
        if word[0] not in "\n#/" or not word.startswith(("\n", *comments)):
            tokens.append(word)
        if "\n" in word:
            if tokens:
                lines.append(CodeLine(number, tokens))
                tokens = []
            number += word.count("\n")
    if tokens:
        lines.append(CodeLine(number, tokens))
    return lines
