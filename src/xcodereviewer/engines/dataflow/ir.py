"""The one small language that every language is lowered to.

A module is a tree of statements and expressions in the order of evaluation; control flow is structured (`If`, `Loop`,
`Try`, `Switch`, `Break` …), as it is in the languages that we read. Nodes are `msgspec` structs in array form, so a
module travels between processes and lies in the cache as a few bytes per node.

`at` is where a node stands, packed into one integer (`pack`, `unpack`).
"""

import msgspec

from xcodereviewer.domain.location import Span

__all__ = [
    "Argument",
    "Assign",
    "Attribute",
    "Await",
    "Binary",
    "Break",
    "Call",
    "Case",
    "Class",
    "Collection",
    "Comprehension",
    "Conditional",
    "Const",
    "Continue",
    "Delete",
    "Evaluate",
    "Expression",
    "For",
    "Function",
    "Generator",
    "Handler",
    "If",
    "Import",
    "Index",
    "Lambda",
    "Logic",
    "Loop",
    "Module",
    "Name",
    "Parameter",
    "Raise",
    "Record",
    "Return",
    "Slice",
    "Spread",
    "Statement",
    "Switch",
    "Template",
    "Try",
    "Unary",
    "Unknown",
    "Walrus",
    "With",
    "WithItem",
    "Yield",
    "pack",
    "unpack",
]

_COLUMN_BITS = 14
_HEIGHT_BITS = 12
_MOST_COLUMN = (1 << _COLUMN_BITS) - 1
_MOST_HEIGHT = (1 << _HEIGHT_BITS) - 1


def pack(start_line: int, start_column: int, end_line: int, end_column: int) -> int:
    """Return a span as one integer below 2**63; columns over 16,383 and heights over 4,095 lines are cut to that."""
    height = min(end_line - start_line, _MOST_HEIGHT)
    packed = (start_line << _HEIGHT_BITS) | height
    packed = (packed << _COLUMN_BITS) | min(start_column, _MOST_COLUMN)
    return (packed << _COLUMN_BITS) | min(end_column, _MOST_COLUMN)


def unpack(at: int) -> Span:
    """Return the span that `pack` made an integer of."""
    end_column = at & _MOST_COLUMN
    start_column = (at >> _COLUMN_BITS) & _MOST_COLUMN
    height = (at >> 2 * _COLUMN_BITS) & _MOST_HEIGHT
    start_line = at >> (2 * _COLUMN_BITS + _HEIGHT_BITS)
    return Span(start_line=start_line, start_column=start_column, end_line=start_line + height, end_column=end_column)


class _Node(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What all nodes are: arrays that begin with their tag."""


# Expressions


class Const(_Node, frozen=True, tag=1):
    """A literal: text, number, truth value or null. Bytes are text too."""

    at: int
    value: str | int | float | bool | None


class Name(_Node, frozen=True, tag=2):
    """A variable, looked up from the inside out."""

    at: int
    name: str


class Attribute(_Node, frozen=True, tag=3):
    """`of.name`."""

    at: int
    of: "Expression"
    name: str


class Index(_Node, frozen=True, tag=4):
    """`of[key]`."""

    at: int
    of: "Expression"
    key: "Expression"


class Slice(_Node, frozen=True, tag=5):
    """`of[lower:upper:step]`; a bound that is not written is None."""

    at: int
    of: "Expression"
    lower: "Expression | None"
    upper: "Expression | None"
    step: "Expression | None"


class Argument(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One argument of a call; `keyword` is its name, `*` or `**` when it is spread, empty when it has a position."""

    value: "Expression"
    keyword: str = ""


class Call(_Node, frozen=True, tag=6):
    """`callee(arguments)`; `is_new` when an object is made by it (`new C()`)."""

    at: int
    callee: "Expression"
    arguments: tuple[Argument, ...]
    is_new: bool = False


class Binary(_Node, frozen=True, tag=7):
    """An operator with two operands: arithmetic, comparison, membership."""

    at: int
    operator: str
    left: "Expression"
    right: "Expression"


class Unary(_Node, frozen=True, tag=8):
    """An operator with one operand: `not`, `-`, `+`, `~`, `typeof`."""

    at: int
    operator: str
    operand: "Expression"


class Logic(_Node, frozen=True, tag=9):
    """`and`, `or`, `??`: the right side is reached only when the left does not decide."""

    at: int
    operator: str
    left: "Expression"
    right: "Expression"


class Conditional(_Node, frozen=True, tag=10):
    """`yes if test else no`."""

    at: int
    test: "Expression"
    yes: "Expression"
    no: "Expression"


class Template(_Node, frozen=True, tag=11):
    """Text with values in it: f-string, template literal, string concatenation by juxtaposition."""

    at: int
    parts: tuple["Expression", ...]


class Collection(_Node, frozen=True, tag=12):
    """A list, tuple or set; as a target, destructuring by position."""

    at: int
    kind: str  # "list", "tuple" or "set"
    items: tuple["Expression", ...]


class Record(_Node, frozen=True, tag=13):
    """A mapping; an entry without a key is spread into it. As a target, destructuring by key."""

    at: int
    entries: tuple[tuple["Expression | None", "Expression"], ...]


class Lambda(_Node, frozen=True, tag=14):
    """A function as a value."""

    at: int
    function: "Function"


class Await(_Node, frozen=True, tag=15):
    """The value of a promise, once it is there."""

    at: int
    value: "Expression"


class Yield(_Node, frozen=True, tag=16):
    """A value given to whoever iterates; `is_each` when the value's items are given one by one."""

    at: int
    value: "Expression | None"
    is_each: bool = False


class Generator(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One `for` of a comprehension, with the conditions that follow it."""

    target: "Expression"
    iterable: "Expression"
    conditions: tuple["Expression", ...] = ()


class Comprehension(_Node, frozen=True, tag=17):
    """A collection made by iterating; `key` is there for a mapping only."""

    at: int
    kind: str  # "list", "set", "dict" or "generator"
    key: "Expression | None"
    element: "Expression"
    generators: tuple[Generator, ...]


class Walrus(_Node, frozen=True, tag=18):
    """An assignment that is an expression."""

    at: int
    target: "Expression"
    value: "Expression"


class Spread(_Node, frozen=True, tag=19):
    """`*value` or `...value` inside a collection, or as a target: the rest."""

    at: int
    value: "Expression"


class Unknown(_Node, frozen=True, tag=20):
    """Syntax without a meaning of its own here; its value may come from any of its parts."""

    at: int
    parts: tuple["Expression", ...]


Expression = (
    Const
    | Name
    | Attribute
    | Index
    | Slice
    | Call
    | Binary
    | Unary
    | Logic
    | Conditional
    | Template
    | Collection
    | Record
    | Lambda
    | Await
    | Yield
    | Comprehension
    | Walrus
    | Spread
    | Unknown
)


# Statements


class Assign(_Node, frozen=True, tag=40):
    """`target = value`. A declared type without a value has `value` None."""

    at: int
    target: Expression
    value: Expression | None
    annotation: Expression | None = None


class Evaluate(_Node, frozen=True, tag=41):
    """An expression for its effects."""

    at: int
    value: Expression


class If(_Node, frozen=True, tag=42):
    """A choice between two blocks."""

    at: int
    test: Expression
    then: tuple["Statement", ...]
    other: tuple["Statement", ...]


class Loop(_Node, frozen=True, tag=43):
    """A loop on a test; `update` runs after the body and after `Continue`, `other` when the test fails."""

    at: int
    test: Expression | None
    body: tuple["Statement", ...]
    update: tuple["Statement", ...] = ()
    other: tuple["Statement", ...] = ()
    tests_last: bool = False
    label: str = ""


class For(_Node, frozen=True, tag=44):
    """A loop over the items of a value (its keys when `over_keys`, as in `for…in` of JavaScript)."""

    at: int
    target: Expression
    iterable: Expression
    body: tuple["Statement", ...]
    other: tuple["Statement", ...] = ()
    over_keys: bool = False
    label: str = ""


class Return(_Node, frozen=True, tag=45):
    """The end of a function."""

    at: int
    value: Expression | None


class Raise(_Node, frozen=True, tag=46):
    """An exception, thrown."""

    at: int
    value: Expression | None


class Break(_Node, frozen=True, tag=47):
    """The end of the innermost loop, or of the one that bears the label."""

    at: int
    label: str = ""


class Continue(_Node, frozen=True, tag=48):
    """The next round of the innermost loop, or of the one that bears the label."""

    at: int
    label: str = ""


class Handler(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What is done with exceptions of some types; all of them when `types` is empty."""

    types: tuple[Expression, ...]
    name: str
    body: tuple["Statement", ...]


class Try(_Node, frozen=True, tag=49):
    """A block whose exceptions are handled; `other` runs when there was none, `final` in any case."""

    at: int
    body: tuple["Statement", ...]
    handlers: tuple[Handler, ...]
    other: tuple["Statement", ...] = ()
    final: tuple["Statement", ...] = ()


class WithItem(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A resource that is held for a block, and what it is called."""

    value: Expression
    target: Expression | None


class With(_Node, frozen=True, tag=50):
    """A block that holds resources."""

    at: int
    items: tuple[WithItem, ...]
    body: tuple["Statement", ...]


class Case(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One branch of a `Switch`; without patterns it takes what no other does.

    A pattern is an expression: a constant or dotted name is compared, a `Name` takes anything, a `Collection`, `Record`
    or `Call` takes values of that shape apart, `Logic("or")` is a choice.
    """

    patterns: tuple[Expression, ...]
    guard: Expression | None
    body: tuple["Statement", ...]


class Switch(_Node, frozen=True, tag=51):
    """A choice among cases; with `falls_through`, a case without `Break` goes on into the next."""

    at: int
    subject: Expression
    cases: tuple[Case, ...]
    falls_through: bool = False


class Import(_Node, frozen=True, tag=52):
    """`name` becomes the module `module`, or its member `member`; `*` binds every public member.

    `level` counts the dots of a relative import: 0 is absolute, 1 the module's own folder.
    """

    at: int
    module: str
    member: str
    name: str
    level: int = 0


class Delete(_Node, frozen=True, tag=53):
    """Forgets a variable or an entry."""

    at: int
    target: Expression


class Parameter(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One parameter; `kind` is empty, `*` or `**` for those that collect the rest, `=` for keyword only."""

    at: int
    name: str
    kind: str = ""
    default: Expression | None = None
    annotation: Expression | None = None
    decorators: tuple[Expression, ...] = ()


class Function(_Node, frozen=True, tag=54):
    """A function; as a statement it binds its name. `outer` names are those it assigns in an enclosing scope."""

    at: int
    name: str
    parameters: tuple[Parameter, ...]
    body: tuple["Statement", ...]
    decorators: tuple[Expression, ...] = ()
    returns: Expression | None = None
    outer: tuple[str, ...] = ()
    free: tuple[str, ...] = ()  # names of enclosing functions that it reads
    is_async: bool = False
    is_generator: bool = False
    size: int = 0  # statements, nested ones too


class Class(_Node, frozen=True, tag=55):
    """A class; as a statement it binds its name. Methods are `Function`s of its body."""

    at: int
    name: str
    bases: tuple[Argument, ...]
    body: tuple["Statement", ...]
    decorators: tuple[Expression, ...] = ()


Statement = (
    Assign
    | Evaluate
    | If
    | Loop
    | For
    | Return
    | Raise
    | Break
    | Continue
    | Try
    | With
    | Switch
    | Import
    | Delete
    | Function
    | Class
)


class Module(_Node, frozen=True, tag=60):
    """One file. `gaps` are the lines (first, last) of statements that could not be read."""

    language: str
    body: tuple[Statement, ...]
    gaps: tuple[tuple[int, int], ...] = ()
    is_test: bool = False
