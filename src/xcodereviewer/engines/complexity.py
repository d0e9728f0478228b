"""Limits: functions and files that are too large or too tangled to change safely, and code that stands twice.

The `match` of a rule names a metric and the highest value that is no finding:
`{metric: cognitive, limit: 25, limits: {go: 30}, medium-at: 3}`; with `medium-at`, a value of that many times the limit
is a finding of medium severity. `{metric: duplication, limit: 60, lines: 10}` is about copies of more tokens and lines.
Text that says it is generated has no limits: nobody reads or changes it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from xcodereviewer.domain.engine import Engine, Match, Scan, Scanner, SourceText
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.complexity_grammar import SHAPES
from xcodereviewer.engines.complexity_match import LimitRule, Metric, file_match, function_match, parse_limit
from xcodereviewer.engines.complexity_measure import measure_functions
from xcodereviewer.engines.complexity_tokens import CodeLine, code_lines
from xcodereviewer.engines.duplication import Clone, find_clones
from xcodereviewer.engines.duplication_facts import make_facts
from xcodereviewer.engines.versions import installed_version

__all__ = ["ComplexityEngine", "engine"]

_HEAD = 1500  # characters in which generated code says so
_GENERATED = re.compile(
    r"@generated\b|\b(?:auto-?)?generated (?:by|from|file|code)\b|\bdo not (?:edit|modify)\b", re.IGNORECASE
)
_LONGEST_LINE = 20_000  # characters; a text with a longer one was not written by hand


class ComplexityEngine:
    """Measures functions and files, and finds copies."""

    name = "complexity"
    version = f"1+{installed_version('ast-grep-py', 'ast_grep_py')}"
    languages = frozenset(SHAPES)

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Parse the limits."""
        return _ComplexityScanner([parse_limit(rule) for rule in rules])


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return ComplexityEngine()


class _ComplexityScanner:
    def __init__(self, rules: Sequence[LimitRule]) -> None:
        self._of_files = [rule for rule in rules if rule.metric is Metric.FILE_LINES]
        self._of_copies = [rule for rule in rules if rule.metric is Metric.DUPLICATION]
        self._of_functions = [rule for rule in rules if rule not in self._of_files and rule not in self._of_copies]

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        for file in files:
            longest = max(map(len, file.text.split("\n")))
            if longest > _LONGEST_LINE:
                yield Scan(id=file.id, gap=f"not measured: a line is {longest:,} characters long")
                continue
            if _GENERATED.search(file.text, 0, _HEAD):
                yield Scan(id=file.id)
                continue
            lines = code_lines(file.text, file.language)
            facts = make_facts(lines, file) if any(rule.applies_to(file) for rule in self._of_copies) else b""
            yield Scan(id=file.id, matches=tuple(self._matches(file, lines)), facts=facts)

    def relate(self, facts: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Match]]:
        known = list(facts)
        for rule in self._of_copies:
            for clone in find_clones(known, tokens=rule.limit(rule.rule.languages[0]), lines=rule.lines):
                yield clone.places[0].id, _copy_match(rule, clone)

    def _matches(self, file: SourceText, lines: Sequence[CodeLine]) -> Iterator[Match]:
        for rule in self._of_files:
            if rule.applies_to(file) and (match := file_match(rule, len(lines), file)):
                yield match
        rules = [rule for rule in self._of_functions if rule.applies_to(file)]
        if not rules:
            return
        for function in measure_functions(file, [line.number for line in lines]):
            for rule in rules:
                if match := function_match(rule, function, file):
                    yield match


def _copy_match(rule: LimitRule, clone: Clone) -> Match:
    first, *others = clone.places
    places = "in one other place" if clone.count == 2 else f"in {clone.count - 1} other places"
    return Match(
        rule=rule.rule.id,
        span=first.head,
        message=f"The {clone.lines} lines of code from here to line {first.span.end_line} also stand {places}.",
        severity=rule.severity(clone.tokens, rule.limit(rule.rule.languages[0])),
        related=tuple(other.step(first) for other in others),
    )
