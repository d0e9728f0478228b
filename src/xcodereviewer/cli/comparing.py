"""What the findings of a review are compared with: a baseline file, or an earlier commit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from xcodereviewer.cli.base import added_entries
from xcodereviewer.core.errors import InputError, NotFound, XCodeReviewerError
from xcodereviewer.domain.source import Change
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review
from xcodereviewer.sources.commit_tree import open_commit
from xcodereviewer.sources.directory import DirectoryTree
from xcodereviewer.sources.named_parts import NamedParts
from xcodereviewer.sources.repository import merge_base, renames, resolve
from xcodereviewer.sources.selection import Selection
from xcodereviewer.triage.baseline import Baseline, baseline_of, read_baseline

__all__ = ["Known", "TwoBaselines", "known_by_commit", "known_by_file"]


_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


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


def known_by_file(path: Path, *, base: str | None = None, target: Path | None = None) -> Known:
    """Read a baseline file.

    Args:
        path: the file.
        base: the commit since which a change is under review; what that added to the file is told apart.
        target: the folder or file that is reviewed; what Git calls renamed there since the file was made is followed.

    Raises:
        BaselineMissing: it is not there.
        CorruptBaseline: it is not whole.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BaselineMissing(path) from error
    baseline = read_baseline(data, name=path.name)
    return Known(
        baseline=baseline,
        added=added_entries(baseline, path, base) if base is not None else frozenset(),
        renames=_renames_since(baseline.commit, target) if target is not None and baseline.commit else {},
    )


def _renames_since(commit: str, target: Path) -> Mapping[str, str]:
    """Return what was renamed since a commit that the work tree came from; of another, nothing is known."""
    try:
        # Only a full id: a name or an expression in the file would let it choose what is compared.
        is_ours = _COMMIT.fullmatch(commit) is not None and merge_base(target, commit) == commit
        return renames(target, commit, None) if is_ours else {}
    except XCodeReviewerError:  # no repository, a shallow one, or a commit of another
        return {}


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
