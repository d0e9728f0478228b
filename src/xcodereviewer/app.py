"""Builds the application, nothing else."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import structlog
from fastapi import FastAPI
from redis.asyncio import Redis

from xcodereviewer.api.dependencies import Parts
from xcodereviewer.api.docs import router as docs
from xcodereviewer.api.health import router as health
from xcodereviewer.api.openapi import DescribedApi
from xcodereviewer.api.problems import add_problem_handlers
from xcodereviewer.api.stack import middleware_of
from xcodereviewer.api.v1 import router as v1
from xcodereviewer.core.file_validator import FileValidator
from xcodereviewer.core.rate_limit import LocalLimiter, RateLimiter, RedisLimiter, SharedLimiter
from xcodereviewer.core.redis_connection import connect
from xcodereviewer.core.secret_key import key_ring_of, make_data_folder, secret_key_of
from xcodereviewer.core.security import TokenSigner, derived_key
from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.services.accounts import open_setup
from xcodereviewer.services.credentials import reach_of
from xcodereviewer.services.keys import in_use
from xcodereviewer.services.sessions import Sessions
from xcodereviewer.services.sources import Sources
from xcodereviewer.services.uploads import Uploads
from xcodereviewer.store.database import Database, Wake
from xcodereviewer.store.migrate import upgrade
from xcodereviewer.worker.embedded import runner_of

__all__ = ["build_app", "parts_of"]

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


def build_app(settings: ServerSettings) -> FastAPI:
    """Return the application; it opens and closes its parts with its life.

    Raises:
        XCodeReviewerError: the settings do not do.
    """
    parts = parts_of(settings)
    redis = connect(settings.redis_url) if settings.redis_url else None

    @contextlib.asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.parts = parts
        await upgrade(parts.database)
        await _tell_of_missing_keys(parts)
        await _offer_setup(parts)
        async with _runner(settings, parts.database):
            yield
        await parts.database.close()
        if redis is not None:
            await redis.aclose()

    app = DescribedApi(
        lifespan=life, middleware=middleware_of(settings, limiter=_limiter(redis), signer=parts.sessions.signer)
    )
    add_problem_handlers(app)
    app.include_router(health)
    app.include_router(docs)
    app.include_router(v1)
    return app


def parts_of(settings: ServerSettings) -> Parts:
    """Return the parts of a service with these settings; nothing is connected yet.

    Raises:
        XCodeReviewerError: the secret key or the data folder does not do.
    """
    make_data_folder(settings.data_dir)
    signer = TokenSigner(key=derived_key(secret_key_of(settings), "access-token"), lifetime_s=settings.access_token_s)
    validator = FileValidator(largest=settings.max_upload_bytes)
    return Parts(
        settings=settings,
        database=Database(settings.database, pool_size=settings.database_pool, wake=_wake_of(settings)),
        keys=key_ring_of(settings),
        sessions=Sessions(signer=signer, refresh_token_s=settings.refresh_token_s),
        sources=Sources(reach=reach_of(settings)),
        uploads=Uploads(folder=settings.data_dir / "uploads", validator=validator, quota=settings.project_upload_bytes),
    )


def _limiter(redis: Redis | None) -> RateLimiter:
    return SharedLimiter(RedisLimiter(redis), LocalLimiter()) if redis is not None else LocalLimiter()


async def _tell_of_missing_keys(parts: Parts) -> None:
    async with parts.database.reading() as session:
        missing = [use for use in await in_use(session, parts.keys) if not use.is_known]
    for use in missing:
        _log.error("keys.missing", key=use.key_id, secrets=use.secrets, hint="add it to XCR_OLD_SECRET_KEYS")


def _wake_of(settings: ServerSettings) -> Wake | None:
    if settings.runner != "celery":
        return None
    from xcodereviewer.worker.celery_app import waker  # half a second that only those who use it pay

    return waker(settings)


async def _offer_setup(parts: Parts) -> None:
    async with parts.database.transaction() as session:
        token = await open_setup(session)
    if token is not None:
        settings = parts.settings
        base = settings.public_url or f"http://{settings.host}:{settings.port}"
        _log.warning("setup.open", link=f"{base}/setup#{token}", hint="valid once, for a day")


@contextlib.asynccontextmanager
async def _runner(settings: ServerSettings, database: Database) -> AsyncIterator[None]:
    """Run the embedded runner beside what is in the context."""
    if settings.runner != "embedded":
        yield
        return
    runner = runner_of(settings, database)
    database.listen(runner.wake)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(runner.run())
        yield
        running.cancel()
