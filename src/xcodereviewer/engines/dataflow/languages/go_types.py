"""Types of Go, lowered: what is declared, and what a variable holds that nothing was put into.

A declared type is the expression of its name, without pointers and type arguments: `Name("Store")`,
`Attribute(Name("sql"), "DB")`; a number or truth value is `Name("builtins.number")`. Texts, slices, maps, functions and
type parameters are no type: what is in them says more.
"""

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Attribute,
    Call,
    Collection,
    Const,
    Expression,
    Name,
    Record,
    Spread,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["NUMBERS", "TEXTS", "declared", "named_type", "plain", "type_names", "zero"]

NUMBERS = frozenset(
    """
    int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr byte rune float32 float64 complex64 complex128
    bool
    """.split()  # noqa: SIM905 - a list of words
)
TEXTS = frozenset(("string", "any", "error", "comparable", "nil"))
_NUMBER = "builtins.number"
_WRAPPERS = frozenset(("pointer_type", "parenthesized_type", "type_elem", "negated_type"))
_SLICES = frozenset(("slice_type", "array_type", "implicit_length_array_type"))


def plain(lowering: Lowering, node: Node | None) -> Node | None:
    """Return a type without pointers, parentheses and type arguments."""
    while node is not None:
        if node.type == "generic_type":
            node = node.child_by_field_name("type")
        elif node.type in _WRAPPERS:
            inner = parts(node.named_children)
            node = inner[0] if inner else None
        else:
            return node
    return None


def named_type(lowering: Lowering, node: Node | None) -> Expression | None:
    """Return the expression of a type that has a name; None when it has none, or is one of Go's own."""
    node = plain(lowering, node)
    if node is None:
        return None
    at, text = lowering.source.at(node), lowering.source.text(node)
    if node.type == "qualified_type":
        package, _, name = text.partition(".")
        return Attribute(at, Name(at, package.strip()), name.strip())
    if node.type in ("type_identifier", "identifier"):
        if text in NUMBERS or text in TEXTS or lowering.scopes.is_type_parameter(text):
            return None
        return Name(at, lowering.scopes.read(text) if lowering.scopes.knows(text) else text)
    if node.type == "selector_expression":
        return lowering.expression(node)
    return None


def declared(lowering: Lowering, node: Node | None) -> Expression | None:
    """Return a declared type, for who declares a variable of it."""
    node = plain(lowering, node)
    if node is None:
        return None
    if node.type in _SLICES:
        element = plain(lowering, node.child_by_field_name("element"))
        if element is not None and lowering.source.text(element) in NUMBERS - {"byte", "rune", "uint8"}:
            return Name(lowering.source.at(node), _NUMBER)
        return None
    if node.type == "type_identifier" and lowering.source.text(node) in NUMBERS:
        return Name(lowering.source.at(node), _NUMBER)
    return named_type(lowering, node)


def type_names(lowering: Lowering, node: Node | None) -> None:
    """Make the type parameters of a declaration known."""
    for child in parts(node.named_children) if node is not None else ():
        for name in parts(child.children_by_field_name("name")):
            lowering.scopes.declare_type(lowering.source.text(name))


def zero(lowering: Lowering, node: Node) -> Expression:
    """Return what a variable of a type holds that nothing was put into."""
    at = lowering.source.at(node)
    match node.type:
        case "pointer_type":
            return Unknown(at, ())
        case "slice_type":
            return Collection(at, "list", ())
        case "array_type" | "implicit_length_array_type":
            return Collection(at, "list", (Spread(at, Unknown(at, ())),))
        case "map_type":
            return Record(at, ())
        case "struct_type":
            return Record(at, ())
        case "type_identifier":
            text = lowering.source.text(node)
            if text in NUMBERS:
                return Const(at, False if text == "bool" else 0)
            if text in TEXTS:
                return Const(at, "" if text == "string" else None)
    named = named_type(lowering, node)
    return Call(at, named, (), is_new=True) if named is not None else Unknown(at, ())
