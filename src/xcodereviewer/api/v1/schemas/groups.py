"""The shapes of groups."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import In, Name, Out, Text

__all__ = ["GroupChange", "GroupIn", "GroupOut"]


class GroupIn(In):
    """A new group."""

    name: Name = Field(examples=["payments"])
    description: Text = ""


class GroupChange(In):
    """What is to change of a group; what is not named stays."""

    name: Name | None = None
    description: Text | None = None


class GroupOut(Out):
    """A group: its members have their role in all its projects."""

    id: UUID
    name: str
    description: str
    created_at: datetime
