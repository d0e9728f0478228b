"""What middleware of Go asks of a request: by what it does, by the library that it is of, or by its name."""

import re

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.go_functions import GoFunctions
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.walking import argument_of, dotted, nodes, text_of, words
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

__all__ = ["GoGuards"]

_LIMIT = re.compile(r"rate_?limit|limiter|throttl|tollbooth|httprate", re.IGNORECASE)
_CSRF = re.compile(r"csrf|xsrf|nosurf", re.IGNORECASE)
_ROLES = frozenset("admin admins role roles permission permissions rbac casbin acl scope scopes owner staff".split())  # noqa: SIM905 - a list of words
_LOGINS = frozenset(
    """
    auth authn authenticate authenticated authentication authenticator authorization authorize authorized login jwt
    bearer signin apikey keyauth protect protected oauth
    """.split()  # noqa: SIM905 - a list of words
)
_STATES = frozenset(("token", "session", "user", "logged", "signed", "account", "identity"))
_DEMANDS = frozenset(
    "require required requires ensure check verify validate must need only guard in middleware".split()  # noqa: SIM905 - a list of words
)
_OPTIONAL = re.compile(r"optional|try_?auth|maybe", re.IGNORECASE)
_NOT_LOGIN = re.compile(
    r"logout|cors|handler$|store|verifier$|^set|page$|^sessions?$|callback|log(?:ger)?$", re.IGNORECASE
)
_AUTH_LIBRARY = re.compile(
    r"(?:^|/)(?:jwt|jwtauth|keyauth|basicauth|echo-jwt|jwtware|casbin|httpauth|auth0|oidc)(?:/|$|\.)"
)
_KEY = re.compile(
    r"user|uid|login|logged|auth|account|admin|member|role|identity|token|claims|api.?key|session|sid", re.IGNORECASE
)
_READS = frozenset(
    """
    Get GetHeader Peek Cookie Cookies Value Locals MustGet GetString GetInt GetInt64 GetUint GetBool
    """.split()  # noqa: SIM905 - a list of words
)
_ASKS = frozenset(
    ("verify", "validate", "check", "parse", "authenticate", "current", "require", "from", "is", "has", "get")
)
_WHO = frozenset("token jwt session auth user claims login identity authenticated logged".split())  # noqa: SIM905 - a list of words
_REFUSES = re.compile(r"Unauthorized|Forbidden|NotAuthenticated|PermissionDenied")
_LEADS_AWAY = re.compile(r"login|sign.?in|auth", re.IGNORECASE)


class GoGuards:
    """Reads protections off middleware and handlers."""

    def __init__(self, functions: GoFunctions) -> None:
        self._functions = functions
        self._known: dict[tuple[int, int], tuple[ProtectionKind, ...]] = {}

    def of(self, unit: Unit, node: ir.Expression) -> list[Protection]:
        """Return what a middleware protects from."""
        named = node.callee if isinstance(node, ir.Call) else node
        name = dotted(named)
        function = self._functions.of(unit, named)
        if function is not None:
            kinds = self._deeds(function)
            if kinds:
                return [Protection(kind, name or "middleware", unit.number, node.at) for kind in kinds]
        kind = self._by_name(unit, named, name)
        return [Protection(kind, name, unit.number, node.at, certain=function is None)] if kind is not None else []

    def of_handler(self, function: FunctionInfo) -> list[Protection]:
        """Return what a handler asks itself before it does its work."""
        kinds = self._deeds(function)
        return [Protection(kind, function.node.name, function.unit.number, function.node.at) for kind in kinds]

    def _by_name(self, unit: Unit, node: ir.Expression, name: str) -> ProtectionKind | None:
        library = self._functions.library(unit, node)
        last = name.rpartition(".")[2]
        if _CSRF.search(library or name):
            return ProtectionKind.CSRF
        if _LIMIT.search(library or name):
            return ProtectionKind.RATE_LIMIT
        said = words(last)
        if _OPTIONAL.search(last):
            return ProtectionKind.OPEN
        if not _NOT_LOGIN.search(last) and said & _ROLES:
            return ProtectionKind.PERMISSION
        if _NOT_LOGIN.search(last):
            return None
        is_demand = said & _LOGINS or (said & _STATES and said & _DEMANDS) or _AUTH_LIBRARY.search(library)
        return ProtectionKind.AUTHENTICATION if is_demand else None

    def _deeds(self, function: FunctionInfo) -> tuple[ProtectionKind, ...]:
        """Return what a function asks for and refuses, itself or by those that it calls."""
        key = (function.unit.number, function.node.at)
        known = self._known.get(key)
        if known is not None:
            return known
        self._known[key] = ()
        asked = {kind for node in nodes(function.node.body) if (kind := _asked(node)) is not None}
        found: tuple[ProtectionKind, ...] = ()
        refuses = any(map(_refuses, nodes(function.node.body)))
        if asked and refuses:
            found = (max(asked, key=lambda kind: kind is ProtectionKind.PERMISSION),)
        elif asked or refuses:
            found = self._of_called(function, asked, is_refused=refuses)
        self._known[key] = found
        return found

    def _of_called(
        self, function: FunctionInfo, asked: set[ProtectionKind], *, is_refused: bool
    ) -> tuple[ProtectionKind, ...]:
        """Return what is asked here and refused by what is called, or the other way round."""
        for one in self._functions.called(function):
            inside = list(nodes(one.node.body))
            below = {kind for node in inside if (kind := _asked(node)) is not None}
            if (asked and any(map(_refuses, inside))) or (is_refused and below):
                return (max(asked | below, key=lambda kind: kind is ProtectionKind.PERMISSION),)
        return ()


def _asked(node: object) -> ProtectionKind | None:
    """Return what an expression asks of who sends a request."""
    match node:
        case ir.Call():
            name = dotted(node.callee)
            last = name.rpartition(".")[2]
            key = text_of(argument_of(node, 0))
            if last == "BasicAuth" or (name.startswith("jwt.") and last.startswith("Parse")):
                return ProtectionKind.AUTHENTICATION
            said = words(last)
            if last in _READS and key is not None and _KEY.search(key):
                return ProtectionKind.PERMISSION if words(key) & _ROLES else ProtectionKind.AUTHENTICATION
            if said & _ASKS and said & _ROLES:
                return ProtectionKind.PERMISSION
            return ProtectionKind.AUTHENTICATION if said & _ASKS and said & _WHO else None
        case ir.Index():
            key = text_of(node.key)
            is_kept = dotted(node.of).rpartition(".")[2] in ("Values", "Header")
            return ProtectionKind.AUTHENTICATION if is_kept and key is not None and _KEY.search(key) else None
        case ir.Attribute() if words(node.name) & _ROLES and words(node.name) <= _ROLES | {"is", "has"}:
            return ProtectionKind.PERMISSION
    return None


def _refuses(node: object) -> bool:
    match node:
        case ir.Attribute() | ir.Name():
            return bool(_REFUSES.search(node.name))
        case ir.Const():
            return node.value in (401, 403) and not isinstance(node.value, bool)
        case ir.Call() if dotted(node.callee).endswith("Redirect"):
            texts = (text for one in node.arguments if (text := text_of(one.value)))
            return any(map(_LEADS_AWAY.search, texts))
    return False
