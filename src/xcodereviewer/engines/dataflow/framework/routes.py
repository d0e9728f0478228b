"""The map of an application: its routes, with what each of them asks of a request."""

from collections import defaultdict
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.class_routes import ClassRoutes
from xcodereviewer.engines.dataflow.framework.decorated_routes import decorated_routes
from xcodereviewer.engines.dataflow.framework.django_urls import DjangoUrls
from xcodereviewer.engines.dataflow.framework.express_functions import ExpressFunctions
from xcodereviewer.engines.dataflow.framework.express_guards import ExpressGuards
from xcodereviewer.engines.dataflow.framework.express_routes import ExpressRoutes, is_express
from xcodereviewer.engines.dataflow.framework.fastify_routes import FastifyRoutes, is_fastify
from xcodereviewer.engines.dataflow.framework.go_routes import go_routes
from xcodereviewer.engines.dataflow.framework.java_application import JavaApplication
from xcodereviewer.engines.dataflow.framework.jaxrs_routes import jaxrs_routes
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.nest_guards import NestGuards
from xcodereviewer.engines.dataflow.framework.nest_routes import NestRoutes, is_nest
from xcodereviewer.engines.dataflow.framework.protection import ProtectionKind
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.route import JAVA, SCRIPT, Route
from xcodereviewer.engines.dataflow.framework.routers import Routers
from xcodereviewer.engines.dataflow.framework.servlet_routes import servlet_routes
from xcodereviewer.engines.dataflow.framework.settings import TELLING, DjangoSettings
from xcodereviewer.engines.dataflow.framework.spring_routes import spring_routes
from xcodereviewer.engines.dataflow.framework.walking import calls, last_name, nodes
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["Application"]

_FRAMEWORKS = frozenset(
    """
    flask quart fastapi starlette django rest_framework aiohttp flask_restful flask_restx sanic bottle tornado falcon
    """.split()  # noqa: SIM905 - a list of words
)
_LIMITERS = frozenset(("flask_limiter", "slowapi", "quart_rate_limiter"))
_ASIDE = frozenset(("tests", "test", "migrations", "fixtures"))


class Application:
    """A program as the requests see it."""

    def __init__(self, analysis: "Analysis") -> None:
        self.analysis = analysis
        self.meanings = Meanings(analysis)
        self.behaviours = Behaviours(self.meanings)
        self.protections = Protections(self.meanings, self.behaviours)
        self.units = [unit for unit in analysis.units if unit.language == "python"]
        self.routers = Routers(analysis, self.meanings, self.protections)
        self.settings = DjangoSettings(analysis, self.meanings, self.protections)
        self._answering: set[tuple[int, int]] | None = None
        self._projects: dict[int, str] = {}
        self._asking: dict[tuple[str, str], Route | None] = {}
        self._beside: dict[tuple[str, str], list[Route]] = defaultdict(list)
        self._limited: bool | None = None
        self.routes: tuple[Route, ...] = ()
        if any(map(self._is_web, self.units)):
            self.routers.survey(self.units)
            self.routes = tuple(self._found())
        self.java = JavaApplication(self.meanings.java, self.behaviours, self.protections, self._java_units())
        self.routes += tuple(self._declared_in_java())
        self.scripts = [unit for unit in analysis.units if unit.language == "javascript" and self.is_of_program(unit)]
        self.routes += tuple(self._declared_by_scripts())
        go = [unit for unit in analysis.units if unit.language == "go" and self.is_of_program(unit)]
        self.routes += tuple(go_routes(analysis, go))

    def _found(self) -> list[Route]:
        self.settings.survey(self.units)
        classes = ClassRoutes(self.meanings, self.protections, self.routers)
        classes.defaults += self.settings.of_every_api_view()
        urls = DjangoUrls(self.analysis, self.meanings, self.protections, classes, self.settings)
        found = [
            *decorated_routes(self.analysis, self.meanings, self.routers, self.protections),
            *classes.mounted(self.units),
            *urls.routes(self.units),
        ]
        return sorted(found, key=lambda route: (route.path, route.methods, route.unit, route.at))

    def _declared_by_scripts(self) -> list[Route]:
        found: list[Route] = []
        if any(map(is_express, self.scripts)):
            functions = ExpressFunctions(self.analysis)
            guards = ExpressGuards(self.behaviours, functions)
            found += ExpressRoutes(self.analysis, guards, functions).routes(self.scripts)
        if any(map(is_fastify, self.scripts)):
            functions = ExpressFunctions(self.analysis)
            plugins = [unit for unit in self.scripts if not is_express(unit)]
            found += FastifyRoutes(self.analysis, ExpressGuards(self.behaviours, functions), functions).routes(plugins)
        if any(map(is_nest, self.scripts)):
            guarding = NestGuards(self.meanings, self.behaviours)
            found += NestRoutes(self.meanings, guarding, self.protections).routes(self.scripts)
        return sorted(found, key=lambda route: (route.path, route.methods, route.unit, route.at))

    def _java_units(self) -> list[Unit]:
        return [unit for unit in self.analysis.units if unit.language == "java" and self.is_of_program(unit)]

    def _declared_in_java(self) -> list[Route]:
        found = [
            *spring_routes(self.java),
            *jaxrs_routes(self.java, self.behaviours),
            *servlet_routes(self.java),
        ]
        return sorted(found, key=lambda route: (route.path, route.methods, route.unit, route.at))

    def _is_web(self, unit: Unit) -> bool:
        return not TELLING.isdisjoint(unit.names) or any(
            isinstance(node, ir.Import) and node.module.partition(".")[0] in _FRAMEWORKS for node in unit.module.body
        )

    def kin(self, route: Route) -> tuple[str, str]:
        """Return what the routes of the same framework and project have in common."""
        known = self._projects.get(route.unit)
        if known is None:
            unit = self.meanings.unit(route.unit)
            is_java = route.framework in JAVA
            known = unit.path.partition("src/main/")[0] if is_java else self.settings.project(unit)
            self._projects[route.unit] = known
        return route.framework, known

    def beside(self, route: Route) -> list[Route]:
        """Return the routes of the same framework and project, the route itself too."""
        if not self._beside:
            for one in self.routes:
                self._beside[self.kin(one)].append(one)
        return self._beside[self.kin(route)]

    def asking_beside(self, route: Route) -> Route | None:
        """Return the first route of the same framework and project that asks who is there."""
        common = self.kin(route)
        if common not in self._asking:
            self._asking[common] = next((one for one in self.beside(route) if one.asks_who), None)
        return self._asking[common]

    def functions(self) -> list[FunctionInfo]:
        """Return the functions of modules that are of a web application, each once; tests and migrations are none."""
        if not self.routes and not any(map(self._is_web, self.units)):
            return []
        return [
            one
            for one in self.analysis.functions.values()
            if one.unit.language == "python" and self.is_of_program(one.unit)
        ]

    def java_functions(self) -> list[FunctionInfo]:
        """Return the methods of a web application in Java, each once; none where it declares no routes."""
        if not any(route.framework in JAVA for route in self.routes):
            return []
        numbers = {unit.number for unit in self.java.units}
        return [one for one in self.analysis.functions.values() if one.unit.number in numbers]

    def handlers(self) -> list[FunctionInfo]:
        """Return the functions of routes that scripts or classes of Java declare, each once."""
        found = (route.function for route in self.routes if route.framework in SCRIPT | JAVA)
        return list({(one.unit.number, one.node.at): one for one in found if one is not None}.values())

    def script_functions(self) -> list[FunctionInfo]:
        """Return the functions of the scripts of a web application; none where they declare no routes."""
        if not any(route.framework in SCRIPT for route in self.routes):
            return []
        numbers = {unit.number for unit in self.scripts}
        return [one for one in self.analysis.functions.values() if one.unit.number in numbers]

    def imports_of_scripts(self) -> frozenset[str]:
        """Return the libraries that the scripts import."""
        return frozenset(one.module for unit in self.scripts for one in self.meanings.imports(unit).values())

    def is_of_program(self, unit: Unit) -> bool:
        """Whether a module is part of what runs: tests and migrations are not."""
        return _ASIDE.isdisjoint(unit.path.split("/"))

    @property
    def keeps_sessions(self) -> bool:
        """Whether a route asks a session who is there."""
        told = (one.text for route in self.routes for one in route.protections)
        return any("session" in text or "current_user" in text or "login_required" in text for text in told)

    def answers_requests(self, function: FunctionInfo) -> bool:
        """Whether a function is that of a route, or reads a request itself."""
        if self._answering is None:
            places = (route.place for route in self.routes)
            self._answering = {(place.unit, place.at) for place in places}
        if (function.unit.number, function.node.at) in self._answering:
            return True
        return any(isinstance(node, ir.Name) and node.name == "request" for node in nodes(function.node.body))

    def answering(self) -> list[Route]:
        """Return the routes; where none is declared in the language, the functions that read a request."""
        if self.routes:
            return list(self.routes)
        return [
            Route(
                path="",
                methods=(),
                function=one,
                framework="",
                unit=one.unit.number,
                at=one.node.at,
                protections=tuple(self.protections.of_body(one)),
            )
            for one in self.functions()
            if self.answers_requests(one)
        ]

    def is_throttled(self, route: Route) -> bool:
        """Whether a limit stands before a route: its own, or one for the whole application."""
        if self._limited is None:
            self._limited = any(map(self._limits_all, self.units))
        return self._limited or route.has(ProtectionKind.RATE_LIMIT)

    def _limits_all(self, unit: Unit) -> bool:
        if _LIMITERS.isdisjoint(one.module for one in self.meanings.imports(unit).values()):
            return False
        makers = (call for call in calls(unit.module.body) if last_name(call.callee) == "Limiter")
        limits = ("default_limits", "application_limits")
        return any(argument.keyword in limits for call in makers for argument in call.arguments)
