"""Version 1 of the API: the one router in which every endpoint stands."""

from fastapi import APIRouter

from xcodereviewer.api.v1 import (
    auth,
    comments,
    credentials,
    findings,
    groups,
    members,
    projects,
    reviews,
    sources,
    tokens,
    uploads,
    users,
)

__all__ = ["router"]

router = APIRouter(prefix="/api/v1")
for part in (
    auth,
    users,
    tokens,
    groups,
    members,
    projects,
    credentials,
    sources,
    uploads,
    reviews,
    findings,
    comments,
):
    router.include_router(part.router)
