"""`xcr diff`: what appeared, disappeared and moved between two results."""

import json

import click

from xcodereviewer.cli import completing
from xcodereviewer.cli.result import result_at
from xcodereviewer.cli.table import pen_for_stdout
from xcodereviewer.domain.finding import Finding
from xcodereviewer.reports.terminal_finding import severity_role
from xcodereviewer.reports.terminal_style import Pen
from xcodereviewer.triage.differences import Differences, compare

__all__ = ["command"]


@click.command(name="diff")
@click.argument("old", shell_complete=completing.files)
@click.argument("new", shell_complete=completing.files)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(old: str, new: str, *, as_json: bool) -> int:
    """Compare two JSON results; ends with 1 when a finding appeared that OLD does not have."""
    differences = compare(result_at(old).findings, result_at(new).findings)
    if as_json:
        click.echo(_as_json(differences))
    else:
        _show(differences, pen_for_stdout())
    return int(bool(differences.appeared))


def _show(differences: Differences, pen: Pen) -> None:
    for finding in differences.appeared:
        pen.line(f"{pen.paint('+', 'bad')} {_told(finding, pen)}")
    for finding in differences.disappeared:
        pen.line(f"{pen.paint('-', 'good')} {_told(finding, pen)}")
    for before, after in differences.moved:
        pen.line(f"{pen.paint('~', 'dim')} {_told(after, pen)}  {pen.paint(f'(was {before.location})', 'dim')}")
    counts = [
        (differences.appeared, "appeared"),
        (differences.disappeared, "disappeared"),
        (differences.moved, "moved"),
    ]
    told = ", ".join(f"{len(findings):,} {word}" for findings, word in counts)
    pen.line(f"{told}, {differences.unchanged:,} unchanged.")


def _as_json(differences: Differences) -> str:
    return json.dumps(
        {
            "appeared": [_fact(finding) for finding in differences.appeared],
            "disappeared": [_fact(finding) for finding in differences.disappeared],
            "moved": [{**_fact(after), "was": str(before.location)} for before, after in differences.moved],
            "unchanged": differences.unchanged,
        },
        indent=2,
        ensure_ascii=False,
    )


def _told(finding: Finding, pen: Pen) -> str:
    severity = pen.paint(f"{finding.severity:8}", severity_role(finding.severity))
    return f"{severity} {pen.paint(pen.visible(str(finding.location)), 'place')}  {pen.visible(finding.rule)}"


def _fact(finding: Finding) -> dict[str, str]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "severity": finding.severity,
        "location": str(finding.location),
    }
