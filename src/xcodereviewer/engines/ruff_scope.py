"""One match for each name and scope: a name that is missing is one mistake, however often it is used."""

import re
from collections.abc import Iterable, Sequence

from xcodereviewer.domain.engine import Match, MatchStep
from xcodereviewer.domain.location import Span

__all__ = ["once_per_scope"]

_MOST_RELATED = 10
_DEFINITION = re.compile(r"(\s*)(?:async\s+)?(?:def|class)\s")


def once_per_scope(matches: Iterable[Match], lines: Sequence[str]) -> list[Match]:
    """Return the first match of each flagged text in each function or class, the next of them as related places."""
    scopes = _scopes(lines)
    groups: dict[tuple[str, int], list[Match]] = {}
    for match in matches:
        groups.setdefault((_text(match.span, lines), scopes[match.span.start_line - 1]), []).append(match)
    return [_with_others(first, others) for first, *others in groups.values()]


def _with_others(first: Match, others: Sequence[Match]) -> Match:
    if not others:
        return first
    steps = [MatchStep(span=other.span, message="Used here as well.") for other in others[:_MOST_RELATED]]
    if len(others) > _MOST_RELATED:
        rest = f"Used here as well, and {len(others) - _MOST_RELATED:,} times below."
        steps[-1] = MatchStep(span=others[_MOST_RELATED - 1].span, message=rest)
    return Match(rule=first.rule, span=first.span, message=first.message, fix=first.fix, related=tuple(steps))


def _text(span: Span, lines: Sequence[str]) -> str:
    return lines[span.start_line - 1][span.start_column - 1 : span.end_column - 1]


def _scopes(lines: Sequence[str]) -> list[int]:
    """Return for each line the line of the innermost definition around it, by indentation; -1 at the top."""
    scopes, open_ones = [], [(-1, -1)]  # indentation and line
    for number, line in enumerate(lines):
        body = line.lstrip()
        if body and body[0] not in "#)]}":
            indent = len(line) - len(body)
            while open_ones[-1][0] >= indent:
                open_ones.pop()
        scopes.append(open_ones[-1][1])
        if definition := _DEFINITION.match(line):
            open_ones.append((len(definition[1]), number))
    return scopes
