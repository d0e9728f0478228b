"""The shapes of what a repository has."""

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import Out

__all__ = ["FilesOut", "RefOut", "RefsOut"]


class RefOut(Out):
    """A branch or tag, and the commit that it means."""

    name: str = Field(examples=["main"])
    commit: str


class RefsOut(Out):
    """The branches and tags of a repository, by name."""

    default: str | None = Field(description="The branch that the repository gives first.", examples=["main"])
    branches: list[RefOut]
    tags: list[RefOut]


class FilesOut(Out):
    """The files of a commit, sorted by path."""

    revision: str = Field(description="The id of the commit.")
    files: list[str] = Field(examples=[["app.py", "shop/cart.py"]])
    is_cut: bool = Field(description="Whether there are more files than are given.")
