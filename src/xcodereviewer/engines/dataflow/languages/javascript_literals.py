"""JavaScript's literals, lowered: text, numbers, regular expressions, template literals, arrays, objects."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Call,
    Collection,
    Const,
    Expression,
    Lambda,
    Name,
    Record,
    Spread,
    Template,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.javascript_functions import lower_function, lower_named
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["LITERALS", "LONGEST_TEXT", "property_key", "template", "text_value"]

LONGEST_TEXT = 4096  # characters that are kept of a text
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))")
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_LINE_ENDS = frozenset(("\n", "\r\n", "\r", "\u2028", "\u2029"))


def text_value(text: str) -> str:
    """Return what a text is whose escapes are written out: as much as is kept of it."""
    if "\\" in text:
        text = _ESCAPE.sub(_escaped, text)
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode()  # a lone surrogate is no text that travels


def _escaped(match: re.Match[str]) -> str:
    wide, four, two, plain = match.groups()
    if plain is not None:
        return "" if plain in _LINE_ENDS else _PLAIN_ESCAPES.get(plain, plain)
    number = int(wide or four or two, 16)
    return chr(number) if number < 0x110000 else "\ufffd"


def _string(lowering: Lowering, node: Node) -> Expression:
    return Const(lowering.source.at(node), text_value(lowering.source.text(node)[1:-1]))


def _number(lowering: Lowering, node: Node) -> Expression:
    at, text = lowering.source.at(node), lowering.source.text(node).replace("_", "").rstrip("n")
    if re.fullmatch("0[0-7]+", text):
        text = f"0o{text[1:]}"
    try:
        value: int | float = int(text, 0)
    except ValueError:
        try:
            value = float(text)
        except ValueError:
            return Unknown(at, ())
    return Const(at, value) if isinstance(value, float) or abs(value) < 2**63 else Const(at, float(value))


def _regex(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    pattern, flags = node.child_by_field_name("pattern"), node.child_by_field_name("flags")
    texts = [lowering.source.text(part)[:LONGEST_TEXT] if part is not None else "" for part in (pattern, flags)]
    return Call(at, Name(at, "RegExp"), tuple(Argument(Const(at, text)) for text in texts), True)


def _template_string(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    texts, values = template(lowering, node)
    if not values:
        return Const(at, texts[0])
    shown: list[Expression] = [Const(at, texts[0])] if texts[0] else []
    for value, text in zip(values, texts[1:], strict=True):
        shown += [value, Const(value.at, text)] if text else [value]
    return Template(at, tuple(shown))


def template(lowering: Lowering, node: Node) -> tuple[list[str], list[Expression]]:
    """Return the texts of a template literal and the values between them: one less."""
    texts: list[str] = []
    values: list[Expression] = []
    start = node.start_byte + 1
    data = lowering.source.data
    for child in node.children:
        if child.type == "template_substitution":
            texts.append(text_value(data[start : child.start_byte].decode("utf-8", "replace")))
            values.append(lowering.inner(child))
            start = child.end_byte
    texts.append(text_value(data[start : node.end_byte - 1].decode("utf-8", "replace")))
    return texts, values


def _array(lowering: Lowering, node: Node) -> Expression:
    return Collection(lowering.source.at(node), "list", items(lowering, node.children))


def items(lowering: Lowering, nodes: Iterable[Node]) -> tuple[Expression, ...]:
    """Lower what stands between brackets; a place that is left free holds nothing."""
    found: list[Expression] = []
    is_free = True
    for child in nodes:
        if child.type == ",":
            if is_free:
                found.append(Const(lowering.source.at(child), None))
            is_free = True
        elif child.is_named and child.type != "comment":
            found.append(lowering.expression(child))
            is_free = False
    return tuple(found)


def _object(lowering: Lowering, node: Node) -> Expression:
    entries: list[tuple[Expression | None, Expression]] = []
    for child in parts(node.children):
        match child.type:
            case "pair":
                entries.append(_pair(lowering, child))
            case "shorthand_property_identifier":
                name = lowering.read(child)
                entries.append((Const(name.at, name.name), name))
            case "spread_element":
                entries.append((None, lowering.inner(child)))
            case "method_definition":
                entries.append(_method(lowering, child))
            case _:
                entries.append((None, lowering.expression(child)))
    return Record(lowering.source.at(node), tuple(entries))


def _pair(lowering: Lowering, node: Node) -> tuple[Expression, Expression]:
    key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
    assert key is not None
    assert value is not None
    lowered = property_key(lowering, key)
    name = lowered.value if isinstance(lowered, Const) else ""
    return lowered, lower_named(lowering, value, str(name))


def _method(lowering: Lowering, node: Node) -> tuple[Expression, Expression]:
    key = node.child_by_field_name("name")
    assert key is not None
    lowered = property_key(lowering, key)
    at = lowering.source.at(node)
    function = Lambda(at, lower_function(lowering, node, lowering.source.text(key)))
    kinds = {child.type for child in node.children}
    if "get" in kinds:
        return lowered, Call(at, function, ())
    return (Const(at, f"set {lowering.source.text(key)}") if "set" in kinds else lowered), function


def property_key(lowering: Lowering, node: Node) -> Expression:
    """Lower the name of a property, as it is written in an object or a class."""
    match node.type:
        case "property_identifier" | "private_property_identifier" | "shorthand_property_identifier_pattern":
            return Const(lowering.source.at(node), lowering.source.text(node))
        case "computed_property_name":
            return lowering.inner(node)
    return lowering.expression(node)


def _spread(lowering: Lowering, node: Node) -> Expression:
    return Spread(lowering.source.at(node), lowering.inner(node))


LITERALS: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {
        "string": _string,
        "number": _number,
        "regex": _regex,
        "template_string": _template_string,
        "array": _array,
        "object": _object,
        "spread_element": _spread,
        "true": lambda lowering, node: Const(lowering.source.at(node), True),
        "false": lambda lowering, node: Const(lowering.source.at(node), False),
        "null": lambda lowering, node: Const(lowering.source.at(node), None),
        "undefined": lambda lowering, node: Const(lowering.source.at(node), None),
    }
)
