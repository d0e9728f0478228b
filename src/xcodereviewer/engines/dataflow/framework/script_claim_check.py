"""What somebody may do, taken from what his browser says: cookies, headers and bodies of requests in JavaScript."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import ends
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import SCRIPT
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import calls, dotted, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["claimed_by_requests"]

_CLAIM = re.compile(
    r"^(?:is_?)?(?:admin|role|roles|superuser|staff|privileged|access_?level|user_?role|user_?type|logged_?in|authenticated)$",
    re.IGNORECASE,
)
_HEADER = re.compile(r"^x-(?:user-)?(?:role|admin|is-admin|user-role)$", re.IGNORECASE)
_COOKIES = re.compile(r"(?:^|\.)(?:req|request)\.cookies$")
_SENT = re.compile(r"(?:^|\.)(?:(?:req|request)\.(?:body|query|headers|params)|ctx\.(?:request\.body|query|headers))$")
_PEOPLE = re.compile(r"(?:^|\.)(?:User|Account|Member|Customer|Employee|users?|accounts?|members?)\w*$")
_MAKING = frozenset(("create", "insert", "insertOne", "save", "build"))


def claimed_by_requests(application: Application) -> Iterator[Observation]:
    """Yield tests of a role that the request itself names, and accounts that are made with it by strangers."""
    for function in application.script_functions():
        sent = _variables(function)
        for node in nodes(function.node.body):
            key, holder = _tested(node, sent)
            if key:
                yield _told(function, node, f"decides by `{holder}.{key}` of the request what somebody may do")
    for route in application.routes:
        open_to_all = not route.asks_who and not route.has(ProtectionKind.PERMISSION)
        if route.framework in SCRIPT and route.function is not None and open_to_all and route.changes_state:
            yield from _made(route.function)


def _told(function: FunctionInfo, node: object, does: str) -> Observation:
    assert isinstance(node, ir.If | ir.Binary | ir.Call | ir.Attribute | ir.Index | ir.Conditional)
    name = function.node.name
    return Observation(
        kind=CheckKind.CLAIMED_ROLE,
        unit=function.unit.number,
        at=node.at,
        message=f"`{'a handler' if name.startswith('<') else name}` {does}; whoever sends it writes it as he likes.",
        confidence=Confidence.MEDIUM,
    )


def _variables(function: FunctionInfo) -> dict[str, tuple[str, str]]:
    """Return the variables that hold what a request claims: what they are called there, and by what it is sent."""
    found: dict[str, tuple[str, str]] = {}
    for node in nodes(function.node.body):
        match node:
            case ir.Assign(target=ir.Name(name=name), value=ir.Attribute() | ir.Index() as value):
                key, holder = _claimed(value)
                if key:
                    found[name] = key, holder
            case ir.Assign(target=ir.Record() as target, value=value):
                holder = dotted(value)
                for entry, item in target.entries if _SENT.search(holder) or _COOKIES.search(holder) else ():
                    if _CLAIM.match(text_of(entry) or "") and isinstance(item, ir.Name):
                        found[item.name] = text_of(entry) or "", holder
    return found


def _claimed(node: object) -> tuple[str, str]:
    """Return which claim of a request an expression is, and by what it is sent; empty for none."""
    match node:
        case ir.Attribute():
            key: str | None = node.name
        case ir.Index():
            key = text_of(node.key)
        case _:
            return "", ""
    holder = dotted(node.of)
    if key is None or not (_COOKIES.search(holder) or _SENT.search(holder)):
        return "", ""
    is_claim = _HEADER.match(key) if holder.endswith("headers") else _CLAIM.match(key)
    return (key, holder) if is_claim else ("", "")


def _tested(node: object, sent: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return the claim that a test believes: of a cookie any; of a body, where who does not make it is refused."""
    match node:
        case ir.If():
            test, refuses = node.test, ends(node.then) is not None
        case ir.Conditional():
            test, refuses = node.test, False
        case _:
            return "", ""
    for part in nodes(test):
        key, holder = _claimed(part) if not isinstance(part, ir.Name) else sent.get(part.name, ("", ""))
        if key and (_COOKIES.search(holder) or (refuses and _is_denied(test, part))):
            return key, holder
    return "", ""


def _is_denied(test: object, part: object) -> bool:
    """Whether a test holds for those that do not claim: `role !== "admin"`, `!isAdmin`."""
    for node in nodes(test):
        match node:
            case ir.Binary(operator="!=" | "!==", left=left, right=ir.Const()) if left is part:
                return True
            case ir.Unary(operator="not" | "!", operand=operand) if operand is part:
                return True
    return False


def _made(function: FunctionInfo) -> Iterator[Observation]:
    """Yield where a stranger makes an account with the role that he names."""
    sent = _variables(function)
    for call in calls(function.node.body):
        of = dotted(call.callee.of) if isinstance(call.callee, ir.Attribute) else ""
        is_made = (last_name(call.callee) in _MAKING and _PEOPLE.search(of)) or (
            call.is_new and _PEOPLE.search(last_name(call.callee))
        )
        for argument in call.arguments if is_made else ():
            for key, value in argument.value.entries if isinstance(argument.value, ir.Record) else ():
                if key is None or not _CLAIM.match(text_of(key) or ""):
                    continue
                if _claimed(value)[0] or (isinstance(value, ir.Name) and value.name in sent):
                    yield _told(function, call, f"makes an account with the `{text_of(key)}` that the request names")
