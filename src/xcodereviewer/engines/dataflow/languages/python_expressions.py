"""Python's expressions, patterns and targets, lowered."""

import ast
from collections.abc import Callable, Sequence

from tree_sitter import Node

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Attribute,
    Await,
    Binary,
    Call,
    Collection,
    Comprehension,
    Conditional,
    Const,
    Expression,
    Function,
    Generator,
    Index,
    Lambda,
    Logic,
    Name,
    Parameter,
    Record,
    Return,
    Slice,
    Spread,
    Template,
    Unary,
    Unknown,
    Walrus,
    Yield,
)
from xcodereviewer.engines.dataflow.languages.python_literals import LONGEST_LITERAL, literal, told_apart, unescaped
from xcodereviewer.engines.dataflow.languages.syntax import Scope, Syntax, TooDeep, chained, named, text_of

__all__ = ["ExpressionLowering"]

_DEEPEST = 150


class ExpressionLowering:
    """Lowers expressions; statements are lowered by the class that builds on it."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.depth = 0
        self._lower: dict[str, Callable[[Node], Expression]] = {
            "identifier": self._name,
            "dotted_name": self._dotted,
            "attribute": self._attribute,
            "call": self._call,
            "string": self._string,
            "concatenated_string": self._strings,
            "integer": self._number,
            "float": self._number,
            "true": lambda node: Const(self.syntax.at(node), True),
            "false": lambda node: Const(self.syntax.at(node), False),
            "none": lambda node: Const(self.syntax.at(node), None),
            "parenthesized_expression": self._inner,
            "subscript": self._subscript,
            "binary_operator": self._binary,
            "boolean_operator": self._logic,
            "comparison_operator": self._comparison,
            "not_operator": self._unary,
            "unary_operator": self._unary,
            "conditional_expression": self._conditional,
            "list": self._collection,
            "list_pattern": self._collection,
            "tuple": self._collection,
            "tuple_pattern": self._collection,
            "pattern_list": self._collection,
            "expression_list": self._collection,
            "set": self._collection,
            "dictionary": self._record,
            "dict_pattern": self._dict_pattern,
            "list_comprehension": self._comprehension,
            "set_comprehension": self._comprehension,
            "generator_expression": self._comprehension,
            "dictionary_comprehension": self._comprehension,
            "lambda": self._lambda,
            "await": lambda node: Await(self.syntax.at(node), self._only(node)),
            "yield": self._yield,
            "named_expression": self._walrus,
            "list_splat": lambda node: Spread(self.syntax.at(node), self._only(node)),
            "list_splat_pattern": lambda node: Spread(self.syntax.at(node), self._only(node)),
            "splat_pattern": lambda node: Spread(self.syntax.at(node), self._only(node)),
            "type": self._inner,
            "generic_type": lambda node: self.expression(node.named_children[0]),
            "keyword_separator": self._unknown,
            "case_pattern": self._case_pattern,
            "union_pattern": self._union_pattern,
            "class_pattern": self._class_pattern,
            "as_pattern": self._as_pattern,
        }

    def expression(self, node: Node) -> Expression:
        """Lower an expression.

        Raises:
            TooDeep: it is nested too deep.
        """
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooDeep
        lowered = self._lower.get(node.type, self._unknown)(node)
        self.depth -= 1
        return lowered

    def maybe(self, node: Node | None) -> Expression | None:
        """Lower an expression that need not be there."""
        return None if node is None else self.expression(node)

    def target(self, node: Node) -> Expression:
        """Lower what is assigned to, and note the names that it binds."""
        target = self.expression(node)
        self._bind(target)
        return target

    def _bind(self, target: Expression) -> None:
        match target:
            case Name():
                self.syntax.bind(target.name)
            case Collection():
                for item in target.items:
                    self._bind(item)
            case Spread():
                self._bind(target.value)
            case Record():
                for _, value in target.entries:
                    self._bind(value)
            case Logic():
                self._bind(target.left)
                self._bind(target.right)
            case Call():
                for argument in target.arguments:
                    self._bind(argument.value)
            case Walrus():
                self._bind(target.target)
                self._bind(target.value)

    def all(self, nodes: Sequence[Node]) -> tuple[Expression, ...]:
        """Lower each of the nodes that is an expression."""
        return tuple(self.expression(node) for node in nodes if node.is_named and node.type != "comment")

    def arguments(self, node: Node | None) -> tuple[Argument, ...]:
        """Lower the arguments of a call or the bases of a class."""
        if node is None:
            return ()
        if node.type == "generator_expression":
            return (Argument(self.expression(node)),)
        return tuple(self._argument(child) for child in named(node.children))

    def _argument(self, node: Node) -> Argument:
        match node.type:
            case "keyword_argument":
                name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
                assert name is not None
                assert value is not None
                return Argument(self.expression(value), text_of(name))
            case "list_splat":
                return Argument(self._only(node), "*")
            case "dictionary_splat":
                return Argument(self._only(node), "**")
        return Argument(self.expression(node))

    def parameters(self, node: Node | None) -> tuple[Parameter, ...]:
        """Lower the parameters of a function or lambda, and bind them."""
        found: list[Parameter] = []
        only_keywords = ""
        for child in named(node.children) if node is not None else []:
            if child.type in ("keyword_separator", "positional_separator"):
                only_keywords = "=" if child.type == "keyword_separator" else only_keywords
                continue
            parameter = self._parameter(child, only_keywords)
            if parameter.kind == "*":
                only_keywords = "="
            self.syntax.bind(parameter.name)
            found.append(parameter)
        return tuple(found)

    def _parameter(self, node: Node, kind: str) -> Parameter:
        at = self.syntax.at(node)
        if node.type == "identifier":
            return Parameter(at, text_of(node), kind)
        annotation = self.maybe(node.child_by_field_name("type"))
        default = self.maybe(node.child_by_field_name("value"))
        inner = node.child_by_field_name("name") or node.named_children[0]
        if inner.type in ("list_splat_pattern", "dictionary_splat_pattern"):
            kind, inner = ("*" if inner.type == "list_splat_pattern" else "**"), inner.named_children[0]
        elif node.type in ("list_splat_pattern", "dictionary_splat_pattern"):
            kind = "*" if node.type == "list_splat_pattern" else "**"
        return Parameter(at, text_of(inner), kind, default, annotation)

    def _only(self, node: Node) -> Expression:
        children = named(node.children)
        return self.expression(children[0]) if children else Const(self.syntax.at(node), None)

    def _inner(self, node: Node) -> Expression:
        return self._only(node)

    def _unknown(self, node: Node) -> Expression:
        return Unknown(self.syntax.at(node), self.all(node.children))

    def _name(self, node: Node) -> Expression:
        return Name(self.syntax.at(node), self.syntax.read(text_of(node)))

    def _dotted(self, node: Node) -> Expression:
        first, *rest = named(node.children)
        if len(rest) > _DEEPEST:
            raise TooDeep
        value = self._name(first)
        for part in rest:
            value = Attribute(self.syntax.at(part), value, text_of(part))
        return value

    def _attribute(self, node: Node) -> Expression:
        of, name = node.named_children[0], node.child_by_field_name("attribute")
        return Attribute(self.syntax.at(node), self.expression(of), text_of(name) if name else "")

    def _call(self, node: Node) -> Expression:
        callee = node.child_by_field_name("function")
        assert callee is not None
        return Call(
            self.syntax.at(node), self.expression(callee), self.arguments(node.child_by_field_name("arguments"))
        )

    def _string(self, node: Node) -> Expression:
        at = self.syntax.at(node)
        children = node.children
        if not any(child.type == "interpolation" for child in children):
            return Const(at, literal(text_of(node)))
        is_raw = "r" in text_of(children[0]).lower()
        parts = (self._string_part(child, is_raw=is_raw) for child in children)
        return Template(at, tuple(part for part in parts if part is not None))

    def _string_part(self, node: Node, *, is_raw: bool) -> Expression | None:
        if node.type == "interpolation":
            inner = node.child_by_field_name("expression")
            return self.expression(inner) if inner is not None else None
        if node.type == "string_content":
            text = text_of(node).replace("{{", "{").replace("}}", "}")
            return Const(self.syntax.at(node), (text if is_raw else unescaped(text))[:LONGEST_LITERAL])
        return None

    def _strings(self, node: Node) -> Expression:
        parts = self.all(node.children)
        if all(isinstance(part, Const) and isinstance(part.value, str) for part in parts):
            return Const(self.syntax.at(node), "".join(str(p.value) for p in parts if isinstance(p, Const)))
        return Template(self.syntax.at(node), parts)

    def _number(self, node: Node) -> Expression:
        at, text = self.syntax.at(node), text_of(node)
        try:
            value = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError):
            return Unknown(at, ())
        if isinstance(value, float) or (isinstance(value, int) and abs(value) < 2**63):
            return Const(at, value)
        return Unknown(at, ())

    def _subscript(self, node: Node) -> Expression:
        at = self.syntax.at(node)
        of, *keys = named(node.children)
        value = self.expression(of)
        if len(keys) != 1:
            return Index(at, value, Collection(at, "tuple", self.all(keys)))
        if keys[0].type == "slice":
            return Slice(at, value, *self._bounds(keys[0]))
        return Index(at, value, self.expression(keys[0]))

    def _bounds(self, node: Node) -> tuple[Expression | None, Expression | None, Expression | None]:
        bounds: list[Expression | None] = [None, None, None]
        place = 0
        for child in node.children:
            if child.type == ":":
                place += 1
            elif child.is_named and child.type != "comment" and place < len(bounds):
                bounds[place] = self.expression(child)
        return bounds[0], bounds[1], bounds[2]

    def _binary(self, node: Node) -> Expression:
        chain = []  # a sum of a thousand texts nests to the left; it is walked, not descended
        while node.type == "binary_operator":
            left, operator, right = (node.child_by_field_name(field) for field in ("left", "operator", "right"))
            if left is None or operator is None or right is None:
                return self._unknown(node)
            chain.append((self.syntax.at(node), operator.type, right))
            node = left
        value = self.expression(node)
        if len(chain) > _DEEPEST:
            return self._long_sum(chain, value)
        for at, symbol, right in reversed(chain):
            value = Binary(at, symbol, value, self.expression(right))
        return value

    def _long_sum(self, chain: Sequence[tuple[int, str, Node]], first: Expression) -> Expression:
        if any(symbol != "+" for _, symbol, _ in chain):
            raise TooDeep
        operands = [first, *(self.expression(right) for _, _, right in reversed(chain))]
        return chained(operands, lambda left, right: Binary(chain[0][0], "+", left, right))

    def _logic(self, node: Node) -> Expression:
        at, operator = self.syntax.at(node), node.child_by_field_name("operator")
        symbol = operator.type if operator is not None else "and"
        parts: list[Node] = []
        while node.type == "boolean_operator":
            operator = node.child_by_field_name("operator")
            if operator is None or operator.type != symbol:
                break
            parts.append(node.children[-1])
            node = node.children[0]
        operands = [self.expression(part) for part in (node, *reversed(parts))]
        return chained(operands, lambda left, right: Logic(at, symbol, left, right))

    def _comparison(self, node: Node) -> Expression:
        at = self.syntax.at(node)
        operands: list[Expression] = []
        symbols: list[str] = []
        for child in node.children:
            if child.is_named and child.type != "comment":
                operands.append(self.expression(child))
            elif not child.is_named:
                symbols.append(" ".join(child.type.split()))
        pairs: list[Expression] = [
            Binary(at, symbol, left, right)
            for symbol, left, right in zip(symbols, operands[:-1], operands[1:], strict=False)
        ]
        return chained(pairs or operands, lambda one, other: Logic(at, "and", one, other))

    def _unary(self, node: Node) -> Expression:
        at, operand = self.syntax.at(node), self._only(node)
        symbol = "not" if node.type == "not_operator" else node.children[0].type
        if symbol == "-" and isinstance(operand, Const) and isinstance(operand.value, int | float):
            return Const(at, -operand.value)
        return Unary(at, symbol, operand)

    def _conditional(self, node: Node) -> Expression:
        yes, test, no = (self.expression(child) for child in named(node.children)[:3])
        return Conditional(self.syntax.at(node), test, yes, no)

    def _collection(self, node: Node) -> Expression:
        kind = "list" if node.type.startswith("list") else "set" if node.type == "set" else "tuple"
        kept, is_cut = told_apart(named(node.children))
        items = self.all(kept)
        return Collection(self.syntax.at(node), kind, (*items, Unknown(items[-1].at, ())) if is_cut else items)

    def _record(self, node: Node) -> Expression:
        entries: list[tuple[Expression | None, Expression]] = []
        kept, is_cut = told_apart(named(node.children))
        for child in kept:
            if child.type == "pair":
                key, value = named(child.children)[:2]
                entries.append((self.expression(key), self.expression(value)))
            else:
                entries.append((None, self._only(child)))
        if is_cut:
            entries.append((entries[-1][0], Unknown(self.syntax.at(node), ())))
        return Record(self.syntax.at(node), tuple(entries))

    def _comprehension(self, node: Node) -> Expression:
        body, *clauses = named(node.children)
        generators: list[Generator] = []
        for clause in clauses:
            if clause.type == "if_clause" and generators:
                last = generators.pop()
                conditions = (*last.conditions, self._only(clause))
                generators.append(Generator(last.target, last.iterable, conditions))
            elif clause.type == "for_in_clause":
                left, right = clause.child_by_field_name("left"), clause.child_by_field_name("right")
                assert left is not None
                assert right is not None
                iterable = self.expression(right)
                generators.append(Generator(self.target(left), iterable))
        kind = {"list_comprehension": "list", "set_comprehension": "set", "dictionary_comprehension": "dict"}.get(
            node.type, "generator"
        )
        key: Expression | None = None
        if body.type == "pair":
            first, second = named(body.children)[:2]
            key, element = self.expression(first), self.expression(second)
        else:
            element = self.expression(body)
        return Comprehension(self.syntax.at(node), kind, key, element, tuple(generators))

    def _lambda(self, node: Node) -> Expression:
        at = self.syntax.at(node)
        self.syntax.scopes.append(Scope(statements=1))
        parameters = self.parameters(node.child_by_field_name("parameters"))
        body = node.child_by_field_name("body")
        value = self.maybe(body)
        scope = self.syntax.leave()
        free = tuple(sorted(scope.unresolved()))
        function = Function(
            at, "<lambda>", parameters, (Return(at, value),), free=free, is_generator=scope.is_generator, size=1
        )
        return Lambda(at, function)

    def _yield(self, node: Node) -> Expression:
        if self.syntax.scopes:
            self.syntax.scopes[-1].is_generator = True
        children = named(node.children)
        value = self.expression(children[0]) if children else None
        return Yield(self.syntax.at(node), value, any(child.type == "from" for child in node.children))

    def _walrus(self, node: Node) -> Expression:
        name, value = named(node.children)[:2]
        return Walrus(self.syntax.at(node), self.target(name), self.expression(value))

    def _case_pattern(self, node: Node) -> Expression:
        children = named(node.children)
        at = self.syntax.at(node)
        if not children:
            return Name(at, "_") if text_of(node) == "_" else Const(at, literal(text_of(node)))
        if children[0].type == "keyword_pattern":
            name, value = named(children[0].children)[:2]
            return Record(at, ((Const(at, text_of(name)), self.expression(value)),))
        return self.expression(children[0])

    def _union_pattern(self, node: Node) -> Expression:
        at = self.syntax.at(node)
        return chained(self.all(node.children), lambda one, other: Logic(at, "or", one, other))

    def _class_pattern(self, node: Node) -> Expression:
        name, *parts = named(node.children)
        return Call(
            self.syntax.at(node), self.expression(name), tuple(Argument(self.expression(part)) for part in parts)
        )

    def _dict_pattern(self, node: Node) -> Expression:
        entries: list[tuple[Expression | None, Expression]] = []
        key: Expression | None = None
        for child in named(node.children):
            if child.type == "splat_pattern":
                entries.append((None, self._only(child)))
            elif key is None:
                key = self.expression(child)
            else:
                entries.append((key, self.expression(child)))
                key = None
        return Record(self.syntax.at(node), tuple(entries))

    def _as_pattern(self, node: Node) -> Expression:
        value, alias = self.all(node.children)[:2]
        if isinstance(alias, Unknown) and alias.parts:
            alias = alias.parts[0]
        return Walrus(self.syntax.at(node), alias, value)
