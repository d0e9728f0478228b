"""What the methods of Go's routers do: they declare routes, group them, mount other routers, and ask for middleware."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.go_handlers import GoHandlers
from xcodereviewer.engines.dataflow.framework.go_routers import GoRoute, GoRouter
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.walking import last_name

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.framework.go_declaring import Frame, GoDeclaring, Held

__all__ = ["GoMethods"]

_VERBS = frozenset("GET POST PUT PATCH DELETE HEAD OPTIONS CONNECT TRACE".split())  # noqa: SIM905 - a list of words
_OWN_VERB = re.compile(r"[A-Z]{3,}")  # one that the program invents
_ANY = frozenset(("Any", "All"))
_NAMED = frozenset(("Handle", "HandleFunc", "Handler", "HandlerFunc", "Method", "MethodFunc", "Match", "Add"))
_ALWAYS = frozenset(("gorilla", "echo"))  # their middleware stands before every route, wherever it is named
_HANDLER_FIRST = frozenset(("echo",))  # what follows a handler stands before it


class GoMethods:
    """Calls of methods of routers and routes."""

    def __init__(self, handlers: GoHandlers, declaring: "GoDeclaring") -> None:
        self._handlers = handlers
        self._declaring = declaring

    def call(self, frame: "Frame", of: "Held", call: ir.Call) -> "Held | None":
        """Return the router or route that a call of a method gives; None when the method is another."""
        name = last_name(call.callee)
        given = [one.value for one in call.arguments]
        if isinstance(of, GoRoute):
            return self._of_route(frame, of, name, given)
        text = self._text(frame, given[0]) if given else None
        match name:
            case "Use" | "Pre":
                return self._use(frame, of, given, text)
            case "With":
                return self._child(of, "", self._handlers.guards(frame.unit, given))
            case "Group" | "Route" | "RouteGroup":
                return self._group(frame, of, given, text)
            case "Mount":
                return self._mount(frame, of, given, text)
            case "PathPrefix" | "Path" if text is not None:
                return self._child(of, text)
            case "Subrouter" | "Headers" | "Schemes" | "Host" | "Queries" | "StrictSlash" | "Name":
                return of
            case "Methods":
                child = self._child(of, "")
                child.methods = self._methods(frame, given)
                return child
        return self._declare(frame, of, name, call, given, text)

    # Routes

    def _declare(
        self, frame: "Frame", of: GoRouter, name: str, call: ir.Call, given: Sequence[ir.Expression], text: str | None
    ) -> GoRoute | None:
        methods: tuple[str, ...] = of.methods
        if name.upper() in _VERBS and name in (name.upper(), name.capitalize()):
            methods = (name.upper(),)
        elif name in _NAMED and len(given) > 2 and self._methods(frame, given[:1]):
            methods, given = self._methods(frame, given[:1]), given[1:]
            text = self._text(frame, given[0])
        elif name in ("Handler", "HandlerFunc") and len(given) == 1:
            return self._route(frame, of, "", methods, call, given)
        elif name not in _ANY | _NAMED:
            return None
        if text is None or len(given) < 2:
            return None
        verb, _, rest = text.partition(" ")
        if rest and verb in _VERBS:  # "GET /orders/{id}"
            methods, text = (verb,), rest.lstrip()
        if self._mounted(frame, of, text, given[-1]):
            return None
        return self._route(frame, of, text[text.find("/") :] if "/" in text else text, methods, call, given[1:])

    def _route(
        self,
        frame: "Frame",
        of: GoRouter,
        path: str,
        methods: tuple[str, ...],
        call: ir.Call,
        given: Sequence[ir.Expression],
    ) -> GoRoute:
        position = 0 if of.framework in _HANDLER_FIRST else len(given) - 1
        handler, function, asked = self._handlers.of(frame.unit, given[position])
        around = [one for number, one in enumerate(given) if number != position]
        before = (*of.standing(), *self._handlers.guards(frame.unit, around), *asked)
        route = GoRoute(path, methods, handler, function, frame.unit, call.at, tuple(dict.fromkeys(before)))
        of.routes.append(route)
        return route

    def _of_route(self, frame: "Frame", of: GoRoute, name: str, given: Sequence[ir.Expression]) -> GoRoute | None:
        if name == "Methods":
            of.methods = self._methods(frame, given)
        return of

    def _methods(self, frame: "Frame", given: Sequence[ir.Expression]) -> tuple[str, ...]:
        found = []
        for one in given:
            text = self._text(frame, one)
            if text is None and isinstance(one, ir.Attribute):  # `http.MethodPost`
                text = one.name.removeprefix("Method").upper()
            if text is not None and (text.upper() in _VERBS or _OWN_VERB.fullmatch(text)):
                found.append(text.upper())
        return tuple(found)

    def _text(self, frame: "Frame", node: ir.Expression) -> str | None:
        return self._declaring.functions.text(frame.unit, node)

    # Groups

    def _child(self, of: GoRouter, prefix: str, guards: tuple[Protection, ...] = ()) -> GoRouter:
        return self._declaring.keep(of.child(prefix, guards))

    def _group(self, frame: "Frame", of: GoRouter, given: Sequence[ir.Expression], text: str | None) -> GoRouter:
        rest = list(given[1:] if text is not None else given)
        closure = rest.pop() if of.framework in ("chi", "fiber") and rest and _is_closure(rest[-1], text, of) else None
        child = self._child(of, text or "", self._handlers.guards(frame.unit, rest))
        if closure is not None:
            self._declaring.run_closure(frame, closure, child)
        return child

    def _use(self, frame: "Frame", of: GoRouter, given: Sequence[ir.Expression], text: str | None) -> GoRouter:
        rest = given[1:] if text is not None else given
        if rest and self._mounted(frame, of, text or "", rest[-1]):
            return of
        found = self._handlers.guards(frame.unit, rest)
        if text is None or text in ("", "/"):
            (of.always if of.framework in _ALWAYS else of.uses).extend(found)
        return of

    def _mount(self, frame: "Frame", of: GoRouter, given: Sequence[ir.Expression], text: str | None) -> GoRouter:
        if len(given) == 2 and text is not None and not self._mounted(frame, of, text, given[1]):
            self._declaring.value(frame, given[1])
        return of

    def _mounted(self, frame: "Frame", of: GoRouter, prefix: str, node: ir.Expression) -> bool:
        """Mount a router that a handler is, or is wrapped in; say whether it was one."""
        inner = self._declaring.value(frame, node)
        if not isinstance(inner, GoRouter) or inner is of:
            return False
        is_known = any(outer is of and known == prefix for outer, known, _ in inner.mounts)
        if not is_known:
            inner.mounts.append((of, prefix.rstrip("/*"), of.standing()))
        return True


def _is_closure(node: ir.Expression, text: str | None, of: GoRouter) -> bool:
    """Whether what a group is given last declares its routes: in Fiber only `Route` gets such a function."""
    if isinstance(node, ir.Lambda):
        parameters = node.function.parameters
        annotation = parameters[0].annotation if len(parameters) == 1 else None
        return isinstance(annotation, ir.Attribute) and annotation.name in ("Router", "Mux", "App")
    return of.framework == "chi" and isinstance(node, ir.Name | ir.Attribute)
