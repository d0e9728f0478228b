"""The map of an application: its routes, with what each of them asks of a request."""

from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.class_routes import ClassRoutes
from xcodereviewer.engines.dataflow.framework.decorated_routes import decorated_routes
from xcodereviewer.engines.dataflow.framework.django_urls import DjangoUrls
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import Routers
from xcodereviewer.engines.dataflow.framework.settings import DjangoSettings
from xcodereviewer.engines.dataflow.program import Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["Application"]

_FRAMEWORKS = frozenset(
    """
    flask quart fastapi starlette django rest_framework aiohttp flask_restful flask_restx sanic bottle
    """.split()  # noqa: SIM905 - a list of words
)


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
        self.routes: tuple[Route, ...] = ()
        if any(map(self._is_web, self.units)):
            self.routers.survey(self.units)
            self.routes = tuple(self._found())

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

    def _is_web(self, unit: Unit) -> bool:
        return any(
            isinstance(node, ir.Import) and node.module.partition(".")[0] in _FRAMEWORKS for node in unit.module.body
        )

    def beside(self, route: Route) -> list[Route]:
        """Return the routes of the same framework and project, the route itself too."""
        project = self.settings.project(self.meanings.unit(route.unit))
        return [
            one
            for one in self.routes
            if one.framework == route.framework and self.settings.project(self.meanings.unit(one.unit)) == project
        ]
