"""What a review is asked to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.rule import Rule
from xcodereviewer.domain.source import Change, SourceTree
from xcodereviewer.engines.pool import Limits
from xcodereviewer.engines.worker_process import StartedProcess
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.memory import TreeMemory
from xcodereviewer.triage.gate import Policy

if TYPE_CHECKING:
    from xcodereviewer.engines.sarif_import import SarifImport
    from xcodereviewer.triage.baseline import Baseline

__all__ = ["ReviewRequest"]


def _no_progress(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRequest:
    """A tree, the rules to hold it against, and how the outcome is judged.

    `changed_only` reports, of a tree that knows its changes, only what the change touches. `added_baseline` are the
    fingerprints of baseline entries that the change under review itself adds, `still_open` those that nobody accepted.
    """

    tree: SourceTree
    rules: Sequence[Rule]
    engines: Sequence[str]
    today: date
    parts: Sequence[str] = ()  # what of the tree is under review, when that is several files and folders
    jobs: int = 2
    policy: Policy = field(default_factory=Policy)
    changed_only: bool = True
    honoured_markers: frozenset[str] | None = None  # None: all that are known
    strict_suppressions: bool = False
    known_rules: frozenset[str] | None = None  # ids of all rules there are, run or not; None: unknown
    baseline: "Baseline | None" = None
    added_baseline: frozenset[str] = frozenset()
    still_open: frozenset[str] = frozenset()
    changes_since_baseline: Mapping[str, Change] | None = None  # what is added there cannot silence its own findings
    renames: Mapping[str, str] = field(default_factory=dict)  # old path → path now, since the baseline
    as_of: str | None = None
    imports: "Sequence[SarifImport]" = ()  # other tools' results
    cache: ResultCache | None = None
    memory: TreeMemory | None = None  # of the last review of the same folder
    limits: Limits = field(default_factory=Limits)
    started: StartedProcess | None = None  # a worker process that is there already
    notices: Sequence[Notice] = ()  # what is to be said of how the review was asked for
    progress: Callable[[int, int], None] = _no_progress
