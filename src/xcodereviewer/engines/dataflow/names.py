"""What a piece of code does with names: which it assigns, which decide where control goes, which it calls."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import cast

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.nodes import FIELDS, nodes

__all__ = ["NameUses", "assigned_attributes"]


class NameUses:
    """What the body of a function does with names; it is read once, when somebody asks."""

    __slots__ = ("_changed", "_found", "_function", "_own_size")

    def __init__(self, function: ir.Function) -> None:
        self._function = function
        self._found: tuple[frozenset[str], frozenset[str], frozenset[str]] | None = None
        self._changed: frozenset[str] | None = None
        self._own_size: int | None = None

    def _read(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        if self._found is not None:
            return self._found
        assigned: set[str] = set()
        deciding: set[str] = set()
        called: set[str] = set()
        for node, role in _in_roles(self._function.body):
            if isinstance(node, ir.Name):
                if role & _ASSIGNED:
                    assigned.add(node.name)
                if role & _DECIDING:
                    deciding.add(node.name)
            elif isinstance(node, ir.Call):
                values = (node.callee, *(argument.value for argument in node.arguments))
                called.update(value.name for value in values if isinstance(value, ir.Name))
        self._found = frozenset(assigned), frozenset(deciding), frozenset(called)
        return self._found

    @property
    def assigned(self) -> frozenset[str]:
        """The names that it assigns: what they hold at its end is not what they held at its begin."""
        return self._read()[0]

    @property
    def changed(self) -> frozenset[str]:
        """The names that hold different values in turn: parameters that it assigns, and what is assigned twice."""
        if self._changed is not None:
            return self._changed
        times = Counter(parameter.name for parameter in self._function.parameters)
        for node in nodes(self._function.body):
            match node:
                case ir.Assign() if node.value is not None:
                    times.update(_names((node.target,)))
                case ir.Walrus() | ir.For() | ir.Generator():
                    times.update(_names((node.target,)))
        self._changed = frozenset(name for name, number in times.items() if number > 1)
        return self._changed

    @property
    def deciding(self) -> frozenset[str]:
        """The names whose values decide which part of it runs, or which item is taken."""
        return self._read()[1]

    @property
    def called(self) -> frozenset[str]:
        """The names that it calls, or hands on as an argument."""
        return self._read()[2]

    @property
    def own_size(self) -> int:
        """The statements that it runs, without those of the functions that it defines."""
        if self._own_size is None:
            inside = nodes(self._function.body, nested=False)
            self._own_size = self._function.size - sum(node.size for node in inside if isinstance(node, ir.Function))
        return self._own_size


_ASSIGNED, _DECIDING = 1, 2
_ROLES: Mapping[tuple[type, str], int] = MappingProxyType(
    {
        (ir.Assign, "target"): _ASSIGNED,
        (ir.Walrus, "target"): _ASSIGNED,
        (ir.For, "target"): _ASSIGNED,
        (ir.Generator, "target"): _ASSIGNED,
        (ir.Generator, "conditions"): _DECIDING,
        (ir.If, "test"): _DECIDING,
        (ir.Loop, "test"): _DECIDING,
        (ir.Conditional, "test"): _DECIDING,
        (ir.Logic, "left"): _DECIDING,
        (ir.Switch, "subject"): _DECIDING,
        (ir.Index, "key"): _DECIDING,
    }
)
_PARTS: Mapping[type, tuple[tuple[str, int], ...]] = MappingProxyType(
    {kind: tuple((name, _ROLES.get((kind, name), 0)) for name in fields) for kind, fields in FIELDS.items()}
)


def _in_roles(body: tuple[ir.Statement, ...]) -> Iterator[tuple[object, int]]:
    """Yield all nodes, each with whether it stands in what is assigned, or in what decides."""
    pending: list[tuple[object, int]] = [(one, 0) for one in body]
    while pending:
        node, role = pending.pop()
        if node.__class__ is tuple:
            pending += [(one, role) for one in cast("tuple[object, ...]", node)]
            continue
        parts = _PARTS.get(node.__class__)
        if parts is not None:
            yield node, role
            pending += [(getattr(node, name), role | own) for name, own in parts]


def _names(below: Iterable[object]) -> frozenset[str]:
    return frozenset(name.name for one in below for name in nodes(one) if isinstance(name, ir.Name))


def assigned_attributes(body: tuple[ir.Statement, ...]) -> frozenset[str]:
    """Return the attributes, of whatever, that a function's body assigns."""
    assigned = (node.target for node in nodes(body) if isinstance(node, ir.Assign))
    return frozenset(target.name for target in assigned if isinstance(target, ir.Attribute))
