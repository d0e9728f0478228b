"""Builds the application, nothing else."""
# xcr: ignore-file[write-outside-its-place] makes the data folder and the key file in it

import asyncio
import contextlib
import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import structlog
from fastapi import FastAPI
from redis.asyncio import Redis

from xcodereviewer.api.dependencies import Parts
from xcodereviewer.api.health import router as health
from xcodereviewer.api.openapi import DescribedApi
from xcodereviewer.api.problems import add_problem_handlers
from xcodereviewer.api.stack import middleware_of
from xcodereviewer.api.v1 import router as v1
from xcodereviewer.core.encryption import KeyRing
from xcodereviewer.core.errors import Unavailable
from xcodereviewer.core.file_validator import FileValidator
from xcodereviewer.core.rate_limit import LocalLimiter, RateLimiter, RedisLimiter, SharedLimiter
from xcodereviewer.core.redis_connection import connect
from xcodereviewer.core.security import TokenSigner, check_secret_key, derived_key
from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.services.accounts import open_setup
from xcodereviewer.services.keys import in_use
from xcodereviewer.services.sessions import Sessions
from xcodereviewer.services.uploads import Uploads
from xcodereviewer.store.database import Database
from xcodereviewer.store.migrate import upgrade
from xcodereviewer.worker.embedded import runner_of

__all__ = ["build_app", "parts_of", "secret_key_of"]

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class NoDataFolder(Unavailable):
    """A data folder that cannot be used."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"The data folder {folder} cannot be used: {reason}. Set XCR_DATA_DIR to another one.")


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
    app.include_router(v1)
    return app


def parts_of(settings: ServerSettings) -> Parts:
    """Return the parts of a service with these settings; nothing is connected yet.

    Raises:
        XCodeReviewerError: the secret key or the data folder does not do.
    """
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoDataFolder(settings.data_dir, error.strerror or str(error)) from error
    secret = secret_key_of(settings)
    signer = TokenSigner(key=derived_key(secret, "access-token"), lifetime_s=settings.access_token_s)
    validator = FileValidator(largest=settings.max_upload_bytes)
    return Parts(
        settings=settings,
        database=Database(settings.database, pool_size=settings.database_pool),
        keys=KeyRing(secret, [old.get_secret_value() for old in settings.old_secret_keys]),
        sessions=Sessions(signer=signer, refresh_token_s=settings.refresh_token_s),
        uploads=Uploads(folder=settings.data_dir / "uploads", validator=validator),
    )


def _limiter(redis: Redis | None) -> RateLimiter:
    return SharedLimiter(RedisLimiter(redis), LocalLimiter()) if redis is not None else LocalLimiter()


def secret_key_of(settings: ServerSettings) -> str:
    """Return the secret key; the embedded mode makes one at its first start and keeps it, readable by its user only.

    Raises:
        NoDataFolder: it cannot be kept.
        WeakSecretKey: it could be guessed.
    """
    if settings.secret_key is not None:
        return check_secret_key(settings.secret_key.get_secret_value())
    path = settings.data_dir / "secret.key"
    try:
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(48))
        return check_secret_key(path.read_text().strip())
    except OSError as error:
        raise NoDataFolder(settings.data_dir, error.strerror or str(error)) from error


async def _tell_of_missing_keys(parts: Parts) -> None:
    async with parts.database.reading() as session:
        missing = [use for use in await in_use(session, parts.keys) if not use.is_known]
    for use in missing:
        _log.error("keys.missing", key=use.key_id, secrets=use.secrets, hint="add it to XCR_OLD_SECRET_KEYS")


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
