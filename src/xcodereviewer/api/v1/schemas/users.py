"""The shapes of users, and of what is theirs alone."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import In, Name, Out, Text
from xcodereviewer.domain.access import SystemRole

__all__ = [
    "MeChange",
    "PasswordChange",
    "PasswordLinkOut",
    "SessionOut",
    "UserChange",
    "UserIn",
    "UserInvited",
    "UserOut",
]


class UserOut(Out):
    """Somebody with an account."""

    id: UUID
    email: str
    name: str
    role: SystemRole
    is_active: bool
    locale: str
    created_at: datetime
    last_login_at: datetime | None


class UserIn(In):
    """Somebody who is to have an account."""

    email: Name = Field(examples=["grace@example.com"])
    name: Name = Field(examples=["Grace"])
    role: SystemRole = SystemRole.USER


class UserChange(In):
    """What is to change of an account; what is not named stays."""

    name: Name | None = None
    role: SystemRole | None = None
    is_active: bool | None = Field(None, description="False closes the account and ends its sessions.")


class MeChange(In):
    """What is to change of one's own account; what is not named stays."""

    name: Name | None = None
    locale: Literal["en", "zh"] | None = None


class PasswordChange(In):
    """The password so far, and the one to come."""

    old_password: Text = Field(examples=["seven unrelated words make one"])
    new_password: Text = Field(examples=["eight other words make another"])


class PasswordLinkOut(Out):
    """A one-time link to a password; its token is for `POST /auth/password`."""

    url: str
    token: str
    expires_at: datetime


class UserInvited(Out):
    """An account that was added, and the link that its owner is to be sent."""

    user: UserOut
    password_link: PasswordLinkOut


class SessionOut(Out):
    """A device that somebody is logged in on."""

    id: UUID
    device: str
    address: str
    created_at: datetime
    used_at: datetime
    expires_at: datetime
    is_current: bool = False
