"""What the findings of a review are compared with: a baseline file, or an earlier commit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from xcodereviewer.cli.base import added_entries
from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.domain.source import Change
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review
from xcodereviewer.sources.commit_tree import open_commit
from xcodereviewer.sources.directory import DirectoryTree
from xcodereviewer.sources.named_parts import NamedParts
from xcodereviewer.sources.repository import renames, resolve
from xcodereviewer.sources.selection import Selection
from xcodereviewer.triage.baseline import Baseline, baseline_of, read_baseline

__all__ = ["Known", "TwoBaselines", "known_by_commit", "known_by_file"]


class BaselineMissing(NotFound):
    """A baseline file that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no baseline {path}. Write one with `xcr baseline create`, or leave --baseline out.")


class TwoBaselines(InputError):
    """A baseline file and a baseline commit at once."""

    def __init__(self) -> None:
        super().__init__("--baseline and --baseline-commit both say what is known already. Use one of them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known already, how files are called since, and what the change under review itself adds to it.

    `changes` are the lines that were added since; None when that is unknown.
    """

    baseline: Baseline
    renames: Mapping[str, str] = field(default_factory=dict)
    added: frozenset[str] = frozenset()
    changes: Mapping[str, Change] | None = None


def known_by_file(path: Path, *, base: str | None) -> Known:
    """Read a baseline file; with `base`, what the change since that commit added to it is told apart.

    Raises:
        BaselineMissing: it is not there.
        CorruptBaseline: it is not whole.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BaselineMissing(path) from error
    baseline = read_baseline(data, name=path.name)
    return Known(baseline=baseline, added=added_entries(baseline, path, base) if base is not None else frozenset())


def known_by_commit(path: Path, revision: str, *, request: ReviewRequest, selection: Selection) -> Known:
    """Review what a commit has there, with the rules of `request`; what was suppressed there is not known.

    Raises:
        XCodeReviewerError: the repository cannot be read, or has no such commit.
    """
    commit = resolve(path, revision)
    moved = renames(path, commit, None)
    with open_commit(path, commit, selection=selection, also=moved.keys()) as tree:
        before = review(replace(request, tree=tree, changed_only=False, memory=None, started=None))
    changes = request.tree.changes_since if isinstance(request.tree, DirectoryTree | NamedParts) else None
    return Known(baseline=baseline_of(before.findings), renames=moved, changes=changes)
