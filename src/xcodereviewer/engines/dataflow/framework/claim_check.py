"""Who somebody is and what he may do, taken from what his browser says."""

import re
from collections.abc import Iterator

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.observation import Observation
from xcodereviewer.engines.dataflow.framework.ownership import models_of
from xcodereviewer.engines.dataflow.framework.routes import Application
from xcodereviewer.engines.dataflow.framework.walking import argument_of, dotted, nodes, text_of
from xcodereviewer.engines.dataflow.program import FunctionInfo

__all__ = ["claimed_roles"]

_CLAIM = re.compile(
    r"^(?:is_?)?(?:admin|role|superuser|staff|privileged|access_?level|user_?role|logged_?in|authenticated)$",
    re.IGNORECASE,
)
_WHO = re.compile(r"^(?:user_?id|uid|user|userid|username|account_?id)$", re.IGNORECASE)
_COOKIES = re.compile(r"(?:^|\.)(?:COOKIES|cookies)$")
_LOOKING = frozenset(("get", "filter", "filter_by", "get_or_404", "find_one"))


def claimed_roles(application: Application) -> Iterator[Observation]:
    """Yield tests of a cookie that says what somebody may do, and records of users that a bare cookie chooses."""
    for function in application.functions():
        names = _from_cookies(function)
        for node in nodes(function.node.body):
            match node:
                case ir.Binary(operator="==" | "!=" | "is", left=left, right=ir.Const()):
                    key = _claimed(left, names)
                    if key is not None and _CLAIM.match(key):
                        yield _told(function, node.at, f"decides by the cookie `{key}` what somebody may do")
                case ir.Call() if dotted(node.callee).rpartition(".")[2] in _LOOKING and node.arguments:
                    keys = (_claimed(one.value, names) for one in node.arguments)
                    key = next((one for one in keys if one is not None and _WHO.match(one)), None)
                    if key is not None and any(True for _ in models_of(application, function, node)):
                        yield _told(
                            function, node.at, f"takes the user from the cookie `{key}` (`{dotted(node.callee)}`)"
                        )


def _told(function: FunctionInfo, at: int, does: str) -> Observation:
    return Observation(
        kind=CheckKind.CLAIMED_ROLE,
        unit=function.unit.number,
        at=at,
        message=f"`{function.node.name}` {does}; a browser sends whatever its user writes into it.",
        confidence=Confidence.MEDIUM,
    )


def _from_cookies(function: FunctionInfo) -> dict[str, str]:
    """Return the variables that hold a cookie, with its name."""
    found: dict[str, str] = {}
    for node in nodes(function.node.body):
        if isinstance(node, ir.Assign) and isinstance(node.target, ir.Name):
            key = _claimed(node.value, {})
            if key is not None:
                found[node.target.name] = key
    return found


def _claimed(node: object, names: dict[str, str]) -> str | None:
    """Return the name of the cookie that an expression is the value of."""
    match node:
        case ir.Name():
            return names.get(node.name)
        case ir.Index() if _COOKIES.search(dotted(node.of)):
            return text_of(node.key)
        case ir.Call(callee=ir.Attribute(name="get") as callee) if _COOKIES.search(dotted(callee.of)):
            return text_of(argument_of(node, 0))
    return None
