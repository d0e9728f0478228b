"""Java's methods, constructors and lambdas, lowered: parameters, arguments, `this` and `super`.

An instance method has `this` as its first parameter; a static one is decorated with `builtins.staticmethod`, one
without a body with `builtins.abstractmethod`. Overloads are functions of the same name, one after the other, of which
a call means those whose number of parameters fits. A constructor is called `__init__`; it begins with that of the
class that is extended, as `super().__init__(…)`, and with the fields' first values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Attribute,
    Call,
    Evaluate,
    Expression,
    Function,
    Lambda,
    Name,
    Parameter,
    Return,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.java_mybatis import substituted
from xcodereviewer.engines.dataflow.languages.java_scopes import is_static
from xcodereviewer.engines.dataflow.languages.java_types import declared, decorators, primitive
from xcodereviewer.engines.dataflow.languages.syntax import Scope
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = [
    "ABSTRACT",
    "CONSTRUCTOR",
    "STATIC",
    "Initial",
    "arguments",
    "begin_function",
    "default_constructor",
    "end_function",
    "lower_constructor",
    "lower_explicit",
    "lower_lambda",
    "lower_method",
    "parameters",
    "super_call",
    "this_parameter",
]

CONSTRUCTOR = "__init__"
STATIC = "builtins.staticmethod"
ABSTRACT = "builtins.abstractmethod"


@dataclass(frozen=True, slots=True, kw_only=True)
class Initial:
    """What every object of a class begins with, and the names of enclosing functions that this reads."""

    statements: tuple[Statement, ...] = ()
    reads: frozenset[str] = frozenset()
    extends: bool = False  # a class, whose constructor comes before


def arguments(lowering: Lowering, node: Node | None) -> tuple[Argument, ...]:
    """Lower the arguments of a call."""
    return tuple(Argument(lowering.expression(child)) for child in parts(node.children)) if node is not None else ()


def super_call(lowering: Lowering, at: int, name: str, given: Node | None) -> Call:
    """Lower a call of what the class inherits."""
    lowering.source.read("this")
    return Call(at, Attribute(at, Call(at, Name(at, "super"), ()), name), arguments(lowering, given))


def this_parameter(lowering: Lowering, at: int) -> Parameter:
    """Return the object of a method as the parameter that it is."""
    return Parameter(at, lowering.source.bind("this"))


def parameters(lowering: Lowering, node: Node | None) -> Iterator[Parameter]:
    """Lower declared parameters."""
    source = lowering.source
    for child in parts(node.children) if node is not None else ():
        marks = decorators(lowering, child)
        if child.type == "formal_parameter":
            name, kind = child.child_by_field_name("name"), child.child_by_field_name("type")
            assert name is not None
            own = lowering.scopes.declare(source.text(name), primitive(lowering, kind))
            yield Parameter(source.at(child), own, "", None, declared(lowering, kind), marks)
        elif child.type == "spread_parameter":
            kind, name = (one for one in parts(child.children) if one.type != "modifiers")
            own = lowering.scopes.declare(source.text(name.child_by_field_name("name") or name))
            yield Parameter(source.at(child), own, "*", None, declared(lowering, kind), marks)


def begin_function(lowering: Lowering) -> bool:
    """Begin a function; say whether it stands inside another."""
    is_nested = bool(lowering.source.scopes)
    lowering.source.scopes.append(Scope())
    lowering.scopes.enter()
    return is_nested


def end_function(lowering: Lowering, is_nested: bool) -> tuple[tuple[str, ...], int]:
    """End it; return what it reads of the functions around it, and how many statements it has."""
    lowering.scopes.leave()
    scope = lowering.source.leave()
    return tuple(sorted(scope.unresolved())) if is_nested else (), scope.statements


def lower_method(lowering: Lowering, node: Node) -> Function:
    """Lower a method."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    assert name is not None
    marks = decorators(lowering, node)
    at = lowering.source.at(name)
    static = is_static(node)
    if static:
        marks += (Name(at, STATIC),)
    around, lowering.scopes.has_this = lowering.scopes.has_this, not static
    is_nested = begin_function(lowering)
    _declare_types(lowering, node)
    own = () if static else (this_parameter(lowering, at),)
    given = (*own, *parameters(lowering, node.child_by_field_name("parameters")))
    returns = declared(lowering, node.child_by_field_name("type"))
    lowered = lowering.body(body) if body is not None else substituted(marks, given)
    if body is None and not lowered:
        marks += (Name(at, ABSTRACT),)
    free, size = end_function(lowering, is_nested)
    lowering.scopes.has_this = around
    return Function(at, lowering.source.text(name), given, lowered, marks, returns, free=free, size=size)


def _declare_types(lowering: Lowering, node: Node) -> None:
    found = node.child_by_field_name("type_parameters")
    for child in parts(found.children) if found is not None else ():
        name = next((one for one in child.children if one.type in ("type_identifier", "identifier")), None)
        if name is not None:
            lowering.scopes.declare_class(lowering.source.text(name), "")


def lower_constructor(lowering: Lowering, node: Node, initial: Initial) -> Function:
    """Lower a constructor."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    assert name is not None
    assert body is not None
    at = lowering.source.at(name)
    around, lowering.scopes.has_this = lowering.scopes.has_this, True
    is_nested = begin_function(lowering)
    _declare_types(lowering, node)
    given = (this_parameter(lowering, at), *parameters(lowering, node.child_by_field_name("parameters")))
    called, rest = _split(body)
    first: Sequence[Statement] = ()
    if called is not None:
        first = lowering.guarded(called, lambda one: lower_explicit(lowering, one))
    elif initial.extends:
        first = [Evaluate(at, super_call(lowering, at, CONSTRUCTOR, None))]
    if called is None or _is_super(called):
        lowering.source.scopes[-1].read |= initial.reads
        first = [*first, *initial.statements]
    lowering.scopes.enter()
    lowered = (*first, *lowering.block(rest))
    lowering.scopes.leave()
    lowering.source.scopes[-1].statements += len(first)
    free, size = end_function(lowering, is_nested)
    lowering.scopes.has_this = around
    return Function(at, CONSTRUCTOR, given, lowered, decorators(lowering, node), free=free, size=size)


def default_constructor(lowering: Lowering, at: int, initial: Initial, *, passes_on: bool) -> Function:
    """Return the constructor of a class that declares none; that of a class without a name passes on what it gets."""
    is_nested = begin_function(lowering)
    given: tuple[Parameter, ...] = (this_parameter(lowering, at),)
    lowering.source.scopes[-1].read |= initial.reads
    statements = initial.statements
    if initial.extends:
        call = super_call(lowering, at, CONSTRUCTOR, None)
        if passes_on:
            rest = lowering.source.bind("arguments")
            given = (*given, Parameter(at, rest, "*"))
            call = Call(at, call.callee, (Argument(Name(at, rest), "*"),))
        statements = (Evaluate(at, call), *statements)
    free, _ = end_function(lowering, is_nested)
    return Function(at, CONSTRUCTOR, given, statements, free=free, size=len(statements))


def _split(body: Node) -> tuple[Node | None, list[Node]]:
    children = parts(body.children)
    if children and children[0].type == "explicit_constructor_invocation":
        return children[0], children[1:]
    return None, children


def _is_super(node: Node) -> bool:
    called = node.child_by_field_name("constructor")
    return called is not None and called.type == "super"


def lower_explicit(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `super(…)` or `this(…)`."""
    at, given = lowering.source.at(node), node.child_by_field_name("arguments")
    if _is_super(node):
        return [Evaluate(at, super_call(lowering, at, CONSTRUCTOR, given))]
    own = Attribute(at, Name(at, lowering.source.read("this")), CONSTRUCTOR)
    return [Evaluate(at, Call(at, own, arguments(lowering, given)))]


def lower_lambda(lowering: Lowering, node: Node) -> Expression:
    """Lower a lambda."""
    at = lowering.source.at(node)
    body, declared_parameters = node.child_by_field_name("body"), node.child_by_field_name("parameters")
    assert body is not None
    assert declared_parameters is not None
    is_nested = begin_function(lowering)
    given = tuple(_lambda_parameters(lowering, declared_parameters))
    if body.type == "block":
        lowered = lowering.body(body)
    else:
        lowered = tuple(lowering.guarded(body, lambda one: [Return(lowering.source.at(one), lowering.expression(one))]))
    free, size = end_function(lowering, is_nested)
    return Lambda(at, Function(at, "<lambda>", given, lowered, free=free, size=max(size, 1)))


def _lambda_parameters(lowering: Lowering, node: Node) -> Iterator[Parameter]:
    if node.type == "formal_parameters":
        yield from parameters(lowering, node)
        return
    for child in parts(node.children) if node.type == "inferred_parameters" else (node,):
        name = lowering.scopes.declare(lowering.source.text(child))
        yield Parameter(lowering.source.at(child), name)
