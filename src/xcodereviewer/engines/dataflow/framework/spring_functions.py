"""The routes of Spring's router functions.

They are `route().GET("/orders", handler::list)` and `route(GET("/orders"), handler::list).andRoute(…)`.
"""

from collections.abc import Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.decorated_routes import path_parameters
from xcodereviewer.engines.dataflow.framework.java_application import JavaApplication
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, last_name
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

__all__ = ["functional_routes"]

_METHODS = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE"))
_ROUTING = frozenset(("route", "andRoute"))


def functional_routes(application: JavaApplication, unit: Unit) -> Iterator[Route]:
    """Yield the routes that the methods of a module declare by router functions."""
    if not any(isinstance(one, ir.Import) and _is_of_functions(one) for one in unit.module.body):
        return
    for owner in application.names.classes(unit):
        for node in owner.node.body:
            function = application.names.method(owner, node) if isinstance(node, ir.Function) else None
            if function is not None:
                yield from _declared_in(application, function)


def _is_of_functions(node: ir.Import) -> bool:
    return "springframework.web" in node.module and ".function" in f"{node.module}.{node.member}"


def _declared_in(application: JavaApplication, function: FunctionInfo) -> Iterator[Route]:
    for call in calls(function.node.body):
        name = last_name(call.callee)
        if name in _METHODS and len(call.arguments) > 1:
            yield from _route(application, function, call, call)
        elif name in _ROUTING and len(call.arguments) > 1:
            predicate = next((one for one in calls(call.arguments[0].value) if last_name(one.callee) in _METHODS), None)
            if predicate is not None:
                yield from _route(application, function, call, predicate)


def _route(application: JavaApplication, function: FunctionInfo, call: ir.Call, predicate: ir.Call) -> Iterator[Route]:
    handler = call.arguments[-1].value
    found = application.names.called(function, handler)
    answering = found[0] if found else None
    methods = (last_name(predicate.callee),)
    for path in application.names.texts(function.unit, argument_of(predicate, 0)):
        asked = application.asked_of(answering, answering.owner) if answering and answering.owner else []
        around = (*application.security.protections(function.unit, methods, path), *application.intercepted(path))
        yield Route(
            path=path,
            methods=methods,
            function=answering,
            framework="spring",
            unit=function.unit.number,
            at=call.at,
            owner=answering.owner if answering else None,
            parameters=path_parameters(path),
            protections=tuple(application.combined(asked, around)),
            group=(function.unit.number, function.node.name),
            label="" if answering else last_name(handler),
        )
