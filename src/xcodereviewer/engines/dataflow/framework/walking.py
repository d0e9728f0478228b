"""Reading the IR as text is read: every node below one, dotted names, the words of a name."""

import re
from collections.abc import Iterable, Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.nodes import nodes

__all__ = ["argument_of", "calls", "dotted", "last_name", "nodes", "text_of", "texts_of", "words"]

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def calls(root: object, *, nested: bool = True) -> Iterator[ir.Call]:
    """Yield the calls below `root`."""
    return (node for node in nodes(root, nested=nested) if isinstance(node, ir.Call))


def dotted(node: object) -> str:
    """Return `a.b.c` for names and what is read of them; a call or an index on the way is left out, empty is none."""
    parts: list[str] = []
    while True:
        match node:
            case ir.Attribute():
                parts.append(node.name)
                node = node.of
            case ir.Call():
                node = node.callee
            case ir.Index():
                node = node.of
            case ir.Await():
                node = node.value
            case ir.Name():
                parts.append(node.name)
                return ".".join(reversed(parts))
            case _:
                return ".".join(reversed(parts))


def last_name(node: object) -> str:
    """Return the last part of a dotted name."""
    return dotted(node).rpartition(".")[2]


def words(name: str) -> frozenset[str]:
    """Return the words of a name or path in lower case: `getUser_by-id` is get, user, by, id."""
    return frozenset(word.lower() for word in _WORD.findall(name))


def argument_of(call: ir.Call, position: int, *keywords: str) -> ir.Expression | None:
    """Return the argument at a position, or the one that has one of these names; None when it is not given."""
    for argument in call.arguments:
        if argument.keyword in keywords:
            return argument.value
    placed = [argument.value for argument in call.arguments if not argument.keyword]
    return placed[position] if 0 <= position < len(placed) else None


def text_of(node: object) -> str | None:
    """Return the text that a literal is; None for anything else."""
    return node.value if isinstance(node, ir.Const) and isinstance(node.value, str) else None


def texts_of(node: object) -> tuple[str, ...]:
    """Return the texts of a literal or of a collection of literals."""
    items: Iterable[object] = node.items if isinstance(node, ir.Collection) else (node,)
    return tuple(text for item in items if (text := text_of(item)) is not None)
