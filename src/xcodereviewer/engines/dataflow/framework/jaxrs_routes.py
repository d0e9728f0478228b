"""The routes of JAX-RS: methods of resources, with the filters that are bound to them by name."""

from collections.abc import Iterator

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.behaviour import Behaviours
from xcodereviewer.engines.dataflow.framework.decorated_routes import path_parameters
from xcodereviewer.engines.dataflow.framework.java_annotations import annotations, first_annotation
from xcodereviewer.engines.dataflow.framework.java_application import JavaApplication
from xcodereviewer.engines.dataflow.framework.java_filters import told_by
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import joined
from xcodereviewer.engines.dataflow.languages.java_functions import ABSTRACT
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import Library

__all__ = ["jaxrs_routes"]

_METHODS = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"))
_FILTER = "ContainerRequestFilter"
_DEEPEST = 4


def jaxrs_routes(application: JavaApplication, behaviours: Behaviours) -> Iterator[Route]:
    """Yield the routes of a program's resources."""
    if not any(_imports(unit) for unit in application.units):
        return
    reader = _Resources(application, behaviours)
    for unit in application.units:
        for owner in application.names.classes(unit):
            path = reader.path_of(owner)
            if path is not None:
                yield from reader.of_class(owner, joined(reader.root(unit), path), 0)


def _imports(unit: Unit) -> bool:
    return any(isinstance(one, ir.Import) and ".ws.rs" in f".{one.module}" for one in unit.module.body)


def _is_abstract(function: FunctionInfo) -> bool:
    return any(isinstance(one, ir.Name) and one.name == ABSTRACT for one in function.node.decorators)


class _Resources:
    """Reads resources, those below others too."""

    def __init__(self, application: JavaApplication, behaviours: Behaviours) -> None:
        self._application = application
        self._names = application.names
        self._behaviours = behaviours
        self._roots: list[tuple[str, str]] = []  # the folder of an application, and its path
        self._filters: list[tuple[frozenset[str], Protection]] = []
        for unit in application.units:
            for owner in self._names.classes(unit):
                self._note(owner)

    def path_of(self, owner: ClassInfo) -> str | None:
        """Return the path that a class is a resource under."""
        for one in owner.lineage():
            declared = first_annotation(one.node.decorators, "Path") if isinstance(one, ClassInfo) else None
            if declared is not None and isinstance(one, ClassInfo):
                texts = self._names.texts(one.unit, declared.given("value"))
                return texts[0] if texts else ""
        return None

    def root(self, unit: Unit) -> str:
        """Return the path of the application that a module belongs to."""
        found = [path for folder, path in self._roots if unit.path.startswith(folder)]
        return found[0] if found else self._roots[0][1] if len(self._roots) == 1 else ""

    def of_class(self, owner: ClassInfo, prefix: str, depth: int) -> Iterator[Route]:
        """Yield the routes of a resource."""
        seen: set[tuple[str, int]] = set()
        for one, node in self._names.methods(owner):
            key = (node.name, len(node.parameters))
            if key not in seen:
                seen.add(key)
                yield from self._of_method(owner, one, node, prefix, depth)

    def _of_method(
        self, owner: ClassInfo, home: ClassInfo, node: ir.Function, prefix: str, depth: int
    ) -> Iterator[Route]:
        found = self._declared(owner, node)
        if found is None:
            return
        unit, declared = found
        methods = tuple(one.name for one in annotations(declared.decorators) if one.name in _METHODS)
        below = first_annotation(declared.decorators, "Path")
        texts = self._names.texts(unit, below.given("value")) if below is not None else ()
        path = "/" + joined(prefix, texts[0] if texts else "").strip("/")
        if not methods:  # what the method gives answers below the path
            inner = self._names.class_named(home.unit, node.returns) if below is not None else None
            if inner is not None and depth < _DEEPEST:
                yield from self.of_class(inner, path, depth + 1)
            return
        function = self._application.answering(owner, node)
        if function is not None and not _is_abstract(function):  # that of a client
            yield self._route(owner, function, path, methods)

    def _declared(self, owner: ClassInfo, node: ir.Function) -> tuple[Unit, ir.Function] | None:
        """Return the method that bears the annotations: the class's own, or that of an interface."""
        for one, other in self._names.methods(owner):
            names = {mark.name for mark in annotations(other.decorators)}
            is_it = other.name == node.name and len(other.parameters) == len(node.parameters)
            if is_it and not names.isdisjoint((*_METHODS, "Path")):
                return one.unit, other
        return None

    def _route(self, owner: ClassInfo, function: FunctionInfo, path: str, methods: tuple[str, ...]) -> Route:
        asked = self._application.asked_of(function, owner)
        bound = self._bindings(function, owner)
        filtered = (one for names, one in self._filters if not names or not names.isdisjoint(bound))
        around = (
            *self._application.security.protections(owner.unit, methods, path),
            *filtered,
            *self._application.intercepted(path),
        )
        return Route(
            path=path,
            methods=methods,
            function=function,
            framework="jaxrs",
            unit=function.unit.number,
            at=function.node.at,
            owner=owner,
            parameters=path_parameters(path),
            protections=tuple(self._application.combined(asked, around)),
            group=(owner.unit.number, owner.node.name),
        )

    def _bindings(self, function: FunctionInfo, owner: ClassInfo) -> frozenset[str]:
        """Return the names of the annotations by which filters may be bound to a method."""
        around = [mark for one in owner.lineage() if isinstance(one, ClassInfo) for mark in one.node.decorators]
        return frozenset(one.name for one in annotations((*function.node.decorators, *around)))

    def _note(self, owner: ClassInfo) -> None:
        root = first_annotation(owner.node.decorators, "ApplicationPath")
        if root is not None:
            texts = self._names.texts(owner.unit, root.given("value"))
            self._roots.append((owner.unit.path.rpartition("/")[0], texts[0] if texts else ""))
        if not any(isinstance(one, Library) and one.name.endswith(_FILTER) for one in owner.lineage()):
            return
        bound = frozenset(one.name for one in annotations(owner.node.decorators) if self._binds(owner.unit, one.node))
        for node in owner.node.body:
            if isinstance(node, ir.Function) and node.name == "filter":
                function = self._names.method(owner, node)
                for one in told_by(self._behaviours, function, owner) if function is not None else ():
                    self._filters.append((bound, one))

    def _binds(self, unit: Unit, node: ir.Expression) -> bool:
        """Whether an annotation is one that binds filters by its name."""
        found = self._names.class_named(unit, node)
        return found is not None and first_annotation(found.node.decorators, "NameBinding") is not None
