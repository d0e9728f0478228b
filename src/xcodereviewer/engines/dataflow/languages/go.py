"""Go, lowered.

A file begins with its imports, `Import("net/http", "", "http")`, with the path as it is written but for the version at
its end; then come its types, each after those that it embeds, its functions, and its constants and variables. Methods
stand in the class of their type; those of a type that another file of the package declares stand in a class of that
name which is decorated with `builtins.methods`.

A name that nothing in the file binds is the package's, or Go's own (imports_go.py). Variables are renamed where a block
hides one of a block around it (go_scopes.py).
"""

import re
from collections.abc import Iterator, Sequence

import tree_sitter_go
from tree_sitter import Language as Grammar
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Attribute, Class, Import, Module, Name, Statement
from xcodereviewer.engines.dataflow.languages.go_expressions import EXPRESSIONS
from xcodereviewer.engines.dataflow.languages.go_functions import lower_function, lower_method, receiver_of
from xcodereviewer.engines.dataflow.languages.go_jumps import Jumps
from xcodereviewer.engines.dataflow.languages.go_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.go_names import unversioned
from xcodereviewer.engines.dataflow.languages.go_statements import STATEMENTS
from xcodereviewer.engines.dataflow.languages.table import Source, parts

__all__ = ["METHODS", "lower_go"]

METHODS = "builtins.methods"
_GRAMMAR = Grammar(tree_sitter_go.language())
_NAME = re.compile(r"^(?:go-|golang-)|(?:-go|\.go)$")
_HEADS = frozenset(("package_clause", "import_declaration"))


def lower_go(text: str) -> Module:
    """Lower one file of Go."""
    source = Source(text, _GRAMMAR)
    lowering = Lowering(source, EXPRESSIONS, STATEMENTS)
    lowering.jumps = Jumps.of(text)
    children = parts(source.tree.root_node.named_children)
    imports = [one for child in children if child.type == "import_declaration" for one in _imports(lowering, child)]
    functions: list[Statement] = []
    for child in children:
        if child.type == "method_declaration":
            _keep_method(lowering, child)
        elif child.type == "function_declaration":
            functions += lowering.guarded(child, lambda one: [lower_function(lowering, one)])
    types: list[Statement] = []
    rest: list[Statement] = []
    for child in children:
        if child.type == "type_declaration":
            types += lowering.guarded(child, lowering.statement)
        elif child.type not in _HEADS and child.type not in ("method_declaration", "function_declaration"):
            rest += lowering.guarded(child, lowering.statement)
        elif child.has_error and child.type in _HEADS:
            lowering.gap(child)
    elsewhere = [
        Class(methods[0].at, name, (), tuple(methods), (Name(methods[0].at, METHODS),))
        for name, methods in lowering.file.methods.items()
    ]
    body = (*imports, *_in_order(types), *elsewhere, *functions, *rest)
    return Module("go", body, tuple(sorted(lowering.gaps)))


def _keep_method(lowering: Lowering, node: Node) -> None:
    name = receiver_of(lowering, node)
    made = lowering.guarded(node, lambda one: [lower_method(lowering, one)])
    if made and name:
        lowering.file.methods.setdefault(name, []).extend(made)  # type: ignore[arg-type]


def _imports(lowering: Lowering, node: Node) -> Iterator[Import]:
    for child in parts(node.named_children):
        for spec in parts(child.named_children) if child.type == "import_spec_list" else (child,):
            path = spec.child_by_field_name("path")
            if spec.type != "import_spec" or path is None:
                continue
            own = spec.child_by_field_name("name")
            written = unversioned(lowering.source.text(path)[1:-1])
            word = lowering.source.text(own) if own is not None else _NAME.sub("", written.rpartition("/")[2])
            if word != "_":
                yield Import(lowering.source.at(spec), written, "*" if word == "." else "", word)


def _in_order(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the types, each after those of the file that it embeds."""
    known = {one.name: one for one in statements if isinstance(one, Class)}
    seen: set[int] = set()

    def visit(one: Statement) -> Iterator[Statement]:
        if one.at in seen:
            return
        seen.add(one.at)
        for base in one.bases if isinstance(one, Class) else ():
            if isinstance(base.value, Name | Attribute) and base.value.name in known:
                yield from visit(known[base.value.name])
        yield one

    for one in statements:
        yield from visit(one)
