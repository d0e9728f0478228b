"""People with an account: oneself, and for administrators all."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from xcodereviewer.api.dependencies import AdminUser, CurrentUser, Parts, Reading, RequestParts, Writing
from xcodereviewer.api.v1.cursors import page_of, read_cursor
from xcodereviewer.api.v1.schemas.common import Page
from xcodereviewer.api.v1.schemas.users import (
    MeChange,
    PasswordChange,
    PasswordLinkOut,
    SessionOut,
    UserChange,
    UserIn,
    UserInvited,
    UserOut,
)
from xcodereviewer.services import accounts_admin, passwords, sessions
from xcodereviewer.services.access import demand_person
from xcodereviewer.services.accounts import NewAccount, change_profile
from xcodereviewer.store.users import User

__all__ = ["router"]

router = APIRouter(prefix="/users", tags=["users"])


@router.get("/me", response_model=UserOut)
async def get_me(session: Reading, actor: CurrentUser) -> User:
    """Return whoever asks."""
    return await session.get_one(User, actor.user_id)


@router.patch("/me", response_model=UserOut)
async def change_me(body: MeChange, session: Writing, actor: CurrentUser) -> User:
    """Change one's own name or language."""
    return await change_profile(session, actor, name=body.name, locale=body.locale)


@router.post("/me/password", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def change_password(body: PasswordChange, session: Writing, actor: CurrentUser) -> None:
    """Change one's own password; all other sessions end."""
    await passwords.change(session, actor, old=body.old_password, new=body.new_password)


@router.get("/me/sessions", response_model=list[SessionOut])
async def list_my_sessions(session: Reading, actor: CurrentUser) -> list[SessionOut]:
    """Return the devices that one is logged in on, the last used first."""
    demand_person(actor)
    found = map(SessionOut.model_validate, await sessions.of_user(session, actor.user_id))
    return [one.model_copy(update={"is_current": one.id == actor.credential_id}) for one in found]


@router.delete("/me/sessions/{session_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def end_my_session(session_id: UUID, session: Writing, actor: CurrentUser) -> None:
    """Log out on another device, such as one that was lost."""
    demand_person(actor)
    await sessions.end(session, actor, session_id)


@router.get("", response_model=Page[UserOut])
async def list_users(
    session: Reading,
    actor: AdminUser,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, object]:
    """Return all accounts, the newest first."""
    place = read_cursor(cursor)
    found = await accounts_admin.page(session, actor, after=place.id if place else None, limit=limit + 1)
    return page_of(found, limit)


@router.post("", status_code=status.HTTP_201_CREATED, response_model=UserInvited)
async def invite_user(
    body: UserIn, session: Writing, actor: AdminUser, parts: RequestParts, response: Response
) -> UserInvited:
    """Add an account, and give the one-time link by which its owner chooses a password."""
    new = NewAccount(email=body.email, name=body.name, password=None, role=body.role)
    user, opened = await accounts_admin.invite(session, actor, new)
    response.headers["Location"] = f"/api/v1/users/{user.id}"
    return UserInvited(user=UserOut.model_validate(user), password_link=_link(parts, opened))


@router.get("/{user_id}", response_model=UserOut)
async def get_user(user_id: UUID, session: Reading, actor: AdminUser) -> User:
    """Return an account."""
    return await accounts_admin.get(session, actor, user_id)


@router.patch("/{user_id}", response_model=UserOut)
async def change_user(user_id: UUID, body: UserChange, session: Writing, actor: AdminUser) -> User:
    """Change somebody's name or role, close the account or open it again; one administrator always stays."""
    return await accounts_admin.change(session, actor, user_id, accounts_admin.AccountChange(**body.model_dump()))


@router.post("/{user_id}/password-link", status_code=status.HTTP_201_CREATED, response_model=PasswordLinkOut)
async def make_password_link(user_id: UUID, session: Writing, actor: AdminUser, parts: RequestParts) -> PasswordLinkOut:
    """Make a one-time link to a new password for somebody who forgot the old one; it ends those before it."""
    return _link(parts, await accounts_admin.password_link(session, actor, user_id))


@router.get("/{user_id}/sessions", response_model=list[SessionOut])
async def list_sessions(user_id: UUID, session: Reading, actor: AdminUser) -> object:
    """Return the devices that somebody is logged in on, the last used first."""
    return await sessions.of_user(session, (await accounts_admin.get(session, actor, user_id)).id)


@router.delete("/{user_id}/sessions", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def end_sessions(user_id: UUID, session: Writing, actor: AdminUser) -> None:
    """Log somebody out everywhere."""
    await accounts_admin.end_sessions(session, actor, user_id)


def _link(parts: Parts, opened: passwords.OpenedLink) -> PasswordLinkOut:
    settings = parts.settings
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    return PasswordLinkOut(url=f"{base}/password#{opened.token}", token=opened.token, expires_at=opened.expires_at)
