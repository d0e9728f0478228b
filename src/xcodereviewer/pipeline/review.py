"""The road of one review: tree, plan, engines, fuse, identify, judge."""

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from xcodereviewer import __version__
from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Notice, Review
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.pool import WorkerPool
from xcodereviewer.pipeline.examine import Examination, Examined
from xcodereviewer.pipeline.memory import Remembered, plans_digest, to_remember
from xcodereviewer.pipeline.plan import EnginePlan, plan_engines
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.self_exclusion import say_self_exclusions
from xcodereviewer.pipeline.texts import TreeTexts
from xcodereviewer.pipeline.unread import with_unread
from xcodereviewer.sources.part import is_within
from xcodereviewer.triage.changed import is_on_changed_lines
from xcodereviewer.triage.comments import FOREIGN_MARKERS
from xcodereviewer.triage.fuse import fuse
from xcodereviewer.triage.gate import judge
from xcodereviewer.triage.harmless import without_harmless
from xcodereviewer.triage.identify import identify
from xcodereviewer.triage.kin import kin_of
from xcodereviewer.triage.looked_at import files_looked_at
from xcodereviewer.triage.reimport import without_own_again
from xcodereviewer.triage.score import score_review
from xcodereviewer.triage.suppress import SuppressionOptions, apply_suppressions

if TYPE_CHECKING:
    from xcodereviewer.triage.baseline import Baseline, BaselineEntry, Comparison

__all__ = ["examine", "review", "review_with_texts"]

_MANY_LANGUAGES = 10  # an engine for as many is asked in nearly every review


def review(request: ReviewRequest) -> Review:
    """Review the tree of the request, from its files to the verdict of its gate; offline and complete.

    Raises:
        InputError: the request cannot be met (an `as_of` that is no version).
    """
    return review_with_texts(request)[0]


def review_with_texts(request: ReviewRequest) -> tuple[Review, TreeTexts]:
    """Review the tree of the request; returns also the texts that a report may quote from, without their secrets.

    A secret that the review does not report, because the change under review did not touch it, is hidden all the same.

    Raises:
        InputError: the request cannot be met (an `as_of` that is no version).
    """
    started_at, clock = datetime.now(UTC), time.monotonic()
    examined, coverage = examine(request)
    own = without_harmless(examined.findings, examined.harmless, rules=request.rules)
    imported, imported_rules, lost = _imported(request, examined)
    imported = without_own_again(imported, examined.findings)
    findings = identify(fuse([*own, *imported], tags={rule.id: rule.tags for rule in request.rules}))
    findings, notices = _triage(findings, examined, coverage, request)
    notices = [*request.notices, *say_self_exclusions(request.tree.files), *lost, *notices]
    changes = request.tree.changes
    score = score_review(findings, coverage, changes=changes if request.changed_only else None)
    gate, findings = judge(findings, coverage, policy=request.policy, changes=changes, score=score)
    if changes is not None and request.changed_only:
        findings = [finding for finding in findings if is_on_changed_lines(finding, changes)]
    if examined.is_partial:
        notices.append(Notice(code="interrupted", message="The review was interrupted; what was found so far is here."))
    reviewed = Review(
        tool_version=__version__,
        target=request.tree.target,
        started_at=started_at,
        duration_s=round(time.monotonic() - clock, 3),
        findings=tuple(findings),
        rules=_rules_of(findings, [*request.rules, *imported_rules]),
        coverage=coverage,
        score=score,
        gate=gate,
        notices=tuple(notices),
        is_partial=examined.is_partial,
    )
    return reviewed, TreeTexts(request.tree, reviewed, secrets=examined.secrets)


def _imported(request: ReviewRequest, examined: Examined) -> tuple[list[Finding], list[Rule], list[Notice]]:
    """Return what other tools found, their rules, and what is to be said of it."""
    if not request.imports:
        return [], [], []
    from xcodereviewer.pipeline.imported import place_imported

    return place_imported(request.imports, request.tree, masks=examined.secrets)


def examine(request: ReviewRequest) -> tuple[Examined, Coverage]:
    """Let the engines look at the tree; returns what they saw and the manifest of what was looked at."""
    plans, missing = plan_engines(request.engines, request.rules)
    examined = _looked_at(request, plans)
    coverage = Coverage(
        files=tuple(sorted(examined.files, key=lambda file: file.path)),
        skipped=tuple(sorted([*request.tree.skipped, *examined.skipped], key=lambda skip: skip.path)),
        engines_missing=(*missing, *examined.engines_failed),
    )
    return examined, with_unread(coverage, request)


def _looked_at(request: ReviewRequest, plans: Sequence[EnginePlan]) -> Examined:
    read_ns, digest = time.time_ns(), plans_digest(plans)
    early = _pool(request, plans) if request.started is not None else None
    try:
        before = request.memory.read(digest) if request.memory is not None else Remembered()
        examined = Examination(
            request.tree,
            plans,
            cache=request.cache,
            pool=lambda: early or _pool(request, plans),
            remembered=before,
            progress=request.progress,
        ).run()
    finally:
        if early is not None:
            early.close()
    if request.memory is not None:
        known = to_remember(request.tree.files, examined.results, before)
        request.memory.write(known, plans=digest, read_ns=read_ns)
    return examined


def _pool(request: ReviewRequest, plans: Sequence[EnginePlan]) -> WorkerPool:
    return WorkerPool(
        {plan.name: plan.rules for plan in plans},
        workers=request.jobs,
        limits=request.limits,
        started=request.started,
        ready=[plan.name for plan in plans if len(plan.languages) >= _MANY_LANGUAGES],
    )


def _triage(
    findings: Sequence[Finding], examined: Examined, coverage: Coverage, request: ReviewRequest
) -> tuple[list[Finding], list[Notice]]:
    options = SuppressionOptions(
        today=request.today,
        honoured=FOREIGN_MARKERS if request.honoured_markers is None else request.honoured_markers,
        strict=request.strict_suppressions,
        added_lines=request.tree.changes if request.tree.changes is not None else request.changes_since_baseline,
        rules_run=frozenset(rule.id for rule in request.rules),
        aliases={rule.id: rule.replaced_by for rule in request.rules if rule.replaced_by},
        foreign_codes={rule.id: codes for rule in request.rules if (codes := _foreign_codes(rule))},
        kin=kin_of(request.rules),
        known_rules=request.known_rules,
    )
    triaged, notices = apply_suppressions(findings, examined.markers, options=options)
    if request.baseline is not None:
        from xcodereviewer.triage.baseline import apply_baseline

        triaged, more = apply_baseline(triaged, _comparison(request.baseline, coverage, request))
        notices += more
    if request.as_of is not None:
        from xcodereviewer.triage.as_of import apply_as_of

        triaged, more = apply_as_of(triaged, request.rules, version=request.as_of)
        notices += more
    return triaged, notices


def _foreign_codes(rule: Rule) -> frozenset[str]:
    """Return what other tools call the rule, from its tags: `bandit-b602` is `B602`."""
    return frozenset(tag.partition("-")[2].upper() for tag in rule.tags if tag.startswith(("bandit-", "ruff-")))


def _comparison(baseline: "Baseline", coverage: Coverage, request: ReviewRequest) -> "Comparison":
    """Return what to compare with: a finding is gone when its rule looked at its file, or its file is gone too."""
    from xcodereviewer.triage.baseline import Comparison

    rules = {rule.id for rule in request.rules}
    looked_at = {file.path for file in files_looked_at(coverage)}
    left_out = {skipped.path for skipped in coverage.skipped}
    is_whole = request.tree.changes is None

    def is_elsewhere(entry: "BaselineEntry") -> bool:
        path = request.renames.get(entry.path, entry.path)
        return not any(is_within(path, part) for part in request.parts or (request.tree.part,))

    def may_be_gone(entry: "BaselineEntry") -> bool:
        path = request.renames.get(entry.path, entry.path)
        is_deleted = (
            is_whole and path not in left_out and not any(path.startswith(f) for f in left_out if f[-1:] == "/")
        )
        return entry.rule in rules and (path in looked_at or is_deleted)

    return Comparison(
        baseline=baseline,
        renames=request.renames,
        added=request.added_baseline,
        still_open=request.still_open,
        may_be_gone=may_be_gone,
        is_elsewhere=is_elsewhere,
    )


def _rules_of(findings: Iterable[Finding], rules: Iterable[Rule]) -> tuple[Rule, ...]:
    named = {rule for finding in findings for rule in (finding.rule, *(witness.rule for witness in finding.witnesses))}
    return tuple(sorted((rule for rule in rules if rule.id in named), key=lambda rule: rule.id))
