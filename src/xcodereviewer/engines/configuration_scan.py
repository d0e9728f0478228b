"""Rules over the trees of structured files."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from xcodereviewer.domain.engine import Match, Scan, SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.configuration_dockerfile import read_dockerfile
from xcodereviewer.engines.configuration_match import Hit, PreparedRule, named_paths, prepare_rule
from xcodereviewer.engines.configuration_path import AskedTooMuch, Look
from xcodereviewer.engines.configuration_tree import Entry, Kind, Lines, Node, Place
from xcodereviewer.engines.configuration_yaml import Documents, read_documents

__all__ = ["ConfigurationScanner"]


class ConfigurationScanner:
    """Runs rules over structured files."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: dict[Language, list[PreparedRule]] = defaultdict(list)
        for rule in rules:
            for language in rule.languages:
                self._rules[language].append(prepare_rule(rule, language))
        self._named = {language: named_paths(language) for language in self._rules}

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield what the rules find in each file."""
        for file in files:
            documents = _documents(file)
            if not documents.roots and documents.gap:
                yield Scan(id=file.id, gap=documents.gap, is_blind=True)
            else:
                yield self._scan(file, documents)

    def _scan(self, file: SourceText, documents: Documents) -> Scan:
        rules = [
            one
            for one in self._rules[file.language]
            if one.may_match(documents.keys) and not (one.rule.skip_tests and "test" in file.tags)
        ]
        lines = Lines(file.text)
        matches: dict[tuple[str, Span], Match] = {}
        spent = 0
        try:
            for root in documents.roots:
                look = Look(root=Place(entry=Entry(node=root)), named=self._named.get(file.language, {}), spent=spent)
                for rule in rules:
                    for hit in rule.hits(look):
                        match = _match(rule, hit, look, file.text, lines)
                        matches.setdefault((match.rule, match.span), match)
                spent = look.spent
        except AskedTooMuch as error:
            return Scan(id=file.id, matches=tuple(matches.values()), gap=str(error))
        return Scan(id=file.id, matches=tuple(matches.values()), gap=documents.gap)


def _documents(file: SourceText) -> Documents:
    if file.language is Language.DOCKERFILE:
        return read_dockerfile(file.text)
    documents = read_documents(file.text)
    if file.language is not Language.KUBERNETES:
        return documents
    roots = tuple(part for root in documents.roots for part in _objects(root))
    return Documents(roots=roots, gap=documents.gap, keys=documents.keys)


def _objects(root: Node) -> Iterator[Node]:
    """Yield the objects of a document: itself, or what a `List` holds."""
    kind, items = root.by_key.get("kind"), root.by_key.get("items")
    if kind is None or items is None or not kind.node.text.endswith("List") or items.node.kind is not Kind.LIST:
        yield root
    else:
        yield from (entry.node for entry in items.node.entries)


def _match(rule: PreparedRule, hit: Hit, look: Look, source: str, lines: Lines) -> Match:
    span = lines.span_of(hit.flagged)
    if hit.found is not None:
        span = lines.span(*hit.flagged.node.locate(source, *hit.found))
    return Match(rule=rule.rule.id, span=span, message=rule.text(hit, look))
