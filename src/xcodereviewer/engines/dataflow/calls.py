"""Calls: who is called, with what, and what comes of it."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind, SourceKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.array_methods import call_array_method, call_pattern
from xcodereviewer.engines.dataflow.assign import guard_token
from xcodereviewer.engines.dataflow.binding import Given, bind
from xcodereviewer.engines.dataflow.checks import learn
from xcodereviewer.engines.dataflow.containers import call_method as call_container
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.folding import fold_method
from xcodereviewer.engines.dataflow.guards import clearing, refine
from xcodereviewer.engines.dataflow.in_place import known, places_of, result_of, run_in_place, runs_in_place, tells_more
from xcodereviewer.engines.dataflow.library_calls import call_library
from xcodereviewer.engines.dataflow.overloads_java import fitting_types
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo, Unit
from xcodereviewer.engines.dataflow.reading import items_of, read_attribute
from xcodereviewer.engines.dataflow.rendering import TEMPLATES, run_template, variables_of
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.substitute import apply_summary
from xcodereviewer.engines.dataflow.unknown_methods import call_unknown_method
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    NOTHING,
    BoundMethod,
    Library,
    Object,
    Pattern,
    Value,
    join,
    tainted_by,
    thing,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["assume_function", "call", "call_function", "call_method", "call_value", "spread_keywords"]

# A check that cannot be followed is believed when its name says that it is one of where a URL leads.
_SAYS_SAFE = re.compile(r"safe|allow|trust|valid|local|permit", re.IGNORECASE)
_SAYS_PLACE = re.compile(r"url|uri|redirect|next|host|domain|path|referr?er", re.IGNORECASE)
_RENDER = frozenset(("render", "render_async", "generate", "generate_async", "stream"))


def call(frame: "Frame", node: ir.Call) -> Value:
    """Evaluate a call."""
    callee_node = node.callee
    if isinstance(callee_node, ir.Attribute):
        if _is_super(callee_node.of):
            return _call_super(frame, callee_node.name, node)
        receiver = evaluate(frame, callee_node.of)
        given = give(frame, node)
        return _call_member(frame, receiver, callee_node, given, node)
    callee = evaluate(frame, callee_node)
    given = give(frame, node)
    return _call_things(frame, callee, given, node)


def give(frame: "Frame", node: ir.Call) -> Given:
    """Evaluate the arguments of a call."""
    given = Given()
    for argument in node.arguments:
        value = evaluate(frame, argument.value)
        match argument.keyword:
            case "":
                if given.rest is None:
                    given.places[len(given.positional)] = argument.value
                    given.positional.append(value)
                else:
                    given.rest = join(given.rest, value)
            case "*":
                _spread(frame, given, value, node.at)
            case "**":
                spread_keywords(frame, given, value)
            case keyword:
                given.places[keyword] = argument.value
                given.keywords[keyword] = value
    return given


def _spread(frame: "Frame", given: Given, value: Value, at: int) -> None:
    shapes = [shape for _, shape in frame.live().shapes(value)]
    if len(shapes) == 1 and shapes[0].length is not None and given.rest is None:
        given.positional += [shapes[0].fields.get(n, shapes[0].rest) for n in range(shapes[0].length)]
        return
    given.rest = join(given.rest or NOTHING, items_of(frame, value, at))


def spread_keywords(frame: "Frame", given: Given, value: Value) -> None:
    for _, shape in frame.live().shapes(value):
        given.keywords |= {key: item for key, item in shape.fields.items() if isinstance(key, str)}
        if shape.rest is not NOTHING:
            given.extra = join(given.extra or NOTHING, shape.rest)
    if value.taints:
        given.extra = join(given.extra or NOTHING, Value(None, value.taints))


def _call_member(frame: "Frame", receiver: Value, callee: ir.Attribute, given: Given, node: ir.Call) -> Value:
    """Call `receiver.name(…)`."""
    folded = fold_method(receiver, callee.name, given.positional) if not given.keywords else None
    if folded is not None:
        return folded
    if frame.unit.language == "javascript" and given.positional:
        settled = _settle(frame, receiver, callee.name, given, node)
        if settled is not None:
            return settled
        listed = call_array_method(
            frame, receiver, callee.name, given.positional, lambda f, values: call_value(frame, f, values, node)
        )
        if listed is not None:
            return listed
    result = NOTHING
    is_known = False
    for one in receiver.things:
        found = _call_member_of(frame, one, receiver, callee.name, given, node)
        if found is not None:
            is_known = True
            result = join(result, found)
    if is_known and (not receiver.taints or all(isinstance(one, Library) for one in receiver.things)):
        return result
    other = call_unknown_method(frame, receiver, callee, given, node, is_known=is_known)
    return join(result, other) if is_known else other


def _call_member_of(
    frame: "Frame", one: object, receiver: Value, name: str, given: Given, node: ir.Call
) -> Value | None:
    match one:
        case Library():
            return call_library(frame, f"{one.name}.{name}", given, node, receiver=receiver)
        case Object():
            return _call_object(frame, one, name, given, node)
        case ClassInfo() | Unit():
            member = read_attribute(frame, thing(one), name, node.at)
            return _call_things(frame, member, given, node) if member.things else None
        case FunctionInfo() if one.node.name in TEMPLATES and name in _RENDER:
            run_template(frame, one, variables_of(frame, (0, "**"), given), node.at)
            return ANYTHING
        case Pattern():
            return call_pattern(frame, name, given.positional, node)
        case BoundMethod() | FunctionInfo():
            return _call_of_function(frame, thing(one), name, given, node)
    return None


def _settle(frame: "Frame", promise: Value, name: str, given: Given, node: ir.Call) -> Value | None:
    """Call what waits for a promise, which is no other value here than what it is kept for."""
    if name not in ("then", "catch", "finally"):
        return None
    waiting = [
        value for value in given.positional if any(isinstance(o, FunctionInfo | BoundMethod) for o in value.things)
    ]
    if not waiting or name == "finally":
        return promise if waiting else None
    error = frame.analysis.source(frame, SourceKind.ERROR, "exception", node.at)
    result = promise if name == "catch" else NOTHING
    for number, function in enumerate(waiting):
        settled = promise if name == "then" and number == 0 else error
        result = join(result, _call_things(frame, function, Given([settled]), node))
    return result


def _call_of_function(frame: "Frame", function: Value, name: str, given: Given, node: ir.Call) -> Value | None:
    """Call a method of a function: `f.delay(x)` of Celery, `f.call(this, x)` and `f.bind(this)` of JavaScript."""
    if frame.unit.language != "javascript":
        is_call = name in ("delay", "apply_async", "call", "__call__")
        return _call_things(frame, function, given, node) if is_call else None
    match name:
        case "bind" if len(given.positional) <= 1:
            return function
        case "call":
            on = next(iter(given.positional), None)
            inner = Given(given.positional[1:], given.keywords, given.rest, given.extra, receiver=on)
            return _call_things(frame, function, inner, node)
        case "apply" if len(given.positional) > 1:
            inner = Given(receiver=given.positional[0])
            _spread(frame, inner, given.positional[1], node.at)
            return _call_things(frame, function, inner, node)
    return None


def _call_object(frame: "Frame", one: Object, name: str, given: Given, node: ir.Call) -> Value | None:
    shape = frame.live().shape(one)
    if shape is None:
        return None
    receiver = thing(one)
    if name in shape.fields and shape.fields[name].things:
        return _call_things(frame, shape.fields[name], given.on(receiver), node)
    if isinstance(shape.kind, str):
        return call_container(frame, one, shape, name, [*given.positional, *given.keywords.values()], node.at)
    if isinstance(shape.kind, Library):
        return call_library(frame, f"{shape.kind.name}.{name}", given, node, receiver=receiver)
    if isinstance(shape.kind, ClassInfo):
        member = shape.kind.find(name)
        if member is not None:
            return _call_things(frame, read_attribute(frame, receiver, name, node.at), given, node)
        base = shape.kind.library_with(name, frame.analysis.models(frame.unit).describes)
        if base is not None:
            return call_library(frame, f"{base.name}.{name}", given, node, receiver=receiver)
    return None


def _is_super(node: ir.Expression) -> bool:
    return isinstance(node, ir.Call) and isinstance(node.callee, ir.Name) and node.callee.name == "super"


def _call_super(frame: "Frame", name: str, node: ir.Call) -> Value:
    given = give(frame, node)
    function = frame.function
    if function is None or function.owner is None or not function.node.parameters:
        return ANYTHING
    receiver = frame.live().variables.get(function.node.parameters[0].name, ANYTHING)
    for base in function.owner.bases:
        if isinstance(base, Library):
            return call_library(frame, f"{base.name}.{name}", given, node, receiver=receiver)
        member = base.find(name)
        if member is not None:
            methods = [thing(BoundMethod(one, receiver)) for one in member.things if isinstance(one, FunctionInfo)]
            bound = [one for method in methods for one in method.things]
            chosen = _fitting(bound, len(given.positional), given.rest)
            return _call_things(frame, thing(chosen[0]), given, node) if chosen else ANYTHING
    return ANYTHING


def call_value(frame: "Frame", callee: Value, arguments: Sequence[Value], node: ir.Call) -> Value:
    """Call whatever `callee` refers to with arguments that are already evaluated."""
    return _call_things(frame, callee, Given(list(arguments)), node)


def call_method(frame: "Frame", receiver: Value, name: str, at: int) -> Value:
    """Call a method with arguments that nobody knows."""
    node = ir.Call(at, ir.Attribute(at, ir.Const(at, None), name), ())
    return _call_member(frame, receiver, ir.Attribute(at, ir.Const(at, None), name), Given(), node)


def _call_things(frame: "Frame", callee: Value, given: Given, node: ir.Call) -> Value:
    result = NOTHING
    things = _fitting(callee.things, len(given.positional), given.rest)
    if len(things) > 1 and frame.unit.language == "java":
        things = fitting_types(frame, things, given)
    if len(things) > 1:
        frame.root.choices += 1
    for one in things:
        result = join(result, _call_thing(frame, one, given, node))
    if len(things) > 1:
        frame.root.choices -= 1
    if result is NOTHING:
        seen = [frame.live().contents(value) for value in given.all()]
        return tainted_by([callee, *seen], certain=False)
    return result


def _fitting(things: Sequence[object], count: int, rest: Value | None) -> Sequence[object]:
    """Return those of several overloads that take so many arguments; all when none does."""
    if len(things) < 2 or rest is not None:
        return things
    return [one for one in things if _takes(one, count)] or things


def _takes(one: object, count: int) -> bool:
    if isinstance(one, BoundMethod):
        return _takes(one.function, count + 1)
    if not isinstance(one, FunctionInfo):
        return True
    parameters = one.node.parameters
    if any(parameter.kind == "*" for parameter in parameters):
        return count >= len(parameters) - 1
    return count == len(parameters)


def _call_thing(frame: "Frame", one: object, given: Given, node: ir.Call) -> Value:
    match one:
        case FunctionInfo():
            if node.is_new:
                return _construct_by(frame, one, given, node)
            keywords = given.keywords if given.receiver is None else {**given.keywords, "this": given.receiver}
            return call_function(frame, one, given.positional, keywords, node.at, given=given)
        case BoundMethod():
            positional = [one.receiver, *given.positional]
            return call_function(frame, one.function, positional, given.keywords, node.at, given=given)
        case ClassInfo():
            if not node.is_new and one.unit.language == "go" and given.positional:
                return given.positional[0]  # a conversion
            return _construct(frame, one, given, node)
        case Library():
            return call_library(frame, one.name, given, node)
        case Object():
            found = _call_object(frame, one, "__call__", given, node)
            return ANYTHING if found is None else found
    return tainted_by(given.all(), certain=False)


def _construct_by(frame: "Frame", function: FunctionInfo, given: Given, node: ir.Call) -> Value:
    """`new F()` of a function: it runs on a new object, which is the result unless it gives another."""
    made = frame.live().allocate(Object(frame.unit.number, node.at, frame.context), Shape("dict", {}))
    call_function(frame, function, given.positional, {**given.keywords, "this": made}, node.at, given=given)
    return made


def _construct(frame: "Frame", one: ClassInfo, given: Given, node: ir.Call) -> Value:
    """Make an object of a class: its constructor runs on it."""
    state = frame.live()
    site = Object(frame.unit.number, node.at, frame.context)
    made = state.allocate(site, Shape(one, {}))
    makers = _fitting(one.makers(), len(given.positional) + 1, given.rest)
    if makers and isinstance(makers[0], FunctionInfo):
        call_function(frame, makers[0], [made, *given.positional], given.keywords, node.at, given=given)
        return made
    names = [
        item.target.name for item in one.node.body if isinstance(item, ir.Assign) and isinstance(item.target, ir.Name)
    ]
    fields = dict(zip(names, given.positional, strict=False)) | given.keywords  # a data class, a named tuple
    spread = given.rest if given.rest is not None else given.extra
    fields |= {name: spread for name in names[len(given.positional) :] if spread is not None and name not in fields}
    for name, value in fields.items():
        state.write(made, name, value)
        if one.unit.language == "go":
            guard_token(frame, name, value, node.at)
    for base in one.lineage():
        if isinstance(base, Library):
            call_library(frame, base.name, given, node, receiver=made)
            break
    return made


def call_function(
    frame: "Frame",
    function: FunctionInfo,
    positional: Sequence[Value],
    keywords: Mapping[str, Value],
    at: int,
    *,
    given: Given | None = None,
) -> Value:
    """Call a function of the program: run in place when it is small, by its summary otherwise."""
    rest, extra = (given.rest, given.extra) if given is not None else (None, None)
    values = bind(frame, function, Given(list(positional), dict(keywords), rest, extra), at)
    places = places_of(function, given, len(positional)) if given is not None else []
    if tells_more(frame, function, values) and runs_in_place(frame, function):
        inner = run_in_place(frame, function, values, at)
        if any(places):
            learn(frame, function, places, values, inner.last.variables)
        return result_of(frame, inner, at)
    if frame.root.is_running(function) and not frame.root.is_of(function):
        return tainted_by([frame.live().contents(value) for value in values.values()], certain=False)
    summary = frame.analysis.summary(function, known(function, values))
    if summary is None:
        return tainted_by([frame.live().contents(value) for value in values.values()], certain=False)
    result = apply_summary(frame, function, summary, list(values.values()), at)
    for place, cleared in zip(places, summary.ensures, strict=False):
        if place is not None and cleared:
            refine(frame, place, clearing(cleared))
    return result


def assume_function(frame: "Frame", callee: Value, test: ir.Call, holds: bool) -> None:
    """Learn from a call of the program's own function that comes out as `holds`."""
    if len(callee.things) != 1 or not isinstance(one := callee.things[0], FunctionInfo | BoundMethod):
        return
    function, receiver = (one.function, [one.receiver]) if isinstance(one, BoundMethod) else (one, [])
    given = give(frame, test)
    if not any(value.taints for value in given.all()):
        return
    positional = [*receiver, *given.positional]
    places = places_of(function, given, len(positional))
    if holds and _SAYS_SAFE.search(function.node.name) and _SAYS_PLACE.search(function.node.name):
        for place in places:
            if place is not None:
                refine(frame, place, clearing(SinkKind.REDIRECT.bit | SinkKind.URL.bit))
    if not runs_in_place(frame, function):
        return
    values = bind(frame, function, Given(positional, given.keywords, given.rest, given.extra), test.at)
    inner = run_in_place(frame, function, values, test.at, judging=holds)
    learn(frame, function, places, values, inner.last.variables)
