"""Sinks that were looked at and that nothing harmful reaches: what rules that only see the call need not guess.

Every value that arrives must be known to its last part: written in the program, or with a label and made safe for the
sink. Where a file has a gap nothing is said of it, since what could not be followed may be what matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from xcodereviewer.domain.engine import Harmless
from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow.ir import unpack
from xcodereviewer.engines.pattern_match import head_of

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["harmless_places"]

_FAR = 10_000  # a column behind the end of any line that is shown


def harmless_places(analysis: "Analysis") -> Iterator[tuple[int, Harmless]]:
    """Yield the harmless sinks of the modules that were followed as a whole, in the order of their places."""
    followed = {unit.number for unit in analysis.units if not unit.module.gaps}
    followed -= {number for number, _, _ in analysis.gaps}
    found: dict[tuple[int, Span, SinkKind], bool] = {}
    bodies: dict[int, list[object]] = defaultdict(list)
    for function in analysis.functions.values():
        bodies[function.unit.number].append(function.node.body)
    settings = dict.fromkeys(analysis.instruments.harmless(analysis.arrivals, bodies), True)
    for (unit, at, kind), is_harmless in {**settings, **analysis.arrivals}.items():
        if unit in followed:
            place = unit, head_of(unpack(at), _FAR), kind
            found[place] = found.get(place, True) and is_harmless
    for unit, span, kind in sorted(_held(found), key=lambda place: (place[0], place[1], place[2].bit)):
        yield unit, Harmless(span=span, kind=kind)


def _held(found: dict[tuple[int, Span, SinkKind], bool]) -> Iterable[tuple[int, Span, SinkKind]]:
    return (place for place, is_harmless in found.items() if is_harmless)
