"""Python's literals: what a text says, and which of a table of them are kept."""

import ast
from collections.abc import Sequence

from tree_sitter import Node

__all__ = ["LONGEST_LITERAL", "MOST_LITERALS", "literal", "told_apart", "unescaped"]

LONGEST_LITERAL = 4096  # characters that are kept of a text
MOST_LITERALS = 256  # literals of a table that are kept
_LITERALS = frozenset(("integer", "float", "true", "false", "none", "comment"))
_NESTED_LITERALS = frozenset(
    """
    list tuple set dictionary pair unary_operator parenthesized_expression concatenated_string
    """.split()  # noqa: SIM905 - a list of words
)


def told_apart(items: Sequence[Node]) -> tuple[Sequence[Node], bool]:
    """Return the items of a table without the literals behind so many that none of them is told apart any more, and
    whether there are such: what stands for them may be any literal."""
    if len(items) <= MOST_LITERALS:
        return items, False
    kept = [item for number, item in enumerate(items) if number < MOST_LITERALS or not _is_literal(item)]
    return kept, len(kept) < len(items)


def _is_literal(node: Node) -> bool:
    pending = [node]
    while pending:
        one = pending.pop()
        if one.type == "string":
            if any(child.type == "interpolation" for child in one.children):
                return False
        elif one.type in _NESTED_LITERALS:
            pending += one.named_children
        elif one.type not in _LITERALS:
            return False
    return True


def unescaped(text: str) -> str:
    """Return a part of a text literal with its escapes read."""
    return literal('"""' + text.replace('"', '\\"').replace('\\\\"', '\\"') + '"""') if "\\" in text else text


def literal(text: str) -> str:
    """Return the value of a text literal; bytes are read as Latin-1."""
    body = text.lstrip("rRbBuUfFtT")
    quote = body[:3] if body[:3] in ('"""', "'''") else body[:1]
    inner = body[len(quote) : -len(quote) or None]
    if "\\" not in inner or "r" in text[: len(text) - len(body)].lower():
        return inner[:LONGEST_LITERAL]
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError):
        return inner[:LONGEST_LITERAL]
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    return text[:LONGEST_LITERAL].encode("utf-8", "replace").decode()  # a lone surrogate is no text that travels
