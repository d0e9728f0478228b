"""Go's expressions, lowered.

A pointer is what it points to: `&x` and `*p` are `x` and `p`. A conversion to a text is its operand, one to a number is
`builtins.number(x)`; one to another type, `T(x)`, is a call of the type. `x.(T)` is `builtins.cast(T, x)`, `<-c` is
`builtins.receive(c)`, `make` and `new` are what they make. `f[T](x)` is `f(x)`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Attribute,
    Binary,
    Call,
    Collection,
    Const,
    Expression,
    Index,
    Logic,
    Name,
    Slice,
    Unary,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.go_functions import lower_literal
from xcodereviewer.engines.dataflow.languages.go_literals import LITERALS
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.go_types import NUMBERS, named_type, zero
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["EXPRESSIONS", "cast"]

_OPERATORS = {"&&": "and", "||": "or"}
_NUMBER = "builtins.number"
_TEXT_TYPES = frozenset(("string", "any"))
_SAME = frozenset(("&", "*", "+"))
_TYPES = frozenset(
    """
    slice_type array_type map_type channel_type pointer_type struct_type interface_type function_type qualified_type
    generic_type type_identifier
    """.split()  # noqa: SIM905 - a list of words
)


def _identifier(lowering: Lowering, node: Node) -> Expression:
    return Name(lowering.source.at(node), lowering.scopes.read(lowering.source.text(node)))


def _selector(lowering: Lowering, node: Node) -> Expression:
    field = node.child_by_field_name("field")
    assert field is not None
    return Attribute(lowering.source.at(node), lowering.field(node, "operand"), lowering.source.text(field))


def _qualified(lowering: Lowering, node: Node) -> Expression:
    return named_type(lowering, node) or Unknown(lowering.source.at(node), ())


def _index(lowering: Lowering, node: Node) -> Expression:
    return Index(lowering.source.at(node), lowering.field(node, "operand"), lowering.field(node, "index"))


def _slice(lowering: Lowering, node: Node) -> Expression:
    lower, upper = (lowering.maybe(node.child_by_field_name(name)) for name in ("start", "end"))
    return Slice(lowering.source.at(node), lowering.field(node, "operand"), lower, upper, None)


def _arguments(lowering: Lowering, node: Node | None) -> tuple[Argument, ...]:
    given = []
    for child in parts(node.named_children) if node is not None else ():
        if child.type == "variadic_argument":
            given.append(Argument(lowering.inner(child), "*"))
        elif child.type in _TYPES:
            given.append(Argument(named_type(lowering, child) or Unknown(lowering.source.at(child), ())))
        else:
            given.append(Argument(lowering.expression(child)))
    return tuple(given)


def _call(lowering: Lowering, node: Node) -> Expression:
    function, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    assert function is not None
    while function.type == "parenthesized_expression" and len(function.children) == 3:
        function = function.children[1]
    if function.type == "identifier":
        word = lowering.source.text(function)
        made = _own_function(lowering, node, word, given)
        if made is not None:
            return made
    callee = _callee(lowering, function)
    return Call(lowering.source.at(node), callee, _arguments(lowering, given))


def _callee(lowering: Lowering, function: Node) -> Expression:
    if function.type == "unary_expression":  # `(*T)(x)`
        return lowering.field(function, "operand")
    if function.type == "index_expression":
        index = function.child_by_field_name("index")
        if index is not None and (index.type in _TYPES or lowering.source.text(index) in NUMBERS | _TEXT_TYPES):
            return lowering.field(function, "operand")
    return lowering.expression(function)


def _own_function(lowering: Lowering, node: Node, word: str, given: Node | None) -> Expression | None:
    """Lower a call of a function or type that Go has itself and whose meaning is more than a call."""
    if lowering.scopes.knows(word) or given is None:
        return None
    arguments = parts(given.named_children)
    at = lowering.source.at(node)
    if word in NUMBERS:
        return Call(at, Name(at, _NUMBER), _arguments(lowering, given))
    if word in _TEXT_TYPES and len(arguments) == 1:
        return lowering.expression(arguments[0])
    if word == "new" and arguments:
        return zero(lowering, arguments[0])
    if word == "make" and arguments:
        return _make(lowering, at, arguments)
    return None


def _make(lowering: Lowering, at: int, arguments: list[Node]) -> Expression:
    kind, sizes = arguments[0], arguments[1:]
    if kind.type == "map_type":
        return zero(lowering, kind)
    if kind.type in ("slice_type", "channel_type"):
        given = tuple(Argument(lowering.expression(size)) for size in sizes)
        return Call(at, Name(at, "builtins.channel" if kind.type == "channel_type" else "builtins.make"), given)
    return zero(lowering, kind) if kind.type != "identifier" else Collection(at, "list", ())


def cast(lowering: Lowering, kind: Node | None, value: Expression, at: int) -> Expression:
    """Return a value under a type that the program says it has."""
    if kind is not None and kind.type == "type_identifier" and lowering.source.text(kind) in NUMBERS:
        return Call(at, Name(at, _NUMBER), (Argument(value),))
    named = named_type(lowering, kind)
    return value if named is None else Call(at, Name(at, "builtins.cast"), (Argument(named), Argument(value)))


def _assertion(lowering: Lowering, node: Node) -> Expression:
    kind = node.child_by_field_name("type")
    return cast(lowering, kind, lowering.field(node, "operand"), lowering.source.at(node))


def _conversion(lowering: Lowering, node: Node) -> Expression:
    """Lower `[]byte(x)`, `pkg.T[K](x)`, and what looks like it: a call of a generic function or of an item."""
    kind, value = node.child_by_field_name("type"), lowering.field(node, "operand")
    at = lowering.source.at(node)
    if kind is None or kind.type != "generic_type":
        named = named_type(lowering, kind) if kind is not None else None
        return value if named is None else Call(at, named, (Argument(value),))
    of, given = kind.child_by_field_name("type"), kind.child_by_field_name("type_arguments")
    callee = named_type(lowering, of) or Unknown(at, ())
    words = [lowering.source.text(one) for one in parts(given.named_children)] if given is not None else []
    if of is not None and lowering.scopes.knows(lowering.source.text(of)) and len(words) == 1:
        callee = Index(at, callee, Name(at, lowering.scopes.read(words[0])))
    return Call(at, callee, (Argument(value),))


def _binary(lowering: Lowering, node: Node) -> Expression:
    def join(part: Node, symbol: str, left: Expression, right: Expression) -> Expression:
        return _joined(lowering.source.at(part), symbol, left, right)

    return lowering.operators(node, join, ("+", *_OPERATORS))


def _joined(at: int, symbol: str, left: Expression, right: Expression) -> Expression:
    if symbol in _OPERATORS:
        return Logic(at, _OPERATORS[symbol], left, right)
    if symbol == "/" and all(isinstance(side, Const) and isinstance(side.value, int) for side in (left, right)):
        symbol = "//"
    return Binary(at, symbol, left, right)


def _unary(lowering: Lowering, node: Node) -> Expression:
    symbol = node.children[0].type
    operand = lowering.field(node, "operand")
    if symbol in _SAME:
        return operand
    at = lowering.source.at(node)
    if symbol == "<-":
        return Call(at, Name(at, "builtins.receive"), (Argument(operand),))
    if symbol == "-" and isinstance(operand, Const) and isinstance(operand.value, int | float):
        return Const(at, -operand.value)
    return Unary(at, {"!": "not", "^": "~"}.get(symbol, symbol), operand)


EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {
        **LITERALS,
        "identifier": _identifier,
        "type_identifier": _identifier,
        "package_identifier": _identifier,
        "selector_expression": _selector,
        "qualified_type": _qualified,
        "index_expression": _index,
        "slice_expression": _slice,
        "call_expression": _call,
        "type_assertion_expression": _assertion,
        "type_conversion_expression": _conversion,
        "binary_expression": _binary,
        "unary_expression": _unary,
        "func_literal": lower_literal,
        "parenthesized_expression": Lowering.inner,
        "literal_element": Lowering.inner,
    }
)
