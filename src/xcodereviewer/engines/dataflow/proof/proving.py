"""A claimed path, derived again: each step is reached from the one before it, and the models say what its ends are."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from xcodereviewer.domain.kinds import SourceKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.proof.claim import Claim, ClaimedStep, Role, read_role
from xcodereviewer.engines.dataflow.proof.entering import entry_of
from xcodereviewer.engines.dataflow.proof.flow import Carrier, Flow, Kept, Move, Result
from xcodereviewer.engines.dataflow.proof.naming import Naming
from xcodereviewer.engines.dataflow.proof.places import Definition, Reading
from xcodereviewer.engines.dataflow.proof.wording import told
from xcodereviewer.library_models.members import ArgumentRef, Member, Models

__all__ = ["Proven", "prove"]

_MOST_LOOKED_AT = 50_000  # places that one step may lead through


class Proven(msgspec.Struct, frozen=True):
    """What became of one step: whether it holds, and why, or why not."""

    number: int
    holds: bool
    why: str


def prove(units: Sequence[Unit], models: Mapping[str, Models], claim: Claim) -> Iterator[Proven]:
    """Yield what becomes of each step of a claim; it ends with the first that does not hold."""
    yield from _Proof(units, models, claim).steps()


class _Proof:
    def __init__(self, units: Sequence[Unit], models: Mapping[str, Models], claim: Claim) -> None:
        paths = {step.path for step in claim.steps}
        named = [unit for unit in units if unit.path in paths]
        self._numbers = {unit.path: unit.number for unit in named}
        self._reading = Reading(named)
        self._naming = Naming(self._reading, dict(models))
        self._flow = Flow(self._reading, self._naming, claim.sink)
        self._claim = claim

    def steps(self) -> Iterator[Proven]:
        """Yield what becomes of each step."""
        carriers: list[Carrier] = []
        waiting: list[int] = []  # calls that nothing is given to: what they run must be reached from before them
        last = len(self._claim.steps) - 1
        for number, step in enumerate(self._claim.steps):
            role = read_role(step.message)
            found = self._source(step) if number == 0 else self._reach(step, role, carriers)
            if found is None and role is not None and role[0] == "call" and 0 < number < last:
                waiting.append(number)
                continue
            if found is None or (number == last and (role is None or role[0] != "sink")):
                yield from (
                    Proven(one, False, "nothing is given to this call, and nothing that it runs is reached")
                    for one in waiting
                )
                yield Proven(number, False, self._failure(step, role, number))
                return
            yield from (Proven(one, True, "what this call runs is reached") for one in waiting)
            waiting = []
            carriers, why = found
            yield Proven(number, True, why)

    # Where the value enters

    def _source(self, step: ClaimedStep) -> tuple[list[Carrier], str] | None:
        kinds = frozenset(self._claim.source)
        for node in self._nodes(step):
            match node:
                case ir.Parameter():
                    function = self._reading.parts[id(node)].above
                    assert isinstance(function, ir.Function)
                    why = entry_of(self._reading, self._naming, function, node, kinds)
                    if why is not None:
                        return [self._parameter(function, node)], why
                case ir.Try() if SourceKind.ERROR in kinds:
                    scope = self._reading.places[id(node)].scope
                    found = [d for ds in scope.names.values() for d in ds if d.node is node]
                    if found:
                        return list(found), "it is what an exception says that is caught here"
                case ir.Call() | ir.Attribute() | ir.Index() | ir.Name():
                    name = self._source_name(node, kinds)
                    if name is not None:
                        return [node], f"{told(node)} is `{name} say"
        return None

    def _source_name(self, node: ir.Expression, kinds: frozenset[SourceKind]) -> str | None:
        named = node.callee if isinstance(node, ir.Call) else node
        for name, member in self._naming.members(named):
            sources = member.call_sources if isinstance(node, ir.Call) else member.read_sources
            kind = next((one.kind for one in sources if one.kind in kinds), None)
            if kind is not None:
                return f"{name.removeprefix('builtins.')}`, a source of the kind {kind} as the models"
        return None

    def _parameter(self, function: ir.Function, node: ir.Parameter) -> Definition:
        return next(one for one in self._reading.parameters[id(function)] if one.node is node)

    # From step to step

    def _reach(
        self, step: ClaimedStep, role: Role | None, carriers: Sequence[Carrier]
    ) -> tuple[list[Carrier], str] | None:
        if role is None or not self._nodes(step):
            return None
        number = self._numbers[step.path]
        match role[0]:
            case "assign":
                return self._search(carriers, lambda move: self._is_kept(move, number, step.at))
            case "parameter":
                return self._search(carriers, lambda move: _is_parameter(move.to, step.at))
            case "call":
                return self._search(carriers, lambda move: self._is_given(move.to, number, step.at))
            case "sink":
                return self._sink(step, role[1], carriers)
        return None

    def _sink(self, step: ClaimedStep, name: str, carriers: Sequence[Carrier]) -> tuple[list[Carrier], str] | None:
        nodes = [node for node in self._nodes(step) if not isinstance(node, ir.Evaluate)]
        calls = [node for node in nodes if isinstance(node, ir.Call) and name != "the response"]
        kinds = ", ".join(self._claim.sink)
        for node in calls or nodes:
            found = self._search(carriers, self._is_in_sink(node, name))
            if found is not None:
                where = "does something with it" if isinstance(node, ir.Call) else "is what it is here"
                return found[0], f"{found[1]}; `{name}` {where} (kind {kinds})"
        return None

    def _is_in_sink(self, node: msgspec.Struct, name: str) -> Callable[[Move], bool]:
        if not isinstance(node, ir.Call):
            return lambda move: self._is_inside(move, node)
        taken = self._taken(node, name)
        return lambda move: self._arrives(move.to, node, taken)

    def _taken(self, call: ir.Call, name: str) -> frozenset[ArgumentRef] | None:
        """Return the arguments with which a call does something, by the models; None: with any."""
        named = call.callee.name if isinstance(call.callee, ir.Name | ir.Attribute) else ""
        if named != name.rpartition(".")[2]:
            return None  # it hands on to a member of that name what it is given: `fmt.Fprintf(w, …)` to `w.Write`
        models = self._naming.models(call)
        members: list[Member] = [one for _, one in self._naming.members(call.callee)]
        known = models.get(name) or models.get(f"builtins.{name}")
        members += [known] if known is not None else []
        sinks = [sink for member in members for sink in member.sinks if sink.kind in self._claim.sink]
        taken = frozenset(_whole_argument(one) for sink in sinks for one in sink.arguments)
        return taken if taken and "*" not in taken else None

    def _arrives(self, carrier: Carrier, call: ir.Call, taken: frozenset[ArgumentRef] | None) -> bool:
        if carrier is call and self._claim.sink:
            return taken is None
        if not isinstance(carrier, msgspec.Struct):
            return False
        part = self._reading.parts.get(id(carrier))
        if part is None:
            return False
        if isinstance(part.above, ir.Argument) and self._reading.parts[id(part.above)].above is call:
            position: ArgumentRef = part.above.keyword or call.arguments.index(part.above)
            is_spread = any(one.keyword in ("*", "**") for one in call.arguments)
            return taken is None or position in taken or is_spread
        is_receiver = isinstance(call.callee, ir.Attribute) and carrier is call.callee.of
        return is_receiver and (taken is None or "self" in taken)

    def _is_inside(self, move: Move, node: msgspec.Struct) -> bool:
        """Whether a value is part of an expression or statement, or is given to what it assigns."""
        one: object = move.to
        if isinstance(one, Definition):
            return node in (move.by, one.node, one.place.statement)
        if isinstance(one, Kept | Result):
            return move.by is node or (isinstance(node, ir.Attribute) and one == Kept(node.name))
        while isinstance(one, msgspec.Struct):
            if one is node:
                return True
            part = self._reading.parts.get(id(one))
            one = part.above if part is not None else None
        return False

    def _is_kept(self, move: Move, unit: int, at: int) -> bool:
        if not isinstance(move.to, Definition | Kept) or move.by is None:
            return False
        if isinstance(move.by, ir.Call | ir.Parameter):
            return False
        place = self._reading.places.get(id(move.by))
        if place is None or place.scope.unit.number != unit:
            return False
        above = self._reading.parts.get(id(move.by))
        places = (getattr(move.by, "at", 0), getattr(place.statement, "at", 0), getattr(above and above.above, "at", 0))
        return at in places

    def _is_given(self, carrier: Carrier, unit: int, at: int) -> bool:
        """Whether a value is an argument of the call at a place, or what it is called on."""
        part = self._reading.parts.get(id(carrier))
        above = part.above if part is not None else None
        if isinstance(above, ir.Argument | ir.Attribute):
            above = self._reading.parts[id(above)].above
        if not isinstance(above, ir.Call) or above.at != at:
            return False
        return self._reading.unit_of(above).number == unit

    def _search(
        self, carriers: Iterable[Carrier], is_there: Callable[[Move], bool]
    ) -> tuple[list[Carrier], str] | None:
        """Return where the value is when it has got there, by the shortest way, and that way in words."""
        ways: dict[object, tuple[object, str]] = {}
        pending: deque[Carrier] = deque()
        for one in carriers:
            ways[_key(one)] = (None, "")
            pending.append(one)
            if is_there(Move(one, "")):
                return [one], "the value is in it"
        while pending and len(ways) < _MOST_LOOKED_AT:
            carrier = pending.popleft()
            for move in self._flow.moves(carrier):
                key = _key(move.to)
                if is_there(move):
                    return self._all_there(carrier, is_there), _way(ways, _key(carrier), move.why)
                if key not in ways:
                    ways[key] = (_key(carrier), move.why)
                    pending.append(move.to)
        return None

    def _all_there(self, carrier: Carrier, is_there: Callable[[Move], bool]) -> list[Carrier]:
        return [move.to for move in self._flow.moves(carrier) if is_there(move)]

    def _nodes(self, step: ClaimedStep) -> list[msgspec.Struct]:
        number = self._numbers.get(step.path)
        return self._reading.at.get((number, step.at), []) if number is not None else []

    def _failure(self, step: ClaimedStep, role: Role | None, number: int) -> str:
        if step.path not in self._numbers:
            return "the file is not there, or it cannot be followed"
        if not self._nodes(step):
            return "no expression or statement stands at this place"
        if number == 0:
            kinds = ", ".join(self._claim.source)
            return f"nothing here is described as a source of the kind {kinds}"
        if role is None:
            return "nobody knows what this step says"
        return "no way leads here from the step before that is not made safe"


def _whole_argument(reference: ArgumentRef) -> ArgumentRef:
    """Return the argument that a reference to a part of it names: `1[html]` is of the second."""
    name = str(reference).partition("[")[0]
    return int(name) if name.isdigit() else name


def _is_parameter(carrier: Carrier, at: int) -> bool:
    return isinstance(carrier, Definition) and isinstance(carrier.node, ir.Parameter) and carrier.node.at == at


def _key(carrier: Carrier) -> object:
    match carrier:
        case Kept():
            return carrier
        case Result():
            return ("result", id(carrier.function))
    return id(carrier)


def _way(ways: Mapping[object, tuple[object, str]], key: object, last: str) -> str:
    told_ways = [last]
    while key is not None:
        key, why = ways[key]
        if why:
            told_ways.append(why)
    return ", then ".join(reversed(told_ways))
