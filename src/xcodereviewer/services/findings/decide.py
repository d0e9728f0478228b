"""One finding: read, and decided on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.domain.levels import State
from xcodereviewer.services.access import NoSuchObject, demand, demand_scope
from xcodereviewer.store.audit import record
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.findings import Finding, Sighting, TriageEvent
from xcodereviewer.store.projects import visible_projects
from xcodereviewer.store.schema import utc_now

__all__ = ["Decision", "decide", "get", "history"]


class ReasonMissing(InputError):
    """A finding that is dismissed without a word."""

    def __init__(self, state: State) -> None:
        super().__init__(f"Say why the findings are {state}: whoever meets the next one needs the reason.")


class UntilOnlyAccepted(InputError):
    """A day until which something that is not accepted is accepted."""

    def __init__(self) -> None:
        super().__init__("`until` is the day up to which a finding is accepted: it goes with the state `accepted`.")


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
    session: Session, actor: Actor, project_id: UUID, finding_ids: Sequence[UUID], decision: Decision
) -> Sequence[Finding]:
    """Decide on findings of one project, on all or on none.

    Raises:
        AccessDenied: the actor is no reviewer of the project.
        NoSuchObject: one of them is not in the project.
    """
    await demand(session, actor, project_id, ProjectRole.REVIEWER, scope=Scope.TRIAGE)
    asked = select(Finding).where(Finding.project_id == project_id, Finding.id.in_(finding_ids))
    found = {finding.id: finding for finding in await session.scalars(asked.with_for_update())}
    for finding_id in finding_ids:
        if finding_id not in found:
            raise NoSuchObject("finding", finding_id)
    now = utc_now()
    for finding in found.values():
        event = TriageEvent(
            finding_id=finding.id,
            user_id=actor.user_id,
            before=finding.state,
            after=decision.state,
            reason=decision.reason,
            until=decision.until,
        )
        session.add(event)
        finding.state, finding.reason, finding.until = decision.state, decision.reason, decision.until
        finding.version, finding.updated_at = finding.version + 1, now
    detail = {"state": decision.state.value, "findings": [str(key) for key in found]}
    record(session, actor, "finding.decide", project_id=project_id, detail=detail)
    await session.flush()
    return [found[finding_id] for finding_id in finding_ids]
