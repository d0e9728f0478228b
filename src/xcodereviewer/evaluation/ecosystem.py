"""What a change of rules, models or engines does to the findings of real projects."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.review import Review
from xcodereviewer.triage.differences import compare

__all__ = ["Change", "Moved", "changed_findings", "changes_by_project", "changes_by_rule", "code_lines"]

_NOT_CODE = frozenset({Language.JSON, Language.TOML, Language.YAML, Language.MARKDOWN, Language.TEXT, Language.CSS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How many findings came and went, by `name`: a rule or a project; `lines` of code were looked at."""

    name: str
    added: int
    removed: int
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A finding of a project that came, or went."""

    project: str
    finding: Finding
    is_added: bool


def changed_findings(projects: Mapping[str, tuple[Review, Review]]) -> list[Moved]:
    """Return what came and then what went, project by project."""
    found = []
    for name, (old, new) in projects.items():
        differences = compare(old.findings, new.findings)
        found += [Moved(project=name, finding=one, is_added=True) for one in differences.appeared]
        found += [Moved(project=name, finding=one, is_added=False) for one in differences.disappeared]
    return found


def changes_by_rule(projects: Mapping[str, tuple[Review, Review]]) -> list[Change]:
    """Return what came and went between two reviews of each project, the rule with most of it first."""
    added: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    for old, new in projects.values():
        differences = compare(old.findings, new.findings)
        added.update(finding.rule for finding in differences.appeared)
        removed.update(finding.rule for finding in differences.disappeared)
    lines = sum(code_lines(new) for _, new in projects.values())
    changes = (Change(name=rule, added=added[rule], removed=removed[rule], lines=lines) for rule in {*added, *removed})
    return sorted(changes, key=lambda change: (-change.added - change.removed, change.name))


def changes_by_project(projects: Mapping[str, tuple[Review, Review]]) -> list[Change]:
    """Return what came and went in each project."""
    compared = ((name, new, compare(old.findings, new.findings)) for name, (old, new) in projects.items())
    return [
        Change(
            name=name,
            added=len(differences.appeared),
            removed=len(differences.disappeared),
            lines=code_lines(new),
        )
        for name, new, differences in compared
    ]


def code_lines(review: Review) -> int:
    """Return the lines of all reviewed files that are code."""
    return sum(file.lines for file in review.coverage.files if file.language not in _NOT_CODE)
