"""Findings: read, and decided on."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from xcodereviewer.api.dependencies import CurrentUser, Reading, Writing
from xcodereviewer.api.v1.cursors import read_cursor, write_cursor
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.findings import FindingDetail, FindingOut, TriageEventOut, TriageIn
from xcodereviewer.domain.levels import Category, Confidence, Severity, State
from xcodereviewer.services import findings

__all__ = ["router"]

router = APIRouter(tags=["findings"])


@router.get("/findings", response_model=Page[FindingOut])
async def list_findings(
    session: Reading,
    actor: CurrentUser,
    project_id: UUID | None = None,
    review_id: UUID | None = None,
    state: Annotated[list[State], Query(max_length=10)] = [],  # noqa: B006 - FastAPI copies it
    severity: Annotated[list[Severity], Query(max_length=10)] = [],  # noqa: B006
    category: Annotated[list[Category], Query(max_length=10)] = [],  # noqa: B006
    confidence: Annotated[list[Confidence], Query(max_length=10)] = [],  # noqa: B006
    rule: Annotated[list[str], Query(max_length=50)] = [],  # noqa: B006
    path: Annotated[str, Query(max_length=1000, pattern=r"^[^\x00]*$")] = "",
    is_present: bool | None = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, object]:
    """Return findings, the worst first and among them the newest: of a project, a review, or all in sight."""
    place = read_cursor(cursor, most_rank=Severity.CRITICAL.rank)
    wanted = findings.Wanted(
        project_id=project_id,
        review_id=review_id,
        states=state,
        severities=severity,
        categories=category,
        confidences=confidence,
        rules=rule,
        path=path,
        is_present=is_present,
        after=(place.rank, place.id) if place else None,
        limit=limit + 1,
    )
    found = await findings.page(session, actor, wanted)
    last = found[limit - 1] if len(found) > limit else None
    return {"items": found[:limit], "next": write_cursor(last.id, last.severity.rank) if last else None}


@router.get("/findings/{finding_id}", response_model=FindingDetail)
async def get_finding(finding_id: UUID, session: Reading, actor: CurrentUser) -> FindingDetail:
    """Return a finding with its evidence."""
    finding, seen = await findings.get(session, actor, finding_id)
    shown = FindingOut.model_validate(finding).model_dump()
    return FindingDetail(**shown, detail=seen.detail if seen else None)


@router.get("/findings/{finding_id}/history", response_model=list[TriageEventOut])
async def list_decisions(finding_id: UUID, session: Reading, actor: CurrentUser) -> object:
    """Return every decision about a finding, the first one first."""
    return await findings.history(session, actor, finding_id)


@router.post("/projects/{project_id}/triage", response_model=list[FindingOut])
async def decide_findings(project_id: UUID, body: TriageIn, session: Writing, actor: CurrentUser) -> object:
    """Decide on findings of a project, on all that are named or on none; dismissing them needs a reason."""
    decision = findings.Decision(state=body.state, reason=body.reason, until=body.until)
    return await findings.decide(session, actor, project_id, body.finding_ids, decision)
