"""API tokens of whoever asks."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from xcodereviewer.api.dependencies import CurrentUser, Reading, Writing
from xcodereviewer.api.v1.schemas.tokens import TokenIn, TokenMade, TokenOut
from xcodereviewer.services import tokens

__all__ = ["router"]

router = APIRouter(prefix="/tokens", tags=["tokens"])


@router.post("", status_code=status.HTTP_201_CREATED, response_model=TokenMade)
async def create_token(body: TokenIn, session: Writing, actor: CurrentUser, response: Response) -> TokenMade:
    """Make a token for a program; its text is shown here and never again."""
    kept, text = await tokens.create(session, actor, tokens.NewToken(**body.model_dump()))
    response.headers["Location"] = "/api/v1/tokens"
    return TokenMade(**TokenOut.model_validate(kept).model_dump(), token=text)


@router.get("", response_model=list[TokenOut])
async def list_tokens(session: Reading, actor: CurrentUser) -> object:
    """Return one's own tokens that were not revoked, the newest first."""
    return await tokens.of_actor(session, actor)


@router.delete("/{token_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def revoke_token(token_id: UUID, session: Writing, actor: CurrentUser) -> None:
    """End a token of one's own for good."""
    await tokens.revoke(session, actor, token_id)
