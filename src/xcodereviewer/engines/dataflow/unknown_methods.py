"""Methods of something whose type nobody knows: what their names say."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.concatenation import concatenate
from xcodereviewer.engines.dataflow.entry import converted
from xcodereviewer.engines.dataflow.guards import refine
from xcodereviewer.engines.dataflow.java_calls import resource
from xcodereviewer.engines.dataflow.library_results import result_taints
from xcodereviewer.engines.dataflow.library_sinks import arrive, look_into, use_properties
from xcodereviewer.engines.dataflow.patterns import (
    clears_of_absence,
    clears_of_line_breaks,
)
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.state import ANY_KEY, Shape
from xcodereviewer.engines.dataflow.text_methods import MEASURES, SPLITTERS, TEXT_METHODS
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NO_DOUBLE_QUOTE,
    NO_SINGLE_QUOTE,
    NOTHING,
    BoundMethod,
    Label,
    Library,
    Object,
    ParameterLabel,
    Pattern,
    Taint,
    Value,
    join,
    made_of,
    tainted_by,
)
from xcodereviewer.library_models.members import Entered

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["call_unknown_method", "enter"]

_NAME_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


_ENDINGS = frozenset(("db", "conn", "cursor", "session"))  # `mydb`, `dbconn`: often written in one


def enter(frame: "Frame", entered: Entered, name: str, given: "Given", node: ir.Call) -> None:
    """Let functions that are handed over be known as called from outside."""
    entry = entered.entry
    pattern = converted(given.positional[0].only) if given.positional else frozenset()
    for reference in entered.arguments:
        values = given.all() if reference == "*" else [look_into(frame, given, reference)]
        for value in values:
            for function in functions_in(frame, value) if value is not None else ():
                function.converted |= pattern
                frame.analysis.enter(function, entry.of_method() if function.gets_object else entry)
                frame.analysis.register(frame, function, name, node.at, given)


def functions_in(frame: "Frame", value: Value) -> list[FunctionInfo]:
    """Return the functions that a value refers to, those in a list too."""
    found = [one for one in value.things if isinstance(one, FunctionInfo)]
    found += [one.function for one in value.things if isinstance(one, BoundMethod)]
    for _, shape in frame.live().shapes(value):
        if shape.kind in ("list", "tuple"):
            found += [one for item in shape.fields.values() for one in item.things if isinstance(one, FunctionInfo)]
    return found


def call_unknown_method(
    frame: "Frame", receiver: Value, callee: ir.Attribute, given: "Given", node: ir.Call, *, is_known: bool
) -> Value:
    """Call a method of something whose type nobody knows."""
    state = frame.live()
    name = callee.name
    values = [state.contents(value) for value in given.all()]
    if not is_known:
        entered = _by_method(frame, callee, given, node, receiver)
        if entered is not None:
            return entered
    if name == "getResourceAsStream" and (found := resource(frame, given)) is not None:
        return found
    if name in MEASURES:
        return ANYTHING
    inside = state.contents(receiver)
    called = [value for value in given.all() if any(isinstance(one, FunctionInfo) for one in value.things)]
    if called:
        return _hand_over(frame, called, inside, values, node)
    if name == "join":
        return joined_text(frame, receiver, given)
    if name in TEXT_METHODS:
        return made_of([inside, *_kept(name, values)]).cleared(
            _removed(name, given, is_regex=name == "replaceAll" and frame.unit.language == "java")
        )
    if name in SPLITTERS:
        part = made_of([inside])
        return state.allocate(Object(frame.unit.number, node.at, frame.context), Shape("list", {}, part, None))
    below = _called(inside.taints, name)
    if is_known:
        return Value(None, below) if below else ANYTHING
    made = tainted_by([Value(None, below), *[value.doubted() for value in values]])
    if below and inside.known and all(value.known and not value.taints for value in values):
        made = Value(None, made.taints, known=True)  # its label stands for all that is read of it: `form.get("name")`
    if name in ("append", "add", "push", "write", "update", "extend", "insert") and values:
        _keep_in_variable(frame, callee.of, tainted_by(values))
        frame.root.wrote(state, receiver, ANY_KEY, tainted_by(values))
    return made


def _hand_over(
    frame: "Frame", functions: Sequence[Value], inside: Value, values: Sequence[Value], node: ir.Call
) -> Value:
    """Let functions be called with what the receiver and the other arguments hold: nobody said with what."""
    parts = tainted_by([inside, *values], certain=False)
    result = NOTHING
    for function in functions:
        most = max((len(one.node.parameters) for one in function.things if isinstance(one, FunctionInfo)), default=0)
        result = join(result, frame.call_value(function, [parts] * most, node))
    return tainted_by([frame.live().contents(result), inside], certain=False)


def joined_text(frame: "Frame", separator: Value, given: "Given") -> Value:
    """Return the text that `separator.join(parts)` makes."""
    state = frame.live()
    parts = given.positional[0] if given.positional else ANYTHING
    shapes = [shape for _, shape in state.shapes(parts)]
    if len(shapes) == 1 and shapes[0].length is not None and separator.only == "":
        items = [shapes[0].fields.get(number, shapes[0].rest) for number in range(shapes[0].length)]
        return concatenate(frame, items)
    return made_of([state.contents(separator), state.contents(parts)])


def _kept(name: str, arguments: Sequence[Value]) -> Sequence[Value]:
    """Return the arguments that stand in the text which a method of a text gives."""
    if name in (
        "strip",
        "lstrip",
        "rstrip",
        "removeprefix",
        "removesuffix",
        "partition",
        "rpartition",
        "encode",
        "decode",
    ):
        return ()
    return arguments[1:] if name in ("replace", "replaceAll") else arguments


def _removed(name: str, given: "Given", *, is_regex: bool) -> int:
    """Return what a text no longer holds after `replace(old, new)`, or `replaceAll(regex, new)` of Java."""
    if name not in ("replace", "replaceAll") or len(given.positional) < 2:
        return 0
    for one in given.positional[0].things:
        if isinstance(one, Pattern) and "g" in one.flags and given.positional[1].only in ("", "_", "-", " "):
            return clears_of_absence(one.source)
    old, new = given.positional[0].only, given.positional[1].only
    if not isinstance(old, str) or not isinstance(new, str) or old in new:
        return 0
    if is_regex:
        return clears_of_absence(old) | clears_of_line_breaks(old) if new in ("", "_", "-", " ") else 0
    return clears_of_line_breaks(old) | {"'": NO_SINGLE_QUOTE, '"': NO_DOUBLE_QUOTE}.get(old, 0)


def _by_method(frame: "Frame", callee: ir.Attribute, given: "Given", node: ir.Call, receiver: Value) -> Value | None:
    """Do what a method of this name does on a receiver that is called so; return what enters the program by it."""
    member = frame.analysis.models(frame.unit).by_method(callee.name)
    if member is None:
        return None
    word = _word(callee.of)
    sinks = [sink for sink in member.sinks if _fits(sink.receivers, word)]
    arrive(frame, sinks, given, node, receiver, f"{word}.{callee.name}")
    use_properties(frame, member, given, node, f"{word}.{callee.name}")
    for entered in member.entered:
        if _fits(entered.receivers, word):
            enter(frame, entered, f"*.{callee.name}", given, node)
    for source in member.call_sources:
        if _fits(source.receivers, word):
            return frame.analysis.source(frame, source.kind, source.what, node.at).cleared(source.cleared)
    if member.returns and _fits(member.returned_by, word):
        return Value(NOTHING.constants, things=(Library(f"{member.returns}()"),))
    if member.passes is not None or member.sanitizers:
        return result_taints(frame, member, given, receiver)
    return None


def _called(taints: object, name: str) -> dict[Label, Taint]:
    """Return the taints of what a method gives: that of a parameter is only known to whoever calls."""
    assert hasattr(taints, "items")
    return {
        (
            ParameterLabel(label.function, label.position, (*label.path, f".{name}()"))
            if isinstance(label, ParameterLabel) and len(label.path) < 3
            else label
        ): taint
        for label, taint in taints.items()
    }


def _keep_in_variable(frame: "Frame", place: ir.Expression, value: Value) -> None:
    """Let a variable of unknown type hold what a method put into it."""
    if value.taints:
        refine(frame, place, lambda known: join(known, Value(None, value.taints)))


def _word(node: ir.Expression) -> str:
    """Return the last name in an expression, by which people tell what it is."""
    match node:
        case ir.Name() | ir.Attribute():
            return node.name
        case ir.Call():
            return _word(node.callee)
        case ir.Index() | ir.Await():
            return _word(node.of if isinstance(node, ir.Index) else node.value)
    return ""


def _fits(receivers: Sequence[str], word: str) -> bool:
    """Whether a name has one of the words: `db_file` and `uploadedFile` have `file`, `profile` has not."""
    if not receivers:
        return True
    parts = [part.lower() for part in _NAME_PART.findall(word)]
    return any(part.startswith(one) or (part.endswith(one) and one in _ENDINGS) for part in parts for one in receivers)
