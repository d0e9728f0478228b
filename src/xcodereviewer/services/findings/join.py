"""What a review saw, joined with what the project's reviews before it saw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, bindparam, case, insert, inspect, select, update

from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.finding import Finding as FindingValue
from xcodereviewer.domain.levels import BaselineState, State
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.findings import Finding, Sighting, TriageEvent, search_text
from xcodereviewer.store.reviews import Review
from xcodereviewer.store.schema import Table, utc_now
from xcodereviewer.triage.baseline import baseline_of

__all__ = ["Joined", "join_findings"]

_KEYS = 1000  # of one statement
_UNDECIDED = (State.OPEN, State.CONFIRMED)
Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    id: UUID
    state: State
    is_present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The changes that a review brings: rows to add or to bring up to date, and ids of what changes its state."""

    added: list[Values] = field(default_factory=list)
    changed: list[Values] = field(default_factory=list)
    sightings: list[Values] = field(default_factory=list)
    reopened: list[UUID] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)
    events: list[Values] = field(default_factory=list)


async def join_findings(session: Session, review: Review, found: Sequence[FindingValue]) -> Joined:
    """Add what is new, bring what was known up to date, and note what is gone."""
    await session.one_at_a_time(f"findings.{review.project_id}")
    joined = _joined(await _known(session, review.project_id), review, found)
    await _write(session, joined)
    return joined


async def _known(session: ReadSession, project_id: UUID) -> Mapping[str, _Known]:
    asked = select(Finding.fingerprint, Finding.id, Finding.state, Finding.is_present)
    rows = await session.execute(asked.where(Finding.project_id == project_id))
    return {key: _Known(id=id_, state=state, is_present=present) for key, id_, state, present in rows}


def _joined(known: Mapping[str, _Known], review: Review, found: Sequence[FindingValue]) -> Joined:
    joined, now = Joined(), utc_now()
    traces = {entry.id: entry for entry in baseline_of(found).entries}
    for finding in found:
        before = known.get(finding.fingerprint)
        if finding.baseline is BaselineState.ABSENT:
            if before is not None:
                _add_gone(joined, before, review, now)
            continue
        row = _row(finding, review, now) | {"trace": traces.get(finding.fingerprint)}
        if before is None:
            _add_new(joined, row, review, now)
        else:
            _add_known(joined, before, row, review, now)
        seen = _sighting(finding, review) | {"finding_id": row["id"], "is_new": before is None}
        joined.sightings.append(seen)
    return joined


def _add_gone(joined: Joined, before: _Known, review: Review, now: datetime) -> None:
    """Note that a review no longer sees a finding; one of another branch says nothing of it."""
    if not (review.source["is_main"] and before.is_present):
        return
    joined.gone.append(before.id)
    if before.state in _UNDECIDED:
        joined.events.append(_event(before, State.FIXED, "A review no longer saw it.", now))


def _add_new(joined: Joined, row: Values, review: Review, now: datetime) -> None:
    row |= {"id": new_id(), "state": State.OPEN, "is_present": review.source["is_main"]}
    row |= {"first_review_id": review.id, "created_at": now}
    joined.added.append(row)


def _add_known(joined: Joined, before: _Known, row: Values, review: Review, now: datetime) -> None:
    row |= {"id": before.id, "is_present": review.source["is_main"] or before.is_present}
    joined.changed.append({f"new_{name}": value for name, value in row.items()})
    if before.state is State.FIXED:
        joined.reopened.append(before.id)
        joined.events.append(_event(before, State.OPEN, "A review saw it again.", now))


def _row(finding: FindingValue, review: Review, now: datetime) -> Values:
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
        "line": finding.location.span.start_line,
        "folder": "".join(finding.location.path.partition("/")[:2]),
        "searched": search_text(finding.rule, finding.location.path, finding.message),
        "last_review_id": review.id,
        "updated_at": now,
    }


def _sighting(finding: FindingValue, review: Review) -> Values:
    return {
        "review_id": review.id,
        "severity": finding.severity,
        "path": finding.location.path,
        "line": finding.location.span.start_line,
        "is_open": finding.is_open,
        "detail": finding,
    }


def _event(finding: _Known, after: State, reason: str, now: datetime) -> Values:
    key = {"id": new_id(), "finding_id": finding.id}
    return {**key, "before": finding.state, "after": after, "reason": reason, "created_at": now}


async def _write(session: Session, joined: Joined) -> None:
    await _each(session, insert(_table(Finding)), joined.added)
    await _update(session, joined.changed)
    for keys in _parts(joined.reopened):
        again = update(Finding).where(Finding.id.in_(keys))
        await session.execute(again.values(state=State.OPEN, version=Finding.version + 1))
    undecided = Finding.state.in_(_UNDECIDED)
    fixed = {
        "state": case((undecided, State.FIXED), else_=Finding.state),
        "version": case((undecided, Finding.version + 1), else_=Finding.version),
    }
    for keys in _parts(joined.gone):
        unseen = update(Finding).where(Finding.id.in_(keys))
        await session.execute(unseen.values(is_present=False, updated_at=utc_now(), **fixed))
    await _each(session, insert(_table(Sighting)), joined.sightings)
    await _each(session, insert(_table(TriageEvent)), joined.events)


async def _update(session: Session, rows: Sequence[Values]) -> None:
    if not rows:
        return
    table = _table(Finding)
    names = [name.removeprefix("new_") for name in rows[0] if name != "new_id"]
    statement = update(table).where(table.c.id == bindparam("new_id"))
    await _each(session, statement.values({name: bindparam(f"new_{name}") for name in names}), rows)


async def _each(session: Session, statement: Executable, rows: Sequence[Values]) -> None:
    """Execute a statement for each row; past the session, which would look at every row by itself."""
    if rows:
        await (await session.connection()).execute(statement, rows)


def _table(kind: type[Table]) -> Any:
    return inspect(kind).local_table


def _parts(keys: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(keys), _KEYS):
        yield keys[start : start + _KEYS]
