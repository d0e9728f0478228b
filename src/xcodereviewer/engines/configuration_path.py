"""Paths: how a rule says where in a document something stands. docs/rules.md describes them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from xcodereviewer.core.forms import Misfit
from xcodereviewer.engines.configuration_tree import Entry, Kind, Node, Place

__all__ = ["AskedTooMuch", "Look", "Path", "parse_path"]

_STEP = re.compile(
    r"""(?P<item>\[(?:\*|-?\d+)\])
      | (?P<filter>\[[\w-]+=[^\]]*\])
      | (?P<deep>\*\*)
      | (?P<sign>[*^$~])
      | (?P<named>@[a-z-]+)
      | "(?P<quoted>[^"]*)"
      | (?P<key>[^.\[\]"*^$~@]+)""",
    re.VERBOSE,
)
_MOST_STEPS = 800_000


class AskedTooMuch(ValueError):
    """More places than one file's answers may cost."""


@dataclass(slots=True, kw_only=True)
class Look:
    """One document under review, and how much looking at its file has cost."""

    root: Place
    named: Mapping[str, tuple["Path", ...]]
    spent: int = 0
    answers: dict[int, bool] = field(default_factory=dict)  # of tests that ask the document as a whole
    _found: dict[str, list[Place]] = field(default_factory=dict)
    _all: list[Place] = field(default_factory=list)

    def spend(self, steps: int) -> None:
        """Count the cost of looking.

        Raises:
            AskedTooMuch: the file has cost all that it may.
        """
        self.spent += steps
        if self.spent > _MOST_STEPS:
            raise AskedTooMuch("looking at all of it takes too long")

    def places(self, name: str) -> list[Place]:
        """Return the places that a named place stands for in this document; they are looked for once."""
        if name not in self._found:
            self._found[name] = [place for path in self.named[name] for place in path.places(self.root, self)]
        return self._found[name]

    def everything(self) -> list[Place]:
        """Return every place of this document, the root first; they are looked for once."""
        if not self._all:
            self._all = list(_below([self.root], self))
        return self._all


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    index: int | None  # None: any


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filter:
    key: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    sign: str  # `*` any value, `**` here and everything below, `^` the mapping around, `$` the root, `~` the keys


_Step: TypeAlias = _Key | _Item | _Filter | _Named | _Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A parsed path; without steps it is the place itself."""

    steps: tuple[_Step, ...]

    def places(self, here: Place, look: Look) -> list[Place]:
        """Return the places that the path leads to from `here`, each node once, in the order of the text."""
        places = [here]
        for step in self.steps:
            look.spend(len(places))
            places = _distinct(_take(step, places, look), look)
        return places

    @property
    def starts_at_root(self) -> bool:
        """Whether it leads to the same places from wherever it starts."""
        first = self.steps[0] if self.steps else None
        return isinstance(first, _Named) or first == _Sign(sign="$")

    @property
    def keys(self) -> frozenset[str]:
        """The keys that a document must hold somewhere for the path to lead to anything."""
        return frozenset(step.name for step in self.steps if isinstance(step, _Key))


def parse_path(text: str, named: Iterable[str]) -> Path:
    """Parse a path; `named` are the named places that the language has.

    Raises:
        Misfit: it is not a path, or it names a place that the language does not have.
    """
    steps: list[_Step] = []
    position = 0
    while position < len(text) and text != ".":
        if text[position] == "." and steps:
            position += 1
        found = _STEP.match(text, position)
        if found is None:
            raise Misfit(
                f"`{text}` is not a path; keys stand between dots, as in `spec.containers[*].image`",
                path=("match",),
                word=text,
            )
        steps.append(_step(found))
        position = found.end()
    known = set(named)
    for step in steps:
        if isinstance(step, _Named) and step.name not in known:
            known_names = ", ".join(f"@{name}" for name in sorted(known)) or "none"
            raise Misfit(f"there is no place `@{step.name}`; known are {known_names}", path=("match",), word=text)
    return Path(steps=tuple(steps))


def _step(found: re.Match[str]) -> _Step:
    text = found[0]
    match found.lastgroup:
        case "item":
            return _Item(index=None if text == "[*]" else int(text[1:-1]))
        case "filter":
            key, _, values = text[1:-1].partition("=")
            return _Filter(key=key, values=frozenset(values.split("|")))
        case "named":
            return _Named(name=text[1:])
        case "deep" | "sign":
            return _Sign(sign=text)
        case _:
            return _Key(name=found["quoted"] if found["quoted"] is not None else text)


def _distinct(places: Iterator[Place], look: Look) -> list[Place]:
    seen: dict[int, Place] = {}
    for place in places:
        look.spend(1)
        seen.setdefault(id(place.node), place)
    return list(seen.values())


def _take(step: _Step, places: list[Place], look: Look) -> Iterator[Place]:
    match step:
        case _Key(name=name):
            for place in places:
                if name in place.node.by_key:
                    yield Place(entry=place.node.by_key[name], parent=place)
        case _Item(index=index):
            for place in places:
                yield from _items(place, index)
        case _Filter(key=key, values=values):
            for place in places:
                if key in place.node.by_key and place.node.by_key[key].node.text in values:
                    yield place
        case _Named(name=name):
            yield from look.places(name)
        case _Sign(sign=sign):
            yield from _signed(sign, places, look)


def _items(place: Place, index: int | None) -> Iterator[Place]:
    if place.node.kind is not Kind.LIST:
        return
    entries = place.node.entries
    if index is None:
        for entry in entries:
            yield Place(entry=entry, parent=place)
    elif -len(entries) <= index < len(entries):
        yield Place(entry=entries[index], parent=place)


def _signed(sign: str, places: list[Place], look: Look) -> Iterator[Place]:
    match sign:
        case "$":
            yield look.root
        case "**":
            yield from look.everything() if places == [look.root] else _below(places, look)
        case "^":
            for place in places:
                if (around := _mapping_around(place)) is not None:
                    yield around
        case _:
            for place in places:
                if place.node.kind is Kind.MAP:
                    yield from _values(place, keys=sign == "~")


def _values(place: Place, *, keys: bool) -> Iterator[Place]:
    for entry in place.node.entries:
        if entry.key != "<<":  # what is merged stands among the mapping's own entries
            yield Place(entry=_key_of(entry) if keys else entry, parent=place)


def _below(places: list[Place], look: Look) -> Iterator[Place]:
    """Yield the places and all below them, in the order of the text; no node twice, so that no alias multiplies."""
    pending = list(reversed(places))
    seen: set[int] = set()
    while pending:
        place = pending.pop()
        if id(place.node) in seen:
            continue
        seen.add(id(place.node))
        look.spend(1)
        yield place
        pending += [Place(entry=entry, parent=place) for entry in reversed(place.node.entries)]


def _mapping_around(place: Place) -> Place | None:
    around = place.parent
    while around is not None and around.node.kind is not Kind.MAP:
        around = around.parent
    return around


def _key_of(entry: Entry) -> Entry:
    start = max(entry.key_start, 0)
    return Entry(node=Node(kind=Kind.TEXT, start=start, end=max(entry.key_end, start), text=entry.key))
