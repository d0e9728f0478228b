"""Which words a text must hold before an ast-grep rule can match in it.

Matching a rule costs a walk of the whole syntax tree, looking for a word a scan of the text at memory speed; most
rules name a function or a module that most files never mention.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

__all__ = ["Clause", "clauses_of", "holds"]

Clause: TypeAlias = frozenset[str]  # at least one of these stands in the text

_WORD = re.compile(r"(?<![$\w])[A-Za-z_]\w+")
_PLAIN_ALTERNATIVES = re.compile(r"\^?\(?(?:\?:)?((?:[\w-]|\\\.)+(?:\|(?:[\w-]|\\\.)+)*)\)?\$?")
_DEEPEST = 50
_RELATIONS = ("has", "inside", "follows", "precedes")


def clauses_of(
    rule: object, utils: Mapping[str, object], constraints: Mapping[str, object] | None = None
) -> frozenset[Clause]:
    """Return clauses that every text in which `rule` matches satisfies; none where that cannot be told."""
    reader = _ClauseReader(utils)
    found = set(reader.clauses(rule))
    pattern = rule.get("pattern") if isinstance(rule, dict) else None
    for name, constraint in (constraints or {}).items():
        if isinstance(pattern, str) and f"${name}" in pattern and f"$$${name}" not in pattern:
            found.update(reader.clauses(constraint))
    return frozenset(found)


def holds(text: str, clauses: Iterable[Clause], known: dict[str, bool]) -> bool:
    """Whether `text` satisfies every clause; `known` remembers the words of this text that were looked for."""
    return all(any(_stands(word, text, known) for word in clause) for clause in clauses)


def _stands(word: str, text: str, known: dict[str, bool]) -> bool:
    answer = known.get(word)
    if answer is None:
        answer = known[word] = word in text
    return answer


class _ClauseReader:
    """Reads rules that name each other: each named rule is read once, and while it is read it demands nothing."""

    def __init__(self, utils: Mapping[str, object]) -> None:
        self._utils = utils
        self._known: dict[str, set[Clause]] = {}

    def clauses(self, rule: object, *, depth: int = 0) -> set[Clause]:
        """Return the clauses of a rule object."""
        if not isinstance(rule, dict) or depth > _DEEPEST:
            return set()
        found: set[Clause] = set()
        pattern = rule.get("pattern")
        if isinstance(pattern, dict):
            pattern = pattern.get("context")
        if isinstance(pattern, str):
            found.update(frozenset([word]) for word in _WORD.findall(pattern))
        if isinstance(rule.get("regex"), str):
            found.update(_words_of_regex(rule["regex"]))
        if isinstance(rule.get("matches"), str):
            found.update(self._named(rule["matches"], depth))
        for relation in _RELATIONS:
            found.update(self.clauses(rule.get(relation), depth=depth + 1))
        for part in rule.get("all") or ():
            found.update(self.clauses(part, depth=depth + 1))
        found.update(_any_clause([self.clauses(part, depth=depth + 1) for part in rule.get("any") or ()]))
        return found

    def _named(self, name: str, depth: int) -> set[Clause]:
        if name not in self._known:
            self._known[name] = set()
            self._known[name] = self.clauses(self._utils.get(name), depth=depth + 1)
        return self._known[name]


def _any_clause(branches: list[set[Clause]]) -> set[Clause]:
    """One clause that holds whenever one of the branches does: of each branch, the clause that is rarest by length."""
    if not branches or not all(branches):
        return set()
    rarest = [max(branch, key=lambda clause: (min(map(len, clause)), sorted(clause))) for branch in branches]
    return {frozenset().union(*rarest)}


def _words_of_regex(regex: str) -> set[Clause]:
    plain = _PLAIN_ALTERNATIVES.fullmatch(regex)
    return {frozenset(word.replace("\\.", ".") for word in plain[1].split("|"))} if plain else set()
