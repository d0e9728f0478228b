"""Limits: functions and files that are too large or too tangled to change safely, and code that stands twice.

The `match` of a rule names a metric and the highest value that is no finding:
`{metric: cognitive, limit: 25, limits: {go: 30}, medium-at: 3}`; with `medium-at`, a value of that many times the limit
is a finding of medium severity. `{metric: duplication, limit: 60, lines: 10}` is about copies of more tokens and lines.
Text that says it is generated has no limits: nobody reads or changes it.
"""

from collections.abc import Sequence

from xcodereviewer.domain.engine import Engine, Scanner
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.grammars import GRAMMARS
from xcodereviewer.engines.versions import installed_version

__all__ = ["ComplexityEngine", "engine"]


class ComplexityEngine:
    """Measures functions and files, and finds copies."""

    name = "complexity"
    version = f"2+{installed_version('ast-grep-py', 'ast_grep_py')}"
    languages = frozenset(GRAMMARS)

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Parse the limits."""
        from xcodereviewer.engines.complexity_match import parse_limit  # with the grammars; only a worker needs them
        from xcodereviewer.engines.complexity_scan import ComplexityScanner

        return ComplexityScanner([parse_limit(rule) for rule in rules])


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return ComplexityEngine()
