"""What the settings of Django ask of every request."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.meanings import Meanings
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.routers import middleware_protections
from xcodereviewer.engines.dataflow.framework.walking import nodes, text_of
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["TELLING", "DjangoSettings", "Setting"]

TELLING = frozenset(("INSTALLED_APPS", "MIDDLEWARE", "ROOT_URLCONF", "REST_FRAMEWORK"))
_FOR_ALL = {
    "django.contrib.auth.middleware.LoginRequiredMiddleware": ProtectionKind.AUTHENTICATION,
    "django.middleware.csrf.CsrfViewMiddleware": ProtectionKind.CSRF,
}
_THROTTLING = ("axes", "defender", "ratelimit", "throttle", "brutebuster")


class Setting:
    """One assignment of a settings module."""

    __slots__ = ("at", "name", "unit", "value")

    def __init__(self, unit: Unit, node: ir.Assign, name: str) -> None:
        self.unit = unit
        self.name = name
        self.value = node.value
        self.at = node.at

    @property
    def texts(self) -> list[str]:
        """Every text in its value."""
        return [text for node in nodes(self.value) if (text := text_of(node)) is not None]


class DjangoSettings:
    """The settings modules of a program: those that name applications, middleware or the root of the URLs."""

    def __init__(self, analysis: "Analysis", meanings: Meanings, protections: Protections) -> None:
        self._analysis = analysis
        self._meanings = meanings
        self._protections = protections
        self._found: list[Setting] = []
        self._folders: list[str] = []  # of the projects, deepest first
        self._asked: dict[str, tuple[Protection, ...]] = {}

    def survey(self, units: list[Unit]) -> None:
        """Look for settings modules."""
        for unit in units:
            if not TELLING.isdisjoint(unit.names):
                found = (node for node in nodes(unit.module.body, nested=False) if isinstance(node, ir.Assign))
                self._found += [
                    Setting(unit, node, node.target.name) for node in found if isinstance(node.target, ir.Name)
                ]
        folders = {_project_folder(one.unit) for one in self._found if one.name in ("INSTALLED_APPS", "ROOT_URLCONF")}
        self._folders = sorted(folders, key=len, reverse=True)

    def project(self, unit: Unit) -> str:
        """Return the folder of the project that a module belongs to; empty when the settings name none."""
        return next((folder for folder in self._folders if unit.path.startswith(folder)), "")

    def named(self, *names: str) -> list[Setting]:
        """Return the assignments of these settings."""
        return [one for one in self._found if one.name in names]

    def of_every_view(self, unit: Unit) -> tuple[Protection, ...]:
        """Return what middleware asks of every request to a view of this module."""
        project = self.project(unit)
        if project not in self._asked:
            self._asked[project] = tuple(dict.fromkeys(self._of_project(project)))
        return self._asked[project]

    def _of_project(self, project: str) -> Iterator[Protection]:
        own = [one for one in self._found if self.project(one.unit) == project]
        for setting in own:
            if setting.name not in ("MIDDLEWARE", "MIDDLEWARE_CLASSES"):
                continue
            for text in setting.texts:
                kind = _FOR_ALL.get(text)
                if kind is not None:
                    yield Protection(kind, text.rpartition(".")[2], setting.unit.number, setting.at)
                elif any(word in text.lower() for word in _THROTTLING):
                    yield Protection(ProtectionKind.RATE_LIMIT, text, setting.unit.number, setting.at)
                else:
                    yield from self._of_own(setting.unit, text)
        for setting in own:
            for text in setting.texts if setting.name == "INSTALLED_APPS" else ():
                if text.partition(".")[0] in ("axes", "defender"):
                    yield Protection(ProtectionKind.RATE_LIMIT, text, setting.unit.number, setting.at)

    def of_every_api_view(self) -> Iterator[Protection]:
        """Yield what Django REST framework asks where a view does not say otherwise."""
        for setting in self.named("REST_FRAMEWORK"):
            if not isinstance(setting.value, ir.Record):
                continue
            for key, value in setting.value.entries:
                if text_of(key) in ("DEFAULT_PERMISSION_CLASSES", "DEFAULT_THROTTLE_CLASSES"):
                    for node in nodes(value):
                        name = text_of(node)
                        if name is not None:
                            yield from self._protections.of_class_name(name, setting.unit, setting.at)

    def _of_own(self, unit: Unit, name: str) -> Iterator[Protection]:
        module, _, member = name.rpartition(".")
        home = self._analysis.modules.find(module, unit) if module else None
        for one in self._meanings.things(home, ir.Name(0, member)) if home is not None else ():
            if isinstance(one, ClassInfo):
                yield from middleware_protections(one, self._analysis, self._protections)
            elif isinstance(one, FunctionInfo):
                yield from self._protections.of_hook(one)


def _project_folder(unit: Unit) -> str:
    """Return the folder that a settings module is the settings of: `shop/` for `shop/site/settings.py`."""
    folder = PurePosixPath(unit.path).parent
    if folder.name in ("settings", "config", "conf"):
        folder = folder.parent
    text = folder.parent.as_posix()
    return "" if text in (".", "") else f"{text}/"
