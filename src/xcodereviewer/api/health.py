"""Whether the service lives, and whether it can work: for those who watch over it."""

from fastapi import APIRouter

from xcodereviewer.api.dependencies import RequestParts

__all__ = ["router"]

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
async def is_live() -> dict[str, str]:
    """Answer: the process lives."""
    return {"status": "ok"}


@router.get("/ready")
async def is_ready(parts: RequestParts) -> dict[str, str]:
    """Answer when the database does too; otherwise 503."""
    await parts.database.ping()
    return {"status": "ok"}
