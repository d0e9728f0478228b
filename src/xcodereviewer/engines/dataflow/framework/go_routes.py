"""The routes of Go: net/http, gorilla/mux, chi, httprouter, Gin, Echo and Fiber.

A program hands its routers on: to functions that declare routes, to closures of groups, in fields of its own types. So
functions are walked as they run, with the routers that their variables hold; whatever else they do is passed over.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow.framework.go_declaring import FRAMEWORKS, PARAMETERS, GoDeclaring
from xcodereviewer.engines.dataflow.framework.go_functions import GoFunctions
from xcodereviewer.engines.dataflow.framework.go_guards import GoGuards
from xcodereviewer.engines.dataflow.framework.go_routers import GoRoute, GoRouter
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.walking import calls, dotted, last_name
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["go_routes"]


def go_routes(analysis: "Analysis", units: Sequence[Unit]) -> list[Route]:
    """Return the routes that the files of Go declare."""
    functions = GoFunctions(analysis)
    units = [unit for unit in units if not unit.module.is_test and not unit.path.endswith("_test.go")]
    web = {unit.number for unit in units if any(_is_web(path) for path in functions.imports(unit).values())}
    if not web:
        return []
    own = [one for one in analysis.functions.values() if one.unit.number in web and one.node.name != "<func>"]
    declaring = GoDeclaring(functions, GoGuards(functions))
    for unit in units:
        if unit.number in web:
            declaring.walk_package(unit)
    for one in sorted(own, key=_order):
        if _makes_router(functions, one):
            declaring.walk(one)
    for one in sorted(own, key=_order):
        if not declaring.has_walked(one) and (_is_handed(functions, one) or declaring.mentions_kept(one)):
            declaring.walk_alone(one, _handed(functions, one))
    found = [one for router in declaring.routers for declared in router.routes for one in _routes(router, declared)]
    return sorted(found, key=lambda route: (route.path, route.methods, route.unit, route.at))


def _is_web(path: str) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in FRAMEWORKS)


def _order(function: FunctionInfo) -> tuple[bool, str, int]:
    return function.node.name != "main", function.unit.path, function.node.at


def _makes_router(functions: GoFunctions, function: FunctionInfo) -> bool:
    """Whether a function makes a router, or declares routes with the one that net/http has itself."""
    if _is_handed(functions, function):
        return False
    called = (functions.library(function.unit, one.callee) for one in calls(function.node.body))
    return any(GoDeclaring.is_maker(name) or name.startswith("net/http.Handle") for name in called)


def _handed(functions: GoFunctions, function: FunctionInfo) -> dict[str, str]:
    """Return the parameters that are routers, with the framework of each."""
    found = {}
    for parameter in function.node.parameters:
        framework = PARAMETERS.get(functions.library(function.unit, parameter.annotation))
        if framework is not None:
            found[parameter.name] = framework
    return found


def _is_handed(functions: GoFunctions, function: FunctionInfo) -> bool:
    return bool(_handed(functions, function))


def _routes(router: GoRouter, declared: GoRoute) -> Iterator[Route]:
    for path, around in router.paths(declared.path):
        handler = declared.handler
        yield Route(
            path=path or "/",
            methods=declared.methods,
            function=declared.function,
            framework=router.framework,
            unit=declared.unit.number,
            at=declared.at,
            owner=declared.function.owner if declared.function is not None else None,
            parameters=GoDeclaring.parameters(path),
            protections=tuple(dict.fromkeys((*around, *declared.before))),
            group=(declared.unit.number, router.prefix),
            label="" if declared.function is not None else last_name(handler) or dotted(handler) or "handler",
        )
