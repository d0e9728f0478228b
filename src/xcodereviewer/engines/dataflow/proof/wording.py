"""An expression of the IR in a few characters, as a person would write it."""

import msgspec

from xcodereviewer.engines.dataflow import ir

__all__ = ["told"]

_LONGEST = 60
_DEEPEST = 6


def told(node: msgspec.Struct | None) -> str:
    """Return the expression between back quotes, or what it is in words."""
    match node:
        case ir.Template():
            return "a text that is put together"
        case ir.Collection():
            return f"a {node.kind}"
        case ir.Record():
            return "a mapping"
        case ir.Lambda():
            return "a function"
        case ir.Const() | ir.Name() | ir.Attribute() | ir.Index() | ir.Slice() | ir.Call() | ir.Await():
            shown = _shown(node, 0)
            return f"`{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'}`"
        case ir.Binary():
            return f"a result of `{node.operator}`"
    return "a larger expression"


def _shown(node: msgspec.Struct | None, depth: int) -> str:
    if depth > _DEEPEST:
        return "…"
    match node:
        case ir.Name():
            return node.name
        case ir.Attribute():
            return f"{_shown(node.of, depth + 1)}.{node.name}"
        case ir.Index():
            return f"{_shown(node.of, depth + 1)}[{_shown(node.key, depth + 1)}]"
        case ir.Slice():
            return f"{_shown(node.of, depth + 1)}[…]"
        case ir.Call():
            return f"{_shown(node.callee, depth + 1)}({'…' if node.arguments else ''})"
        case ir.Await():
            return f"await {_shown(node.value, depth + 1)}"
        case ir.Const():
            return repr(node.value)
    return "…"
