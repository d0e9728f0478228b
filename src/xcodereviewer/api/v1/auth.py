"""Setting up, logging in, staying logged in, logging out."""

from fastapi import APIRouter, Response, status
from fastapi.responses import JSONResponse

from xcodereviewer.api.dependencies import CurrentUser, RequestDevice, RequestParts, Writing
from xcodereviewer.api.problems import problem_of
from xcodereviewer.api.v1.schemas.auth import LoginIn, PasswordIn, RefreshIn, SetupIn, TokensOut
from xcodereviewer.api.v1.schemas.users import UserOut
from xcodereviewer.services.accounts import NewAccount, set_up
from xcodereviewer.services.passwords import use_link
from xcodereviewer.services.sessions import LoginFailed, SessionOver, Tokens, log_out
from xcodereviewer.store.users import User

__all__ = ["router"]

router = APIRouter(prefix="/auth", tags=["auth"])


@router.post("/setup", status_code=status.HTTP_201_CREATED, response_model=UserOut)
async def set_up_first_admin(body: SetupIn, session: Writing) -> User:
    """Make the first administrator, by the one-time token that `xcr serve` printed at its first start."""
    new = NewAccount(email=body.email, name=body.name, password=body.password)
    return await session.get_one(User, await set_up(session, body.token, new))


@router.post("/login", response_model=TokensOut)
async def log_in(body: LoginIn, session: Writing, parts: RequestParts, device: RequestDevice) -> Tokens | JSONResponse:
    """Log in with address and password; after some wrong ones, one has to wait, longer each time."""
    tokens = await parts.sessions.log_in(session, body.email, body.password, device=device)
    return tokens if tokens is not None else problem_of(LoginFailed())  # returned, so that the attempt is committed


@router.post("/refresh", response_model=TokensOut)
async def refresh(body: RefreshIn, session: Writing, parts: RequestParts) -> Tokens | JSONResponse:
    """Renew the session: gives new tokens for a refresh token, which is spent then.

    A token that is shown again after it was spent ends its session, whoever shows it.
    """
    tokens = await parts.sessions.refresh(session, body.refresh_token)
    return tokens if tokens is not None else problem_of(SessionOver())  # returned, so that the end is committed


@router.post("/password", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def set_password(body: PasswordIn, session: Writing) -> None:
    """Choose a password by a one-time link from an administrator; all sessions of the account end."""
    await use_link(session, body.token, body.password)


@router.post("/logout", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def log_out_here(session: Writing, actor: CurrentUser) -> None:
    """End this session: its tokens hold no longer."""
    await log_out(session, actor)
