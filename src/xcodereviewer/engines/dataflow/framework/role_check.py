"""Routes for administrators that any user may ask for, where those beside them want a role."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow.framework.authentication_check import is_public
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import JAVA, Route
from xcodereviewer.engines.dataflow.framework.routes import Application

__all__ = ["missing_roles"]

_FEWEST = 3
_MOST = 0.7
_SHOWN = 5
_ANNOTATED = frozenset((*JAVA, "nest"))  # frameworks whose handlers say themselves which permission they want
_ADMIN = re.compile(
    r"(?:^|[/_.-])(?:admin\w*|staff|manage(?:ment|r)?|moderat\w+|superuser|backoffice)(?:$|[/_.-])", re.IGNORECASE
)


def missing_roles(application: Application) -> Iterator[Observation]:
    """Yield routes for administrators that ask for no role, where most of their siblings do."""
    yield from _beside_roles(application)
    seen: set[Place] = set()
    for route in application.routes:
        if not _is_for_admins(route) or route.has(ProtectionKind.PERMISSION) or is_public(route) or route.place in seen:
            continue
        if route.function is None or not route.asks_who:
            continue  # without any login it is another check's
        siblings = [one for one in application.beside(route) if _is_for_admins(one) and one.place != route.place]
        asking = [one for one in siblings if one.has(ProtectionKind.PERMISSION)]
        if len(asking) < _FEWEST or len(asking) < _MOST * len(siblings):
            continue
        seen.add(route.place)
        yield _told(route, asking, len(siblings) + 1, "routes for administrators")


def _beside_roles(application: Application) -> Iterator[Observation]:
    """Yield routes that change data for every user, where an annotation of most beside them wants a permission."""
    groups: dict[Hashable, dict[Place, Route]] = defaultdict(dict)
    for route in application.routes:
        if route.framework in _ANNOTATED and route.methods and route.changes_state and route.asks_who:
            groups[route.group][route.place] = route
    for routes in groups.values():
        asking = [one for one in routes.values() if one.has(ProtectionKind.PERMISSION)]
        if len(asking) < _FEWEST or len(asking) < _MOST * (len(routes) - 1):
            continue
        for route in routes.values():
            if route in asking or is_public(route) or _is_for_admins(route) or route.function is None:
                continue
            if application.behaviours.of(route.function).writes:
                yield _told(route, asking, len(routes), "routes beside it that change data")


def _is_for_admins(route: Route) -> bool:
    return bool(_ADMIN.search(route.path) or _ADMIN.search(route.name))


def _told(route: Route, asking: Sequence[Route], count: int, beside: str) -> Observation:
    shown = [(one.place, one.first(ProtectionKind.PERMISSION)) for one in asking[:_SHOWN]]
    return Observation(
        kind=CheckKind.MISSING_ROLE,
        unit=route.place.unit,
        at=route.place.at,
        message=(
            f"`{route.name}` ({route.shown}) answers every user: {len(asking)} of {count} {beside} "
            f"ask for a role, this one does not."
        ),
        related=tuple(
            Place(place.unit, place.at, f"`{place.text}` requires `{how.text}`.")
            for place, how in shown
            if how is not None
        ),
        confidence=Confidence.MEDIUM,
    )
