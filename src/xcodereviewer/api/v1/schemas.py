"""What the API takes and gives: one model for each shape, checked at the border."""

from datetime import date, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xcodereviewer.domain.access import SystemRole
from xcodereviewer.domain.job import JobState
from xcodereviewer.domain.levels import Category, Confidence, Severity, State

__all__ = [
    "EventOut",
    "FindingDetail",
    "FindingOut",
    "LoginIn",
    "Page",
    "ProjectChange",
    "ProjectIn",
    "ProjectOut",
    "RefreshIn",
    "ReviewIn",
    "ReviewOut",
    "SetupIn",
    "TokensOut",
    "TriageEventOut",
    "TriageIn",
    "UploadOut",
    "UserOut",
]

# PostgreSQL keeps no NUL in a text.
Text = Annotated[str, StringConstraints(max_length=10_000, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Branch = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[^\x00-\x20-][^\x00-\x20]*$")]


class _In(BaseModel):
    """What is sent to us: nothing but what is known."""

    model_config = ConfigDict(extra="forbid")


class _Out(BaseModel):
    """What we send."""

    model_config = ConfigDict(from_attributes=True)


T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """A part of a list; `next` is the cursor of the part after it, null at the end."""

    items: list[T]
    next: str | None = Field(None, description="Give it as `cursor` to read on.")


class SetupIn(_In):
    """The first administrator, by the one-time token that `xcr serve` printed."""

    token: Name = Field(examples=["xcr_setup_…"])
    email: Name = Field(examples=["ada@example.com"])
    name: Name = Field(examples=["Ada"])
    password: Text = Field(examples=["seven unrelated words make one"])


class LoginIn(_In):
    """Address and password."""

    email: Name = Field(examples=["ada@example.com"])
    password: Text = Field(examples=["seven unrelated words make one"])


class RefreshIn(_In):
    """A refresh token; it is good for once."""

    refresh_token: Name = Field(examples=["xcr_refresh_…"])


class TokensOut(_Out):
    """An access token for `expires_in` seconds, and the refresh token that renews it once."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - RFC 6750's word
    expires_in: int


class UserOut(_Out):
    """Somebody with an account."""

    id: UUID
    email: str
    name: str
    role: SystemRole
    is_active: bool
    created_at: datetime
    last_login_at: datetime | None


class ProjectIn(_In):
    """A new project: with a Git URL, or without one to upload archives to."""

    name: Name = Field(examples=["bookshop"])
    description: Text = ""
    git_url: Text | None = Field(None, examples=["https://git.example.com/shop/bookshop.git"])
    default_branch: Branch | None = Field(None, examples=["main"])
    settings: dict[str, Any] = Field(
        {}, description="Settings of the review as in `.xcr.toml`.", examples=[{"fail-on": "high"}]
    )


class ProjectChange(_In):
    """What is to change of a project; what is not named stays."""

    name: Name | None = None
    description: Text | None = None
    git_url: Text | None = None
    default_branch: Branch | None = None
    settings: dict[str, Any] | None = None


class ProjectOut(_Out):
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


class UploadOut(_Out):
    """An archive that was taken in."""

    id: UUID
    project_id: UUID
    name: str
    size: int
    sha256: str
    created_at: datetime


class ReviewIn(_In):
    """What to review: a revision of the repository, or an upload; without either, what the project has."""

    revision: Branch | None = Field(None, description="A branch, a tag or a commit.", examples=["main"])
    upload_id: UUID | None = None
    priority: int = Field(0, ge=-10, le=10, description="Higher goes first.")


class ReviewOut(_Out):
    """A review: where it stands and, at its end, what came of it in numbers."""

    id: UUID
    project_id: UUID
    number: int
    state: JobState
    source: dict[str, Any]
    revision: str
    tool_version: str
    score: int | None
    gate: str | None
    gate_reasons: list[str]
    coverage: float | None
    counts: dict[str, int]
    notices: list[dict[str, Any]]
    error: str | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


class EventOut(_Out):
    """Something that happened to a review; `number` is the cursor to go on from."""

    number: int
    name: str
    data: dict[str, Any]
    at: datetime


class FindingOut(_Out):
    """A finding as it stands now."""

    id: UUID
    project_id: UUID
    fingerprint: str
    rule: str
    category: Category
    severity: Severity
    confidence: Confidence
    cwe: int | None
    message: str
    path: str
    line: int
    is_present: bool
    state: State
    reason: str
    until: date | None
    assignee_id: UUID | None
    first_review_id: UUID | None
    last_review_id: UUID | None
    version: int
    created_at: datetime
    updated_at: datetime


class FindingDetail(FindingOut):
    """A finding with its evidence, as the last review that saw it saw it: a finding of the JSON report's schema."""

    detail: dict[str, Any] | None


class TriageIn(_In):
    """A decision about findings of one project, for all of them or for none."""

    finding_ids: list[UUID] = Field(min_length=1, max_length=1000)
    state: Literal[State.OPEN, State.CONFIRMED, State.FALSE_POSITIVE, State.ACCEPTED]
    reason: Text = Field("", examples=["The value is a constant of ours."])
    until: date | None = None


class TriageEventOut(_Out):
    """One decision: who, from what to what, and why."""

    id: UUID
    user_id: UUID | None
    before: State
    after: State
    reason: str
    until: date | None
    created_at: datetime
