"""How many arguments a call of a function has to bring, in an order that the reader has to know."""

import re

from xcodereviewer.domain.language import Language

__all__ = ["count_parameters"]

_OPENING = "([{<"
_CLOSING = ")]}>"
_NOISE = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|->|=>|<=|>=|<<|>>=", re.DOTALL)
_PYTHON_COMMENT = re.compile(r"#[^\n]*")
_RECEIVERS = frozenset({"self", "cls", "this", "&self", "void"})
_LONGEST = 20_000  # characters of a list that is worth counting


def count_parameters(text: str, language: Language) -> int:
    """Count the parameters in `text`, a list with its parentheses.

    What is passed by name only is not counted (Python after `*`, Ruby's keywords), nor are the receiver, a catch-all
    (`*args`, `...rest`, `&block`) and Python's parameters with a default, which callers name as a rule.
    """
    if len(text) > _LONGEST:
        return 0
    count = 0
    for item in _items(text, language):
        if language is Language.PYTHON and item.startswith("*"):
            break  # by name only from here on
        count += not _is_free(item, language)
    return count


def _is_free(item: str, language: Language) -> bool:
    if item in _RECEIVERS or item.startswith(("self:", "this:", "...")):
        return True
    match language:
        case Language.RUST:
            return item.endswith(" self")
        case Language.PYTHON:
            return item == "/" or "=" in item
        case Language.RUBY:
            return ":" in item or item.startswith(("*", "&"))
        case _:
            return "..." in item or item.startswith("vararg ")


def _items(text: str, language: Language) -> list[str]:
    """Split at the commas that stand in no inner bracket."""
    if language is Language.PYTHON:
        text = _PYTHON_COMMENT.sub("", text)
    text = _NOISE.sub(" ", text).strip()
    inner = text[1:-1] if text.startswith("(") else text
    items = []
    depth = begin = 0
    for position, character in enumerate(inner):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(depth - 1, 0)
        elif character == "," and depth == 0:
            items.append(inner[begin:position])
            begin = position + 1
    items.append(inner[begin:])
    return [stripped for item in items if (stripped := item.strip())]
