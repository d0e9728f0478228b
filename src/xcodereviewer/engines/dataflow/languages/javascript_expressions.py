"""JavaScript's expressions, lowered. Types, parentheses and `?.` are seen through; `undefined` is null."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Attribute,
    Await,
    Binary,
    Call,
    Collection,
    Conditional,
    Const,
    Expression,
    Index,
    Lambda,
    Logic,
    Name,
    Template,
    Unary,
    Unknown,
    Walrus,
    Yield,
)
from xcodereviewer.engines.dataflow.languages.javascript_classes import class_value
from xcodereviewer.engines.dataflow.languages.javascript_functions import (
    Pattern,
    lower_function,
    lower_named,
    lower_unbound,
)
from xcodereviewer.engines.dataflow.languages.javascript_jsx import JSX
from xcodereviewer.engines.dataflow.languages.javascript_literals import LITERALS, LONGEST_TEXT, template
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.syntax import TooDeep
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["EXPRESSIONS", "augmented", "required", "updated"]

_LONGEST_CHAIN = 300  # operators in a row
_LOGIC = {"&&": "and", "||": "or", "??": "??"}


def required(lowering: Lowering, node: Node) -> str:
    """Return what `require("…")` or `import("…")` asks for; empty when it is neither, or not known."""
    if node.type != "call_expression":
        return ""
    callee, arguments = node.children[0], node.children[-1]
    if callee.type != "import" and not (callee.type == "identifier" and lowering.source.text(callee) == "require"):
        return ""
    given = parts(arguments.children)
    if not given or given[0].type != "string":
        return ""
    return lowering.source.text(given[0])[1:-1].removeprefix("node:")


def _this(lowering: Lowering, node: Node) -> Expression:
    return Name(lowering.source.at(node), lowering.source.read("this"))


def _super(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    lowering.source.read("this")
    return Call(at, Name(at, "super"), ())


def _member(lowering: Lowering, node: Node) -> Expression:
    source = lowering.source
    of, name = node.children[0], node.children[-1]
    text = source.text(name)
    if text == "exports" and of.type == "identifier" and source.text(of) == "module":
        lowering.has_exports = True
        return Name(source.at(node), source.read("exports"))
    return Attribute(source.at(node), lowering.expression(of), text)


def _subscript(lowering: Lowering, node: Node) -> Expression:
    of, key = node.child_by_field_name("object"), node.child_by_field_name("index")
    assert of is not None
    assert key is not None
    at, lowered = lowering.source.at(node), lowering.expression(of)
    index = lowering.expression(key)
    if isinstance(index, Const) and isinstance(index.value, str) and index.value.isidentifier():
        return Attribute(at, lowered, index.value)
    return Index(at, lowered, index)


def arguments(lowering: Lowering, node: Node | None) -> tuple[Argument, ...]:
    """Lower the arguments of a call."""
    if node is None:
        return ()
    return tuple(
        Argument(lowering.inner(child), "*") if child.type == "spread_element" else Argument(lowering.expression(child))
        for child in parts(node.children)
    )


def _call(lowering: Lowering, node: Node) -> Expression:
    callee, given = node.children[0], node.children[-1]
    at = lowering.source.at(node)
    module = required(lowering, node)
    if module:
        return lowering.require(node, module)
    if given.type == "template_string":
        return _tagged(lowering, callee, given, at)
    if callee.type == "super":
        return Call(at, Attribute(at, _super(lowering, callee), "constructor"), arguments(lowering, given))
    if callee.type == "member_expression" and lowering.source.text(callee.children[-1]) == "bind":
        bound = _bound(lowering, callee.children[0], given)
        if bound is not None:
            return bound
    return Call(at, lowering.expression(callee), arguments(lowering, given))


def _bound(lowering: Lowering, function: Node, given: Node) -> Expression | None:
    """Return the function that is only given its `this`; None when more is given, or nothing."""
    if len(parts(given.children)) != 1:
        return None
    while function.type == "parenthesized_expression":
        function = parts(function.children)[0]
    if function.type == "function_expression" and lowering.source.text(given) == "(this)":
        return Lambda(lowering.source.at(function), lower_unbound(lowering, function))
    return lowering.expression(function)


def _tagged(lowering: Lowering, tag: Node, node: Node, at: int) -> Expression:
    texts, values = template(lowering, node)
    place = lowering.source.at(node)
    strings = Collection(place, "list", tuple(Const(place, text) for text in texts))
    return Call(at, lowering.expression(tag), (Argument(strings), *map(Argument, values)))


def _new(lowering: Lowering, node: Node) -> Expression:
    callee = node.child_by_field_name("constructor")
    assert callee is not None
    given = arguments(lowering, node.child_by_field_name("arguments"))
    return Call(lowering.source.at(node), lowering.expression(callee), given, True)


def _binary(lowering: Lowering, node: Node) -> Expression:
    chain: list[tuple[int, str, Node]] = []  # a sum of many texts nests to the left; it is walked, not descended
    while node.type == "binary_expression":
        left, operator, right = (node.child_by_field_name(name) for name in ("left", "operator", "right"))
        if left is None or operator is None or right is None:
            return Unknown(lowering.source.at(node), lowering.all(node.children))
        chain.append((lowering.source.at(node), operator.type, right))
        node = left
    value = lowering.expression(node)
    nesting = 0
    for at, symbol, right in reversed(chain):
        operand = lowering.expression(right)
        if symbol == "+" and (_is_text(value) or _is_text(operand)):
            value = _joined(at, value, operand)
            continue
        nesting += 1
        if nesting > _LONGEST_CHAIN:
            raise TooDeep
        value = _operated(at, symbol, value, operand)
    return value


def _joined(at: int, left: Expression, right: Expression) -> Expression:
    """Return the text that two values make, one of which is text: flat, and literals side by side are one."""
    pieces = [*(left.parts if isinstance(left, Template) else (left,))]
    for piece in right.parts if isinstance(right, Template) else (right,):
        last = pieces[-1]
        if (
            isinstance(last, Const)
            and isinstance(last.value, str)
            and isinstance(piece, Const)
            and isinstance(piece.value, str)
        ):
            pieces[-1] = Const(last.at, (last.value + piece.value)[:LONGEST_TEXT])
        else:
            pieces.append(piece)
    return pieces[0] if len(pieces) == 1 else Template(at, tuple(pieces))


def _operated(at: int, symbol: str, left: Expression, right: Expression) -> Expression:
    logic = _LOGIC.get(symbol)
    return Logic(at, logic, left, right) if logic is not None else Binary(at, symbol, left, right)


def _is_text(value: Expression) -> bool:
    return isinstance(value, Template) or (isinstance(value, Const) and isinstance(value.value, str))


def _unary(lowering: Lowering, node: Node) -> Expression:
    at, symbol = lowering.source.at(node), node.children[0].type
    operand = lowering.inner(node)
    if symbol == "-" and isinstance(operand, Const) and type(operand.value) in (int, float):
        return Const(at, -operand.value)  # type: ignore[operator]  # it is a number
    if symbol == "void":
        return Index(at, Collection(at, "tuple", (operand, Const(at, None))), Const(at, 1))
    return Unary(at, "not" if symbol == "!" else symbol, operand)


def _assignment(lowering: Lowering, node: Node) -> Expression:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    assert left is not None
    assert right is not None
    value = lower_named(lowering, right, lowering.source.text(left).rpartition(".")[2])
    return Walrus(lowering.source.at(node), Pattern(lowering, lowering.source.assign).lower(left), value)


def augmented(lowering: Lowering, node: Node) -> Walrus:
    """Lower `a += b` and its like."""
    left, operator, right = (node.child_by_field_name(name) for name in ("left", "operator", "right"))
    assert left is not None
    assert operator is not None
    assert right is not None
    at = lowering.source.at(node)
    target = Pattern(lowering, lowering.source.assign).lower(left)
    symbol = operator.type.removesuffix("=")
    value = lowering.expression(right)
    if symbol == "+" and _is_text(value):
        return Walrus(at, target, _joined(at, target, value))
    return Walrus(at, target, _operated(at, symbol, target, value))


def updated(lowering: Lowering, node: Node) -> Walrus:
    """Lower `a++` and its like, as if the value were the new one."""
    place = node.child_by_field_name("argument")
    assert place is not None
    at = lowering.source.at(node)
    target = Pattern(lowering, lowering.source.assign).lower(place)
    symbol = "+" if any(child.type == "++" for child in node.children) else "-"
    return Walrus(at, target, Binary(at, symbol, target, Const(at, 1)))


def _update(lowering: Lowering, node: Node) -> Expression:
    value = updated(lowering, node)
    if node.children[0].type in ("++", "--"):
        return value
    assert isinstance(value.value, Binary)
    return Binary(value.at, "-" if value.value.operator == "+" else "+", value, Const(value.at, 1))


def _ternary(lowering: Lowering, node: Node) -> Expression:
    test, yes, no = (lowering.expression(child) for child in parts(node.children)[:3])
    return Conditional(lowering.source.at(node), test, yes, no)


def _sequence(lowering: Lowering, node: Node) -> Expression:
    """Lower `a, b`: all are evaluated, the last is the value."""
    at = lowering.source.at(node)
    return Index(at, Collection(at, "tuple", lowering.all(node.children)), Const(at, -1))


def _yield(lowering: Lowering, node: Node) -> Expression:
    if lowering.source.scopes:
        lowering.source.scopes[-1].is_generator = True
    children = parts(node.children)
    value = lowering.expression(children[0]) if children else None
    return Yield(lowering.source.at(node), value, any(child.type == "*" for child in node.children))


def _function(lowering: Lowering, node: Node) -> Expression:
    return Lambda(lowering.source.at(node), lower_function(lowering, node))


def _meta(lowering: Lowering, node: Node) -> Expression:
    first, _, last = lowering.source.text(node).partition(".")
    at = lowering.source.at(node)
    return Attribute(at, Name(at, first), last)


def _inner(lowering: Lowering, node: Node) -> Expression:
    return lowering.inner(node)


def _asserted(lowering: Lowering, node: Node) -> Expression:
    return lowering.expression(parts(node.children)[-1])


EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {
        **LITERALS,
        **JSX,
        "identifier": Lowering.read,
        "this": _this,
        "super": _super,
        "import": lambda lowering, node: Name(lowering.source.at(node), "import"),
        "meta_property": _meta,
        "member_expression": _member,
        "subscript_expression": _subscript,
        "call_expression": _call,
        "new_expression": _new,
        "binary_expression": _binary,
        "unary_expression": _unary,
        "assignment_expression": _assignment,
        "augmented_assignment_expression": augmented,
        "update_expression": _update,
        "ternary_expression": _ternary,
        "sequence_expression": _sequence,
        "await_expression": lambda lowering, node: Await(lowering.source.at(node), lowering.inner(node)),
        "yield_expression": _yield,
        "arrow_function": _function,
        "function_expression": _function,
        "generator_function": _function,
        "class": lambda lowering, node: class_value(lowering, node, ""),
        "parenthesized_expression": _inner,
        "as_expression": _inner,
        "satisfies_expression": _inner,
        "non_null_expression": _inner,
        "instantiation_expression": _inner,
        "type_assertion": _asserted,
    }
)
