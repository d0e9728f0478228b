"""Look-ups in handlers of Express by the request's own id, of what other handlers only give to its owner."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.authentication_check import is_public
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.nest_owner import names_who_asks, nest_look_up
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import SCRIPT, Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.script_names import ScriptNames
from xcodereviewer.engines.dataflow.framework.walking import calls, dotted, nodes, text_of
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["unowned_documents"]

_LOOKING = frozenset(
    """
    findById findByPk findOne findUnique findFirst find findByIdAndUpdate findByIdAndDelete findByIdAndRemove
    findOneAndUpdate findOneAndDelete updateOne deleteOne update delete destroy getById getByUserId
    """.split()  # noqa: SIM905 - a list of words
)
_FROM_REQUEST = re.compile(r"^(?:req|request|ctx)\.(?:params|query|body)(?:\.|$)|^ctx\.request\.body")
_ID = re.compile(r"^_?id$|id$|Id$|^uuid$|^slug$")
_WHO = re.compile(
    r"(?:^|\.)(?:req|request|ctx|res)\.(?:user|session|auth|account|locals\.\w*user|state\.user|currentUser|userId)(?:\.|$)"
    r"|(?:^|\.)(?:currentUser|loggedInUser|sessionUser|owner\w*|createdBy|author\w*|isOwner)(?:\.|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:user|account|customer|owner|member|patient|client)_?id$", re.IGNORECASE)
_FOR_OTHERS = re.compile(r"assign|invit|share|member|follow|messag|transfer|block|report|friend|notif", re.IGNORECASE)
_BELOW = re.compile(r":\w+/\w+s/?$")
_OWN_PAGE = re.compile(r"(?:users?|accounts?|members?|profiles?|authors?)/[:*]", re.IGNORECASE)
_FEWEST = 2
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _LookUp:
    """A handler that looks for a record of `model` by an id of the request."""

    route: Route
    function: FunctionInfo
    call: ir.Call
    model: str
    asks_whose: bool


def unowned_documents(application: Application) -> Iterator[Observation]:
    """Yield look-ups by an id of the request in handlers that never ask whose it is, where others ask."""
    yield from _by_model(application)
    yield from _by_person(application)


def _by_person(application: Application) -> Iterator[Observation]:
    """Yield look-ups of what belongs to whoever the request names, where others take who it is from the session."""
    handled = [(route, route.function) for route in application.routes if route.framework in SCRIPT and route.function]
    asking = [(route, function) for route, function in handled if _asks_whose(function)]
    others = [route for route, _ in asking]
    if len(others) < _FEWEST:
        return
    for route, function in handled:
        is_limited = not route.asks_who or route.has(ProtectionKind.PERMISSION) or _OWN_PAGE.search(route.path)
        if is_limited or _asks_whose(function):
            continue
        by_path = [one for one in route.parameters if _PERSON.search(one)]
        named = by_path or [one for one in _sent(function) if _PERSON.search(one)]
        call = next((one for one in calls(function.node.body) if _is_look_up_for(one, named)), None)
        if call is not None and (by_path or not _FOR_OTHERS.search(f"{route.path} {dotted(call.callee)}")):
            yield _told_of_person(route, function, call, named[0], others)


def _told_of_person(
    route: Route, function: FunctionInfo, call: ir.Call, named: str, others: Sequence[Route]
) -> Observation:
    is_in_path = named in route.parameters  # a body may name somebody else for good reasons
    return Observation(
        kind=CheckKind.UNOWNED_OBJECT,
        unit=function.unit.number,
        at=call.at,
        message=(
            f"`{route.name}` ({route.shown}) gives what belongs to the `{named}` of the request "
            f"(`{dotted(call.callee)}`) to whoever is logged in; {len(others)} other routes take who it is from the "
            f"session."
        ),
        related=tuple(Place(one.place.unit, one.place.at, f"`{one.shown}`") for one in others[:_SHOWN]),
        severity=None if is_in_path else Severity.MEDIUM,
        confidence=Confidence.MEDIUM if is_in_path else Confidence.LOW,
    )


def _sent(function: FunctionInfo) -> Iterator[str]:
    """Yield what a handler takes apart of the body or the query of a request: `const { userId } = req.body`."""
    for node in nodes(function.node.body):
        match node:
            case ir.Assign(target=ir.Record(entries=entries), value=value) if _FROM_REQUEST.search(dotted(value)):
                yield from (text for key, _ in entries if (text := text_of(key)))


def _is_look_up_for(call: ir.Call, named: list[str]) -> bool:
    """Whether a call of something that keeps data is given an id of somebody."""
    is_store = re.search(
        r"dao|repo|service|model|store|db|^[A-Z]", dotted(call.callee).rpartition(".")[0], re.IGNORECASE
    )
    given = (node for node in nodes(call.arguments) if isinstance(node, ir.Name | ir.Attribute))
    return bool(is_store) and any(node.name in named for node in given)


def _by_model(application: Application) -> Iterator[Observation]:
    by_model: dict[str, list[_LookUp]] = defaultdict(list)
    for route in application.routes:
        if route.framework in SCRIPT and route.function is not None:
            found = _look_up(application.meanings.script, route, route.function)
            if found is not None:
                by_model[found.model].append(found)
    for model, found_all in by_model.items():
        asking = [one for one in found_all if one.asks_whose]
        seen: set[Place] = set()
        for one in found_all:
            place = one.route.place
            if one.asks_whose or not asking or place in seen or not one.route.asks_who or is_public(one.route):
                continue
            if one.route.has(ProtectionKind.PERMISSION) or _adds_below(one.route):
                continue
            seen.add(place)
            yield _told(one, model, asking, len(found_all))


def _adds_below(route: Route) -> bool:
    """Whether a route adds to what belongs to a record, as anyone comments on an article."""
    return route.methods == ("POST",) and bool(_BELOW.search(route.path))


def _look_up(names: ScriptNames, route: Route, function: FunctionInfo) -> _LookUp | None:
    if route.framework == "nest":
        found = nest_look_up(names, function)
        return _LookUp(route, *found, names_who_asks(function)) if found is not None else None
    ids = _ids(function)
    whose = _asks_whose(function)
    for call in calls(function.node.body):
        name = dotted(call.callee)
        model, _, last = name.rpartition(".")
        if last in _LOOKING and model and _is_by_id(call, ids):
            return _LookUp(route, function, call, model.rpartition(".")[2] or model, whose)
    return None


def _asks_whose(function: FunctionInfo) -> bool:
    """Whether a function names who asks, or an owner."""
    named = (node for node in nodes(function.node.body) if isinstance(node, ir.Name | ir.Attribute))
    return any(_WHO.search(dotted(node)) for node in named)


def _ids(function: FunctionInfo) -> set[str]:
    """Return the variables that hold an id which the request brings."""
    found: set[str] = set()
    for node in nodes(function.node.body):
        if isinstance(node, ir.Assign) and node.value is not None and _FROM_REQUEST.search(dotted(node.value)):
            found |= {one.name for one in nodes(node.target) if isinstance(one, ir.Name) and _ID.search(one.name)}
    return found


def _is_by_id(call: ir.Call, ids: set[str]) -> bool:
    for node in nodes(call.arguments):
        if isinstance(node, ir.Name) and node.name in ids:
            return True
        if isinstance(node, ir.Attribute) and _ID.search(node.name) and _FROM_REQUEST.search(dotted(node)):
            return True
    return False


def _told(one: _LookUp, model: str, asking: list[_LookUp], count: int) -> Observation:
    return Observation(
        kind=CheckKind.UNOWNED_OBJECT,
        unit=one.function.unit.number,
        at=one.call.at,
        message=(
            f"`{one.route.name}` ({one.route.shown}) looks up a `{model}` by an id of the request and never asks "
            f"whether it belongs to who asks; {len(asking)} of {count} routes that look one up do."
        ),
        related=tuple(
            Place(other.function.unit.number, other.call.at, f"`{other.route.shown}` asks whose it is.")
            for other in asking[:_SHOWN]
        ),
        severity=None if len(asking) > 1 else Severity.MEDIUM,
        confidence=Confidence.MEDIUM if 2 * len(asking) >= count else Confidence.LOW,
    )
