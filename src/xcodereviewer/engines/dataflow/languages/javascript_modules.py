"""Imports and exports, of both of JavaScript's kinds of module, lowered to the one encoding of `javascript.py`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Attribute,
    Class,
    Collection,
    Expression,
    Function,
    Import,
    Name,
    Record,
    Spread,
    Statement,
)
from xcodereviewer.engines.dataflow.languages.javascript_classes import lower_class
from xcodereviewer.engines.dataflow.languages.javascript_expressions import required
from xcodereviewer.engines.dataflow.languages.javascript_functions import Pattern, lower_function, lower_named
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.javascript_types import decorators, dotted
from xcodereviewer.engines.dataflow.languages.table import parts

__all__ = ["MODULES", "lower_declarator"]


def _specifier(lowering: Lowering, node: Node) -> str:
    return lowering.source.text(node)[1:-1].removeprefix("node:")


def _import(lowering: Lowering, node: Node) -> Sequence[Statement]:
    required_by_name = next((child for child in node.children if child.type == "import_require_clause"), None)
    source = node.child_by_field_name("source") or (
        required_by_name.child_by_field_name("source") if required_by_name is not None else None
    )
    if source is None:
        return ()
    module = _specifier(lowering, source)
    if required_by_name is not None:
        return [_bound(lowering, parts(required_by_name.children)[0], module, "")]
    clause = next((child for child in node.children if child.type == "import_clause"), None)
    if clause is None:
        lowering.require(node, module)
        return ()
    imports: list[Statement] = []
    for child in parts(clause.children):
        match child.type:
            case "identifier":
                imports.append(_bound(lowering, child, module, "default"))
            case "namespace_import":
                imports.append(_bound(lowering, parts(child.children)[0], module, ""))
            case "named_imports":
                imports += [_named_import(lowering, one, module) for one in parts(child.children)]
    return imports


def _named_import(lowering: Lowering, node: Node, module: str) -> Import:
    name, alias = node.child_by_field_name("name"), node.child_by_field_name("alias")
    assert name is not None
    return _bound(lowering, alias or name, module, lowering.source.text(name).strip("\"'"))


def _bound(lowering: Lowering, name: Node, module: str, member: str) -> Import:
    own = lowering.source.bind(lowering.source.text(name))
    return Import(lowering.source.at(name), module, member, own)


def lower_declarator(lowering: Lowering, node: Node) -> Sequence[Statement] | None:
    """Lower `x = require("y")`, `{x} = require("y")` and `x = require("y").z` as the imports that they are."""
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    assert name is not None
    assert value is not None
    member = ""
    if value.type == "member_expression":
        member, value = lowering.source.text(value.children[-1]), value.children[0]
    module = required(lowering, value) if value.children and value.children[0].type == "identifier" else ""
    if not module:
        return None
    if name.type == "identifier":
        return [_bound(lowering, name, module, member)]
    if name.type != "object_pattern" or member:
        return None
    pairs = [_plain_pair(child) for child in parts(name.children)]
    if not all(pairs):
        return None
    return [_bound(lowering, own, module, lowering.source.text(key)) for key, own in filter(None, pairs)]


def _plain_pair(node: Node) -> tuple[Node, Node] | None:
    if node.type == "shorthand_property_identifier_pattern":
        return node, node
    key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
    if key is None or value is None or key.type != "property_identifier" or value.type != "identifier":
        return None
    return key, value


def _export(lowering: Lowering, node: Node) -> Sequence[Statement]:
    declaration, value = node.child_by_field_name("declaration"), node.child_by_field_name("value")
    kinds = {child.type for child in node.children}
    if declaration is not None:
        return _exported_declaration(lowering, node, declaration, "default" in kinds)
    if value is not None:
        return _exported(lowering, node, [("default", lower_named(lowering, value, "default"))])
    if "=" in kinds:  # export = x
        lowering.has_exports = True
        at = lowering.source.at(node)
        return [Assign(at, Name(at, "exports"), lowering.inner(node))]
    source = node.child_by_field_name("source")
    module = _specifier(lowering, source) if source is not None else ""
    for child in node.children:
        match child.type:
            case "*":
                lowering.has_exports = True
                return [Import(lowering.source.at(node), module, "*", "*")]
            case "namespace_export":
                name = lowering.source.text(parts(child.children)[0])
                return _exported(lowering, node, [(name, lowering.require(node, module))])
            case "export_clause":
                return _exported(lowering, node, list(_export_clause(lowering, child, module)))
    return ()  # export as namespace X


def _export_clause(lowering: Lowering, clause: Node, module: str) -> Iterator[tuple[str, Expression]]:
    for child in parts(clause.children):
        name, alias = child.child_by_field_name("name"), child.child_by_field_name("alias")
        assert name is not None
        shown = lowering.source.text(alias or name).strip("\"'")
        if module:
            yield shown, lowering.require(child, module, lowering.source.text(name).strip("\"'"))
        else:
            yield shown, lowering.read(name)


def _exported(lowering: Lowering, node: Node, members: Sequence[tuple[str, Expression]]) -> list[Statement]:
    """Return the assignments that make `members` visible to importers, or to those who use the namespace."""
    if lowering.exported is not None:
        lowering.exported += [name for name, _ in members]
        return []
    lowering.has_exports = True
    at = lowering.source.at(node)
    return [Assign(at, Attribute(at, Name(at, "exports"), name), value) for name, value in members]


def _exported_declaration(lowering: Lowering, node: Node, declaration: Node, is_default: bool) -> Sequence[Statement]:
    outside = decorators(lowering, node)
    if declaration.type in ("class_declaration", "abstract_class_declaration"):
        statements: Sequence[Statement] = _class(lowering, declaration, outside)
    elif declaration.type in ("function_expression", "generator_function"):
        statements = [lower_function(lowering, declaration, "default")]
    else:
        statements = lowering.statement(declaration)
    names = [name for statement in statements for name in _names(statement)]
    members = [
        ("default" if is_default else name, Name(lowering.source.at(node), name)) for name in dict.fromkeys(names)
    ]
    return [*statements, *_exported(lowering, node, list(members))]


def _names(statement: Statement) -> Iterator[str]:
    """Yield the names that a declaration binds."""
    match statement:
        case Function() | Class() | Import():
            yield statement.name
        case Assign():
            yield from _target_names(statement.target)


def _target_names(target: Expression) -> Iterator[str]:
    match target:
        case Name():
            yield target.name
        case Collection():
            for item in target.items:
                yield from _target_names(item)
        case Record():
            for _, value in target.entries:
                yield from _target_names(value)
        case Spread():
            yield from _target_names(target.value)


def _class(lowering: Lowering, node: Node, outside: Sequence[Expression] = ()) -> Sequence[Statement]:
    own = node.child_by_field_name("name")
    name = lowering.source.bind(lowering.source.text(own) if own is not None else "default")
    return [lower_class(lowering, node, name, outside)]


def _function(lowering: Lowering, node: Node) -> Sequence[Statement]:
    own = node.child_by_field_name("name")
    name = lowering.source.bind(lowering.source.text(own) if own is not None else "default")
    return [lower_function(lowering, node, name)]


def _import_alias(lowering: Lowering, node: Node) -> Sequence[Statement]:
    """Lower `import A = B.C`."""
    name, value = parts(node.children)[:2]
    target = Pattern(lowering, lowering.source.bind).lower(name)
    lowered = dotted(lowering, value) if value.type == "nested_identifier" else lowering.read(value)
    return [Assign(lowering.source.at(node), target, lowered)]


MODULES: Mapping[str, Callable[[Lowering, Node], Sequence[Statement]]] = MappingProxyType(
    {
        "import_statement": _import,
        "import_alias": _import_alias,
        "export_statement": _export,
        "function_declaration": _function,
        "generator_function_declaration": _function,
        "class_declaration": _class,
        "abstract_class_declaration": _class,
    }
)
