"""The shapes of API tokens."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, Field

from xcodereviewer.api.v1.schemas.common import In, Name, Out
from xcodereviewer.domain.access import Scope

__all__ = ["TokenIn", "TokenMade", "TokenOut"]


class TokenIn(In):
    """A new token: what it is for, what it may, and until when."""

    name: Name = Field(examples=["nightly review"])
    scopes: list[Scope] = Field(min_length=1, max_length=10, examples=[["read", "review"]])
    expires_at: AwareDatetime | None = Field(None, examples=["2030-01-31T00:00:00Z"])


class TokenOut(Out):
    """A token by its name and its last characters."""

    id: UUID
    name: str
    ending: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class TokenMade(TokenOut):
    """A token that was made just now, with its text."""

    token: str = Field(description="Shown this once. Send it as `Authorization: Bearer`.")
