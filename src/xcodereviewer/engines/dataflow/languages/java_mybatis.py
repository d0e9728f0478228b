"""Methods of MyBatis that only have an annotation: what stands in its text as `${name}` is put there as it is.

Such a method is lowered as one whose body hands these parameters to `org.apache.ibatis.annotations.substitute`, at the
place of the annotation. `#{name}` is a value apart from the text.
"""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Attribute,
    Binary,
    Call,
    Collection,
    Const,
    Evaluate,
    Expression,
    Name,
    Parameter,
    Statement,
)

__all__ = ["substituted"]

_QUERIES = frozenset(("Select", "Insert", "Update", "Delete"))
_PUT_IN = re.compile(r"\$\{\s*(\w+)")
_SUBSTITUTE = "org.apache.ibatis.annotations.substitute"


def substituted(marks: Sequence[Expression], parameters: Sequence[Parameter]) -> tuple[Statement, ...]:
    """Return what the annotations of a method without a body do with its parameters; nothing when they do nothing."""
    given = [one for one in parameters if one.name != "this"]
    return tuple(
        Evaluate(mark.at, Call(mark.at, Name(mark.at, _SUBSTITUTE), tuple(handed)))
        for mark in marks
        if isinstance(mark, Call) and _last(mark.callee) in _QUERIES
        if (handed := [Argument(Name(mark.at, name)) for name in _put_in(mark, given)])
    )


def _put_in(mark: Call, parameters: Sequence[Parameter]) -> Iterator[str]:
    text = " ".join(one for argument in mark.arguments for one in _texts(argument.value))
    names = {match[1] for match in _PUT_IN.finditer(text)}
    for parameter in parameters:
        called = _called(parameter)
        if called in names or (names and len(parameters) == 1 and called == parameter.name):
            yield parameter.name


def _called(parameter: Parameter) -> str:
    """Return the name by which a query knows a parameter: `@Param("name")`, or its own."""
    for mark in parameter.decorators:
        if isinstance(mark, Call) and _last(mark.callee) == "Param" and mark.arguments:
            value = mark.arguments[0].value
            if isinstance(value, Const) and isinstance(value.value, str):
                return value.value
    return parameter.name


def _texts(node: Expression) -> Iterator[str]:
    match node:
        case Const() if isinstance(node.value, str):
            yield node.value
        case Binary():
            yield from _texts(node.left)
            yield from _texts(node.right)
        case Collection():
            for one in node.items:
                yield from _texts(one)


def _last(node: Expression) -> str:
    return node.name.rpartition(".")[2] if isinstance(node, Name | Attribute) else ""
