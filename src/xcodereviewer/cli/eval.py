"""`xcr eval`: how good a review is, held against a corpus that somebody labelled."""

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from xcodereviewer.cli import completing
from xcodereviewer.cli.configure import ConfigurationFile
from xcodereviewer.cli.eval_ecosystem import LISTS as CHANGES
from xcodereviewer.cli.eval_ecosystem import compare_ecosystem, ecosystem_lines, review_ecosystem
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

    labels: str | None
    target: str | None
    findings: str | None
    only: str | None
    without: str | None
    confidence: Confidence
    severity: Severity
    lists: tuple[str, ...]
    format: str
    against: str | None
    ecosystem: str | None
    reports: str | None
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
@click.argument("labels", required=False, shell_complete=completing.files)
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
    type=click.Choice([*LISTS, *CHANGES.values()]),
    multiple=True,
    help="Print missed weaknesses, or false alarms, or what came or went in an ecosystem, one a line, below the table. "
    "May be repeated.",
)
@click.option("--format", type=click.Choice(["table", "json", "markdown"]), default="table", help="How it is told.")
@click.option(
    "--against",
    metavar="FILE",
    shell_complete=completing.files,
    help="Compare with an earlier run: a JSON result of `xcr review` or of `xcr eval`; of an ecosystem, the folder.",
)
@click.option(
    "--ecosystem",
    metavar="FILE",
    shell_complete=completing.files,
    help="Instead of LABELS, a list of projects; what a change does to their findings.",
)
@click.option(
    "--reports",
    metavar="FOLDER",
    shell_complete=completing.folders,
    help="Where the reports of an ecosystem are written.",
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
    if call.ecosystem is not None:
        return _ecosystem(call, Path(call.ecosystem))
    if call.labels is None:
        raise click.UsageError("Missing argument 'LABELS'.")
    return _scored(call, Path(call.labels))


def _scored(call: EvalCall, labels: Path) -> int:
    read_labels(labels, reviewed=())  # what is wrong with them is told before the review
    result = read_report(Path(call.findings)) if call.findings is not None else _reviewed(call, labels)
    evaluation = _evaluated(call, labels, result)
    if call.format == "json":
        click.echo(as_json(evaluation))
    else:
        _print(as_table(evaluation) if call.format == "table" else as_markdown(evaluation))
        _print(listed(evaluation.cases, [name for name in call.lists if name in LISTS]))
    is_worse = evaluation.comparison is not None and evaluation.comparison.is_worse
    return _code(result.coverage.failures, is_worse=is_worse)


def _ecosystem(call: EvalCall, listed: Path) -> int:
    if call.reports is None:
        raise click.UsageError("--ecosystem needs --reports FOLDER.")
    reports = Path(call.reports)
    failures = review_ecosystem(
        listed, reports, _command_line(call), file=_file(call), progress=lambda line: click.echo(line, err=True)
    )
    if call.against is not None:
        compared = compare_ecosystem(listed, old=Path(call.against), new=reports, counts=call.counts)
        _print(ecosystem_lines(compared, call.format, call.lists))
    return _code(failures)


def _code(failures: int, *, is_worse: bool = False) -> int:
    if failures:
        click.echo(f"xcr: {failures:,} passes of the review failed; what they would have found is missing.", err=True)
        return ExitCode.ERROR
    return int(is_worse)


def _print(lines: Iterable[str]) -> None:
    pen = pen_for_stdout()
    for line in lines:
        pen.line(pen.visible(line))


def _reviewed(call: EvalCall, labels: Path) -> Review:
    target = call.target or (str(labels) if is_marked_code(labels) else ".")
    return review_target(Source(target=target), _command_line(call), file=_file(call))


def _command_line(call: EvalCall) -> Layer:
    values = {"engines": list(call.engines), "jobs": call.jobs}
    return Layer(origin="command line", values={key: value for key, value in values.items() if value})


def _file(call: EvalCall) -> ConfigurationFile:
    return ConfigurationFile(path=Path(call.config) if call.config else None, is_wanted=not call.no_config)


def _evaluated(call: EvalCall, path: Path, result: Review) -> Evaluation:
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
