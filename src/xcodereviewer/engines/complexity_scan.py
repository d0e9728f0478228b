"""Texts held against limits, and against each other."""

import re
from collections.abc import Iterator, Sequence

from xcodereviewer.domain.engine import FileFacts, Match, Scan, SourceText
from xcodereviewer.engines.complexity_match import LimitRule, Metric, file_match, function_match
from xcodereviewer.engines.complexity_measure import measure_functions
from xcodereviewer.engines.complexity_tokens import CodeLine, code_lines
from xcodereviewer.engines.duplication import Clone, find_clones
from xcodereviewer.engines.duplication_facts import make_facts

__all__ = ["ComplexityScanner"]

_HEAD = 1500  # characters in which generated code says so
_GENERATED = re.compile(
    r"@generated\b|\b(?:auto-?)?generated (?:by|from|file|code)\b|\bdo not (?:edit|modify)\b", re.IGNORECASE
)
_LONGEST_LINE = 20_000  # characters; a text with a longer one was not written by hand


class ComplexityScanner:
    """Measures functions and files, and finds copies."""

    def __init__(self, rules: Sequence[LimitRule]) -> None:
        self._of_files = [rule for rule in rules if rule.metric is Metric.FILE_LINES]
        self._of_copies = [rule for rule in rules if rule.metric is Metric.DUPLICATION]
        self._of_functions = [rule for rule in rules if rule not in self._of_files and rule not in self._of_copies]

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield what is too large or too tangled in each file, and the facts by which copies are found."""
        for file in files:
            longest = max(map(len, file.text.split("\n")))
            if longest > _LONGEST_LINE:
                yield Scan(id=file.id, gap=f"not measured: a line is {longest:,} characters long", is_blind=True)
                continue
            if _GENERATED.search(file.text, 0, _HEAD):
                yield Scan(id=file.id)
                continue
            lines = code_lines(file.text, file.language)
            facts = make_facts(lines, file) if any(rule.applies_to(file) for rule in self._of_copies) else b""
            yield Scan(id=file.id, matches=tuple(self._matches(file, lines)), facts=facts)

    def relate(self, files: Sequence[FileFacts]) -> Iterator[tuple[int, Match]]:
        """Yield the copies."""
        known = [(file.id, file.facts) for file in files]
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
