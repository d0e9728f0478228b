"""`xcr eval`: how good a review is, held against a corpus that somebody labelled."""

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from xcodereviewer.cli import completing
from xcodereviewer.cli.configure import ConfigurationFile
from xcodereviewer.cli.eval_labels import chosen_cases, is_marked_code, read_labels
from xcodereviewer.cli.eval_output import LISTS, Evaluation, as_json, as_markdown, as_table, listed
from xcodereviewer.cli.eval_review import earlier_run, read_report, review_target, reviewed_paths
from xcodereviewer.cli.exit import ExitCode
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.table import pen_for_stdout
from xcodereviewer.core.configuration import Layer
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.domain.review import Review
from xcodereviewer.evaluation.comparison import compare_runs, ended
from xcodereviewer.evaluation.matching import judge
from xcodereviewer.evaluation.scores import score

__all__ = ["command"]


class EvalCall(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the command line."""

    labels: str
    target: str | None
    findings: str | None
    only: str | None
    without: str | None
    confidence: Confidence
    severity: Severity
    lists: tuple[str, ...]
    format: str
    against: str | None
    engines: tuple[str, ...]
    jobs: int | None
    config: str | None
    no_config: bool

    def counts(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the open findings that reach both thresholds."""
        return [
            finding
            for finding in findings
            if finding.is_open
            and finding.confidence.rank >= self.confidence.rank
            and finding.severity.rank >= self.severity.rank
        ]


@click.command(name="eval")
@click.argument("labels", shell_complete=completing.files)
@click.argument("target", required=False, shell_complete=completing.files)
@click.option(
    "--findings",
    metavar="FILE",
    shell_complete=completing.files,
    help="Score this JSON report instead of reviewing TARGET.",
)
@click.option(
    "--only", metavar="FILE", shell_complete=completing.files, help="Only the cases that FILE names, one a line."
)
@click.option(
    "--except",
    "without",
    metavar="FILE",
    shell_complete=completing.files,
    help="Only the cases that FILE does not name.",
)
@click.option(
    "--confidence",
    type=click.Choice([level.value for level in Confidence]),
    default="low",
    help="Count findings from this confidence on.",
)
@click.option(
    "--severity",
    type=click.Choice([level.value for level in Severity]),
    default="info",
    help="Count findings from this severity on.",
)
@click.option(
    "--list",
    "lists",
    type=click.Choice(list(LISTS)),
    multiple=True,
    help="Print missed weaknesses, or false alarms, one a line, below the table. May be repeated.",
)
@click.option("--format", type=click.Choice(["table", "json", "markdown"]), default="table", help="How it is told.")
@click.option(
    "--against",
    metavar="FILE",
    shell_complete=completing.files,
    help="Compare with an earlier run: a JSON result of `xcr review` or of `xcr eval`.",
)
@click.option("--engines", multiple=True, metavar="NAME", shell_complete=completing.engines, help="Run only these.")
@click.option("--jobs", "-j", type=int, help="Worker processes.")
@click.option("--config", metavar="FILE", shell_complete=completing.files, help="The configuration file.")
@click.option("--no-config", is_flag=True, help="Read no configuration file of the reviewed tree.")
def command(**options: object) -> int:
    """Review TARGET and score what is found by LABELS.

    LABELS is an expected-results CSV of the OWASP Benchmark, a JSON file of labels, or marked code, which needs no
    TARGET. Ends with 1 when the run is worse than the one that it is held against.
    """
    call = msgspec.convert(options, EvalCall)
    result = read_report(Path(call.findings)) if call.findings is not None else _reviewed(call)
    evaluation = _evaluated(call, result)
    pen = pen_for_stdout()
    if call.format == "json":
        click.echo(as_json(evaluation))
    else:
        for line in as_table(evaluation) if call.format == "table" else as_markdown(evaluation):
            pen.line(pen.visible(line))
        for line in listed(evaluation.cases, call.lists):
            pen.line(pen.visible(line))
    if result.coverage.failures:
        click.echo(f"xcr: {result.coverage.failures:,} passes of the review failed; the scores count them.", err=True)
        return ExitCode.ERROR
    return int(evaluation.comparison is not None and evaluation.comparison.is_worse)


def _reviewed(call: EvalCall) -> Review:
    values = {"engines": list(call.engines), "jobs": call.jobs}
    layer = Layer(origin="command line", values={key: value for key, value in values.items() if value})
    file = ConfigurationFile(path=Path(call.config) if call.config else None, is_wanted=not call.no_config)
    target = call.target or (call.labels if is_marked_code(Path(call.labels)) else ".")
    return review_target(Source(target=target), layer, file=file)


def _evaluated(call: EvalCall, result: Review) -> Evaluation:
    path = Path(call.labels)
    labels = chosen_cases(
        read_labels(path, reviewed=reviewed_paths(result)),
        path.name,
        only=Path(call.only) if call.only else None,
        without=Path(call.without) if call.without else None,
    )
    cases = judge(labels, call.counts(result.findings))
    comparison = None
    if call.against is not None:
        before = earlier_run(Path(call.against), lambda findings: judge(labels, call.counts(findings)))
        comparison = compare_runs(ended(cases), before)
    return Evaluation(name=path.name, labels=labels, cases=cases, scores=score(cases), comparison=comparison)
