"""The shapes of users."""

from datetime import datetime
from uuid import UUID

from xcodereviewer.api.v1.schemas.common import Out
from xcodereviewer.domain.access import SystemRole

__all__ = ["UserOut"]


class UserOut(Out):
    """Somebody with an account."""

    id: UUID
    email: str
    name: str
    role: SystemRole
    is_active: bool
    created_at: datetime
    last_login_at: datetime | None
