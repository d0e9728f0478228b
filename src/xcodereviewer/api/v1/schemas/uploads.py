"""The shapes of uploads."""

from datetime import datetime
from uuid import UUID

from xcodereviewer.api.v1.schemas.common import Out

__all__ = ["UploadOut"]


class UploadOut(Out):
    """An archive that was taken in."""

    id: UUID
    project_id: UUID
    name: str
    size: int
    sha256: str
    created_at: datetime
