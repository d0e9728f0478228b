"""Routes that change something for whoever bears the cookie, whichever page sent the request."""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Place, writes_in
from xcodereviewer.engines.dataflow.framework.java_identity import reads_form
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import JAVA, SCRIPT, STATE_CHANGING, Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import dotted, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import ClassInfo, Unit

__all__ = ["missing_csrf"]

_BY_COOKIE = re.compile(
    r"session|cookie|current_user|login_required|request\.user|flask_login|is_authenticated|get_auth_user",
    re.IGNORECASE,
)
_BY_HEADER = re.compile(
    r"header|authorization|bearer|jwt|token|api_?key|oauth|basic|signature|hmac|webhook", re.IGNORECASE
)
_COOKIE = re.compile(r"(?:cookies|session)\[", re.IGNORECASE)
_FORMS = re.compile(r"(?:^|\.)(?:request\.form|request\.POST|request\.values|request\.post|req\.body)(?:$|\.)")
_API = re.compile(r"(?:APIView|ViewSet|Resource|Api)$")
_LAX = re.compile(r"^(?:Lax|Strict)$", re.IGNORECASE)
_DELETING = re.compile(r"delete|remove|drop|destroy|unlink", re.IGNORECASE)
_SHOWN = 8


def missing_csrf(application: Application) -> Iterator[Observation]:
    """Yield exempted routes one by one; where nothing in an application protects any, the first with the others."""
    seen: set[Place] = set()
    bare: list[Route] = []
    for route in application.routes:
        how = _cookie(route) or _session_of_script(application, route)
        if how is None or route.function is None or route.place in seen:
            continue
        effects = application.behaviours.of(route.function).writes
        if not effects:
            continue
        seen.add(route.place)
        exempt = route.first(ProtectionKind.CSRF_EXEMPT)
        by_link = _changed_by_link(route)
        if by_link is not None:
            yield _linked(route, by_link, how)
        elif exempt is not None and _is_api(route):
            continue  # its authentication is another one, which checks forged requests itself where it is by cookie
        elif exempt is not None:
            yield _exempted(route, exempt.text, how, effects[0])
        elif route.changes_state and not route.has(ProtectionKind.CSRF) and _reads_form(route):
            bare.append(route)
    yield from _unprotected_ones(application, bare)
    yield from _switched_off(application)


def _switched_off(application: Application) -> Iterator[Observation]:
    """Yield the filter chains of Spring that know by a cookie who asks, and protect none of their routes."""
    for chain in application.java.security.chains:
        if chain.csrf_off is None or not chain.knows_by_cookie:
            continue
        changing = [
            route
            for route in application.routes
            if route.framework in JAVA
            and route.function is not None
            and STATE_CHANGING.intersection(route.methods)
            and application.behaviours.of(route.function).writes
            and application.java.security.chain_for(application.meanings.unit(route.unit), route.path) is chain
        ]
        if changing:
            yield _off(chain.csrf_off, changing, chain.knows_by_cookie)


def _off(place: Place, changing: Sequence[Route], how: str) -> Observation:
    first = changing[0]
    more = f" and {len(changing) - 1} more routes that change data" if len(changing) > 1 else ""
    return Observation(
        kind=CheckKind.CSRF_MISSING,
        unit=place.unit,
        at=place.at,
        message=(
            f"The protection against forged requests is off before `{first.name}` ({first.shown}){more}, for who is "
            f"known by the cookie of a session (`{how}`)."
        ),
        related=tuple(Place(one.place.unit, one.place.at, f"`{one.name}` changes data.") for one in changing[:_SHOWN]),
        confidence=Confidence.MEDIUM,
    )


def _unprotected_ones(application: Application, bare: list[Route]) -> Iterator[Observation]:
    if not application.settings.named("MIDDLEWARE"):  # nobody says what Django does with every request
        bare = [route for route in bare if route.framework not in ("django", "rest_framework")]
    for units, routes in (
        (application.units, [route for route in bare if route.framework not in SCRIPT | JAVA]),
        (application.java.units, [route for route in bare if route.framework in JAVA]),
        (application.scripts, [route for route in bare if route.framework in SCRIPT]),
    ):
        if routes and not _knows_csrf(units):
            yield _unprotected(routes)


def _cookie(route: Route) -> str | None:
    """Return by what a route knows who asks, when that is a cookie that the browser adds by itself."""
    told = [
        one.text for one in route.protections if one.kind in (ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION)
    ]
    sure = next((text for text in told if _COOKIE.search(text)), None)
    if sure is not None or any(_BY_HEADER.search(text) for text in told):
        return sure
    return next((text for text in told if _BY_COOKIE.search(text)), None)


def _keeps_script_sessions(application: Application) -> bool:
    """Whether scripts know by a session's cookie who asks, and read what forms send."""
    imported = application.imports_of_scripts()
    is_kept = not imported.isdisjoint(("express-session", "cookie-session", "client-sessions"))
    parses = any(
        isinstance(node, ir.Attribute) and node.name == "urlencoded"
        for unit in application.scripts
        for node in nodes(unit.module.body)
    )
    return is_kept and parses


def _session_of_script(application: Application, route: Route) -> str | None:
    """Return by what a route of a script knows who asks, when that is a session's cookie."""
    if route.framework not in SCRIPT or not route.asks_who or not _keeps_script_sessions(application):
        return None
    told = route.first(ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION)
    return told.text if told is not None and not _BY_HEADER.search(told.text) else None


def _is_api(route: Route) -> bool:
    """Whether a route is of a class of an API, which its framework exempts."""
    names = [one.node.name for one in route.owner.lineage() if isinstance(one, ClassInfo)] if route.owner else []
    return route.framework == "rest_framework" or any(_API.search(name) for name in names)


def _reads_form(route: Route) -> bool:
    assert route.function is not None
    if route.framework in JAVA:
        return reads_form(route.function.node)
    return any(
        _FORMS.search(dotted(node)) for node in nodes(route.function.node.body) if isinstance(node, ir.Attribute)
    )


def _knows_csrf(units: Sequence[Unit]) -> bool:
    """Whether the program imports, names or sets anything against it; cookies that stay at home count."""
    for unit in units:
        for node in nodes(unit.module.body):
            match node:
                case ir.Import() if (
                    node.module in ("csurf", "lusca")
                    or "csrf" in f"{node.module}.{node.member}".lower()
                    or node.module == "flask_wtf"
                ):
                    return True
                case ir.Name() | ir.Attribute() if "csrf" in node.name.lower():
                    return True
                case ir.Const(value=str() as text) if "SAMESITE" in text.upper() or _LAX.match(text):
                    return True
                case ir.Index() if "csrf" in (text_of(node.key) or "").lower():
                    return True
    return False


def _changed_by_link(route: Route) -> Place | None:
    """Return where a route changes data when it is only asked for by GET, which no token protects."""
    assert route.function is not None
    unit, body = route.function.unit.number, route.function.node.body
    if route.methods == ("GET",):
        return next((one for one in writes_in(unit, body) if _DELETING.search(one.text)), None)
    for node in nodes(body):
        match node:
            case ir.If(test=ir.Binary(operator="==", left=left, right=ir.Const(value="GET"))) if (
                last_name(left) == "method"
            ):
                found = writes_in(unit, node.then)
                if found:
                    return found[0]
    return None


def _linked(route: Route, by_link: Place, how: str) -> Observation:
    return Observation(
        kind=CheckKind.CSRF_MISSING,
        unit=route.place.unit,
        at=route.place.at,
        message=(
            f"`{route.name}` ({route.shown}) changes data (`{by_link.text}`) when it is asked for by GET, for who is "
            f"known by a cookie (`{how}`): a link or an image on any page does that."
        ),
        related=(Place(by_link.unit, by_link.at, f"It changes data here: `{by_link.text}`."),),
        confidence=Confidence.MEDIUM,
    )


def _exempted(route: Route, by: str, how: str, effect: Place) -> Observation:
    return Observation(
        kind=CheckKind.CSRF_MISSING,
        unit=route.place.unit,
        at=route.place.at,
        message=(
            f"`{route.name}` ({route.shown}) changes data for who is known by a cookie (`{how}`), and is exempted "
            f"(`{by}`) from the protection against forged requests."
        ),
        related=(Place(effect.unit, effect.at, f"It changes data here: `{effect.text}`."),),
        confidence=Confidence.MEDIUM,
    )


def _unprotected(routes: list[Route]) -> Observation:
    first, *others = routes
    more = f", and {len(others)} more routes like it" if others else ""
    return Observation(
        kind=CheckKind.CSRF_MISSING,
        unit=first.place.unit,
        at=first.place.at,
        message=(
            f"`{first.name}` ({first.shown}){more} takes a form for who is known by a cookie; nothing in the "
            f"application tells a forged request from one of its own pages."
        ),
        related=tuple(
            Place(one.place.unit, one.place.at, f"`{one.name}` takes a form, too.") for one in others[:_SHOWN]
        ),
        confidence=Confidence.MEDIUM,
    )
