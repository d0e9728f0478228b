"""Objects of a library that sinks work with: a parser, with what was set on it.

What a setting makes dangerous hangs on what its object is put to. When a function makes an object, and nothing else
becomes of it than that it is set and handed to sinks that nothing harmful reaches, its settings are harmless as well.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.hits import Arrival
from xcodereviewer.engines.dataflow.nodes import nodes
from xcodereviewer.engines.dataflow.values import Library, Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["Instruments"]

_Site = tuple[int, int]  # where an object is made: module and place


class Instruments:
    """Which calls set which object, and which sinks it serves."""

    def __init__(self) -> None:
        self._set: dict[_Site, set[int]] = defaultdict(set)
        self._serving: dict[_Site, dict[int, set[SinkKind]]] = defaultdict(lambda: defaultdict(set))

    def note_setting(self, frame: "Frame", instrument: Value, at: int) -> None:
        """Note a call of a method that does nothing else than to set what it is called on."""
        for site in _sites(frame, instrument):
            self._set[site].add(at)

    def note_service(self, frame: "Frame", given: Sequence[Value], kind: SinkKind, at: int) -> None:
        """Note a sink, and what is handed to it besides what arrives there."""
        for site in (site for value in given for site in _sites(frame, value)):
            self._serving[site][at].add(kind)

    def harmless(self, arrivals: Mapping[Arrival, bool], bodies: Mapping[int, Sequence[object]]) -> Iterator[Arrival]:
        """Yield the settings, and the places that make their objects, which only serve sinks that are harmless.

        `bodies` are those of each module's functions.
        """
        for (unit, at), uses in self._uses(bodies).items():
            serving, settings = self._serving[unit, at], self._set[unit, at]
            for kind in sorted(set().union(*serving.values())):
                safe = {call for call, kinds in serving.items() if kind in kinds and arrivals.get((unit, call, kind))}
                if safe and uses <= safe | settings:
                    yield from ((unit, place, kind) for place in (at, *sorted(settings & uses)))

    def _uses(self, bodies: Mapping[int, Sequence[object]]) -> dict[_Site, frozenset[int]]:
        """Return the calls that each object is put to of which nothing else becomes."""
        found: dict[_Site, frozenset[int]] = {}
        for unit in sorted({unit for unit, _ in self._serving}):
            for body in bodies.get(unit, ()):
                for at, name in _made(body):
                    if (unit, at) in self._serving:
                        found[unit, at] = _uses(body, name)
        return {site: uses for site, uses in found.items() if uses}


def _sites(frame: "Frame", value: Value) -> Iterator[_Site]:
    for one, shape in frame.live().shapes(value):
        if isinstance(shape.kind, Library):
            yield one.unit, one.at


def _made(body: object) -> Iterator[tuple[int, str]]:
    """Yield the calls of a body whose results have a name."""
    for node in nodes(body, nested=False):
        if isinstance(node, ir.Assign) and isinstance(node.target, ir.Name) and isinstance(node.value, ir.Call):
            yield node.value.at, node.target.name


def _uses(body: object, name: str) -> frozenset[int]:
    """Return the calls that a body gives the one value of a variable to; none when anything else becomes of it."""
    used: set[int] = set()
    count = mentions = 0
    for node in nodes(body):
        match node:
            case ir.Call():
                receiver = [node.callee.of] if isinstance(node.callee, ir.Attribute) else []
                own = [one for one in (*receiver, *(given.value for given in node.arguments)) if _is(one, name)]
                used |= {node.at for _ in own}
                count += len(own)
            case ir.Name():
                mentions += node.name == name
    return frozenset(used) if mentions == count + 1 else frozenset()


def _is(node: object, name: str) -> bool:
    return isinstance(node, ir.Name) and node.name == name
