"""Every node below one, in the order of the text."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from xcodereviewer.engines.dataflow import ir

__all__ = ["FIELDS", "nodes"]

_NESTED = (ir.Function, ir.Class)
_PLAIN = frozenset(  # fields that hold no node, so that the walk, which is most of our time, passes them over
    """
    at name operator kind keyword is_new is_each over_keys label tests_last module member level outer free is_async
    is_generator size language gaps falls_through
    """.split()  # noqa: SIM905 - a list of words
)
FIELDS: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        one: tuple(name for name in reversed(one.__struct_fields__) if name not in _PLAIN and one is not ir.Const)
        for one in vars(ir).values()
        if isinstance(one, type) and issubclass(one, msgspec.Struct)
    }
)


def nodes(root: object, *, nested: bool = True) -> Iterator[msgspec.Struct]:
    """Yield all nodes below `root` in the order of the text; without `nested`, none of functions and classes in it."""
    pending: list[object] = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, tuple):
            pending.extend(node[::-1])
            continue
        kind = node.__class__
        fields = FIELDS.get(kind)
        if fields is None:
            continue
        yield node  # type: ignore[misc]  # only nodes have fields
        if fields and (nested or node is root or kind not in _NESTED):
            pending.extend([getattr(node, name) for name in fields])
