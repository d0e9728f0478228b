"""Look-ups by an id of the request in handlers of Java, of records that have an owner whom nobody asks for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.authentication_check import is_public
from xcodereviewer.engines.dataflow.framework.deeds import Place
from xcodereviewer.engines.dataflow.framework.java_annotations import annotations
from xcodereviewer.engines.dataflow.framework.java_identity import java_identity, parameters_that_know
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames, simple_name
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.ownership import owner_among
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import JAVA, Route
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, dotted, nodes, text_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo

__all__ = ["unowned_records"]

_MARKS = frozenset(("PathVariable", "RequestParam", "PathParam", "QueryParam", "FormParam"))
_ID = re.compile(r"(?:^|_)id$|Id$|^(?:uuid|slug|number|code)$|Uuid$|Number$")
_LOOKING = re.compile(
    r"^(?:find|get|load|select|read|fetch|delete|remove|query)(?:One|ById|By[A-Z]\w*Id|By\w+|Reference\w*|Optional|\w*)$|^find$"
)
_STORE = re.compile(r"(?:Jpa|Crud)?(?:Repository|Repo|Dao|DAO|Mapper)$")
_MANAGER = frozenset(("EntityManager", "Session"))
_DEEPEST = 2
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _LookUp:
    """A handler that looks for a record of `model` by an id of the request."""

    route: Route
    place: Place
    model: ClassInfo
    owner: str
    asks_whose: bool


def unowned_records(application: Application) -> Iterator[Observation]:
    """Yield look-ups by an id of the request that bring the record and who asks together nowhere."""
    names = application.meanings.java
    by_model: dict[int, list[_LookUp]] = defaultdict(list)
    for route in application.routes:
        function = route.function
        if route.framework not in JAVA or function is None or not route.asks_who or is_public(route):
            continue
        found = _look_up(names, function, _ids(function), 0)
        if found is not None and not route.has(ProtectionKind.PERMISSION):
            place, model, owner = found
            by_model[model.number].append(_LookUp(route, place, model, owner, _asks_whose(names, function)))
    for looked_up in by_model.values():
        asking = [one for one in looked_up if one.asks_whose]
        seen: set[Place] = set()
        for one in looked_up:
            if not one.asks_whose and one.place not in seen:
                seen.add(one.place)
                yield _told(one, asking, len(looked_up))


def _ids(function: FunctionInfo) -> set[str]:
    """Return the variables of a handler that hold an id which the request brings."""
    found = {
        one.name
        for one in function.node.parameters
        if _ID.search(one.name) and any(mark.name in _MARKS for mark in annotations(one.decorators))
    }
    for node in nodes(function.node.body):
        match node:
            case ir.Assign(target=ir.Name(name=name)) if any(map(_is_id_of_request, calls(node.value))):
                found.add(name)
    return found


def _is_id_of_request(call: ir.Call) -> bool:
    return dotted(call.callee).endswith("getParameter") and bool(_ID.search(text_of(argument_of(call, 0)) or ""))


def _look_up(
    names: JavaNames, function: FunctionInfo, ids: set[str], depth: int
) -> tuple[Place, ClassInfo, str] | None:
    """Return where a method, or one that it hands the id to, looks for a record with an owner."""
    for call in calls(function.node.body) if ids else ():
        given = [position for position, one in enumerate(call.arguments) if _names(one.value, ids)]
        if not given or not isinstance(call.callee, ir.Attribute):
            continue
        model = _model(names, function, call, call.callee) if _LOOKING.match(call.callee.name) else None
        owner = owner_among(names.field_names(model)) if model is not None else ""
        if model is not None and owner:
            return Place(function.unit.number, call.at, dotted(call.callee).removeprefix("this.")), model, owner
        for called in names.called(function, call.callee) if depth < _DEEPEST else ():
            parameters = [one.name for one in called.node.parameters if one.name != "this"]
            handed = {parameters[position] for position in given if position < len(parameters)}
            found = _look_up(names, called, handed, depth + 1)
            if found is not None:
                return found
    return None


def _names(node: object, ids: set[str]) -> bool:
    return any(isinstance(one, ir.Name) and one.name in ids for one in nodes(node))


def _model(names: JavaNames, function: FunctionInfo, call: ir.Call, callee: ir.Attribute) -> ClassInfo | None:
    """Return the class of records that a store gives: `OrderRepository` gives an `Order`."""
    store = simple_name(names.type_of(function, callee.of))
    if store in _MANAGER:
        first = argument_of(call, 0)
        return names.class_named(function.unit, first.of if isinstance(first, ir.Attribute) else first)
    if not _STORE.search(store):
        return None
    return names.class_called(_STORE.sub("", store))


def _asks_whose(names: JavaNames, function: FunctionInfo) -> bool:
    """Whether a handler, or what it calls, asks who it is beyond that somebody is, or names an owner."""
    known = {one.name for one in parameters_that_know(function.node)}
    if any(isinstance(node, ir.Name) and node.name in known for node in nodes(function.node.body)):
        return True
    return any(java_identity(node) is not None for one in names.reached(function) for node in nodes(one.node.body))


def _told(one: _LookUp, asking: list[_LookUp], count: int) -> Observation:
    others = f"; {len(asking)} of {count} routes that look one up do" if asking else ""
    return Observation(
        kind=CheckKind.UNOWNED_OBJECT,
        unit=one.place.unit,
        at=one.place.at,
        message=(
            f"`{one.route.name}` ({one.route.shown}) looks up a `{one.model.node.name}`, which has the owner "
            f"`{one.owner}`, by an id of the request (`{one.place.text}`) and never asks whether it belongs to who "
            f"asks{others}."
        ),
        related=tuple(
            Place(other.place.unit, other.place.at, f"`{other.route.shown}` asks whose it is.")
            for other in asking[:_SHOWN]
        ),
        severity=None if asking else Severity.LOW,  # what nobody asks for may be everybody's
        confidence=Confidence.MEDIUM if asking else Confidence.LOW,
    )
