"""Declared types and annotations of Java, lowered.

A declared type is the expression of its name, without type arguments: `Name("List")`, `Name("java.util.List")` when
it is written with its package, `Attribute(Name("Map"), "Entry")` for a member, `Name("int")` for a primitive. An array
is `Name("builtins.list")[T]`. `var`, `void` and type parameters are no type.
"""

from collections.abc import Iterator

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Argument, Attribute, Call, Expression, Index, Name
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["LIST", "cast", "declared", "decorators", "primitive", "qualified"]

LIST = "builtins.list"
_PRIMITIVES = frozenset(("integral_type", "floating_point_type", "boolean_type"))
# Texts and numbers: what they are says less than where they come from.
_PLAIN = frozenset(
    """
    String Object CharSequence Boolean Character Byte Short Integer Long Float Double Number Comparable Serializable
    """.split()  # noqa: SIM905 - a list of words
)
_ANNOTATIONS = frozenset(("annotation", "marker_annotation"))


def declared(lowering: Lowering, node: Node | None) -> Expression | None:
    """Lower a declared type; None when it says nothing."""
    if node is None:
        return None
    source = lowering.source
    match node.type:
        case "type_identifier" | "identifier":
            text = source.text(node)
            name = None if text == "var" else lowering.scopes.type_name(text)
            return Name(source.at(node), name) if name is not None else None
        case "scoped_type_identifier" | "scoped_identifier":
            return qualified(lowering, node)
        case "generic_type":
            return declared(lowering, node.children[0])
        case "array_type":
            return _array(lowering, node)
        case "annotated_type":
            return declared(lowering, parts(node.children)[-1])
        case kind if kind in _PRIMITIVES:
            return Name(source.at(node), source.text(node))
    return None


def _array(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    element = declared(lowering, node.child_by_field_name("element"))
    return Index(at, Name(at, LIST), element if element is not None else Name(at, "java.lang.Object"))


def primitive(lowering: Lowering, node: Node | None) -> str:
    """Return the name of a primitive type; empty for any other."""
    return lowering.source.text(node) if node is not None and node.type in _PRIMITIVES else ""


def qualified(lowering: Lowering, node: Node) -> Expression:
    """Lower a name with dots in a place where a type stands: the package and its class are one name."""
    at = lowering.source.at(node)
    words = [word.strip() for word in lowering.source.text(node).split(".")]
    first = next((number for number, word in enumerate(words) if word[:1].isupper()), len(words) - 1)
    found: Expression = Name(at, ".".join(words[: first + 1]) if first else lowering.scopes.type_name(words[0]) or "")
    for word in words[first + 1 :]:
        found = Attribute(at, found, word)
    return found


def decorators(lowering: Lowering, node: Node) -> tuple[Expression, ...]:
    """Lower the annotations of a declaration, in their order."""
    modifiers = next((child for child in node.children if child.type == "modifiers"), None)
    if modifiers is None:
        return ()
    return tuple(_annotation(lowering, child) for child in modifiers.children if child.type in _ANNOTATIONS)


def _annotation(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    name = node.child_by_field_name("name")
    assert name is not None
    callee = declared(lowering, name) or Name(at, lowering.source.text(name))
    arguments = node.child_by_field_name("arguments")
    return Call(at, callee, tuple(_arguments(lowering, arguments))) if arguments is not None else callee


def _arguments(lowering: Lowering, node: Node) -> Iterator[Argument]:
    for child in parts(node.children):
        if child.type == "element_value_pair":
            key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is not None and value is not None:
                yield Argument(lowering.expression(value), lowering.source.text(key))
        else:
            yield Argument(lowering.expression(child))


def cast(lowering: Lowering, node: Node | None, value: Expression, at: int) -> Expression:
    """Return a value under the type that the program says it has; where that is no class of interest, the value."""
    kind = declared(lowering, node)
    if not isinstance(kind, Name | Attribute) or kind.name in _PLAIN or primitive(lowering, node):
        return value
    return Call(at, Name(at, "builtins.cast"), (Argument(kind), Argument(value)))
