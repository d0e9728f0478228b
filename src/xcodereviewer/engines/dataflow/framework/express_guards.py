"""What middleware of Express asks of a request: by the library that it is of, by what it does, or by its name."""

import re
from collections.abc import Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.express_functions import ExpressFunctions
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.walking import argument_of, dotted, text_of
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

__all__ = ["ExpressGuards"]

_LIMIT = re.compile(r"rate_?limit|limiter|throttl|slow_?down|brute|captcha|lock_?out", re.IGNORECASE)
_CSRF = re.compile(r"csrf|csurf|xsrf|double_?submit", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:^|[._])(?:is|require|ensure|check|verify|must_?be|only|allow|has|restrict|permit|authorize|authorise|can)?_?\w*"
    r"(?:admin\w*|roles?|permissions?|permit(?:ted)?|owner\w*|moderator|staff|grant\w*|restrict_?to|authori[sz]e(?:d)?)"
    r"(?:_?middleware|_?only)?$",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:^|[._])(?:(?:is|require[sd]?|ensure|check|verify|must|need|validate|authenticate|protect|jwt|token|user|login|"
    r"session|api)_?\w*?)?(?:auth(?:n|ed|enticat\w*|_?guard|_?middleware|_?required)?|jwt\w*|access_?token|token|logged_?in\w*|"
    r"login(?:_?required)?|signed_?in\w*|signin|session_?user|current_?user|protect(?:ed)?|bearer\w*|api_?key|user_?loggedin)"
    r"(?:_?middleware|_?handler|_?guard)?$",
    re.IGNORECASE,
)
_NOT_LOGIN = re.compile(
    r"csrf|optional|logout|login_?(?:page|form|view)|initialize|^session$|rate|set_?token", re.IGNORECASE
)
_OPTIONAL = ("credentialsRequired", "optional")
# Factories of libraries: what they give asks who is there.
_FACTORIES = frozenset(
    ("expressJwt", "expressjwt", "jwt", "requiresAuth", "basicAuth", "auth", "checkJwt", "bearerToken")
)


class ExpressGuards:
    """Reads protections off middleware."""

    def __init__(self, behaviours: Behaviours, functions: ExpressFunctions) -> None:
        self._behaviours = behaviours
        self._functions = functions

    def of(self, unit: Unit, node: ir.Expression) -> Iterator[Protection]:
        """Yield what a middleware protects from."""
        if isinstance(node, ir.Collection):
            for one in node.items:
                yield from self.of(unit, one)
            return
        name = _plain(dotted(node))
        function = self._functions.of(unit, node)
        found = list(self._by_behaviour(function, name, unit, node.at)) if function is not None else []
        yield from found
        kind = _kind(node, name)
        if kind is not None and not any(one.kind is kind for one in found):
            yield Protection(kind, name, unit.number, node.at, certain=function is None)

    def of_handler(self, function: FunctionInfo) -> Iterator[Protection]:
        """Yield what a handler asks itself before it does its work."""
        behaviour = self._behaviours.of(function)
        yield from self._by_behaviour(function, "", function.unit, 0)
        for place in () if behaviour.refusals else behaviour.throttles[:1]:
            yield Protection(ProtectionKind.RATE_LIMIT, place.text, place.unit, place.at)

    def _by_behaviour(self, function: FunctionInfo, name: str, unit: Unit, at: int) -> Iterator[Protection]:
        behaviour = self._behaviours.of(function)
        if not behaviour.refusals:
            return
        for places, kind in (
            (behaviour.users, ProtectionKind.AUTHENTICATION),
            (behaviour.roles, ProtectionKind.PERMISSION),
            (behaviour.throttles, ProtectionKind.RATE_LIMIT),
        ):
            if places:
                place = places[0]
                yield Protection(kind, name or place.text, unit.number if at else place.unit, at or place.at)


def _plain(name: str) -> str:
    """Return the name without what imports make of it: `require("./auth").check` is `auth.check`."""
    return re.sub(r"require\(\"(?:.*/)?([^\"]*)\"\)", r"\1", name)


def _kind(node: ir.Expression, name: str) -> ProtectionKind | None:
    last = name.rpartition(".")[2]
    if _CSRF.search(last) or (last == "csrf" or name.endswith(("lusca", "lusca.csrf"))):
        return ProtectionKind.CSRF
    if _LIMIT.search(name):
        return ProtectionKind.RATE_LIMIT
    if "optional" in last.lower() or (isinstance(node, ir.Call) and _lets_strangers_in(node)):
        return ProtectionKind.OPEN
    if name.startswith("passport.") and last != "authenticate":
        return None
    if name == "passport.authenticate" and isinstance(node, ir.Call):
        strategy = text_of(argument_of(node, 0)) or ""
        return ProtectionKind.AUTHENTICATION if strategy in ("jwt", "bearer", "basic", "session", "") else None
    if isinstance(node, ir.Call) and last in _FACTORIES:
        wanted = " ".join(text for one in node.arguments if (text := text_of(one.value)))
        return ProtectionKind.PERMISSION if wanted else ProtectionKind.AUTHENTICATION
    if _NOT_LOGIN.search(last):
        return None
    if _ROLE.search(last):
        return ProtectionKind.PERMISSION
    is_auth_module = re.search(r"(?:^|\.)auth\w*\.(?:required|protect|check|verify|ensure)\w*$", name, re.IGNORECASE)
    return ProtectionKind.AUTHENTICATION if _LOGIN.search(last) or is_auth_module else None


def _lets_strangers_in(call: ir.Call) -> bool:
    for argument in call.arguments:
        if isinstance(argument.value, ir.Record):
            for key, value in argument.value.entries:
                wanted = text_of(key) == "optional"
                if text_of(key) in _OPTIONAL and isinstance(value, ir.Const) and value.value is wanted:
                    return True
    return False
