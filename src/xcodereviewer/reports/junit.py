"""JUnit XML, which CI servers show as tests: one suite for each file, one test case for each finding."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from itertools import chain
from typing import Literal, TextIO
from xml.sax.saxutils import escape, quoteattr

from xcodereviewer.domain.coverage import FileCoverage, Outcome
from xcodereviewer.domain.finding import Finding, Suppression
from xcodereviewer.domain.review import Gate, GateResult, Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.sentences import said_in
from xcodereviewer.reports.source_lines import split_lines
from xcodereviewer.reports.tally import headline, standing
from xcodereviewer.reports.terminal_prose import short
from xcodereviewer.reports.terminal_text import visible
from xcodereviewer.reports.terminal_words import say, verdict

__all__ = ["write"]

_WHOLE = "xcr review"  # the suite of what belongs to no file

_Answer = Literal["passed", "failure", "error", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One test case; `kind`, `message` and `text` say why it did not pass."""

    name: str
    answer: _Answer = "passed"
    kind: str = ""
    message: str = ""
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suite:
    """The test cases of one file, or of the review as a whole."""

    name: str
    cases: tuple[_Case, ...]


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:  # noqa: ARG001 - one signature for all formats
    """Write the findings as failed test cases, what could not be looked at as errors, and a clean file as passed.

    What is suppressed or in the baseline is skipped. The last suite holds the gate, so that there always is a test case
    and no review that did not happen looks like a pass.

    Raises:
        OSError: `out` cannot take it.
    """
    cases = _Cases(said_in(review, language), language)
    counts = _counted(case for suite in cases.suites() for case in suite.cases)
    started = f"{review.started_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    whole = {"name": "XCodeReviewer", **counts, "time": f"{review.duration_s:.3f}", "timestamp": started}
    out.write(f"<testsuites{_attributes(whole)}>\n")
    for suite in cases.suites():
        named = {"name": suite.name, **_counted(suite.cases), "time": "0.000", "timestamp": started}
        out.write(f"  <testsuite{_attributes(named)}>\n")
        out.writelines(_case(case, suite.name) for case in suite.cases)
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


class _Cases:
    """The test cases of a review, in a language."""

    def __init__(self, review: Review, language: Language) -> None:
        self._review = review
        self._language = language
        self._rules = {rule.id: rule for rule in review.rules}
        self._advice = {rule.id: self._advise(rule) for rule in review.rules}

    def suites(self) -> Iterator[_Suite]:
        """Yield the suite of each file, and that of the review as a whole."""
        coverage = self._review.coverage
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self._review.findings:
            if standing(finding) != "gone":
                found[finding.location.path].append(finding)
        files = {file.path: file for file in coverage.files}
        unread = {skipped.path: skipped.reason for skipped in coverage.skipped if skipped.is_failure}
        for path in sorted({*found, *files, *unread}):
            cases = chain(
                map(self._finding, found.get(path, ())),
                self._passes(files.get(path)),
                (_gap(self._say("reading"), reason) for reason in [unread.get(path)] if reason is not None),
            )
            yield _Suite(name=path, cases=tuple(cases) or (_Case(name=self._say("no-findings")),))
        yield _Suite(name=_WHOLE, cases=tuple(self._whole()))

    def _say(self, phrase: str, **facts: object) -> str:
        return say(self._language, phrase, **facts)

    def _labelled(self, phrase: str, text: str) -> str:
        return self._say("labelled", label=self._say(phrase), text=visible(text))

    def _advise(self, rule: Rule) -> tuple[str, ...]:
        told = (("why", rule.why), ("how", rule.how))
        return tuple(
            self._labelled(label, short(text.in_language(self._language), sentences=2)) for label, text in told
        )

    def _finding(self, finding: Finding) -> _Case:
        span = finding.location.span
        name = self._say("found-at", rule=finding.rule, place=f"{span.start_line}:{span.start_column}")
        message, detail = headline(finding, self._rules.get(finding.rule), self._language)
        match standing(finding):
            case "open":
                text = "\n".join(self._details(finding, message, detail))
                kind = f"{finding.severity} {finding.category}"
                return _Case(name=name, answer="failure", kind=kind, message=message, text=text, line=span.start_line)
            case "suppressed":
                said = self._suppressed(finding.suppression)
                return _Case(name=name, answer="skipped", message=said, line=span.start_line)
            case _:
                return _Case(name=name, answer="skipped", message=self._say("in-baseline"), line=span.start_line)

    def _suppressed(self, suppression: Suppression | None) -> str:
        if suppression is None:
            return self._say("suppressed-here")
        phrase = "suppressed-by" if suppression.reason else "suppressed-bare"
        return self._say(phrase, marker=suppression.marker, reason=suppression.reason)

    def _details(self, finding: Finding, message: str, detail: str) -> Iterator[str]:
        weaknesses = [f"CWE-{number}" for number in finding.cwe]
        yield visible(f"{finding.location}: {self._say(finding.severity)}: {message}")
        yield visible(" · ".join([finding.rule, self._say(f"confidence-{finding.confidence}"), *weaknesses]))
        if detail:
            yield visible(detail)
        yield from (f"    {_line(line)}" for line in split_lines(finding.snippet))
        for number, step in enumerate(finding.steps, 1):
            yield visible(f"{number}. {step.location} {step.message}")
        yield from self._advice.get(finding.rule, ())
        if finding.gate_note:
            yield self._labelled("note", finding.gate_note)

    def _passes(self, file: FileCoverage | None) -> Iterator[_Case]:
        for step in file.passes if file else ():
            if step.outcome is Outcome.FAILED:
                yield _gap(step.engine, step.reason)
            elif step.outcome in (Outcome.PARTIAL, Outcome.UNPARSED, Outcome.UNSUPPORTED, Outcome.SKIPPED):
                said = self._say(f"pass-{step.outcome}", reason=step.reason)
                yield _Case(name=step.engine, answer="skipped", message=said)

    def _whole(self) -> Iterator[_Case]:
        for engine in self._review.coverage.engines_missing:
            yield _gap(engine.path, engine.reason)
        if self._review.is_partial:
            yield _gap(self._say("whole"), self._say("interrupted"))
        yield self._gate(self._review.gate)

    def _gate(self, gate: Gate) -> _Case:
        name = self._say("the-gate")
        message = verdict(self._language, gate)
        match gate.result:
            case GateResult.PASSED | GateResult.UNSET:
                return _Case(name=name)
            case GateResult.FAILED:
                return _Case(name=name, answer="failure", kind="gate", message=message)
            case GateResult.INSUFFICIENT:
                return _Case(name=name, answer="error", kind="gate", message=message)
            case GateResult.NOTHING:
                return _Case(name=name, answer="skipped", message=message)


def _gap(name: str, reason: str) -> _Case:
    return _Case(name=name, answer="error", kind="not reviewed", message=reason)


def _counted(cases: Iterable[_Case]) -> dict[str, int]:
    counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    plural = {"failure": "failures", "error": "errors", "skipped": "skipped"}
    for case in cases:
        counts["tests"] += 1
        if case.answer != "passed":
            counts[plural[case.answer]] += 1
    return counts


def _case(case: _Case, path: str) -> str:
    place = {"file": path} if path != _WHOLE else {}
    line = {"line": case.line} if case.line else {}
    opening = f"    <testcase{_attributes({'classname': path, 'name': case.name, 'time': '0.000', **place, **line})}"
    if case.answer == "passed":
        return f"{opening}/>\n"
    kind = {"type": case.kind} if case.kind else {}
    inner = f"<{case.answer}{_attributes({'message': case.message, **kind})}"
    inner += f">{escape(case.text)}</{case.answer}>" if case.text else "/>"
    return f"{opening}>\n      {inner}\n    </testcase>\n"


def _attributes(values: Mapping[str, object]) -> str:
    """Return attributes of visible text: what XML 1.0 forbids (§2.2) stands in it as its escape."""
    return "".join(f" {name}={quoteattr(visible(str(value)))}" for name, value in values.items())


def _line(line: str) -> str:
    return "\t".join(map(visible, line.split("\t")))
