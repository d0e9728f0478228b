"""Comments on findings."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Response, status

from xcodereviewer.api.dependencies import CurrentUser, Reading, Writing
from xcodereviewer.api.idempotency import IdempotentRoute
from xcodereviewer.api.v1.schemas.comments import CommentIn, CommentOut
from xcodereviewer.services.findings import comments
from xcodereviewer.store.findings import Comment

__all__ = ["router"]

router = APIRouter(route_class=IdempotentRoute, tags=["findings"])


@router.get("/findings/{finding_id}/comments", response_model=list[CommentOut])
async def list_comments(finding_id: UUID, session: Reading, actor: CurrentUser) -> Sequence[Comment]:
    """Return the comments on a finding, the first one first."""
    return await comments.of_finding(session, actor, finding_id)


@router.post("/findings/{finding_id}/comments", status_code=status.HTTP_201_CREATED, response_model=CommentOut)
async def add_comment(
    finding_id: UUID, body: CommentIn, session: Writing, actor: CurrentUser, response: Response
) -> Comment:
    """Add a comment to a finding."""
    comment = await comments.add(session, actor, finding_id, body.text)
    response.headers["Location"] = f"/api/v1/comments/{comment.id}"
    return comment


@router.patch("/comments/{comment_id}", response_model=CommentOut)
async def edit_comment(comment_id: UUID, body: CommentIn, session: Writing, actor: CurrentUser) -> Comment:
    """Change what one's own comment says; that it was changed shows."""
    return await comments.edit(session, actor, comment_id, body.text)


@router.delete("/comments/{comment_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def delete_comment(comment_id: UUID, session: Writing, actor: CurrentUser) -> None:
    """Take away one's own comment, or as a maintainer anybody's."""
    await comments.delete(session, actor, comment_id)
