"""Which of several methods of one name a call in Java means: those whose parameters may be what is given."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.state import State
from xcodereviewer.engines.dataflow.values import BoundMethod, Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["fitting_types"]

_TEXTS = frozenset(("String", "CharSequence"))
_TRUTH = frozenset(("boolean", "Boolean"))
_NUMBERS = frozenset(
    "int long short byte float double Integer Long Short Byte Float Double Number".split()  # noqa: SIM905 - words
)
_ANY = frozenset(("Object", "Comparable", "Serializable", "char", "Character"))


def fitting_types(frame: "Frame", things: Sequence[object], given: "Given") -> Sequence[object]:
    """Return those of several overloads whose declared types what is given may have; all when none does."""
    if len(things) < 2 or not all(isinstance(one, FunctionInfo | BoundMethod) for one in things):
        return things
    texts = {number for number, place in given.places.items() if _is_text(frame, place)}
    state, values = frame.live(), given.positional
    return [one for one in things if _takes(state, one, values, texts)] or things


def _is_text(frame: "Frame", place: ir.Expression) -> bool:
    """Whether an expression is a text for sure: put together, or a parameter that is declared so."""
    match place:
        case ir.Binary(operator="+"):
            return _is_text(frame, place.left) or _is_text(frame, place.right)
        case ir.Const():
            return isinstance(place.value, str) and len(place.value) != 1
        case ir.Name() if frame.function is not None:
            kinds = [one.annotation for one in frame.function.node.parameters if one.name == place.name]
            return any(isinstance(one, ir.Name) and one.name.rpartition(".")[2] in _TEXTS for one in kinds)
    return False


def _takes(state: State, one: object, given: Sequence[Value], texts: Collection[object]) -> bool:
    function = one.function if isinstance(one, BoundMethod) else one
    assert isinstance(function, FunctionInfo)
    parameters = function.node.parameters[1 if isinstance(one, BoundMethod) else 0 :]
    return all(
        parameter.kind or (_may_be_text(parameter) if number in texts else _may_be(state, function, parameter, value))
        for number, (parameter, value) in enumerate(zip(parameters, given, strict=False))
    )


def _may_be_text(parameter: ir.Parameter) -> bool:
    declared = parameter.annotation
    if not isinstance(declared, ir.Name):
        return declared is None
    return declared.name.rpartition(".")[2] in _TEXTS | _ANY


def _may_be(state: State, function: FunctionInfo, parameter: ir.Parameter, value: Value) -> bool:
    declared = parameter.annotation
    kinds = {shape.kind for _, shape in state.shapes(value)}
    if isinstance(declared, ir.Index):  # an array
        return not value.constants and not any(isinstance(one, ClassInfo) for one in kinds)
    if not isinstance(declared, ir.Name) or not kinds:
        name = declared.name.rpartition(".")[2] if isinstance(declared, ir.Name) else ""
        return not name or name in _ANY or all(_is_literal_of(name, one) for one in value.constants or ())
    classes = [one for one in kinds if isinstance(one, ClassInfo)]
    named = function.unit.names.get(declared.name)
    wanted = [one for one in named.things if isinstance(one, ClassInfo)] if named is not None else []
    is_text = declared.name.rpartition(".")[2] in _TEXTS | _TRUTH | _NUMBERS
    if len(classes) < len(kinds):
        return not is_text
    return not is_text and (not wanted or any(one in kind.lineage() for one in wanted for kind in classes))


def _is_literal_of(name: str, literal: object) -> bool:
    """Whether a literal may be given where this type is declared."""
    if literal is None:
        return name not in _NUMBERS or name[0].isupper()
    if isinstance(literal, bool):
        return name in _TRUTH
    if isinstance(literal, str):
        return name in _TEXTS or (len(literal) == 1 and name not in _TRUTH)
    return name in _NUMBERS
