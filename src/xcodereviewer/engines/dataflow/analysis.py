"""The analysis of a whole program: every module's body and every function once, callees before their callers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

from xcodereviewer.domain.kinds import PropertyKind, SinkKind, SourceKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.binding import Given
from xcodereviewer.engines.dataflow.calls import call
from xcodereviewer.engines.dataflow.frame import Frame
from xcodereviewer.engines.dataflow.hits import Arrival, Hit, PropertyUse
from xcodereviewer.engines.dataflow.imports_go import GoPackages, find_go_name, go_member, link_interfaces
from xcodereviewer.engines.dataflow.imports_java import find_java_name
from xcodereviewer.engines.dataflow.instruments import Instruments
from xcodereviewer.engines.dataflow.languages.templates_names import TemplateNames
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Modules, Registration, Unit
from xcodereviewer.engines.dataflow.rendering import is_template
from xcodereviewer.engines.dataflow.root import BudgetEnded, Known, Root, Summary
from xcodereviewer.engines.dataflow.shown import shown
from xcodereviewer.engines.dataflow.state import Shape, State
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    Library,
    Object,
    SourceLabel,
    Taint,
    Trace,
    Value,
    join,
    thing,
)
from xcodereviewer.library_models.members import EntryPoint, Models

__all__ = ["Analysis"]

_DEEPEST_LOADING = 40
_DEEPEST_SUMMARY = 12
_MOST_VARIANTS = 6
_MODULE_BUDGET = 20_000
_FUNCTION_BUDGET = 4_000


class Analysis:
    """One program, analysed. `hits` and `properties` are what was found, `gaps` what was given up and why."""

    def __init__(self, units: Sequence[Unit], models: dict[str, Models]) -> None:
        self.units = units
        self._by_path = {unit.path: unit for unit in units}
        self._models = models
        self.modules = Modules(units, lambda unit, name: self.models(unit).is_library(name))
        self.go_packages = GoPackages(units)
        self.hits: dict[tuple[object, ...], Hit] = {}
        self.templates = TemplateNames((unit.path, unit) for unit in units if is_template(unit))
        self._bare: set[str] = set()  # libraries whose templates do not escape in this program
        self._rendering: dict[str, list[FunctionInfo]] = {}  # functions that took them to escape
        self.properties: dict[tuple[object, ...], PropertyUse] = {}
        self.arrivals: dict[Arrival, bool] = {}  # whether nothing arrives there but what is known and harmless
        self.instruments = Instruments()
        self.gaps: list[tuple[int, int, str]] = []
        self.registrations: dict[tuple[int, int, int], Registration] = {}  # by function and place
        self.functions: dict[tuple[int, int], FunctionInfo] = {}
        self.classes: dict[tuple[int, int], ClassInfo] = {}
        self.stored: dict[tuple[str, object], Value] = {}  # what the program keeps in a library's places, by key
        self._summaries: dict[int, dict[Known, Summary | None]] = {}  # None while it is being made
        self._stack: list[int] = []  # functions that are being summarised, each called by the one before
        self._relying: dict[int, set[int]] = {}  # by function: those that were summarised while it was not
        self._repeating = False
        self._pending: list[FunctionInfo] = []
        self._contexts: dict[tuple[int, int], int] = {}
        self.heap: dict[Object, Shape] = {}  # what modules made while they were loaded
        self._packages: dict[tuple[str, str], Unit] = {}
        self._loading = 0
        self._found_names: dict[tuple[int, str], Value] = {}
        self._summarising = 0
        self._number = 0

    # The program

    def run(self) -> None:
        """Look at everything once."""
        for unit in self.units:
            self.load(unit)
        link_interfaces(self)
        while self._pending:
            pending, self._pending = self._pending, []
            for function in pending:
                self.summary(function)

    def models(self, unit: Unit) -> Models:
        """Return the library models of the unit's language."""
        return self._models[unit.language]

    def next_number(self) -> int:
        """Return a number that no class or function has."""
        self._number += 1
        return self._number

    def context(self, outer: int, at: int) -> int:
        """Return the number of the context of a call at `at` that is made in the context `outer`."""
        return self._contexts.setdefault((outer, at), len(self._contexts) + 1)

    def load(self, unit: Unit) -> None:
        """Run the module's body, unless that has been done or is being done."""
        if unit.is_loaded or unit.is_loading or self._loading > _DEEPEST_LOADING:
            return
        unit.is_loading = True
        self._loading += 1
        body = unit.module.body
        frame = Frame(self, unit, Root(self, None, _MODULE_BUDGET + len(body)), state=State(unit.names, {}, self.heap))
        try:
            frame.run(body)
        except BudgetEnded:
            self.gaps.append((unit.number, 0, "the module takes too long"))
            self._define_rest(frame, body)
        unit.names = frame.last.variables
        self.heap.update(frame.last.heap)
        self._loading -= 1
        unit.is_loading = False
        unit.is_loaded = True
        self._enter_exports(unit)

    def _enter_exports(self, unit: Unit) -> None:
        """Enter the functions of a file that a library looks for by its path."""
        exports = unit.names.get("exports", NOTHING)
        for name, entry in self.models(unit).exports_called(unit.path) if exports.things else ():
            for one in exports.things:
                shape = self.heap.get(one) if isinstance(one, Object) else None
                found = shape.fields.get(name, NOTHING) if shape is not None else NOTHING
                for function in found.things:
                    if isinstance(function, FunctionInfo):
                        self.enter(function, entry)

    def _define_rest(self, frame: Frame, body: Sequence[ir.Statement]) -> None:
        """Bind what a module defines behind the place where its budget ended."""
        frame.state = frame.last
        frame.root.budget = _MODULE_BUDGET
        kept = frame.last.variables
        rest = (one for one in body if isinstance(one, ir.Function | ir.Class | ir.Import) and one.name not in kept)
        with suppress(BudgetEnded):
            frame.run(tuple(rest))

    def enter(self, function: FunctionInfo, entry: EntryPoint) -> None:
        """Let a function be known as called from outside; one that has been analysed is analysed again."""
        if function.entry is not None and (function.entry.parameters is not None or entry.parameters is None):
            return
        function.entry = entry
        for inner in _wrapped(function):
            self.enter(inner, entry)
        if self._summaries.pop(function.number, None) is not None:
            self._pending.append(function)

    def register(self, frame: Frame, function: FunctionInfo, member: str, at: int, given: Given) -> None:
        """Note how a function is made known to a library that calls it."""
        state = frame.live()
        listed = {name: flat(state, value) for name, value in given.keywords.items()}
        positional = tuple(flat(state, value) for value in given.positional)
        made = Registration(function, member, frame.unit.number, at, positional, listed)
        self.registrations.setdefault((function.number, frame.unit.number, at), made)

    def function(self, unit: Unit, node: ir.Function, owner: ClassInfo | None) -> FunctionInfo:
        """Return the function of a definition; a new one is analysed when the modules have run."""
        key = (unit.number, node.at)
        known = self.functions.get(key)
        if known is None:
            known = self.functions[key] = FunctionInfo(self.next_number(), unit, node, owner)
            if not node.free:
                self._pending.append(known)
        return known

    # Functions

    def summary(self, function: FunctionInfo, known: Known = ()) -> Summary | None:
        """Return what is known of the function whoever calls it; None while it is being found out.

        With `known` it is that for callers who give these literals.
        """
        kept = self._summaries.setdefault(function.number, {})
        if known not in kept and known and len(kept) >= _MOST_VARIANTS:
            known = ()
        if known in kept:
            if kept[known] is None:
                self._meet(function)
            return kept[known]
        if self._summarising > _DEEPEST_SUMMARY:
            return None
        kept[known] = None
        kept[known] = self._summarise(function, known)
        relying = self._relying.pop(function.number, None)
        if relying is not None and not self._repeating:
            # They were told nothing of this function when it was not known yet: once more, with what is known now.
            for number in relying:
                self._summaries.pop(number, None)
            self._repeating = True
            kept[known] = self._summarise(function, known)
            self._repeating = False
        return kept[known]

    def _summarise(self, function: FunctionInfo, known: Known) -> Summary:
        self._summarising += 1
        self._stack.append(function.number)
        try:
            return Root(self, function, _FUNCTION_BUDGET, known).run()
        finally:
            self._summarising -= 1
            self._stack.pop()

    def _meet(self, function: FunctionInfo) -> None:
        """Note that a function is called by one that it calls itself."""
        if function.number in self._stack:
            above = self._stack[self._stack.index(function.number) + 1 :]
            self._relying.setdefault(function.number, set()).update(above)

    def gave_up(self, function: FunctionInfo, reason: str) -> None:
        """Note that a function was not analysed to its end."""
        self.gaps.append((function.unit.number, function.node.at, reason))

    # Findings

    def report(self, frame: Frame, kind: SinkKind, value: Value, at: int, text: str) -> None:
        """Note that `value` arrives in a sink."""
        place = (frame.unit.number, at, kind)
        self.arrivals[place] = self.arrivals.get(place, True) and value.is_harmless(kind.bit)
        for label, taint in value.taints.items():
            if taint.cleared & kind.bit:
                continue
            trace = Trace(taint.trace, frame.unit.number, at, "sink", text)
            self.add_hit(
                frame.root, Hit(kind, frame.unit.number, at, label, Taint(taint.cleared, taint.certain, trace), text)
            )

    def called(self, frame: Frame, name: str, at: int, *, is_described: bool) -> None:
        """Note that a member of a library is called: for who asks what was met on a line (why_not.py)."""

    def add_hit(self, root: Root, hit: Hit) -> None:
        """Keep a hit: for the report when its source is known, for the callers when it is a parameter."""
        if isinstance(hit.label, SourceLabel):
            if hit.kind is SinkKind.HTML and not hit.taint.certain and hit.text in _WRITERS:
                return
            self.hits.setdefault((hit.unit, hit.at, hit.kind, hit.label), hit)
        else:
            root.add(hit)

    def use_property(self, frame: Frame, kind: PropertyKind, value: Value, at: int, text: str) -> None:
        """Note a setting that a call makes."""
        if value.constants is None or not value.constants or value.things:
            return
        if kind is PropertyKind.AUTOESCAPE and value.only is False:
            self._turn_off(text)
        key = (frame.unit.number, at, kind, value.constants)
        self.properties.setdefault(key, PropertyUse(kind, frame.unit.number, at, value.constants, text))

    def escapes(self, library: str, function: FunctionInfo | None) -> bool:
        """Whether templates of the library escape; a function that asked is asked again when that turns out wrong."""
        if library in self._bare:
            return False
        if function is not None:
            self._rendering.setdefault(library, []).append(function)
        return True

    def _turn_off(self, library: str) -> None:
        self._bare.add(library)
        for function in self._rendering.pop(library, ()):
            if self._summaries.pop(function.number, None) is not None:
                self._pending.append(function)

    def source(self, frame: Frame, kind: SourceKind, what: str, at: int) -> Value:
        """Return a value that enters the program here."""
        label = SourceLabel(kind, frame.unit.number, at, what)
        trace = Trace(None, frame.unit.number, at, "source", what)
        return Value(None, {label: Taint(0, True, trace)}, known=True)

    def call(self, frame: Frame, node: ir.Call) -> Value:
        """Evaluate a call."""
        return call(frame, node)

    def built_in(self, unit: Unit, name: str) -> Value:
        """Return what a name means that nothing in the program binds."""
        find = _FIND_NAME.get(unit.language)
        if find is not None:
            key = (unit.number, name)
            known = self._found_names.get(key)
            if known is None:
                known = find(self, unit, name)
                if not self._loading:
                    self._found_names[key] = known
            return known
        return thing(Library(f"builtins.{name}" if unit.language == "python" else name))

    def unit_at(self, path: str) -> Unit | None:
        """Return the module at a path of the tree."""
        return self._by_path.get(path)

    def resource(self, name: str) -> Unit | None:
        """Return the file of settings that goes by this name on the class path."""
        ending = f"/{name.lstrip('/')}"
        return next((unit for unit in self.units if f"/{unit.path}".endswith(ending)), None)

    def unit_member(self, unit: Unit, name: str) -> Value:
        """Read a member of a module of the program."""
        self.load(unit)
        found = unit.names.get(name)
        if found is not None:
            return found.unproved() if name in unit.rebound else found
        if unit.language == "go":
            return go_member(self, unit, name) or ANYTHING
        below = self.modules.find(f"{unit.path.removesuffix('/__init__.py').replace('/', '.')}.{name}", unit)
        return thing(below) if below is not None else ANYTHING

    def assign_outer(self, frame: Frame, name: str, value: Value) -> None:
        """Assign a variable of an enclosing function or of the module."""
        outer = frame.outer
        while outer is not None:
            state = outer.state or outer.last
            if name in state.variables:
                state.variables[name] = join(state.variables[name], value)
                return
            outer = outer.outer
        known = frame.unit.names.get(name, NOTHING)
        frame.unit.names[name] = join(known, value) if known is not NOTHING else value

    def attribute_assigned(self, of: Value, name: str, value: Value) -> None:
        """Note an assigned attribute of a class."""
        for one in of.things:
            if isinstance(one, ClassInfo):
                one.add(name, value)

    def caught(self, frame: Frame, node: ir.Try) -> Value:
        """Return the exception that a handler gets."""
        return self.source(frame, SourceKind.ERROR, "exception", node.at)

    def made(self, owner: ClassInfo) -> dict[str, Value]:
        """Return what a constructor leaves in an object of the class, whoever calls it."""
        if owner.made is not None:
            return owner.made
        owner.made = {}
        function = next(iter(owner.makers()), None)
        if function is None or self._summarising > _DEEPEST_SUMMARY:
            return owner.made
        self._summarising += 1
        root = Root(self, function, _FUNCTION_BUDGET)
        fields = root.run_constructor(owner)
        self._summarising -= 1
        changing = owner.changing()
        owner.made = {
            name: value.of_any_literal() if name in changing else value.unproved() for name, value in fields.items()
        }
        return owner.made

    def instance_of(self, one: ClassInfo) -> Object:
        """Return the object that stands for those of the class that somebody else made."""
        site = Object(one.unit.number, one.node.at, 0)
        if site not in self.heap:
            self.heap[site] = Shape(one, {})
            self.heap[site] = Shape(one, self.made(one))
        return site

    def lasting(self, state: State, value: Value) -> Value:
        """Return what a value is for those who do not know the state that it was made in."""
        if not any(isinstance(one, Object) for one in value.things):
            return value
        things = tuple(last for one in value.things if (last := self._lasting(state, one)) is not None)
        return Value(None, value.taints, things) if len(things) < len(value.things) else value.with_things(things)

    def _lasting(self, state: State, one: object) -> object | None:
        if not isinstance(one, Object) or one in self.heap:
            return one
        shape = state.shape(one)
        return self.instance_of(shape.kind) if shape is not None and isinstance(shape.kind, ClassInfo) else None

    def class_defined(self, frame: Frame, made: ClassInfo) -> None:
        """Note a class: methods of some libraries' classes are called from outside."""
        entries = [
            (one.name, entry)
            for one in made.lineage()
            if isinstance(one, Library)
            for entry in self.models(frame.unit).methods_called(one.name)
        ]
        for _, (name, entry) in entries:
            member = made.members.get(name)
            for one in member.things if member is not None else ():
                if isinstance(one, FunctionInfo):
                    self.enter(one, entry)

    def package(self, name: str, unit: Unit, importer: Unit) -> Unit:
        """Return what the first part of a dotted name means when it has no file of its own."""
        first, _, rest = name.partition(".")
        key = (unit.path, first)
        known = self._packages.get(key)
        if known is None:
            known = Unit(-len(self._packages) - 1, f"{first}/__init__.py", ir.Module(unit.language, ()), is_loaded=True)
            self._packages[key] = known
        inner = unit if "." not in rest else self.package(rest, unit, importer)
        known.names[rest.partition(".")[0]] = thing(inner)
        return known

    def shown(self, frame: Frame, value: Value) -> Value:
        """Return what of an entry point's result a browser shows: the body, not the headers."""
        return shown(frame, value)


# What is written into an answer of Go without a type is bytes of any sort, unless it is certain that it is a text.
_WRITERS = frozenset(("net/http.ResponseWriter.Write",))
_FIND_NAME: Mapping[str, Callable[[Analysis, Unit, str], Value]] = MappingProxyType(
    {"java": find_java_name, "go": find_go_name}
)


def flat(state: State, value: Value) -> Value:
    """Return a value in which a list is the join of its items: what stands in it can be read without the heap."""
    found = value
    for _, shape in state.shapes(value):
        if shape.kind in ("list", "tuple", "set"):
            found = shape.everything()
    return found


def _wrapped(function: FunctionInfo) -> list[FunctionInfo]:
    """Return the functions that a decorator of the program's own put its wrapper around."""
    frame = function.closure
    if frame is None or frame.function is None:
        return []
    state = frame.state or frame.last
    names = (parameter.name for parameter in frame.function.node.parameters)
    values = (state.variables.get(name, NOTHING) for name in names)
    return [one for value in values for one in value.things if isinstance(one, FunctionInfo)]


def gaps_by_unit(gaps: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    """Return one sentence for each module in which something was given up."""
    found: dict[int, list[str]] = {}
    for unit, at, reason in gaps:
        place = f"line {ir.unpack(at).start_line}: {reason}" if at else reason
        found.setdefault(unit, []).append(place)
    return {unit: "; ".join(reasons[:3]) for unit, reasons in found.items()}
