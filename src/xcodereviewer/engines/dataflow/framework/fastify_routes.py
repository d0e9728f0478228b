"""The routes of Fastify: plugins that are registered below each other, each with its prefix and its hooks.

A plugin is a function that gets an instance. What it registers with that belongs to it and to those below it; one that
`fastify-plugin` wraps belongs to whoever registers it. `@fastify/autoload` mounts a folder by the names of its folders.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.express_functions import ExpressFunctions
from xcodereviewer.engines.dataflow.framework.express_guards import ExpressGuards
from xcodereviewer.engines.dataflow.framework.express_routes import script_parameters
from xcodereviewer.engines.dataflow.framework.fastify_plugins import Plugin, find_plugins, mounted_folder, within
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import joined
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, dotted, last_name, text_of, texts_of
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["FastifyRoutes", "is_fastify"]

_METHODS = frozenset(("get", "post", "put", "patch", "delete", "head", "options", "all"))
_HOOKS = ("onRequest", "preParsing", "preValidation", "preHandler")
_VERIFYING = frozenset(("jwtVerify", "verifyBearerAuth", "authenticate", "requireAuth"))
_LIMITERS = ("@fastify/rate-limit", "fastify-rate-limit")
_DEEPEST = 6


def is_fastify(unit: Unit) -> bool:
    """Whether a module imports Fastify, or what its plugins are written with."""
    return any(isinstance(one, ir.Import) and "fastify" in one.module for one in unit.module.body)


@dataclass(slots=True)
class _Scope:
    """What a plugin declares, and where it is registered: in which other one, under which prefix."""

    plugin: Plugin
    routes: list[tuple[ir.Call, tuple[str, ...], str, ir.Record | None, ir.Expression | None]] = field(
        default_factory=list
    )
    hooks: list[Protection] = field(default_factory=list)
    inside: list[tuple[Plugin, str]] = field(default_factory=list)


class FastifyRoutes:
    """The plugins of a program and the routes that they declare."""

    def __init__(self, analysis: "Analysis", guards: ExpressGuards, functions: ExpressFunctions) -> None:
        self._analysis = analysis
        self._guards = guards
        self._functions = functions
        self._scopes: dict[Plugin, _Scope] = {}
        self._by_function: dict[tuple[int, int], Plugin] = {}
        self._decorated: dict[str, tuple[Unit, ir.Expression]] = {}
        self._limits: list[Protection] = []
        self._lending: list[_Scope] = []

    def routes(self, units: Sequence[Unit]) -> Iterator[Route]:
        """Yield the routes of the modules."""
        plugins = [plugin for unit in units for plugin in find_plugins(unit)]
        self._scopes = {plugin: _Scope(plugin) for plugin in plugins}
        self._by_function = {(plugin.unit.number, plugin.at): plugin for plugin in plugins}
        declared: dict[str, list[tuple[Plugin, ir.Call]]] = defaultdict(list)
        for plugin in plugins:
            for call, name in within(plugin, plugins):
                declared[name].append((plugin, call))
        for plugin, call in (*declared.pop("decorate", ()), *declared.pop("decorateRequest", ())):
            decorated, value = text_of(argument_of(call, 0)), argument_of(call, 1)
            if decorated and value is not None:
                self._decorated[decorated] = (plugin.unit, value)
        for plugin, call in declared.pop("register", ()):
            self._register(plugin, call, plugins)
        for plugin, call in declared.pop("addHook", ()):
            self._hook(plugin, call)
        with_hooks = (scope for scope in self._scopes.values() if scope.hooks)
        self._lending = [one for one in with_hooks if one.plugin.is_shared or one.plugin.is_of_folder]
        for name, found in declared.items():
            for plugin, call in found:
                self._declare(self._scopes[plugin], call, name)
        for scope in self._scopes.values():
            yield from self._of_scope(scope)

    # What is declared

    def _register(self, plugin: Plugin, call: ir.Call, plugins: Sequence[Plugin]) -> None:
        given, options = argument_of(call, 0), argument_of(call, 1)
        row = _row(options)
        prefix = text_of(row.get("prefix")) or text_of(_row(row.get("options")).get("prefix")) or ""
        folder = mounted_folder(plugin.unit, row.get("dir"))
        if folder is not None:
            for child in plugins:
                if child.at and child.unit.path.startswith(f"{folder}/"):
                    below = child.unit.path.removeprefix(f"{folder}/").rpartition("/")[0]
                    self._scopes[child].inside.append((plugin, joined(prefix, below)))
            return
        if given is not None and self._is_limiter(plugin.unit, given):
            if not _is_false(row.get("global")):
                kind = ProtectionKind.RATE_LIMIT
                self._limits.append(Protection(kind, last_name(given), plugin.unit.number, call.at))
            return
        function = self._functions.of(plugin.unit, given) if given is not None else None
        child_of = self._by_function.get((function.unit.number, function.node.at)) if function is not None else None
        if child_of is not None and child_of != plugin:
            self._scopes[child_of].inside.append((plugin, prefix))

    def _is_limiter(self, unit: Unit, given: ir.Expression) -> bool:
        imported = self._functions.imported(unit, given)
        return imported in _LIMITERS or any(name in dotted(given) for name in _LIMITERS)

    def _hook(self, plugin: Plugin, call: ir.Call) -> None:
        given = argument_of(call, 1)
        if text_of(argument_of(call, 0)) in _HOOKS and given is not None:
            self._scopes[plugin].hooks += self._guarded(plugin.unit, given)

    def _declare(self, scope: _Scope, call: ir.Call, name: str) -> None:
        if name == "route":
            options = argument_of(call, 0)
            row = _row(options)
            path, methods = text_of(row.get("url")) or text_of(row.get("path")), texts_of(row.get("method"))
            if path is not None and isinstance(options, ir.Record):
                scope.routes.append((call, methods, path, options, row.get("handler")))
            return
        path = text_of(argument_of(call, 0))
        given = [argument.value for argument in call.arguments[1:]]
        if name not in _METHODS or path is None or not given:
            return
        methods = () if name == "all" else (name.upper(),)
        options = given[0] if isinstance(given[0], ir.Record) else None
        handler = given[-1] if not isinstance(given[-1], ir.Record) else _row(options).get("handler")
        scope.routes.append((call, methods, path, options if isinstance(options, ir.Record) else None, handler))

    # What stands before a route

    def _of_scope(self, scope: _Scope) -> Iterator[Route]:
        plugin = scope.plugin
        for call, methods, path, options, handler in scope.routes:
            function = self._functions.of(plugin.unit, handler) if handler is not None else None
            own = [*self._of_options(plugin.unit, options), *self._limits]
            own += self._guards.of_handler(function) if function is not None else ()
            for whole, around in self._paths(scope, path, 0):
                yield Route(
                    path=whole,
                    methods=methods,
                    function=function,
                    framework="fastify",
                    unit=plugin.unit.number,
                    at=call.at,
                    parameters=script_parameters(whole),
                    protections=tuple(dict.fromkeys((*around, *own))),
                    group=(plugin.unit.number, str(plugin.at)),
                    label=last_name(handler) if isinstance(handler, ir.Name | ir.Attribute) else "",
                )

    def _paths(self, scope: _Scope, path: str, depth: int) -> Iterator[tuple[str, tuple[Protection, ...]]]:
        """Yield the whole paths of a route, each with the hooks of the plugins around it."""
        hooks = (*scope.hooks, *self._lent(scope.plugin))
        if not scope.inside or depth > _DEEPEST:
            yield "/" + path.strip("/"), hooks
            return
        for outer, prefix in scope.inside:
            for whole, around in self._paths(self._scopes[outer], joined(prefix, path), depth + 1):
                yield whole, (*around, *hooks)

    def _lent(self, plugin: Plugin) -> Iterator[Protection]:
        """Yield the hooks of plugins that give what they have to those that register them, or to their folder."""
        for other in self._lending:
            is_around = other.plugin.is_of_folder and plugin.unit.path.startswith(other.plugin.folder)
            is_within = other.plugin.is_shared and any(outer == plugin for outer, _ in other.inside)
            if is_around or is_within:
                yield from other.hooks

    def _of_options(self, unit: Unit, options: ir.Record | None) -> Iterator[Protection]:
        row = _row(options)
        for name in _HOOKS:
            given = row.get(name)
            if given is not None:
                yield from self._guarded(unit, given)
        limit = _row(row.get("config")).get("rateLimit")
        if limit is not None and not _is_false(limit):
            yield Protection(ProtectionKind.RATE_LIMIT, "config.rateLimit", unit.number, limit.at)

    def _guarded(self, unit: Unit, node: ir.Expression) -> Iterator[Protection]:
        """Yield what a hook asks for: a function, a decorator of the instance, or several of them."""
        if isinstance(node, ir.Collection):
            for item in node.items:
                yield from self._guarded(unit, item)
            return
        if isinstance(node, ir.Call) and last_name(node.callee) == "auth":  # @fastify/auth: any or all of these
            for argument in node.arguments:
                yield from self._guarded(unit, argument.value)
            return
        handed = _handed_on(node)
        if handed is not None:
            yield from self._guarded(unit, handed)
            return
        home, value = self._decorated.get(last_name(node), (unit, node))
        function = self._functions.of(home, value)
        if function is not None and _verifies(function):
            yield Protection(ProtectionKind.AUTHENTICATION, last_name(node) or "jwtVerify", unit.number, node.at)
            return
        found = list(self._guards.of(home, value))
        found = found or (list(self._guards.of(unit, node)) if value is not node else [])
        for one in found:
            text = last_name(node) or one.text
            yield Protection(one.kind, text, unit.number, node.at, one.certain)


def _handed_on(node: ir.Expression) -> ir.Expression | None:
    """Return what a hook does nothing but to call: `(request, reply) => request.isModerator(request, reply)`."""
    body = node.function.body if isinstance(node, ir.Lambda) else ()
    first = body[0] if len(body) == 1 else None
    called = first.value if isinstance(first, ir.Return) else None
    return called.callee if isinstance(called, ir.Call) and not _is_verifying(called) else None


def _is_verifying(call: ir.Call) -> bool:
    return last_name(call.callee) in _VERIFYING


def _verifies(function: FunctionInfo) -> bool:
    """Whether a hook calls what refuses by itself: `await request.jwtVerify()`."""
    return any(map(_is_verifying, calls(function.node.body)))


def _row(node: object) -> dict[str | None, ir.Expression]:
    entries: Iterable[tuple[ir.Expression | None, ir.Expression]] = node.entries if isinstance(node, ir.Record) else ()
    return {text_of(key): value for key, value in entries}


def _is_false(node: object) -> bool:
    return isinstance(node, ir.Const) and node.value is False
