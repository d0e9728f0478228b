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
from xcodereviewer.reports.formats import SourceTexts
from xcodereviewer.reports.source_lines import split_lines
from xcodereviewer.reports.tally import standing
from xcodereviewer.reports.terminal_prose import short
from xcodereviewer.reports.terminal_text import visible

__all__ = ["write"]

_WHOLE = "xcr review"  # the suite of what belongs to no file
_VERDICTS = {
    GateResult.PASSED: "passed",
    GateResult.UNSET: "no gate is set",
    GateResult.FAILED: "failed",
    GateResult.INSUFFICIENT: "insufficient coverage",
    GateResult.NOTHING: "nothing to review",
}

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Advice:
    """What a rule says to each of its findings."""

    message: str = ""
    lines: tuple[str, ...] = ()


_NONE = _Advice()


def write(review: Review, out: TextIO, *, sources: SourceTexts) -> None:  # noqa: ARG001 - one signature for all formats
    """Write the findings as failed test cases, what could not be looked at as errors, and a clean file as passed.

    What is suppressed or in the baseline is skipped. The last suite holds the gate, so that there always is a test case
    and no review that did not happen looks like a pass.

    Raises:
        OSError: `out` cannot take it.
    """
    counts = _counted(case for suite in _suites(review) for case in suite.cases)
    started = f"{review.started_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    whole = {"name": "XCodeReviewer", **counts, "time": f"{review.duration_s:.3f}", "timestamp": started}
    out.write(f"<testsuites{_attributes(whole)}>\n")
    for suite in _suites(review):
        named = {"name": suite.name, **_counted(suite.cases), "time": "0.000", "timestamp": started}
        out.write(f"  <testsuite{_attributes(named)}>\n")
        out.writelines(_case(case, suite.name) for case in suite.cases)
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _suites(review: Review) -> Iterator[_Suite]:
    advice = {rule.id: _advice(rule) for rule in review.rules}
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in review.findings:
        if standing(finding) != "gone":
            found[finding.location.path].append(finding)
    files = {file.path: file for file in review.coverage.files}
    unread = {skipped.path: skipped.reason for skipped in review.coverage.skipped if skipped.is_failure}
    for path in sorted({*found, *files, *unread}):
        cases = chain(
            (_finding(finding, advice.get(finding.rule, _NONE)) for finding in found.get(path, ())),
            _passes(files.get(path)),
            (_gap("read", reason) for reason in [unread.get(path)] if reason is not None),
        )
        yield _Suite(name=path, cases=tuple(cases) or (_Case(name="no findings"),))
    yield _Suite(name=_WHOLE, cases=tuple(_whole(review)))


def _advice(rule: Rule) -> _Advice:
    why, fix = (visible(short(text.en, sentences=2)) for text in (rule.why, rule.how))
    return _Advice(message=rule.message.en, lines=(f"Why: {why}", f"Fix: {fix}"))


def _finding(finding: Finding, advice: _Advice) -> _Case:
    span = finding.location.span
    name = f"{finding.rule} at {span.start_line}:{span.start_column}"
    said = finding.message or advice.message or finding.rule
    match standing(finding):
        case "open":
            text = "\n".join(_details(finding, advice, said))
            kind = f"{finding.severity} {finding.category}"
            return _Case(name=name, answer="failure", kind=kind, message=said, text=text, line=span.start_line)
        case "suppressed":
            return _Case(name=name, answer="skipped", message=_suppressed(finding.suppression), line=span.start_line)
        case _:
            return _Case(name=name, answer="skipped", message="in the baseline", line=span.start_line)


def _suppressed(suppression: Suppression | None) -> str:
    if suppression is None:
        return "suppressed"
    return f"suppressed by {suppression.marker}: {suppression.reason}".removesuffix(": ")


def _details(finding: Finding, advice: _Advice, said: str) -> Iterator[str]:
    weaknesses = [f"CWE-{number}" for number in finding.cwe]
    yield visible(f"{finding.location}: {finding.severity}: {said}")
    yield visible(" · ".join([finding.rule, f"{finding.confidence} confidence", *weaknesses]))
    yield from (f"    {_line(line)}" for line in split_lines(finding.snippet))
    for number, step in enumerate(finding.steps, 1):
        yield visible(f"{number}. {step.location} {step.message}")
    yield from advice.lines
    if finding.gate_note:
        yield f"Note: {visible(finding.gate_note)}"


def _passes(file: FileCoverage | None) -> Iterator[_Case]:
    for step in file.passes if file else ():
        if step.outcome is Outcome.FAILED:
            yield _gap(step.engine, step.reason)
        elif step.outcome in (Outcome.PARTIAL, Outcome.SKIPPED):
            yield _Case(name=step.engine, answer="skipped", message=f"{step.outcome}: {step.reason}")


def _gap(name: str, reason: str) -> _Case:
    return _Case(name=name, answer="error", kind="not reviewed", message=reason)


def _whole(review: Review) -> Iterator[_Case]:
    for engine in review.coverage.engines_missing:
        yield _gap(engine.path, engine.reason)
    if review.is_partial:
        yield _gap("the whole review", "The review was interrupted: what stands here is true but not all.")
    yield _gate(review.gate)


def _gate(gate: Gate) -> _Case:
    message = "; ".join([_VERDICTS[gate.result], *gate.reasons])
    match gate.result:
        case GateResult.PASSED | GateResult.UNSET:
            return _Case(name="gate")
        case GateResult.FAILED:
            return _Case(name="gate", answer="failure", kind="gate", message=message)
        case GateResult.INSUFFICIENT:
            return _Case(name="gate", answer="error", kind="gate", message=message)
        case GateResult.NOTHING:
            return _Case(name="gate", answer="skipped", message=message)


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
