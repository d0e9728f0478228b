"""What a finished review leaves in the database: its findings joined with those known before, and its manifest."""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.coverage import FileCoverage, Outcome
from xcodereviewer.domain.finding import Finding as FindingValue
from xcodereviewer.domain.job import JobState
from xcodereviewer.domain.levels import BaselineState, State
from xcodereviewer.domain.review import Review as ReviewValue
from xcodereviewer.reports.json_report import read_review
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.findings import Finding, Sighting, TriageEvent
from xcodereviewer.store.jobs import Lease, release
from xcodereviewer.store.reviews import Checkpoint, Review, ReviewedFile, SourceFileText
from xcodereviewer.store.schema import utc_now
from xcodereviewer.triage.baseline import BaselineEntry, baseline_of

__all__ = ["KeptText", "Known", "Result", "known_findings", "store_result"]

_ROWS = 1000  # of one statement
_WORST = [Outcome.FAILED, Outcome.UNPARSED, Outcome.UNSUPPORTED, Outcome.PARTIAL, Outcome.DONE, Outcome.CACHED]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """The text of a file with findings, compressed, and its hash."""

    path: str
    hash: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the process of a review gave: its report (compressed JSON) and the texts of files with findings."""

    report: bytes
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
    reviewed = read_review(zlib.decompress(result.report))
    state = JobState.PARTIAL if reviewed.is_partial or reviewed.coverage.failures else JobState.COMPLETED
    await release(session, lease, state=state)
    review = await session.get_one(Review, review_id)
    seen = await _join_findings(session, review, reviewed)
    await _add_manifest(session, review, reviewed, result.texts)
    _summarise(review, reviewed, new=seen.new, gone=seen.gone)
    review.state, review.report, review.ended_at = state, result.report, utc_now()
    await session.execute(delete(Checkpoint).where(Checkpoint.review_id == review.id))
    await session.flush()
    return review


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    new: int
    gone: int


async def _join_findings(session: Session, review: Review, reviewed: ReviewValue) -> _Seen:
    """Add what is new, bring what was known up to date, and note what is gone."""
    await session.one_at_a_time(f"findings.{review.project_id}")
    known = {
        row.fingerprint: row
        for row in await session.execute(
            select(Finding.fingerprint, Finding.id, Finding.state, Finding.is_present).where(
                Finding.project_id == review.project_id
            )
        )
    }
    traces = {entry.id: msgspec.to_builtins(entry) for entry in baseline_of(reviewed.findings).entries}
    now, is_main = utc_now(), bool(review.source["is_main"])
    added, changed, sightings, events = [], [], [], []
    gone: list[UUID] = []
    for finding in reviewed.findings:
        before = known.get(finding.fingerprint)
        if finding.baseline is BaselineState.ABSENT:
            if before is not None and is_main and before.is_present:
                gone.append(before.id)
            continue
        row = _row(finding, review, trace=traces.get(finding.fingerprint, {}), now=now)
        row["is_present"] = is_main or (before is not None and before.is_present)
        if before is None:
            row |= {"id": new_id(), "state": State.OPEN, "first_review_id": review.id, "created_at": now}
            added.append(row)
        else:
            row["id"] = before.id
            row["state"] = State.OPEN if before.state is State.FIXED else before.state
            changed.append({f"new_{key}": value for key, value in row.items() if key not in _KEPT})
            if before.state is State.FIXED:
                events.append(_event(before.id, State.FIXED, State.OPEN, "A review saw it again.", now))
        sightings.append(_sighting(finding, review, finding_id=row["id"], is_new=before is None))
    left = set(gone)
    events += [
        _event(was.id, was.state, State.FIXED, "A review no longer saw it.", now)
        for was in known.values()
        if was.id in left and was.state in (State.OPEN, State.CONFIRMED)
    ]
    for part in _parts(added):
        await session.execute(insert(Finding), part)
    if changed:
        names = [key.removeprefix("new_") for key in changed[0] if key != "new_id"]
        statement = (
            update(Finding.__table__)  # type: ignore[arg-type]  # a Table, as it is declared
            .where(Finding.__table__.c.id == bindparam("new_id"))
            .values({name: bindparam(f"new_{name}") for name in names})
        )
        for part in _parts(changed):
            await (await session.connection()).execute(statement, part)
    for part in _parts(gone):
        unseen = update(Finding).where(Finding.id.in_(part))
        await session.execute(unseen.values(is_present=False, updated_at=now))
        fixed = unseen.where(Finding.state.in_([State.OPEN, State.CONFIRMED]))
        await session.execute(fixed.values(state=State.FIXED, version=Finding.version + 1))
    for part in _parts(sightings):
        await session.execute(insert(Sighting), part)
    for part in _parts(events):
        await session.execute(insert(TriageEvent), part)
    return _Seen(new=len(added), gone=len(gone))


_KEPT = frozenset({"project_id", "fingerprint"})


def _row(finding: FindingValue, review: Review, *, trace: Mapping[str, Any], now: Any) -> dict[str, Any]:
    span = finding.location.span
    return {
        "project_id": review.project_id,
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "kind": finding.kind,
        "cwe": finding.cwe[0] if finding.cwe else None,
        "message": finding.message,
        "path": finding.location.path,
        "line": span.start_line,
        "last_review_id": review.id,
        "trace": trace,
        "updated_at": now,
    }


def _sighting(finding: FindingValue, review: Review, *, finding_id: UUID, is_new: bool) -> dict[str, Any]:
    return {
        "review_id": review.id,
        "finding_id": finding_id,
        "severity": finding.severity,
        "path": finding.location.path,
        "line": finding.location.span.start_line,
        "is_new": is_new,
        "is_open": finding.is_open,
        "detail": msgspec.to_builtins(finding),
    }


def _event(finding_id: UUID, before: State, after: State, reason: str, now: Any) -> dict[str, Any]:
    return {
        "id": new_id(),
        "finding_id": finding_id,
        "before": before,
        "after": after,
        "reason": reason,
        "created_at": now,
    }


async def _add_manifest(session: Session, review: Review, reviewed: ReviewValue, texts: Sequence[KeptText]) -> None:
    """Add a row for each file, and the texts that are not there yet."""
    hashes = {text.path: text.hash for text in texts}
    counts = Counter(f.location.path for f in reviewed.findings if f.baseline is not BaselineState.ABSENT)
    rows = [
        {
            "review_id": review.id,
            "path": file.path,
            "outcome": _outcome(file).value,
            "language": file.language.value,
            "size": file.size,
            "lines": file.lines,
            "reason": next((p.reason for p in file.passes if p.reason), ""),
            "passes": [{key: str(value) for key, value in asdict(p).items()} for p in file.passes],
            "findings": counts[file.path],
            "text_hash": hashes.get(file.path),
        }
        for file in reviewed.coverage.files
    ]
    shown = {row["path"] for row in rows}
    left_out = {skip.path: skip for skip in reviewed.coverage.skipped if skip.path not in shown}
    rows += [
        {
            "review_id": review.id,
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
        for skip in left_out.values()
    ]
    for part in _parts(rows):
        await session.execute(insert(ReviewedFile), part)
    fresh = {text.hash: text.data for text in texts}
    for part in _parts(list(fresh)):
        there = select(SourceFileText.hash).where(
            SourceFileText.project_id == review.project_id, SourceFileText.hash.in_(part)
        )
        missing = set(part) - set(await session.scalars(there))
        if missing:
            project = review.project_id
            kept = [{"project_id": project, "hash": key, "data": fresh[key]} for key in sorted(missing)]
            await session.execute(insert(SourceFileText), kept)


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


def _parts(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), _ROWS):
        yield rows[start : start + _ROWS]
