"""Look-ups of an object by the request's own id, where the object has an owner that nobody asks for."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.authentication_check import is_public
from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.identity import identity_in
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.ownership import gives_personal, is_of_people, models_of, owned
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import JAVA, SCRIPT, Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import dotted, nodes, text_of
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["unowned_objects"]

_LOOKING = frozenset(
    """
    get get_or_404 first_or_404 get_object_or_404 get_or_none filter_by filter find_one find_by_id get_by_id one
    """.split()  # noqa: SIM905 - a list of words
)
_KEY = re.compile(r"^(?:\w+_)?(?:id|pk|uuid|number|uid)$|^(?:username|email|slug)$", re.IGNORECASE)
_TENANT = re.compile(
    r"^(?:current_|request_|self_)?(?:org|organi[sz]ation|tenant|team|workspace|household|company)(?:_id)?$"
)
_FEWEST = 2  # routes that know who asks


def unowned_objects(application: Application) -> Iterator[Observation]:
    """Yield look-ups by an id of the request in functions that never ask whose the object is."""
    if sum(route.asks_who for route in application.routes) < _FEWEST:
        return
    seen: set[Place] = set()
    for route in application.routes:
        function = route.function
        if route.framework in JAVA | SCRIPT or function is None:
            continue
        if route.place in seen or is_public(route) or _asks_for_owner(application, route, function):
            continue
        found = _look_up(application, function, set(route.parameters))
        if found is None:
            continue
        seen.add(route.place)
        place, owner = found
        yield Observation(
            kind=CheckKind.UNOWNED_OBJECT,
            unit=place.unit,
            at=place.at,
            message=(
                f"`{route.name}` ({route.shown}) looks up {owner} by an id of the request (`{place.text}`) and never "
                f"asks whether it belongs to who asks."
            ),
            confidence=Confidence.MEDIUM if route.asks_who else Confidence.LOW,
            severity=None if route.asks_who else Severity.LOW,
        )


def _asks_for_owner(application: Application, route: Route, function: FunctionInfo) -> bool:
    """Whether a function, what it calls or what stands before it, brings the object and who asks together."""
    if route.has(ProtectionKind.PERMISSION):
        return True
    names = _who(function)
    for node in nodes(function.node.body):
        match node:
            case ir.Binary() if _is_compared(node, names):
                return True
            case ir.Call() if _brings_together(node, names):
                return True
    return bool(application.behaviours.of(function).roles)


def _who(function: FunctionInfo) -> set[str]:
    """Return the variables that hold who asks."""
    names = {one.name for one in function.node.parameters if re.search(r"user|identity|principal|account", one.name)}
    names -= {one.name for one in function.node.parameters if one.name.endswith(("_id", "name"))}
    for node in nodes(function.node.body):
        if isinstance(node, ir.Assign) and isinstance(node.target, ir.Name) and _has_who(node.value, names):
            names.add(node.target.name)
    return names


def _has_who(node: object, names: set[str]) -> bool:
    for one in nodes(node):
        if identity_in(one) is not None or (isinstance(one, ir.Name) and one.name in names):
            return True
        if isinstance(one, ir.Name | ir.Attribute) and _TENANT.search(one.name):
            return True
    return False


def _is_compared(node: ir.Binary, names: set[str]) -> bool:
    sides = (node.left, node.right)
    return not any(isinstance(side, ir.Const) for side in sides) and any(_has_who(side, names) for side in sides)


def _brings_together(call: ir.Call, names: set[str]) -> bool:
    """Whether a call gets who asks beside something else, or is a method of who asks."""
    if identity_in(call) is not None:
        return False
    if _has_who(call.callee, names):
        return True
    given = [argument for argument in call.arguments if _has_who(argument.value, names)]
    return bool(given) and (len(call.arguments) > 1 or any(argument.keyword for argument in given))


def _look_up(application: Application, function: FunctionInfo, parameters: set[str]) -> tuple[Place, str] | None:
    writes = bool(application.behaviours.of(function).writes)
    ids = parameters | _from_request(function)
    for node in nodes(function.node.body):
        if not isinstance(node, ir.Call):
            continue
        name = dotted(node.callee)
        if name.rpartition(".")[2] not in _LOOKING or not _is_by_id(node, ids):
            continue
        models = list(models_of(application, function, node))
        if any(map(is_of_people, models)) and not (writes or gives_personal(function)):
            continue  # a profile is for everybody
        owner = next(filter(None, map(owned, models)), "")
        if owner:
            return Place(function.unit.number, node.at, name), owner
    return None


def _from_request(function: FunctionInfo) -> set[str]:
    """Return the variables that hold an id which the request brings."""
    found = set()
    for node in nodes(function.node.body):
        if isinstance(node, ir.Assign) and isinstance(node.target, ir.Name) and _KEY.match(node.target.name):
            text = dotted(node.value)
            if re.match(r"(?:\w+\.)?(?:request|req|data|content|body|payload|args|kwargs|params)\b", text):
                found.add(node.target.name)
    return found


def _is_by_id(call: ir.Call, ids: set[str]) -> bool:
    for argument in call.arguments:
        for node in nodes(argument.value):
            if isinstance(node, ir.Name) and node.name in ids:
                return True
            if isinstance(node, ir.Index) and _KEY.match(text_of(node.key) or "") and "kwargs" in dotted(node.of):
                return True
    return False
