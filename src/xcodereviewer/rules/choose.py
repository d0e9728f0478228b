"""Which rules of a pack a review uses, and how severe they are to be taken."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from types import MappingProxyType

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.levels import Category, Severity, Status
from xcodereviewer.domain.rule import Rule

__all__ = ["RULE_SETS", "AmbiguousRule", "UnknownRule", "choose_rules", "find_rule"]

RULE_SETS: Mapping[str, frozenset[Category]] = MappingProxyType(
    {
        "all": frozenset(Category),
        "security": frozenset({Category.SECURITY}),
        "quality": frozenset({Category.BUG, Category.MAINTAINABILITY, Category.STYLE}),
        "performance": frozenset({Category.PERFORMANCE}),
    }
)

_MOST_NAMED = 6  # rules in one sentence


class AmbiguousRule(InputError):
    """A name that several rules have."""

    def __init__(self, name: str, ids: Iterable[str]) -> None:
        first, *rest = sorted(ids)
        listed = ", ".join([first, *rest[: _MOST_NAMED - 1]])
        more = f" and {len(rest) - _MOST_NAMED + 1} more" if len(rest) >= _MOST_NAMED else ""
        super().__init__(f"Several rules are called `{name}`: {listed}{more}. Name one in full.")


class UnknownRule(InputError):
    """A rule id, or a glob of them, that names no rule."""

    def __init__(self, name: str, known: Iterable[str], *, origin: str = "") -> None:
        self.name, self.known = name, tuple(known)
        ids = self.known
        near = difflib.get_close_matches(name, [*ids, *(rule_id.rpartition(".")[2] for rule_id in ids)], n=1)
        hint = f"Did you mean `{near[0]}`?" if near else "`xcr rules list` shows them all."
        super().__init__(f"{origin}{': ' if origin else ''}There is no rule `{name}`. {hint}")


def choose_rules(
    rules: Sequence[Rule],
    *,
    rule_set: str,
    only: Sequence[str] = (),
    disable: Sequence[str] = (),
    severities: Mapping[str, Severity] = MappingProxyType({}),
) -> list[Rule]:
    """Return the rules of the set that are asked for, with the severities that are asked for.

    A name is a full id, the last part of one, or a glob of ids; the name of a rule that was replaced is also its
    successor's. A deprecated rule runs only when `only` names it.

    Raises:
        UnknownRule: a name fits no rule.
    """
    wanted = _meant(only, rules) if only else frozenset(r.id for r in rules if r.status is not Status.DEPRECATED)
    unwanted = _meant(disable, rules)
    severity_of = {rule_id: severity for name, severity in severities.items() for rule_id in _meant([name], rules)}
    return [
        replace(rule, severity=severity_of[rule.id]) if rule.id in severity_of else rule
        for rule in rules
        if rule.category in RULE_SETS[rule_set] and rule.id in wanted and rule.id not in unwanted
    ]


def find_rule(rules: Sequence[Rule], name: str) -> Rule:
    """Return the rule with this id, or the only one whose last part it is.

    Raises:
        AmbiguousRule: several fit.
        UnknownRule: none fits.
    """
    fitting = _named([name], [rule.id for rule in rules])
    if len(fitting) > 1:
        raise AmbiguousRule(name, fitting)
    return next(rule for rule in rules if rule.id in fitting)


def _meant(names: Iterable[str], rules: Sequence[Rule]) -> frozenset[str]:
    """Return the ids that are named, and those of the rules that have replaced them."""
    successors = {rule.id: rule.replaced_by for rule in rules if rule.replaced_by}
    found = set(_named(names, [rule.id for rule in rules]))
    pending = list(found)
    while pending:
        successor = successors.get(pending.pop())
        if successor is not None and successor not in found:
            found.add(successor)
            pending.append(successor)
    return frozenset(found)


def _named(names: Iterable[str], ids: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        fitting = {i for i in ids if i == name or i.rpartition(".")[2] == name or fnmatchcase(i, name)}
        if not fitting:
            raise UnknownRule(name, ids)
        found |= fitting
    return frozenset(found)
