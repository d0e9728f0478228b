"""What a piece of code does with names: which it assigns, which decide where control goes, which it calls."""

from collections.abc import Iterator

import msgspec

from xcodereviewer.engines.dataflow import ir

__all__ = ["assigned_attributes", "assigned_names", "called_names", "deciding_names", "own_size"]


def assigned_names(body: tuple[ir.Statement, ...]) -> frozenset[str]:
    """Return the names that a function's body assigns."""
    assigned = (node.target for node in _walk(body) if isinstance(node, ir.Assign | ir.For | ir.Walrus | ir.Generator))
    return frozenset(name.name for target in assigned for name in _walk(target) if isinstance(name, ir.Name))


def assigned_attributes(body: tuple[ir.Statement, ...]) -> frozenset[str]:
    """Return the attributes, of whatever, that a function's body assigns."""
    assigned = (node.target for node in _walk(body) if isinstance(node, ir.Assign))
    return frozenset(target.name for target in assigned if isinstance(target, ir.Attribute))


def own_size(function: ir.Function) -> int:
    """Return the number of statements of a function without those of the functions in it."""
    size = function.size
    pending: list[object] = [function.body]
    while pending:
        one = pending.pop()
        if isinstance(one, ir.Function):
            size -= one.size
        elif isinstance(one, msgspec.Struct):
            pending += [getattr(one, name) for name in one.__struct_fields__]
        elif isinstance(one, tuple):
            pending += one
    return size


def deciding_names(body: tuple[ir.Statement, ...]) -> frozenset[str]:
    """Return the names whose values decide which part of a function's body runs, or which item is taken."""
    return frozenset(name.name for test in _tests(body) for name in _walk(test) if isinstance(name, ir.Name))


def called_names(body: tuple[ir.Statement, ...]) -> frozenset[str]:
    """Return the names that a function's body calls, or hands on as an argument."""
    found: set[str] = set()
    for node in _walk(body):
        if isinstance(node, ir.Call):
            values = [node.callee, *(argument.value for argument in node.arguments)]
            found.update(value.name for value in values if isinstance(value, ir.Name))
    return frozenset(found)


def _tests(body: tuple[ir.Statement, ...]) -> Iterator[object]:
    for node in _walk(body):
        match node:
            case ir.If() | ir.Loop() | ir.Conditional():
                yield node.test
            case ir.Logic():
                yield node.left
            case ir.Switch():
                yield node.subject
            case ir.Index():
                yield node.key
            case ir.Generator():
                yield from node.conditions


def _walk(node: object) -> Iterator[object]:
    pending = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, msgspec.Struct):
            yield one
            pending += [getattr(one, name) for name in one.__struct_fields__]
        elif isinstance(one, tuple):
            pending += one
