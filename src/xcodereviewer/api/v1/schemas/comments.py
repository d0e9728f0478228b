"""The shapes of comments."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import In, Out, Text

__all__ = ["CommentIn", "CommentOut"]


class CommentIn(In):
    """What is said."""

    text: Annotated[Text, Field(min_length=1, examples=["The value comes from our own form."])]


class CommentOut(Out):
    """What somebody said of a finding, and whether it once said something else."""

    id: UUID
    finding_id: UUID
    user_id: UUID | None
    text: str
    created_at: datetime
    edited_at: datetime | None
