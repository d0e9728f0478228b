"""Other tools' results, placed in the text of the reviewed tree."""

import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.sarif_import import ImportedPlace, ImportedResult, SarifImport
from xcodereviewer.engines.sarif_rules import is_about_secrets
from xcodereviewer.engines.sarif_uris import ImportedFile
from xcodereviewer.pipeline.hidden import HiddenValues
from xcodereviewer.pipeline.imported_spans import ImportedText
from xcodereviewer.sources.classify import language_of
from xcodereviewer.triage.places import TextPlaces

__all__ = ["place_imported"]

_KEPT_TEXTS = 64  # steps lead to and fro between few files
_NAMED = 3  # files that a notice names
_HEAD = 4096  # bytes that tell a file's language
_QUOTED = re.compile(r"""(['"`])([^'"`]{1,400})\1""")


def place_imported(
    imports: Iterable[SarifImport], tree: SourceTree, *, masks: Mapping[str, Sequence[Span]] = MappingProxyType({})
) -> tuple[list[Finding], list[Rule], list[Notice]]:
    """Return a finding for each result that has its place in the tree, the rules, and what has no place there.

    A place on another machine is found by the folder under which most of the log's files lie in the tree. `masks` are
    the secrets that our own engines found, by path.
    """
    texts = _Texts(tree)
    findings: list[Finding] = []
    rules: dict[str, Rule] = {}
    notices: list[Notice] = []
    for imported in imports:
        placing = _Placing(imported, texts, masks)
        findings += placing.findings()
        for rule in imported.rules:
            rules.setdefault(rule.id, rule)
        notices += [*imported.notices, *placing.notices()]
    return findings, [rules[rule_id] for rule_id in sorted(rules)], notices


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenText:
    """A file's text in the two forms that placing needs."""

    path: str
    spans: ImportedText
    places: TextPlaces


class _Texts:
    """The tree's texts, the last few of them kept."""

    def __init__(self, tree: SourceTree) -> None:
        self._tree = tree
        self.paths = frozenset(file.path for file in tree.files)
        self._kept: OrderedDict[str, _OpenText | None] = OrderedDict()

    def open(self, path: str) -> _OpenText | None:
        """Return the text of a file of the tree; None when it cannot be read."""
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        text = self._kept[path] = self._read(path)
        if len(self._kept) > _KEPT_TEXTS:
            self._kept.popitem(last=False)
        return text

    def _read(self, path: str) -> _OpenText | None:
        try:
            data = self._tree.read(path)
        except OSError:
            return None
        text = ImportedText(data)
        language = language_of(path, data[:_HEAD]) or Language.TEXT
        return _OpenText(path=path, spans=text, places=TextPlaces(text.text, language, encoding=text.encoding))


@dataclass(slots=True, kw_only=True)
class _Lost:
    """Results without a place, counted by the file that they name."""

    outside: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    behind_end: Counter[str] = field(default_factory=Counter)


class _Placing:
    """The results of one log on their way into the tree."""

    def __init__(self, imported: SarifImport, texts: _Texts, masks: Mapping[str, Sequence[Span]]) -> None:
        self._imported = imported
        self._masks = masks
        self._texts = texts
        self._rules = {rule.id: rule for rule in imported.rules}
        self._root = _common_root(imported.results, texts.paths)
        self._lost = _Lost()

    def findings(self) -> Iterator[Finding]:
        """Yield the findings, file by file."""
        by_path: defaultdict[str, list[ImportedResult]] = defaultdict(list)
        for file, results in self._imported.results.items():
            path = self._path(file)
            if path is None:
                self._lost.outside[file.given] += len(results)
            else:
                by_path[path] += results
        for path in sorted(by_path):
            yield from self._in_file(path, by_path[path])

    def notices(self) -> Iterator[Notice]:
        """Yield what could not be placed; to be asked after the findings."""
        said = (
            ("import-outside-tree", self._lost.outside, "in files that are not under review"),
            ("import-unreadable", self._lost.unreadable, "in files that cannot be read"),
            ("import-stale", self._lost.behind_end, "behind the end of their files: the report is of another revision"),
        )
        for code, lost, where in said:
            if lost:
                yield Notice(code=code, message=f"{self._imported.name}: {_counted(lost)} {where} ({_named(lost)}).")

    def _in_file(self, path: str, results: Sequence[ImportedResult]) -> Iterator[Finding]:
        text = self._texts.open(path)
        if text is None:
            self._lost.unreadable[path] += len(results)
            return
        placed = [(result, text.spans.span(result.place)) for result in results]
        self._lost.behind_end.update(Counter(path for _, span in placed if span is None))
        values = HiddenValues(text.spans.text)
        secret = [
            hidden
            for result, span in placed
            if span is not None and is_about_secrets(self._rules[result.rule])
            for hidden in values.within(span)
        ]
        masks = {**self._masks, path: [*self._masks.get(path, ()), *secret]}
        for result, span in placed:
            if span is not None:
                yield self._finding(result, span, text, masks)

    def _finding(
        self, result: ImportedResult, span: Span, text: _OpenText, masks: Mapping[str, Sequence[Span]]
    ) -> Finding:
        rule = self._rules[result.rule]
        own = masks[text.path]
        message = _without_quoted(result.message, text.path) if is_about_secrets(rule) else result.message
        return Finding(
            rule=rule.id,
            message=message,
            location=Location(path=text.path, span=span),
            severity=result.severity,
            confidence=result.confidence,
            category=rule.category,
            status=rule.status,
            engine=rule.engine,
            kind=f"cwe-{result.cwe[0]}" if result.cwe else rule.kind,
            cwe=result.cwe,
            steps=tuple(self._steps(result.steps, masks)),
            related=tuple(self._steps(result.related, masks)),
            snippet=text.places.snippet(span, masks=own),
            place=text.places.place(span, masks=own),
            scope=text.places.scope(span),
            line_hash=text.places.line_hash(span.start_line),
            suppression=result.suppression,
            fingerprint=result.fingerprint,
        )

    def _steps(self, places: Iterable[ImportedPlace], masks: Mapping[str, Sequence[Span]]) -> Iterator[Step]:
        """Yield the places that are in the tree; the others are on a machine that nobody here can look at."""
        for place in places:
            path = self._path(place.file)
            text = None if path is None else self._texts.open(path)
            span = None if text is None else text.spans.span(place)
            if text is not None and span is not None:
                snippet = text.places.snippet(span, masks=masks.get(text.path, ()))
                yield Step(location=Location(path=text.path, span=span), message=place.message, snippet=snippet)

    def _path(self, file: ImportedFile) -> str | None:
        if file.path in self._texts.paths:
            return file.path
        if self._root is not None and file.absolute.startswith(self._root):
            below = file.absolute[len(self._root) :]
            return below if below in self._texts.paths else None
        return None


def _common_root(files: Iterable[ImportedFile], paths: frozenset[str]) -> str | None:
    """Return the folder on the tool's machine that is the tree's root, by the files that lie under it in both."""
    votes: Counter[str] = Counter()
    for file in files:
        start = file.absolute.find("/") + 1
        while file.absolute and start > 0:
            if file.absolute[start:] in paths:
                votes[file.absolute[:start]] += 1
                break
            start = file.absolute.find("/", start) + 1
    return max(votes, key=lambda root: (votes[root], -len(root), root)) if votes else None


def _without_quoted(message: str, path: str) -> str:
    """Return the message without what it quotes, the file's name apart: one of the pieces may be the secret."""
    kept = (path, path.rpartition("/")[2])
    return _QUOTED.sub(lambda found: found[0] if found[2] in kept else f"{found[1]}****{found[1]}", message)


def _counted(lost: Counter[str]) -> str:
    total = lost.total()
    return "1 result is" if total == 1 else f"{total:,} results are"


def _named(lost: Counter[str]) -> str:
    names = sorted(lost)
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(name[:200] for name in names[:_NAMED]) + more
