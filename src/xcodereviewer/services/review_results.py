"""What a finished review leaves in the database: its findings joined with those known before, and its manifest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import delete, insert, select

from xcodereviewer.domain.coverage import FileCoverage, Outcome, Skipped
from xcodereviewer.domain.job import JobState
from xcodereviewer.domain.levels import BaselineState, State
from xcodereviewer.domain.review import Review as ReviewValue
from xcodereviewer.services.findings.join import join_findings
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.findings import Finding
from xcodereviewer.store.jobs import Lease, release
from xcodereviewer.store.reviews import Checkpoint, Review, ReviewedFile, SourceFileText
from xcodereviewer.store.schema import utc_now
from xcodereviewer.triage.baseline import BaselineEntry

__all__ = ["KeptText", "Known", "Result", "known_findings", "store_result"]

_HASHES = 1000  # of one statement
_WORST = [Outcome.FAILED, Outcome.UNPARSED, Outcome.UNSUPPORTED, Outcome.PARTIAL, Outcome.DONE, Outcome.CACHED]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """The text of a file with findings, compressed, and its hash."""

    path: str
    hash: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the process of a review gave: its report, as compressed JSON and as a value, and the texts of files."""

    report: bytes
    reviewed: ReviewValue
    texts: Sequence[KeptText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The findings that earlier reviews of a project saw, and the ids of those that still count."""

    entries: Sequence[BaselineEntry]
    still_open: Sequence[str]


async def known_findings(session: ReadSession, project_id: UUID) -> Known:
    """Return what a review of the project is to recognise."""
    today = utc_now().date()
    rows = (
        await session.execute(
            select(Finding.fingerprint, Finding.state, Finding.until, Finding.trace).where(
                Finding.project_id == project_id, Finding.trace.is_not(None)
            )
        )
    ).all()
    rows = [row for row in rows if row.trace]  # one that the source itself suppresses has none
    entries = [msgspec.convert({**row.trace, "id": row.fingerprint}, BaselineEntry) for row in rows]
    still_open = [
        row.fingerprint
        for row in rows
        if row.state not in (State.FALSE_POSITIVE, State.ACCEPTED) or (row.until is not None and row.until < today)
    ]
    return Known(entries=entries, still_open=still_open)


async def store_result(session: Session, lease: Lease, review_id: UUID, result: Result) -> Review:
    """Store the result and end the job, in the one transaction that the lease still holds in.

    Raises:
        LeaseLost: somebody else does the review now; nothing of this is stored.
    """
    reviewed = result.reviewed
    state = JobState.PARTIAL if reviewed.is_partial or reviewed.coverage.failures else JobState.COMPLETED
    await release(session, lease, state=state)
    review = await session.get_one(Review, review_id)
    joined = await join_findings(session, review, reviewed.findings)
    await _add_manifest(session, review, reviewed, result.texts)
    await _keep_texts(session, review.project_id, result.texts)
    _summarise(review, reviewed, new=len(joined.added), gone=len(joined.gone))
    review.state, review.report, review.ended_at = state, result.report, utc_now()
    if state is JobState.COMPLETED:  # of a partial one, `retry` goes on from them
        await session.execute(delete(Checkpoint).where(Checkpoint.review_id == review.id))
    await session.flush()
    return review


async def _add_manifest(session: Session, review: Review, reviewed: ReviewValue, texts: Sequence[KeptText]) -> None:
    """Add a row for each file, and for each that was left out."""
    hashes = {text.path: text.hash for text in texts}
    counts = Counter(f.location.path for f in reviewed.findings if f.baseline is not BaselineState.ABSENT)
    rows = [
        _file_row(file) | {"findings": counts[file.path], "text_hash": hashes.get(file.path)}
        for file in reviewed.coverage.files
    ]
    shown = {row["path"] for row in rows}
    left_out = {skip.path: skip for skip in reviewed.coverage.skipped if skip.path not in shown}
    rows += map(_skipped_row, left_out.values())
    if rows:
        await session.execute(insert(ReviewedFile), [{"review_id": review.id, **row} for row in rows])


def _file_row(file: FileCoverage) -> dict[str, Any]:
    return {
        "path": file.path,
        "outcome": _outcome(file).value,
        "language": file.language.value,
        "size": file.size,
        "lines": file.lines,
        "reason": next((p.reason for p in file.passes if p.reason), ""),
        "passes": [{key: str(value) for key, value in asdict(p).items()} for p in file.passes],
    }


def _skipped_row(skip: Skipped) -> dict[str, Any]:
    return {
        "path": skip.path,
        "outcome": (Outcome.FAILED if skip.is_failure else Outcome.SKIPPED).value,
        "language": None,
        "size": 0,
        "lines": 0,
        "reason": skip.reason,
        "passes": [],
        "findings": 0,
        "text_hash": None,
    }


async def _keep_texts(session: Session, project_id: UUID, texts: Sequence[KeptText]) -> None:
    """Add the texts that are not there yet."""
    fresh = {text.hash: text.data for text in texts}
    mine = SourceFileText.project_id == project_id
    for start in range(0, len(fresh), _HASHES):
        part = list(fresh)[start : start + _HASHES]
        there = set(await session.scalars(select(SourceFileText.hash).where(mine, SourceFileText.hash.in_(part))))
        missing = [{"project_id": project_id, "hash": key, "data": fresh[key]} for key in part if key not in there]
        if missing:
            await session.execute(insert(SourceFileText), missing)


def _outcome(file: FileCoverage) -> Outcome:
    outcomes = {p.outcome for p in file.passes}
    return next((outcome for outcome in _WORST if outcome in outcomes), Outcome.SKIPPED)


def _summarise(review: Review, reviewed: ReviewValue, *, new: int, gone: int) -> None:
    open_ones = Counter(finding.severity.value for finding in reviewed.findings if finding.is_open)
    review.counts = {
        **open_ones,
        "findings": open_ones.total(),
        "new": new,
        "gone": gone,
        "files": len(reviewed.coverage.files),
        "lines": reviewed.coverage.lines,
        "failures": reviewed.coverage.failures,
    }
    review.revision = reviewed.target.revision
    review.tool_version = reviewed.tool_version
    review.score = reviewed.score.total if reviewed.score else None
    review.gate, review.gate_reasons = reviewed.gate.result.value, list(reviewed.gate.reasons)
    review.coverage = reviewed.coverage.ratio
    review.notices = [asdict(notice) for notice in reviewed.notices]
