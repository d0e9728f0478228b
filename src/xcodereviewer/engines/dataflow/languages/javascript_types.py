"""What TypeScript adds to JavaScript, lowered: declared types, decorators, enumerations, namespaces.

A declared type is kept as the expression of its name, without type arguments; types that say nothing of a value's
class (`string`, `{a: 1}`, `A[]`) are dropped. An interface that extends others is a class without a body.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Attribute,
    Binary,
    Call,
    Class,
    Const,
    Expression,
    Function,
    Lambda,
    Name,
    Record,
    Return,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.syntax import Scope
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["TYPES", "annotation", "decorators", "literal_type", "lower_namespace"]

# Types that are what their argument is once they have been awaited, or as far as a reader is concerned.
_WRAPPERS = frozenset(("Promise", "Readonly", "Partial", "Required", "NonNullable", "Awaited"))


def annotation(lowering: Lowering, node: Node | None) -> Expression | None:
    """Lower a declared type; None when it does not name a class."""
    return _type(lowering, node) if node is not None else None


def literal_type(lowering: Lowering, node: Node | None) -> Expression | None:
    """Lower the declared type of numbers and truth values as the function that makes them; None for any other."""
    name = _LITERALS.get(lowering.source.text(node).lstrip(": ")) if node is not None else None
    return Name(lowering.source.at(node), name) if node is not None and name is not None else None


_LITERALS = {"number": "Number", "boolean": "Boolean", "bigint": "BigInt"}


def _type(lowering: Lowering, node: Node) -> Expression | None:
    match node.type:
        case "type_annotation" | "parenthesized_type" | "readonly_type" | "optional_type":
            children = parts(node.children)
            return _type(lowering, children[0]) if children else None
        case "type_identifier" | "identifier":
            return lowering.read(node)
        case "nested_type_identifier" | "nested_identifier":
            return dotted(lowering, node)
        case "generic_type":
            return _generic(lowering, node)
        case "union_type" | "intersection_type":
            return _choice(lowering, node)
    return None


def _generic(lowering: Lowering, node: Node) -> Expression | None:
    name, *rest = parts(node.children)
    if lowering.source.text(name) in _WRAPPERS and rest:
        arguments = parts(rest[0].children)
        return _type(lowering, arguments[0]) if arguments else None
    return _type(lowering, name)


def _choice(lowering: Lowering, node: Node) -> Expression | None:
    found = [lowered for child in parts(node.children) if (lowered := _type(lowering, child)) is not None]
    if not found:
        return None
    first, *others = found
    for other in others:
        first = Binary(lowering.source.at(node), "|", first, other)
    return first


def dotted(lowering: Lowering, node: Node) -> Expression:
    """Lower a name of names: `a.b.c`."""
    first, *others = parts(node.children)
    value = dotted(lowering, first) if first.type in ("nested_identifier", "nested_type_identifier") else None
    value = value if value is not None else lowering.read(first)
    for other in others:
        value = Attribute(lowering.source.at(node), value, lowering.source.text(other))
    return value


def decorators(lowering: Lowering, node: Node) -> tuple[Expression, ...]:
    """Lower the decorators that are written before a class, a member or a parameter."""
    return tuple(lowering.inner(child) for child in node.children if child.type == "decorator")


def _enum(lowering: Lowering, node: Node) -> Sequence[Statement]:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    assert name is not None
    entries: list[tuple[Expression | None, Expression]] = []
    following: int | None = 0
    for child in parts(body.children) if body is not None else []:
        given = child.child_by_field_name("value")
        key = child.child_by_field_name("name") or child
        at = lowering.source.at(child)
        value: Expression = lowering.expression(given) if given is not None else Const(at, following)
        following = value.value + 1 if isinstance(value, Const) and isinstance(value.value, int) else None
        entries.append((Const(at, lowering.source.text(key).strip("\"'")), value))
    at = lowering.source.at(node)
    return [Assign(at, Name(at, lowering.source.bind(lowering.source.text(name))), Record(at, tuple(entries)))]


def lower_namespace(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower a namespace: what it exports is the record that a function returns."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if name is None or body is None or name.type == "string":
        return ()  # types of a module that is somewhere else
    source = lowering.source
    at = source.at(node)
    exported, lowering.exported = lowering.exported, []
    is_nested = bool(source.scopes)
    source.scopes.append(Scope())
    statements = lowering.body(body)
    names = lowering.exported
    lowering.exported = exported
    scope = source.leave()
    inside = source.at(body)
    result = Return(inside, Record(inside, tuple((Const(inside, one), Name(inside, one)) for one in names)))
    free = tuple(sorted(scope.unresolved())) if is_nested else ()
    function = Function(at, "<namespace>", (), (*statements, result), free=free, size=scope.statements)
    first, *others = source.text(name).split(".")
    value: Expression = Call(at, Lambda(at, function), ())
    for other in reversed(others):
        value = Record(at, ((Const(at, other), value),))
    if lowering.exported is not None:
        lowering.exported.append(first)
    return [Assign(at, Name(at, source.bind(first)), value)]


def _interface(lowering: Lowering, node: Node) -> Sequence[Statement]:
    name = node.child_by_field_name("name")
    assert name is not None
    extended = [child for child in node.children if child.type == "extends_type_clause"]
    bases = [lowered for clause in extended for one in parts(clause.children) if (lowered := _type(lowering, one))]
    return _declared_class(lowering, name, bases)


def _type_alias(lowering: Lowering, node: Node) -> Sequence[Statement]:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    assert name is not None
    if value is None or value.type not in (
        "intersection_type",
        "generic_type",
        "type_identifier",
        "nested_type_identifier",
    ):
        return ()
    parts_of = parts(value.children) if value.type == "intersection_type" else [value]
    return _declared_class(lowering, name, [lowered for one in parts_of if (lowered := _type(lowering, one))])


def _declared_class(lowering: Lowering, name: Node, bases: Sequence[Expression]) -> Sequence[Statement]:
    if not bases:
        return ()
    own = lowering.source.bind(lowering.source.text(name))
    return [Class(lowering.source.at(name), own, tuple(map(Argument, bases)), ())]


def _nothing(lowering: Lowering, node: Node) -> Sequence[Statement]:
    return ()


TYPES: Mapping[str, Callable[[Lowering, Node], Sequence[Statement]]] = MappingProxyType(
    {
        "enum_declaration": _enum,
        "internal_module": lower_namespace,
        "module": lower_namespace,
        "interface_declaration": _interface,
        "type_alias_declaration": _type_alias,
        "ambient_declaration": _nothing,
        "function_signature": _nothing,
    }
)
