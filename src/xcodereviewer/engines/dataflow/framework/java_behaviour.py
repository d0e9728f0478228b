"""What a method of Java does, seen from outside: whom it asks for, and what it reads and writes."""

import re
from collections.abc import Iterable

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.deeds import Behaviour, Place
from xcodereviewer.engines.dataflow.framework.identity import IdentityKind
from xcodereviewer.engines.dataflow.framework.java_annotations import annotations
from xcodereviewer.engines.dataflow.framework.java_identity import java_identity, parameters_that_know
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames, simple_name
from xcodereviewer.engines.dataflow.framework.walking import calls, dotted, last_name, nodes, texts_of
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["deeds_in_java", "demands_in_java"]

_GUARDED = re.compile(r"^(?:PreAuthorize|Secured|RolesAllowed|RequiresPermissions|RequiresRoles|SaCheck\w+)$")
_STORE = re.compile(
    r"(?:repository|repo|dao|mapper|entitymanager|^em|hibernatetemplate|jdbctemplate|mongotemplate|mongooperations|jdbcoperations"
    r"|jdbcclient|statement|^session|dslcontext|mongocollection|storage)$",
    re.IGNORECASE,
)
_NO_STORE = re.compile(r"objectmapper|modelmapper|jsonmapper|xmlmapper|httpsession|websession|dtomapper", re.IGNORECASE)
_READING = re.compile(
    r"^(?:find|get|read|query|search|list|count|exists|load|select|fetch|executeQuery|stream|all$|by[A-Z]|createQuery|"
    r"createNamedQuery|createNativeQuery|createCriteria)"
)
_WRITING = re.compile(
    r"^(?:save|delete|remove|insert|update|persist|create|merge|add|batch|executeUpdate|executeBatch|bulk|upsert|store|"
    r"set[A-Z]\w*By|increment|truncate)"
)
_STATEMENT = re.compile(r"\s*(?:insert|update|delete|drop|replace|alter|create|truncate)\b", re.IGNORECASE)
_FILES = frozenset(("write", "writeString", "delete", "deleteIfExists", "copy", "move"))
_THROTTLE = re.compile(
    r"rate_?limit|throttl|too_?many|attempts|login_?attempt|lock_?out|locked|captcha|bucket|failed_?login|login_?fail|is_?blocked|limiter",
    re.IGNORECASE,
)
_LEAVING = frozenset(("sendError", "sendRedirect", "abortWith"))
_REFUSAL = re.compile(
    r"\b40[13]\b|forbidden|unauthori[sz]ed|access_?denied|not_?(?:authenticated|authori[sz]ed|login)|no_?authori[sz]ation|"
    r"no_?permission|login",
    re.IGNORECASE,
)


def deeds_in_java(function: FunctionInfo, names: JavaNames) -> Behaviour:
    """Return what a method does itself."""
    found = Behaviour()
    unit = function.unit.number
    known = {one.name for one in parameters_that_know(function.node)}  # variables that hold who asks
    for node in nodes(function.node.body):
        identity = java_identity(node)
        if identity is not None:
            into = found.roles if identity.kind is IdentityKind.ROLE else found.users
            into.append(Place(unit, identity.at, identity.text))
        match node:
            case ir.Assign(target=ir.Name(name=name)) if node.value is not None and _asks(node.value, known):
                known.add(name)
            case ir.If() if _asks(node.test, known) and (_ends(node.then) or _ends(node.other)):
                found.refusals.append(Place(unit, node.at, _asked(node.test)))
            case ir.Raise() if node.value is not None and _REFUSAL.search(_told(node.value)):
                found.refusals.append(Place(unit, node.at, _told(node.value)))
            case ir.Call():
                _note_effect(found, function, node, names)
            case ir.Name() | ir.Attribute() if _THROTTLE.search(node.name):
                found.throttles.append(Place(unit, node.at, node.name))
    return found


def demands_in_java(function: FunctionInfo) -> Behaviour:
    """Return what the annotations of a method, or of its class, ask of whoever calls it."""
    found = Behaviour()
    owner = function.owner.node.decorators if function.owner is not None else ()
    for one in annotations((*function.node.decorators, *owner)):
        if _GUARDED.match(one.name):
            place = Place(function.unit.number, one.at, f"@{one.name}")
            found.roles.append(place)
            found.refusals.append(place)
    return found


def _asks(test: object, known: set[str]) -> bool:
    return any(
        java_identity(node) is not None or (isinstance(node, ir.Name) and node.name in known) for node in nodes(test)
    )


def _asked(test: object) -> str:
    return next((one.text for node in nodes(test) if (one := java_identity(node))), "")


def _told(value: object) -> str:
    parts = [str(node.value) if isinstance(node, ir.Const) else dotted(node) for node in nodes(value)]
    return " ".join(parts)[:120]


def _ends(body: Iterable[ir.Statement]) -> bool:
    """Whether a block leaves its method, or answers instead of it."""
    for statement in body:
        if isinstance(statement, ir.Return | ir.Raise):
            return not any(last_name(call.callee) == "doFilter" for call in calls(statement.value))
        if isinstance(statement, ir.Evaluate) and any(last_name(one.callee) in _LEAVING for one in calls(statement)):
            return True
        if isinstance(statement, ir.If) and (_ends(statement.then) or _ends(statement.other)):
            return True
    return False


def _note_effect(found: Behaviour, function: FunctionInfo, call: ir.Call, names: JavaNames) -> None:
    if not isinstance(call.callee, ir.Attribute):
        return
    last, of = call.callee.name, call.callee.of
    place = Place(function.unit.number, call.at, dotted(call.callee).removeprefix("this."))
    if last == "transferTo" or (last in _FILES and last_name(of) == "Files"):
        found.writes.append(place)
        return
    store = simple_name(names.type_of(function, of)) or last_name(of)
    if not _STORE.search(store) or _NO_STORE.search(store):
        return
    if last in ("execute", "query", "sql", "createNativeQuery"):
        statement = " ".join(text for node in nodes(call.arguments) for text in texts_of(node))
        (found.writes if _STATEMENT.match(statement) else found.reads).append(place)
    elif _READING.match(last):
        found.reads.append(place)
    elif _WRITING.match(last):
        found.writes.append(place)
