"""The size and complexity of every function of a file, in one pass over the syntax that matters.

Cyclomatic complexity is one more than the number of decisions (T. J. McCabe, "A Complexity Measure", IEEE Transactions
on Software Engineering SE-2(4), 1976). Decisions are `if`, loops, cases other than the default, exception handlers,
conditional expressions, the conditions of comprehensions and cases, and each `and` and `or`.

Cognitive complexity is how hard the flow is to follow (G. A. Campbell, "Cognitive Complexity", SonarSource, 2018): one
for each break of the linear flow, one more for each level it is nested in; `else` and jumps to a label cost one, a run
of one boolean operator costs one, a `switch` costs one however many cases it has. Unlike there, a function in a
function is counted apart, recursion costs nothing, and a run that parentheses interrupt goes on.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ast_grep_py import SgNode

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.ast_grep import parse
from xcodereviewer.engines.complexity_grammar import SHAPES, Role, Shape
from xcodereviewer.engines.complexity_parameters import count_parameters

if TYPE_CHECKING:
    from ast_grep_py import Config

__all__ = ["FunctionMeasure", "measure_functions"]

_PATHS = frozenset({Role.IF, Role.ELIF, Role.LOOP, Role.CASE, Role.CATCH, Role.TERNARY, Role.GUARD, Role.BOOLEAN})
_BREAKS = frozenset({Role.IF, Role.LOOP, Role.SWITCH, Role.CATCH, Role.TERNARY})  # cost more the deeper they stand
_FLAT_BREAKS = frozenset({Role.ELIF, Role.ELSE, Role.JUMP})
_DEEPENS = _BREAKS | {Role.CLOSURE}
_NESTS = frozenset({Role.IF, Role.LOOP, Role.SWITCH, Role.TRY})
_DEFAULT_CASE = re.compile(r"\s*(?:default\b|else\b|case\s+_\s*:|_\s*=>|\*\s*\))")
_MODULE = 10  # functions that stand directly in one that is a module in function's clothing


@dataclass(slots=True, kw_only=True)
class FunctionMeasure:
    """A function and what it measures; functions in it are measured apart."""

    node: SgNode
    cyclomatic: int = 1
    cognitive: int = 0
    nesting: int = 0
    parameters: int = 0
    lines: int = 0  # that hold code
    inner_functions: int = 0
    lists_to_skip: int = 0  # lists of parameters that come before its own

    def value(self, metric: str) -> int:
        """Return what it measures by the metric of this name; what only wraps a module has no length."""
        if metric == "lines" and self.inner_functions >= _MODULE:
            return 0
        return cast("int", getattr(self, metric))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A piece of syntax that the pass is inside of."""

    end: int
    role: Role
    operator: str = ""
    function: FunctionMeasure | None
    depth: int = 0  # as cognitive complexity counts it
    nesting: int = 0


def measure_functions(file: SourceText, numbers: Sequence[int]) -> list[FunctionMeasure]:
    """Return the functions of the file in its order; `numbers` are its lines that hold code, ascending."""
    return list(_Sweep(file, numbers).run(parse(file)))


class _Sweep:
    """Goes through the syntax in the order of the text, with a stack of what is open: no recursion, however deep."""

    def __init__(self, file: SourceText, numbers: Sequence[int]) -> None:
        self._text = file.text
        self._language: Language = file.language
        self._shape: Shape = SHAPES[file.language]
        self._numbers = numbers
        self._stack: list[_Open] = []

    def run(self, root: SgNode) -> Iterator[FunctionMeasure]:
        roles = self._shape.roles
        for node in root.find_all(cast("Config", {"rule": self._shape.rule})):
            place = node.range()
            start, end = place.start.index, place.end.index
            while self._stack and self._stack[-1].end <= start:
                self._stack.pop()
            role = roles[node.kind()]
            if role is Role.FUNCTION:
                yield self._enter_function(node, (place.start.line + 1, place.end.line + 1), end)
            elif self._stack and (function := self._stack[-1].function) is not None:
                self._count(node, role, function, (start, end))

    def _enter_function(self, node: SgNode, lines: tuple[int, int], end: int) -> FunctionMeasure:
        total = bisect_right(self._numbers, lines[1]) - bisect_left(self._numbers, lines[0])
        if self._stack and (outer := self._stack[-1].function) is not None:
            outer.lines -= max(total - 1, 0)  # the first line is one of both
            outer.inner_functions += 1
        skip = 1 if node.kind() == self._shape.receiver_kind else 0
        function = FunctionMeasure(node=node, lines=total, lists_to_skip=skip)
        self._stack.append(_Open(end=end, role=Role.FUNCTION, function=function))
        return function

    def _count(self, node: SgNode, role: Role, function: FunctionMeasure, place: tuple[int, int]) -> None:
        outer = self._stack[-1]
        start, end = place
        if role is Role.PARAMETERS:
            if outer.role is Role.FUNCTION:
                self._count_parameters(function, start, end)
            return
        if role in _PATHS and not (role is Role.CASE and _DEFAULT_CASE.match(self._text, start, end)):
            function.cyclomatic += 1
        operator = _operator(node) if role is Role.BOOLEAN else ""
        continues = role is Role.IF and self._is_else_if(start)
        if role in _FLAT_BREAKS or (operator and operator != outer.operator):
            function.cognitive += 1
        elif role in _BREAKS and not continues:
            function.cognitive += 1 + outer.depth
        depth = outer.depth + (role in _DEEPENS and not continues)
        nesting = outer.nesting + (role in _NESTS and not continues)
        function.nesting = max(function.nesting, nesting)
        self._stack.append(
            _Open(end=end, role=role, operator=operator, function=function, depth=depth, nesting=nesting)
        )

    def _count_parameters(self, function: FunctionMeasure, start: int, end: int) -> None:
        if function.lists_to_skip == 0:
            function.parameters = count_parameters(self._text[start:end], self._language)
        function.lists_to_skip -= 1

    def _is_else_if(self, start: int) -> bool:
        return self._shape.joins_else_if and self._text[max(start - 40, 0) : start].rstrip().endswith("else")


def _operator(node: SgNode) -> str:
    operator = node.field("operator")
    return operator.text() if operator is not None else node.kind()
