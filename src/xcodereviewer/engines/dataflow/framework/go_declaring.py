"""Functions of Go walked for the routes that they declare."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.go_functions import GoFunctions
from xcodereviewer.engines.dataflow.framework.go_guards import GoGuards
from xcodereviewer.engines.dataflow.framework.go_handlers import GoHandlers
from xcodereviewer.engines.dataflow.framework.go_methods import GoMethods
from xcodereviewer.engines.dataflow.framework.go_routers import GoRoute, GoRouter
from xcodereviewer.engines.dataflow.framework.walking import nodes
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

__all__ = ["FRAMEWORKS", "PARAMETERS", "GoDeclaring"]

_GIN, _ECHO, _FIBER = "github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/gofiber/fiber"
_CHI, _MUX, _HTTPROUTER = "github.com/go-chi/chi", "github.com/gorilla/mux", "github.com/julienschmidt/httprouter"
FRAMEWORKS = ("net/http", _GIN, _ECHO, _FIBER, _CHI, _MUX, _HTTPROUTER)
_MAKERS = {
    f"{_GIN}.Default": "gin",
    f"{_GIN}.New": "gin",
    f"{_ECHO}.New": "echo",
    f"{_FIBER}.New": "fiber",
    f"{_CHI}.NewRouter": "chi",
    f"{_CHI}.NewMux": "chi",
    f"{_MUX}.NewRouter": "gorilla",
    f"{_HTTPROUTER}.New": "httprouter",
    "net/http.NewServeMux": "net/http",
}
PARAMETERS = {
    **dict.fromkeys((f"{_GIN}.{name}" for name in ("Engine", "RouterGroup", "IRouter", "IRoutes")), "gin"),
    **dict.fromkeys((f"{_ECHO}.{name}" for name in ("Echo", "Group")), "echo"),
    **dict.fromkeys((f"{_FIBER}.{name}" for name in ("App", "Router", "Group")), "fiber"),
    **dict.fromkeys((f"{_CHI}.{name}" for name in ("Router", "Mux")), "chi"),
    f"{_MUX}.Router": "gorilla",
    f"{_HTTPROUTER}.Router": "httprouter",
    "net/http.ServeMux": "net/http",
}
_PARAMETER = re.compile(r"[:*](\w+)|\{(\w+)")
_DEEPEST = 8  # functions that hand a router on, one to the other
_MOST_STEPS = 200_000  # statements that are walked for one program
Held = GoRouter | GoRoute
Variables = dict[str, Held]


@dataclass(slots=True)
class Frame:
    """One function that is walked: what its variables hold, and which router it gives back."""

    unit: Unit
    variables: Variables = field(default_factory=dict)
    result: GoRouter | None = None
    depth: int = 0


class GoDeclaring:
    """Walks functions and keeps the routers that they make."""

    def __init__(self, functions: GoFunctions, guards: GoGuards) -> None:
        self.functions = functions
        self.routers: list[GoRouter] = []
        self._handlers = GoHandlers(functions, guards)
        self._methods = GoMethods(self._handlers, self)
        self._kept: dict[tuple[str, str], GoRouter] = {}  # by folder: fields and variables of packages
        self._walked: dict[tuple[int, int], GoRouter | None] = {}
        self._whole: GoRouter | None = None
        self._steps = _MOST_STEPS

    @staticmethod
    def is_maker(name: str) -> bool:
        """Whether a member of a library makes a router."""
        return name in _MAKERS

    @staticmethod
    def parameters(path: str) -> tuple[str, ...]:
        """Return the names of the variable parts of a path: `/orders/:id`, `/orders/{id}`."""
        return tuple(one or other for one, other in _PARAMETER.findall(path))

    # Functions

    def walk_package(self, unit: Unit) -> None:
        """Look at the variables of a file."""
        self.block(Frame(unit), [one for one in unit.module.body if isinstance(one, ir.Assign)])

    def walk(self, function: FunctionInfo, given: Mapping[str, Held] | None = None, depth: int = 0) -> GoRouter | None:
        """Walk a function with the routers that it is given; return the one that it gives back."""
        key = (function.unit.number, function.node.at)
        if depth > _DEEPEST or (not given and key in self._walked):
            return self._walked.get(key)
        self._walked[key] = None
        frame = Frame(function.unit, dict(given or {}), depth=depth)
        self.block(frame, function.node.body)
        self._walked[key] = frame.result
        return frame.result

    def walk_alone(self, function: FunctionInfo, handed: Mapping[str, str]) -> None:
        """Walk a function that nobody calls whose routers are known."""
        self.walk(function, {name: self.make(framework) for name, framework in handed.items()})

    def has_walked(self, function: FunctionInfo) -> bool:
        """Whether a function was walked."""
        return (function.unit.number, function.node.at) in self._walked

    def mentions_kept(self, function: FunctionInfo) -> bool:
        """Whether a function reads a field or variable that holds a router."""
        folder = _folder(function.unit)
        names = {name for kept, name in self._kept if kept == folder}
        return bool(names) and any(
            isinstance(one, ir.Attribute | ir.Name) and one.name in names for one in nodes(function.node.body)
        )

    # Statements

    def block(self, frame: Frame, body: Iterable[ir.Statement]) -> None:
        """Walk statements in their order."""
        for statement in body:
            self._steps -= 1
            if self._steps < 0:
                return
            self._statement(frame, statement)

    def _statement(self, frame: Frame, statement: ir.Statement) -> None:
        match statement:
            case ir.Assign() if statement.value is not None:
                self._assign(frame, statement.target, statement.value)
            case ir.Evaluate():
                self.value(frame, statement.value)
            case ir.Return() if statement.value is not None:
                found = self.value(frame, statement.value)
                frame.result = found if isinstance(found, GoRouter) else frame.result
            case ir.If():
                self.block(frame, statement.then)
                self.block(frame, statement.other)
            case ir.For() | ir.Loop():
                self.block(frame, statement.body)
            case ir.Switch():
                for case in statement.cases:
                    self.block(frame, case.body)

    def _assign(self, frame: Frame, target: ir.Expression, value: ir.Expression) -> None:
        found = self.value(frame, value)
        if isinstance(target, ir.Collection) and target.items:
            target = target.items[0]
        if found is None:
            return
        if isinstance(target, ir.Name):
            frame.variables[target.name] = found
            is_of_package = target.name in frame.unit.names
        else:
            is_of_package = isinstance(target, ir.Attribute)
        if is_of_package and isinstance(found, GoRouter) and isinstance(target, ir.Name | ir.Attribute):
            self._kept.setdefault((_folder(frame.unit), target.name), found)

    # Expressions

    def value(self, frame: Frame, node: ir.Expression) -> Held | None:
        """Return the router or route that an expression is; what is declared on the way is kept."""
        match node:
            case ir.Name():
                return frame.variables.get(node.name) or self._kept.get((_folder(frame.unit), node.name))
            case ir.Attribute():
                return self._kept.get((_folder(frame.unit), node.name))
            case ir.Call():
                return self._call(frame, node)
            case ir.Collection() | ir.Record():
                parts = node.items if isinstance(node, ir.Collection) else [value for _, value in node.entries]
                found = [
                    self.value(frame, part) for part in parts if isinstance(part, ir.Call | ir.Name | ir.Attribute)
                ]
                return found[0] if found else None
        return None

    def _call(self, frame: Frame, call: ir.Call) -> Held | None:
        name = self.functions.library(frame.unit, call.callee)
        if name in _MAKERS:
            return self.make(_MAKERS[name])
        if name.startswith("net/http.Handle") and len(call.arguments) == 2:
            return self._methods.call(frame, self._of_net_http(), call)
        if isinstance(call.callee, ir.Attribute):
            of = self.value(frame, call.callee.of)
            if of is not None and (found := self._methods.call(frame, of, call)) is not None:
                return found
        if call.is_new:
            self._keep_fields(frame, call)
            return None
        return self._handed_on(frame, call)

    def _handed_on(self, frame: Frame, call: ir.Call) -> Held | None:
        """Walk a function of the program that gets a router or may make one; a router inside a wrapper stays itself."""
        held = {number: self.value(frame, one.value) for number, one in enumerate(call.arguments) if not one.keyword}
        routers = {number: one for number, one in held.items() if isinstance(one, GoRouter)}
        function = self.functions.of(frame.unit, call.callee)
        given: Variables = {}
        if function is not None:
            shift = len(function.node.parameters) - len(call.arguments)
            for number, router in routers.items():
                if 0 <= number + shift < len(function.node.parameters):
                    given[function.node.parameters[number + shift].name] = router
        for router in routers.values():
            router.always += self._handlers.around(frame.unit, call, function)
        result = self.walk(function, given, frame.depth + 1) if function is not None else None
        return result or next(iter(routers.values()), None)

    def _keep_fields(self, frame: Frame, call: ir.Call) -> None:
        for one in call.arguments:
            found = self.value(frame, one.value)
            if isinstance(found, GoRouter) and one.keyword and one.keyword != "Handler":
                self._kept.setdefault((_folder(frame.unit), one.keyword), found)

    def make(self, framework: str) -> GoRouter:
        """Return a new router."""
        return self.keep(GoRouter(framework))

    def keep(self, router: GoRouter) -> GoRouter:
        """Keep a router whose routes are told in the end."""
        self.routers.append(router)
        return router

    def _of_net_http(self) -> GoRouter:
        if self._whole is None:
            self._whole = self.make("net/http")
        return self._whole

    def run_closure(self, frame: Frame, node: ir.Expression, router: GoRouter) -> None:
        """Walk a function that declares the routes of a group."""
        if isinstance(node, ir.Lambda):
            parameters = node.function.parameters
            inner = Frame(frame.unit, dict(frame.variables), depth=frame.depth + 1)
            if parameters:
                inner.variables[parameters[0].name] = router
            self.block(inner, node.function.body)
            return
        function = self.functions.of(frame.unit, node)
        if function is not None and function.node.parameters:
            self.walk(function, {function.node.parameters[-1].name: router}, frame.depth + 1)


def _folder(unit: Unit) -> str:
    return unit.path.rpartition("/")[0]
