"""The library models made ready to be asked: what is the member of a library that goes by this name?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xcodereviewer.domain.kinds import PropertyKind, SinkKind, SourceKind

__all__ = [
    "TEXT",
    "Callback",
    "Entered",
    "EntryPoint",
    "Exported",
    "Guard",
    "KeyedAccess",
    "Member",
    "Models",
    "Property",
    "Rendering",
    "Sanitizer",
    "Sink",
    "Source",
]

Constant = str | int | float | bool | None
NORMALISED = 1 << 48  # a path without `..`: whoever tests its beginning has tested where it leads
TEXT = 1 << 51  # a text and no mapping: it brings no operators into a query that is made of mappings
ArgumentRef = int | str  # a position, a keyword, "*" for all, "self" for the receiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Reading or calling the member gives a value of this kind."""

    kind: SourceKind
    what: str
    receivers: tuple[str, ...] = ()
    when: Mapping[str, Constant] = field(default_factory=dict)  # as for a sink
    cleared: int = 0  # for which kinds (bits) the value is safe from the start


@dataclass(frozen=True, slots=True, kw_only=True)
class Sink:
    """What arrives in one of the arguments does something; `key` is the kind for keys of an assigned item."""

    kind: SinkKind
    arguments: tuple[ArgumentRef, ...]
    when: Mapping[str, Constant] = field(default_factory=dict)  # only when these arguments have these values
    harmless: int = 0  # what has all of these bits does nothing there
    begins: str = ""  # only what may begin so does something there
    receivers: tuple[str, ...] = ()  # for `*.name`: words in the name of an unknown receiver
    key: SinkKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanitizer:
    """The result is the argument, made safe for some kinds of sink (bits)."""

    clears: int
    argument: ArgumentRef = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """When the result is true (or false, for `holds_when` False), the argument is safe for some kinds (bits)."""

    clears: int
    arguments: tuple[ArgumentRef, ...] = (0,)
    holds_when: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A setting that a call makes: the value of an argument, a fixed one, or the default of one that is not given."""

    kind: PropertyKind
    arguments: tuple[ArgumentRef, ...] = ()
    value: Constant = None
    default: Constant = None
    when: Mapping[str, Constant] = field(default_factory=dict)  # as for a sink


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedAccess:
    """The member keeps or gives back values by key, as a mapping does."""

    key: tuple[ArgumentRef, ...]
    value: ArgumentRef | None = None  # what is kept; None when it is read


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPoint:
    """A function that is handed to the member is called from outside: what its parameters hold, what its result is."""

    parameters: SourceKind | None
    what: str
    result: SinkKind | None = None
    types: Mapping[int, str] = field(default_factory=dict)  # the library type of a parameter by position
    provided: frozenset[str] = frozenset()  # calls that stand for a parameter which the program fills itself
    error_first: int = 0  # functions with so many parameters get an error before the others

    def of_method(self) -> "EntryPoint":
        """Return the entry point of a method, whose first parameter is its object."""
        types = {index + 1: name for index, name in self.types.items()}
        return replace(self, types=types, error_first=self.error_first and self.error_first + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The functions among these arguments are called from outside."""

    arguments: tuple[ArgumentRef, ...]
    entry: EntryPoint
    receivers: tuple[str, ...] = ()  # for `*.name`: words in the name of an unknown receiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What files export whose path matches `files` (a regular expression) under these names is called from outside."""

    files: re.Pattern[str]
    names: tuple[str, ...]
    entry: EntryPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """The member calls a function that it is given, at once, with these values (positions, `self[]` for an item)."""

    arguments: tuple[ArgumentRef, ...]
    given: tuple[ArgumentRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The member runs a template of the program.

    `name` is the argument that names it, `context` those that hold its variables (`**`: the call's keywords); without
    any the member gives the template, and its methods run it. `request` is the argument that is also the variable of
    that name. `escapes` is `always`, `by-ending` (as Flask does), or the library whose call sets `autoescape`.
    """

    name: tuple[ArgumentRef, ...]
    context: tuple[ArgumentRef, ...] = ()
    request: tuple[ArgumentRef, ...] = ()
    escapes: str = "always"


@dataclass(slots=True, kw_only=True)
class Member:
    """All that is known of one name."""

    read_sources: list[Source] = field(default_factory=list)
    call_sources: list[Source] = field(default_factory=list)
    sinks: list[Sink] = field(default_factory=list)
    write_sinks: list[Sink] = field(default_factory=list)
    sanitizers: list[Sanitizer] = field(default_factory=list)
    guards: list[Guard] = field(default_factory=list)
    validates: list[Sanitizer] = field(default_factory=list)  # it returns only when the argument is safe
    properties: list[Property] = field(default_factory=list)
    entry: EntryPoint | None = None  # of what it decorates
    entered: list[Entered] = field(default_factory=list)
    callback: Callback | None = None
    passes: tuple[ArgumentRef, ...] | None = None  # which arguments the result comes from; None: nobody said
    fills: tuple[ArgumentRef, ...] = ()  # which arguments hold afterwards what it gives
    into_self: tuple[ArgumentRef, ...] = ()  # which arguments the receiver holds afterwards
    returns: str = ""
    returned_by: tuple[str, ...] = ()  # for `*.name`: words in the name of a receiver that returns this
    gives: ArgumentRef | None = None  # the argument that the result is
    is_object: bool = False  # what it returns is changed by its methods, so it has a place in the heap
    reads: KeyedAccess | None = None
    writes: KeyedAccess | None = None
    constant: Constant = None  # what reading it gives
    cleared: int = 0  # for which kinds (bits) reading it makes what it belongs to safe: the last part of a path
    items: str = ""  # the type of what is in it
    is_of_route: bool = False  # reading it gives what the pattern of the route says
    ends: bool = False  # a call of it never returns
    rendering: Rendering | None = None
    renders: Rendering | None = None  # of what it decorates: the result is the variables


class Models:
    """The members of all libraries of one language, by dotted name."""

    def __init__(
        self,
        members: Mapping[str, Member],
        aliases: Mapping[str, str],
        called: Mapping[str, Sequence[tuple[str, EntryPoint]]],
        exported: Sequence[Exported] = (),
    ) -> None:
        self._members = members
        self._called = called
        self._exported = exported
        self._aliases = aliases
        self._endings: dict[str, list[tuple[str, Member]]] | None = None
        self._libraries = {name.partition(".")[0] for name in (*members, *aliases)}
        self._types = {name.rpartition(".")[0] for name in members}

    def canonical(self, name: str) -> str:
        """Return the one name of a member that goes by several; `()` inside a name is dropped.

        What a class's call gives and the class itself have the same members, so `a.B().c` is `a.B.c`.
        """
        if "()" in name[:-2]:
            name = re.sub(r"\(\)(?=\.)", "", name)
        if name in self._members:
            return name
        head, rest = name, ""
        while head:
            alias = self._aliases.get(head)
            if alias is not None:
                return self.canonical(alias + rest)
            head, dot, tail = head.rpartition(".")
            if not dot:
                break
            rest = f".{tail}{rest}"
        return name

    def get(self, name: str) -> Member | None:
        """Return what is known of the member with this canonical name."""
        return self._members.get(name)

    def methods_called(self, base: str) -> list[tuple[str, EntryPoint]]:
        """Return the methods that a library calls of classes that inherit from `base`."""
        return list(self._called.get(self.canonical(base), ()))

    def exports_called(self, path: str) -> Iterator[tuple[str, EntryPoint]]:
        """Yield the names under which a library looks for functions in the file at this path, and how it calls them."""
        for one in self._exported:
            if one.files.search(path):
                yield from ((name, one.entry) for name in one.names)

    def by_method(self, method: str) -> Member | None:
        """Return what is known of a method by its bare name, on a receiver of unknown type."""
        return self._members.get(f"*.{method}")

    def ending_in(self, last: str) -> list[tuple[str, Member]]:
        """Return the members whose names end so, in the order of the models: for who does not know the type."""
        if self._endings is None:
            self._endings = {}
            for name, member in self._members.items():
                self._endings.setdefault(name.rpartition(".")[2], []).append((name, member))
        return self._endings.get(last, [])

    def is_library(self, name: str) -> bool:
        """Whether members of the library that this module belongs to are described."""
        return name.partition(".")[0] in self._libraries

    def describes(self, name: str) -> bool:
        """Whether this member is described, or members of it are."""
        name = self.canonical(name)
        return name in self._members or name in self._types

    def is_type(self, name: str) -> bool:
        """Whether members of this name are described."""
        return name in self._types
