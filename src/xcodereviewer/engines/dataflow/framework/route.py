"""One route of an application."""

from dataclasses import dataclass

from xcodereviewer.engines.dataflow.framework.behaviour import Place
from xcodereviewer.engines.dataflow.framework.protection import Protection, ProtectionKind
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo

__all__ = ["JAVA", "SCRIPT", "STATE_CHANGING", "Route"]

JAVA = frozenset(("spring", "jaxrs", "servlet"))  # frameworks
SCRIPT = frozenset(("express", "koa", "fastify", "nest"))

STATE_CHANGING = frozenset(("POST", "PUT", "PATCH", "DELETE"))
_KNOWN = frozenset((ProtectionKind.AUTHENTICATION, ProtectionKind.PERMISSION))


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A path that a request may ask for, and what answers it.

    `methods` is empty when the framework lets every method through; `path` is empty when nobody says where a class of
    views is mounted; `function` is None when the class inherits what answers.
    `group` names what it is declared in: a router, or a module.
    """

    path: str
    methods: tuple[str, ...]
    function: FunctionInfo | None
    framework: str
    unit: int
    at: int
    owner: ClassInfo | None = None
    parameters: tuple[str, ...] = ()
    protections: tuple[Protection, ...] = ()
    group: tuple[int, str] = (0, "")
    label: str = ""  # how the program calls what answers, when that is no name of a function

    @property
    def name(self) -> str:
        """The name of the function, with its class."""
        if self.label:
            return self.label
        parts = [one.node.name for one in (self.owner, self.function) if one is not None]
        return ".".join(f"handler of {self.path}" if part.startswith("<") else part for part in parts)

    @property
    def changes_state(self) -> bool:
        """Whether a method that changes something is let through."""
        return not self.methods or not STATE_CHANGING.isdisjoint(self.methods)

    def has(self, *kinds: ProtectionKind) -> bool:
        """Whether it has a protection of one of these kinds."""
        return any(one.kind in kinds for one in self.protections)

    def first(self, *kinds: ProtectionKind) -> Protection | None:
        """Return its first protection of these kinds, a certain one before others."""
        found = [one for one in self.protections if one.kind in kinds]
        return min(found, key=lambda one: not one.certain, default=None)

    @property
    def asks_who(self) -> bool:
        """Whether it asks who is there."""
        return self.has(*_KNOWN)

    @property
    def place(self) -> Place:
        """Where it is answered: its function, or its class."""
        if self.function is not None:
            return Place(self.function.unit.number, self.function.node.at, self.name)
        return Place(self.unit, self.at, self.name)

    @property
    def shown(self) -> str:
        """Methods and path, as they are told."""
        return f"{'/'.join(self.methods) or 'any method'} {self.path}".strip()
