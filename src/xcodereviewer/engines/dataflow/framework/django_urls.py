"""Routes that Django's lists of URL patterns declare, with what they include."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.class_routes import ClassRoutes, Mounting
from xcodereviewer.engines.dataflow.framework.decorated_routes import path_parameters
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.settings import DjangoSettings
from xcodereviewer.engines.dataflow.framework.walking import argument_of, calls, last_name, nodes, text_of
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import Library

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["DjangoUrls"]

_PATTERNS = frozenset(("path", "re_path", "url"))
_LIMITING = frozenset(("require_GET", "require_POST", "require_safe", "require_http_methods", "api_view"))
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a pattern: the path before it, and what wraps the views below."""

    prefix: str = ""
    protections: tuple[Protection, ...] = ()
    depth: int = 0

    def inside(self, path: str, protections: tuple[Protection, ...] = ()) -> "_Around":
        return replace(
            self,
            prefix=self.prefix + path,
            protections=(*self.protections, *protections),
            depth=self.depth + 1,
        )


class DjangoUrls:
    """Reads URL patterns; each module is read where it is included, or on its own when no other includes it."""

    def __init__(
        self,
        analysis: "Analysis",
        meanings: Meanings,
        protections: Protections,
        classes: ClassRoutes,
        settings: DjangoSettings,
    ) -> None:
        self._analysis = analysis
        self._meanings = meanings
        self._protections = protections
        self._classes = classes
        self._seen: set[int] = set()
        self._settings = settings

    def routes(self, units: list[Unit]) -> Iterator[Route]:
        """Yield the routes of all modules that have URL patterns."""
        listed = [unit for unit in units if self._lists(unit)]
        included = {id(one) for unit in listed for one in self._included(unit)}
        roots = [unit for unit in listed if id(unit) not in included]
        for unit in roots:
            yield from self._of_unit(unit, _Around())
        for unit in listed:
            if unit.number not in self._seen:
                yield from self._of_unit(unit, _Around())

    def _lists(self, unit: Unit) -> list[ir.Expression]:
        found = (node for node in nodes(unit.module.body, nested=False) if isinstance(node, ir.Assign))
        return [
            node.value
            for node in found
            if isinstance(node.target, ir.Name) and node.target.name.endswith("urlpatterns") and node.value is not None
        ]

    def _included(self, unit: Unit) -> Iterator[Unit]:
        for call in calls(unit.module.body):
            if last_name(call.callee) in ("include", "decorator_include"):
                for argument in call.arguments:
                    yield from self._module_of(unit, argument.value)

    def _module_of(self, unit: Unit, node: object) -> Iterator[Unit]:
        first = node.items[0] if isinstance(node, ir.Collection) and node.items else node
        name = text_of(first)
        if name is not None:
            found = self._analysis.modules.find(name, unit)
            if found is not None:
                yield found
        elif isinstance(first, ir.Name | ir.Attribute):
            yield from (one for one in self._meanings.things(unit, first) if isinstance(one, Unit))

    def _of_unit(self, unit: Unit, around: _Around) -> Iterator[Route]:
        if around.depth > _DEEPEST:
            return
        self._seen.add(unit.number)
        done: set[int] = set()
        for value in self._lists(unit):
            yield from self._of_list(unit, value, around, done)

    def _of_list(self, unit: Unit, node: object, around: _Around, done: set[int]) -> Iterator[Route]:
        match node:
            case ir.Collection():
                for item in node.items:
                    yield from self._of_list(unit, item, around, done)
            case ir.Spread():
                yield from self._of_list(unit, node.value, around, done)
            case ir.Binary(operator="+"):
                yield from self._of_list(unit, node.left, around, done)
                yield from self._of_list(unit, node.right, around, done)
            case ir.Call() if node.at in done:
                return
            case ir.Call() if last_name(node.callee) in _PATTERNS:
                done.add(node.at)
                yield from self._of_pattern(unit, node, around)
            case ir.Call():
                for argument in node.arguments:
                    yield from self._of_list(unit, argument.value, around, done)
            case ir.Attribute(name="urls"):
                yield from self._of_router(unit, node.of, around)
            case ir.Name() if not node.name.endswith("urlpatterns") and around.depth < _DEEPEST:
                home, value = self._meanings.assigned(unit, node)
                if isinstance(value, ir.Collection | ir.Binary):
                    yield from self._of_list(home, value, around.inside(""), done)

    def _of_pattern(self, unit: Unit, call: ir.Call, around: _Around) -> Iterator[Route]:
        given = argument_of(call, 0, "route", "regex")
        view = argument_of(call, 1, "view")
        path = (self._meanings.text(unit, given) if given is not None else None) or ""
        here = around.inside(path.removeprefix("^").removesuffix("$"))
        yield from self._of_view(unit, view, here, call.at)

    def _of_view(self, unit: Unit, view: object, here: _Around, at: int) -> Iterator[Route]:
        if here.depth > _DEEPEST:
            return
        if isinstance(view, ir.Call):
            yield from self._of_called(unit, view, here, at)
        elif isinstance(view, ir.Name | ir.Attribute):
            function = self._meanings.defined(unit, view)
            if function is not None:
                yield self._function_route(function, here)

    def _of_called(self, unit: Unit, view: ir.Call, here: _Around, at: int) -> Iterator[Route]:
        name = last_name(view.callee)
        if name == "as_view" and isinstance(view.callee, ir.Attribute):
            for owner in self._meanings.classes(unit, view.callee.of):
                around = (*here.protections, *self._settings.of_every_view(owner.unit))
                mounting = Mounting(
                    path=f"/{here.prefix}", unit=unit.number, at=at, group=(owner.unit.number, ""), protections=around
                )
                is_api = any(isinstance(one, Library) and one.name.startswith("rest_f") for one in owner.lineage())
                yield from self._classes.of_class(owner, mounting, "rest_framework" if is_api else "django")
        elif name in ("include", "decorator_include"):
            yield from self._of_include(unit, view, here)
        elif view.arguments:
            found = tuple(self._protections.of_guard(unit, view.callee))
            inner = view.arguments[0].value
            yield from self._of_view(unit, inner, here.inside("", found), at)

    def _of_include(self, unit: Unit, view: ir.Call, here: _Around) -> Iterator[Route]:
        for argument in view.arguments:
            if argument.keyword:
                continue
            modules = list(self._module_of(unit, argument.value))
            for one in modules:
                yield from self._of_unit(one, here)
            if not modules:
                yield from self._of_list(unit, argument.value, here, set())

    def _of_router(self, unit: Unit, router: ir.Expression, around: _Around) -> Iterator[Route]:
        """Yield what is registered with a router of Django REST framework."""
        made = self._meanings.made_at(unit, router)
        home = self._meanings.unit(made[0]) if made is not None else unit
        for call in calls(home.module.body):
            if last_name(call.callee) != "register" or not isinstance(call.callee, ir.Attribute):
                continue
            if self._meanings.made_at(home, call.callee.of) != made:
                continue
            view = argument_of(call, 1, "viewset")
            prefix = self._meanings.text(home, argument_of(call, 0, "prefix")) or ""
            for owner in self._meanings.classes(home, view) if view is not None else ():
                mounting = Mounting(
                    path=f"/{around.prefix}{prefix}/",
                    unit=home.number,
                    at=call.at,
                    group=(home.number, ""),
                    protections=(*around.protections, *self._settings.of_every_view(owner.unit)),
                )
                yield from self._classes.of_class(owner, mounting, "rest_framework")

    def _function_route(self, function: FunctionInfo, here: _Around) -> Route:
        decorators = function.node.decorators
        own = [*self._protections.of_decorators(function.unit, decorators), *self._protections.of_body(function)]
        return Route(
            path=f"/{here.prefix}",
            methods=_methods(decorators),
            function=function,
            framework="django",
            unit=function.unit.number,
            at=function.node.at,
            parameters=path_parameters(here.prefix) or tuple(one.name for one in function.node.parameters[1:]),
            protections=tuple(dict.fromkeys([*own, *here.protections, *self._settings.of_every_view(function.unit)])),
            group=(function.unit.number, ""),
        )


def _methods(decorators: tuple[ir.Expression, ...]) -> tuple[str, ...]:
    """Return the methods that decorators let through; empty when they do not say."""
    for one in decorators:
        name = last_name(one.callee if isinstance(one, ir.Call) else one)
        if name in _LIMITING:
            given = [text for node in nodes(one) if (text := text_of(node)) is not None]
            return tuple(sorted(given)) or (("POST",) if name == "require_POST" else ("GET",))
    return ()
