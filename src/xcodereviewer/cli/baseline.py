"""`xcr baseline`: the findings that are known and wait, in a file that the repository keeps."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from xcodereviewer.cli import completing
from xcodereviewer.cli.comparing import known_by_file
from xcodereviewer.cli.config import configuration_at
from xcodereviewer.cli.configure import told_origin
from xcodereviewer.cli.session import open_session
from xcodereviewer.cli.source import Source
from xcodereviewer.cli.whole_file import whole_file
from xcodereviewer.core.errors import Conflict, Unavailable
from xcodereviewer.domain.levels import BaselineState
from xcodereviewer.domain.review import Review
from xcodereviewer.pipeline.review import review
from xcodereviewer.sources.part import is_within, part_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.worktree import head_revision
from xcodereviewer.triage.baseline import Baseline, BaselineEntry, baseline_of, write_baseline

__all__ = ["command"]

DEFAULT_FILE = ".xcr-baseline.json"


class BaselineExists(Conflict):
    """A baseline that would be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. `xcr baseline update` takes in what is new, --force begins anew.")


class ReviewIncomplete(Unavailable):
    """A review that left something out, from which no baseline should be made."""

    def __init__(self, failures: int) -> None:
        parts = "1 part of the review failed, and" if failures == 1 else f"{failures:,} parts of the review failed, and"
        super().__init__(f"{parts} a baseline would miss what is there. `xcr review` says what; mend that first.")


_target = click.argument("target", default=".", shell_complete=completing.files)
_file = click.option("--file", "file", type=click.Path(path_type=Path), help=f"The baseline; default: {DEFAULT_FILE}.")


@click.group(name="baseline")
def command() -> None:
    """Keep a list of known findings: what is in it does not fail the gate."""


@command.command(name="create")
@_target
@_file
@click.option("--force", is_flag=True, help="Write over a baseline that is there.")
def create(target: str, *, file: Path | None, force: bool) -> None:
    """Review TARGET and make everything that is found known."""
    path = _place(target, file)
    if path.exists() and not force:
        raise BaselineExists(path)
    _write(path, baseline_of(_reviewed(target, None).findings), commit=_commit(target))
    if not configuration_at(target).settings.baseline:
        click.echo(f'To use it: `--baseline {path}`, or `baseline = "{path.name}"` in .xcr.toml.', err=True)


@command.command(name="update")
@_target
@_file
def update(target: str, *, file: Path | None) -> None:
    """Make what is new known as well, and forget what is gone; known findings keep their ids."""
    path = _place(target, file)
    known = baseline_of(_reviewed(target, path).findings)
    _write(path, known, elsewhere=_elsewhere(target, path), commit=_commit_now(target, path))


@command.command(name="prune")
@_target
@_file
@click.option("--dry-run", is_flag=True, help="Only say what is gone; ends with 1 when something is.")
def prune(target: str, *, file: Path | None, dry_run: bool) -> int:
    """Forget what is gone; what is new stays new."""
    path = _place(target, file)
    findings = _reviewed(target, path).findings
    gone = [finding for finding in findings if finding.baseline is BaselineState.ABSENT]
    for finding in gone:
        click.echo(f"- {finding.severity:8} {finding.location}  {finding.rule}")
    if dry_run:
        click.echo(f"{len(gone):,} gone.", err=True)
        return int(bool(gone))
    kept = baseline_of(finding for finding in findings if finding.baseline is not BaselineState.NEW)
    _write(path, kept, elsewhere=_elsewhere(target, path), commit=_commit_now(target, path))
    return 0


@command.command(name="show")
@_target
@_file
def show(target: str, *, file: Path | None) -> None:
    """List what is known."""
    path = _place(target, file)
    entries = known_by_file(path).baseline.entries
    for entry in entries:
        click.echo(f"{entry.id[:12]}  {entry.severity:8} {entry.path}:{entry.line}  {entry.rule}")
    click.echo(f"{len(entries):,} known.", err=True)


def _place(target: str, file: Path | None) -> Path:
    configured = configuration_at(target).settings.baseline
    if file or configured:
        return file or Path(configured)
    root = part_of(Source(target=target).folder or Path()).root
    return Path(os.path.relpath(root / DEFAULT_FILE))


def _elsewhere(target: str, path: Path) -> tuple[BaselineEntry, ...]:
    """Return the entries outside of TARGET, which a review of it says nothing about."""
    part = tree_path(part_of(Path(target)).path) if Source(target=target).folder is not None else ""
    return tuple(entry for entry in known_by_file(path).baseline.entries if not is_within(entry.path, part))


def _reviewed(target: str, path: Path | None) -> Review:
    configuration = configuration_at(target)
    known = known_by_file(path, target=Source(target=target).folder) if path is not None else None
    with told_origin(configuration), open_session(Source(target=target), configuration.settings) as session:
        request = session.request
        if known is not None:
            request = replace(request, baseline=known.baseline, renames=known.renames)
        result = review(request)
    if result.is_partial:
        raise KeyboardInterrupt
    if result.coverage.failures:
        raise ReviewIncomplete(result.coverage.failures)
    return result


def _commit(target: str) -> str:
    """Return the commit at which the work tree of TARGET is; empty when it is in none, or nothing is committed."""
    folder = Source(target=target).folder
    work_tree = part_of(folder).work_tree if folder is not None else None
    return head_revision(work_tree) if work_tree is not None else ""


def _commit_now(target: str, path: Path) -> str:
    """Return the commit since which the entries' paths hold: what is known elsewhere still has those of before."""
    return known_by_file(path).baseline.commit if _elsewhere(target, path) else _commit(target)


def _write(path: Path, baseline: Baseline, *, commit: str, elsewhere: Sequence[BaselineEntry] = ()) -> None:
    entries = sorted((*baseline.entries, *elsewhere), key=lambda entry: (entry.path, entry.rule, entry.id))
    with whole_file(path) as out:
        out.write(write_baseline(Baseline(commit=commit, entries=tuple(entries))).decode())
    click.echo(f"{path}: {len(entries):,} known.")
