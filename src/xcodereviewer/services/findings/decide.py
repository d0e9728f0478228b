"""One finding: read, and decided on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, insert, select, update

from xcodereviewer.core.errors import InputError
from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.domain.levels import State
from xcodereviewer.services.access import NoSuchObject, demand, demand_scope
from xcodereviewer.services.findings.wanted import Wanted, narrowed
from xcodereviewer.services.projects import Changed
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.findings import Finding, Sighting, TriageEvent
from xcodereviewer.store.projects import visible_projects
from xcodereviewer.store.schema import utc_now

__all__ = ["Decision", "decide", "decide_all", "get", "history"]

_MOST = 10_000
_KEYS = 1000  # of one statement


class ReasonMissing(InputError):
    """A finding that is dismissed without a word."""

    def __init__(self, state: State) -> None:
        super().__init__(f"Say why the findings are {state}: whoever meets the next one needs the reason.")


class UntilOnlyAccepted(InputError):
    """A day until which something that is not accepted is accepted."""

    def __init__(self) -> None:
        super().__init__("`until` is the day up to which a finding is accepted: it goes with the state `accepted`.")


class TooManyFindings(InputError):
    """A decision about more findings than anybody looked at."""

    def __init__(self) -> None:
        super().__init__(f"That would decide on more than {_MOST:,} findings at once. Narrow the filter.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided, and why."""

    state: State
    reason: str = ""
    until: date | None = None

    def __post_init__(self) -> None:
        if self.state in (State.FALSE_POSITIVE, State.ACCEPTED) and not self.reason.strip():
            raise ReasonMissing(self.state)
        if self.until is not None and self.state is not State.ACCEPTED:
            raise UntilOnlyAccepted


async def get(session: ReadSession, actor: Actor, finding_id: UUID) -> tuple[Finding, Sighting | None]:
    """Return a finding that the actor may see, with its last sighting."""
    demand_scope(actor, Scope.READ)
    asked = select(Finding).where(Finding.id == finding_id, Finding.project_id.in_(visible_projects(actor)))
    finding = (await session.scalars(asked)).one_or_none()
    if finding is None:
        raise NoSuchObject("finding", finding_id)
    seen = select(Sighting).where(Sighting.finding_id == finding_id).order_by(Sighting.review_id.desc()).limit(1)
    return finding, (await session.scalars(seen)).one_or_none()


async def history(session: ReadSession, actor: Actor, finding_id: UUID) -> Sequence[TriageEvent]:
    """Return every decision about a finding, the first one first."""
    await get(session, actor, finding_id)
    asked = select(TriageEvent).where(TriageEvent.finding_id == finding_id)
    return (await session.scalars(asked.order_by(TriageEvent.id))).all()


async def decide(
    session: Session,
    actor: Actor,
    project_id: UUID,
    finding_ids: Sequence[UUID],
    decision: Decision,
    *,
    version: int | None = None,
) -> Sequence[Finding]:
    """Decide on findings of one project, on all or on none; `version` is that of the only one, where it must be.

    Raises:
        AccessDenied: the actor is no reviewer of the project.
        Changed: the finding has another version now.
        NoSuchObject: one of them is not in the project.
    """
    await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.TRIAGE)
    mine = select(Finding).where(Finding.project_id == project_id, Finding.id.in_(finding_ids))
    await _apply(session, actor, project_id, mine, decision, named=finding_ids, version=version)
    found = {finding.id: finding for finding in await session.scalars(mine)}
    return [found[finding_id] for finding_id in finding_ids]


async def decide_all(session: Session, actor: Actor, project_id: UUID, wanted: Wanted, decision: Decision) -> int:
    """Decide on all findings of a project that are wanted, and return how many there were.

    Raises:
        AccessDenied: the actor is no reviewer of the project.
        TooManyFindings: it would be a decision about more than anybody looked at.
    """
    await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.TRIAGE)
    asked = narrowed(select(Finding), actor, replace(wanted, project_id=project_id))
    return await _apply(session, actor, project_id, asked, decision)


async def _apply(
    session: Session,
    actor: Actor,
    project_id: UUID,
    asked: Select[Finding],
    decision: Decision,
    *,
    named: Collection[UUID] = (),
    version: int | None = None,
) -> int:
    """Decide on what a query gives; no review of the project is stored meanwhile."""
    await session.one_at_a_time(f"findings.{project_id}")
    columns = asked.with_only_columns(Finding.id, Finding.state, Finding.version).limit(_MOST + 1)
    rows = (await session.execute(columns)).all()
    if len(rows) > _MOST:
        raise TooManyFindings
    for missing in set(named) - {row.id for row in rows}:
        raise NoSuchObject("finding", missing)
    if version is not None and any(row.version != version for row in rows):
        raise Changed("finding")
    values = {"reason": decision.reason, "until": decision.until}
    events = [
        {"id": new_id(), "finding_id": row.id, "user_id": actor.user_id, "before": row.state, "after": decision.state}
        for row in rows
    ]
    if events:
        await session.execute(insert(TriageEvent), [event | values for event in events])
    for start in range(0, len(rows), _KEYS):
        keys = [row.id for row in rows[start : start + _KEYS]]
        decided = update(Finding).where(Finding.id.in_(keys)).values(state=decision.state, **values)
        await session.execute(decided.values(version=Finding.version + 1, updated_at=utc_now()))
    detail = {"state": decision.state.value, "findings": [str(row.id) for row in rows]}
    record(session, actor, "finding.decide", project_id=project_id, detail=detail)
    session.expire_all()
    return len(rows)
