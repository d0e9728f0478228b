"""Which protections a route has: by decorators, classes, dependencies and what its functions do."""

import re
from collections.abc import Iterable, Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviour, Behaviours
from xcodereviewer.engines.dataflow.framework.identity import is_auth_name, is_role_name
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.walking import argument_of, dotted, last_name, nodes
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import Library

__all__ = ["Protections"]

_RATE = re.compile(r"rate_?limit|throttl|limiter(?:\.|$)|\blimit$|axes_|captcha", re.IGNORECASE)
_CREDENTIAL_READERS = re.compile(
    r"^(?:fastapi|starlette)\..*(?:OAuth2\w*|HTTPBearer|HTTPBasic|HTTPDigest|APIKey(?:Header|Query|Cookie)|OpenIdConnect)$"
)
_OPEN = frozenset(
    ("AllowAny", "IsAuthenticatedOrReadOnly", "DjangoModelPermissionsOrAnonReadOnly", "login_not_required")
)
_MIXIN = re.compile(
    r"(?:Login|Permission|Staff|Admin|Superuser|Auth\w*|Access|UserPassesTest|Role)\w*Mixin$", re.IGNORECASE
)
_DEMANDING = re.compile(
    r"(?:^|\.)(?:requires?|restrict(?:ed)?|protected|secured?|needs?|demands?|allow(?:ed)?|guard)$", re.IGNORECASE
)
_CLASS_LISTS = ("decorators", "method_decorators", "permission_classes", "authentication_classes", "throttle_classes")
_DEEPEST = 4


class Protections:
    """Reads protections off the program."""

    def __init__(self, meanings: Meanings, behaviours: Behaviours) -> None:
        self._meanings = meanings
        self._behaviours = behaviours

    def of_decorators(self, unit: Unit, decorators: Iterable[ir.Expression]) -> Iterator[Protection]:
        """Yield what decorators protect from."""
        for one in decorators:
            yield from self.of_guard(unit, one)

    def of_guard(self, unit: Unit, node: ir.Expression) -> Iterator[Protection]:
        """Yield what a decorator, a permission class or a wrapper of a view protects from."""
        callee = node.callee if isinstance(node, ir.Call) else node
        if isinstance(node, ir.Call) and last_name(callee) == "method_decorator":
            inner = argument_of(node, 0, "decorator")
            for one in inner.items if isinstance(inner, ir.Collection) else (inner,):
                if one is not None:
                    yield from self.of_guard(unit, one)
            return
        name = dotted(callee)
        if _is_optional(node):
            return
        functions = self._meanings.functions(unit, callee)
        for function in functions:
            yield from self._of_own(function, name, unit, node.at)
        if not functions:
            found = list(self._of_name(name, unit, node.at, certain=bool(self._meanings.libraries(unit, callee))))
            yield from found or self._of_demand(node, name, unit)

    def _of_demand(self, node: ir.Expression, name: str, unit: Unit) -> Iterator[Protection]:
        """Yield what a decorator demands that gets it as an argument: `@allows.requires(IsAdmin)`."""
        if not isinstance(node, ir.Call) or not _DEMANDING.search(name):
            return
        wanted = (dotted(argument.value) for argument in node.arguments if not argument.keyword)
        is_role = any(is_role_name(one) for one in wanted if one)
        kind = ProtectionKind.PERMISSION if is_role else ProtectionKind.AUTHENTICATION
        yield Protection(kind, name, unit.number, node.at, certain=False)

    def of_class_name(self, name: str, unit: Unit, at: int) -> Iterator[Protection]:
        """Yield what a permission or throttle class protects from that settings name."""
        yield from self._of_name(name, unit, at, certain=name.startswith("rest_framework."))

    def of_body(self, function: FunctionInfo) -> Iterator[Protection]:
        """Yield what a function asks before it does its work."""
        yield from _told_by(self._behaviours.of(function), "", None)

    def of_hook(self, function: FunctionInfo, name: str = "") -> Iterator[Protection]:
        """Yield what a function protects from that runs before every request."""
        behaviour = self._behaviours.of(function)
        if "csrf" in function.node.name.lower():
            yield Protection(ProtectionKind.CSRF, function.node.name, function.unit.number, function.node.at)
        elif behaviour.refusals:
            yield from _told_by(behaviour, name or function.node.name, None)

    def of_class(self, owner: ClassInfo) -> Iterator[Protection]:
        """Yield what a class of views declares for all of them."""
        for one in owner.lineage():
            if isinstance(one, Library):
                if _MIXIN.search(one.name):
                    yield from self._of_name(one.name, owner.unit, owner.node.at, certain=True)
                continue
            yield from self.of_decorators(one.unit, one.node.decorators)
            yield from self._of_class_body(one)

    def of_parameters(self, function: FunctionInfo, depth: int = 0) -> Iterator[Protection]:
        """Yield what a function's dependencies (`Depends(…)`, `Security(…)`) protect from."""
        for parameter in function.node.parameters:
            for one in (parameter.default, parameter.annotation):
                if one is not None:
                    yield from self.of_dependencies(function.unit, one, depth)

    def of_dependencies(self, unit: Unit, node: object, depth: int = 0) -> Iterator[Protection]:
        """Yield what the dependencies in an expression protect from; names of declared types are looked into."""
        if depth > _DEEPEST:
            return
        for one in nodes(node):
            if isinstance(one, ir.Call) and last_name(one.callee) in ("Depends", "Security"):
                wanted = argument_of(one, 0, "dependency")
                if wanted is not None:
                    yield from self._of_dependency(unit, wanted, one.at, depth)
            elif isinstance(one, ir.Name):
                home, value = self._meanings.assigned(unit, one)
                if isinstance(value, ir.Index | ir.Call) and value is not node:
                    yield from self.of_dependencies(home, value, depth + 1)

    def _of_dependency(self, unit: Unit, wanted: ir.Expression, at: int, depth: int) -> Iterator[Protection]:
        name = dotted(wanted)
        home, value = self._meanings.assigned(unit, wanted)
        maker = value.callee if isinstance(value, ir.Call) else wanted.callee if isinstance(wanted, ir.Call) else None
        if maker is not None and any(map(_CREDENTIAL_READERS.search, self._meanings.libraries(home, maker))):
            yield Protection(ProtectionKind.AUTHENTICATION, name, unit.number, at)
            return
        function = self._meanings.defined(unit, wanted.callee if isinstance(wanted, ir.Call) else wanted)
        if function is None:
            yield from self._of_name(name, unit, at, certain=False)
            return
        yield from self._of_own(function, name, unit, at)
        yield from self.of_parameters(function, depth + 1)

    def _of_class_body(self, one: ClassInfo) -> Iterator[Protection]:
        for statement in one.node.body:
            match statement:
                case ir.Assign(target=ir.Name(name=name), value=value) if name in _CLASS_LISTS and value is not None:
                    for item in value.items if isinstance(value, ir.Collection) else (value,):
                        yield from self.of_guard(one.unit, item)
                case ir.Assign(target=ir.Name(name="permission_required" | "raise_exception")):
                    yield Protection(ProtectionKind.PERMISSION, "permission_required", one.unit.number, statement.at)
                case ir.Assign():
                    yield from self.of_dependencies(one.unit, (statement.value, statement.annotation))
                case ir.Function(name="dispatch" | "prepare" | "get_permissions" | "initial" | "test_func" | "setup"):
                    yield from self.of_decorators(one.unit, statement.decorators)
                    yield from self._of_hook_method(one, statement.name)

    def _of_hook_method(self, owner: ClassInfo, name: str) -> Iterator[Protection]:
        member = owner.members.get(name)
        for function in member.things if member is not None else ():
            if isinstance(function, FunctionInfo):
                yield from _told_by(self._behaviours.of(function), name, None)

    def _of_own(self, function: FunctionInfo, name: str, unit: Unit, at: int) -> Iterator[Protection]:
        """Yield what a function of the program protects from that is a decorator or a dependency."""
        behaviour = self._behaviours.of(function)
        if "csrf" in name.lower():
            yield from self._of_name(name, unit, at, certain=True)
            return
        found = list(_told_by(behaviour, name, (unit.number, at)))
        yield from found
        if not any(one.kind in (ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION) for one in found):
            yield from self._of_name(name, unit, at, certain=False)

    def _of_name(self, name: str, unit: Unit, at: int, *, certain: bool) -> Iterator[Protection]:
        last = name.rpartition(".")[2]
        kind = _kind_of(name, last)
        if kind is not None:
            yield Protection(kind, name, unit.number, at, certain)


def _kind_of(name: str, last: str) -> ProtectionKind | None:
    if last in _OPEN:
        return ProtectionKind.OPEN
    if re.search(r"csrf_?exempt|csrf\.exempt", name, re.IGNORECASE):
        return ProtectionKind.CSRF_EXEMPT
    if "csrf" in name.lower():
        return ProtectionKind.CSRF
    if _RATE.search(name):
        return ProtectionKind.RATE_LIMIT
    if is_auth_name(last) or last in ("user_passes_test", "IsAuthenticated") or _MIXIN.search(last):
        return ProtectionKind.PERMISSION if is_role_name(last) else ProtectionKind.AUTHENTICATION
    if re.search(r"(?:^Is|^Has|^Can|Permission)[A-Z]?\w*|Authentication$|JWTAuth", last) and last[:1].isupper():
        return (
            ProtectionKind.PERMISSION
            if is_role_name(last) or last[:3] in ("Has", "Can")
            else ProtectionKind.AUTHENTICATION
        )
    return None


def _is_optional(node: ir.Expression) -> bool:
    """Whether a decorator lets strangers through: `@jwt_required(optional=True)`."""
    given = argument_of(node, -1, "optional") if isinstance(node, ir.Call) else None
    return isinstance(given, ir.Const) and given.value is True


def _told_by(behaviour: Behaviour, name: str, at: tuple[int, int] | None) -> Iterator[Protection]:
    certain = bool(behaviour.refusals)
    for places, kind in (
        (behaviour.users, ProtectionKind.AUTHENTICATION),
        (behaviour.roles, ProtectionKind.PERMISSION),
        (behaviour.throttles, ProtectionKind.RATE_LIMIT),
    ):
        if places:
            first = places[0]
            unit, place = at if at is not None else (first.unit, first.at)
            yield Protection(kind, name or first.text, unit, place, certain)
