"""What a simple name of a Java program means where it stands: a variable, a field of an enclosing class, or a type.

A field or method is never a variable of the IR: it is read from the object (`this.x`) or from its class (`C.x`).
`this` of an enclosing class is the field `this$0` in a member class, as compilers have it, and for a class inside a
method the variable `Outer.this`, which that method binds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import Attribute, Expression, Name
from xcodereviewer.engines.dataflow.languages.table import Source

__all__ = ["CLASSES", "INSIDE", "ClassScope", "Scopes", "is_static", "is_type_name"]

INSIDE = "this$0"
CLASSES = frozenset(
    """
    class_declaration interface_declaration enum_declaration record_declaration annotation_type_declaration
    """.split()  # noqa: SIM905 - a list of words
)


@dataclass(slots=True)
class ClassScope:
    """What the body of a class declares; `name` is what the class is called in the IR."""

    name: str
    simple: str
    is_local: bool = False  # it stands inside a method, whose variables it sees
    inherits: bool = False
    fields: dict[str, bool] = field(default_factory=dict)  # whether it is static
    methods: dict[str, bool] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)  # what a member type is called in the IR; "" has no class


class Scopes:
    """The blocks and classes around the code that is being lowered, innermost last."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._chain: list[dict[str, str] | ClassScope] = []
        self.types: dict[str, str] = {}  # of the whole file
        self.imported: set[str] = set()
        self.has_this = False
        self.imports_members = False  # `import static a.B.*`

    # Blocks

    def enter(self) -> None:
        """Begin a block."""
        self._chain.append({})

    def leave(self) -> None:
        """End the innermost block."""
        self._chain.pop()

    def declare(self, name: str, declared: str = "") -> str:
        """Bind a variable, of a primitive type or of any other (empty), in the innermost block."""
        block = self._chain[-1] if self._chain else None
        if isinstance(block, dict):
            block[name] = declared
        return self._source.bind(name)

    def declare_class(self, simple: str, name: str) -> None:
        """Make a class known in the innermost block; without a name it is a type parameter."""
        block = self._chain[-1] if self._chain else None
        if isinstance(block, dict):
            block[f"class {simple}"] = name
        elif block is None:
            self.types[simple] = name

    def declares(self, name: str) -> bool:
        """Whether a name is that of a variable or of a field."""
        return any(name in (scope if isinstance(scope, dict) else scope.fields) for scope in self._chain)

    def kind_of(self, name: str) -> str:
        """Return the primitive type of a variable; empty when it has none."""
        for scope in reversed(self._chain):
            if isinstance(scope, dict) and name in scope:
                return scope[name]
        return ""

    def mark(self) -> tuple[int, bool]:
        """Return where we are, for `restore`."""
        return len(self._chain), self.has_this

    def restore(self, mark: tuple[int, bool]) -> None:
        """Go back to where `mark` was asked for."""
        del self._chain[mark[0] :]
        self.has_this = mark[1]

    # Classes

    def enter_class(self, scope: ClassScope) -> None:
        """Begin the body of a class."""
        self._chain.append(scope)

    def leave_class(self) -> None:
        """End it."""
        self._chain.pop()

    def classes(self) -> Iterator[ClassScope]:
        """Yield the classes around, innermost first."""
        return (scope for scope in reversed(self._chain) if isinstance(scope, ClassScope))

    def type_name(self, simple: str) -> str | None:
        """Return what a type is called in the IR; None for a type parameter."""
        for scope in reversed(self._chain):
            known = scope.get(f"class {simple}") if isinstance(scope, dict) else scope.types.get(simple)
            if known is not None:
                return known or None
        return self.types.get(simple, simple)

    # Names

    def variable(self, name: str, at: int, *, is_qualifier: bool = False) -> Expression:
        """Return what a name means as an expression; `is_qualifier` when something of it is asked for."""
        for scope in reversed(self._chain):
            if isinstance(scope, dict):
                if name in scope:
                    return Name(at, self._source.read(name))
            elif name in scope.fields:
                return self._member(scope, name, at, static=scope.fields[name])
        if name in self.imported or is_type_name(name, is_qualifier=is_qualifier):
            return Name(at, self.type_name(name) or name)
        heir = next((scope for scope in self.classes() if scope.inherits), None)
        return self._member(heir, name, at, static=False) if heir is not None else Name(at, name)

    def method(self, name: str, at: int) -> Expression:
        """Return the method that an unqualified call means."""
        for scope in self.classes():
            if name in scope.methods:
                return self._member(scope, name, at, static=scope.methods[name])
        heir = next((scope for scope in self.classes() if scope.inherits), None)
        if name in self.imported or (heir is None and self.imports_members):
            return Name(at, name)
        owner = heir or next(self.classes(), None)
        return self._member(owner, name, at, static=False) if owner is not None else Name(at, name)

    def _member(self, owner: ClassScope, name: str, at: int, *, static: bool) -> Expression:
        return Attribute(at, Name(at, owner.name) if static or not self.has_this else self.this_of(owner, at), name)

    def this_of(self, wanted: ClassScope, at: int) -> Expression:
        """Return the object of an enclosing class."""
        found: Expression = Name(at, self._source.read("this"))
        around = list(self.classes())
        for scope, outer in zip(around, [*around[1:], None], strict=True):
            if scope is wanted or outer is None:
                break
            if scope.is_local:
                found = Name(at, self._source.read(f"{outer.name}.this"))
            else:
                found = Attribute(at, found, INSIDE)
        return found

    def this_named(self, simple: str, at: int) -> Expression:
        """Return what `Simple.this` means."""
        wanted = next((scope for scope in self.classes() if scope.simple == simple), None)
        return self.this_of(wanted, at) if wanted is not None else Name(at, self._source.read("this"))

    def scope_of(self, node: Node, name: str, *, is_local: bool) -> ClassScope:
        """Return what the class that `node` declares has of its own."""
        own = node.child_by_field_name("name")
        scope = ClassScope(name, self._source.text(own) if own is not None else name, is_local)
        scope.inherits = any(
            child.type in ("superclass", "super_interfaces", "extends_interfaces") for child in node.children
        )
        for component in _components(node):
            scope.fields[self._source.text(component)] = False
        body = node.child_by_field_name("body") or next((c for c in node.children if c.type == "class_body"), None)
        in_interface = node.type in ("interface_declaration", "annotation_type_declaration")
        for child in _members(body) if body is not None else ():
            self._note(child, scope, in_interface=in_interface)
        return scope

    def _note(self, node: Node, scope: ClassScope, *, in_interface: bool) -> None:
        text = self._source.text
        name = node.child_by_field_name("name")
        if node.type in ("field_declaration", "constant_declaration"):
            for declarator in node.children_by_field_name("declarator"):
                own = declarator.child_by_field_name("name")
                assert own is not None
                scope.fields[text(own)] = in_interface or is_static(node)
        elif name is None:
            return
        elif node.type == "method_declaration":
            scope.methods[text(name)] = is_static(node)
        elif node.type == "enum_constant":
            scope.fields[text(name)] = True
        elif node.type in CLASSES:
            scope.types[text(name)] = f"{scope.name}${text(name)}"


def is_type_name(name: str, *, is_qualifier: bool) -> bool:
    """Whether a name that nothing declares is that of a class, as people write them; a constant is `ALL_CAPITALS`."""
    if not name[:1].isupper():
        return False
    return not name.isupper() or len(name) == 1 or (is_qualifier and "_" not in name)


def is_static(node: Node) -> bool:
    """Whether a member is declared static."""
    modifiers = node.children[0] if node.children else None
    return modifiers is not None and any(child.type == "static" for child in modifiers.children)


def _components(node: Node) -> list[Node]:
    """Return the names of a record's components."""
    parameters = node.child_by_field_name("parameters") if node.type == "record_declaration" else None
    named = (child.child_by_field_name("name") for child in (parameters.children if parameters is not None else ()))
    return [name for name in named if name is not None]


def _members(body: Node) -> Iterator[Node]:
    for child in body.children:
        if child.type == "enum_body_declarations":
            yield from child.children
        else:
            yield child
