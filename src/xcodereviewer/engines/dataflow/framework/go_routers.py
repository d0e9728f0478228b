"""The routers of a Go program: groups in groups, routers that others mount, and what stands before their routes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.framework.protection import Protection
from xcodereviewer.engines.dataflow.framework.routers import joined
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit

__all__ = ["GoRoute", "GoRouter"]

_DEEPEST = 6


@dataclass(slots=True, eq=False)
class GoRoute:
    """A route as it is declared; `before` stands in front of it by then."""

    path: str
    methods: tuple[str, ...]
    handler: ir.Expression | None
    function: FunctionInfo | None
    unit: Unit
    at: int
    before: tuple[Protection, ...] = ()


@dataclass(slots=True, eq=False)
class GoRouter:
    """Something that routes are declared with.

    What `uses` names stands before the routes that come behind it, `always` before all of them. `methods` are those
    that a part of a route of gorilla/mux has said already.
    """

    framework: str
    prefix: str = ""
    parent: "GoRouter | None" = None
    before: tuple[Protection, ...] = ()
    uses: list[Protection] = field(default_factory=list)
    always: list[Protection] = field(default_factory=list)
    routes: list[GoRoute] = field(default_factory=list)
    mounts: "list[tuple[GoRouter, str, tuple[Protection, ...]]]" = field(default_factory=list)
    methods: tuple[str, ...] = ()

    def standing(self) -> tuple[Protection, ...]:
        """Return what stands before what is declared now."""
        return (*self.before, *self.uses)

    def child(self, prefix: str, guards: tuple[Protection, ...] = ()) -> "GoRouter":
        """Return a router below a prefix."""
        return GoRouter(self.framework, prefix, self, (*self.standing(), *guards), methods=self.methods)

    def paths(self, path: str, depth: int = 0) -> Iterator[tuple[str, tuple[Protection, ...]]]:
        """Yield the whole paths of a route, each with what stands before it on the way besides what it knows itself."""
        whole = joined(self.prefix, path)
        own = tuple(self.always)
        if depth > _DEEPEST:
            yield whole, own
        elif self.parent is not None:
            for one, around in self.parent.paths(whole, depth + 1):
                yield one, (*around, *own)
        elif self.mounts:
            for outer, prefix, before in self.mounts:
                for one, around in outer.paths(joined(prefix, whole), depth + 1):
                    yield one, (*around, *before, *own)
        else:
            yield whole, own
