"""People with an account."""

from fastapi import APIRouter

from xcodereviewer.api.dependencies import CurrentUser, Reading
from xcodereviewer.api.v1.schemas.users import UserOut
from xcodereviewer.store.users import User

__all__ = ["router"]

router = APIRouter(prefix="/users", tags=["users"])


@router.get("/me", response_model=UserOut)
async def get_me(session: Reading, actor: CurrentUser) -> User:
    """Return whoever asks."""
    return await session.get_one(User, actor.user_id)
