"""Calls that run a template of the program: the page is a function of its variables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit
from xcodereviewer.engines.dataflow.values import NOTHING, Value, join, thing
from xcodereviewer.library_models.members import ArgumentRef, Rendering

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["TEMPLATES", "is_template", "render", "render_result", "run_template", "variables_of"]

TEMPLATES = frozenset(("<template>", "<unescaped>"))
_ESCAPED = (".html", ".htm", ".xml", ".xhtml", ".svg")  # by Flask, which asks for the ending


def is_template(unit: Unit) -> bool:
    """Whether a module is a template: one of HTML, or of another language with a template's function."""
    body = unit.module.body
    return unit.language == "html" or any(isinstance(one, ir.Function) and one.name in TEMPLATES for one in body)


def render(frame: "Frame", rendering: Rendering, given: "Given", at: int) -> Value | None:
    """Run the templates that a call names; return them, or the module, when it only loads them."""
    name = _first(given, rendering.name)
    if name is None:
        return None
    if rendering.escapes == "module":
        return _joined(_units(frame, name))
    found = _templates(frame, rendering, name)
    if not rendering.context:
        return _joined(found)
    variables = variables_of(frame, rendering.context, given)
    request = _first(given, rendering.request)
    if request is not None:
        variables.keywords.setdefault("request", request)
    for one in found:
        run_template(frame, one, variables, at)
    return None


def render_result(frame: "Frame", rendering: Rendering, decorator: ir.Call, result: Value, at: int) -> None:
    """Run the template that a function's decorator names, with what the function gives."""
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.calls import give

    name = _first(give(frame, decorator), rendering.name)
    variables = variables_of(frame, (0,), Given([result]))
    for one in _templates(frame, rendering, name) if name is not None else ():
        run_template(frame, one, variables, at)


def run_template(frame: "Frame", template: FunctionInfo, variables: "Given", at: int) -> None:
    """Run one template."""
    from xcodereviewer.engines.dataflow.calls import call_function

    call_function(frame, template, (), variables.keywords, at, given=variables)


def variables_of(frame: "Frame", references: Iterable[ArgumentRef], given: "Given") -> "Given":
    """Return the variables that a call gives to a template, as keywords; `**` are the call's own."""
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.calls import spread_keywords

    variables = Given()
    for reference in references:
        if reference == "**":
            variables.keywords |= given.keywords
            variables.extra = given.extra
        elif (value := given.get(reference)) is not None:
            spread_keywords(frame, variables, value)
    if variables.extra is not None:  # of a mapping whose keys nobody knows: it may hold any name or not
        variables.extra = variables.extra.doubted()
    return variables


def _templates(frame: "Frame", rendering: Rendering, name: Value) -> list[FunctionInfo]:
    found: list[FunctionInfo] = []
    for unit in _units(frame, name):
        frame.analysis.load(unit)
        kind = "<template>" if _escapes(frame, rendering, unit) else "<unescaped>"
        things = unit.names.get(kind, NOTHING).things
        found += [one for one in things if isinstance(one, FunctionInfo)]
    return found


def _units(frame: "Frame", name: Value) -> list[Unit]:
    names = sorted(one for one in name.constants or () if isinstance(one, str))
    found = (frame.analysis.templates.find(one, frame.unit.path) for one in names)
    return [unit for unit in found if unit is not None]


def _escapes(frame: "Frame", rendering: Rendering, unit: Unit) -> bool:
    match rendering.escapes:
        case "always":
            return True
        case "never":
            return False
        case "by-ending":
            return unit.path.endswith(_ESCAPED)
    return frame.analysis.escapes(rendering.escapes, frame.root.function)


def _first(given: "Given", references: Iterable[ArgumentRef]) -> Value | None:
    return next((value for one in references if (value := given.get(one)) is not None), None)


def _joined(things: Iterable[object]) -> Value | None:
    result = NOTHING
    for one in things:
        result = join(result, thing(one))
    return None if result is NOTHING else result
