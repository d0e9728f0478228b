"""Structural rules: a rule is the shape of a piece of syntax.

ast-grep finds it; or, in SQL and Dockerfile, a tree-sitter query. docs/rules.md describes the `match` of such a rule.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from xcodereviewer.domain.engine import Engine, Scan, Scanner, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.ast_grep import GRAMMARS, SyntaxTree, check_rule
from xcodereviewer.engines.pattern_match import PreparedRule, parse_match
from xcodereviewer.engines.tree_query import QUERY_GRAMMARS, QueryTree, compile_query

__all__ = ["PatternsEngine", "engine"]


class PatternsEngine:
    """Structural rules over syntax trees."""

    name = "patterns"
    version = f"1+{version('ast-grep-py')}"
    languages = frozenset(GRAMMARS) | frozenset(QUERY_GRAMMARS)

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Compile the rules, sorted by language."""
        return _PatternsScanner(rules)


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return PatternsEngine()


class _PatternsScanner:
    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: dict[Language, list[PreparedRule]] = defaultdict(list)
        self._queries = {}
        for rule in rules:
            prepared = parse_match(rule)
            for language in rule.languages:
                if prepared.form.query:
                    self._queries[rule.id] = compile_query(prepared, language)
                else:
                    check_rule(prepared, language)
                self._rules[language].append(prepared)

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        for file in files:
            yield self._query(file) if file.language in QUERY_GRAMMARS else self._match(file)

    def _match(self, file: SourceText) -> Scan:
        tree = SyntaxTree(file)
        matches = tuple(match for rule in self._rules[file.language] for match in tree.matches(rule))
        return Scan(id=file.id, matches=matches, gap=tree.gap())

    def _query(self, file: SourceText) -> Scan:
        tree = QueryTree(file)
        rules = self._rules[file.language]
        matches = tuple(match for rule in rules for match in tree.matches(rule, self._queries[rule.rule.id]))
        return Scan(id=file.id, matches=matches, gap=tree.gap())
