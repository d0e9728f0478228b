"""Routes of classes: Django's and Flask's class-based views, resources, view sets, handlers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.decorated_routes import path_parameters
from xcodereviewer.engines.dataflow.framework.meanings import Made, Meanings
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import Routers
from xcodereviewer.engines.dataflow.framework.walking import argument_of, last_name, nodes, text_of, texts_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import Library

__all__ = ["ClassRoutes", "Mounting"]

_VERBS = {
    **{name: (name.upper(),) for name in ("get", "post", "put", "patch", "delete")},
    "list": ("GET",),
    "retrieve": ("GET",),
    "create": ("POST",),
    "update": ("PUT",),
    "partial_update": ("PATCH",),
    "destroy": ("DELETE",),
    "dispatch_request": (),
}
_INHERITED = (
    (re.compile(r"(?<!ReadOnly)ModelViewSet$"), ("DELETE", "GET", "PATCH", "POST", "PUT")),
    (re.compile(r"(?:Create|Update|Delete|Form)View$"), ("GET", "POST")),
    (re.compile(r"ListCreate|CreateModelMixin|CreateAPI"), ("POST",)),
    (re.compile(r"Destroy"), ("DELETE",)),
    (re.compile(r"Update(?:API|Destroy|ModelMixin)"), ("PATCH", "PUT")),
    (re.compile(r"(?:List|Retrieve|Detail|Template|ReadOnly)\w*$"), ("GET",)),
)
_MOUNTED = re.compile(r"(?:Resource|MethodView|HTTPEndpoint|RequestHandler|View)$")
_PATTERNS = frozenset(("path", "re_path", "url"))
_DECIDES = frozenset(("permission_classes", "get_permissions"))
_WORKERS = (
    "form_valid",
    "perform_create",
    "perform_update",
    "perform_destroy",
    "get_queryset",
    "get_object",
    "get_context_data",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mounting:
    """Where a class of views is put: its path, the place in the program, what the place itself protects."""

    path: str
    unit: int
    at: int
    group: Made
    protections: tuple[Protection, ...] = ()


class ClassRoutes:
    """Reads routes off classes of views."""

    def __init__(self, meanings: Meanings, protections: Protections, routers: Routers) -> None:
        self._meanings = meanings
        self._protections = protections
        self._routers = routers
        self.defaults: list[Protection] = []  # of views of Django REST framework that do not decide themselves

    def mounted(self, units: list[Unit]) -> Iterator[Route]:
        """Yield the routes of classes that a call, a decorator or a table of handlers gives a path."""
        for unit in units:
            for node in nodes(unit.module.body):
                match node:
                    case ir.Call() if len(node.arguments) > 1:
                        yield from self._of_call(unit, node)
                    case ir.Class() if node.decorators:
                        yield from self._of_decorators(unit, node)
                    case ir.Collection(kind="tuple", items=(ir.Const(value=str() as path), view, *_)) if (
                        path[:1] in "/("
                    ):
                        yield from self._of_pair(unit, node, path, view)

    def of_class(self, owner: ClassInfo, mounting: Mounting, framework: str) -> Iterator[Route]:
        """Yield the routes of a class that is put under a path."""
        of_class = [*mounting.protections, *self._protections.of_class(owner), *self._routers.everywhere]
        if framework == "rest_framework" and not _DECIDES & _assigned(owner):
            of_class += self.defaults
        methods = _methods(owner, self._meanings)
        for function in methods:
            verbs = _VERBS.get(function.node.name) or self._action_verbs(function)
            yield self._route(owner, function, verbs, mounting, framework, of_class)
        known = {function.node.name for function in methods}
        inherited = _inherited(owner)
        if inherited and not known & {"get", "post"}:
            worker = next((one for name in _WORKERS if (one := self._meanings.method(owner, name))), None)
            yield self._route(owner, worker, inherited, mounting, framework, of_class)

    def _route(
        self,
        owner: ClassInfo,
        function: FunctionInfo | None,
        verbs: tuple[str, ...],
        mounting: Mounting,
        framework: str,
        of_class: list[Protection],
    ) -> Route:
        own: list[Protection] = []
        if function is not None:
            own += self._protections.of_decorators(function.unit, function.node.decorators)
            own += self._protections.of_parameters(function)
            own += self._protections.of_body(function)
        if function is None or function.node.name in _WORKERS:
            for name in _WORKERS:
                other = self._meanings.method(owner, name)
                own += self._protections.of_body(other) if other is not None else ()
        return Route(
            path=mounting.path,
            methods=verbs,
            function=function,
            framework=framework,
            unit=owner.unit.number,
            at=function.node.at if function is not None and function.owner is owner else owner.node.at,
            owner=owner,
            parameters=path_parameters(mounting.path),
            protections=tuple(dict.fromkeys([*own, *of_class])),
            group=mounting.group,
        )

    def _action_verbs(self, function: FunctionInfo) -> tuple[str, ...]:
        for one in function.node.decorators:
            if isinstance(one, ir.Call) and last_name(one.callee) in ("action", "detail_route", "list_route"):
                given = argument_of(one, -1, "methods")
                return tuple(text.upper() for text in texts_of(given)) or ("GET",)
        return ()

    def _of_call(self, unit: Unit, call: ir.Call) -> Iterator[Route]:
        if last_name(call.callee) in _PATTERNS:
            return  # the lists of Django are read by themselves
        given = [argument.value for argument in call.arguments if not argument.keyword]
        viewed = [one.value for one in call.arguments if _is_as_view(one.value)]
        if viewed:
            yield from self._of_viewed(unit, call, viewed[0])
            return
        first, others = (given[0], given[1:]) if given else (None, [])
        if not isinstance(first, ir.Name | ir.Attribute) or not isinstance(call.callee, ir.Attribute):
            return
        paths = [text for one in others for node in nodes(one) if (text := text_of(node)) and text.startswith("/")]
        if not paths:
            return
        made = self._meanings.made_at(unit, call.callee.of)
        for owner in self._meanings.classes(unit, first):
            for path in paths if _framework_of(owner) else ():
                yield from self._placed(owner, unit, call.at, made, path)

    def _of_viewed(self, unit: Unit, call: ir.Call, view: ir.Expression) -> Iterator[Route]:
        """Yield the routes of `add_url_rule("/path", view_func=View.as_view("name"))` and of what is like it."""
        assert isinstance(view, ir.Call)
        assert isinstance(view.callee, ir.Attribute)
        others = [one.value for one in call.arguments if one.value is not view]
        paths = [text for one in others for node in nodes(one) if (text := text_of(node)) and text.startswith("/")]
        names = [one for one in others if isinstance(one, ir.Name)]
        router = call.callee.of if isinstance(call.callee, ir.Attribute) else names[0] if names else None
        made = self._meanings.made_at(unit, router) if router is not None else None
        for owner in self._meanings.classes(unit, view.callee.of):
            for path in paths:
                yield from self._placed(owner, unit, call.at, made, path)

    def _of_decorators(self, unit: Unit, node: ir.Class) -> Iterator[Route]:
        for one in node.decorators:
            if not isinstance(one, ir.Call) or not isinstance(one.callee, ir.Attribute) or one.callee.name != "route":
                continue
            made = self._meanings.made_at(unit, one.callee.of)
            for owner in self._meanings.classes(unit, ir.Name(0, node.name)):
                for argument in one.arguments:
                    path = text_of(argument.value)
                    if path is not None and not argument.keyword:
                        yield from self._placed(owner, unit, one.at, made, path)

    def _of_pair(self, unit: Unit, node: ir.Collection, path: str, view: object) -> Iterator[Route]:
        for owner in self._meanings.classes(unit, view):
            if _framework_of(owner) == "tornado":
                yield from self._placed(owner, unit, node.at, None, path)

    def _placed(self, owner: ClassInfo, unit: Unit, at: int, made: Made | None, path: str) -> Iterator[Route]:
        around = tuple(self._routers.protections(made))
        for whole in self._routers.paths(made, path):
            group = made or (unit.number, "")
            mounting = Mounting(path=whole, unit=unit.number, at=at, group=group, protections=around)
            yield from self.of_class(owner, mounting, _framework_of(owner) or "flask")


def _is_as_view(node: object) -> bool:
    return isinstance(node, ir.Call) and isinstance(node.callee, ir.Attribute) and node.callee.name == "as_view"


def _framework_of(owner: ClassInfo) -> str:
    """Return the framework whose classes of views it inherits from; empty when there is none."""
    for one in owner.lineage():
        if isinstance(one, Library) and _MOUNTED.search(one.name):
            return one.name.partition(".")[0].partition("_")[0]
    return ""


def _methods(owner: ClassInfo, meanings: Meanings) -> list[FunctionInfo]:
    """Return the methods that answer requests, its own and inherited ones of the program."""
    found: dict[str, FunctionInfo] = {}
    for one in owner.lineage():
        if isinstance(one, Library):
            continue
        for node in one.node.body:
            if isinstance(node, ir.Function) and node.name not in found and (node.name in _VERBS or _is_action(node)):
                function = meanings.method(owner, node.name)
                if function is not None:
                    found[node.name] = function
    return list(found.values())


def _assigned(owner: ClassInfo) -> set[str]:
    """Return the names that the bodies of a class and of those that it inherits from bind."""
    return {name for one in owner.lineage() if isinstance(one, ClassInfo) for name in one.members}


def _is_action(node: ir.Function) -> bool:
    names = (last_name(one.callee if isinstance(one, ir.Call) else one) for one in node.decorators)
    return any(name in ("action", "detail_route", "list_route") for name in names)


def _inherited(owner: ClassInfo) -> tuple[str, ...]:
    """Return the methods that the classes of libraries answer, by their names as they are written."""
    own = [one for one in owner.lineage() if isinstance(one, ClassInfo)]
    names = [last_name(base.value) for one in own for base in one.node.bases]
    return tuple(
        sorted({verb for name in names for pattern, verbs in _INHERITED if pattern.search(name) for verb in verbs})
    )
