"""Classes written as functions: `function User() { this.name = … }` with `User.prototype.save = function …`.

They are recognised in what was lowered, not in the syntax: of the statements of one block, a function that uses `this`
and is called like a class becomes a `Class`, and what is assigned to its prototype its body.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

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
    Parameter,
    Record,
    Statement,
)

__all__ = ["as_method", "with_classes"]


@dataclass(slots=True)
class _Prototype:
    """What the statements of a block say of one prototype."""

    bases: list[Argument] = field(default_factory=list)
    methods: list[Function] = field(default_factory=list)
    others: list[tuple[str, Expression]] = field(default_factory=list)
    statements: set[int] = field(default_factory=set)  # the places of the statements that say so


def with_classes(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the statements with classes for the functions that are meant as such."""
    prototypes = _prototypes(statements)
    made: list[Statement] = []
    gone: set[int] = set()
    later: dict[int, list[Statement]] = {}
    for statement in statements:
        function = _function_of(statement)
        if function is None or not _is_constructor(function, prototypes):
            made.append(statement)
            continue
        prototype = prototypes.get(function.name, _Prototype())
        whole = _class(function, prototype)
        gone |= prototype.statements
        if whole.bases:  # it cannot be made before what it inherits from
            later[max(prototype.statements)] = [whole]
        else:
            made.append(whole)
    if not gone:
        return tuple(made)
    return tuple(
        one for statement in made for one in (later.get(statement.at, ()) if statement.at in gone else (statement,))
    )


def as_method(function: Function, at: int) -> Function:
    """Return the function with `this` as its first parameter, as methods of classes have it."""
    others = tuple(one for one in function.parameters if one.name != "this")
    return msgspec.structs.replace(function, parameters=(Parameter(at, "this"), *others))


def _function_of(statement: Statement) -> Function | None:
    """Return the function that a statement gives a name, when it does no more."""
    match statement:
        case Function():
            return statement
        case Assign(target=Name(name=name), value=Lambda(function=function)) if function.name == name:
            return function
    return None


def _is_constructor(function: Function, prototypes: dict[str, _Prototype]) -> bool:
    if function.is_async or function.is_generator:
        return False
    uses_this = any(one.name == "this" for one in function.parameters)
    return function.name in prototypes or (uses_this and function.name[:1].isupper())


def _class(function: Function, prototype: _Prototype) -> Class:
    maker = as_method(msgspec.structs.replace(function, name="constructor"), function.at)
    body: list[Statement] = [maker, *prototype.methods]
    body += [Assign(value.at, Name(value.at, name), value) for name, value in prototype.others]
    return Class(function.at, function.name, tuple(prototype.bases), tuple(body))


def _prototypes(statements: Iterable[Statement]) -> dict[str, _Prototype]:
    found: dict[str, _Prototype] = {}
    for statement in statements:
        match statement:
            case Assign(target=Attribute(of=Attribute(of=Name(name=owner), name="prototype"), name=member)):
                assert statement.value is not None
                _add(found.setdefault(owner, _Prototype()), member, statement.value)
            case Assign(target=Attribute(of=Name(name=owner), name="prototype")):
                assert statement.value is not None
                _add_all(found.setdefault(owner, _Prototype()), statement.value)
            case Evaluate(value=Call() as call) if (owner := _extended(call)) and len(call.arguments) > 1:
                _extend(found.setdefault(owner, _Prototype()), call)
            case _:
                continue
        found[owner].statements.add(statement.at)
    return found


def _add(prototype: _Prototype, name: str, value: Expression) -> None:
    if isinstance(value, Lambda):
        function = msgspec.structs.replace(value.function, name=name)
        prototype.methods.append(as_method(function, function.at))
    else:
        prototype.others.append((name, value))


def _add_all(prototype: _Prototype, value: Expression) -> None:
    """Note what a whole prototype is: methods in a record, or an object of the class that is inherited from."""
    match value:
        case Record():
            for key, item in value.entries:
                if isinstance(key, Const) and isinstance(key.value, str):
                    _add(prototype, key.value, item)
        case Call(callee=Attribute(name="create"), arguments=arguments) if arguments:
            of = arguments[0].value
            if isinstance(of, Attribute) and of.name == "prototype":
                prototype.bases.append(Argument(of.of))
        case Call(is_new=True):
            prototype.bases.append(Argument(value.callee))


def _extended(call: Call) -> str:
    """Return the class that `inherits(C, B)` or `Object.assign(C.prototype, …)` is about."""
    match call:
        case Call(
            callee=Name(name="inherits") | Attribute(name="inherits"), arguments=(Argument(value=Name(name=owner)), *_)
        ):
            return owner
        case Call(
            callee=Attribute(of=Name(name="Object"), name="assign"),
            arguments=(Argument(value=Attribute(of=Name(name=owner), name="prototype")), *_),
        ):
            return owner
    return ""


def _extend(prototype: _Prototype, call: Call) -> None:
    is_inheritance = isinstance(call.callee, Name | Attribute) and call.callee.name == "inherits"
    for argument in call.arguments[1:]:
        if is_inheritance:
            prototype.bases.append(argument)
        else:
            _add_all(prototype, argument.value)
