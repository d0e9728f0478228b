"""The review as the data that the HTML report's script reads, a row at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from markupsafe import Markup

from xcodereviewer.domain.coverage import Coverage, Outcome
from xcodereviewer.domain.finding import Finding, Fix, Step
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import BaselineState, Category, Severity, Status
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language as ReportLanguage
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.html_source import FileView, mark_of, shown_code
from xcodereviewer.reports.source_lines import SourceLines, split_lines
from xcodereviewer.reports.tally import Standing, headline, other_witnesses, proposed, standing
from xcodereviewer.reports.terminal_text import visible

__all__ = ["ReviewData", "script_json"]

_MOST_STEPS = 100
_LONGEST_CODE = 300
_SPACIOUS = 12_000_000  # characters of source; files after that are shown more closely cut
_MOST_FIX_LINES = 12
# Inside a script element nothing may look like its end or like a comment; in JSON these stand in strings only.
_SCRIPT_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


class _Stop(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A step of the path or a related place."""

    place: str
    line: int
    message: str = ""
    code: str = ""
    file: int = -1
    mark: tuple[int, int] = (0, 0)  # of its expression in `code`, as JavaScript counts


class _Change(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A fix: what it does, and the lines before and after it."""

    description: str
    before: Sequence[str] = ()
    after: Sequence[str] = ()


class _Row(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, rename="camel"):
    """A finding."""

    rule: int
    file: int
    line: int
    column: int
    end_line: int
    mark: tuple[int, int]
    severity: Severity
    category: Category
    confidence: str
    message: str
    engine: str
    standing: Standing = "open"
    detail: str = ""
    cwe: Sequence[int] = ()
    steps: Sequence[_Stop] = ()
    related: Sequence[_Stop] = ()
    witnesses: Sequence[str] = ()
    fix: _Change | None = None
    note: str = ""
    suppression: str = ""
    snippet: Sequence[str] = ()
    id: str = ""
    is_new: bool = False
    fails: bool = False
    is_preview: bool = False


class _Source(msgspec.Struct, frozen=True, kw_only=True):
    """The shown lines of a file, each with its number."""

    total: int
    lines: Sequence[tuple[int, str]]


def script_json(value: object) -> Markup:
    """Return `value` as JSON that nothing in it can turn into markup."""
    return Markup(msgspec.json.encode(value).decode().translate(_SCRIPT_ESCAPES))  # noqa: S704 - escaped on this line


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewData:
    """What the script of the page reads, made while it is written."""

    review: Review
    sources: SourceTexts
    language: ReportLanguage
    rules: Mapping[str, int]  # id to number, with those that only a finding names
    files: Mapping[str, int]  # path to number, of the files with findings
    by_file: Mapping[str, Sequence[Finding]]

    @classmethod
    def of(cls, review: Review, *, sources: SourceTexts, language: ReportLanguage) -> "ReviewData":
        """Return the data of a review."""
        by_file: dict[str, list[Finding]] = defaultdict(list)
        for finding in review.findings:
            by_file[finding.location.path].append(finding)
        named = dict.fromkeys(finding.rule for finding in review.findings)
        return cls(
            review=review,
            sources=sources,
            language=language,
            rules={rule: number for number, rule in enumerate(named)},
            files={path: number for number, path in enumerate(by_file)},
            by_file=by_file,
        )

    def heads(self) -> Markup:
        """Return what the rows refer to by number."""
        known = {file.path: file.language for file in self.review.coverage.files}
        return script_json(
            {
                "rules": [visible(rule) for rule in self.rules],
                "files": [visible(path) for path in self.files],
                "languages": [known.get(path, Language.TEXT) for path in self.files],
            }
        )

    def rows(self) -> Iterator[Markup]:
        """Yield the array of findings, piece by piece."""
        rules = {rule.id: rule for rule in self.review.rules}
        failing, lines = frozenset(self.review.gate.failing), SourceLines(self.sources)
        separator = "[\n"
        for path, findings in self.by_file.items():
            view = FileView(lines.of(path), _present(findings))
            for finding in findings:
                row = self._row(finding, rules.get(finding.rule), view, lines)
                fails = finding.is_open and finding.gates and finding.fingerprint in failing
                yield Markup(separator) + script_json(msgspec.structs.replace(row, fails=fails))  # noqa: S704 - ours
                separator = ",\n"
        yield Markup("]") if self.by_file else Markup("[]")

    def source_blocks(self) -> Iterator[tuple[int, Markup]]:
        """Yield the number of each file with findings and its shown lines."""
        lines, spent = SourceLines(self.sources), 0
        ranges = self._ranges()
        for path, number in self.files.items():
            view = FileView(lines.of(path), _present(self.by_file[path]))
            shown = tuple(view.numbered(ranges[path], is_short=spent > _SPACIOUS))
            spent += sum(len(text) for _, text in shown)
            yield number, script_json(_Source(total=view.total, lines=shown))

    def coverage_rows(self) -> Iterator[Markup]:
        """Yield the array of the manifest: engines first, then one row for each file and all that was left out."""
        engines = _engines(self.review.coverage)
        yield Markup("[\n") + script_json([visible(engine) for engine in engines])
        for row in _manifest(self.review.coverage, engines):
            yield Markup(",\n") + script_json(row)
        yield Markup("]")

    def _ranges(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Return the lines of each file with findings that a finding, a step or a related place stands on."""
        ranges: dict[str, list[tuple[int, int]]] = {path: [] for path in self.files}
        for finding in self.review.findings:
            if standing(finding) == "gone":
                continue
            for place in (finding.location, *(step.location for step in (*finding.steps, *finding.related))):
                if place.path in ranges:
                    ranges[place.path].append((place.span.start_line, place.span.end_line))
        return ranges

    def _row(self, finding: Finding, rule: Rule | None, view: FileView, lines: SourceLines) -> _Row:
        span, stands = finding.location.span, standing(finding)
        message, detail = headline(finding, rule, self.language)
        code = split_lines(finding.snippet) if stands == "gone" else ()
        return _Row(
            rule=self.rules[finding.rule],
            file=self.files[finding.location.path],
            line=span.start_line,
            column=span.start_column,
            end_line=span.end_line,
            mark=(0, 0) if stands == "gone" else view.mark(span),
            severity=finding.severity,
            category=finding.category,
            confidence=finding.confidence,
            message=visible(message),
            engine=visible(finding.engine),
            standing=stands,
            detail=visible(detail),
            cwe=finding.cwe,
            steps=tuple(self._stop(step, lines) for step in finding.steps[:_MOST_STEPS]),
            related=tuple(self._stop(step, lines) for step in finding.related[:_MOST_STEPS]),
            witnesses=tuple(visible(_witness(w.engine, w.rule, finding.rule)) for w in other_witnesses(finding)),
            fix=self._change(finding, rule, lines),
            note=visible(finding.gate_note),
            suppression=_suppression(finding),
            snippet=tuple(shown_code(line) for line in code),
            id=finding.fingerprint,
            is_new=finding.baseline is BaselineState.NEW,
            is_preview=finding.status is Status.PREVIEW,
        )

    def _change(self, finding: Finding, rule: Rule | None, lines: SourceLines) -> _Change | None:
        if finding.fix is None:
            return None
        description = visible(proposed(finding.fix, rule, self.language))
        return _change(finding.fix, description, lines.of(finding.location.path))

    def _stop(self, step: Step, lines: SourceLines) -> _Stop:
        place = step.location
        line = lines.line(place.path, place.span.start_line) or step.snippet.partition("\n")[0]
        return _Stop(
            place=visible(str(place)),
            line=place.span.start_line,
            message=visible(step.message),
            code=shown_code(line.strip()[:_LONGEST_CODE]),
            file=self.files.get(place.path, -1),
            mark=mark_of(line, place.span, longest=_LONGEST_CODE),
        )


def _present(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the findings that stand in the file as it is now."""
    return [finding for finding in findings if standing(finding) != "gone"]


def _witness(engine: str, rule: str, own_rule: str) -> str:
    return engine if rule == own_rule else f"{engine} {rule}"


def _suppression(finding: Finding) -> str:
    """Return how and why the finding is suppressed, with the line and the end of it."""
    suppression = finding.suppression
    if suppression is None:
        return ""
    parts = [suppression.marker, suppression.reason, f"→ {suppression.until.isoformat()}" if suppression.until else ""]
    return visible(" · ".join(part for part in parts if part))


def _change(fix: Fix, description: str, lines: Sequence[str] | None) -> _Change:
    """Return the fix with the lines that it changes, when they can be read and are few enough to be looked at."""
    first = min((edit.span.start_line for edit in fix.edits), default=0)
    last = max((edit.span.end_line for edit in fix.edits), default=0)
    if lines is None or not 0 < first <= last <= len(lines) or last - first >= _MOST_FIX_LINES:
        return _Change(description=description)
    before = lines[first - 1 : last]
    text, starts = "\n".join(before), [0]
    for line in before:
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        start = starts[edit.span.start_line - first] + edit.span.start_column - 1
        end = starts[edit.span.end_line - first] + edit.span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return _Change(description=description, before=_clipped(before), after=_clipped(split_lines(text)))


def _clipped(lines: Iterable[str]) -> list[str]:
    return [shown_code(line[:_LONGEST_CODE]) for line in lines]


def _engines(coverage: Coverage) -> Sequence[str]:
    return sorted({done.engine for file in coverage.files for done in file.passes})


def _manifest(coverage: Coverage, engines: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Yield path, language, lines and the outcome and reason in each engine; for what was left out, its reason."""
    places, outcomes = {engine: place for place, engine in enumerate(engines)}, list(Outcome)
    for engine in coverage.engines_missing:
        yield visible(engine.path), "", 0, [], visible(engine.reason), True
    for skipped in coverage.skipped:
        yield visible(skipped.path), "", 0, [], visible(skipped.reason), skipped.is_failure
    for file in coverage.files:
        passes: list[tuple[int, str] | None] = [None] * len(engines)
        for done in file.passes:
            passes[places[done.engine]] = (outcomes.index(done.outcome), visible(done.reason))
        yield visible(file.path), file.language, file.lines, passes
