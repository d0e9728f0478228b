"""Structural rules: a rule is the shape of a piece of syntax.

ast-grep finds it; or, in SQL and Dockerfile, a tree-sitter query. docs/rules.md describes the `match` of such a rule.
"""

from collections.abc import Sequence
from types import MappingProxyType

from xcodereviewer.domain.engine import Engine, Scanner
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.grammars import GRAMMARS, QUERIED
from xcodereviewer.engines.versions import installed_version

__all__ = ["PatternsEngine", "engine"]

_MATCHERS = (
    ("ast-grep-py", "ast_grep_py"),
    ("tree-sitter", "tree_sitter"),
    ("tree-sitter-sql", "tree_sitter_sql"),
    ("tree-sitter-dockerfile", "tree_sitter_dockerfile"),
)


class PatternsEngine:
    """Structural rules over syntax trees."""

    name = "patterns"
    version = "+".join(("3", *(installed_version(package, module) for package, module in _MATCHERS)))
    languages = frozenset(GRAMMARS) | QUERIED
    beside = MappingProxyType({Language.JAVASCRIPT: frozenset({Language.HTML})})  # for the scripts of pages

    def check(self, rule: Rule) -> None:
        """Look at one rule more closely than `prepare` does.

        Raises:
            Misfit: something in it could not do what its author means.
        """
        from xcodereviewer.engines.pattern_check import check_match  # only where a rule is new

        check_match(rule)

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Make ready; what is wrong with a rule shows with the first text of its language."""
        from xcodereviewer.engines.pattern_scan import PatternsScanner  # with the grammars; only a worker needs them

        return PatternsScanner(rules)


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return PatternsEngine()
