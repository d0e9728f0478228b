"""The routes of Spring MVC and WebFlux: what the mappings of controllers and of router functions declare."""

from collections.abc import Iterator, Sequence

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.decorated_routes import path_parameters
from xcodereviewer.engines.dataflow.framework.java_annotations import Annotation, annotations, first_annotation
from xcodereviewer.engines.dataflow.framework.java_application import JavaApplication
from xcodereviewer.engines.dataflow.framework.route import Route
from xcodereviewer.engines.dataflow.framework.routers import joined
from xcodereviewer.engines.dataflow.framework.spring_functions import functional_routes
from xcodereviewer.engines.dataflow.framework.walking import last_name
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit

__all__ = ["spring_routes"]

_MAPPINGS = {
    "RequestMapping": (),
    "GetMapping": ("GET",),
    "PostMapping": ("POST",),
    "PutMapping": ("PUT",),
    "PatchMapping": ("PATCH",),
    "DeleteMapping": ("DELETE",),
}
_CONTROLLERS = ("RestController", "Controller")
_DEEPEST = 3


def spring_routes(application: JavaApplication) -> Iterator[Route]:
    """Yield the routes of a program's controllers and router functions."""
    for unit in application.units:
        for owner in application.names.classes(unit):
            if _is_controller(application, owner):
                yield from _of_controller(application, owner)
        yield from functional_routes(application, unit)


def _is_controller(application: JavaApplication, owner: ClassInfo, depth: int = 0) -> bool:
    """Whether a class bears the annotation of controllers, or one of the program's own that bears it."""
    for one in annotations(owner.node.decorators):
        if one.name in _CONTROLLERS:
            return True
        meta = application.names.class_named(owner.unit, one.node) if depth < _DEEPEST else None
        if meta is not None and _is_controller(application, meta, depth + 1):
            return True
    return False


def _of_controller(application: JavaApplication, owner: ClassInfo) -> Iterator[Route]:
    prefixes = _prefixes(application, owner)
    seen: set[tuple[str, int]] = set()
    for _, node in application.names.methods(owner):
        if (node.name, len(node.parameters)) in seen:
            continue
        found = _mapping(application, owner, node)
        # What an interface declares, its implementation answers.
        function = application.answering(owner, node)
        if found is None or function is None:
            continue
        seen.add((node.name, len(node.parameters)))
        home, mapping = found
        for prefix in prefixes:
            yield from _routes(application, owner, function, _Mapped(application, home, mapping, prefix))


class _Mapped:
    """What a mapping says: its methods, and its paths below a prefix."""

    def __init__(self, application: JavaApplication, unit: Unit, mapping: Annotation, prefix: str) -> None:
        own = application.names.texts(unit, mapping.given("value", "path")) or ("",)
        self.unit = unit
        self.at = mapping.at
        self.methods = _MAPPINGS[mapping.name] or _named_methods(mapping)
        self.paths = tuple("/" + joined(prefix, path).strip("/") for path in own)


def _routes(application: JavaApplication, owner: ClassInfo, function: FunctionInfo, mapped: _Mapped) -> Iterator[Route]:
    asked = application.asked_of(function, owner)
    for path in mapped.paths:
        around = (*application.security.protections(owner.unit, mapped.methods, path), *application.intercepted(path))
        yield Route(
            path=path,
            methods=mapped.methods,
            function=function,
            framework="spring",
            unit=mapped.unit.number,
            at=mapped.at,
            owner=owner,
            parameters=path_parameters(path),
            protections=tuple(dict.fromkeys(application.combined(asked, around))),
            group=(owner.unit.number, owner.node.name),
        )


def _prefixes(application: JavaApplication, owner: ClassInfo) -> tuple[str, ...]:
    """Return the paths that the controller is under: its own mapping, or else one that it inherits."""
    for one in owner.lineage():
        if isinstance(one, ClassInfo):
            found = first_annotation(one.node.decorators, "RequestMapping")
            if found is not None:
                return application.names.texts(one.unit, found.given("value", "path")) or ("",)
    return ("",)


def _mapping(application: JavaApplication, owner: ClassInfo, node: ir.Function) -> tuple[Unit, Annotation] | None:
    """Return the mapping of a method, or of the same method in what its class inherits."""
    for one, other in application.names.methods(owner):
        if other.name == node.name and len(other.parameters) == len(node.parameters):
            found = first_annotation(other.decorators, *_MAPPINGS)
            if found is not None:
                return one.unit, found
    return None


def _named_methods(mapping: Annotation) -> tuple[str, ...]:
    given = mapping.given("method")
    items: Sequence[object] = given.items if isinstance(given, ir.Collection) else (given,)
    return tuple(sorted(last_name(item) for item in items if item is not None))
