"""What a function is given that is called from outside: which of its parameters a request fills."""

import re
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.program import ClassInfo, FunctionInfo
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import NOTHING, Library, Object, Value, join, thing
from xcodereviewer.library_models.members import TEXT

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame
    from xcodereviewer.library_models.members import EntryPoint

__all__ = ["collected", "converted", "decorated", "entered", "has_written_route"]

# `<int:id>` of Flask and Django, `<id:int>` of Bottle and Sanic
_CONVERTED = re.compile(r"<(?:int|float|uuid|bool):(\w+)>|<(\w+):(?:int|float|uuid|number)>")
_VARIABLE = re.compile(r"[<{(*\[:]")  # what begins a variable part, or a pattern, in the route of any framework
_TEXTS = frozenset(
    ("builtins.str", "builtins.bytes", "builtins.list", "builtins.dict", "builtins.object", "typing.Any")
)


def converted(pattern: object) -> frozenset[str]:
    """Return the parameters that the pattern of a route makes numbers and the like of."""
    if not isinstance(pattern, str):
        return frozenset()
    return frozenset(one or other for one, other in _CONVERTED.findall(pattern))


def entered(frame: "Frame", function: FunctionInfo, index: int, declared: Value) -> Value:
    """Return what a parameter holds; `declared` is any value of its declared type."""
    parameter = function.node.parameters[index]
    own = _own_entry(frame, parameter)
    if own is not None:
        return _from_outside(frame, own, parameter)
    entry = function.entry
    if entry is None:
        return NOTHING
    if function.unit.language == "java" and any(
        isinstance(one, Library) and one.name.startswith(_FRAMEWORKS) for one in declared.things
    ):
        return NOTHING  # the framework gives something of its own: the request, a model, who is logged in
    if function.unit.language == "java" and not all(map(_is_constraint, parameter.decorators)):
        return NOTHING  # a resolver of the program fills it: `@CurrentUser String name`
    position = index
    if entry.error_first and sum(not one.kind for one in function.node.parameters) == entry.error_first:
        position -= 1
    if position in entry.types:
        return thing(Library(f"{entry.types[position]}()"))
    if parameter.name in function.converted or _is_library(frame, declared) or _is_provided(frame, entry, parameter):
        return NOTHING
    if _is_closed(frame, parameter.annotation):
        return NOTHING
    outside = _from_outside(frame, entry, parameter)
    return outside.cleared(TEXT) if Library("builtins.str()") in declared.things else outside


def decorated(frame: "Frame", parameter: ir.Parameter, declared: Value) -> Value:
    """Return what a parameter holds as its decorators say: `@Query("q") q` of Nest."""
    found = NOTHING
    if not any(isinstance(one, Library) and one.name in _NUMBERS for one in declared.things):
        for decorator in parameter.decorators:
            found = join(found, evaluate(frame, decorator))
    # In Java an annotation is no value.
    return found if frame.unit.language != "java" else Value(NOTHING.constants, found.taints)


_NUMBERS = frozenset(("Number()", "Boolean()", "BigInt()"))


_FRAMEWORKS = ("java.", "javax.", "jakarta.", "org.springframework.")


# What only says which values are welcome, or how one is read or shown.
_CONSTRAINTS = frozenset(
    """
    Valid Validated NotNull NonNull Nullable NotBlank NotEmpty Size Length Pattern Min Max Email Positive Past Future
    DateTimeFormat NumberFormat JsonFormat Parameter ApiParam Schema SuppressWarnings Deprecated DefaultValue Encoded
    """.split()  # noqa: SIM905 - a list of words
)


def _is_constraint(mark: ir.Expression) -> bool:
    named = mark.callee if isinstance(mark, ir.Call) else mark
    return isinstance(named, ir.Name | ir.Attribute) and named.name.rpartition(".")[2] in _CONSTRAINTS


def _own_entry(frame: "Frame", parameter: ir.Parameter) -> "EntryPoint | None":
    """Return what enters by a parameter as its own annotations say: `@RequestParam String name`."""
    models = frame.analysis.models(frame.unit)
    for expression in parameter.decorators:
        named = expression.callee if isinstance(expression, ir.Call) else expression
        for one in evaluate(frame, named).things:
            member = models.get(models.canonical(one.name)) if isinstance(one, Library) else None
            if member is not None and member.entry is not None:
                return member.entry
    return None


def collected(frame: "Frame", function: FunctionInfo, index: int, value: Value) -> Value:
    """Return what `*parameter` or `**parameter` collects: of an entry point, what has no parameter of its own."""
    entry = function.entry
    parameter = function.node.parameters[index]
    site = Object(function.unit.number, parameter.at, 0)
    if parameter.kind == "**":
        rest = join(value, _from_outside(frame, entry, parameter)) if entry is not None else value
        return frame.live().allocate(site, Shape("dict", {}, rest, None))
    types = [entry.types[number] for number in sorted(entry.types) if number >= index] if entry is not None else []
    if types:
        items = {number: thing(Library(f"{name}()")) for number, name in enumerate(types)}
        return frame.live().allocate(site, Shape("list", items, NOTHING, len(items)))
    return frame.live().allocate(site, Shape("list", {}, value, None))


def _from_outside(frame: "Frame", entry: "EntryPoint", parameter: ir.Parameter) -> Value:
    if entry.parameters is None:
        return NOTHING
    return frame.analysis.source(frame, entry.parameters, f"{entry.what} `{parameter.name}`", parameter.at)


def _is_library(frame: "Frame", declared: Value) -> bool:
    """Whether it is an object that a library makes: a number, a request, a session, and no text."""
    models = frame.analysis.models(frame.unit)
    names = [one.name.removesuffix("()") for one in declared.things if isinstance(one, Library)]
    return (
        bool(names)
        and len(names) == len(declared.things)
        and not any(name in _TEXTS for name in names)
        and all(models.is_library(name) for name in names)
    )


def _is_closed(frame: "Frame", annotation: ir.Expression | None) -> bool:
    """Whether the framework lets only a few known values in: `Literal["a", "b"]`, by a name too, or an enumeration."""
    if annotation is None:
        return False
    kinds = evaluate(frame, annotation).things
    if not kinds and isinstance(annotation, ir.Name):
        named = [
            one.value.of
            for one in frame.unit.module.body
            if isinstance(one, ir.Assign) and isinstance(one.value, ir.Index) and _is_called(one.target, annotation)
        ]
        kinds = tuple(one for of in named for one in evaluate(frame, of).things)
    return any(map(_is_enumeration, kinds))


def _is_called(target: ir.Expression, name: ir.Name) -> bool:
    return isinstance(target, ir.Name) and target.name == name.name


def _is_enumeration(kind: object) -> bool:
    match kind:
        case Library():
            return kind.name in ("typing.Literal", "enum.Enum", "enum.StrEnum", "enum.IntEnum")
        case ClassInfo():
            return any(map(_is_enumeration, kind.bases))
        case _:
            return False


def _is_provided(frame: "Frame", entry: "EntryPoint", parameter: ir.Parameter) -> bool:
    """Whether the framework fills it with what a function of the program gives: `= Depends(f)`."""
    given = [parameter.default]
    if isinstance(parameter.annotation, ir.Index) and isinstance(parameter.annotation.key, ir.Collection):
        given += parameter.annotation.key.items[1:]
    models = frame.analysis.models(frame.unit)
    return any(
        isinstance(one, Library) and models.canonical(one.name) in entry.provided
        for call in given
        if isinstance(call, ir.Call)
        for one in evaluate(frame, call.callee).things
    )


def has_written_route(frame: "Frame") -> bool:
    """Whether every route of the function that runs is written in the program as a whole, without a variable part."""
    registered = frame.analysis.registrations.values() if frame.function is not None else ()
    own = [
        one.positional for one in registered if frame.function is not None and one.function.node is frame.function.node
    ]
    patterns = [positional[0].only for positional in own if positional]
    return bool(own) and len(patterns) == len(own) and all(map(_is_written, patterns))


def _is_written(pattern: object) -> bool:
    return isinstance(pattern, str) and not _VARIABLE.search(pattern)
