"""One run of a function's body (or a module's, or a class's) over what may be known: its statements.

Control flow is structured, so the interpreter is a walk: branches run on copies of the state that are joined where they
meet, loops run until nothing new is learnt, a `return` or `raise` leaves no state behind.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.assign import assign, forget
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.guards import assume, assume_case
from xcodereviewer.engines.dataflow.interpreting import Interpreting
from xcodereviewer.engines.dataflow.ranged_go import is_ranged_function, ranged
from xcodereviewer.engines.dataflow.reading import items_of
from xcodereviewer.engines.dataflow.results_go import Whether, note_whether
from xcodereviewer.engines.dataflow.state import Ended, State
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, Constant, Value, join, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.analysis import Analysis
    from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
    from xcodereviewer.engines.dataflow.root import Root

__all__ = ["Frame"]

_MOST_ROUNDS = 5
_WIDEN_AFTER = 2
_NAMES_PER_STEP = 64  # variables whose copying, where control parts, costs as much as a statement


class _Jump:
    """Where `break` and `continue` of one loop (or the `break` of a switch) lead to."""

    __slots__ = ("breaks", "continues", "is_switch", "label")

    def __init__(self, label: str, *, is_switch: bool = False) -> None:
        self.label = label
        self.is_switch = is_switch
        self.breaks: State | None = None
        self.continues: State | None = None

    def begin_round(self) -> None:
        """Forget what the round before continued with."""
        self.continues = None


class Frame(Interpreting):
    """The state of one run. `state` is None where control cannot be."""

    def __init__(
        self,
        analysis: "Analysis",
        unit: "Unit",
        root: "Root",
        *,
        state: State,
        function: "FunctionInfo | None" = None,
        owner: "ClassInfo | None" = None,
        outer: "Frame | None" = None,
        depth: int = 0,
        context: int = 0,
    ) -> None:
        self.analysis = analysis
        self.unit = unit
        self.root = root
        self.state: State | None = state
        self.function = function
        self.owner = owner  # the class whose body or method this is
        self.outer = outer  # the frame that encloses it, for the names that it does not bind
        self.depth = depth
        self.context = context  # tells objects of one site apart that several calls make
        self.result: Value = NOTHING
        self.yielded: Value = NOTHING
        self.exit: State | None = None
        self.last = state  # what was known at last, when control has left
        self.outer_names = frozenset(function.node.outer) if function is not None else frozenset[str]()
        self.judging: bool | None = None  # only ways that return something that counts as this are of interest
        self.closures: dict[int, FunctionInfo] = {}  # functions that see its variables, by their place
        self.errors: dict[str, Whether] = {}  # by the name of a variable of Go: what it says of whether it went well
        self._jumps: list[_Jump] = []
        self._catching: list[State] = []

    def run(self, body: Sequence[ir.Statement]) -> None:
        """Run the body to its end."""
        self.block(body)
        if self.state is not None and not self.judging:
            self.result = join(self.result, ANYTHING if self.result is NOTHING and self.function is None else _NONE)
            self._leave(self.state)
            self.state = None
        if self.exit is not None:
            self.last = self.exit

    def block(self, body: Sequence[ir.Statement]) -> None:
        """Run statements until control leaves."""
        for statement in body:
            if self.state is None:
                return
            self.last = self.state
            self.root.spend()
            try:
                _EXECUTE[type(statement)](self, statement)
            except Ended:
                self.state = None

    def _leave(self, state: State) -> None:
        if self.exit is None:
            self.exit = state
        else:
            self.exit.absorb(state)

    def merge(self, other: State | None) -> None:
        """Let control also come from `other`."""
        if other is None:
            return
        if self.state is None:
            self.state = other
        else:
            self.state.absorb(other)

    @property
    def is_reached(self) -> bool:
        """Whether control can be here."""
        return self.state is not None

    def put(self, of: Value, key: Constant, value: Value) -> None:
        """Put `value` under `key` (ANY_KEY: under some key) of whatever `of` refers to, here and for the callers."""
        self.live().write(of, key, value)
        self.root.wrote(self.live(), of, key, value)

    def live(self) -> State:
        """Return the state of code that is reached."""
        assert self.state is not None
        return self.state

    # Statements

    def _assign(self, node: ir.Assign) -> None:
        if node.value is None:
            if node.annotation is not None:
                assign(self, node.target, self.typed(node.annotation), node.at)
            return
        value = evaluate(self, node.value)
        if node.annotation is not None and isinstance(node.value, ir.Lambda):
            self.declare(node.annotation, value)
        elif node.annotation is not None and value.constants is None and self.says_nothing(value):
            declared = self.typed(node.annotation)
            if declared.things:
                value = Value(NOTHING.constants, value.taints, declared.things)
        if self.unit.language == "go":
            value = note_whether(self, node, value)
        assign(self, node.target, value, node.at)

    def _evaluate(self, node: ir.Evaluate) -> None:
        evaluate(self, node.value)

    def _if(self, node: ir.If) -> None:
        truth = evaluate(self, node.test).truth
        if truth is not None:
            assume(self, node.test, truth)
            self.block(node.then if truth else node.other)
            return
        before = self.live().copy()
        self.root.spend(len(before.variables) // _NAMES_PER_STEP)
        assume(self, node.test, True)
        self.block(node.then)
        after, self.state = self.state, before
        assume(self, node.test, False)
        self.block(node.other)
        self.merge(after)

    def _loop(self, node: ir.Loop) -> None:
        def test() -> bool | None:
            return evaluate(self, node.test).truth if node.test is not None else True

        self._rounds(node, test, node.test, first=node.tests_last)

    def _for(self, node: ir.For) -> None:
        iterable = evaluate(self, node.iterable)
        given = (
            ranged(self, iterable, node.at)[1] if self.unit.language == "go" and is_ranged_function(iterable) else None
        )

        def take() -> bool | None:
            item = given if given is not None else items_of(self, iterable, node.at, keys=node.over_keys)
            assign(self, node.target, item, node.at)
            return None

        self._rounds(node, take, None, first=False)

    def _rounds(
        self, node: ir.Loop | ir.For, test: Callable[[], bool | None], condition: ir.Expression | None, *, first: bool
    ) -> None:
        """Run a loop until another round teaches nothing; `first` when the body runs before the test."""
        jump = _Jump(node.label)
        update = node.update if isinstance(node, ir.Loop) else ()
        head = self.live().copy()
        done: State | None = None
        for number in range(_MOST_ROUNDS):
            self.state = head.copy()
            truth = True if first and number == 0 else test()
            if truth is not True:
                done = self.state.copy()
            if truth is False:
                break
            if condition is not None and not (first and number == 0):
                assume(self, condition, True)
            jump.begin_round()
            self._jumps.append(jump)
            self.block(node.body)
            self._jumps.pop()
            self.merge(jump.continues)
            self.block(update)
            before = head.copy() if number >= _WIDEN_AFTER else None
            if not self.is_reached or not head.absorb(self.live()):
                break
            if before is not None:
                _widen(head, before)
        self.state = done
        if condition is not None and done is not None:
            assume(self, condition, False)
        self.block(node.other)
        self.merge(jump.breaks)

    def _break(self, node: ir.Break) -> None:
        jump = next((j for j in reversed(self._jumps) if not node.label or j.label == node.label), None)
        if jump is not None:
            jump.breaks = _absorbed(jump.breaks, self.live())
        self.state = None

    def _continue(self, node: ir.Continue) -> None:
        loops = (j for j in reversed(self._jumps) if not j.is_switch and (not node.label or j.label == node.label))
        jump = next(loops, None)
        if jump is not None:
            jump.continues = _absorbed(jump.continues, self.live())
        self.state = None

    def _return(self, node: ir.Return) -> None:
        value = evaluate(self, node.value) if node.value is not None else _NONE
        if self.judging is not None and not self._is_judged(node, value):
            self.state = None
            return
        self.root.returned(self, value, node)
        self.result = join(self.result, value)
        self._leave(self.live())
        self.state = None

    def _is_judged(self, node: ir.Return, value: Value) -> bool:
        """Whether the result may count as what is asked for; then what that teaches is learnt."""
        if value.truth is not None:
            return value.truth is self.judging
        if node.value is not None:
            assume(self, node.value, bool(self.judging))
        return self.is_reached

    def _raise(self, node: ir.Raise) -> None:
        if node.value is not None:
            evaluate(self, node.value)
        if self._catching:
            self._catching[-1].absorb(self.live())
        self.state = None

    def _try(self, node: ir.Try) -> None:
        thrown = self.live().copy()
        self._catching.append(thrown)
        for statement in node.body:
            if not self.is_reached:
                break
            self.block((statement,))
            if self.state is not None:
                thrown.absorb(self.state)
        self._catching.pop()
        self.block(node.other)
        after = self.state
        for handler in node.handlers:
            self.state = thrown.copy()
            if handler.name:
                self.state.variables[handler.name] = self.analysis.caught(self, node)
            self.block(handler.body)
            after = _absorbed(after, self.live()) if self.is_reached else after
        self.state = after
        if node.final:
            leaves = self.state is None
            self.state = thrown if leaves else self.state
            self.block(node.final)
            if leaves:
                self.state = None

    def _with(self, node: ir.With) -> None:
        for item in node.items:
            value = evaluate(self, item.value)
            if item.target is not None:
                assign(self, item.target, value, node.at)
        self.block(node.body)

    def _switch(self, node: ir.Switch) -> None:
        subject = evaluate(self, node.subject)
        jump = _Jump("", is_switch=True)
        if node.falls_through:
            self._jumps.append(jump)
        after: State | None = None
        pending: State | None = self.state  # where no case has matched yet
        fallen: State | None = None
        for case in node.cases:
            self.state = pending.copy() if pending is not None else None
            if self.state is not None:
                matched = assume_case(self, node.subject, subject, case)
                if matched is True:
                    pending = None
                elif matched is False:
                    self.state = None
            self.merge(fallen)
            self.block(case.body)
            if node.falls_through:
                fallen = self.state
            else:
                after = _absorbed(after, self.state) if self.state is not None else after
        self.state = after
        self.merge(fallen)
        if not any(not case.patterns and case.guard is None for case in node.cases):
            self.merge(pending)
        if node.falls_through:
            self._jumps.pop()
            self.merge(jump.breaks)

    def _import(self, node: ir.Import) -> None:
        self.do_import(node)

    def _delete(self, node: ir.Delete) -> None:
        forget(self, node.target)

    def _function(self, node: ir.Function) -> None:
        made = self.define(node)
        if self.function is None and self.owner is not None and self.unit.language == "java":
            made = join(self.live().variables.get(node.name, NOTHING), made)  # an overload
        self.live().variables[node.name] = made

    def _class(self, node: ir.Class) -> None:
        self.live().variables[node.name] = thing(self.define_class(node))


_NONE = Value(frozenset((None,)))


def _absorbed(known: State | None, other: State) -> State:
    if known is None:
        return other.copy()
    known.absorb(other)
    return known


def _widen(head: State, before: State) -> None:
    """Let what still changes from round to round be any literal."""
    for name, value in head.variables.items():
        if value.constants is not None and value is not before.variables.get(name):
            head.variables[name] = Value(None, value.taints, value.things)


# Each method takes the one kind of node that it stands beside.
_EXECUTE: Mapping[type, Callable[..., None]] = MappingProxyType(
    {
        ir.Assign: Frame._assign,
        ir.Evaluate: Frame._evaluate,
        ir.If: Frame._if,
        ir.Loop: Frame._loop,
        ir.For: Frame._for,
        ir.Return: Frame._return,
        ir.Raise: Frame._raise,
        ir.Break: Frame._break,
        ir.Continue: Frame._continue,
        ir.Try: Frame._try,
        ir.With: Frame._with,
        ir.Switch: Frame._switch,
        ir.Import: Frame._import,
        ir.Delete: Frame._delete,
        ir.Function: Frame._function,
        ir.Class: Frame._class,
    }
)
