"""Assignments: to variables, attributes and items, and by taking values apart."""

import re
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.reading import item_at, items_of, library_names, read_attribute
from xcodereviewer.engines.dataflow.results_go import results
from xcodereviewer.engines.dataflow.state import ANY_KEY, Shape
from xcodereviewer.engines.dataflow.values import NOTHING, OPEN, Object, Value, join, tainted_by

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["assign", "forget", "guard_token"]


def assign(frame: "Frame", target: ir.Expression, value: Value, at: int) -> None:
    """Let `target` be `value`."""
    match target:
        case ir.Name():
            _assign_name(frame, target, value, at)
        case ir.Attribute():
            of = evaluate(frame, target.of)
            _assign_attribute(frame, of, target, value, at)
        case ir.Index():
            of, key = evaluate(frame, target.of), evaluate(frame, target.key)
            _assign_item(frame, of, key, value, target)
        case ir.Collection():
            _take_apart(frame, target, value, at)
        case ir.Record():
            _take_by_key(frame, target, value, at)
        case ir.Spread():
            assign(frame, target.value, value, at)
        case ir.Logic() | ir.Walrus():
            parts = (target.left, target.right) if isinstance(target, ir.Logic) else (target.target, target.value)
            for part in parts:
                assign(frame, part, value, at)
        case ir.Call():
            for argument in target.arguments:
                assign(frame, argument.value, tainted_by((frame.live().contents(value),)), at)
        case ir.Slice():
            of = evaluate(frame, target.of)
            inside = items_of(frame, value, at)
            for one, shape in list(frame.live().shapes(of)):
                frame.live().heap[one] = shape.blurred(inside)


# Words in names under which programs keep what nobody may guess.
_TOKEN = re.compile(
    r"\b(?:session|token|secret|passw|nonce|csrf|xsrf|remember|salt|cookie)|(?:token|secret|password|cookie)s?\b"
    r"|\b(?:auth|authn|authentication|authorization|pwd|otp|pin|api ?key|reset ?code)\b"
)
_WORD = re.compile(r"[A-Z]*[a-z]+|[A-Z]+")


def guard_token(frame: "Frame", words: str, value: Value, at: int) -> None:
    """Report a value that is kept under a name that says it must not be guessed."""
    if value.things and frame.unit.language == "go":  # a text of Go may be a list of bytes
        value = frame.live().contents(value)
    if value.taints and _TOKEN.search(" ".join(_WORD.findall(words)).lower()):
        frame.analysis.report(frame, SinkKind.TOKEN, value, at, words.strip())


def _assign_name(frame: "Frame", target: ir.Name, value: Value, at: int) -> None:
    guard_token(frame, target.name, value, at)
    if value.taints:
        value = value.stepped(frame.unit.number, at, "assign", target.name)
    if target.name in frame.outer_names:
        frame.analysis.assign_outer(frame, target.name, value)
        return
    frame.live().variables[target.name] = value


def _assign_attribute(frame: "Frame", of: Value, target: ir.Attribute, value: Value, at: int) -> None:
    guard_token(frame, target.name, value, at)
    if value.taints:
        value = value.stepped(frame.unit.number, at, "assign", f".{target.name}")
    for name in library_names(frame, of) or ("*",):
        frame.written(f"{name}.{target.name}", None, value, target.at)
    frame.analysis.attribute_assigned(of, target.name, value)
    frame.put(of, target.name, value)


def _assign_item(frame: "Frame", of: Value, key: Value, value: Value, target: ir.Index) -> None:
    if value.taints:
        only = key.only
        guard_token(frame, f"{_word(target.of)} {only if isinstance(only, str) else ''}", value, target.at)
        value = value.stepped(frame.unit.number, target.at, "assign", "[…]")
    for name in library_names(frame, of):
        frame.written(name, key, value, target.at)
    only = key.only
    frame.put(of, ANY_KEY if only is OPEN else only, value)
    if key.taints:
        _mark_tainted_key(frame, of, key)


def _word(node: ir.Expression) -> str:
    return node.name if isinstance(node, ir.Name | ir.Attribute) else ""


def _mark_tainted_key(frame: "Frame", of: Value, key: Value) -> None:
    """Let iterating over the container give the key's taints as well."""
    state = frame.live()
    for one, shape in list(state.shapes(of)):
        keys = join(shape.fields.get(KEYS, NOTHING), Value(None, key.taints))
        state.heap[one] = Shape(shape.kind, {**shape.fields, KEYS: keys}, shape.rest, shape.length)


KEYS = "\0keys"


def _take_apart(frame: "Frame", target: ir.Collection, value: Value, at: int) -> None:
    if target.kind == "results":
        for item, part in zip(target.items, results(frame, target, value, at), strict=True):
            assign(frame, item, part, at)
        return
    spread = next((n for n, item in enumerate(target.items) if isinstance(item, ir.Spread)), None)
    for number, item in enumerate(target.items):
        if spread is not None and number >= spread:
            part = items_of(frame, value, at)
            if number == spread:
                part = frame.live().allocate(
                    Object(frame.unit.number, item.at, frame.context), Shape("list", {}, part, None)
                )
        else:
            part = item_at(frame, value, number, at)
        assign(frame, item, part, at)


def _take_by_key(frame: "Frame", target: ir.Record, value: Value, at: int) -> None:
    for key, part in target.entries:
        if isinstance(key, ir.Const):
            name = key.value
            taken = (
                read_attribute(frame, value, name, key.at) if isinstance(name, str) else item_at(frame, value, name, at)
            )
        else:
            taken = value if key is None else tainted_by((frame.live().contents(value),))
        assign(frame, part, taken, at)


def forget(frame: "Frame", target: ir.Expression) -> None:
    """Do what `del` does."""
    state = frame.live()
    if isinstance(target, ir.Name):
        state.variables.pop(target.name, None)
    elif isinstance(target, ir.Index):
        of, key = evaluate(frame, target.of), evaluate(frame, target.key)
        for one, shape in list(state.shapes(of)):
            if shape.kind == "list" or key.only is OPEN:
                state.heap[one] = shape.blurred()
            else:
                fields = {name: item for name, item in shape.fields.items() if name != key.only}
                state.heap[one] = Shape(shape.kind, fields, shape.rest, shape.length)
