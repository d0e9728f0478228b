"""The tags and outputs of a template, read from first to last, as statements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from xcodereviewer.engines.dataflow.ir import (
    Argument,
    Assign,
    Attribute,
    Call,
    Const,
    Evaluate,
    Expression,
    For,
    Function,
    If,
    Name,
    Parameter,
    Statement,
    Unknown,
)
from xcodereviewer.engines.dataflow.languages.templates_expressions import NotAnExpression, Parser, member
from xcodereviewer.engines.dataflow.languages.templates_html import Element, Html
from xcodereviewer.engines.dataflow.languages.templates_outputs import output
from xcodereviewer.engines.dataflow.languages.templates_tokens import Piece, Places

__all__ = ["CONTEXT", "Body", "size_of"]

CONTEXT = "<context>"  # the parameter that takes variables which only included templates read
_DEEPEST = 60
_MOST_NAMES = 200  # that an included template is given
# What engines bind in every template, or what is no value.
_NO_CONTEXT = frozenset(
    (
        *("<page>", "loop", "forloop", "self", "super", "caller", "varargs", "kwargs", "block"),
        *("range", "dict", "lipsum", "cycler", "joiner", "namespace", "_", "gettext", "ngettext", "Markup"),
        *("url_for", "static", "get_flashed_messages", "csrf_token"),
    )
)
_METHODS = frozenset(("items", "keys", "values"))  # Django calls them itself


@dataclass(slots=True)
class _Open:
    """A block that is not closed yet; `body` is what stands in the branch that is being read."""

    kind: str
    at: int
    body: list[Statement]
    branches: list[tuple[Expression | None, list[Statement]]] = field(default_factory=list)  # None: what is left
    loop: tuple[Expression, Expression] | None = None
    parameters: tuple[Parameter, ...] = ()
    name: str = ""
    page: object = None  # where in the page the block begins
    escapes: bool = True  # what held outside it …
    bound: dict[str, None] = field(default_factory=dict)  # … and which names were bound there


class Body:
    """One reading of a template. `free` are the variables that it reads before it binds them, and where.

    `known` are variables of the context that only another reading has seen, `given` those that are no part of it.
    """

    def __init__(
        self,
        parts: Sequence[Piece],
        places: Places,
        *,
        escapes: bool,
        known: Sequence[str] = (),
        given: frozenset[str] = frozenset(),
    ) -> None:
        self.statements: list[Statement] = []
        self.macros: list[Statement] = []
        self.elements: list[Element] = []
        self.free: dict[str, int] = {}
        self.includes = False
        self._parts = parts
        self._places = places
        self._known = known
        self._given = given
        self._is_bare = not escapes
        self._escapes = escapes
        self._bound: dict[str, None] = {}
        self._reading = 0  # the place that is being read
        self._open: list[_Open] = []
        self._html = Html(self.elements.append)

    def run(self) -> "Body":
        """Read all of it."""
        self._open = [_Open("", 0, self.statements)]
        for piece in self._parts:
            if piece.kind == "text":
                self._html.feed(piece.text, piece.start)
            elif piece.kind == "output":
                self._output(piece)
            else:
                self._tag(piece)
        while len(self._open) > 1:
            self._close()
        return self

    # What a piece does

    def _output(self, piece: Piece) -> None:
        at, place = self._go_to(piece), self._html.place()
        try:
            value = Parser(piece.text, at, self._read).expression()
        except NotAnExpression:
            return
        for statement in output(value, at, place, escapes=self._escapes):
            self._emit(statement)

    def _tag(self, piece: Piece) -> None:
        at = self._go_to(piece)
        try:
            parser = Parser(piece.text, at, self._read)
        except NotAnExpression:
            return
        word = parser.word()
        if word.startswith("end"):
            self._end(word.removeprefix("end"))
            return
        reader = _TAGS.get(word)
        if reader is None:
            self._html.fill()
            return
        try:
            reader(self, parser, at)
        except NotAnExpression:
            return

    def _go_to(self, piece: Piece) -> int:
        self._reading = self._places.at(piece.start, piece.end)
        return self._reading

    def _emit(self, statement: Statement) -> None:
        self._open[-1].body.append(statement)

    def _read(self, name: str) -> str:
        is_setting = name.isupper()  # STATIC_URL: the project's, whatever a view hands over
        if not is_setting and name not in self._bound and name not in self._given and name not in _NO_CONTEXT:
            self.free.setdefault(name, self._reading)
        return name

    def _bind(self, target: Expression) -> None:
        for one in getattr(target, "items", (target,)):
            if isinstance(one, Name):
                self._bound.setdefault(one.name)
            elif hasattr(one, "items"):
                self._bind(one)

    # Blocks

    def _enter(self, block: _Open) -> None:
        if len(self._open) < _DEEPEST:
            block.page = self._html.save()
            block.escapes = self._escapes
            block.bound = dict(self._bound)
            self._open.append(block)

    def _end(self, word: str) -> None:
        """Close the innermost block of this kind, and those inside that nobody closed."""
        kind = {"ifequal": "if", "ifnotequal": "if", "ifchanged": "if"}.get(word, word)
        if any(block.kind == kind for block in self._open[1:]):
            while self._close() != kind:
                pass

    def _close(self) -> str:
        block = self._open.pop()
        match block.kind:
            case "if":
                self._close_if(block)
            case "for":
                self._bound = block.bound
                self._close_for(block)
            case "macro":
                self._bound = {**block.bound, block.name: None}
                self._close_macro(block)
            case "autoescape":
                self._escapes = block.escapes
                self._open[-1].body += block.body
        return block.kind

    def _close_if(self, block: _Open) -> None:
        left: tuple[Statement, ...] = () if block.branches else tuple(block.body)
        for test, body in reversed(block.branches):
            if test is None:
                left = tuple(body)
            elif body or left:
                left = (If(block.at, test, tuple(body), left),)
        self._open[-1].body += left

    def _close_for(self, block: _Open) -> None:
        (_, body), *others = block.branches or [(None, block.body)]
        other = [one for _, branch in others for one in branch]
        if block.loop is not None and (body or other):
            self._emit(For(block.at, *block.loop, tuple(body), tuple(other)))

    def _close_macro(self, block: _Open) -> None:
        body = tuple(block.body)
        at = block.at - self._is_bare  # by which the two functions that it becomes are told apart
        function = Function(at, block.name, block.parameters, body, size=size_of(body))
        if self._is_bare:
            self._emit(function)
        else:
            self.macros.append(function)

    # Tags; each reads what follows its name

    def _if(self, parser: Parser, at: int) -> None:
        block = _Open("if", at, [])
        self._enter(block)
        self._branch(block, parser.expression())

    def _if_other(self, _: Parser, at: int) -> None:
        """`{% ifchanged x %}`, `{% ifequal x y %}`: either may be."""
        block = _Open("if", at, [])
        self._enter(block)
        self._branch(block, Unknown(at, ()))

    def _branch(self, block: _Open, test: Expression | None) -> None:
        block.body = []
        block.branches.append((test, block.body))

    def _else_if(self, parser: Parser, _: int) -> None:
        block = self._open[-1]
        if block.kind == "if":
            self._html.restore(block.page)
            self._branch(block, parser.expression())

    def _else(self, _: Parser, __: int) -> None:
        block = self._open[-1]
        if block.kind in ("if", "for"):
            self._html.restore(block.page)
            self._branch(block, None)

    def _for(self, parser: Parser, at: int) -> None:
        block = _Open("for", at, [])
        self._enter(block)
        target = parser.target()
        parser.take("in")
        items = parser.plain()
        if isinstance(items, Attribute) and items.name in _METHODS:
            items = Call(at, items, ())
        self._bind(target)
        block.loop = (target, items)
        self._branch(block, None)

    def _macro(self, parser: Parser, at: int) -> None:
        block = _Open("macro", at, [], name=parser.word())
        self._enter(block)
        parser.take("(")
        found = []
        while name := parser.word():
            default = parser.expression() if parser.take("=") else None
            found.append(Parameter(at, name, default=default))
            parser.take(",")
        block.parameters = tuple(found)
        self._bound |= dict.fromkeys((block.name, *(one.name for one in found)))

    def _autoescape(self, parser: Parser, at: int) -> None:
        block = _Open("autoescape", at, [])
        self._enter(block)
        self._escapes = not parser.take("off", "false", "False")

    def _set(self, parser: Parser, at: int) -> None:
        target = parser.target()
        value = parser.expression() if parser.take("=") else Const(at, "")
        self._bind(target)
        self._emit(Assign(at, target, value))

    def _with(self, parser: Parser, at: int) -> None:
        """`a=b c=d`, or `b as a`; also where text is translated with values in it."""
        while not parser.is_done:
            if parser.names("="):
                self._set(parser, at)
            elif not parser.take("with", "and", ",", "count", "context", "trimmed"):
                self._named(parser, at)

    def _named(self, parser: Parser, at: int) -> None:
        value = parser.expression()
        if parser.take("as"):
            target = parser.target()
            self._bind(target)
            self._emit(Assign(at, target, value))

    def _do(self, parser: Parser, at: int) -> None:
        self._emit(Evaluate(at, parser.expression()))

    def _call(self, parser: Parser, at: int) -> None:
        if parser.take("("):
            while not parser.is_done and not parser.take(")"):
                parser.skip()
        self._do(parser, at)

    def _include(self, parser: Parser, at: int) -> None:
        """Call another template with what is known here; one of a list is any of them."""
        named = parser.expression()
        mine: list[Argument] = []
        gets_all = True
        while not parser.is_done:
            if parser.names("="):
                name = parser.word()
                parser.take("=")
                mine.append(Argument(parser.expression(), name))
            elif parser.take("only") or parser.take("without"):
                gets_all = False
            else:
                parser.skip()
        self.includes = True
        given = {one.keyword for one in mine}
        names = [*self._known, *(name for name in self._bound if name not in self._known)] if gets_all else []
        arguments = [*mine, *(Argument(Name(0, name), name) for name in names[:_MOST_NAMES] if name not in given)]
        if gets_all:
            arguments.append(Argument(Name(0, CONTEXT), "**"))
        for one in _constants(named):
            self._emit(Evaluate(at, Call(at, self._loaded(one, at), tuple(arguments))))

    def _loaded(self, name: Expression, at: int) -> Expression:
        loader = "load_unescaped" if self._is_bare else "load"
        return Call(at, member(at, loader), (Argument(name),))

    def _import(self, parser: Parser, at: int) -> None:
        name = parser.expression()
        parser.take("as")
        target = parser.target()
        self._bind(target)
        self._emit(Assign(at, target, Call(at, member(at, "module"), (Argument(name),))))

    def _from(self, parser: Parser, at: int) -> None:
        module = Call(at, member(at, "module"), (Argument(parser.expression()),))
        parser.take("import")
        while name := parser.word():
            target = Name(at, parser.word() if parser.take("as") else name)
            self._bind(target)
            self._emit(Assign(at, target, Attribute(at, module, name)))
            parser.take(",")

    def _nothing(self, _: Parser, __: int) -> None:
        """A tag that marks a place."""


def _constants(node: Expression) -> list[Expression]:
    found = getattr(node, "items", (node,))
    return [one for one in found if isinstance(one, Const) and isinstance(one.value, str)]


def size_of(statements: Sequence[Statement]) -> int:
    """Return how many statements these are, with those inside."""
    return sum(
        1 + size_of(getattr(one, "then", ())) + size_of(getattr(one, "body", ())) + size_of(getattr(one, "other", ()))
        for one in statements
    )


_TAGS: Mapping[str, Callable[[Body, Parser, int], None]] = MappingProxyType(
    {
        "if": Body._if,
        "ifequal": Body._if_other,
        "ifnotequal": Body._if_other,
        "ifchanged": Body._if_other,
        "elif": Body._else_if,
        "else": Body._else,
        "empty": Body._else,
        "for": Body._for,
        "macro": Body._macro,
        "autoescape": Body._autoescape,
        "set": Body._set,
        "with": Body._with,
        "blocktrans": Body._with,
        "blocktranslate": Body._with,
        "trans": Body._with,
        "translate": Body._nothing,
        "do": Body._do,
        "call": Body._call,
        "include": Body._include,
        "extends": Body._include,
        "import": Body._import,
        "from": Body._from,
        "block": Body._nothing,
        "load": Body._nothing,
        "csrf_token": Body._nothing,
        "filter": Body._nothing,
        "spaceless": Body._nothing,
    }
)
