"""The shapes of members of projects and groups."""

from uuid import UUID

from pydantic import Field

from xcodereviewer.api.v1.schemas.common import In, Name
from xcodereviewer.domain.access import ProjectRole
from xcodereviewer.services.members import Membership

__all__ = ["MemberChange", "MemberIn", "MemberOut"]


class MemberIn(In):
    """Somebody with an account, and his role."""

    email: Name = Field(examples=["grace@example.com"])
    role: ProjectRole


class MemberChange(In):
    """Another role."""

    role: ProjectRole


class MemberOut(In):
    """A member and his role."""

    user_id: UUID
    email: str
    name: str
    role: ProjectRole

    @classmethod
    def of(cls, member: Membership) -> "MemberOut":
        """Return a member as he is shown."""
        return cls(user_id=member.user.id, email=member.user.email, name=member.user.name, role=member.role)
