"""Go's functions, methods and closures, lowered.

The receiver is the first parameter of a method. A function that gives a value and an error, or a value and whether it
is there, gives the value: `return x, err` is `return x`. More values are a tuple, without the error at its end. Named
results begin as what their types hold first, and are what a bare `return` gives.
"""

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Collection,
    Expression,
    Function,
    Lambda,
    Name,
    Parameter,
    Return,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering, Results
from xcodereviewer.engines.dataflow.languages.go_types import declared, plain, type_names, zero
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["lower_function", "lower_literal", "lower_method", "lower_return", "receiver_of"]

ABSTRACT = "builtins.abstractmethod"
_WHETHER = frozenset(("error", "bool"))


def lower_function(lowering: Lowering, node: Node) -> Function:
    """Lower a function of the package."""
    name = node.child_by_field_name("name")
    assert name is not None
    is_nested = lowering.begin_function()
    type_names(lowering, node.child_by_field_name("type_parameters"))
    return _function(lowering, node, name, lowering.source.text(name), (), is_nested)


def receiver_of(lowering: Lowering, node: Node) -> str:
    """Return the type that a method belongs to."""
    receiver = node.child_by_field_name("receiver")
    declaration = next(iter(parts(receiver.named_children)), None) if receiver is not None else None
    kind = plain(lowering, declaration.child_by_field_name("type")) if declaration is not None else None
    return lowering.source.text(kind) if kind is not None else ""


def lower_method(lowering: Lowering, node: Node) -> Function:
    """Lower a method."""
    name = node.child_by_field_name("name")
    receiver = node.child_by_field_name("receiver")
    assert name is not None
    assert receiver is not None
    is_nested = lowering.begin_function()
    declaration = parts(receiver.named_children)[0]
    _receiver_types(lowering, declaration)
    own = declaration.child_by_field_name("name")
    word = lowering.source.text(own) if own is not None else "_"
    this = Parameter(
        lowering.source.at(declaration), lowering.scopes.declare_parameter(word if word != "_" else "receiver")
    )
    return _function(lowering, node, name, lowering.source.text(name), (this,), is_nested)


def _receiver_types(lowering: Lowering, declaration: Node) -> None:
    """Make the type parameters known that a receiver names: `func (l *List[T]) Push(x T)`."""
    kind = declaration.child_by_field_name("type")
    while kind is not None and kind.type in ("pointer_type", "parenthesized_type"):
        kind = next(iter(parts(kind.named_children)), None)
    found = kind.child_by_field_name("type_arguments") if kind is not None and kind.type == "generic_type" else None
    for one in parts(found.named_children) if found is not None else ():
        lowering.scopes.declare_type(lowering.source.text(one))


def lower_literal(lowering: Lowering, node: Node) -> Expression:
    """Lower a function as a value."""
    at = lowering.source.at(node)
    is_nested = lowering.begin_function()
    return Lambda(at, _function(lowering, node, node, "<func>", (), is_nested))


def _function(
    lowering: Lowering, node: Node, place: Node, name: str, own: Sequence[Parameter], is_nested: bool
) -> Function:
    at = lowering.source.at(place)
    given = (*own, *_parameters(lowering, node.child_by_field_name("parameters")))
    around, label = lowering.results, lowering.label
    lowering.label = ""
    lowering.results, first = _results(lowering, node.child_by_field_name("result"))
    body = node.child_by_field_name("body")
    lowered = (*first, *lowering.block(body.named_children)) if body is not None else ()
    decorators = () if body is not None else (Name(at, ABSTRACT),)
    lowering.results, lowering.label = around, label
    free, outer, size = lowering.end_function(is_nested)
    return Function(at, name, given, lowered, decorators, None, outer, free, size=max(size, 1))


def _parameters(lowering: Lowering, node: Node | None) -> Iterator[Parameter]:
    source = lowering.source
    for child in parts(node.named_children) if node is not None else ():
        kind = "*" if child.type == "variadic_parameter_declaration" else ""
        annotation = declared(lowering, child.child_by_field_name("type"))
        names = parts(child.children_by_field_name("name"))
        for number, one in enumerate(names):
            word = source.text(one)
            own = lowering.scopes.declare_parameter(word) if word != "_" else f"_{source.at(one) + number}"
            yield Parameter(source.at(one), own, kind, None, annotation)
        if not names:
            yield Parameter(source.at(child), f"_{source.at(child)}", kind, None, annotation)


def _results(lowering: Lowering, node: Node | None) -> tuple[Results, list[Statement]]:
    """Return what a function gives, and the statements by which its named results begin."""
    if node is None:
        return Results(), []
    if node.type != "parameter_list":
        return Results(1), []
    names: list[str] = []
    first: list[Statement] = []
    count = 0
    last = ""
    for child in parts(node.named_children):
        kind = child.child_by_field_name("type")
        last = lowering.source.text(kind) if kind is not None else ""
        own = parts(child.children_by_field_name("name"))
        count += len(own) or 1
        for one in own:
            name = lowering.name(one)
            names.append(name.name)
            if kind is not None:
                first.append(Assign(name.at, name, zero(lowering, kind)))
    return Results(count, count > 1 and last in _WHETHER, tuple(names)), first


def lower_return(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `return`."""
    at = lowering.source.at(node)
    results = lowering.results
    given = parts(node.named_children)
    values = lowering.all(given[0].named_children) if given else ()
    if not values and results.names:
        values = tuple(Name(at, lowering.source.read(name)) for name in results.names)
    if len(values) > 1 and results.says_whether:
        values = values[:-1]
    if not values:
        return [Return(at, None)]
    return [Return(at, values[0] if len(values) == 1 else Collection(at, "tuple", values))]
