"""Applications, blueprints and routers: where they are made and mounted, and what they ask of every request."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.meanings import Made, Meanings
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.protections import Protections
from xcodereviewer.engines.dataflow.framework.walking import argument_of, last_name, nodes
from xcodereviewer.engines.dataflow.program import ClassInfo, Unit

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis

__all__ = ["Router", "Routers", "joined", "middleware_protections"]

_MAKERS = frozenset(
    (
        "Flask",
        "Blueprint",
        "FastAPI",
        "APIRouter",
        "Namespace",
        "Api",
        "Starlette",
        "Router",
        "Application",
        "Quart",
        "APIBlueprint",
    )
)
_MOUNTS = frozenset(("register_blueprint", "include_router", "add_namespace", "mount", "add_subapp", "init_app"))
_HOOKS = frozenset(("before_request", "before_app_request"))
_MIDDLEWARE = frozenset(("__call__", "dispatch", "process_request", "process_view"))
_DEEPEST = 6


@dataclass(slots=True)
class Router:
    """Something that routes are registered with; `inside` are those that it is mounted in, with the prefix there."""

    prefix: str = ""
    inside: list[tuple[Made, str]] = field(default_factory=list)
    is_replaced: bool = False  # the prefix of the mounting stands for its own, as Flask has it
    protections: list[Protection] = field(default_factory=list)


class Routers:
    """The routers of a program by the place at which they are made."""

    def __init__(self, analysis: "Analysis", meanings: Meanings, protections: Protections) -> None:
        self._analysis = analysis
        self._meanings = meanings
        self._protections = protections
        self._routers: dict[Made, Router] = {}
        self.everywhere: list[Protection] = []  # of hooks and middleware of whole applications

    def survey(self, units: list[Unit]) -> None:
        """Look for routers in the modules."""
        for unit in units:
            for node in nodes(unit.module.body):
                match node:
                    case ir.Assign(target=target, value=ir.Call() as call) if last_name(call.callee) in _MAKERS:
                        self._make(unit, target, call)
                    case ir.Call() if last_name(node.callee) in _MOUNTS:
                        self._mount(unit, node)
                    case ir.Call() if last_name(node.callee) in ("add_middleware", *_HOOKS):
                        self._hook_call(unit, node)
                    case ir.Function() if node.decorators:
                        self._hook(unit, node)

    def paths(self, made: Made | None, path: str, depth: int = 0) -> list[str]:
        """Return the whole paths of a route that is registered with a router under `path`."""
        router = self._routers.get(made) if made is not None else None
        if router is None or depth > _DEEPEST:
            return [path]
        inner = joined(router.prefix, path)
        found: list[str] = []
        for outer, prefix in router.inside:
            whole = joined(prefix, path) if prefix and router.is_replaced else joined(prefix, inner)
            found += self.paths(outer, whole, depth + 1)
        return list(dict.fromkeys(found)) or [inner]

    def protections(self, made: Made | None, depth: int = 0) -> Iterator[Protection]:
        """Yield what a router and all those around it ask of every request."""
        router = self._routers.get(made) if made is not None else None
        if router is None or depth > _DEEPEST:
            return
        yield from router.protections
        for outer, _ in router.inside:
            yield from self.protections(outer, depth + 1)

    def _at(self, made: Made) -> Router:
        return self._routers.setdefault(made, Router())

    def _make(self, unit: Unit, target: ir.Expression, call: ir.Call) -> None:
        made = self._meanings.made_at(unit, target)
        if made is None:
            return
        router = self._at(made)
        prefix = argument_of(call, -1, "prefix", "url_prefix", "path")
        router.prefix = (self._meanings.text(unit, prefix) or "") if prefix is not None else router.prefix
        if last_name(call.callee) == "Api" and call.arguments:
            outer = self._meanings.made_at(unit, call.arguments[0].value)
            if outer is not None:
                router.inside.append((outer, ""))
        self._protect(router, unit, call)
        for name in ("middlewares", "middleware"):
            given = argument_of(call, -1, name)
            for item in given.items if isinstance(given, ir.Collection) else ():
                inner = item.arguments[0].value if isinstance(item, ir.Call) and item.arguments else item
                self._note_middleware(unit, inner)

    def _mount(self, unit: Unit, call: ir.Call) -> None:
        name = last_name(call.callee)
        if not isinstance(call.callee, ir.Attribute):
            return
        outer = self._meanings.made_at(unit, call.callee.of)
        position = 1 if name in ("mount", "add_subapp") else 0
        inner = argument_of(call, position, "blueprint", "router", "app", "ns", "subapp")
        child = self._meanings.made_at(unit, inner) if inner is not None else None
        if name == "init_app":
            outer, child = child, outer
        if outer is None or child is None or outer == child:
            return
        at = 0 if position else 1
        given = argument_of(call, at, "url_prefix", "prefix", "path")
        prefix = self._meanings.text(unit, given) if given is not None else None
        router = self._at(child)
        router.is_replaced = name == "register_blueprint"
        router.inside.append((outer, prefix or ""))
        self._protect(router, unit, call)

    def _protect(self, router: Router, unit: Unit, call: ir.Call) -> None:
        for keyword in ("dependencies", "decorators"):
            given = argument_of(call, -1, keyword)
            if given is not None:
                router.protections += self._protections.of_dependencies(unit, given)
                items = given.items if isinstance(given, ir.Collection) else ()
                router.protections += self._protections.of_decorators(
                    unit,
                    [one for one in items if not (isinstance(one, ir.Call) and last_name(one.callee) == "Depends")],
                )

    def _hook(self, unit: Unit, node: ir.Function) -> None:
        for one in node.decorators:
            callee = one.callee if isinstance(one, ir.Call) else one
            name = last_name(callee)
            function = self._analysis.functions.get((unit.number, node.at))
            if function is None:
                continue
            if name in _HOOKS and isinstance(callee, ir.Attribute):
                self._note_hook(unit, callee, list(self._protections.of_hook(function)))
            elif name == "middleware" and isinstance(one, ir.Call):
                self.everywhere += self._protections.of_hook(function)

    def _hook_call(self, unit: Unit, call: ir.Call) -> None:
        given = argument_of(call, 0, "f", "middleware_class")
        if given is None or not isinstance(call.callee, ir.Attribute):
            return
        if last_name(call.callee) == "add_middleware":
            self._note_middleware(unit, given)
            return
        for function in self._meanings.functions(unit, given):
            self._note_hook(unit, call.callee, list(self._protections.of_hook(function)))

    def _note_middleware(self, unit: Unit, node: ir.Expression) -> None:
        function = self._meanings.defined(unit, node)
        if function is not None:
            self.everywhere += self._protections.of_hook(function)
        for owner in self._meanings.classes(unit, node):
            self.everywhere += middleware_protections(owner, self._analysis, self._protections)

    def _note_hook(self, unit: Unit, callee: ir.Attribute, found: list[Protection]) -> None:
        made = self._meanings.made_at(unit, callee.of)
        if made is not None and callee.name == "before_request":
            self._at(made).protections += found
        else:
            self.everywhere += found


def middleware_protections(owner: ClassInfo, analysis: "Analysis", protections: Protections) -> Iterator[Protection]:
    """Yield what a class of middleware protects all routes from."""
    for method in owner.node.body:
        if isinstance(method, ir.Function) and method.name in _MIDDLEWARE:
            function = analysis.functions.get((owner.unit.number, method.at))
            if function is not None:
                yield from protections.of_hook(function, owner.node.name)


def joined(prefix: str, path: str) -> str:
    """Return a path below a prefix."""
    if not prefix or not path:
        return prefix or path
    return f"{prefix.rstrip('/')}/{path.lstrip('/')}"
