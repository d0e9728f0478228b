"""JavaScript's classes, lowered.

A method has `this` as its first parameter; one that is `static` is decorated with `builtins.classmethod`, a getter with
`builtins.property`, and a setter is called `set name`. Fields are assigned where the program does it: at the beginning
of the `constructor`, which is made when there is none. A field without a value but with a type is a declaration.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Attribute,
    Call,
    Class,
    Const,
    Evaluate,
    Expression,
    Function,
    Index,
    Name,
    Parameter,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.javascript_functions import lower_method, lower_named
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.javascript_types import annotation, decorators
from xcodereviewer.engines.dataflow.languages.syntax import Scope
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["class_value", "lower_class"]


@dataclass(slots=True)
class _Members:
    """What the body of a class consists of."""

    constructor: Node | None = None
    fields: list[Node] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def class_value(lowering: Lowering, node: Node, name: str) -> Expression:
    """Lower a class that is a value: it is made before the statement that mentions it."""
    own = node.child_by_field_name("name")
    name = lowering.source.text(own) if own is not None else name or f"class {node.start_point[0] + 1}"
    lowering.source.bind(name)
    lowering.pending.append(lower_class(lowering, node, name))
    return Name(lowering.source.at(node), name)


def lower_class(lowering: Lowering, node: Node, name: str, outside: Sequence[Expression] = ()) -> Class:
    """Lower a class; `outside` are decorators that stand before `export`."""
    own = node.child_by_field_name("name")
    heritage = next((child for child in node.children if child.type == "class_heritage"), None)
    bases = tuple(Argument(lowering.expression(one)) for one in _bases(heritage))
    found = (*outside, *decorators(lowering, node))
    body = node.child_by_field_name("body")
    at = lowering.source.at(own or node)
    members = _members(lowering, body) if body is not None else _Members()
    if members.constructor is not None or members.fields:
        members.statements.insert(0, _constructor(lowering, members, node, bool(bases)))
    return Class(at, name, bases, tuple(members.statements), found)


def _bases(heritage: Node | None) -> list[Node]:
    """Return what a class extends; the interfaces that it implements say nothing of what it does."""
    if heritage is None:
        return []
    children = parts(heritage.children)
    clauses = [child for child in children if child.type == "extends_clause"]
    if clauses:
        return [one for clause in clauses for one in clause.children_by_field_name("value")]
    return [child for child in children if child.type != "implements_clause"][:1]


def _members(lowering: Lowering, body: Node) -> _Members:
    members = _Members()
    found: list[Expression] = []  # decorators: they stand before the member that they belong to
    for child in parts(body.children):
        match child.type:
            case "decorator":
                found.append(lowering.inner(child))
                continue
            case "method_definition":
                _add_method(lowering, child, found, members)
            case "field_definition" | "public_field_definition":
                _add_field(lowering, child, [*found, *decorators(lowering, child)], members)
            case "class_static_block":
                members.statements += lowering.body(child.child_by_field_name("body"))
        found = []
    return members


def _add_method(lowering: Lowering, node: Node, found: Sequence[Expression], members: _Members) -> None:
    name = node.child_by_field_name("name")
    assert name is not None
    text = lowering.source.text(name).strip("\"'")
    if text == "constructor":
        members.constructor = node
        return
    kinds = {child.type for child in node.children if child.start_byte < name.start_byte}
    method = lower_method(lowering, node, f"set {text}" if "set" in kinds else text)
    marks = [Attribute(method.at, Name(method.at, "builtins"), mark) for kind, mark in _MARKS.items() if kind in kinds]
    members.statements.append(msgspec.structs.replace(method, decorators=(*marks, *found)))


_MARKS = {"static": "classmethod", "get": "property"}


def _add_field(lowering: Lowering, node: Node, found: Sequence[Expression], members: _Members) -> None:
    at = lowering.source.at(node)
    members.statements += [Evaluate(at, one) for one in found]
    name, value = _field(node)
    declared = annotation(lowering, node.child_by_field_name("type"))
    is_static = any(child.type == "static" for child in node.children)
    text = lowering.source.text(name)
    if value is not None and not is_static:
        members.fields.append(node)
    elif value is not None:
        members.statements.append(Assign(at, Name(at, text), lower_named(lowering, value, text), declared))
    elif declared is not None:
        members.statements.append(Assign(at, Name(at, text), None, declared))


def _field(node: Node) -> tuple[Node, Node | None]:
    name = node.child_by_field_name("name") or node.child_by_field_name("property")
    assert name is not None
    return name, node.child_by_field_name("value")


def _constructor(lowering: Lowering, members: _Members, node: Node, extends: bool) -> Function:
    """Return the constructor with what it does before its body; one that is not written hands all on to the base's."""
    source = lowering.source

    def prologue(first: list[Statement]) -> None:
        first += _kept_parameters(lowering, members.constructor)
        first += [_initialised(lowering, one) for one in members.fields]

    if members.constructor is not None:
        return lower_method(lowering, members.constructor, "constructor", prologue)
    body = node.child_by_field_name("body")
    assert body is not None
    at = source.at(body)
    is_nested = bool(source.scopes)
    source.scopes.append(Scope(bound={"this", "arguments"}))
    around, lowering.pending = lowering.pending, []
    statements: list[Statement] = []
    parameters = [Parameter(at, "this")]
    if extends:
        parameters.append(Parameter(at, "arguments", "*"))
        given = (Argument(Name(at, "arguments"), "*"),)
        statements.append(Evaluate(at, Call(at, Attribute(at, Call(at, Name(at, "super"), ()), "constructor"), given)))
    prologue(statements)
    statements[:0] = lowering.pending
    lowering.pending = around
    scope = source.leave()
    free = tuple(sorted(scope.unresolved())) if is_nested else ()
    size = len(statements) + scope.statements
    return Function(at, "constructor", tuple(parameters), tuple(statements), free=free, size=size)


def _kept_parameters(lowering: Lowering, constructor: Node | None) -> list[Statement]:
    """Return the assignments of parameters that are fields as well: `constructor(private users: Users)`."""
    parameters = constructor.child_by_field_name("parameters") if constructor is not None else None
    kept: list[Statement] = []
    for child in parts(parameters.children) if parameters is not None else []:
        pattern = child.child_by_field_name("pattern")
        modifiers = {one.type for one in child.children}
        if pattern is not None and pattern.type == "identifier" and modifiers & _KEEPING:
            at, name = lowering.source.at(pattern), lowering.source.text(pattern)
            kept.append(Assign(at, Attribute(at, Name(at, "this"), name), Name(at, name)))
    return kept


_KEEPING = frozenset(("accessibility_modifier", "readonly", "override_modifier"))


def _initialised(lowering: Lowering, node: Node) -> Statement:
    name, value = _field(node)
    assert value is not None
    at, text = lowering.source.at(node), lowering.source.text(name)
    this = Name(at, lowering.source.read("this"))
    target: Expression = Attribute(at, this, text)
    if name.type == "computed_property_name":
        target = Index(at, this, lowering.inner(name))
    elif name.type in ("string", "number"):
        target = Index(at, this, Const(at, text.strip("\"'")))
    return Assign(
        at, target, lower_named(lowering, value, text), annotation(lowering, node.child_by_field_name("type"))
    )
