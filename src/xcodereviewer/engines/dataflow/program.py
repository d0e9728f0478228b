"""The program under analysis: its modules, classes and functions, and what an import means in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from xcodereviewer.engines.dataflow.ir import Call, Class, Function, Module
from xcodereviewer.engines.dataflow.names import NameUses, assigned_attributes
from xcodereviewer.engines.dataflow.values import NOTHING, Library, Value, join

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame
    from xcodereviewer.library_models.members import EntryPoint, Rendering

__all__ = ["ClassInfo", "FunctionInfo", "Modules", "Registration", "Unit"]


class Unit:
    """One module: its number, its place in the tree, and the values of its names once its body has run."""

    __slots__ = ("is_loaded", "is_loading", "module", "names", "number", "path", "rebound")

    def __init__(self, number: int, path: str, module: Module, *, is_loaded: bool = False) -> None:
        self.number = number
        self.path = path
        self.module = module
        self.names: dict[str, Value] = {}
        self.is_loading = False
        self.is_loaded = is_loaded
        self.rebound: set[str] = set()  # variables around functions that these assign

    @property
    def language(self) -> str:
        """The language that it was lowered from."""
        return self.module.language


class FunctionInfo:
    """A function; `owner` is the class that it is a method of, `closure` the frame whose variables it sees."""

    __slots__ = (
        "closure",
        "converted",
        "decorators",
        "entry",
        "node",
        "number",
        "owner",
        "rendering",
        "seen",
        "unit",
        "uses",
        "wrappers",
    )

    def __init__(
        self,
        number: int,
        unit: Unit,
        node: Function,
        owner: "ClassInfo | None" = None,
        *,
        closure: "Frame | None" = None,
        uses: NameUses | None = None,
    ) -> None:
        self.number = number
        self.unit = unit
        self.node = node
        self.owner = owner
        self.closure = closure
        self.entry: EntryPoint | None = None
        self.decorators: frozenset[str] = frozenset()  # dotted names of libraries' decorators
        self.rendering: tuple[Rendering, Call] | None = None  # what makes its results a template's variables
        self.wrappers: tuple[FunctionInfo, ...] = ()  # decorators that are functions of the program
        self.converted: frozenset[str] = frozenset()  # parameters that the pattern of a route makes numbers of
        self.uses = uses or NameUses(node)
        self.seen: dict[str, Value] = {}  # the variables around it, as they were when it was made
        unit.rebound.update(node.outer)

    def seeing(self, frame: "Frame") -> "FunctionInfo":
        """Return the function that sees the variables of this frame."""
        made = FunctionInfo(self.number, self.unit, self.node, self.owner, closure=frame, uses=self.uses)
        made.entry = self.entry
        made.decorators = self.decorators
        made.rendering = self.rendering
        made.wrappers = self.wrappers
        made.converted = self.converted
        return made

    @property
    def is_static(self) -> bool:
        """Whether it is a method that gets no object."""
        return "builtins.staticmethod" in self.decorators

    @property
    def gets_object(self) -> bool:
        """Whether its first parameter is the object, or the class, that it is called on."""
        return self.owner is not None and not self.is_static

    @property
    def is_of_class(self) -> bool:
        """Whether it is a method that gets the class."""
        return "builtins.classmethod" in self.decorators


class Registration(NamedTuple):
    """How a function was made known to a library that calls it: by `member` (`flask.Flask.route`, `django.urls.path`)
    at `at` of the module `unit`, with these arguments; a list among them is a tuple of its items."""

    function: FunctionInfo
    member: str
    unit: int
    at: int
    positional: tuple[Value, ...]
    keywords: Mapping[str, Value]


class ClassInfo:
    """A class: what it inherits (classes of the program or of libraries) and what its body defines."""

    __slots__ = ("_assigned", "bases", "heirs", "is_inherited", "made", "members", "node", "number", "unit")

    def __init__(self, number: int, unit: Unit, node: Class) -> None:
        self.number = number
        self.unit = unit
        self.node = node
        self.bases: tuple[ClassInfo | Library, ...] = ()
        self.members: dict[str, Value] = {}
        self.is_inherited = False
        self.heirs: list[ClassInfo] = []  # the classes that name it as what they inherit from
        self.made: dict[str, Value] | None = None  # what its constructor leaves in an object; None before it was asked
        self._assigned: frozenset[str] | None = None

    def lineage(self) -> "list[ClassInfo | Library]":
        """Return the class and all that it inherits from, nearest first (depth first, each once)."""
        line: list[ClassInfo | Library] = []
        seen: set[int] = set()
        pending: list[ClassInfo | Library] = [self]
        while pending:
            one = pending.pop(0)
            if isinstance(one, Library):
                line.append(one)
            elif one.number not in seen:
                seen.add(one.number)
                line.append(one)
                pending[:0] = one.bases
        return line

    def find(self, name: str) -> Value | None:
        """Return the member `name`, its own or an inherited one of the program."""
        member = self.members.get(name)
        if member is None and self.bases:
            line = (one.members.get(name) for one in self.lineage() if isinstance(one, ClassInfo))
            member = next((one for one in line if one is not None), None)
        return self._implemented(name) if member is not None and _is_abstract(member) else member

    def changing(self) -> frozenset[str]:
        """Return the attributes that its methods assign, so that an object need not have them as it was made."""
        owners = (one for one in self.lineage() if isinstance(one, ClassInfo))
        return frozenset[str]().union(*(one.assigned for one in owners))

    @property
    def assigned(self) -> frozenset[str]:
        """The attributes that methods of its own assign, but for the constructor's."""
        if self._assigned is None:
            methods = (one for one in self.node.body if isinstance(one, Function))
            others = (one for one in methods if one.name not in ("__init__", "constructor"))
            self._assigned = frozenset[str]().union(*(assigned_attributes(method.body) for method in others))
        return self._assigned

    def _implemented(self, name: str) -> Value | None:
        """Return what the classes that inherit from it make of an abstract method."""
        found = NOTHING
        pending, seen = list(self.heirs), {self.number}
        while pending:
            one = pending.pop()
            if one.number in seen:
                continue
            seen.add(one.number)
            pending += one.heirs
            member = one.members.get(name)
            if member is not None and not _is_abstract(member):
                found = join(found, member)
        return None if found is NOTHING else found

    def makers(self) -> list[FunctionInfo]:
        """Return its constructor, its own or an inherited one of the program."""
        maker = self.find("__init__") or self.find("constructor")
        return [one for one in maker.things if isinstance(one, FunctionInfo)] if maker is not None else []

    def library_with(self, name: str, knows: Callable[[str], bool]) -> Library | None:
        """Return the library's class that the member `name` comes from: the first that is known to have it, or else the
        first."""
        bases = [one for one in self.lineage() if isinstance(one, Library)]
        return next((one for one in bases if knows(f"{one.name}.{name}")), bases[0] if bases else None)

    def add(self, name: str, value: Value) -> None:
        """Let the member `name` be `value` as well."""
        self.members[name] = join(self.members.get(name, NOTHING), value)


def _is_abstract(member: Value) -> bool:
    functions = [one for one in member.things if isinstance(one, FunctionInfo)]
    return bool(functions) and all("builtins.abstractmethod" in one.decorators for one in functions)


class Modules:
    """Which file an import means.

    A file is known by every dotted ending of its path (`src/app/db.py` is `src.app.db`, `app.db` and `db`); an import
    means the file whose whole name ends so and which shares most of its path with the importing file.
    """

    def __init__(self, units: Iterable[Unit], is_library: Callable[[Unit, str], bool]) -> None:
        self._is_library = is_library
        self._by_ending: dict[str, list[Unit]] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self._packages: set[tuple[str, ...]] = set()  # folders whose modules have the folder in their name
        for unit in units:
            if unit.language == "html":  # no import means a template
                continue
            parts = _parts(unit.path)
            self._names[unit.number] = parts
            if unit.path.endswith("__init__.py"):
                self._packages.add(parts)
            for start in range(len(parts)):
                self._by_ending.setdefault(".".join(parts[start:]), []).append(unit)

    def find(self, name: str, importer: Unit, level: int = 0) -> Unit | None:
        """Return the module that `name` means in `importer`; None when it is none of the program's."""
        if level:
            return self._relative(name, importer, level)
        own = _folder(importer.path)
        candidates = self._by_ending.get(name, ())
        is_library = bool(candidates) and self._is_library(importer, name)
        best, best_score = None, (-1, 0)
        for unit in candidates:
            parts = self._names[unit.number]
            base = parts[: len(parts) - name.count(".") - 1]
            # `shop/redis.py` is `shop.redis`, and `redis` the library, in `shop` too.
            if unit is importer or (is_library and base in self._packages):
                continue
            # Absolute names start at a root of the program: a folder that the importer lies below.
            if base and base != own[: len(base)] and not _is_root(base):
                continue
            score = (_shared(base, own), -len(base))
            if score > best_score:
                best, best_score = unit, score
        return best

    def _relative(self, name: str, importer: Unit, level: int) -> Unit | None:
        folder = _folder(importer.path)
        base = folder[: len(folder) - level + 1]
        wanted = (*base, *name.split(".")) if name else base
        for unit in self._by_ending.get(".".join(wanted), ()):
            if self._names[unit.number] == wanted:
                return unit
        return None


def _parts(path: str) -> tuple[str, ...]:
    parts = PurePosixPath(path).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts


def _folder(path: str) -> tuple[str, ...]:
    return PurePosixPath(path).parts[:-1]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _is_root(base: Sequence[str]) -> bool:
    return base[-1] in ("src", "lib", "app", "backend", "server", "python", "java", "main", "test")
