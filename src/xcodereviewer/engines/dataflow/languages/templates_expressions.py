"""Expressions of Jinja and of Django templates, which one grammar takes in: `a.b|f(x)`, `a.0|f:x`, `x if y else z`.

Jinja's own parser is not used: it knows lines only, and refuses what Django writes. Filters become calls of
`<page>.filter.name`; names that no template binds are its context.
"""

import re
from collections.abc import Callable

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
    Record,
    Slice,
    Unary,
    Unknown,
)

__all__ = ["NotAnExpression", "Parser", "filter_of", "member"]

_NOWHERE = 0  # the place of names and literals: nothing is told of them, and a template holds many
_DEEPEST = 40
_MOST_TOKENS = 500
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<number>\d+\.\d+|\d+)|(?P<name>[^\W\d]\w*)"""
    r"""|(?P<mark>\*\*|//|==|!=|<=|>=|[-+*/%~<>=|.,:()\[\]{}]))""",
    re.DOTALL,
)
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}
_COMPARISONS = ("==", "!=", "<", ">", "<=", ">=")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


class NotAnExpression(Exception):
    """A text that does not begin with an expression, or that nests too deeply."""


def member(at: int, name: str) -> Expression:
    """Return what stands for something that template engines do: `<page>.name`."""
    return Attribute(at, Name(_NOWHERE, "<page>"), name)


def filter_of(node: Expression) -> str:
    """Return the name of the filter that a call is of; empty when it is none."""
    if not isinstance(node, Call) or not isinstance(node.callee, Attribute):
        return ""
    of = node.callee.of
    is_filter = isinstance(of, Attribute) and of.name == "filter" and isinstance(of.of, Name)
    return node.callee.name if is_filter else ""


class Parser:
    """The expressions of a text, one after the other; `read` is told each variable, and gives its name in the IR.

    Raises:
        NotAnExpression: the text is too long for one.
    """

    def __init__(self, text: str, at: int, read: Callable[[str], str]) -> None:
        self._at = at
        self._read = read
        self._tokens = [*_tokens(text), ("end", ""), ("end", "")]
        if len(self._tokens) > _MOST_TOKENS:
            raise NotAnExpression
        self._index = 0
        self._depth = 0
        self._brackets = 0

    @property
    def is_done(self) -> bool:
        """Whether nothing follows."""
        return self._tokens[self._index][0] == "end"

    def take(self, *wanted: str) -> str:
        """Go on behind the next word or mark when it is one of `wanted`; return it, or an empty text."""
        kind, text = self._tokens[self._index]
        if kind in ("name", "mark") and text in wanted:
            self._index += 1
            return text
        return ""

    def word(self) -> str:
        """Go on behind the next name and return it; an empty text when it is none."""
        kind, text = self._tokens[self._index]
        if kind != "name":
            return ""
        self._index += 1
        return text

    def skip(self) -> None:
        """Go on behind whatever comes next."""
        self._index = min(self._index + 1, len(self._tokens) - 2)

    def names(self, word: str) -> bool:
        """Whether `word =` comes next, a name that is given a value."""
        return self._tokens[self._index][0] == "name" and self._tokens[self._index + 1] == ("mark", word)

    def expression(self) -> Expression:
        """Parse one expression.

        Raises:
            NotAnExpression: there is none.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotAnExpression
        value = self.plain()
        if self.take("if"):
            test = self.plain()
            other: Expression = self.expression() if self.take("else") else Const(_NOWHERE, "")
            value = Conditional(self._at, test, value, other)
        self._depth -= 1
        return value

    def plain(self) -> Expression:
        """Parse one expression that no `if` follows as its condition."""
        value = self._and()
        while self.take("or"):
            value = Logic(self._at, "or", value, self._and())
        return value

    def primary(self) -> Expression:
        """Parse one operand without operators and filters."""
        kind, text = self._tokens[self._index]
        self.skip()
        match kind:
            case "text":
                return self._postfix(Const(_NOWHERE, _unescaped(text[1:-1])))
            case "number":
                return Const(_NOWHERE, float(text) if "." in text else int(text[:18]))
            case "name" if text in _CONSTANTS:
                return Const(_NOWHERE, _CONSTANTS[text])
            case "name":
                return self._postfix(Name(_NOWHERE, self._read(text)))
            case "mark" if text in ("(", "[", "{"):
                return self._postfix(self._bracketed(text))
        raise NotAnExpression

    def target(self) -> Expression:
        """Parse the names that a loop or an assignment binds; they are not read."""
        items: list[Expression] = []
        is_many = False
        while True:
            if self.take("("):
                items.append(self.target())
                self.take(")")
            elif name := self.word():
                place: Expression = Name(_NOWHERE, name)
                while self.take("."):  # a namespace
                    place = Attribute(self._at, place, self.word())
                items.append(place)
            else:
                break
            if not self.take(","):
                break
            is_many = True
        if not items:
            raise NotAnExpression
        return Collection(self._at, "tuple", tuple(items)) if is_many else items[0]

    def _and(self) -> Expression:
        value = self._not()
        while self.take("and"):
            value = Logic(self._at, "and", value, self._not())
        return value

    def _not(self) -> Expression:
        count = 0
        while self.take("not"):
            count += 1
        value = self._comparison()
        for _ in range(min(count, _DEEPEST)):
            value = Unary(self._at, "not", value)
        return value

    def _comparison(self) -> Expression:
        value = self._sum()
        while operator := self._comparing():
            if operator.startswith("is"):
                value = self._tested(operator, value)
            else:
                value = Binary(self._at, operator, value, self._sum())
        return value

    def _comparing(self) -> str:
        if (mark := self.take(*_COMPARISONS, "in")) != "":
            return mark
        if self._tokens[self._index : self._index + 2] == [("name", "not"), ("name", "in")]:
            self._index += 2
            return "not in"
        if self.take("is"):
            return "is not" if self.take("not") else "is"
        return ""

    def _tested(self, operator: str, value: Expression) -> Expression:
        """Parse what follows `is`: a test's name and perhaps its argument, or a constant."""
        name = self.word()
        if name in ("none", "None", "true", "True", "false", "False"):
            return Binary(self._at, operator, value, Const(_NOWHERE, _CONSTANTS[name]))
        if self._tokens[self._index][0] in ("text", "number") or self._tokens[self._index][1] in ("(", "["):
            return Unknown(self._at, (value, self.primary()))
        return Unknown(self._at, (value,))

    def _sum(self) -> Expression:
        value = self._product()
        while mark := self.take("+", "-", "~"):
            value = Binary(self._at, "+" if mark == "~" else mark, value, self._product())
        return value

    def _product(self) -> Expression:
        value = self._unary()
        while mark := self.take("*", "/", "//", "%", "**"):
            value = Binary(self._at, mark, value, self._unary())
        return value

    def _unary(self) -> Expression:
        mark = self.take("-", "+")
        value = self._filtered(self.primary())
        return Unary(self._at, mark, value) if mark else value

    def _filtered(self, value: Expression) -> Expression:
        while self.take("|"):
            name = self.word()
            while self.take("."):
                name = self.word()
            if not name:
                raise NotAnExpression
            arguments: tuple[Argument, ...] = ()
            if self.take("("):
                arguments = self._arguments()
            elif not self._brackets and self.take(":"):
                arguments = (Argument(self.primary()),)
            callee = Attribute(self._at, member(self._at, "filter"), name)
            value = Call(self._at, callee, (Argument(value), *arguments))
        return value

    def _postfix(self, value: Expression) -> Expression:
        while mark := self.take(".", "[", "("):
            if mark == "(":
                value = Call(self._at, value, self._arguments())
            elif mark == "[":
                value = self._subscript(value)
            else:
                value = self._attribute(value)
        return value

    def _attribute(self, value: Expression) -> Expression:
        kind, text = self._tokens[self._index]
        if kind not in ("name", "number"):
            raise NotAnExpression
        self._index += 1
        if kind == "name":
            return Attribute(self._at, value, text)
        for part in text.split("."):  # `rows.0.1`
            value = Index(self._at, value, Const(_NOWHERE, int(part[:18])))
        return value

    def _subscript(self, value: Expression) -> Expression:
        with _Inside(self):
            bounds: list[Expression | None] = [None]
            while not self.take("]"):
                if self.take(":"):
                    bounds.append(None)
                else:
                    bounds[-1] = self.expression()
                if self.is_done:
                    break
        if len(bounds) == 1 and bounds[0] is not None:
            return Index(self._at, value, bounds[0])
        lower, upper, step = (*bounds, None, None)[:3]
        return Slice(self._at, value, lower, upper, step)

    def _arguments(self) -> tuple[Argument, ...]:
        """Parse arguments to the parenthesis that closes them."""
        found: list[Argument] = []
        with _Inside(self):
            while not self.take(")"):
                if self.is_done:
                    raise NotAnExpression
                spread = self.take("*", "**")
                keyword = self.word() if self.names("=") else ""
                if keyword:
                    self.take("=")
                found.append(Argument(self.expression(), spread or keyword))
                self.take(",")
        return tuple(found)

    def _bracketed(self, mark: str) -> Expression:
        closing = {"(": ")", "[": "]", "{": "}"}[mark]
        items: list[Expression] = []
        entries: list[tuple[Expression | None, Expression]] = []
        is_many = False
        with _Inside(self):
            while not self.take(closing):
                if self.is_done:
                    raise NotAnExpression
                item = self.expression()
                if mark == "{" and self.take(":"):
                    entries.append((item, self.expression()))
                else:
                    items.append(item)
                is_many = bool(self.take(",")) or is_many
        if mark == "{":
            return Record(self._at, tuple(entries))
        if mark == "(" and len(items) == 1 and not is_many:
            return items[0]
        return Collection(self._at, "list" if mark == "[" else "tuple", tuple(items))


class _Inside:
    """Within brackets a colon belongs to a slice or a mapping, not to a filter."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    def __enter__(self) -> None:
        self._parser._brackets += 1

    def __exit__(self, *_: object) -> None:
        self._parser._brackets -= 1


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    position = 0
    while (match := _TOKEN.match(text, position)) is not None:
        found.append((match.lastgroup or "", match.group().strip() if match.lastgroup != "text" else match["text"]))
        position = match.end()
    if text[position:].strip():
        found.append(("other", text[position:]))
    return found


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), text) if "\\" in text else text
