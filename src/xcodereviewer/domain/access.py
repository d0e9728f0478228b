"""Who may do what: the roles of an installation and of a project, and who is asking."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

__all__ = ["Actor", "ProjectRole", "Scope", "SystemRole"]


class SystemRole(StrEnum):
    """What somebody is in the whole installation."""

    ADMIN = "admin"
    USER = "user"


class ProjectRole(StrEnum):
    """What somebody is in one project; each may all that those after it may.

    A viewer reads, a reviewer starts reviews and decides on findings, a maintainer changes the project, its credentials
    and its rules, an owner its members and whether it exists.
    """

    OWNER = "owner"
    MAINTAINER = "maintainer"
    REVIEWER = "reviewer"
    VIEWER = "viewer"

    @property
    def rank(self) -> int:
        """3 for owner down to 0 for viewer."""
        return _RANKS[self]

    def includes(self, other: "ProjectRole") -> bool:
        """Whether who has this role may all that `other` may."""
        return self.rank >= other.rank


_RANKS = {role: rank for rank, role in enumerate(reversed(ProjectRole))}


class Scope(StrEnum):
    """What an API token may be used for; `admin` is of use to administrators only."""

    READ = "read"
    WRITE = "write"  # all but what is said of the others
    TRIAGE = "triage"  # decide on findings and comment on them
    REVIEW = "review"  # start and cancel reviews
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks: a person by a session or by an API token.

    A session has all scopes. `credential_id` names the session or token, for the audit log and for ending it;
    `is_program` tells the token.
    """

    user_id: UUID
    role: SystemRole
    scopes: frozenset[Scope] = frozenset(Scope)
    credential_id: UUID | None = None
    is_program: bool = False

    @property
    def is_admin(self) -> bool:
        """Whether the whole installation may be administered with this."""
        return self.role is SystemRole.ADMIN and Scope.ADMIN in self.scopes
