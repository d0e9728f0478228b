"""Holding a rule against its own examples and against marked code.

A mark is a comment on the flagged line, or alone on the line above it: `finds: rule-id` where the rule must speak,
`ok: rule-id` where it must not, `missing: rule-id` and `spurious: rule-id` where it is known to be wrong. In a file
that marks a rule at all, the rule may speak nowhere else. A known fault that has been mended is a problem too, and a
comment that begins as a mark and is none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xcodereviewer.domain.engine import FileFacts, Match, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.registry import load_engine
from xcodereviewer.pipeline.rule_check import line_in

__all__ = ["Mark", "MarkKind", "Problem", "check_counts", "check_examples", "check_marks", "find_marks", "placed_marks"]

_LEAST = 2  # marks of a rule, of each kind that tells whether it works
_MARK = re.compile(r"\b(finds|ok|missing|spurious): ([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:, *[a-z0-9-]+(?:\.[a-z0-9-]+)+)*)")
_COMMENT = re.compile(r"\s*(?:#|//|--|/\*|<!--|;|%)\s*")
_MEANT = re.compile(r"(?:#|//|/\*|<!--|(?<!-)--)\s*(finds?|ok|missing|spurious)(?:\s*:|\s+[\w-]+\.[\w-]+\.)")


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
    """Where a rule does other than what is expected of it; `rule` is empty where no rule is meant."""

    rule: str
    place: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.rule}{': ' if self.rule else ''}{self.reason}"


def find_marks(text: str) -> list[Mark]:
    """Return the marks of a text in its order."""
    return [
        Mark(kind=MarkKind(mark[1]), rule=rule.strip(), line=line)
        for mark, line in placed_marks(text, _MARK)
        for rule in mark[2].split(",")
    ]


def placed_marks(text: str, form: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Yield each mark of a form with the line it speaks of: its own, or the next when a comment begins with it."""
    waiting: list[re.Match[str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = list(form.finditer(line))
        comment = _COMMENT.match(line)
        if comment is not None and form.match(line, comment.end()):
            waiting += found
            continue
        yield from ((mark, number) for mark in (*waiting, *found))
        waiting = []


def check_marks(
    place: str, text: str, *, language: Language, rules: Mapping[str, Rule], known: Container[str] = ()
) -> list[Problem]:
    """Hold the rules that `text` marks against its marks; `place` names it in problems.

    Marks of a rule that is only `known` are passed over.
    """
    expected: dict[str, dict[int, MarkKind]] = defaultdict(dict)
    for mark in find_marks(text):
        expected[mark.rule][mark.line] = mark.kind
    problems = [Problem(rule="", place=place, line=line, reason=reason) for line, reason in _no_marks(text)]
    for rule_id, marks in expected.items():
        if rule_id not in rules:
            if rule_id not in known:
                problems.append(Problem(rule=rule_id, place=place, line=min(marks), reason="there is no such rule"))
            continue
        found = set(_lines(rules[rule_id], text, language))
        problems += [
            Problem(rule=rule_id, place=place, line=line, reason=reason) for line, reason in _differences(marks, found)
        ]
    return sorted(problems, key=lambda problem: problem.line)


def check_examples(rule: Rule, *, file: str = "examples") -> list[Problem]:
    """Hold a rule that its engine can run against its own examples: every bad one is found, no good one is.

    `file` is where the rule stands, and names it in problems.
    """
    problems = []
    for number, example in enumerate(rule.examples, start=1):
        language = example.language or rule.languages[0]
        reasons = [] if _lines(rule, example.bad, language) else [("bad", f"bad example {number} is not found")]
        lines = ", ".join(map(str, sorted(set(_lines(rule, example.good, language)))))
        if lines:
            reasons.append(("good", f"good example {number} is found, on its line {lines}"))
        for key, reason in reasons:
            line = line_in(file, ("examples", number - 1, key)) or 1
            problems.append(Problem(rule=rule.id, place=file, line=line, reason=reason))
    if not rule.examples:
        line = line_in(file, ("examples",)) or 1
        problems.append(Problem(rule=rule.id, place=file, line=line, reason="it has no examples; write one"))
    return problems


def check_counts(rules: Iterable[Rule], marks: Iterable[Mark], *, files: Mapping[str, str]) -> list[Problem]:
    """Return a problem for each rule that too few marks speak of; `files` says where rules stand."""
    counts = Counter((mark.rule, mark.kind) for mark in marks)
    problems = []
    for rule in rules:
        finds, oks = counts[rule.id, MarkKind.FINDS], counts[rule.id, MarkKind.OK]
        if min(finds, oks) < _LEAST:
            reason = f"marked `finds` {_times(finds)} and `ok` {_times(oks)}; mark each at least twice"
            problems.append(Problem(rule=rule.id, place=files[rule.id], line=1, reason=reason))
    return problems


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else "never"


def _no_marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of comments that begin as a mark and name no rule by its full id."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in _MEANT.finditer(line):
            if not _MARK.match(line, found.start(1)):
                yield (
                    number,
                    f"`{line[found.start(1) :].strip()}` is no mark; write `{found[1]}: ` and the full id of a rule",
                )


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
    facts = [FileFacts(id=scan.id, path=f"marked.{language}", facts=scan.facts) for scan in scans if scan.facts]
    if facts and (relate := getattr(scanner, "relate", None)):
        matches += [found for _, found in relate(facts) if isinstance(found, Match)]
    return [match.span.start_line for match in matches]
