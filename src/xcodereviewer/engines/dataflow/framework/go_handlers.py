"""Handlers of Go and what is wrapped around them."""

from collections.abc import Iterator, Sequence

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.go_functions import GoFunctions
from xcodereviewer.engines.dataflow.framework.go_guards import GoGuards
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.walking import last_name
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

__all__ = ["GoHandlers"]

_SAME = frozenset(("HandlerFunc", "WrapF", "WrapH", "WrapHandler", "HTTPHandler", "HTTPHandlerFunc"))
_CHAINS = frozenset(("Then", "ThenFunc"))
_MOST_WRAPPERS = 8


class GoHandlers:
    """Tells a handler from the middleware around it."""

    def __init__(self, functions: GoFunctions, guards: GoGuards) -> None:
        self.functions = functions
        self._guards = guards

    def guards(self, unit: Unit, given: Sequence[ir.Expression]) -> tuple[Protection, ...]:
        """Return what some middlewares protect from."""
        return tuple(dict.fromkeys(one for node in given for one in self._guards.of(unit, node)))

    def of(self, unit: Unit, node: ir.Expression) -> tuple[ir.Expression, FunctionInfo | None, tuple[Protection, ...]]:
        """Return a handler without what is wrapped around it, its function, and what the wrapping and it ask."""
        inner, wrappers = self._unwrapped(unit, node)
        named = inner.callee if isinstance(inner, ir.Call) else inner
        function = self.functions.of(unit, named)
        asked = self._guards.of_handler(function) if function is not None else []
        return inner, function, (*self.guards(unit, wrappers), *asked)

    def around(self, unit: Unit, call: ir.Call, function: FunctionInfo | None) -> list[Protection]:
        """Return what a call asks that wraps a router: middleware, and no function that declares routes."""
        wrapper = call.callee if isinstance(call.callee, ir.Call) else call
        if function is not None and not _gives_handler(function):
            return []
        return self._guards.of(unit, wrapper)

    def _unwrapped(self, unit: Unit, node: ir.Expression) -> tuple[ir.Expression, list[ir.Expression]]:
        wrappers: list[ir.Expression] = []
        for _ in range(_MOST_WRAPPERS):
            inner = self._inner(unit, node)
            if inner is None:
                break
            assert isinstance(node, ir.Call)
            if last_name(node.callee) in _CHAINS:
                wrappers += _chained(node)
            elif last_name(node.callee) not in _SAME:
                wrappers.append(node.callee if isinstance(node.callee, ir.Call) else node)
            node = inner
        return node, wrappers

    def _inner(self, unit: Unit, node: ir.Expression) -> ir.Expression | None:
        """Return the handler that a call wraps."""
        if not isinstance(node, ir.Call):
            return None
        for one in reversed(node.arguments):
            is_function = isinstance(one.value, ir.Lambda) or (
                isinstance(one.value, ir.Name | ir.Attribute) and self.functions.of(unit, one.value) is not None
            )
            if is_function or (isinstance(one.value, ir.Call) and not one.value.is_new):
                return one.value
        is_wrapper = last_name(node.callee) in _SAME or isinstance(node.callee, ir.Call)
        return node.arguments[0].value if is_wrapper and node.arguments else None


def _chained(node: ir.Call) -> Iterator[ir.Expression]:
    """Yield the middleware of `alice.New(a, b).Then(h)`."""
    of = node.callee.of if isinstance(node.callee, ir.Attribute) else None
    while isinstance(of, ir.Call) and isinstance(of.callee, ir.Attribute):
        yield from (one.value for one in of.arguments)
        of = of.callee.of


def _gives_handler(function: FunctionInfo) -> bool:
    """Whether what a function gives back is a handler that it makes of another."""
    returned = [one.value for one in function.node.body if isinstance(one, ir.Return)]
    return any(
        isinstance(one, ir.Lambda) or (isinstance(one, ir.Call) and last_name(one.callee) in _SAME) for one in returned
    )
