"""What is known at one point of a function: its variables, and the objects that they refer to."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import cast

from xcodereviewer.engines.dataflow.values import NOTHING, Constant, Object, Value, join

__all__ = ["ANY_KEY", "Ended", "Shape", "State"]

ANY_KEY = "\0any"  # stands for a key that is not known
Fields = Mapping[Constant, Value]
_MOST_ITEMS = 64


class Ended(Exception):
    """Control does not come out of an expression: a call that never returns."""


class Shape:
    """What is in an object: attributes, or items by constant key or index.

    `rest` is what may stand under any other key. A list of known `length` has the items 0 to length - 1; otherwise
    `length` is None and every item is in `rest`. `kind` is `list`, `dict`, `set`, `tuple`, or the class of an object.
    """

    __slots__ = ("fields", "kind", "length", "rest")

    def __init__(
        self,
        kind: object,
        fields: Fields | Mapping[str, Value] | Mapping[int, Value],
        rest: Value = NOTHING,
        length: int | None = None,
    ) -> None:
        self.kind = kind
        self.fields: Fields = cast("Fields", fields)  # the key of a mapping's type is invariant
        self.rest = rest
        self.length = length

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Shape)
            and self.length == other.length
            and self.rest == other.rest
            and self.fields == other.fields
        )

    __hash__ = None  # type: ignore[assignment]  # compared, never a key

    def everything(self) -> Value:
        """Return the join of all that is in it."""
        value = self.rest
        for item in self.fields.values():
            value = join(value, item)
        return value

    def read(self, key: Constant) -> Value | None:
        """Return what stands under `key`; None when nothing is known to."""
        found = self.fields.get(key)
        if found is None:
            return None if self.rest is NOTHING else self.rest
        return found

    def with_item(self, key: Constant, value: Value) -> "Shape":
        """Return the shape with `value` and nothing else under `key`."""
        if key not in self.fields and len(self.fields) >= _MOST_ITEMS:
            return Shape(self.kind, self.fields, join(self.rest, value), None)
        return Shape(self.kind, {**self.fields, key: value}, self.rest, self.length)

    def with_any(self, value: Value) -> "Shape":
        """Return the shape with `value` under some key that is not known."""
        fields = {key: join(old, value) for key, old in self.fields.items()}
        return Shape(self.kind, fields, join(self.rest, value), self.length)

    def blurred(self, value: Value = NOTHING) -> "Shape":
        """Return the shape when order and length are no longer known, with `value` somewhere in it."""
        if self.kind in ("list", "tuple", "set"):
            return Shape(self.kind, {}, join(self.everything(), value), None)
        return self if value is NOTHING else self.with_any(value)

    def joined(self, other: "Shape") -> "Shape":
        """Return what is in the object when it is as here or as there; itself when `other` adds nothing."""
        if self is other:
            return self
        if self.length != other.length and self.kind in ("list", "tuple"):
            merged = join(self.everything(), other.everything())
            if self.length is None and not self.fields and merged is self.rest:
                return self
            return Shape(self.kind, {}, merged, None)
        fields = dict(self.fields)
        changed = False
        for key, value in other.fields.items():
            mine = fields.get(key)
            new = value if mine is None else join(mine, value)
            if new is not mine:
                fields[key] = new
                changed = True
        rest = join(self.rest, other.rest)
        if not changed and rest is self.rest:
            return self
        return Shape(self.kind, fields, rest, self.length)


class State:
    """Variables and heap at one point; branches work on copies, which are joined where they meet.

    Objects that modules made while they were loaded lie in `base`, which all states share and none changes: a changed
    one lies in the own heap from then on.
    """

    __slots__ = ("base", "heap", "variables")

    def __init__(
        self,
        variables: dict[str, Value],
        heap: dict[Object, Shape],
        base: Mapping[Object, Shape] = MappingProxyType({}),
    ) -> None:
        self.variables = variables
        self.heap = heap
        self.base = base

    def copy(self) -> "State":
        """Return a state that changes on its own."""
        return State(self.variables.copy(), self.heap.copy(), self.base)

    def shape(self, one: Object) -> Shape | None:
        """Return what is in an object."""
        return self.heap.get(one) or self.base.get(one)

    def absorb(self, other: "State") -> bool:
        """Take in what may hold as well; say whether that added anything."""
        changed = False
        mine = self.variables
        for name, value in other.variables.items():
            known = mine.get(name)
            if known is value:
                continue
            new = value if known is None else join(known, value)
            if new is not known:
                mine[name] = new
                changed = True
        return self._absorb_heap(other) or changed

    def _absorb_heap(self, other: "State") -> bool:
        changed = False
        mine, theirs, base = self.heap, other.heap, self.base
        for key, shape in theirs.items():
            known = mine.get(key)
            if known is shape:
                continue
            known = known or base.get(key)
            new = shape if known is None else known.joined(shape)
            if new is not known or key not in mine:
                mine[key] = new
                changed = True
        for key in mine.keys() & base.keys():
            if key not in theirs:  # changed here, as it was there
                mine[key] = mine[key].joined(base[key])
        return changed

    def shapes(self, value: Value) -> Iterator[tuple[Object, Shape]]:
        """Yield the objects that `value` may refer to."""
        for one in value.things:
            if isinstance(one, Object) and (shape := self.heap.get(one) or self.base.get(one)) is not None:
                yield one, shape

    def contents(self, value: Value, depth: int = 3) -> Value:
        """Return the value together with all that is in it: what whoever gets it can see."""
        if not value.things or depth == 0:
            return value
        shapes = list(self.shapes(value))
        is_known = not value.taints and all(one in self.heap and one not in self.base for one in value.things)
        for _, shape in shapes:
            inside = shape.everything()
            is_known = is_known and isinstance(shape.kind, str)  # what a class keeps elsewhere is not in it
            if inside is not NOTHING:
                seen = self.contents(inside, depth - 1)
                is_known = is_known and seen.known
                value = Value(None, join(Value(None, value.taints), seen).taints, value.things)
        return Value(value.constants, value.taints, value.things, known=True) if is_known else value

    def write(self, of: Value, key: Constant, value: Value) -> None:
        """Put `value` under `key` (ANY_KEY: under some key) of whatever `of` refers to."""
        targets = list(self.shapes(of))
        is_sure = len(targets) == 1 and len(of.things) == 1
        for target, shape in targets:
            if key == ANY_KEY:
                self.heap[target] = shape.with_any(value)
            elif is_sure:
                self.heap[target] = shape.with_item(key, value)
            else:
                self.heap[target] = shape.with_item(key, join(shape.fields.get(key, shape.rest), value))

    def allocate(self, site: Object, shape: Shape) -> Value:
        """Make an object; one that a loop makes again is the join of all that it was."""
        known = self.heap.get(site)
        self.heap[site] = shape if known is None else known.joined(shape)
        return Value(frozenset(), things=(site,))
