"""Go's declarations of types, variables and constants, lowered.

A type is a class: a struct has its fields, with their types, as an assignment without a value each, and what it embeds
as bases; an interface has methods without a body. An alias of a type is an assignment.
"""

from collections.abc import Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Class,
    Collection,
    Expression,
    Function,
    Name,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.go_functions import lower_function
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.go_types import declared, named_type, plain, type_names, zero
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["lower_constants", "lower_types", "lower_variables"]


def lower_types(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower a declaration of types."""
    made: list[Statement] = []
    for child in parts(node.named_children):
        if child.type in ("type_spec", "type_alias"):
            made += _type(lowering, child)
    return made


def _type(lowering: Lowering, node: Node) -> Sequence[Statement]:
    own, kind = node.child_by_field_name("name"), node.child_by_field_name("type")
    assert own is not None
    at, word = lowering.source.at(own), lowering.source.text(own)
    name = lowering.scopes.declare(word)
    if kind is None:
        return []
    if node.type == "type_alias":
        meant = named_type(lowering, kind)
        return [Assign(at, Name(at, name), meant)] if meant is not None else []
    lowering.scopes.enter()
    type_names(lowering, node.child_by_field_name("type_parameters"))
    bases, body = _members(lowering, kind)
    lowering.scopes.leave()
    methods = lowering.file.methods.pop(word, []) if lowering.scopes.is_package else []
    lowering.file.declared.add(word)
    return [Class(at, name, tuple(map(Argument, bases)), (*body, *methods))]


def _members(lowering: Lowering, kind: Node) -> tuple[list[Expression], list[Statement]]:
    """Return what a type inherits, and the members that it declares."""
    bases: list[Expression] = []
    body: list[Statement] = []
    if kind.type == "struct_type":
        for field in parts(parts(kind.named_children)[0].named_children):
            _field(lowering, field, bases, body)
    elif kind.type == "interface_type":
        for child in parts(kind.named_children):
            if child.type == "method_elem":
                body.append(_abstract(lowering, child))
            elif child.type == "type_elem" and (base := named_type(lowering, child)) is not None:
                bases.append(base)
    elif (base := named_type(lowering, kind)) is not None:  # `type Handler http.HandlerFunc`: another name of it
        bases.append(base)
    return bases, body


def _field(lowering: Lowering, node: Node, bases: list[Expression], body: list[Statement]) -> None:
    if node.type != "field_declaration":
        return
    kind = node.child_by_field_name("type")
    names = parts(node.children_by_field_name("name"))
    for own in names:
        at = lowering.source.at(own)
        body.append(Assign(at, Name(at, lowering.source.text(own)), None, declared(lowering, kind)))
    if names or kind is None:
        return
    base = named_type(lowering, kind)
    if base is not None:
        bases.append(base)
        last = plain(lowering, kind)
        word = lowering.source.text(last).rpartition(".")[2] if last is not None else ""
        body.append(Assign(base.at, Name(base.at, word), None, base))


def _abstract(lowering: Lowering, node: Node) -> Function:
    return lower_function(lowering, node)


def lower_variables(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `var`."""
    made: list[Statement] = []
    for child in parts(node.named_children):
        for spec in parts(child.named_children) if child.type == "var_spec_list" else (child,):
            if spec.type == "var_spec":
                made += _variables(lowering, spec)
    return made


def _variables(lowering: Lowering, node: Node) -> Sequence[Statement]:
    names, kind = parts(node.children_by_field_name("name")), node.child_by_field_name("type")
    given = node.child_by_field_name("value")
    at = lowering.source.at(node)
    values = lowering.all(given.named_children) if given is not None else ()
    annotation = declared(lowering, kind)
    made: list[Statement] = []
    if len(values) == 1 < len(names):
        targets = tuple(lowering.name(one) for one in names)
        return [Assign(at, Collection(at, "results", targets), values[0])]
    for number, one in enumerate(names):
        name = lowering.name(one)
        if number < len(values):
            made.append(Assign(at, name, values[number], annotation))
        elif kind is not None and kind.type == "pointer_type":
            made.append(Assign(at, name, None, annotation))
        elif kind is not None:
            made.append(Assign(at, name, zero(lowering, kind)))
    return made


def lower_constants(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `const`: one without a value has that of the one before, with the next `iota`."""
    made: list[Statement] = []
    before: Node | None = None
    around = lowering.iota
    number = 0
    for spec in parts(node.named_children):
        if spec.type != "const_spec":
            continue
        lowering.iota = number
        before = spec.child_by_field_name("value") or before
        values = lowering.all(before.named_children) if before is not None else ()
        for name, value in zip(parts(spec.children_by_field_name("name")), values, strict=False):
            target = lowering.name(name)
            made.append(Assign(lowering.source.at(name), target, value))
        number += 1
    lowering.iota = around
    return made
