"""Routes that anyone may ask for, where those beside them want to know who asks."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviour, Place
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.ownership import is_of_people, personal_look_up
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import calls, last_name, words
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["is_public", "missing_authentication"]

_FEWEST = 3  # protected siblings
_MOST = 0.7  # of the siblings
_SURE = 0.9
_SHOWN = 5
_WHO = (ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION)
_MAKES_PERSON = re.compile(r"(?:^|\.)(?:users?|User|accounts?|Account)\.(?:create|insert(?:One)?|register|signup)$")
_PEOPLE = re.compile(r"/(?:users?|accounts?|members?|customers?)/?$", re.IGNORECASE)
_PERSON = frozenset(("User", "Account", "Member", "Customer"))
_PUBLIC = frozenset(
    """
    login logout signin signup signout register registration join password forgot reset recover recovery activate
    activation confirm confirmation verify verification otp token tokens oauth oauth2 sso saml oidc callback webhook
    webhooks hook health healthz healthcheck health_check ping pong status ready readiness live liveness version
    metrics public static media robots favicon manifest index home root landing about contact help faq terms privacy
    docs swagger openapi schema redoc feed rss atom sitemap subscribe unsubscribe invite invitation error errors
    debug captcha lang language locale theme cookie csp cors authenticate setup install well known auth authorize
    session share shared embed badge preview search newsletter guest anonymous badges spec maintenance
    """.split()  # noqa: SIM905 - a list of words
)


def missing_authentication(application: Application) -> Iterator[Observation]:
    """Yield routes that touch data and ask nobody who he is, where most of their siblings do."""
    if not any(route.asks_who for route in application.routes):
        return
    near, beside = _Kin(lambda route: route.group), _Kin(application.kin)
    for route in application.routes:
        near.add(route)
        beside.add(route)
    seen: set[tuple[int, int]] = set()
    for route in application.routes:
        place = route.place
        if route.function is None or route.asks_who or is_public(route) or (place.unit, place.at) in seen:
            continue
        if _is_signing_up(application, route, route.function):
            continue
        siblings = near.siblings(route)
        behaviour = application.behaviours.of(route.function)
        found = _told(route, siblings or beside.siblings(route), behaviour, is_near=bool(siblings))
        found = found or _told_alone(route, application, behaviour)
        if found is not None:
            seen.add((place.unit, place.at))
            yield found


class _Kin:
    """The routes that strangers do not need, by what they have in common."""

    def __init__(self, common: Callable[[Route], Hashable]) -> None:
        self._common = common
        self._routes: dict[Hashable, dict[Place, Route]] = defaultdict(dict)
        self._protected: dict[Hashable, set[Place]] = defaultdict(set)

    def add(self, route: Route) -> None:
        """Let a route be one of them, unless strangers need it."""
        if not is_public(route):
            common = self._common(route)
            self._routes[common][route.place] = route
            if route.asks_who:
                self._protected[common].add(route.place)

    def siblings(self, route: Route) -> list[Route]:
        """Return the other routes that have as much in common with one; none when too few of them are protected."""
        common, own = self._common(route), route.place
        routes = self._routes[common]
        protected = len(self._protected[common]) - (own in self._protected[common])
        if protected < max(_FEWEST, _MOST * (len(routes) - (own in routes))):
            return []
        return [one for place, one in routes.items() if place != own]


def is_public(route: Route) -> bool:
    """Whether a route is one that strangers need, by its path and name, or because the program says so."""
    named = words(re.sub(r"<[^>]*>|\{[^}]*\}", "", route.path)) | words(route.name)
    return route.has(ProtectionKind.OPEN) or not named.isdisjoint(_PUBLIC) or route.path in ("", "/")


def _is_signing_up(application: Application, route: Route, function: FunctionInfo) -> bool:
    """Whether a function makes a person: who signs up is not known yet."""
    if route.methods == ("POST",) and _PEOPLE.search(route.path):
        return True
    if any(_MAKES_PERSON.search(one.text) for one in application.behaviours.of(function).writes):
        return True
    if any(call.is_new and last_name(call.callee) in _PERSON for call in calls(function.node.body)):
        return True
    made = (application.meanings.classes(function.unit, call.callee) for call in calls(function.node.body))
    return any(is_of_people(one) for classes in made for one in classes)


def _told(route: Route, siblings: Sequence[Route], behaviour: Behaviour, *, is_near: bool) -> Observation | None:
    protected = [one for one in siblings if one.asks_who]
    writes = route.changes_state and bool(behaviour.writes)
    if not protected or not (writes or behaviour.reads):
        return None
    share = len(protected) / (len(siblings) + 1)
    effect = (behaviour.writes if writes else behaviour.reads)[0]
    shown = [(one.place, one.first(*_WHO)) for one in protected[:_SHOWN]]
    place = route.place
    does = "changes data" if writes else "gives data"
    return Observation(
        kind=CheckKind.MISSING_AUTHENTICATION,
        unit=place.unit,
        at=place.at,
        message=(
            f"`{route.name}` ({route.shown}) {does} (`{effect.text}`) for anyone who asks: {len(protected)} of "
            f"{len(siblings) + 1} sibling routes require to know who asks, this one does not."
        ),
        related=(
            Place(effect.unit, effect.at, f"It {does} here: `{effect.text}`."),
            *(Place(p.unit, p.at, f"`{p.text}` requires `{how.text}`.") for p, how in shown if how is not None),
        ),
        severity=None if writes else Severity.LOW,  # much that is only read is meant for everybody
        confidence=_confidence(share, len(protected)) if writes and is_near else Confidence.LOW,
    )


def _told_alone(route: Route, application: Application, behaviour: Behaviour) -> Observation | None:
    """Tell of a route that changes data in an application that knows its users, though few routes ask who it is."""
    asking = application.asking_beside(route)
    personal = personal_look_up(application, route.function) if route.function is not None else None
    writes = bool(behaviour.writes) and bool(route.methods) and route.changes_state
    if asking is None or not (writes or personal):
        return None
    effect, how = behaviour.writes[0] if writes or personal is None else personal, asking.first(*_WHO)
    assert how is not None
    does = "changes data" if writes else "gives data of people"
    return Observation(
        kind=CheckKind.MISSING_AUTHENTICATION,
        unit=route.place.unit,
        at=route.place.at,
        message=(
            f"`{route.name}` ({route.shown}) {does} (`{effect.text}`) for anyone who asks, in an application that "
            f"knows its users (`{asking.name}` asks by `{how.text}`)."
        ),
        related=(Place(effect.unit, effect.at, f"It {does} here: `{effect.text}`."),),
        severity=Severity.MEDIUM,
        confidence=Confidence.LOW,
    )


def _confidence(share: float, protected: int) -> Confidence:
    return Confidence.HIGH if share >= _SURE and protected >= 2 * _FEWEST else Confidence.MEDIUM
