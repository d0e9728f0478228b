"""Which rules see one weakness by different engines: a shape that is found, and the data flow that proves it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from xcodereviewer.domain.rule import Rule

__all__ = ["kin_of"]

_PROVES = "dataflow"


def kin_of(rules: Iterable[Rule]) -> Mapping[str, frozenset[str]]:
    """Return, by the id of a rule, the ids of those of its language and category that see the same by other means.

    The same is what is named by the same kind of weakness, and one of the two is a data flow: rules of one engine for
    one kind (two ways to lose a password) are told apart by their names.
    """
    groups: defaultdict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        groups[rule.id.rpartition(".")[0], rule.kind].append(rule)
    kin: dict[str, frozenset[str]] = {}
    for group in groups.values():
        proving = frozenset(rule.id for rule in group if rule.engine == _PROVES)
        others = frozenset(rule.id for rule in group) - proving
        if proving and others:
            kin |= dict.fromkeys(proving, others) | dict.fromkeys(others, proving)
    return kin
