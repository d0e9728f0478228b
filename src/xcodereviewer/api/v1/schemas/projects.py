"""The shapes of projects."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import Branch, Document, In, Kept, Name, Out, Text

__all__ = ["ProjectChange", "ProjectIn", "ProjectOut"]


class ProjectIn(In):
    """A new project: with a Git URL, or without one to upload archives to."""

    name: Name = Field(examples=["bookshop"])
    description: Text = ""
    git_url: Text | None = Field(None, examples=["https://git.example.com/shop/bookshop.git"])
    default_branch: Branch | None = Field(None, examples=["main"])
    group_id: UUID | None = Field(None, description="A group that one is in.")
    settings: Document = Field(
        {}, description="Settings of the review as in `.xcr.toml`.", examples=[{"fail-on": "high"}]
    )


class ProjectChange(In):
    """What is to change of a project; what is not named stays."""

    name: Kept[Name]
    description: Kept[Text]
    git_url: Text | None = None
    default_branch: Branch | None = None
    group_id: UUID | None = Field(None, description="A group that one is in; only an owner moves a project.")
    settings: Kept[Document]


class ProjectOut(Out):
    """A project."""

    id: UUID
    name: str
    description: str
    group_id: UUID | None
    git_url: str | None
    default_branch: str | None
    settings: dict[str, Any]
    version: int
    created_at: datetime
    updated_at: datetime
