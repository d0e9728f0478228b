"""Where the text goes that a handler of Spring returns: into the answer, or as the name of a page or of an address."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.evaluate import evaluate
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.reading import library_names
from xcodereviewer.engines.dataflow.values import Value

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["java_result"]

_WEB = "org.springframework.web.bind.annotation."
_BODY = frozenset((f"{_WEB}ResponseBody", f"{_WEB}RestController"))
_TEXTS = frozenset(("String", "CharSequence", "Object"))
_REDIRECT = "redirect:"


def java_result(frame: "Frame", function: FunctionInfo, value: Value) -> tuple[SinkKind, Value] | None:
    """Return which kind of sink the result of a handler arrives in, and what of it does."""
    returned = function.node.returns
    is_handler = any(name.startswith(_WEB) and name.endswith("Mapping") for name in function.decorators)
    if not is_handler or not isinstance(returned, ir.Name) or returned.name not in _TEXTS:
        return None
    marks = [*function.node.decorators, *(function.owner.node.decorators if function.owner is not None else ())]
    if _BODY & set(_names(frame, marks)):
        return (SinkKind.HTML, value) if all(_may_be_html(frame, mark) for mark in marks) else None
    if value.prefix.startswith(_REDIRECT):
        return SinkKind.REDIRECT, Value(None, value.taints, (), value.prefix.removeprefix(_REDIRECT))
    return (SinkKind.TEMPLATE, value) if not value.prefix.startswith("forward:") else None


def _names(frame: "Frame", marks: list[ir.Expression]) -> Iterator[str]:
    models = frame.analysis.models(frame.unit)
    for mark in marks:
        named = mark.callee if isinstance(mark, ir.Call) else mark
        for name in library_names(frame, evaluate(frame, named)):
            yield models.canonical(name)


def _may_be_html(frame: "Frame", mark: ir.Expression) -> bool:
    """Whether a mapping does not say that it produces something else."""
    for argument in mark.arguments if isinstance(mark, ir.Call) else ():
        if argument.keyword == "produces":
            known = evaluate(frame, argument.value)
            names = [str(one) for one in known.constants or ()] + library_names(frame, known)
            return not names or any("html" in name.lower() for name in names)
    return True
