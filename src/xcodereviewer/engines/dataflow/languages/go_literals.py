"""Literals of Go, lowered: texts, numbers, and composite literals.

`T{Field: x}` is `new T(Field=x)`, `[]T{a, b}` a list, `map[K]V{k: v}` a record; inside, `{…}` without a type has the
type that stands around it.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Argument, Call, Collection, Const, Expression, Record, Unknown
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.go_types import named_type
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["LITERALS", "LONGEST_LITERAL", "text_literal"]

LONGEST_LITERAL = 4096
_MOST_LITERALS = 256
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_FIELDS = frozenset(("identifier", "field_identifier"))
_LISTS = frozenset(("slice_type", "array_type", "implicit_length_array_type"))


def _unescaped(match: re.Match[str]) -> str:
    word = match[1]
    if word[0] in "xuU" and len(word) > 1:
        number = int(word[1:], 16)
        return chr(number) if number < 0x110000 else ""
    if len(word) == 3:
        return chr(int(word, 8))
    return _SIMPLE.get(word, word)


def text_literal(text: str) -> str:
    """Return what a literal in quotes stands for."""
    inner = text[1:-1]
    if text[:1] == "`" or "\\" not in inner:
        return inner[:LONGEST_LITERAL]
    return _ESCAPE.sub(_unescaped, inner[:LONGEST_LITERAL])


def _text(lowering: Lowering, node: Node) -> Expression:
    return Const(lowering.source.at(node), text_literal(lowering.source.text(node)))


def _rune(lowering: Lowering, node: Node) -> Expression:
    text = text_literal(lowering.source.text(node))
    return Const(lowering.source.at(node), ord(text) if len(text) == 1 else 0)


def _integer(lowering: Lowering, node: Node) -> Expression:
    at, text = lowering.source.at(node), lowering.source.text(node).replace("_", "").lower()
    if len(text) > 1 and text[0] == "0" and text[1].isdigit():
        text = f"0o{text[1:]}"
    try:
        number = int(text, 0)
    except ValueError:
        return Unknown(at, ())
    return Const(at, number) if number < 2**62 else Unknown(at, ())


def _float(lowering: Lowering, node: Node) -> Expression:
    at, text = lowering.source.at(node), lowering.source.text(node).replace("_", "")
    try:
        return Const(at, float(text))
    except ValueError:
        return Unknown(at, ())


def _iota(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    return Const(at, lowering.iota) if lowering.iota is not None else Unknown(at, ())


def _composite(lowering: Lowering, node: Node) -> Expression:
    body = node.child_by_field_name("body")
    assert body is not None
    return _literal(lowering, body, node.child_by_field_name("type"))


def _literal(lowering: Lowering, node: Node, kind: Node | None) -> Expression:
    """Lower what stands in braces, of a type that need not be known."""
    if kind is not None and kind.type == "pointer_type":
        kind = next(iter(parts(kind.named_children)), None)
    if kind is not None and kind.type == "generic_type":
        kind = kind.child_by_field_name("type")
    elements = parts(node.named_children)
    if kind is not None and kind.type in _LISTS:
        return _list(lowering, node, elements, kind.child_by_field_name("element"))
    if kind is not None and kind.type == "map_type":
        return _map(lowering, node, elements, kind)
    name = named_type(lowering, kind) if kind is not None else None
    if any(_key(one) is not None and not _is_field(one) for one in elements):
        return _map(lowering, node, elements, None)  # a named type that is a map: `gin.H{"name": x}`
    if name is None:
        return _nameless(lowering, node, elements)
    given = tuple(
        Argument(_value(lowering, one, None), _field_name(lowering, one)) for one in elements[:_MOST_LITERALS]
    )
    return Call(lowering.source.at(node), name, given, is_new=True)


def _key(element: Node) -> Node | None:
    """Return the key of an element, without what wraps it."""
    key = element.child_by_field_name("key") if element.type == "keyed_element" else None
    return key.children[0] if key is not None and key.type == "literal_element" and key.children else key


def _is_field(element: Node) -> bool:
    key = _key(element)
    return key is not None and key.type in _FIELDS


def _field_name(lowering: Lowering, element: Node) -> str:
    key = _key(element)
    return lowering.source.text(key) if key is not None else ""


def _value(lowering: Lowering, element: Node, kind: Node | None) -> Expression:
    """Lower the value of an element; `kind` is the type that a value in braces has."""
    if element.type == "keyed_element":
        element = element.child_by_field_name("value") or element
    if element.type == "literal_element":
        inner = parts(element.named_children)
        if not inner:
            return Unknown(lowering.source.at(element), ())
        element = inner[0]
    return _literal(lowering, element, kind) if element.type == "literal_value" else lowering.expression(element)


def _list(lowering: Lowering, node: Node, elements: list[Node], kind: Node | None) -> Expression:
    values = tuple(_value(lowering, one, kind) for one in elements[:_MOST_LITERALS])
    return Collection(lowering.source.at(node), "list", values)


def _map(lowering: Lowering, node: Node, elements: list[Node], kind: Node | None) -> Expression:
    inner = kind.child_by_field_name("value") if kind is not None else None
    entries: list[tuple[Expression | None, Expression]] = []
    for one in elements[:_MOST_LITERALS]:
        key = _key(one)
        if key is not None:
            own = Unknown(lowering.source.at(key), ()) if key.type == "literal_value" else lowering.expression(key)
            entries.append((own, _value(lowering, one, inner)))
    return Record(lowering.source.at(node), tuple(entries))


def _nameless(lowering: Lowering, node: Node, elements: list[Node]) -> Expression:
    """Lower a value of a struct without a name, or of a type that stands elsewhere: by its fields, or in order."""
    at = lowering.source.at(node)
    if all(_is_field(one) for one in elements):
        entries = tuple(
            (Const(lowering.source.at(one), _field_name(lowering, one)), _value(lowering, one, None))
            for one in elements[:_MOST_LITERALS]
        )
        return Record(at, entries)
    return Collection(at, "list", tuple(_value(lowering, one, None) for one in elements[:_MOST_LITERALS]))


LITERALS: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {
        "interpreted_string_literal": _text,
        "raw_string_literal": _text,
        "rune_literal": _rune,
        "int_literal": _integer,
        "float_literal": _float,
        "imaginary_literal": _float,
        "true": lambda lowering, node: Const(lowering.source.at(node), True),
        "false": lambda lowering, node: Const(lowering.source.at(node), False),
        "nil": lambda lowering, node: Const(lowering.source.at(node), None),
        "iota": _iota,
        "composite_literal": _composite,
    }
)
