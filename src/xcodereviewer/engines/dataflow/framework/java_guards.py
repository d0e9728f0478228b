"""What annotations of Java ask of a request: those of Spring Security, Jakarta, Shiro, and the program's own."""

import re
from collections.abc import Iterable, Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.java_annotations import Annotation, annotations
from xcodereviewer.engines.dataflow.framework.java_names import JavaNames
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

__all__ = ["WHO", "JavaGuards", "kind_of_expression"]

WHO = (ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION, ProtectionKind.OPEN)
_KNOWN = {
    "RolesAllowed": ProtectionKind.PERMISSION,
    "DenyAll": ProtectionKind.PERMISSION,
    "RequiresRoles": ProtectionKind.PERMISSION,
    "RequiresPermissions": ProtectionKind.PERMISSION,
    "SaCheckRole": ProtectionKind.PERMISSION,
    "SaCheckPermission": ProtectionKind.PERMISSION,
    "PermissionsAllowed": ProtectionKind.PERMISSION,
    "RequiresAuthentication": ProtectionKind.AUTHENTICATION,
    "RequiresUser": ProtectionKind.AUTHENTICATION,
    "SaCheckLogin": ProtectionKind.AUTHENTICATION,
    "Authenticated": ProtectionKind.AUTHENTICATION,
    "PermitAll": ProtectionKind.OPEN,
    "RequiresGuest": ProtectionKind.OPEN,
    "SaIgnore": ProtectionKind.OPEN,
    "RateLimiter": ProtectionKind.RATE_LIMIT,
}
_OPEN = re.compile(
    r"^(?:(?:Ignore|Skip|No|Without|Pass|Permit|Allow)\w*(?:Auth\w*|Login|Token|Security|Anonymous|All)|Anonymous\w*)$"
)
_LIMIT = re.compile(r"RateLimit|Throttl|AccessLimit|RequestLimit|RepeatSubmit")
_PERMISSION = re.compile(
    r"^(?!Enable)\w*(?:Role|Permission|Privilege|Admin|Authorit(?:y|ie)|Authorize|Owner)s?(?:Required|Only|Check|Allowed)?$"
)
_LOGIN = re.compile(
    r"^(?!Enable|Audit|Log(?!in))\w*(?:Authenticated|Authentication|Login|LoggedIn|LoginRequired|AuthRequired|RequireAuth"
    r"|Token)$"
)
_DEEPEST = 3


class JavaGuards:
    """Reads protections off annotations."""

    def __init__(self, names: JavaNames) -> None:
        self._names = names

    def of_method(self, function: FunctionInfo, owner: ClassInfo) -> list[Protection]:
        """Return what the annotations of a handler ask for, and those of its class of which it says nothing itself."""
        own = list(self.of_annotations(function.unit, function.node.decorators))
        own += [one for same in self._declared_above(function, owner) for one in same]
        says_who = any(one.kind in WHO for one in own)
        for one in owner.lineage():
            if isinstance(one, ClassInfo):
                around = self.of_annotations(one.unit, one.node.decorators)
                own += [found for found in around if not (says_who and found.kind in WHO)]
        return list(dict.fromkeys(own))

    def of_annotations(self, unit: Unit, decorators: Iterable[ir.Expression], depth: int = 0) -> Iterator[Protection]:
        """Yield what annotations ask for."""
        for one in annotations(decorators):
            kind, certain = self._kind(unit, one)
            if kind is not None:
                yield Protection(kind, f"@{one.name}", unit.number, one.at, certain)
                continue
            meta = self._names.class_named(unit, one.node) if depth < _DEEPEST else None
            for inner in self.of_annotations(meta.unit, meta.node.decorators, depth + 1) if meta is not None else ():
                yield Protection(inner.kind, f"@{one.name}", unit.number, one.at, inner.certain)

    def _declared_above(self, function: FunctionInfo, owner: ClassInfo) -> Iterator[Iterator[Protection]]:
        """Yield what the same method of the interfaces that a class implements asks for."""
        for one, node in self._names.methods(owner):
            if one is not function.owner and node.name == function.node.name:
                yield self.of_annotations(one.unit, node.decorators)

    def _kind(self, unit: Unit, one: Annotation) -> tuple[ProtectionKind | None, bool]:
        if one.name in ("PreAuthorize", "PostAuthorize"):
            given = one.given("value")
            texts = self._names.texts(unit, given)
            return kind_of_expression(texts[0] if texts else "?"), True
        if one.name == "Secured":
            texts = self._names.texts(unit, one.given("value"))
            return kind_of_expression(" ".join(texts) if texts else "?"), True
        if one.name in _KNOWN:
            return _KNOWN[one.name], True
        for pattern, kind in (
            (_OPEN, ProtectionKind.OPEN),
            (_LIMIT, ProtectionKind.RATE_LIMIT),
            (_PERMISSION, ProtectionKind.PERMISSION),
            (_LOGIN, ProtectionKind.AUTHENTICATION),
        ):
            if pattern.search(one.name):
                return kind, False
        return None, False


def kind_of_expression(text: str) -> ProtectionKind:
    """Return what an expression of Spring Security asks for: `hasRole('A')`, `isAuthenticated()`, `permitAll`."""
    if re.fullmatch(r"\s*(?:permitAll(?:\(\))?|true|(?:is)?[aA]nonymous\(\)|IS_AUTHENTICATED_ANONYMOUSLY)\s*", text):
        return ProtectionKind.OPEN
    if re.fullmatch(r"\s*(?:is(?:Fully)?Authenticated\(\)|IS_AUTHENTICATED_(?:FULLY|REMEMBERED))\s*", text):
        return ProtectionKind.AUTHENTICATION
    return ProtectionKind.PERMISSION
