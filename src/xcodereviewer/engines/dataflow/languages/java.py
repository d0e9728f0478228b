"""Java, lowered.

A file begins with its imports, in the order in which Java looks a name up, and then has its classes (java_classes.py),
each after those that it inherits from, whatever their order in the file:

- `import a.b.C` and `import static a.b.C.m` are `Import("a.b", "C", "C")` and `Import("a.b.C", "m", "m")`: the longest
  part of the dotted name that is a class of the program or a library's is that class, the rest are its members;
- the own package is `Import("a.b", "*", "*", level=1)`, then come `import a.b.*` and `import static a.b.C.*`, as
  `Import("a.b", "*", "*")`, and at last `Import("java.lang", "*", "*")`.

Classes import each other in circles, so no import should be followed before a name is asked for: a name that nothing in
the file binds is that of an import, else the class of that name in the program, in the packages that are imported
whole, in their order, else the type that library models describe there, else one of the own package that is not
reviewed. The file of a class is found by the name of its package and its own (`Modules.find("a.b.C")`), and the class
in it by its own name. A name with dots is a class that is written with its package (`Name("java.util.List")`), or the
interpreter's own (`Name("builtins.staticmethod")`).

Fields and methods are members of `this` or of their class (java_scopes.py), constructors are called `__init__`,
overloads share their name (java_functions.py), types are annotations (java_types.py), annotations are decorators.
"""

from collections.abc import Iterator, Sequence

import tree_sitter_java
from tree_sitter import Language as Grammar
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Attribute, Import, Module, Name, Statement
from xcodereviewer.engines.dataflow.languages.java_classes import lower_type
from xcodereviewer.engines.dataflow.languages.java_expressions import EXPRESSIONS
from xcodereviewer.engines.dataflow.languages.java_lowering import Hoisted, Lowering
from xcodereviewer.engines.dataflow.languages.java_scopes import CLASSES
from xcodereviewer.engines.dataflow.languages.java_statements import STATEMENTS
from xcodereviewer.engines.dataflow.languages.table import Source, parts

__all__ = ["lower_java"]

_GRAMMAR = Grammar(tree_sitter_java.language())


def lower_java(text: str) -> Module:
    """Lower one Java file."""
    source = Source(text, _GRAMMAR)
    lowering = Lowering(source, EXPRESSIONS, STATEMENTS)
    root = source.tree.root_node
    imports = _imports(lowering, root)
    loose: list[Statement] = []  # methods and statements outside any class, in a script or a snippet
    _note_types(lowering, root)
    for child in parts(root.children):
        if child.type in CLASSES:
            loose += lowering.guarded(child, lambda one: lower_type(lowering, one, _name(lowering, one)))
        elif child.type not in ("package_declaration", "import_declaration", "module_declaration"):
            loose += lowering.guarded(child, lowering.statement)
    body = (*imports, *_in_order(lowering.hoisted), *loose)
    return Module("java", body, tuple(sorted(lowering.gaps)))


def _note_types(lowering: Lowering, root: Node) -> None:
    for child in root.children:
        own = child.child_by_field_name("name") if child.type in CLASSES else None
        if own is not None:
            name = lowering.source.text(own)
            lowering.scopes.types[name] = name


def _name(lowering: Lowering, node: Node) -> str:
    own = node.child_by_field_name("name")
    return lowering.source.text(own) if own is not None else ""


def _imports(lowering: Lowering, root: Node) -> list[Import]:
    single: list[Import] = []
    whole: list[Import] = []
    for child in root.children:
        if child.type == "package_declaration":
            at = lowering.source.at(child)
            whole.insert(0, Import(at, _dotted(lowering, child), "*", "*", 1))
        elif child.type == "import_declaration":
            made = _import(lowering, child)
            (whole if made.member == "*" else single).append(made)
    start = lowering.source.at(root)
    return [*single, *whole, Import(start, "java.lang", "*", "*")]


def _import(lowering: Lowering, node: Node) -> Import:
    at, name = lowering.source.at(node), _dotted(lowering, node)
    if any(child.type == "asterisk" for child in node.children):
        lowering.scopes.imports_members |= any(child.type == "static" for child in node.children)
        return Import(at, name, "*", "*")
    module, _, member = name.rpartition(".")
    lowering.scopes.imported.add(member)
    return Import(at, module, member, member)


def _dotted(lowering: Lowering, node: Node) -> str:
    name = next((one for one in parts(node.children) if one.type in ("identifier", "scoped_identifier")), None)
    return "".join(lowering.source.text(name).split()) if name is not None else ""


def _in_order(classes: Sequence[Hoisted]) -> Iterator[Statement]:
    """Yield the classes, each after those of the file that it inherits from, and then what runs when all are there."""
    known = {one.node.name: one for one in classes}
    seen: set[str] = set()

    def visit(one: Hoisted) -> Iterator[Statement]:
        if one.node.name in seen:
            return
        seen.add(one.node.name)
        for base in one.node.bases:
            if isinstance(base.value, Name | Attribute) and base.value.name in known:
                yield from visit(known[base.value.name])
        yield one.node

    for one in classes:
        yield from visit(one)
    for one in classes:
        yield from one.after
