"""JSX, lowered: an element is a call of its component, or of `jsx` for one of HTML, with a record of its attributes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Argument, Call, Collection, Const, Expression, Name, Record
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["JSX"]


def _element(lowering: Lowering, node: Node) -> Expression:
    """Lower `<a b={c}>{d}</a>`; text between elements is left out, for it is nothing but itself.

    The record, the list of children and the call are at different places, by which objects are told apart.
    """
    opening = node.child_by_field_name("open_tag") or node
    entries = [_attribute(lowering, child) for child in parts(opening.children) if child.type in _ATTRIBUTES]
    at = lowering.source.at(node)
    children = [
        lowering.expression(child)
        for child in parts(node.children)
        if child.type in ("jsx_element", "jsx_self_closing_element") or _has_value(child)
    ]
    if children and node is not opening:
        place = lowering.source.at(opening)
        entries.append((Const(place, "children"), Collection(place, "list", tuple(children))))
    name = opening.child_by_field_name("name")
    record = Argument(Record(lowering.source.at(name or opening), tuple(entries)))
    text = lowering.source.text(name) if name is not None else ""
    if name is None or name.type == "jsx_namespace_name" or (text[:1].islower() and "." not in text):
        return Call(at, Name(at, "jsx"), (Argument(Const(at, text)), record))
    return Call(at, lowering.expression(name), (record,))


_ATTRIBUTES = frozenset(("jsx_attribute", "jsx_expression"))


def _has_value(node: Node) -> bool:
    return node.type == "jsx_expression" and bool(parts(node.children))


def _attribute(lowering: Lowering, node: Node) -> tuple[Expression | None, Expression]:
    if node.type == "jsx_expression":  # `{...attributes}`
        return None, lowering.inner(parts(node.children)[0])
    name, *value = parts(node.children)
    at = lowering.source.at(name)
    return Const(at, lowering.source.text(name)), lowering.expression(value[0]) if value else Const(at, True)


def _inner(lowering: Lowering, node: Node) -> Expression:
    return lowering.inner(node)


JSX: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {"jsx_element": _element, "jsx_self_closing_element": _element, "jsx_expression": _inner}
)
