"""Structural rules over texts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tree_sitter import Query

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.page_scripts import page_scripts
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.ast_grep import SyntaxTree, TreeRule, compile_rule
from xcodereviewer.engines.grammars import QUERIED
from xcodereviewer.engines.pattern_match import PreparedRule, parse_match
from xcodereviewer.engines.tree_query import QueryTree, compile_query

__all__ = ["PatternsScanner"]


class PatternsScanner:
    """Runs rules; those of a language are parsed with its first text, and each is compiled for the first that needs it.

    Most trees hold few languages, and most rules name a word that no text of a small change holds.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: dict[Language, list[Rule]] = defaultdict(list)
        for rule in rules:
            for language in rule.languages:
                self._rules[language].append(rule)
        self._parsed: dict[str, PreparedRule] = {}
        self._prepared: dict[Language, list[PreparedRule]] = {}
        self._compiled: dict[tuple[str, Language], TreeRule] = {}
        self._queries: dict[Language, list[tuple[PreparedRule, Query]]] = {}

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield what the rules find in each file."""
        for file in files:
            if file.language is Language.HTML:
                yield self._page(file)
            else:
                yield self._query(file) if file.language in QUERIED else self._match(file)

    def _page(self, file: SourceText) -> Scan:
        """Look at the scripts of a page; a fix would write over what a template puts in, so none is offered."""
        scans = [
            self._match(replace(file, language=language, text=text))
            for language, text in page_scripts(file.text).items()
        ]
        return Scan(
            id=file.id,
            matches=tuple(replace(match, fix=None) for scan in scans for match in scan.matches),
            gap="; ".join(f"scripts: {scan.gap}" for scan in scans if scan.gap),
        )

    def _match(self, file: SourceText) -> Scan:
        tree = SyntaxTree(file)
        matches: list[Match] = []
        for prepared in self._of(file.language):
            may_match = tree.may_match(prepared)
            if may_match or not file.text:  # by an empty text it is told whether a rule can be run
                compiled = self._compile(prepared, file.language)
                matches += tree.matches(compiled) if may_match else ()
        return Scan(id=file.id, matches=tuple(matches), gap=tree.gap(), is_blind=tree.is_blind())

    def _query(self, file: SourceText) -> Scan:
        language = file.language
        if language not in self._queries:
            rules = self._of(language)
            self._queries[language] = [(prepared, compile_query(prepared, language)) for prepared in rules]
        tree = QueryTree(file)
        matches = tuple(match for rule, query in self._queries[language] for match in tree.matches(rule, query))
        return Scan(id=file.id, matches=matches, gap=tree.gap(), is_blind=tree.is_blind())

    def _of(self, language: Language) -> Sequence[PreparedRule]:
        if language not in self._prepared:
            self._prepared[language] = [self._parse(rule) for rule in self._rules[language]]
        return self._prepared[language]

    def _parse(self, rule: Rule) -> PreparedRule:
        if rule.id not in self._parsed:
            self._parsed[rule.id] = parse_match(rule)
        return self._parsed[rule.id]

    def _compile(self, prepared: PreparedRule, language: Language) -> TreeRule:
        key = (prepared.rule.id, language)
        if key not in self._compiled:
            self._compiled[key] = compile_rule(prepared, language)
        return self._compiled[key]
