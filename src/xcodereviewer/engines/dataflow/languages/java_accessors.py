"""Members of Java's classes that nobody writes: those of records, of enumerations, and the ones that Lombok makes."""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Attribute,
    Collection,
    Expression,
    Function,
    Index,
    Name,
    Parameter,
    Return,
    Statement,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.java_functions import (
    CONSTRUCTOR,
    STATIC,
    begin_function,
    end_function,
    parameters,
    this_parameter,
)
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.java_scopes import ClassScope, is_static
from xcodereviewer.engines.dataflow.languages.java_types import declared
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["accessors", "enum_members", "record_members"]

_READING = frozenset(("Data", "Getter", "Value"))
_WRITING = frozenset(("Data", "Setter"))


def record_members(lowering: Lowering, node: Node, scope: ClassScope) -> list[Statement]:
    """Return the constructor of a record and the methods that give its components."""
    if node.type != "record_declaration":
        return []
    names = list(scope.fields)
    components = node.child_by_field_name("parameters")
    body = node.child_by_field_name("body")
    written = {child.type for child in (body.children if body is not None else ())}
    made: list[Statement] = []
    if "constructor_declaration" not in written:
        made.append(_record_constructor(lowering, node, components, body))
    for child in parts(components.children) if components is not None else ():
        name = child.child_by_field_name("name")
        if name is not None and lowering.source.text(name) not in scope.methods:
            made.append(_getter(lowering, name, lowering.source.text(name)))
    return made if names else []


def _record_constructor(lowering: Lowering, node: Node, components: Node | None, body: Node | None) -> Function:
    at = lowering.source.at(node)
    around, lowering.scopes.has_this = lowering.scopes.has_this, True
    is_nested = begin_function(lowering)
    this = this_parameter(lowering, at)
    given = tuple(parameters(lowering, components))
    compact = next(
        (one for one in (body.children if body is not None else ()) if one.type == "compact_constructor_declaration"),
        None,
    )
    lowered = lowering.body(compact.child_by_field_name("body")) if compact is not None else ()
    kept = [Assign(one.at, _own(one.at, one.name), Name(one.at, lowering.source.read(one.name))) for one in given]
    free, size = end_function(lowering, is_nested)
    lowering.scopes.has_this = around
    return Function(at, CONSTRUCTOR, (this, *given), (*lowered, *kept), free=free, size=size + len(kept))


def _own(at: int, name: str) -> Expression:
    return Attribute(at, Name(at, "this"), name)


def _getter(lowering: Lowering, node: Node, name: str) -> Function:
    at = lowering.source.at(node)
    field = _own(at, lowering.source.text(node))
    return Function(at, name, (Parameter(at, "this"),), (Return(at, field),), size=1)


def _setter(lowering: Lowering, node: Node, name: str, kind: Expression | None) -> Function:
    at = lowering.source.at(node) + 1  # beside the getter, with which it has its field in common
    field = lowering.source.text(node)
    given = (Parameter(at, "this"), Parameter(at, field, "", None, kind))
    return Function(at, name, given, (Assign(at, _own(at, field), Name(at, field)),), size=1)


def enum_members(lowering: Lowering, constants: Sequence[Node], scope: ClassScope) -> list[Statement]:
    """Return `values` and `valueOf` of an enumeration: whatever text is asked for, its constants are what there is."""
    if not constants:
        return []
    at = lowering.source.at(constants[0])
    names = [one.child_by_field_name("name") for one in constants]
    items = tuple(Attribute(at, Name(at, scope.name), lowering.source.text(name)) for name in names if name is not None)
    every = Collection(at, "list", items)
    static = (Name(at, STATIC),)
    one = Index(at, every, Unknown(at, ()))
    return [
        Function(at, "values", (), (Return(at, every),), static, size=1),
        Function(at + 1, "valueOf", (Parameter(at, "name"),), (Return(at, one),), static, size=1),
    ]


def accessors(lowering: Lowering, node: Node, body: Node | None, scope: ClassScope) -> list[Statement]:
    """Return the getters and setters that annotations ask for, but those that are written."""
    of_class = _annotations(lowering, node)
    made: list[Statement] = []
    for child in body.children if body is not None else ():
        if child.type != "field_declaration" or is_static(child):
            continue
        wanted = of_class | _annotations(lowering, child)
        if wanted:
            made += [one for one in _accessors(lowering, child, wanted) if one.name not in scope.methods]
    return made


def _accessors(lowering: Lowering, node: Node, wanted: frozenset[str]) -> Iterator[Function]:
    kind = node.child_by_field_name("type")
    for declarator in node.children_by_field_name("declarator"):
        name = declarator.child_by_field_name("name")
        assert name is not None
        word = lowering.source.text(name)
        title = word[:1].upper() + word[1:]
        if wanted & _READING:
            prefix = "is" if kind is not None and kind.type == "boolean_type" else "get"
            yield _getter(lowering, name, prefix + title)
        if wanted & _WRITING:
            yield _setter(lowering, name, f"set{title}", declared(lowering, kind))


def _annotations(lowering: Lowering, node: Node) -> frozenset[str]:
    modifiers = next((child for child in node.children if child.type == "modifiers"), None)
    found = (child.child_by_field_name("name") for child in (modifiers.children if modifiers is not None else ()))
    return frozenset(lowering.source.text(name) for name in found if name is not None)
