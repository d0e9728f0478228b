"""Findings: read, and decided on."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response

from xcodereviewer.api.dependencies import CurrentUser, Reading, Writing
from xcodereviewer.api.v1.cursors import read_cursor, write_cursor
from xcodereviewer.api.v1.etags import etag, read_etag
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.findings import (
    AssigneeIn,
    DecidedOut,
    DecisionIn,
    FacetsOut,
    FindingDetail,
    FindingOut,
    FindingsPage,
    FindingsQuery,
    TriageEventOut,
    TriageIn,
    TriageMatchingIn,
)
from xcodereviewer.services import findings
from xcodereviewer.store.findings import Finding

__all__ = ["router"]

router = APIRouter(tags=["findings"])


@router.get("/findings", response_model=Page[FindingOut])
async def list_findings(session: Reading, actor: CurrentUser, query: Annotated[FindingsPage, Query()]) -> object:
    """Return findings of a project, a review, or all in sight: the worst and newest first, or by `sort`."""
    cursor = read_cursor(query.cursor, most_rank=2**31 - 1)
    after = findings.Place(id=cursor.id, rank=cursor.rank, text=cursor.text) if cursor else None
    found = await findings.page(session, actor, query.wanted, sort=query.sort, after=after, limit=query.limit + 1)
    rest = None
    if len(found) > query.limit:
        place = findings.place_of(found[query.limit - 1], query.sort)
        rest = write_cursor(place.id, place.rank, place.text)
    return {"items": found[: query.limit], "next": rest}


@router.get("/findings/facets", response_model=FacetsOut)
async def count_findings(session: Reading, actor: CurrentUser, query: Annotated[FindingsQuery, Query()]) -> FacetsOut:
    """Return how many findings a list has, and how many it would have for each value that it can be narrowed to."""
    counted = await findings.facets(session, actor, query.wanted)
    return FacetsOut.of(counted)


@router.get("/findings/{finding_id}", response_model=FindingDetail)
async def get_finding(finding_id: UUID, session: Reading, actor: CurrentUser, response: Response) -> FindingDetail:
    """Return a finding with its evidence; its `ETag` goes with a decision about it."""
    finding, seen = await findings.get(session, actor, finding_id)
    response.headers["ETag"] = etag(finding.version)
    shown = FindingOut.model_validate(finding).model_dump()
    return FindingDetail(**shown, detail=seen.detail if seen else None)


@router.get("/findings/{finding_id}/history", response_model=list[TriageEventOut])
async def list_decisions(finding_id: UUID, session: Reading, actor: CurrentUser) -> object:
    """Return every decision about a finding, the first one first."""
    return await findings.history(session, actor, finding_id)


_IfMatch = Annotated[str | None, Header(max_length=100)]


@router.post("/findings/{finding_id}/triage", response_model=FindingOut)
async def decide_finding(
    finding_id: UUID,
    body: DecisionIn,
    session: Writing,
    actor: CurrentUser,
    response: Response,
    if_match: _IfMatch = None,
) -> Finding:
    """Decide on a finding; with `If-Match`, only if nobody else did since."""
    finding, _ = await findings.get(session, actor, finding_id)
    [decided] = await findings.decide(
        session, actor, finding.project_id, [finding_id], body.decision, version=read_etag(if_match)
    )
    response.headers["ETag"] = etag(decided.version)
    return decided


@router.put("/findings/{finding_id}/assignee", response_model=FindingOut)
async def assign_finding(
    finding_id: UUID,
    body: AssigneeIn,
    session: Writing,
    actor: CurrentUser,
    response: Response,
    if_match: _IfMatch = None,
) -> Finding:
    """Give a finding to a member of its project, or to nobody; with `If-Match`, only if it did not change since."""
    finding = await findings.assign(session, actor, finding_id, body.user_id, version=read_etag(if_match))
    response.headers["ETag"] = etag(finding.version)
    return finding


@router.post("/projects/{project_id}/triage", response_model=list[FindingOut])
async def decide_findings(project_id: UUID, body: TriageIn, session: Writing, actor: CurrentUser) -> object:
    """Decide on findings of a project, on all that are named or on none; dismissing them needs a reason."""
    return await findings.decide(session, actor, project_id, body.finding_ids, body.decision)


@router.post("/projects/{project_id}/triage/matching", response_model=DecidedOut)
async def decide_matching(project_id: UUID, body: TriageMatchingIn, session: Writing, actor: CurrentUser) -> DecidedOut:
    """Decide on all findings of a project that a filter asks for, at most 10,000 at once."""
    count = await findings.decide_all(session, actor, project_id, body.filter.wanted, body.decision)
    return DecidedOut(decided=count)
