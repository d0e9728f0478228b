"""Suppression comments, ours and those of other tools: what they say, and which lines they say it of.

Ours, in the comment syntax of every language:

    xcr: ignore[rule-id, other-id] reason -- until 2027-01-31
    xcr: ignore-file[rule-id] reason          within the first 30 lines, for the whole file

A rule is named in full (`python.security.weak-hash`) or by its bare name (`weak-hash`). `xcr: ignore` without a rule
speaks of all. Others are read as their tools read them: `nosec B602, B607`, `nosemgrep: rule-id` (or `nosem`, in any
case), `noqa: S602` (in any case), `ruff: noqa: S602` for the whole file, `NOSONAR`, `NOSONAR(rule)`;
`pragma: allowlist secret` (`pragma: allowlist nextline secret`), of detect-secrets, silences detectors of secrets only.

A marker behind code speaks of its line. Ours and `nosemgrep`, when the comment stands alone, speak of the code that
follows: comments and the lines of annotations (`@app.get("/")`, `#[test]`) between are stepped over, the annotations
being spoken of too; a blank line ends their reach, so that a marker whose code has gone falls on no stranger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xcodereviewer.domain.language import Language
from xcodereviewer.triage.lexer import Comment, find_comments
from xcodereviewer.triage.marker_words import Words, read_markers
from xcodereviewer.triage.reach import Reach, find_reaches

__all__ = ["FOREIGN_MARKERS", "Marker", "find_markers"]

FOREIGN_MARKERS: frozenset[str] = frozenset({"nosec", "nosemgrep", "noqa", "NOSONAR", "allowlist"})
"""Other tools' suppression comments that are honoured."""

_SPEAKS_AHEAD = frozenset({"xcr", "nosemgrep"})
_LAST_LINE_FOR_FILE = 30
_WORDS = ("xcr:", "nosec", "nosonar", "nosem", "noqa", "list secret", "list-secret", "list nextline", "list-nextline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A suppression comment.

    It speaks of the lines `first` to `last`, which are 0 when it speaks of none, or of the whole file. Without `rules`
    it speaks of every rule. One with a `problem` suppresses nothing: the problem is to be reported.
    """

    kind: str  # "xcr", or one of FOREIGN_MARKERS
    line: int  # where it is written
    first: int = 0
    last: int = 0
    whole_file: bool = False
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None  # the last day on which it counts
    problem: str = ""


def find_markers(text: str, language: Language) -> tuple[Marker, ...]:
    """Return the suppression comments of a file, in order; nearly free where there is none."""
    if not _may_hold_markers(text):
        return ()
    comments = list(find_comments(text, language))
    if not any(_may_hold_markers(comment.text) for comment in comments):
        return ()
    return tuple(_markers(text, comments, language))


def _may_hold_markers(text: str) -> bool:
    lowered = text.lower()  # with five plain searches a third of the time of one expression that knows no case
    return any(word in lowered for word in _WORDS)


def _markers(text: str, comments: Sequence[Comment], language: Language) -> Iterator[Marker]:
    reaches = find_reaches(text, comments, language)
    for comment, reach in zip(comments, reaches, strict=True):
        if not _may_hold_markers(comment.text):
            continue
        for number, line in enumerate(comment.text.split("\n"), start=comment.line):
            for words in read_markers(line):
                yield _marker(words, line=number, reach=reach)


def _marker(words: Words, *, line: int, reach: Reach) -> Marker:
    first, last = (
        (reach.first, reach.last) if words.kind in _SPEAKS_AHEAD or words.speaks_ahead else (reach.own, reach.own)
    )
    problem = words.problem
    if words.whole_file:
        first = last = 0
        if words.kind == "xcr" and line > _LAST_LINE_FOR_FILE:
            problem = problem or f"what speaks of a whole file stands in its first {_LAST_LINE_FOR_FILE} lines"
    elif first == 0:
        problem = problem or "no code follows it"
    return Marker(
        kind=words.kind,
        line=line,
        first=first,
        last=last,
        whole_file=words.whole_file,
        rules=words.rules,
        reason=words.reason,
        until=words.until,
        problem=problem,
    )
