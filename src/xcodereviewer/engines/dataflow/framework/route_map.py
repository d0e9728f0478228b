"""The map of routes as it is told: one observation for each route, with what it asks of a request."""

from collections.abc import Iterator

import msgspec

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.routes import Application

__all__ = ["RouteRow", "read_row", "told_routes"]

_MOST_PROTECTIONS = 6  # a message has a bound
_LONGEST = 100


class RouteRow(msgspec.Struct, frozen=True, kw_only=True):
    """One route as it is told; a protection is its kind, how it is declared, and whether that is certain."""

    path: str
    methods: tuple[str, ...]
    name: str
    framework: str
    parameters: tuple[str, ...] = ()
    protections: tuple[tuple[str, str, bool], ...] = ()


def told_routes(application: Application) -> Iterator[Observation]:
    """Yield every route."""
    for route in application.routes:
        firsts = {one.kind: one for one in sorted(route.protections, key=lambda one: one.certain)}
        row = RouteRow(
            path=route.path[:_LONGEST],
            methods=route.methods,
            name=route.name[:_LONGEST],
            framework=route.framework,
            parameters=route.parameters[:_MOST_PROTECTIONS],
            protections=tuple((one.kind.value, one.text[:_LONGEST], one.certain) for one in firsts.values()),
        )
        yield Observation(
            kind=CheckKind.ROUTE,
            unit=route.place.unit,
            at=route.place.at,
            message=msgspec.json.encode(row).decode(),
            related=tuple(Place(one.unit, one.at, one.kind.value) for one in firsts.values()),
        )


def read_row(message: str) -> RouteRow:
    """Return the route that a message tells of."""
    return msgspec.json.decode(message, type=RouteRow)
