"""Structural rules: a rule is the shape of a piece of syntax.

ast-grep finds it; or, in SQL and Dockerfile, a tree-sitter query. docs/rules.md describes the `match` of such a rule.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tree_sitter import Query

from xcodereviewer.domain.engine import Engine, Scan, Scanner, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.ast_grep import GRAMMARS, SyntaxTree, TreeRule, compile_rule
from xcodereviewer.engines.pattern_match import PreparedRule, parse_match
from xcodereviewer.engines.tree_query import QUERY_GRAMMARS, QueryTree, compile_query
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
    version = "+".join(("1", *(installed_version(package, module) for package, module in _MATCHERS)))
    languages = frozenset(GRAMMARS) | frozenset(QUERY_GRAMMARS)

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Make ready; the rules of a language are compiled with its first file, since most trees hold few languages."""
        return _PatternsScanner(rules)


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return PatternsEngine()


class _PatternsScanner:
    def __init__(self, rules: Sequence[Rule]) -> None:
        self._prepared: dict[Language, list[PreparedRule]] = defaultdict(list)
        for rule in rules:
            prepared = parse_match(rule)
            for language in rule.languages:
                self._prepared[language].append(prepared)
        self._rules: dict[Language, list[TreeRule]] = {}
        self._queries: dict[Language, list[tuple[PreparedRule, Query]]] = {}

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        for file in files:
            yield self._query(file) if file.language in QUERY_GRAMMARS else self._match(file)

    def _match(self, file: SourceText) -> Scan:
        language = file.language
        if language not in self._rules:
            self._rules[language] = [compile_rule(prepared, language) for prepared in self._prepared[language]]
        tree = SyntaxTree(file)
        matches = tuple(match for rule in self._rules[language] for match in tree.matches(rule))
        return Scan(id=file.id, matches=matches, gap=tree.gap())

    def _query(self, file: SourceText) -> Scan:
        language = file.language
        if language not in self._queries:
            rules = self._prepared[language]
            self._queries[language] = [(prepared, compile_query(prepared, language)) for prepared in rules]
        tree = QueryTree(file)
        matches = tuple(match for rule, query in self._queries[language] for match in tree.matches(rule, query))
        return Scan(id=file.id, matches=matches, gap=tree.gap())
