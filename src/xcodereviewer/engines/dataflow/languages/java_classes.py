"""Java's classes, interfaces, enumerations, records and annotation types, lowered: all are classes.

A member class stands in the module as `Outer$Inner`, as in class files, and is a member of `Outer` too; one inside a
method stands there, as `Outer$1` when it has no name. First values of fields, or their declared types, are assigned
at the beginning of the constructor; those of static fields, once the class is there, as members of it. The first value
of a field that is not final and assigned elsewhere is any value.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    Lambda,
    Name,
    Statement,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.java_accessors import accessors, enum_members, record_members
from xcodereviewer.engines.dataflow.languages.java_functions import (
    Initial,
    arguments,
    begin_function,
    default_constructor,
    end_function,
    lower_constructor,
    lower_method,
)
from xcodereviewer.engines.dataflow.languages.java_lowering import Hoisted, Lowering
from xcodereviewer.engines.dataflow.languages.java_scopes import CLASSES, INSIDE, ClassScope, is_static
from xcodereviewer.engines.dataflow.languages.java_types import declared, decorators
from xcodereviewer.engines.dataflow.languages.syntax import Scope
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["lower_anonymous", "lower_local", "lower_type"]


@dataclass(slots=True)
class _Body:
    """What the body of a class consists of, and what runs when the class is there."""

    scope: ClassScope
    methods: list[Statement] = field(default_factory=list)
    constructors: list[Node] = field(default_factory=list)
    initial: list[Node] = field(default_factory=list)
    static: list[Node] = field(default_factory=list)
    constants: list[Node] = field(default_factory=list)
    after: list[Statement] = field(default_factory=list)


def lower_type(lowering: Lowering, node: Node, name: str) -> Sequence[Statement]:
    """Lower a class of the module or a member of one; `hoisted` keeps it, nothing stands where it does."""
    scope = lowering.scopes.scope_of(node, name, is_local=False)
    made, after = _lower(lowering, node, scope, inside=_enclosing(lowering, node))
    lowering.hoisted.append(Hoisted(made, after))
    return ()


def _enclosing(lowering: Lowering, node: Node) -> ClassScope | None:
    """Return the class whose object an inner class knows."""
    if node.type != "class_declaration" or is_static(node):
        return None
    return next(lowering.scopes.classes(), None)


def lower_local(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower a class that is declared in a block."""
    own = node.child_by_field_name("name")
    assert own is not None
    name = lowering.source.text(own)
    lowering.scopes.declare_class(name, lowering.scopes.declare(name))
    return [*_outer_object(lowering, node), *_local(lowering, node, name, ())]


def lower_anonymous(lowering: Lowering, node: Node, base: Expression) -> Expression:
    """Lower a class without a name: it is made before the statement that mentions it."""
    lowering.anonymous += 1
    outer = next(lowering.scopes.classes(), None)
    name = f"{outer.name if outer is not None else ''}${lowering.anonymous}"
    lowering.source.bind(name)
    before = _outer_object(lowering, node)
    made = _local(lowering, node, name, (Argument(base),))
    lowering.pending += [*before, *made]
    return Name(base.at, name)


def _local(lowering: Lowering, node: Node, name: str, bases: tuple[Argument, ...]) -> list[Statement]:
    scope = lowering.scopes.scope_of(node, name, is_local=True)
    scope.inherits = scope.inherits or bool(bases)
    around, lowering.pending = lowering.pending, []
    made, after = _lower(lowering, node, scope, bases=bases)
    lowering.pending = around
    return [made, *after]


def _outer_object(lowering: Lowering, node: Node) -> list[Statement]:
    """Return the assignment by which a class inside a method knows `this` of that method."""
    outer = next(lowering.scopes.classes(), None)
    if outer is None or not lowering.scopes.has_this:
        return []
    at = lowering.source.at(node)
    name = lowering.source.bind(f"{outer.name}.this")
    return [Assign(at, Name(at, name), Name(at, lowering.source.read("this")))]


def _lower(
    lowering: Lowering,
    node: Node,
    scope: ClassScope,
    *,
    bases: tuple[Argument, ...] = (),
    inside: ClassScope | None = None,
) -> tuple[Class, list[Statement]]:
    own = node.child_by_field_name("name")
    at = lowering.source.at(own or node)
    marks = decorators(lowering, node)
    members = _Body(scope)
    around, lowering.scopes.has_this = lowering.scopes.has_this, False
    lowering.scopes.enter_class(scope)
    _declare_type_parameters(lowering, node, scope)
    bases = bases or _bases(lowering, node)
    body = node.child_by_field_name("body") or next((c for c in node.children if c.type == "class_body"), None)
    _collect(lowering, body, members)
    statements = [*members.methods, *record_members(lowering, node, scope), *accessors(lowering, node, body, scope)]
    statements += enum_members(lowering, members.constants, scope)
    statements += _constructors(lowering, node, members, inside)
    _after(lowering, members)
    lowering.scopes.leave_class()
    lowering.scopes.has_this = around
    return Class(at, scope.name, bases, tuple(statements), marks), members.after


def _declare_type_parameters(lowering: Lowering, node: Node, scope: ClassScope) -> None:
    found = node.child_by_field_name("type_parameters")
    for child in parts(found.children) if found is not None else ():
        name = next((one for one in child.children if one.type in ("type_identifier", "identifier")), None)
        if name is not None:
            scope.types.setdefault(lowering.source.text(name), "")


def _bases(lowering: Lowering, node: Node) -> tuple[Argument, ...]:
    """Return what the class extends and implements, what it extends first."""
    found: list[Node] = []
    for child in node.children:
        if child.type == "superclass":
            found += parts(child.children)
        elif child.type in ("super_interfaces", "extends_interfaces"):
            found += [one for listed in parts(child.children) for one in parts(listed.children)]
    return tuple(Argument(base) for one in found if (base := declared(lowering, one)) is not None)


def _collect(lowering: Lowering, body: Node | None, members: _Body) -> None:
    for child in parts(body.children) if body is not None else ():
        match child.type:
            case "method_declaration":
                members.methods += lowering.guarded(child, lambda one: [lower_method(lowering, one)])
            case "constructor_declaration":
                members.constructors.append(child)
            case "field_declaration" | "constant_declaration":
                is_constant = child.type == "constant_declaration" or is_static(child)
                (members.static if is_constant else members.initial).append(child)
            case "static_initializer":
                members.static.append(child)
            case "block":
                members.initial.append(child)
            case "enum_constant":
                members.constants.append(child)
            case "enum_body_declarations":
                _collect(lowering, child, members)
            case kind if kind in CLASSES:
                _member_type(lowering, child, members)
            case "compact_constructor_declaration" | "annotation_type_element_declaration":
                pass
            case _:
                lowering.gap(child)


def _member_type(lowering: Lowering, node: Node, members: _Body) -> None:
    own = node.child_by_field_name("name")
    assert own is not None
    simple, at = lowering.source.text(own), lowering.source.at(own)
    name = members.scope.types[simple]
    lowering.guarded(node, lambda one: lower_type(lowering, one, name))
    members.after.append(Assign(at, Attribute(at, Name(at, members.scope.name), simple), Name(at, name)))


def _constructors(lowering: Lowering, node: Node, members: _Body, inside: ClassScope | None) -> list[Statement]:
    initial = _initial(lowering, node, members, inside)
    made: list[Statement] = []
    for one in members.constructors:
        made += lowering.guarded(one, lambda child: [lower_constructor(lowering, child, initial)])
    is_record = node.type == "record_declaration"
    if made or is_record or not initial.statements:
        return made
    own = node.child_by_field_name("name")
    is_anonymous = own is None and node.type == "object_creation_expression"
    return [default_constructor(lowering, lowering.source.at(own or node), initial, passes_on=is_anonymous)]


def _initial(lowering: Lowering, node: Node, members: _Body, inside: ClassScope | None) -> Initial:
    lowering.source.scopes.append(Scope())
    lowering.scopes.has_this = True
    lowering.scopes.enter()
    statements: list[Statement] = []
    if inside is not None:
        at = lowering.source.at(node)
        this = Name(at, lowering.source.read("this"))
        statements.append(Assign(at, Attribute(at, this, INSIDE), None, Name(at, inside.name)))
    for one in members.initial:
        if one.type == "block":
            statements += lowering.guarded(one, lowering.body)
        else:
            statements += lowering.guarded(one, lambda child: _fields(lowering, child, members.scope, static=False))
    lowering.scopes.leave()
    lowering.scopes.has_this = False
    reads = frozenset(lowering.source.scopes.pop().unresolved())
    extends = any(child.type == "superclass" for child in node.children) or node.type == "object_creation_expression"
    return Initial(statements=tuple(statements), reads=reads, extends=extends)


def _fields(lowering: Lowering, node: Node, scope: ClassScope, *, static: bool) -> list[Statement]:
    """Lower the declaration of fields: their first values, or what they are declared to be."""
    annotation = declared(lowering, node.child_by_field_name("type"))
    made: list[Statement] = []
    for declarator in node.children_by_field_name("declarator"):
        name = declarator.child_by_field_name("name")
        assert name is not None
        at = lowering.source.at(declarator)
        value = lowering.maybe(declarator.child_by_field_name("value"))
        if isinstance(value, Const) and not _is_fixed(lowering, node, lowering.source.text(name)):
            value = Unknown(at, ())
        owner = Name(at, scope.name if static else lowering.source.read("this"))
        target = Attribute(lowering.source.at(name), owner, lowering.source.text(name))
        if value is not None or annotation is not None:
            made.append(Assign(at, target, value, annotation))
    return made


def _is_fixed(lowering: Lowering, node: Node, name: str) -> bool:
    """Whether a field keeps its first value, as far as this file says."""
    if node.type == "constant_declaration":
        return True
    modifiers = node.children[0]
    return any(child.type == "final" for child in modifiers.children) or name not in lowering.assigned


def _after(lowering: Lowering, members: _Body) -> None:
    """Lower what runs once, when the class is there."""
    for one in members.constants:
        members.after += lowering.guarded(one, lambda child: [_constant(lowering, child, members.scope)])
    for one in members.static:
        if one.type == "static_initializer":
            members.after += lowering.guarded(one, lambda child: [_static_block(lowering, child)])
        else:
            members.after += lowering.guarded(one, lambda child: _fields(lowering, child, members.scope, static=True))


def _static_block(lowering: Lowering, node: Node) -> Statement:
    """Lower a static initialiser: a function that is called at once."""
    at = lowering.source.at(node)
    is_nested = begin_function(lowering)
    body = lowering.body(parts(node.children)[-1])
    free, size = end_function(lowering, is_nested)
    function = Function(at, "<static>", (), body, free=free, size=size)
    return Evaluate(at, Call(at, Lambda(at, function), ()))


def _constant(lowering: Lowering, node: Node, scope: ClassScope) -> Statement:
    """Lower a constant of an enumeration: an object that it is made of once."""
    name = node.child_by_field_name("name")
    assert name is not None
    at = lowering.source.at(name)
    callee: Expression = Name(at, scope.name)
    if node.child_by_field_name("body") is not None:
        callee = lower_anonymous(lowering, node, callee)
    made = Call(at, callee, arguments(lowering, node.child_by_field_name("arguments")), is_new=True)
    return Assign(at, Attribute(at, Name(at, scope.name), lowering.source.text(name)), made)
