"""The shapes of auth."""

from typing import Literal

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import In, Name, Out, Text

__all__ = ["LoginIn", "PasswordIn", "RefreshIn", "SetupIn", "TokensOut"]


class SetupIn(In):
    """The first administrator, by the one-time token that `xcr serve` printed."""

    token: Name = Field(examples=["xcr_setup_…"])
    email: Name = Field(examples=["ada@example.com"])
    name: Name = Field(examples=["Ada"])
    password: Text = Field(examples=["seven unrelated words make one"])


class LoginIn(In):
    """Address and password."""

    email: Name = Field(examples=["ada@example.com"])
    password: Text = Field(examples=["seven unrelated words make one"])


class PasswordIn(In):
    """A password, by the one-time token that an administrator gave."""

    token: Name = Field(examples=["xcr_password_…"])
    password: Text = Field(examples=["seven unrelated words make one"])


class RefreshIn(In):
    """A refresh token; it is good for once."""

    refresh_token: Name = Field(examples=["xcr_refresh_…"])


class TokensOut(Out):
    """An access token for `expires_in` seconds, and the refresh token that renews it once."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - RFC 6750's word
    expires_in: int
