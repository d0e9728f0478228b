"""The routes of Nest: what the decorators of controllers declare, with the guards before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.express_routes import script_parameters
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.nest_guards import Demands, NestGuards
from xcodereviewer.engines.dataflow.framework.nest_middleware import Applied, applied_middleware
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import joined
from xcodereviewer.engines.dataflow.framework.walking import argument_of, last_name, nodes, text_of, texts_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

__all__ = ["NestRoutes", "is_nest"]

_METHODS = {
    "Get": ("GET",),
    "Post": ("POST",),
    "Put": ("PUT",),
    "Patch": ("PATCH",),
    "Delete": ("DELETE",),
    "All": (),
}
_WHO = (ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION)
_OF_REQUEST = re.compile(r"^(?:req|request|ctx|context|session|current_?user|logged_?in_?user)\b|\(\)$", re.IGNORECASE)
_KNOWING = frozenset(("CurrentUser", "User", "GetUser", "AuthUser", "ReqUser", "LoggedUser", "GetCurrentUser"))


def is_nest(unit: Unit) -> bool:
    """Whether a module imports Nest."""
    return any(isinstance(one, ir.Import) and one.module == "@nestjs/common" for one in unit.module.body)


class NestRoutes:
    """The controllers of a program and what stands before all of them."""

    def __init__(self, meanings: Meanings, guards: NestGuards, protections: Protections) -> None:
        self._meanings = meanings
        self._guards = guards
        self._protections = protections
        self._prefix = ""
        self._is_versioned = False
        self._everywhere = Demands()
        self._applied: list[Applied] = []

    def routes(self, units: Sequence[Unit]) -> Iterator[Route]:
        """Yield the routes of the modules."""
        for unit in units:
            self._note_whole(unit)
        for unit in units:
            for owner in self._meanings.script.classes(unit):
                controller = _decorator(owner.node.decorators, "Controller")
                if controller is not None:
                    yield from self._of_controller(owner, controller)

    def _note_whole(self, unit: Unit) -> None:
        """Note what a module says of the whole application: guards, the prefix, versions in paths."""
        for applied in applied_middleware(unit):
            found = [one for home, given in applied.middleware for one in self._guards.of_middleware(home, given)]
            self._applied.append(replace(applied, protections=tuple(found)))
        for node in nodes(unit.module.body):
            match node:
                case ir.Record():
                    row = {text_of(key): value for key, value in node.entries}
                    guard = row.get("useClass") or row.get("useExisting")
                    if last_name(row.get("provide")) == "APP_GUARD" and guard is not None:
                        self._everywhere.add(self._guards.of_guard(unit, guard))
                case ir.Call() if last_name(node.callee) == "useGlobalGuards":
                    for argument in node.arguments:
                        self._everywhere.add(self._guards.of_guard(unit, argument.value))
                case ir.Call() if last_name(node.callee) == "setGlobalPrefix":
                    self._prefix = text_of(argument_of(node, 0)) or ""
                case ir.Call() if last_name(node.callee) == "enableVersioning":
                    self._is_versioned = True

    def _of_controller(self, owner: ClassInfo, controller: ir.Expression) -> Iterator[Route]:
        prefixes = self._prefixes(controller)
        around = self._guards.of_decorators(owner.unit, owner.node.decorators)
        seen: set[str] = set()
        for one, node in self._meanings.script.methods(owner):
            mapping = _decorator(node.decorators, *_METHODS)
            function = self._meanings.script.method(one, node)
            if mapping is None or function is None or node.name in seen:
                continue
            seen.add(node.name)
            asked = self._asked(one.unit, node, around)
            found = (*asked, *_by_parameters(one.unit, node), *self._asked_by_body(function))
            for path in (joined(prefix, own) for prefix in prefixes for own in _paths(mapping)):
                yield self._route(owner, function, mapping, path, found)

    def _route(
        self,
        owner: ClassInfo,
        function: FunctionInfo,
        mapping: ir.Expression,
        path: str,
        asked: Sequence[Protection],
    ) -> Route:
        methods = _METHODS[last_name(mapping)]
        whole = "/" + joined(self._prefix, path).strip("/")
        before = self._before(owner.node.name, path, methods[0] if methods else "")
        return Route(
            path=whole,
            methods=methods,
            function=function,
            framework="nest",
            unit=function.unit.number,
            at=mapping.at,
            owner=owner,
            parameters=script_parameters(whole),
            protections=tuple(dict.fromkeys((*before, *asked))),
            group=(owner.unit.number, owner.node.name),
        )

    def _before(self, controller: str, path: str, method: str) -> Iterator[Protection]:
        for one in self._applied:
            if one.stands_before(controller, path, method):
                yield from one.protections

    def _asked(self, unit: Unit, node: ir.Function, around: Demands) -> Iterator[Protection]:
        """Yield what stands before a handler: a word of its own that strangers may come in overrides guards."""
        own = self._guards.of_decorators(unit, node.decorators)
        said = Demands()
        for demands in (self._everywhere, around, own):
            said.add(demands)
        is_open = any(one.kind is ProtectionKind.OPEN for one in own.found)
        is_open |= any(one.kind is ProtectionKind.OPEN for one in around.found) and not any(
            one.kind in _WHO for one in own.found
        )
        for one in said.found:
            if one.kind is ProtectionKind.OPEN and not is_open:
                continue
            if one.kind in _WHO and is_open:
                continue
            is_enforced = one.kind is ProtectionKind.PERMISSION and said.wants_metadata
            yield Protection(one.kind, one.text, one.unit, one.at, one.certain or is_enforced)

    def _asked_by_body(self, function: FunctionInfo) -> Iterator[Protection]:
        """Yield what a handler asks itself: of the request, not of a record that has a role, too."""
        for one in self._protections.of_body(function):
            if one.kind is not ProtectionKind.PERMISSION or _OF_REQUEST.search(one.text):
                yield one

    def _prefixes(self, controller: ir.Expression) -> tuple[str, ...]:
        first = argument_of(controller, 0) if isinstance(controller, ir.Call) else None
        if not isinstance(first, ir.Record):
            return texts_of(first) or ("",)
        row = {text_of(key): value for key, value in first.entries}
        paths = texts_of(row.get("path")) or ("",)
        version = text_of(row.get("version")) if self._is_versioned else None
        return tuple(joined(f"v{version}", path) for path in paths) if version else paths


def _paths(mapping: ir.Expression) -> tuple[str, ...]:
    first = argument_of(mapping, 0) if isinstance(mapping, ir.Call) else None
    return texts_of(first) or ("",)


def _decorator(decorators: Sequence[ir.Expression], *names: str) -> ir.Expression | None:
    return next((one for one in decorators if last_name(one) in names), None)


def _by_parameters(unit: Unit, node: ir.Function) -> Iterator[Protection]:
    """Yield that a handler is told who asks, which may be nobody."""
    for one in node.parameters:
        if any(last_name(mark) in _KNOWING for mark in one.decorators):
            kind = ProtectionKind.AUTHENTICATION
            yield Protection(kind, one.name, unit.number, one.at, certain=False)
