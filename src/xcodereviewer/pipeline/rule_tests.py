"""Holding a rule against its own examples and against marked code.

A mark is a comment on the flagged line, or alone on the line above it: `finds: rule-id` where the rule must speak,
`ok: rule-id` where it must not, `missing: rule-id` and `spurious: rule-id` where it is known to be wrong. In a file
that marks a rule at all, the rule may speak nowhere else. A known fault that has been mended is a problem too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.registry import load_engine

__all__ = ["Mark", "MarkKind", "Problem", "check_examples", "check_marks", "check_rule", "find_marks"]

_MARK = re.compile(r"\b(finds|ok|missing|spurious): ([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:, *[a-z0-9-]+(?:\.[a-z0-9-]+)+)*)")
_ALONE = re.compile(r"\s*(?:#|//|--|/\*|<!--|;|%)\s*(?:finds|ok|missing|spurious): ")


class MarkKind(StrEnum):
    """What a mark expects of the rule."""

    FINDS = "finds"
    OK = "ok"
    MISSING = "missing"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One expectation; `line` is the line that the finding starts on."""

    kind: MarkKind
    rule: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Where a rule does other than what is expected of it."""

    rule: str
    place: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.rule}: {self.reason}"


def find_marks(text: str) -> list[Mark]:
    """Return the marks of a text in its order."""
    marks = []
    waiting: list[tuple[MarkKind, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = [(MarkKind(m[1]), rule.strip()) for m in _MARK.finditer(line) for rule in m[2].split(",")]
        if found and _ALONE.match(line):
            waiting += found
            continue
        marks += [Mark(kind=kind, rule=rule, line=number) for kind, rule in (*waiting, *found)]
        waiting = []
    return marks


def check_marks(place: str, text: str, *, language: Language, rules: Mapping[str, Rule]) -> list[Problem]:
    """Hold the rules that `text` marks against its marks; `place` names it in problems."""
    expected: dict[str, dict[int, MarkKind]] = defaultdict(dict)
    for mark in find_marks(text):
        expected[mark.rule][mark.line] = mark.kind
    problems = []
    for rule_id, marks in expected.items():
        if rule_id not in rules:
            problems.append(Problem(rule=rule_id, place=place, line=min(marks), reason="there is no such rule"))
            continue
        found = set(_lines(rules[rule_id], text, language))
        problems += [
            Problem(rule=rule_id, place=place, line=line, reason=reason) for line, reason in _differences(marks, found)
        ]
    return problems


def check_rule(rule: Rule) -> None:
    """Make sure that the rule's engine can run it, in each of its languages.

    Raises:
        ValueError: it cannot; the message names rule and reason.
        UnknownEngine: the engine is not installed.
    """
    engine = load_engine(rule.engine)
    scanner = engine.prepare([rule])
    for language in rule.languages:
        if language in engine.languages:
            for _ in scanner.scan([SourceText(id=0, language=language, text="")]):
                pass


def check_examples(rule: Rule) -> list[Problem]:
    """Hold the rule against its own examples: every bad one is found, no good one is."""
    try:
        check_rule(rule)
    except ValueError as error:
        return [Problem(rule=rule.id, place="match", line=1, reason=str(error))]
    problems = []
    for number, example in enumerate(rule.examples, start=1):
        language = example.language or rule.languages[0]
        if not _lines(rule, example.bad, language):
            problems.append(Problem(rule=rule.id, place=f"bad example {number}", line=1, reason="is not found"))
        problems += [
            Problem(rule=rule.id, place=f"good example {number}", line=line, reason="is found")
            for line in _lines(rule, example.good, language)
        ]
    if not rule.examples:
        problems.append(Problem(rule=rule.id, place="examples", line=1, reason="there are none"))
    return problems


def _differences(marks: Mapping[int, MarkKind], found: set[int]) -> Iterator[tuple[int, str]]:
    for line, kind in sorted(marks.items()):
        match kind:
            case MarkKind.FINDS if line not in found:
                yield line, "should be found here and is not"
            case MarkKind.OK if line in found:
                yield line, "should be silent here and is not"
            case MarkKind.MISSING if line in found:
                yield line, "is found now: mark it `finds`"
            case MarkKind.SPURIOUS if line not in found:
                yield line, "is silent now: mark it `ok`"
            case _:
                pass
    for line in sorted(found - marks.keys()):
        yield line, "is found here without a mark"


def _lines(rule: Rule, text: str, language: Language) -> list[int]:
    scanner = load_engine(rule.engine).prepare([rule])
    scans = list(scanner.scan([SourceText(id=0, language=language, text=text)]))
    matches = [match for scan in scans for match in scan.matches]
    if relate := getattr(scanner, "relate", None):
        matches += [match for _, match in relate([(scan.id, scan.facts) for scan in scans if scan.facts])]
    return [match.span.start_line for match in matches]
