"""A file's text to the bytes of its module, whatever its language."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

import msgspec

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.dataflow.ir import Module
from xcodereviewer.engines.dataflow.languages.go import lower_go
from xcodereviewer.engines.dataflow.languages.go_modules import lower_go_module
from xcodereviewer.engines.dataflow.languages.java import lower_java
from xcodereviewer.engines.dataflow.languages.java_properties import lower_properties
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.languages.templates import lower_template
from xcodereviewer.engines.dataflow.languages.templates_tokens import has_template_syntax

__all__ = ["lower"]

_LOWER: Mapping[Language, Callable[[str], Module]] = MappingProxyType(
    {
        Language.PYTHON: lower_python,
        Language.HTML: lower_template,
        Language.GO: lower_go,
        Language.JAVA: lower_java,
        Language.JAVASCRIPT: partial(lower_javascript, language=Language.JAVASCRIPT),
        Language.TYPESCRIPT: partial(lower_javascript, language=Language.TYPESCRIPT),
        Language.TSX: partial(lower_javascript, language=Language.TSX),
    }
)
# Texts that say something of a program in another language, by their tag.
_READ_TEXTS: Mapping[str, Callable[[str], Module]] = MappingProxyType(
    {"settings": lower_properties, "go-module": lower_go_module}
)
_LONGEST_LINE = 20_000  # characters besides those of text literals; one that has more was not written by hand
_MOST_GAPS = 3
_LONG_LINE = re.compile(rf"[^\n]{{{_LONGEST_LINE},}}")
_LITERAL = re.compile(r"""'(?:[^'\\]++|\\.)*'|"(?:[^"\\]++|\\.)*\"""")


def lower(file: SourceText) -> tuple[bytes, str]:
    """Return the file's module as bytes, and what of it could not be read (empty: nothing)."""
    if file.language is Language.HTML and not has_template_syntax(file.text):
        return b"", ""  # a page, and no template
    if file.language is Language.TEXT and not file.tags & _READ_TEXTS.keys():
        return b"", ""
    if any(len(_LITERAL.sub("", line[0])) >= _LONGEST_LINE for line in _LONG_LINE.finditer(file.text)):
        return b"", f"not followed: a line is longer than {_LONGEST_LINE:,} characters"
    kind = next((tag for tag in _READ_TEXTS if tag in file.tags), "") if file.language is Language.TEXT else ""
    module = (_READ_TEXTS[kind] if kind else _LOWER[file.language])(file.text)
    if "test" in file.tags:
        module = msgspec.structs.replace(module, is_test=True)
    facts = msgspec.msgpack.encode(module) if module.body or module.gaps or file.language is not Language.HTML else b""
    return facts, _gap(module)


def _gap(module: Module) -> str:
    places = [f"line {first}" if first == last else f"lines {first} to {last}" for first, last in _merged(module.gaps)]
    if not places:
        return ""
    more = f" and {len(places) - _MOST_GAPS} more" if len(places) > _MOST_GAPS else ""
    return f"{', '.join(places[:_MOST_GAPS])}{more} cannot be followed"


def _merged(gaps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines of gaps in their order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(gaps):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged
