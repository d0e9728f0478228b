"""`xcr prove`: the path of a finding, derived again from the source alone."""

from collections.abc import Sequence
from typing import Literal

import click
import msgspec

from xcodereviewer.cli import completing
from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.explain import find_finding
from xcodereviewer.cli.own_models import own_models
from xcodereviewer.cli.question import ENGINE, question
from xcodereviewer.cli.related import related
from xcodereviewer.cli.result import result_at
from xcodereviewer.cli.session import Session, open_session, pack_of
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.table import pen_for_stdout
from xcodereviewer.core.errors import InputError, Unavailable
from xcodereviewer.core.settings import Settings
from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.engines.dataflow.ir import pack
from xcodereviewer.engines.dataflow.proof.claim import Claim, ClaimedStep
from xcodereviewer.engines.dataflow.proof.proving import Proven
from xcodereviewer.pipeline.reading import read_text
from xcodereviewer.pipeline.review import review
from xcodereviewer.reports.terminal_style import Pen

__all__ = ["command"]

_LONGEST = 100  # characters of an expression


class NoPath(InputError):
    """A finding that claims no path."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(
            f"The finding `{finding.fingerprint[:12]}` of {finding.rule} claims no path, so there is nothing to prove."
            " Findings of data flow from a source to a sink have one."
        )


class NoProof(Unavailable):
    """The engine could not look."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The path cannot be followed: {reason}. `xcr doctor` says what works here.")


@click.command(name="prove")
@click.argument("name", metavar="ID")
@click.argument("target", default=".", shell_complete=completing.files)
@click.option(
    "--report",
    metavar="FILE",
    shell_complete=completing.files,
    help="A JSON result in which the finding stands, instead of reviewing TARGET: is it true of TARGET now?",
)
def command(name: str, target: str, *, report: str | None) -> int:
    """Derive the path of the finding with this ID (or the beginning of it) again, from the source alone.

    Exits with 0 when every step holds, with 1 when one does not, with 2 when that could not be found out.
    """
    settings = configuration_at(target).settings
    # Nothing that was kept of an earlier review counts here.
    settings = msgspec.structs.replace(settings, cache=False)
    with open_session(Source(target=target), settings) as session:
        findings = _findings(session, report)
        finding = find_finding(findings, name.removeprefix("xcr/v1:"))
        if not finding.steps:
            raise NoPath(finding)
        proven = _proven(session, _claim(finding, settings), settings)
        return _print(finding, proven, session.tree)


def _findings(session: Session, report: str | None) -> Sequence[Finding]:
    if report is not None:
        return result_at(report).findings
    return review(session.request).findings


def _claim(finding: Finding, settings: Settings) -> Claim:
    names = {finding.rule, *(witness.rule for witness in finding.witnesses if witness.engine == ENGINE.name)}
    for rule in pack_of(settings).rules:
        if rule.id in names and rule.engine == ENGINE.name:
            kinds = msgspec.json.decode(rule.match, type=dict[str, object])
            if "from" in kinds:
                return msgspec.convert(
                    {"source": kinds["from"], "sink": kinds["to"], "steps": list(map(_claimed, finding.steps))}, Claim
                )
    raise NoPath(finding)


def _claimed(step: Step) -> ClaimedStep:
    span = step.location.span
    at = pack(span.start_line, span.start_column, span.end_line, span.end_column)
    return ClaimedStep(step.location.path, at, step.message)


def _proven(session: Session, claim: Claim, settings: Settings) -> list[Proven]:
    asked = question("proof", msgspec.json.encode({"proof": claim}).decode())
    found, failure = related(session.tree, [asked, *own_models(settings, [asked])], jobs=session.request.jobs)
    if failure:
        raise NoProof(failure)
    proven = [msgspec.json.decode(one.message, type=Proven) for _, one in found]
    return sorted(proven, key=lambda one: one.number)


def _print(finding: Finding, proven: Sequence[Proven], tree: SourceTree) -> int:
    pen = pen_for_stdout()
    results = {one.number: one for one in proven}
    pen.line(pen.paint(pen.visible(f"{finding.location}  {finding.rule}"), "strong"))
    for number, step in enumerate(finding.steps):
        _print_step(pen, number, step, results.get(number), _expression(tree, step))
    holds = len(results) == len(finding.steps) and all(one.holds for one in proven)
    if holds:
        pen.line(f"Proved: each of the {len(finding.steps)} steps follows from the one before it.")
        return 0
    failed = next(number for number in range(len(finding.steps)) if number not in results or not results[number].holds)
    pen.line(f"Not proved: step {failed + 1} of {len(finding.steps)} does not follow.")
    return 1


def _print_step(pen: Pen, number: int, step: Step, result: Proven | None, expression: str) -> None:
    place = f"{step.location.path}:{step.location.span.start_line}:{step.location.span.start_column}"
    mark = "not looked at" if result is None else ("holds" if result.holds else "does not hold")
    role: Literal["dim", "good", "bad"] = "dim" if result is None else ("good" if result.holds else "bad")
    pen.line(f"{number + 1:>3}. {pen.visible(place)}  {pen.paint(mark, role)}")
    if expression:
        pen.line(f"     {pen.paint(pen.visible(expression), 'strong')}")
    pen.line(f"     {pen.visible(step.message)}")
    if result is not None:
        pen.line(pen.paint(pen.visible(f"     {result.why[:1].upper()}{result.why[1:]}."), "dim"))


def _expression(tree: SourceTree, step: Step) -> str:
    """Return the text at the place of a step, as it is now, in one line."""
    try:
        lines = read_text(tree.read(step.location.path)).text.splitlines()
    except (OSError, KeyError):
        return ""
    text = " ".join(" ".join(_cut(lines, step.location.span)).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _cut(lines: Sequence[str], span: Span) -> list[str]:
    shown = list(lines[span.start_line - 1 : span.end_line])
    if shown and span.end_line == span.start_line:
        return [shown[0][span.start_column - 1 : span.end_column - 1]]
    if shown:
        shown[0] = shown[0][span.start_column - 1 :]
    if len(shown) == span.end_line - span.start_line + 1:
        shown[-1] = shown[-1][: span.end_column - 1]
    return shown
