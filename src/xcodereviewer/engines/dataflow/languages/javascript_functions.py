"""JavaScript's functions and what is assigned to, lowered: parameters, patterns, `this` and `arguments`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Collection,
    Const,
    Expression,
    Function,
    Lambda,
    Logic,
    Name,
    Parameter,
    Record,
    Return,
    Spread,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.javascript_lowering import FUNCTIONS, Lowering
from xcodereviewer.engines.dataflow.languages.javascript_types import annotation, decorators, literal_type
from xcodereviewer.engines.dataflow.languages.syntax import Scope
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["Pattern", "lower_function", "lower_method", "lower_named", "lower_unbound"]

_LONGEST_NAME = 40  # characters of a pattern that are shown where a name would stand
_TRANSPARENT = frozenset(("parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"))


@dataclass(slots=True)
class Pattern:
    """What is assigned to. `bind` notes a name; `defaults` are statements that must follow the assignment."""

    lowering: Lowering
    bind: Callable[[str], str]
    defaults: list[Statement] = field(default_factory=list)

    def lower(self, node: Node) -> Expression:
        """Lower a pattern, a name or a place."""
        source = self.lowering.source
        match node.type:
            case "identifier" | "shorthand_property_identifier_pattern":
                name = self.lowering.read(node)
                self.bind(name.name)
                return name
            case "object_pattern" | "object":
                return self._object(node)
            case "array_pattern" | "array":
                return self._array(node)
            case "assignment_pattern" | "object_assignment_pattern":
                return self._with_default(node)
            case "rest_pattern" | "spread_element":
                return Spread(source.at(node), self.lower(parts(node.children)[0]))
            case kind if kind in _TRANSPARENT:
                return self.lower(parts(node.children)[0])
        return self.lowering.expression(node)

    def _object(self, node: Node) -> Expression:
        entries: list[tuple[Expression | None, Expression]] = []
        for child in parts(node.children):
            match child.type:
                case "pair_pattern":
                    key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
                    assert key is not None
                    assert value is not None
                    entries.append((self._key(key), self.lower(value)))
                case "rest_pattern":
                    entries.append((None, self.lower(parts(child.children)[0])))
                case _:
                    name = parts(child.children)[0] if child.type == "object_assignment_pattern" else child
                    entries.append((self._key(name), self.lower(child)))
        return Record(self.lowering.source.at(node), tuple(entries))

    def _key(self, node: Node) -> Expression:
        if node.type in ("property_identifier", "private_property_identifier", "shorthand_property_identifier_pattern"):
            return Const(self.lowering.source.at(node), self.lowering.source.text(node))
        return self.lowering.inner(node) if node.type == "computed_property_name" else self.lowering.expression(node)

    def _array(self, node: Node) -> Expression:
        found: list[Expression] = []
        is_free = True
        for child in node.children:
            if child.type == ",":
                if is_free:
                    found.append(Const(self.lowering.source.at(child), None))
                is_free = True
            elif child.is_named and child.type != "comment":
                found.append(self.lower(child))
                is_free = False
        return Collection(self.lowering.source.at(node), "list", tuple(found))

    def _with_default(self, node: Node) -> Expression:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        assert left is not None
        assert right is not None
        at = self.lowering.source.at(node)
        default = lower_named(self.lowering, right, self.lowering.source.text(left))
        if left.type in ("object_pattern", "array_pattern"):
            name = Name(at, self.bind(_shown(self.lowering, left)))
            later = Pattern(self.lowering, self.bind)
            inner = later.lower(left)
            self.defaults += [Assign(at, inner, Logic(at, "??", name, default)), *later.defaults]
            return name
        target = self.lower(left)
        self.defaults.append(Assign(at, target, Logic(at, "??", target, default)))
        return target


def _shown(lowering: Lowering, pattern: Node) -> str:
    """Return the name under which a value goes that is taken apart at once."""
    return " ".join(lowering.source.text(pattern).split())[:_LONGEST_NAME]


def lower_named(lowering: Lowering, node: Node, name: str) -> Expression:
    """Lower a value that is given a name: a function or class without one of its own goes by that."""
    if node.type in FUNCTIONS:
        return Lambda(lowering.source.at(node), lower_function(lowering, node, name))
    if node.type == "class":
        from xcodereviewer.engines.dataflow.languages.javascript_classes import class_value

        return class_value(lowering, node, name)
    return lowering.expression(node)


def lower_function(lowering: Lowering, node: Node, name: str = "") -> Function:
    """Lower a function; one that reads `this` and is no arrow gets it as a parameter that has no position."""
    return _function(lowering, node, name, _with_own_this if node.type != "arrow_function" else _unchanged)


def lower_unbound(lowering: Lowering, node: Node) -> Function:
    """Lower a function that is bound to the `this` around it: `function () { … }.bind(this)`."""
    return _function(lowering, node, "", _unchanged)


def lower_method(
    lowering: Lowering, node: Node, name: str, prologue: Callable[[list[Statement]], None] | None = None
) -> Function:
    """Lower a method of a class; `this` is its first parameter. `prologue` gives what runs before its body."""
    return _function(lowering, node, name, _with_first_this, prologue)


def _unchanged(scope: Scope, parameters: list[Parameter], at: int) -> None:
    """Leave `this` to the function around it."""


def _with_own_this(scope: Scope, parameters: list[Parameter], at: int) -> None:
    if "this" in scope.read:
        scope.bound.add("this")
        parameters.append(Parameter(at, "this", "="))


def _with_first_this(scope: Scope, parameters: list[Parameter], at: int) -> None:
    scope.bound.add("this")
    parameters.insert(0, Parameter(at, "this"))


def _function(
    lowering: Lowering,
    node: Node,
    name: str,
    with_this: Callable[[Scope, list[Parameter], int], None],
    prologue: Callable[[list[Statement]], None] | None = None,
) -> Function:
    source = lowering.source
    own = node.child_by_field_name("name")
    is_nested = bool(source.scopes)
    at = source.at(own or node)
    scope = Scope()
    source.scopes.append(scope)
    around, lowering.pending = lowering.pending, []
    parameters, first = _parameters(lowering, node)
    if prologue is not None:
        prologue(first)
    body = _body(lowering, node)
    before, lowering.pending = lowering.pending, around
    with_this(scope, parameters, at)
    if node.type != "arrow_function" and "arguments" in scope.read - scope.bound:
        first[:0] = _arguments(scope, parameters, source.at(node.child_by_field_name("body") or node), at)
    source.leave()
    kinds = {child.type for child in node.children[:4]}
    return Function(
        at,
        source.text(own) if own is not None and not name else name or "<function>",
        tuple(parameters),
        (*before, *first, *body),
        returns=annotation(lowering, node.child_by_field_name("return_type")),
        outer=tuple(sorted(scope.outer)),
        free=tuple(sorted(scope.unresolved())) if is_nested else (),
        is_async="async" in kinds,
        is_generator=scope.is_generator or "*" in kinds,
        size=scope.statements,
    )


def _body(lowering: Lowering, node: Node) -> tuple[Statement, ...]:
    body = node.child_by_field_name("body")
    if body is None or body.type == "statement_block":
        return lowering.body(body)
    lowering.source.scopes[-1].statements += 1
    value = lowering.expression(body)
    return (*lowering.take_pending(), Return(lowering.source.at(body), value))


def _arguments(scope: Scope, parameters: list[Parameter], at: int, own: int) -> Sequence[Statement]:
    """Let `arguments` be the list of all that is given; `at` is its place, `own` that of the function."""
    scope.bound.add("arguments")
    given: list[Expression] = [Name(one.at, one.name) for one in parameters if not one.kind and one.name != "this"]
    rest = next((one for one in parameters if one.kind == "*"), None)
    if rest is None:
        rest = Parameter(own, "arguments", "*")
        parameters.insert(next((n for n, one in enumerate(parameters) if one.kind == "="), len(parameters)), rest)
    given.append(Spread(at, Name(at, rest.name)))
    return [Assign(at, Name(at, "arguments"), Collection(at, "list", tuple(given)))]


def _parameters(lowering: Lowering, node: Node) -> tuple[list[Parameter], list[Statement]]:
    """Return the parameters, and the statements that take them apart."""
    single = node.child_by_field_name("parameter")
    several = node.child_by_field_name("parameters")
    nodes = [single] if single is not None else parts(several.children) if several is not None else []
    parameters: list[Parameter] = []
    first: list[Statement] = []
    for child in nodes:
        parameter = _parameter(lowering, child, first)
        if parameter is not None:
            parameters.append(parameter)
    return parameters, first


def _parameter(lowering: Lowering, node: Node, first: list[Statement]) -> Parameter | None:
    """Return one parameter; a type given to `this` is none."""
    pattern: Node | None = node
    default: Node | None = None
    is_typed = node.type in ("required_parameter", "optional_parameter")
    if is_typed:
        pattern, default = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    elif node.type == "assignment_pattern":
        pattern, default = node.child_by_field_name("left"), node.child_by_field_name("right")
    if pattern is None or pattern.type == "this":
        return None
    kind = "*" if pattern.type == "rest_pattern" else ""
    if kind:
        pattern = parts(pattern.children)[0]
    source = lowering.source
    at = source.at(pattern)
    if pattern.type == "identifier":
        name = source.text(pattern)
    else:
        name = _shown(lowering, pattern)
        target = Pattern(lowering, source.bind)
        first += [Assign(at, target.lower(pattern), Name(at, name)), *target.defaults]
    source.bind(name)
    value = lower_named(lowering, default, name) if default is not None else None
    declared = annotation(lowering, node.child_by_field_name("type")) if is_typed else None
    marks = decorators(lowering, node) if is_typed else ()
    if marks and declared is None:  # a framework gives it, and what is no text
        declared = literal_type(lowering, node.child_by_field_name("type"))
    return Parameter(at, name, kind, value, declared, marks)
