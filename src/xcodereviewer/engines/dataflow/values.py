"""What may be known of a value while a program is read: the abstract domain.

A `Value` is a join of possibilities in four parts, each with a top that means "anything":

- `constants`: the literals it may be, at most `_MOST`; None is any. Empty when it is no literal at all.
- `taints`: which labels it may carry; a label is a source, or a parameter of the function under analysis. No order of
  parts, lengths or positions is kept in a taint, only for which kinds of sink the value was made safe (`cleared`).
- `things`: what it may refer to: a function, a class, a module, an object of the heap, a library's member by its dotted
  name. Empty is unknown.
- `prefix`: the text it is known to begin with, when there is more behind.

`known` says that nothing else is in it: all that it was made of is written in the program or carries a label.

Values never change. `join` returns its first argument itself when the second adds nothing, so a fixpoint is reached
when nothing changes identity. Two values are compared without their traces: how a value came here is evidence, not
part of the domain.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xcodereviewer.domain.kinds import SourceKind
from xcodereviewer.library_models.members import NORMALISED, Constant

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = [
    "ANYTHING",
    "CLEAN_START",
    "NORMALISED",
    "NOTHING",
    "NO_DOUBLE_QUOTE",
    "NO_SINGLE_QUOTE",
    "OPEN",
    "BoundMethod",
    "Constant",
    "Label",
    "Library",
    "Object",
    "Open",
    "ParameterLabel",
    "Pattern",
    "SourceLabel",
    "Taint",
    "Thing",
    "Trace",
    "Value",
    "constant",
    "join",
    "made_of",
    "tainted_by",
    "thing",
]

# Besides kinds of sinks, the bits of `cleared` hold what is known of a text and decides together with other things.
CLEAN_START = "\ufffc"  # the prefix of a text that begins with a value which is not known and carries nothing
NO_SINGLE_QUOTE = 1 << 49
NO_DOUBLE_QUOTE = 1 << 50
_MOST = 8  # constants, things
_MOST_LABELS = 8


class Open(Enum):
    """That a value is not known to be one literal: any literal, None too, may stand where this does."""

    OPEN = "open"


OPEN = Open.OPEN


class Trace:
    """One step of the way that a value went; `inner` is what it did inside a call, last step first."""

    __slots__ = ("at", "inner", "parent", "role", "text", "unit")

    def __init__(
        self, parent: "Trace | None", unit: int, at: int, role: str, text: str, inner: "Trace | None" = None
    ) -> None:
        self.parent = parent
        self.unit = unit
        self.at = at
        self.role = role  # "source", "assign", "call", "return", "sink" …: which sentence tells the step
        self.text = text
        self.inner = inner


class SourceLabel(NamedTuple):
    """A place where a value of some kind enters the program."""

    kind: SourceKind
    unit: int
    at: int
    what: str  # in words: "query parameter"


class ParameterLabel(NamedTuple):
    """What a parameter (`position`) of a function holds at `path`: `.name`, `[key]`, `[]` for any item, `()` a call."""

    function: int
    position: int
    path: tuple[str, ...] = ()


Label = SourceLabel | ParameterLabel


class Taint:
    """How a value carries a label: made safe for which sinks (a set of bits), how surely, and by which way."""

    __slots__ = ("certain", "cleared", "trace")

    def __init__(self, cleared: int, certain: bool, trace: Trace | None) -> None:
        self.cleared = cleared
        self.certain = certain  # false when it went through a call that nobody described
        self.trace = trace


class Library(NamedTuple):
    """A member of a library by its dotted name; `()` at the end is what calling it gives."""

    name: str


class Pattern(NamedTuple):
    """A regular expression."""

    source: str
    flags: str


class Object(NamedTuple):
    """An object or container that the program makes at one place; what is in it stands in the heap."""

    unit: int
    at: int
    context: int  # of the calls by which the place was reached


class BoundMethod(NamedTuple):
    """A function of a class together with the object that it was read from."""

    function: "FunctionInfo"
    receiver: "Value"


Thing = "Library | Object | BoundMethod | FunctionInfo | ClassInfo | Unit"

_NO_TAINTS: Mapping[Label, Taint] = MappingProxyType({})
_NO_CONSTANTS: frozenset[Constant] = frozenset()


class Value:
    """What may be known of a value."""

    __slots__ = ("constants", "known", "prefix", "taints", "things")

    def __init__(
        self,
        constants: frozenset[Constant] | None,
        taints: Mapping[Label, Taint] = _NO_TAINTS,
        things: tuple[object, ...] = (),
        prefix: str = "",
        *,
        known: bool | None = None,
    ) -> None:
        self.constants = constants
        self.taints = taints
        self.things = things
        self.prefix = prefix
        self.known = bool(constants) and not things if known is None else known

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            isinstance(other, Value)
            and self.constants == other.constants
            and self.things == other.things
            and self.prefix == other.prefix
            and self.known == other.known
            and self.taints.keys() == other.taints.keys()
            and all(taint.cleared == other.taints[label].cleared for label, taint in self.taints.items())
        )

    def __hash__(self) -> int:
        return hash((self.constants, self.things))

    def with_taints(self, taints: Mapping[Label, Taint]) -> "Value":
        """Return the same value with other taints."""
        return Value(self.constants, taints, self.things, self.prefix, known=self.known)

    def untainted(self) -> "Value":
        """Return the same value without taints; where they came from is not known any more."""
        return Value(self.constants, _NO_TAINTS, self.things, self.prefix, known=False) if self.taints else self

    def unproved(self) -> "Value":
        """Return the same value where others may put something else as well, which nobody saw."""
        return Value(self.constants, self.taints, self.things, self.prefix, known=False) if self.known else self

    def cleared(self, kinds: int) -> "Value":
        """Return the value after it was made safe for the sinks in `kinds` (bits)."""
        if not self.taints:
            return self
        taints = {
            label: Taint(taint.cleared | kinds, taint.certain, taint.trace) for label, taint in self.taints.items()
        }
        return Value(self.constants, taints, self.things, self.prefix, known=self.known)

    def with_things(self, things: tuple[object, ...]) -> "Value":
        """Return the same value that refers to other things."""
        return Value(self.constants, self.taints, things, self.prefix)

    def of_any_literal(self) -> "Value":
        """Return the value when it may be any literal as well."""
        return Value(None, self.taints, self.things)

    def stepped(self, unit: int, at: int, role: str, text: str) -> "Value":
        """Return the value with one more step on the way of each of its taints."""
        if not self.taints:
            return self
        taints = {
            label: Taint(taint.cleared, taint.certain, Trace(taint.trace, unit, at, role, text))
            for label, taint in self.taints.items()
        }
        return Value(self.constants, taints, self.things, self.prefix, known=self.known)

    def doubted(self) -> "Value":
        """Return the value after a call that nobody described."""
        if not self.taints:
            return self.unproved()
        taints = {label: Taint(taint.cleared, False, taint.trace) for label, taint in self.taints.items()}
        return Value(self.constants, taints, self.things, self.prefix, known=False)

    def is_harmless(self, kinds: int) -> bool:
        """Whether all that is in it is known, and safe for the sinks in `kinds` (bits)."""
        return self.known and all(taint.cleared & kinds for taint in self.taints.values())

    @property
    def only(self) -> Constant | Open:
        """The one literal that it is; `OPEN` when it is not known to be one."""
        if self.constants is not None and len(self.constants) == 1 and not self.things:
            return next(iter(self.constants))
        return OPEN

    @property
    def truth(self) -> bool | None:
        """Whether it counts as true; None when it may be either."""
        constants = self.constants
        if self.things or constants is None or not constants:
            return True if self.things and constants == _NO_CONSTANTS and not _may_be_falsy(self.things) else None
        truths = {bool(one) for one in constants}
        return truths.pop() if len(truths) == 1 else None


def _may_be_falsy(things: Iterable[object]) -> bool:
    return any(isinstance(one, Library | Object) for one in things)


ANYTHING = Value(None)
NOTHING = Value(_NO_CONSTANTS)  # no possibility at all: the start of a join


def constant(value: Constant) -> Value:
    """Return the value that is this literal."""
    return Value(frozenset((value,)))


def thing(one: object) -> Value:
    """Return the value that refers to this thing."""
    return Value(_NO_CONSTANTS, _NO_TAINTS, (one,))


def tainted_by(values: Iterable[Value], *, certain: bool = True) -> Value:
    """Return any value that carries the taints of all of `values`."""
    taints: Mapping[Label, Taint] = _NO_TAINTS
    for value in values:
        if value.taints:
            taints = _join_taints(taints, value.taints) if taints else value.taints
    if not taints:
        return ANYTHING
    made = Value(None, taints)
    return made if certain else made.doubted()


def made_of(values: Iterable[Value]) -> Value:
    """Return any value that `values` and nothing else went into."""
    parts = list(values)
    made = tainted_by(parts)
    is_known = bool(parts) and all(part.known for part in parts) and len(made.taints) < _MOST_LABELS
    return Value(None, made.taints, known=True) if is_known else made


def join(one: Value, other: Value) -> Value:
    """Return what is known when the value is one or the other; `one` itself when `other` adds nothing."""
    if one is other or other is NOTHING:
        return one
    if one is NOTHING:
        return other
    constants = _join_constants(one.constants, other.constants)
    taints = _join_taints(one.taints, other.taints) if other.taints else one.taints
    things = _join_things(one.things, other.things) if other.things else one.things
    prefix = one.prefix if one.prefix == other.prefix else _shared_prefix(one, other)
    known = one.known and other.known and len(taints) < _MOST_LABELS  # a label beyond them is dropped
    is_same = constants is one.constants and taints is one.taints and things is one.things
    if is_same and prefix == one.prefix and known == one.known:
        return one
    return Value(constants, taints, things, prefix, known=known)


def _join_constants(one: frozenset[Constant] | None, other: frozenset[Constant] | None) -> frozenset[Constant] | None:
    if one is None or other is None:
        return None
    if other <= one:
        return one
    both = one | other
    return both if len(both) <= _MOST else None


def _join_taints(one: Mapping[Label, Taint], other: Mapping[Label, Taint]) -> Mapping[Label, Taint]:
    changed: dict[Label, Taint] = {}
    for label, taint in other.items():
        known = one.get(label)
        if known is None:
            if len(one) + len(changed) < _MOST_LABELS:
                changed[label] = taint
        elif known.cleared & ~taint.cleared:
            trace = taint.trace if taint.cleared < known.cleared else known.trace
            changed[label] = Taint(known.cleared & taint.cleared, known.certain or taint.certain, trace)
    return {**one, **changed} if changed else one


def _join_things(one: tuple[object, ...], other: tuple[object, ...]) -> tuple[object, ...]:
    added = tuple(item for item in other if item not in one)
    return one if not added else (one + added)[:_MOST]


def _shared_prefix(one: Value, other: Value) -> str:
    first, second = _beginning(one), _beginning(other)
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return first[:length]


def _beginning(value: Value) -> str:
    if value.prefix:
        return value.prefix
    only = value.only
    return only if isinstance(only, str) else ""
