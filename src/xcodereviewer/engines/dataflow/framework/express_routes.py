"""The routes of Express and what is built like it (Koa, Fastify): what `app.get("/path", …, handler)` declares.

They are read off the text, in its order: what `app.use(…)` names stands before the routes behind it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.express_functions import ExpressFunctions
from xcodereviewer.engines.dataflow.framework.express_guards import ExpressGuards
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import joined
from xcodereviewer.engines.dataflow.framework.walking import argument_of, last_name, nodes, text_of, texts_of
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["ExpressRoutes", "is_express", "script_parameters"]

_LIBRARIES = ("express", "koa", "@koa/router", "koa-router", "restify", "polka")
_METHODS = ("get", "post", "put", "patch", "delete", "del", "all", "head", "options")
_MAKERS = frozenset(("express", "Router", "Koa", "KoaRouter", "polka", "createServer"))
_WHOLE = frozenset(("express", "Koa", "polka", "createServer"))
_NAMED = re.compile(r"^(?:app|server|api)$|router$|routes$", re.IGNORECASE)
_PARAMETER = re.compile(r"[:*](\w+)")
_APP = (-1, "app")  # whatever it is called and wherever it is handed: a program has one
_DEEPEST = 5
Key = tuple[int, str]


def is_express(unit: Unit) -> bool:
    """Whether a module imports one of these frameworks."""
    return any(isinstance(one, ir.Import) and one.module in _LIBRARIES for one in nodes(unit.module.body))


@dataclass(frozen=True, slots=True)
class _Use:
    """What stands before the routes behind it, when their path begins so."""

    prefix: str
    at: int
    unit: int
    protections: tuple[Protection, ...]
    without: tuple[str, ...] = ()  # what paths begin with that it lets through


@dataclass(slots=True)
class _Declared:
    """A route as it is written."""

    path: str
    method: str
    call: ir.Call
    handlers: Sequence[ir.Expression]


@dataclass(slots=True)
class _Router:
    prefix: str = ""
    uses: list[_Use] = field(default_factory=list)
    inside: list[tuple[Key, _Use]] = field(default_factory=list)
    routes: list[tuple[Unit, _Declared]] = field(default_factory=list)


class ExpressRoutes:
    """The routers of a program and the routes that are declared with them."""

    def __init__(self, analysis: "Analysis", guards: ExpressGuards, functions: ExpressFunctions) -> None:
        self._analysis = analysis
        self._guards = guards
        self._functions = functions
        self._routers: dict[Key, _Router] = defaultdict(_Router)
        self._made: dict[int, dict[str, Key]] = {}

    def routes(self, units: Sequence[Unit]) -> list[Route]:
        """Return the routes of the modules."""
        for unit in units:
            self._made[unit.number] = {}
            for name, key, prefix in _makes(unit):
                self._made[unit.number][name] = key
                self._routers[key].prefix = prefix
        for unit in units:
            for node in nodes(unit.module.body):
                if isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute):
                    self._look(unit, node, node.callee)
        return [route for key, router in list(self._routers.items()) for route in self._of_router(key, router)]

    # What is declared

    def _look(self, unit: Unit, call: ir.Call, callee: ir.Attribute) -> None:
        values = [argument.value for argument in call.arguments if argument.keyword in ("", "*")]
        if callee.name == "use":
            key = self._key(unit, callee.of)
            if key is not None and values:
                for row in _table(unit, values) or [values]:
                    self._use(unit, key, call, row)
            return
        if callee.name == "prefix" and values:
            key = self._key(unit, callee.of)
            if key is not None:
                self._routers[key].prefix = text_of(values[0]) or ""
        if callee.name not in _METHODS or not values:
            return
        chained = _chained(callee.of)
        of, path = chained or (callee.of, _path(values[0]))
        handlers = values if chained is not None else values[1:]
        key = self._key(unit, of)
        if key is not None and path is not None and handlers:
            declared = _Declared(path, "delete" if callee.name == "del" else callee.name, call, handlers)
            self._routers[key].routes.append((unit, declared))

    def _use(self, unit: Unit, key: Key, call: ir.Call, values: Sequence[ir.Expression]) -> None:
        prefix = _path(values[0])
        guards = list(values[1 if prefix is not None else 0 :])
        found = tuple(one for guard in guards for one in self._guards.of(unit, _bare(guard)))
        without = tuple(text for guard in guards for text in _exceptions(guard))
        use = _Use(prefix or "", call.at, unit.number, found, without)
        mounted = [one for one in (self._mounted(unit, guard) for guard in guards) if one is not None]
        for child in mounted:
            is_known = any(outer == key and other.prefix == use.prefix for outer, other in self._routers[child].inside)
            if child != key and not is_known:
                self._routers[child].inside.append((key, use))
        if found and not mounted:
            self._routers[key].uses.append(use)

    def _key(self, unit: Unit, node: ir.Expression) -> Key | None:
        """Return the router that a variable of a module is."""
        if isinstance(node, ir.Attribute) and isinstance(node.of, ir.Name) and node.of.name == "this":
            return _APP if _NAMED.search(node.name) else None
        if not isinstance(node, ir.Name):
            return None
        known = self._made[unit.number].get(node.name)
        if known is not None:
            return known
        if node.name in ("app", "server"):
            return _APP
        return (unit.number, node.name) if _NAMED.search(node.name) and self._is_given(unit, node.name) else None

    def _is_given(self, unit: Unit, name: str) -> bool:
        """Whether a function of the module gets something by this name: a router that somebody else makes."""
        functions = (node for node in nodes(unit.module.body) if isinstance(node, ir.Function))
        return any(parameter.name == name for one in functions for parameter in one.parameters)

    def _mounted(self, unit: Unit, node: ir.Expression) -> Key | None:
        """Return the router that is mounted: of this module, or what another one exports."""
        named = node.callee if isinstance(node, ir.Call) else node
        if isinstance(named, ir.Attribute) and named.name == "routes":  # Koa: `router.routes()`
            named = named.of
        if not isinstance(named, ir.Name | ir.Attribute):
            return None
        own = self._made[unit.number].get(named.name) if isinstance(named, ir.Name) else None
        if own is not None:
            return own
        home = self._functions.module_of(unit, named)
        routers = self._made.get(home.number, {}) if home is not None else {}
        return next((key for key in routers.values() if key != _APP), None)

    # What stands before a route

    def _of_router(self, key: Key, router: _Router) -> Iterator[Route]:
        for unit, declared in router.routes:
            function = self._functions.of(unit, declared.handlers[-1])
            own = [one for guard in declared.handlers[:-1] for one in self._guards.of(unit, guard)]
            if function is not None:
                own += self._guards.of_handler(function)
            for path, around in self._paths(key, declared.path, unit, declared.call.at, 0):
                yield _route(path, declared, function, unit, tuple(dict.fromkeys((*around, *own))), key)

    def _paths(
        self, key: Key, path: str, unit: Unit, at: int, depth: int
    ) -> Iterator[tuple[str, tuple[Protection, ...]]]:
        """Yield the whole paths of a route, each with what stands before it on the way."""
        router = self._routers[key]
        own = tuple(
            one
            for use in router.uses
            if (use.unit != unit.number or use.at < at) and path.startswith(use.prefix) and not _is_excepted(path, use)
            for one in use.protections
        )
        if not router.inside or depth > _DEEPEST:
            yield joined(router.prefix, path), own
            return
        path = joined(router.prefix, path)
        for outer, use in router.inside:
            home = next(one for one in self._analysis.units if one.number == use.unit)
            for whole, around in self._paths(outer, joined(use.prefix, path), home, use.at, depth + 1):
                yield whole, (*around, *use.protections, *own)


def _route(
    path: str,
    declared: _Declared,
    function: FunctionInfo | None,
    unit: Unit,
    protections: tuple[Protection, ...],
    key: Key,
) -> Route:
    last = declared.handlers[-1]
    return Route(
        path=path,
        methods=() if declared.method == "all" else (declared.method.upper(),),
        function=function,
        framework="koa" if _is_koa(unit) else "express",
        unit=unit.number,
        at=declared.call.at,
        parameters=script_parameters(path),
        protections=protections,
        label=last_name(last) if isinstance(last, ir.Name | ir.Attribute) else "",
        group=key if key != _APP else (unit.number, "app"),
    )


def _is_koa(unit: Unit) -> bool:
    return any(isinstance(one, ir.Import) and "koa" in one.module for one in unit.module.body)


def script_parameters(path: str) -> tuple[str, ...]:
    """Return the names of the variable parts of a path: `/orders/:id`."""
    return tuple(_PARAMETER.findall(path))


def _makes(unit: Unit) -> Iterator[tuple[str, Key, str]]:
    """Yield the variables of a module that are given an application or a router, and the prefix that this has."""
    for node in nodes(unit.module.body):
        if not isinstance(node, ir.Assign) or not isinstance(node.target, ir.Name):
            continue
        made = [one for one in nodes(node.value) if isinstance(one, ir.Call) and _is_maker(one)]
        if made:
            name = last_name(made[0].callee)
            first = argument_of(made[0], 0)
            row = {text_of(key): value for key, value in first.entries} if isinstance(first, ir.Record) else {}
            key = _APP if name in _WHOLE else (unit.number, node.target.name)
            yield node.target.name, key, text_of(row.get("prefix")) or ""


def _is_maker(call: ir.Call) -> bool:
    name = last_name(call.callee)
    return name in _MAKERS or (call.is_new and name.endswith("Router"))


def _bare(guard: ir.Expression) -> ir.Expression:
    """Return middleware without the paths that it lets through: `jwt(…)` of `jwt(…).unless({ path: [...] })`."""
    if isinstance(guard, ir.Call) and isinstance(guard.callee, ir.Attribute) and guard.callee.name == "unless":
        return guard.callee.of
    return guard


def _exceptions(guard: ir.Expression) -> Iterator[str]:
    """Yield what the paths begin with that middleware lets through."""
    if _bare(guard) is not guard and isinstance(guard, ir.Call):
        texts = (text for node in nodes(guard.arguments) if (text := text_of(node)))
        yield from (text.replace("\\/", "/").lstrip("^").rstrip("$*.") for text in texts if "/" in text)


def _is_excepted(path: str, use: _Use) -> bool:
    return any(path.startswith(one) for one in use.without)


def _table(unit: Unit, values: Sequence[ir.Expression]) -> list[Sequence[ir.Expression]]:
    """Return path and router of each row of a table that a loop mounts: `router.use(one.path, one.router)`."""
    names = [one.name for one in values if isinstance(one, ir.Attribute) and isinstance(one.of, ir.Name)]
    if len(names) != 2 or len(values) != 2:
        return []
    records = (node for node in nodes(unit.module.body) if isinstance(node, ir.Record))
    rows = ({text_of(key): value for key, value in record.entries} for record in records)
    return [[row[name] for name in names] for row in rows if all(name in row for name in names)]


def _path(node: ir.Expression) -> str | None:
    """Return the path that a text, a list of texts or a pattern says."""
    texts = texts_of(node)
    if texts:
        return texts[0]
    if isinstance(node, ir.Template):
        return "".join(text_of(part) or ":part" for part in node.parts)
    if isinstance(node, ir.Binary) and node.operator == "+":
        return f"{text_of(node.left) or ''}{text_of(node.right) or ''}" or None
    return None


def _chained(node: ir.Expression) -> tuple[ir.Expression, str | None] | None:
    """Return router and path of `router.route("/path").get(…).post(…)`."""
    while isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute):
        if node.callee.name == "route":
            first = argument_of(node, 0)
            return node.callee.of, _path(first) if first is not None else None
        node = node.callee.of
    return None
