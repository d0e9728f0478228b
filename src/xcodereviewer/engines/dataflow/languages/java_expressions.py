"""Java's expressions, lowered.

What is joined to a text by `+` is a `Template`, evaluated from left to right as Java does. `x++` is `(x := x + 1) - 1`.
A cast to a class is `builtins.cast(T, x)`; to a text, a number or a type parameter it is `x`. `x instanceof T t` is
`x instanceof T and (t := builtins.cast(T, x))`. `T::m` is `T.m`, which gets its object as the first argument when `m`
is not static, and `T::new` is `T`.
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
    Conditional,
    Const,
    Expression,
    Index,
    Logic,
    Name,
    Spread,
    Template,
    Unary,
    Unknown,
    Walrus,
)
from xcodereviewer.engines.dataflow.languages.java_classes import lower_anonymous
from xcodereviewer.engines.dataflow.languages.java_functions import arguments, lower_lambda, super_call
from xcodereviewer.engines.dataflow.languages.java_literals import LITERALS
from xcodereviewer.engines.dataflow.languages.java_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.java_scopes import is_type_name
from xcodereviewer.engines.dataflow.languages.java_switch import lower_pattern, switch_value
from xcodereviewer.engines.dataflow.languages.java_types import cast, declared
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["EXPRESSIONS", "assigned", "updated"]

_OPERATORS = {"&&": "and", "||": "or"}
_INTEGERS = frozenset(("int", "long", "short", "byte"))
_INTEGER_LITERALS = frozenset(
    ("decimal_integer_literal", "hex_integer_literal", "octal_integer_literal", "binary_integer_literal")
)


def _identifier(lowering: Lowering, node: Node) -> Expression:
    return lowering.scopes.variable(lowering.source.text(node), lowering.source.at(node))


def _qualifier(lowering: Lowering, node: Node) -> Expression:
    """Lower what stands before a dot: a value, a class, or a class with its package."""
    if node.type == "identifier":
        return lowering.scopes.variable(lowering.source.text(node), lowering.source.at(node), is_qualifier=True)
    return lowering.expression(node)


def _field(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    of, name = node.child_by_field_name("object"), node.child_by_field_name("field")
    assert of is not None
    assert name is not None
    if name.type == "this":
        return lowering.scopes.this_named(lowering.source.text(of), at)
    if of.type == "super":
        return Attribute(at, Name(at, lowering.source.read("this")), lowering.source.text(name))
    word = lowering.source.text(name)
    if word[:1].isupper() and of.type in ("identifier", "field_access") and (package := _package(lowering, of, word)):
        return Name(at, f"{package}.{word}")
    return Attribute(at, _qualifier(lowering, of), word)


def _package(lowering: Lowering, node: Node, member: str) -> str:
    """Return the package that stands before the name of a class; empty when it is anything else."""
    words = [word.strip() for word in lowering.source.text(node).split(".")]
    if not all(word.isidentifier() and word.islower() for word in words) or lowering.scopes.declares(words[0]):
        return ""
    return ".".join(words) if len(words) > 1 or is_type_name(member, is_qualifier=False) else ""


def _this(lowering: Lowering, node: Node) -> Expression:
    return Name(lowering.source.at(node), lowering.source.read("this"))


def _index(lowering: Lowering, node: Node) -> Expression:
    return Index(lowering.source.at(node), lowering.field(node, "array"), lowering.field(node, "index"))


def _call(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    of, name = node.child_by_field_name("object"), node.child_by_field_name("name")
    assert name is not None
    word = lowering.source.text(name)
    given = node.child_by_field_name("arguments")
    if any(child.type == "super" for child in node.children):
        return super_call(lowering, at, word, given)
    callee = lowering.scopes.method(word, at) if of is None else Attribute(at, _qualifier(lowering, of), word)
    return Call(at, callee, arguments(lowering, given))


def _new(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    made = node.child_by_field_name("type")
    body = next((child for child in node.children if child.type == "class_body"), None)
    callee = declared(lowering, made) or Name(at, "java.lang.Object")
    if body is not None:
        callee = lower_anonymous(lowering, node, callee)
    return Call(at, callee, arguments(lowering, node.child_by_field_name("arguments")), is_new=True)


def _new_array(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    value = node.child_by_field_name("value")
    if value is not None:
        return lowering.expression(value)
    sizes = [child for child in node.children_by_field_name("dimensions") if child.type == "dimensions_expr"]
    return Collection(at, "list", (Spread(at, Unknown(at, tuple(lowering.inner(size) for size in sizes))),))


def _array(lowering: Lowering, node: Node) -> Expression:
    return Collection(lowering.source.at(node), "list", lowering.all(node.children))


def assigned(lowering: Lowering, node: Node) -> tuple[Expression, Expression]:
    """Return what an assignment assigns to, and what."""
    operator = node.child_by_field_name("operator")
    assert operator is not None
    target = lowering.field(node, "left")
    value = lowering.field(node, "right")
    if operator.type != "=":
        value = _joined(lowering, node, operator.type[:-1], target, value)
    return target, value


def _assignment(lowering: Lowering, node: Node) -> Expression:
    target, value = assigned(lowering, node)
    return Walrus(lowering.source.at(node), target, value)


def updated(lowering: Lowering, node: Node) -> tuple[Expression, Binary]:
    """Return what `++` or `--` changes, and what it is afterwards."""
    target = lowering.inner(node)
    at = lowering.source.at(node)
    symbol = next(child.type for child in node.children if child.type in ("++", "--"))
    return target, Binary(at, symbol[0], target, Const(at, 1))


def _update(lowering: Lowering, node: Node) -> Expression:
    target, value = updated(lowering, node)
    changed = Walrus(value.at, target, value)
    if node.children[0].type in ("++", "--"):
        return changed
    return Binary(value.at, "-" if value.operator == "+" else "+", changed, Const(value.at, 1))


def _binary(lowering: Lowering, node: Node) -> Expression:
    def join(part: Node, symbol: str, left: Expression, right: Expression) -> Expression:
        return _joined(lowering, part, symbol, left, right)

    return lowering.operators(node, join, ("+", *_OPERATORS))


def _joined(lowering: Lowering, node: Node, symbol: str, left: Expression, right: Expression) -> Expression:
    at = lowering.source.at(node)
    if symbol in _OPERATORS:
        return Logic(at, _OPERATORS[symbol], left, right)
    if symbol == "+" and (_is_text(left) or _is_text(right)):
        return _text(at, left, right)
    if symbol == "/" and all(_is_integer(lowering, node.child_by_field_name(side)) for side in ("left", "right")):
        symbol = "//"
    return Binary(at, symbol, left, right)


def _is_text(value: Expression) -> bool:
    return isinstance(value, Template) or (isinstance(value, Const) and isinstance(value.value, str))


def _text(at: int, left: Expression, right: Expression) -> Expression:
    joined = [*_pieces(left), *_pieces(right)]
    if all(isinstance(part, Const) for part in joined):
        return Const(at, "".join(str(part.value) for part in joined if isinstance(part, Const)))
    return Template(at, tuple(joined))


_WRITTEN = {None: "null", True: "true", False: "false"}


def _pieces(value: Expression) -> tuple[Expression, ...]:
    if isinstance(value, Template):
        return value.parts
    if isinstance(value, Const) and (value.value is None or isinstance(value.value, bool)):
        return (Const(value.at, _WRITTEN[value.value]),)
    return (value,)


def _is_integer(lowering: Lowering, node: Node | None) -> bool:
    if node is None:
        return False
    if node.type == "identifier":
        return lowering.scopes.kind_of(lowering.source.text(node)) in _INTEGERS
    if node.type == "parenthesized_expression":
        return _is_integer(lowering, parts(node.children)[0])
    if node.type == "binary_expression":
        return all(_is_integer(lowering, node.child_by_field_name(side)) for side in ("left", "right"))
    return node.type in _INTEGER_LITERALS


def _unary(lowering: Lowering, node: Node) -> Expression:
    at, operand = lowering.source.at(node), lowering.field(node, "operand")
    symbol = "not" if node.children[0].type == "!" else node.children[0].type
    if symbol == "-" and isinstance(operand, Const) and isinstance(operand.value, int | float):
        return Const(at, -operand.value)
    return Unary(at, symbol, operand)


def _conditional(lowering: Lowering, node: Node) -> Expression:
    test, yes, no = (lowering.field(node, name) for name in ("condition", "consequence", "alternative"))
    return Conditional(lowering.source.at(node), test, yes, no)


def _cast(lowering: Lowering, node: Node) -> Expression:
    return cast(lowering, node.child_by_field_name("type"), lowering.field(node, "value"), lowering.source.at(node))


def _instance_of(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    value = lowering.field(node, "left")
    right, name = node.child_by_field_name("right"), node.child_by_field_name("name")
    pattern = node.child_by_field_name("pattern")
    if pattern is not None:
        shape = lower_pattern(lowering, pattern)
        kind = shape.callee if isinstance(shape, Call) else Name(at, "java.lang.Object")
        return Logic(at, "and", Binary(at, "instanceof", value, kind), Walrus(at, shape, value))
    kind = declared(lowering, right) or Name(at, "java.lang.Object")
    test = Binary(at, "instanceof", value, kind)
    if name is None:
        return test
    target = Name(lowering.source.at(name), lowering.scopes.declare(lowering.source.text(name)))
    return Logic(at, "and", test, Walrus(at, target, cast(lowering, right, value, at)))


def _reference(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    of, last = parts(node.children)[0], node.children[-1]
    if of.type == "super":
        value: Expression = Name(at, lowering.source.read("this"))
    elif of.type in ("identifier", "field_access", "method_invocation") or of.type not in _TYPES:
        value = _qualifier(lowering, of)
    else:
        value = declared(lowering, of) or Unknown(at, ())
    if last.type == "new":
        return Unknown(at, ()) if isinstance(value, Index) else value
    return Attribute(at, value, lowering.source.text(last))


_TYPES = frozenset(
    "type_identifier scoped_type_identifier generic_type array_type integral_type floating_point_type".split()  # noqa: SIM905 - a list of words
)


def _class(lowering: Lowering, node: Node) -> Expression:
    at = lowering.source.at(node)
    return Attribute(at, declared(lowering, parts(node.children)[0]) or Name(at, "java.lang.Object"), "class")


def _template(lowering: Lowering, node: Node) -> Expression:
    processed = lowering.field(node, "template_argument")
    processor = lowering.field(node, "template_processor")
    if isinstance(processor, Name) and processor.name == "STR":
        return processed
    return Call(lowering.source.at(node), Attribute(processed.at, processor, "process"), (Argument(processed),))


EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Expression]] = MappingProxyType(
    {
        **LITERALS,
        "identifier": _identifier,
        "field_access": _field,
        "this": _this,
        "array_access": _index,
        "method_invocation": _call,
        "object_creation_expression": _new,
        "array_creation_expression": _new_array,
        "array_initializer": _array,
        "element_value_array_initializer": _array,
        "assignment_expression": _assignment,
        "update_expression": _update,
        "binary_expression": _binary,
        "unary_expression": _unary,
        "ternary_expression": _conditional,
        "cast_expression": _cast,
        "instanceof_expression": _instance_of,
        "lambda_expression": lower_lambda,
        "method_reference": _reference,
        "parenthesized_expression": Lowering.inner,
        "switch_expression": switch_value,
        "class_literal": _class,
        "template_expression": _template,
    }
)
