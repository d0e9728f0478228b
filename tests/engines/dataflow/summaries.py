"""What the analysis knows of each function, and who calls whom, in words that a test can compare whole."""

from collections.abc import Iterator
from textwrap import dedent

import pytest

from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.engines.dataflow import calls
from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.binding import Given, bind
from xcodereviewer.engines.dataflow.frame import Frame
from xcodereviewer.engines.dataflow.ir import unpack
from xcodereviewer.engines.dataflow.languages.python import lower_python
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND
from xcodereviewer.engines.dataflow.program import FunctionInfo, Unit
from xcodereviewer.engines.dataflow.root import Summary
from xcodereviewer.engines.dataflow.state import ANY_KEY
from xcodereviewer.engines.dataflow.values import Label, Library, ParameterLabel, Value
from xcodereviewer.library_models.loader import load_models
from xcodereviewer.library_models.members import NORMALISED, TEXT

__all__ = ["calls_of", "summaries_of"]

_OTHERS = {"mappings": TEXT, "paths that are normalised": NORMALISED}
_MODELS = {"python": load_models("python")}


def calls_of(text: str, watch: pytest.MonkeyPatch) -> list[str]:
    """Return the edges of the call graph, as they were followed: `caller > callee`."""
    if not calls.__file__.endswith(".py"):
        pytest.skip("compiled functions do not ask a module what it was given instead of one")
    edges: set[str] = set()

    def watched(frame: Frame, function: FunctionInfo, given: Given, at: int) -> dict[str, Value]:
        caller = frame.function.node.name if frame.function is not None else "<module>"
        edges.add(f"{caller} > {_name(function)}")
        return bind(frame, function, given, at)

    watch.setattr(calls, "bind", watched)
    _analysed(text)
    return sorted(edges)


def _name(function: FunctionInfo) -> str:
    return f"{function.owner.node.name}.{function.node.name}" if function.owner is not None else function.node.name


def summaries_of(text: str) -> dict[str, list[str]]:
    """Return what is known of each function whoever calls it, by its name."""
    analysis = _analysed(text)
    return {
        function.node.name: sorted(_told(function, summary))
        for function in analysis.functions.values()
        if (summary := analysis.summary(function)) is not None
    }


def _analysed(text: str) -> Analysis:
    analysis = Analysis([Unit(0, "program.py", lower_python(dedent(text)))], _MODELS)
    analysis.run()
    return analysis


def _told(function: FunctionInfo, summary: Summary) -> Iterator[str]:
    if not summary.returns:
        yield "never returns"
    yield from (f"gives {words}" for words in _possible(function, summary.result))
    names = [parameter.name for parameter in function.node.parameters]
    yield from (f"gives {names[position]}{''.join(path)} itself" for position, path in summary.echoes)
    for hit in summary.hits:
        yield f"{_label(function, hit.label)} reaches {hit.kind} at line {unpack(hit.at).start_line}"
    for name, cleared in zip(names, summary.ensures, strict=False):
        if cleared:
            yield f"ensures {name} is safe for {_kinds(cleared)}"
    for label, key, value in summary.writes:
        place = f"{_label(function, label)}{'[any]' if key == ANY_KEY else f'[{key!r}]'}"
        yield from (f"writes {words} to {place}" for words in _possible(function, value))
    if summary.makes_object:
        yield "makes an object"


def _possible(function: FunctionInfo, value: Value) -> Iterator[str]:
    for label, taint in value.taints.items():
        safe = f", safe for {_kinds(taint.cleared)}" if taint.cleared else ""
        yield f"{_label(function, label)}{safe}{'' if taint.certain else ', doubted'}"
    yield from (repr(one) for one in value.constants or ())
    yield from (one.name for one in value.things if isinstance(one, Library))


def _label(function: FunctionInfo, label: Label) -> str:
    if isinstance(label, ParameterLabel):
        return function.node.parameters[label.position].name + "".join(label.path)
    return f"{label.kind} of line {unpack(label.at).start_line}"


def _kinds(cleared: int) -> str:
    if cleared & EVERY_KIND == EVERY_KIND:
        return "all that characters decide"
    kinds = [str(kind) for kind in SinkKind if cleared & kind.bit]
    return ", ".join([*kinds, *(name for name, bit in _OTHERS.items() if cleared & bit)])
