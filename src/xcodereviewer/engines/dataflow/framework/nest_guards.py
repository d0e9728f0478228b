"""What guards and decorators of Nest ask of a request: by their library, by what they do, by their name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

__all__ = ["Demands", "NestGuards"]

_BY_METADATA = re.compile(
    r"^(?:Roles?|Permissions?|Polic(?:y|ies)|Abilit(?:y|ies)|Acl|AccessControl|Scopes?|Claims?)(?:Auth)?Guard$"
)
_METADATA = re.compile(
    r"^(?:Roles?|Permissions?|(?:Require|Check|Has|Need)\w*(?:Roles?|Permissions?|Polic(?:y|ies)|Abilit(?:y|ies)|Scopes?)|"
    r"Polic(?:y|ies)|Acl|UseRoles|Scopes?|Authorize)$"
)
_OPEN = re.compile(
    r"^(?:Is)?Public\w*$|^(?:Skip|No|Allow|Ignore|Disable|Without)\w*(?:Auth\w*|Guards?|Anonymous|Unauth\w*|Jwt)$|^Anonymous$"
)
_OPEN_KEY = re.compile(r"public|skip_?auth|no_?auth|anonymous|unauth|open", re.IGNORECASE)
_CSRF = re.compile(r"csrf|xsrf", re.IGNORECASE)
_LIMIT = re.compile(r"Throttl|RateLimit", re.IGNORECASE)
_PERMISSION = re.compile(r"Role|Permission|Admin|Polic|Abilit|Acl|Owner|Scope|Staff|Moderator")
_LOGIN = re.compile(r"Auth|Jwt|Token|Session|Login|LoggedIn|Bearer|ApiKey|User")
_FOR_LOGIN = frozenset(("local", "google", "facebook", "github", "oauth2", "saml", "twitter", "apple"))
_ANSWERING = ("canActivate", "use")  # of a guard, of middleware
_DEEPEST = 3


@dataclass(slots=True)
class Demands:
    """What decorators say: protections, and whether some stand there that only hold where metadata wants it."""

    found: list[Protection] = field(default_factory=list)
    wants_metadata: bool = False

    def add(self, other: "Demands") -> None:
        """Say what others say, too."""
        self.found += other.found
        self.wants_metadata |= other.wants_metadata


class NestGuards:
    """Reads protections off guards and decorators."""

    def __init__(self, meanings: Meanings, behaviours: Behaviours) -> None:
        self._meanings = meanings
        self._behaviours = behaviours

    def of_decorators(self, unit: Unit, decorators: Iterable[ir.Expression], depth: int = 0) -> Demands:
        """Return what decorators of a controller or a handler ask for."""
        said = Demands()
        for one in decorators:
            name = last_name(one)
            if name == "UseGuards" and isinstance(one, ir.Call):
                for argument in one.arguments:
                    said.add(self.of_guard(unit, argument.value))
            elif self._is_open(unit, one, name):
                said.found.append(Protection(ProtectionKind.OPEN, f"@{name}", unit.number, one.at))
            elif _METADATA.match(name):
                said.found.append(Protection(ProtectionKind.PERMISSION, f"@{name}", unit.number, one.at, certain=False))
            elif name == "Throttle":
                said.found.append(Protection(ProtectionKind.RATE_LIMIT, f"@{name}", unit.number, one.at))
            elif depth < _DEEPEST:
                said.add(self._composed(unit, one, depth))
        return said

    def of_middleware(self, unit: Unit, node: ir.Expression) -> Iterator[Protection]:
        """Yield what middleware asks for, a class or a function."""
        name = last_name(node)
        owner = self._meanings.script.class_named(unit, node)
        if owner is not None:
            yield from self._of_class(owner, name, unit, node.at)
            return
        kind = _by_name(name)
        if kind is not None:
            yield Protection(kind, name, unit.number, node.at, certain=False)

    def of_guard(self, unit: Unit, node: ir.Expression) -> Demands:
        """Return what a guard asks for: a class, an object of it, or `AuthGuard("jwt")`."""
        name = last_name(node)
        if name == "AuthGuard" and isinstance(node, ir.Call):
            return Demands(list(_by_strategy(node, f"AuthGuard({text_of(argument_of(node, 0)) or ''})", unit, node.at)))
        if _BY_METADATA.match(name):
            return Demands(wants_metadata=True)
        callee = node.callee if isinstance(node, ir.Call) else node
        owner = self._meanings.script.class_named(unit, callee)
        if owner is not None:
            found = list(self._of_class(owner, name, unit, node.at))
            if found or _inherited(owner) is not None:
                return Demands(found)
        kind = _by_name(name)
        return Demands([Protection(kind, name, unit.number, node.at, certain=owner is None)] if kind else [])

    def _of_class(self, owner: ClassInfo, name: str, unit: Unit, at: int) -> Iterator[Protection]:
        if "ptional" in name:
            yield Protection(ProtectionKind.OPEN, name, unit.number, at)
            return
        strategy = _inherited(owner)
        if strategy is not None:
            yield from _by_strategy(strategy, name, unit, at)
            return
        for node in owner.node.body:
            method = self._meanings.script.method(owner, node) if isinstance(node, ir.Function) else None
            if method is None or method.node.name not in _ANSWERING:
                continue
            behaviour = self._behaviours.of(method)
            for places, kind in (
                (behaviour.users, ProtectionKind.AUTHENTICATION),
                (behaviour.roles, ProtectionKind.PERMISSION),
            ):
                if places and (behaviour.refusals or _LOGIN.search(name) or _PERMISSION.search(name)):
                    yield Protection(kind, name, unit.number, at, bool(behaviour.refusals))

    def _is_open(self, unit: Unit, node: ir.Expression, name: str) -> bool:
        """Whether a decorator says that strangers may come in: by its name, or by the metadata that it sets."""
        if _OPEN.match(name):
            return True
        made = [node] if name == "SetMetadata" else self._results(unit, node)
        for one in made:
            if isinstance(one, ir.Call) and last_name(one.callee) == "SetMetadata":
                key, value = argument_of(one, 0), argument_of(one, 1)
                text = text_of(key) or last_name(key)
                if _OPEN_KEY.search(text) and isinstance(value, ir.Const) and value.value is True:
                    return True
        return False

    def _composed(self, unit: Unit, node: ir.Expression, depth: int) -> Demands:
        """Return what a decorator of the program's own asks for that puts others together."""
        said = Demands()
        for function in self._functions(unit, node):
            for call in calls(function.node.body):
                if last_name(call.callee) == "applyDecorators":
                    inner = [argument.value for argument in call.arguments]
                    said.add(self.of_decorators(function.unit, inner, depth + 1))
        return said

    def _results(self, unit: Unit, node: ir.Expression) -> list[object]:
        returns = (one for function in self._functions(unit, node) for one in nodes(function.node.body))
        return [one.value for one in returns if isinstance(one, ir.Return)]

    def _functions(self, unit: Unit, node: ir.Expression) -> list[FunctionInfo]:
        return self._meanings.functions(unit, node.callee if isinstance(node, ir.Call) else node)


def _inherited(owner: ClassInfo) -> ir.Call | None:
    """Return the `AuthGuard("jwt")` that a class extends."""
    for one in owner.lineage():
        for base in one.node.bases if isinstance(one, ClassInfo) else ():
            if isinstance(base.value, ir.Call) and last_name(base.value.callee) == "AuthGuard":
                return base.value
    return None


def _by_strategy(call: ir.Call, name: str, unit: Unit, at: int) -> Iterator[Protection]:
    """Yield what a strategy of passport asks for: those by which somebody logs in ask nobody who he is."""
    named = {text for node in nodes(call.arguments) if (text := text_of(node))}
    if "anonymous" in named:
        yield Protection(ProtectionKind.OPEN, name, unit.number, at)
    elif not named or not named <= _FOR_LOGIN:
        yield Protection(ProtectionKind.AUTHENTICATION, name, unit.number, at)


def _by_name(name: str) -> ProtectionKind | None:
    for pattern, kind in (
        (_LIMIT, ProtectionKind.RATE_LIMIT),
        (_CSRF, ProtectionKind.CSRF),
        (_PERMISSION, ProtectionKind.PERMISSION),
        (_LOGIN, ProtectionKind.AUTHENTICATION),
    ):
        if pattern.search(name):
            return kind
    return None
