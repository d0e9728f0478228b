"""`xcr eval --ecosystem`: which findings a change of rules, models or engines adds to real projects and takes away."""
# xcr: ignore-file[write-outside-its-place] writes the reports of the projects into the folder that the user names

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xcodereviewer.cli.configure import ConfigurationFile
from xcodereviewer.cli.eval_labels import read_text_file
from xcodereviewer.cli.eval_output import markdown_table, text_table
from xcodereviewer.cli.eval_review import read_report, review_target
from xcodereviewer.cli.source import Source
from xcodereviewer.core.configuration import Layer
from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Review
from xcodereviewer.evaluation.ecosystem import (
    Change,
    Moved,
    changed_findings,
    changes_by_project,
    changes_by_rule,
    code_lines,
)
from xcodereviewer.reports.formats import write_report

__all__ = ["LISTS", "compare_ecosystem", "ecosystem_lines", "review_ecosystem"]

LISTS = {True: "added", False: "removed"}
_HEAD = ("added", "removed", "kLOC", "added per kLOC", "removed per kLOC")


Counts = Callable[[Iterable[Finding]], list[Finding]]


class EcosystemUnreadable(InputError):
    """A list of projects that is not right."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The list {path} cannot be read: {reason}. Write `FOLDER`, or `FOLDER COMMIT`, one a line.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Project:
    name: str
    folder: Path
    commit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came and went, by rule, by project, and one by one."""

    rules: Sequence[Change]
    projects: Sequence[Change]
    findings: Sequence[Moved]


class _NoTexts:
    def text(self, path: str) -> str | None:  # noqa: ARG002 - JSON shows no source
        return None


def review_ecosystem(
    listed: Path,
    reports: Path,
    command_line: Layer,
    *,
    file: ConfigurationFile,
    progress: Callable[[str], None] = lambda line: None,  # noqa: ARG005 - nobody is told
) -> int:
    """Review each project of the list, at its commit, into `reports`; returns how many passes failed.

    `progress` is told of each project when it is done.

    Raises:
        XCodeReviewerError: a project cannot be reviewed.
    """
    reports.mkdir(parents=True, exist_ok=True)
    failures = 0
    for project in _projects(listed):
        source = Source(target=str(project.folder), revision=project.commit)
        result = review_target(source, command_line, file=file)
        failures += result.coverage.failures
        with _report(reports, project).open("w", encoding="utf-8") as out:
            write_report("json", result, out, sources=_NoTexts())
        count = sum(finding.is_open for finding in result.findings)
        progress(f"{project.name}: {count:,} findings in {code_lines(result):,} lines, {result.duration_s:.1f} s")
    return failures


def compare_ecosystem(listed: Path, *, old: Path, new: Path, counts: Counts) -> Compared:
    """Return what came and went between the reports of two folders, of the findings that count.

    Raises:
        XCodeReviewerError: a report is missing or not whole.
    """
    projects: dict[str, tuple[Review, Review]] = {
        project.name: (_counted(_report(old, project), counts), _counted(_report(new, project), counts))
        for project in _projects(listed)
    }
    return Compared(
        rules=changes_by_rule(projects), projects=changes_by_project(projects), findings=changed_findings(projects)
    )


def _counted(report: Path, counts: Counts) -> Review:
    review = read_report(report)
    return replace(review, findings=tuple(counts(review.findings)))


def ecosystem_lines(compared: Compared, form: str, lists: Sequence[str]) -> Iterator[str]:
    """Yield the lines that tell the changes as `table`, `markdown` or `json`; `lists` are as `LISTS` has them."""
    rules, projects = compared.rules, compared.projects
    if form == "json":
        findings = list(map(_moved, compared.findings))
        yield json.dumps({"rules": _facts(rules), "projects": _facts(projects), "findings": findings}, indent=2)
        return
    table = text_table if form == "table" else markdown_table
    together = Change(
        name="all",
        added=sum(change.added for change in projects),
        removed=sum(change.removed for change in projects),
        lines=sum(change.lines for change in projects),
    )
    if rules:
        yield from table([("rule", *_HEAD), *map(_cells, rules)])
        yield ""
    yield from table([("project", *_HEAD), *map(_cells, (*projects, together))])
    shown = [one for one in compared.findings if LISTS[one.is_added] in lists]
    if shown:
        yield ""
    for one in shown:
        found = one.finding
        place = f"{one.project}/{found.location}"
        yield f"{'+' if one.is_added else '-'} {found.severity:8}  {place}  {found.rule}: {found.message}"


def _projects(listed: Path) -> list[_Project]:
    projects = []
    for number, line in enumerate(read_text_file(listed).splitlines(), start=1):
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        folder = listed.parent / words[0]
        if len(words) > 2 or not folder.exists():
            reason = f"line {number} is no folder that is there, with at most a commit"
            raise EcosystemUnreadable(listed, reason)
        projects.append(_Project(name=folder.resolve().name, folder=folder, commit=words[1] if words[1:] else None))
    names = [project.name for project in projects]
    if len(set(names)) < len(names) or not names:
        raise EcosystemUnreadable(listed, "two folders have one name" if names else "it names no project")
    return projects


def _report(folder: Path, project: _Project) -> Path:
    return folder / f"{project.name}.json"


def _cells(change: Change) -> tuple[str, ...]:
    kloc = change.lines / 1000
    shares = (f"{count / kloc:.3f}" if kloc else "-" for count in (change.added, change.removed))
    return (change.name, f"{change.added:,}", f"{change.removed:,}", f"{kloc:,.1f}", *shares)


def _moved(one: Moved) -> dict[str, object]:
    found = one.finding
    return {
        "project": one.project,
        "change": LISTS[one.is_added],
        "rule": found.rule,
        "severity": found.severity,
        "confidence": found.confidence,
        "location": str(found.location),
        "message": found.message,
        "fingerprint": found.fingerprint,
    }


def _facts(changes: Iterable[Change]) -> list[dict[str, object]]:
    return [
        {"name": change.name, "added": change.added, "removed": change.removed, "lines": change.lines}
        for change in changes
    ]
