"""The routes of servlets: the methods of a class that answer, under the paths of its annotation.

`web.xml` is not read: a servlet that only it names has no path here.
"""

from collections.abc import Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.java_annotations import first_annotation
from xcodereviewer.engines.dataflow.framework.java_application import JavaApplication
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.walking import last_name, nodes
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.values import Library

__all__ = ["servlet_routes"]

_METHODS = {"doGet": "GET", "doPost": "POST", "doPut": "PUT", "doDelete": "DELETE", "doPatch": "PATCH"}
_FOR_ALL = "service"


def servlet_routes(application: JavaApplication) -> Iterator[Route]:
    """Yield the routes of a program's servlets."""
    for unit in application.units:
        for owner in application.names.classes(unit):
            if any(isinstance(one, Library) and one.name.endswith(".HttpServlet") for one in owner.lineage()):
                yield from _of_servlet(application, owner)


def _of_servlet(application: JavaApplication, owner: ClassInfo) -> Iterator[Route]:
    declared = first_annotation(owner.node.decorators, "WebServlet")
    given = declared.given("urlPatterns", "value") if declared is not None else None
    paths = application.names.texts(owner.unit, given) or ("",)
    for node in owner.node.body:
        if not isinstance(node, ir.Function) or (node.name not in _METHODS and node.name != _FOR_ALL):
            continue
        function = application.names.method(owner, node)
        if function is None or _hands_on(node):
            continue
        methods = (_METHODS[node.name],) if node.name in _METHODS else ()
        asked = [*_constraints(owner), *application.asked_of(function, owner)]
        for path in paths:
            yield _route(application, owner, function, methods, path, asked)


def _route(
    application: JavaApplication,
    owner: ClassInfo,
    function: FunctionInfo,
    methods: tuple[str, ...],
    path: str,
    asked: list[Protection],
) -> Route:
    around = (
        *application.filters.of_filters(path.replace("/*", "/any")),
        *application.security.protections(owner.unit, methods, path),
    )
    return Route(
        path=path,
        methods=methods,
        function=function,
        framework="servlet",
        unit=owner.unit.number,
        at=function.node.at,
        owner=owner,
        protections=tuple(application.combined(asked, around)),
        group=(0, owner.unit.path.rpartition("/")[0]),
    )


def _hands_on(node: ir.Function) -> bool:
    """Whether a method only calls the one for another method: `doGet(request, response)` in `doPost`."""
    if len(node.body) != 1 or not isinstance(node.body[0], ir.Evaluate):
        return False
    call = node.body[0].value
    return isinstance(call, ir.Call) and last_name(call.callee) in _METHODS


def _constraints(owner: ClassInfo) -> Iterator[Protection]:
    """Yield what `@ServletSecurity` asks for."""
    declared = first_annotation(owner.node.decorators, "ServletSecurity")
    for one in nodes(declared.node) if declared is not None else ():
        if isinstance(one, ir.Name) and one.name == "rolesAllowed":
            kind = ProtectionKind.PERMISSION
            yield Protection(kind, "@ServletSecurity", owner.unit.number, owner.node.at)
            return
