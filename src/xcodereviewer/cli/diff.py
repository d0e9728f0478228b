"""`xcr diff`: what appeared, disappeared and moved between two results."""

import json
from pathlib import Path

import click

from xcodereviewer.cli import completing
from xcodereviewer.core.errors import NotFound
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.json_report import read_review
from xcodereviewer.triage.differences import Differences, compare

__all__ = ["command"]


class ResultMissing(NotFound):
    """A result that is not there."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The result {path} cannot be read: {reason}. Write one with `xcr review --output json=FILE`.")


@click.command(name="diff")
@click.argument("old", shell_complete=completing.files)
@click.argument("new", shell_complete=completing.files)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(old: str, new: str, *, as_json: bool) -> int:
    """Compare two JSON results; ends with 1 when a finding appeared that OLD does not have."""
    differences = compare(_read(old).findings, _read(new).findings)
    click.echo(_as_json(differences) if as_json else _as_text(differences))
    return int(bool(differences.appeared))


def _read(path: str) -> Review:
    try:
        return read_review(Path(path).read_bytes())
    except OSError as error:
        raise ResultMissing(path, error.strerror or str(error)) from error


def _as_text(differences: Differences) -> str:
    lines = [
        *(f"+ {_told(finding)}" for finding in differences.appeared),
        *(f"- {_told(finding)}" for finding in differences.disappeared),
        *(f"~ {_told(after)}  (was {before.location})" for before, after in differences.moved),
    ]
    counts = [
        (differences.appeared, "appeared"),
        (differences.disappeared, "disappeared"),
        (differences.moved, "moved"),
    ]
    told = ", ".join(f"{len(findings):,} {word}" for findings, word in counts)
    return "\n".join((*lines, f"{told}, {differences.unchanged:,} unchanged."))


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


def _told(finding: Finding) -> str:
    return f"{finding.severity:8} {finding.location}  {finding.rule}"


def _fact(finding: Finding) -> dict[str, str]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "severity": finding.severity,
        "location": str(finding.location),
    }
