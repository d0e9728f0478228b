"""Routes that are declared by a decorator or a call on a router: Flask, FastAPI, Starlette, aiohttp and their kin."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.meanings import Made, Meanings
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import Routers
from xcodereviewer.engines.dataflow.program import Registration
from xcodereviewer.engines.dataflow.values import Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["decorated_routes", "path_parameters"]

_METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
_ROUTING = re.compile(
    r"^(?P<framework>flask|quart|fastapi|starlette|aiohttp|sanic|bottle|cherrypy|falcon)\b.*?"
    r"\.(?P<member>(?:add_)?(?:get|post|put|patch|delete|head|options|trace)|(?:add_)?(?:api_)?route|add_url_rule|Route)$"
    r"|^\*\.(?P<bare>route|get|post|put|patch|delete|api_route)$"
)
_PARAMETER = re.compile(r"<(?:[^<>:]+:)?(\w+)>|\{(\w+)[^}]*\}|\(\?P<(\w+)>")


def decorated_routes(
    analysis: "Analysis", meanings: Meanings, routers: Routers, protections: Protections
) -> Iterator[Route]:
    """Yield a route for each registration of a function and each path under which its router is mounted."""
    for one in analysis.registrations.values():
        matched = _ROUTING.match(one.member)
        if matched is None or one.unit < 0:
            continue
        path, methods = _declared(one, matched["member"] or matched["bare"])
        if path is None:
            continue
        made, called = _router_of(meanings, one)
        found = [
            *protections.of_decorators(one.function.unit, one.function.node.decorators),
            *(protections.of_dependencies(meanings.unit(one.unit), called.arguments) if called else ()),
            *routers.protections(made),
            *routers.everywhere,
            *(protections.of_class(one.function.owner) if one.function.owner is not None else ()),
            *protections.of_parameters(one.function),
            *protections.of_body(one.function),
        ]
        for whole in routers.paths(made, path):
            yield Route(
                path=whole,
                methods=methods,
                function=one.function,
                framework=matched["framework"] or "flask",
                unit=one.unit,
                at=one.at,
                parameters=path_parameters(whole),
                protections=tuple(dict.fromkeys(found)),
                group=made or (one.unit, ""),
            )


def path_parameters(path: str) -> tuple[str, ...]:
    """Return the names of the variable parts of a path."""
    return tuple(next(name for name in found if name) for found in _PARAMETER.findall(path))


def _declared(one: Registration, member: str) -> tuple[str | None, tuple[str, ...]]:
    """Return path and methods of a registration; no path when it is none of a route."""
    verb = member.removeprefix("add_")
    positional = [_text(value) for value in one.positional]
    given = next((_text(one.keywords[name]) for name in ("path", "rule", "uri") if name in one.keywords), None)
    if verb in _METHODS:
        path = given or next(iter(positional), None)
        return (path, (verb.upper(),)) if path is None or _is_path(path) else (None, ())
    if member == "add_route" and len(positional) > 1 and (positional[0] or "").isupper():  # aiohttp
        return positional[1], (positional[0] or "",) if positional[0] != "*" else ()
    methods = one.keywords.get("methods")
    path = given or next(iter(positional), None)
    if methods is not None:
        return path, tuple(sorted(str(name).upper() for name in methods.constants or ()))
    return path, ("GET",)


def _is_path(path: str) -> bool:
    return path == "" or path.startswith(("/", "{")) or path == "*"


def _text(value: Value) -> str | None:
    only = value.only
    return only if isinstance(only, str) else None


def _router_of(meanings: Meanings, one: Registration) -> tuple[Made | None, ir.Call | None]:
    """Return where the router was made that a registration is a call of, and that call."""
    unit = meanings.unit(one.unit)
    for node in one.function.node.decorators:
        if node.at == one.at and isinstance(node, ir.Call):
            of = node.callee.of if isinstance(node.callee, ir.Attribute) else None
            return (meanings.made_at(unit, of) if of is not None else None), node
    return None, None
