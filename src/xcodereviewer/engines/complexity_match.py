"""What the `match` of a complexity rule says, and how a measure beyond its limit becomes a match."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

import msgspec
from ast_grep_py import SgNode

from xcodereviewer.core.forms import Misfit, fit_json
from xcodereviewer.domain.engine import Match, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.complexity_measure import FunctionMeasure

__all__ = ["LimitRule", "Metric", "file_match", "function_match", "parse_limit"]


class Metric(StrEnum):
    """What a complexity rule can limit."""

    CYCLOMATIC = "cyclomatic"
    COGNITIVE = "cognitive"
    NESTING = "nesting"
    PARAMETERS = "parameters"
    LINES = "lines"  # of a function that hold code, those of functions in it not counted
    FILE_LINES = "file-lines"  # of a file that hold code
    DUPLICATION = "duplication"  # tokens that stand elsewhere too


_SENTENCES: Mapping[Metric, str] = MappingProxyType(
    {
        Metric.CYCLOMATIC: "{name} has a cyclomatic complexity of {value}; above {limit}, few test every path.",
        Metric.COGNITIVE: "{name} has a cognitive complexity of {value}; above {limit}, a function is hard to follow.",
        Metric.NESTING: "{name} nests statements {value} levels deep; above {limit}, hardly anyone keeps track.",
        Metric.PARAMETERS: "{name} takes {value} parameters by position; above {limit}, calls mix them up.",
        Metric.LINES: "{name} has {value} lines of code; above {limit}, a function does more than one thing.",
        Metric.FILE_LINES: "The file has {value} lines of code; above {limit}, it holds more than one subject.",
    }
)
# `name = (`, `name: Type = (`, `name: function (`, each perhaps through a wrapper: `name = memo(() => ...`
_ASSIGNED = re.compile(
    r"(?:([\w$#]+)(?:\s*:[^=;(){}\n]{1,80})?\s*=|([\w$#]+)\s*:)\s*(?:[\w$.]{1,60}\(\s*)?(?:async\s*)?\Z"
)
_BEFORE = 200  # characters before a function in which its name may stand
_LONGEST_NAME = 80
_LONGEST_DECLARATOR = 12  # levels of a C declarator: pointers to functions that return arrays ...


class _LimitMatch(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    metric: Metric
    limit: Annotated[int, msgspec.Meta(ge=1)]
    limits: dict[Language, Annotated[int, msgspec.Meta(ge=1)]] = {}  # where a language has another
    medium_at: Annotated[float, msgspec.Meta(ge=1)] | None = None  # times the limit: from there, the severity is medium
    lines: Annotated[int, msgspec.Meta(ge=1)] = 1  # that a copy has at least, besides its tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule:
    """A rule with its parsed `match`."""

    rule: Rule
    form: _LimitMatch

    @property
    def metric(self) -> Metric:
        """What the rule limits."""
        return self.form.metric

    @property
    def lines(self) -> int:
        """How many lines a copy has at least."""
        return self.form.lines

    def limit(self, language: Language) -> int:
        """Return the highest value that is no finding."""
        return self.form.limits.get(language, self.form.limit)

    def severity(self, value: int, limit: int) -> Severity | None:
        """Return medium for a value far beyond the limit, else None: as the rule says."""
        factor = self.form.medium_at
        return Severity.MEDIUM if factor is not None and value >= factor * limit else None

    def applies_to(self, file: SourceText) -> bool:
        """Whether the rule looks at this file."""
        return file.language in self.rule.languages and not (self.rule.skip_tests and "test" in file.tags)


def parse_limit(rule: Rule) -> LimitRule:
    """Parse the rule's `match`.

    Raises:
        Misfit: it is not one that a complexity rule can have.
    """
    try:
        return LimitRule(rule=rule, form=fit_json(rule.match, _LimitMatch, within=("match",)))
    except Misfit as error:
        raise error.of(rule.id) from error


def function_match(limited: LimitRule, function: FunctionMeasure, file: SourceText) -> Match | None:
    """Return a match at the function's name when the function is beyond the limit."""
    limit = limited.limit(file.language)
    value = function.value(limited.metric.value)
    if value <= limit:
        return None
    name, span = _name_of(function.node, file.text)
    return Match(
        rule=limited.rule.id,
        span=span,
        message=_SENTENCES[limited.metric].format(name=name, value=f"{value:,}", limit=f"{limit:,}"),
        severity=limited.severity(value, limit),
    )


def file_match(limited: LimitRule, value: int, file: SourceText) -> Match | None:
    """Return a match at the first line when the file's `value` is beyond the limit."""
    limit = limited.limit(file.language)
    if value <= limit:
        return None
    first_line = file.text.partition("\n")[0].rstrip()
    return Match(
        rule=limited.rule.id,
        span=Span(start_line=1, start_column=1, end_line=1, end_column=len(first_line) + 1),
        message=_SENTENCES[limited.metric].format(value=f"{value:,}", limit=f"{limit:,}"),
        severity=limited.severity(value, limit),
    )


def _name_of(function: SgNode, text: str) -> tuple[str, Span]:
    """Return how the function is called in a sentence, and the span of its name or else of its first line."""
    place = function.range()
    line, column, start = place.start.line + 1, place.start.column + 1, place.start.index
    named = _name_node(function)
    if named is not None:
        name = named.range()
        if name.start.line == name.end.line:
            span = Span(
                start_line=name.start.line + 1,
                start_column=name.start.column + 1,
                end_line=name.end.line + 1,
                end_column=name.end.column + 1,
            )
            return f"`{named.text()[:_LONGEST_NAME]}`", span
    length = len(text[start : place.end.index].partition("\n")[0].rstrip())
    whole = Span(start_line=line, start_column=column, end_line=line, end_column=column + length)
    assigned = _ASSIGNED.search(text[max(start - _BEFORE, 0) : start])
    return (f"`{(assigned[1] or assigned[2])[:_LONGEST_NAME]}`" if assigned else "This function"), whole


def _name_node(function: SgNode) -> SgNode | None:
    named = function.field("name")
    if named is not None:
        return named
    declarator = function.field("declarator")
    for _ in range(_LONGEST_DECLARATOR):
        inner = _inner_declarator(declarator) if declarator is not None else None
        if inner is None:
            return declarator
        declarator = inner
    return declarator


def _inner_declarator(declarator: SgNode) -> SgNode | None:
    inner = declarator.field("declarator")
    if inner is None and declarator.kind() in ("parenthesized_declarator", "reference_declarator"):
        return next(iter(declarator.named_children()), None)
    return inner
