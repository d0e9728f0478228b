"""Python's statements, lowered; syntax that the grammar cannot read costs only its own statement."""

from collections.abc import Callable, Sequence

import tree_sitter_python
from tree_sitter import Language as Grammar
from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Assign,
    Binary,
    Break,
    Call,
    Case,
    Class,
    Continue,
    Delete,
    Evaluate,
    Expression,
    For,
    Function,
    Handler,
    If,
    Import,
    Loop,
    Module,
    Name,
    Raise,
    Return,
    Statement,
    Switch,
    Try,
    Unknown,
    Walrus,
    With,
    WithItem,
)
from xcodereviewer.engines.dataflow.languages.python_expressions import ExpressionLowering
from xcodereviewer.engines.dataflow.languages.syntax import Scope, Syntax, TooDeep, named, text_of

__all__ = ["lower_python"]

_DEEPEST = 60
_LONGEST_CHAIN = 100  # alternatives of an `if` of which each is reached only when those before it are not
_GRAMMAR = Grammar(tree_sitter_python.language())


def lower_python(text: str) -> Module:
    """Lower one Python file."""
    syntax = Syntax(text, _GRAMMAR)
    lowering = _StatementLowering(syntax)
    body = lowering.block(syntax.tree.root_node)
    return Module("python", body, tuple(lowering.gaps))


class _StatementLowering(ExpressionLowering):
    def __init__(self, syntax: Syntax) -> None:
        super().__init__(syntax)
        self.gaps: list[tuple[int, int]] = []
        self._nesting = 0
        self._statements: dict[str, Callable[[Node], Sequence[Statement]]] = {
            "expression_statement": self._expression_statement,
            "if_statement": self._if,
            "for_statement": self._for,
            "while_statement": self._while,
            "try_statement": self._try,
            "with_statement": self._with,
            "match_statement": self._match,
            "function_definition": lambda node: [self._function(node, ())],
            "class_definition": lambda node: [self._class(node, ())],
            "decorated_definition": self._decorated,
            "return_statement": lambda node: [Return(self.syntax.at(node), self._value(node))],
            "raise_statement": lambda node: [Raise(self.syntax.at(node), self._value(node))],
            "break_statement": lambda node: [Break(self.syntax.at(node))],
            "continue_statement": lambda node: [Continue(self.syntax.at(node))],
            "import_statement": self._import,
            "import_from_statement": self._import_from,
            "future_import_statement": lambda _: [],
            "delete_statement": self._delete,
            "assert_statement": self._assert,
            "global_statement": self._outer,
            "nonlocal_statement": self._outer,
            "pass_statement": lambda _: [],
            "type_alias_statement": lambda _: [],
            "print_statement": self._evaluate_parts,
            "exec_statement": self._evaluate_parts,
        }

    def block(self, node: Node | None) -> tuple[Statement, ...]:
        """Lower the statements of a block; one that cannot be read leaves a gap."""
        if node is None:
            return ()
        lowered: list[Statement] = []
        for child in named(node.children):
            if child.type == "ERROR":
                self._gap(child)
                continue
            depth, nesting, scopes = self.depth, self._nesting, len(self.syntax.scopes)
            try:
                lowered += self._statement(child)
            except TooDeep:
                self.depth, self._nesting = depth, nesting
                del self.syntax.scopes[scopes:]
                self._gap(child)
        return tuple(lowered)

    def _statement(self, node: Node) -> Sequence[Statement]:
        lower = self._statements.get(node.type)
        if self.syntax.scopes:
            self.syntax.scopes[-1].statements += 1
        if lower is None:
            self._gap(node)
            return ()
        self._nesting += 1
        if self._nesting > _DEEPEST:
            raise TooDeep
        if node.has_error and _is_broken(node):
            self._gap(node)
        lowered = lower(node)
        self._nesting -= 1
        return lowered

    def _gap(self, node: Node) -> None:
        self.gaps.append((node.start_point[0] + 1, node.end_point[0] + 1))

    def _value(self, node: Node) -> Expression | None:
        children = named(node.children)
        return self.expression(children[0]) if children else None

    def _expression_statement(self, node: Node) -> Sequence[Statement]:
        children = named(node.children)
        if len(children) != 1:
            return [Evaluate(self.syntax.at(child), self.expression(child)) for child in children]
        child = children[0]
        if child.type == "assignment":
            return self._assignment(child)
        if child.type == "augmented_assignment":
            return [self._augmented(child)]
        if child.type == "string":
            return ()  # a docstring
        return [Evaluate(self.syntax.at(child), self.expression(child))]

    def _assignment(self, node: Node) -> list[Statement]:
        at = self.syntax.at(node)
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        assert left is not None
        annotation = self.maybe(node.child_by_field_name("type"))
        if right is None:
            return [Assign(at, self.target(left), None, annotation)]
        targets = [left]
        while right.type == "assignment" and (inner := right.child_by_field_name("right")) is not None:
            target = right.child_by_field_name("left")
            assert target is not None
            targets.append(target)
            right = inner
        value = self.expression(right)
        if len(targets) == 1:
            return [Assign(at, self.target(left), value, annotation)]
        # `a = b = c` evaluates `c` once; the last target carries it to the others.
        *others, last = [self.target(target) for target in targets]
        return [Assign(at, last, value), *(Assign(at, other, last) for other in others)]

    def _augmented(self, node: Node) -> Statement:
        at = self.syntax.at(node)
        left, operator, right = (node.child_by_field_name(name) for name in ("left", "operator", "right"))
        assert left is not None
        assert operator is not None
        assert right is not None
        target = self.target(left)
        return Assign(at, target, Binary(at, operator.type.rstrip("="), target, self.expression(right)))

    def _if(self, node: Node) -> Sequence[Statement]:
        test = node.child_by_field_name("condition")
        assert test is not None
        lowered = self.expression(test)
        then = self.block(node.child_by_field_name("consequence"))
        clauses: list[tuple[Node, Expression | None, tuple[Statement, ...]]] = []
        for clause in node.children_by_field_name("alternative"):
            if clause.type == "elif_clause":
                tested = self.maybe(clause.child_by_field_name("condition"))
                clauses.append((clause, tested, self.block(clause.child_by_field_name("consequence"))))
            else:
                clauses.append((clause, None, self.block(clause.child_by_field_name("body"))))
        return [If(self.syntax.at(node), lowered, then, self._alternatives(clauses))]

    def _alternatives(
        self, clauses: Sequence[tuple[Node, Expression | None, tuple[Statement, ...]]]
    ) -> tuple[Statement, ...]:
        """Return what happens when a test fails; the alternatives behind so many are tried whatever came of these."""
        lowered: list[Statement] = []
        for start in range(0, len(clauses), _LONGEST_CHAIN):
            other: tuple[Statement, ...] = ()
            for clause, condition, body in reversed(clauses[start : start + _LONGEST_CHAIN]):
                other = body if condition is None else (If(self.syntax.at(clause), condition, body, other),)
            lowered += other
        return tuple(lowered)

    def _for(self, node: Node) -> Sequence[Statement]:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        assert left is not None
        assert right is not None
        iterable = self.expression(right)
        target = self.target(left)
        body = self.block(node.child_by_field_name("body"))
        return [For(self.syntax.at(node), target, iterable, body, self._else(node))]

    def _while(self, node: Node) -> Sequence[Statement]:
        test = node.child_by_field_name("condition")
        assert test is not None
        lowered = self.expression(test)
        body = self.block(node.child_by_field_name("body"))
        return [Loop(self.syntax.at(node), lowered, body, other=self._else(node))]

    def _else(self, node: Node) -> tuple[Statement, ...]:
        clause = node.child_by_field_name("alternative")
        return self.block(clause.child_by_field_name("body")) if clause is not None else ()

    def _try(self, node: Node) -> Sequence[Statement]:
        body = self.block(node.child_by_field_name("body"))
        handlers: list[Handler] = []
        other: tuple[Statement, ...] = ()
        final: tuple[Statement, ...] = ()
        for clause in named(node.children):
            block = next((child for child in clause.children if child.type == "block"), None)
            match clause.type:
                case "except_clause" | "except_group_clause":
                    handlers.append(self._handler(clause, block))
                case "else_clause":
                    other = self.block(block)
                case "finally_clause":
                    final = self.block(block)
        return [Try(self.syntax.at(node), body, tuple(handlers), other, final)]

    def _handler(self, clause: Node, block: Node | None) -> Handler:
        name = ""
        types: list[Expression] = []
        for child in named(clause.children):
            if child.type == "block":
                continue
            caught = self.expression(child)
            if isinstance(caught, Walrus):
                if isinstance(caught.target, Name):
                    name = self.syntax.bind(caught.target.name)
                caught = caught.value
            types.append(caught)
        return Handler(tuple(types), name, self.block(block))

    def _with(self, node: Node) -> Sequence[Statement]:
        items = []
        clause = next((child for child in node.children if child.type == "with_clause"), None)
        for item in named(clause.children) if clause is not None else []:
            value = item.child_by_field_name("value")
            if value is None:
                continue
            lowered: Expression = self.expression(value)
            target: Expression | None = None
            if isinstance(lowered, Walrus) and value.type == "as_pattern":
                target, lowered = lowered.target, lowered.value
                self._bind(target)
            items.append(WithItem(lowered, target))
        return [With(self.syntax.at(node), tuple(items), self.block(node.child_by_field_name("body")))]

    def _match(self, node: Node) -> Sequence[Statement]:
        subjects = [self.expression(child) for child in node.children_by_field_name("subject")]
        subject = subjects[0] if len(subjects) == 1 else Unknown(self.syntax.at(node), tuple(subjects))
        cases = []
        body = node.child_by_field_name("body")
        for clause in named(body.children) if body is not None else []:
            if clause.type != "case_clause":
                continue
            patterns = tuple(self.target(child) for child in clause.children if child.type == "case_pattern")
            guard = clause.child_by_field_name("guard")
            test = self._only(guard) if guard is not None else None
            cases.append(Case(patterns, test, self.block(clause.child_by_field_name("consequence"))))
        return [Switch(self.syntax.at(node), subject, tuple(cases))]

    def _decorated(self, node: Node) -> Sequence[Statement]:
        decorators = tuple(self._only(child) for child in node.children if child.type == "decorator")
        definition = node.child_by_field_name("definition")
        assert definition is not None
        if definition.type == "class_definition":
            return [self._class(definition, decorators)]
        return [self._function(definition, decorators)]

    def _function(self, node: Node, decorators: tuple[Expression, ...]) -> Function:
        name = node.child_by_field_name("name")
        assert name is not None
        own = self.syntax.bind(text_of(name))
        is_nested = bool(self.syntax.scopes)
        returns = self.maybe(node.child_by_field_name("return_type"))
        self.syntax.scopes.append(Scope())
        parameters = self.parameters(node.child_by_field_name("parameters"))
        body = self.block(node.child_by_field_name("body"))
        scope = self.syntax.leave()
        return Function(
            self.syntax.at(name),
            own,
            parameters,
            body,
            decorators,
            returns,
            outer=tuple(sorted(scope.outer)),
            free=tuple(sorted(scope.unresolved())) if is_nested else (),
            is_async=any(child.type == "async" for child in node.children),
            is_generator=scope.is_generator,
            size=scope.statements,
        )

    def _class(self, node: Node, decorators: tuple[Expression, ...]) -> Class:
        name = node.child_by_field_name("name")
        assert name is not None
        own = self.syntax.bind(text_of(name))
        bases = self.arguments(node.child_by_field_name("superclasses"))
        return Class(self.syntax.at(name), own, bases, self.block(node.child_by_field_name("body")), decorators)

    def _import(self, node: Node) -> Sequence[Statement]:
        imports = []
        for child in node.children_by_field_name("name"):
            at = self.syntax.at(child)
            if child.type == "aliased_import":
                module, alias = named(child.children)[:2]
                imports.append(Import(at, text_of(module), "", self.syntax.bind(text_of(alias))))
            else:
                name = text_of(child)
                # `import a.b` binds `a`; what is below it is found through it.
                imports.append(Import(at, name, ".", self.syntax.bind(name.partition(".")[0])))
        return imports

    def _import_from(self, node: Node) -> Sequence[Statement]:
        source = node.child_by_field_name("module_name")
        module = text_of(source) if source is not None else ""
        level = len(module) - len(module.lstrip("."))
        module = module.lstrip(". ")
        imports = [
            Import(self.syntax.at(child), module, "*", "*", level)
            for child in node.children
            if child.type == "wildcard_import"
        ]
        for child in node.children_by_field_name("name"):
            parts = named(child.children) if child.type == "aliased_import" else [child, child]
            member, name = text_of(parts[0]), text_of(parts[-1])
            imports.append(Import(self.syntax.at(child), module, member, self.syntax.bind(name), level))
        return imports

    def _delete(self, node: Node) -> Sequence[Statement]:
        targets = named(node.children)
        if len(targets) == 1 and targets[0].type == "expression_list":
            targets = named(targets[0].children)
        return [Delete(self.syntax.at(target), self.expression(target)) for target in targets]

    def _assert(self, node: Node) -> Sequence[Statement]:
        at = self.syntax.at(node)
        test, *message = self.all(node.children)
        return [If(at, test, (), (Raise(at, message[0] if message else None),))]

    def _outer(self, node: Node) -> Sequence[Statement]:
        if self.syntax.scopes:
            self.syntax.scopes[-1].outer.update(text_of(child) for child in named(node.children))
        return ()

    def _evaluate_parts(self, node: Node) -> Sequence[Statement]:
        at = self.syntax.at(node)
        return [Evaluate(at, Call(at, Name(at, text_of(node).split()[0]), self.arguments(node)))]


def _is_broken(statement: Node) -> bool:
    """Whether the grammar could not read a part of a statement, apart from the statements in it."""
    cases = statement.child_by_field_name("body") if statement.type == "match_statement" else None
    pending = [statement]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            return True
        if node.type != "block" or node == cases:
            pending += [child for child in node.children if child.has_error or child.is_missing]
    return False
