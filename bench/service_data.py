"""A PostgreSQL database of the benchmark's own, and findings to fill it with.

`XCR_TEST_POSTGRESQL` names another server than the one of this machine.
"""

import contextlib
import os
from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from typing import Any
from uuid import uuid4

import asyncpg  # type: ignore[import-untyped]  # it has no types
from sqlalchemy import text
from sqlalchemy.schema import CreateIndex, DropIndex

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.store.database import Database
from xcodereviewer.store.findings import Finding as StoredFinding
from xcodereviewer.store.migrate import upgrade
from xcodereviewer.store.projects import Project
from xcodereviewer.store.reviews import Review
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.tables import METADATA

__all__ = ["bare_connection", "fill", "findings", "own_database", "review_of"]

_SERVER = os.environ.get("XCR_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")
_SEVERITIES, _CATEGORIES, _CONFIDENCES = tuple(Severity), tuple(Category), tuple(Confidence)
_WORDS = ("request", "query", "cookie", "archive", "session", "template", "password", "redirect", "header", "upload")


@contextlib.asynccontextmanager
async def own_database() -> AsyncIterator[Database]:
    """Make a database at the schema of this release, and drop it after."""
    name = f"xcr_bench_{uuid4().hex[:12]}"
    await _told(f'CREATE DATABASE "{name}"')
    database = Database(f"{_SERVER}/{name}".replace("postgresql://", "postgresql+asyncpg://", 1))
    try:
        await upgrade(database)
        yield database
    finally:
        await database.close()
        await _told(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.asynccontextmanager
async def bare_connection(database: Database) -> AsyncIterator[Any]:
    """Open a connection of the driver itself."""
    connection = await asyncpg.connect(database.url.set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        yield connection
    finally:
        await connection.close()


async def _told(statement: str) -> None:
    connection = await asyncpg.connect(f"{_SERVER}/postgres")
    await connection.execute(statement)
    await connection.close()


async def review_of(database: Database) -> Review:
    """Return a review of a new project."""
    async with database.transaction() as session:
        project = Project(name="a large one", updated_at=utc_now())
        session.add(project)
        await session.flush()
        review = Review(project_id=project.id, number=1, source={"kind": "upload", "is_main": True})
        session.add(review)
    return review


def findings(count: int) -> Iterator[Finding]:
    """Yield findings of 200 rules in a file for each twenty, spread over 400 folders."""
    for number in range(count):
        rule, file = number * 7919 % 200, number // 20
        path = f"src/part{file % 20}/module{file % 400}/file{file}.py"
        span = Span(start_line=number % 20 * 10 + 1, start_column=5, end_line=number % 20 * 10 + 1, end_column=40)
        word = _WORDS[number * 31 % 10]
        yield Finding(
            rule=f"python.{_CATEGORIES[rule % 5]}.rule-{rule}",
            message=f"The {word} decides what `value_{number % 5000}` is, and nothing checks it before it is used.",
            location=Location(path=path, span=span),
            severity=_SEVERITIES[rule % 5],
            confidence=_CONFIDENCES[rule % 3],
            category=_CATEGORIES[rule % 5],
            status=Status.STABLE,
            engine="patterns",
            kind="",
            cwe=(rule % 40 + 20,),
            snippet=f"    value_{number % 5000} = {word}.get('name')\n    use(value_{number % 5000})",
            fingerprint=sha256(str(number).encode()).hexdigest(),
        )


async def fill(database: Database, review: Review, count: int) -> None:
    """Give the project of a review so many findings; made within the database, for their number is large."""
    table = METADATA.tables[StoredFinding.__tablename__]
    async with database.transaction() as session:
        for index in table.indexes:
            await session.execute(DropIndex(index))
        made = {"project": review.project_id, "review": review.id, "count": count}
        await session.execute(text(_FILL), made)
        for index in table.indexes:
            await session.execute(CreateIndex(index))
    async with bare_connection(database) as raw:
        await raw.execute("VACUUM ANALYZE findings")


_FILL = """
INSERT INTO findings (
    id, project_id, fingerprint, rule, category, severity, confidence, kind, cwe, message, path, folder, line, searched,
    is_present, state, reason, first_review_id, last_review_id, trace, version, created_at, updated_at
)
SELECT
    gen_random_uuid(), :project, encode(sha256(CAST(CAST(n AS text) AS bytea)), 'hex'), rule,
    (ARRAY['security', 'bug', 'performance', 'maintainability', 'style'])[r % 5 + 1], r % 5, r % 3, '', r % 40 + 20,
    message, path, 'src/', n % 20 * 10 + 1, lower(rule || E'\\n' || path || E'\\n' || message), n % 10 > 0,
    (ARRAY['open', 'open', 'open', 'open', 'confirmed', 'false_positive', 'fixed'])[n % 7 + 1], '',
    :review, :review, '{}', 1, now(), now()
FROM (
    SELECT n, r, 'python.' || (ARRAY['security', 'bug', 'style'])[r % 3 + 1] || '.rule-' || r AS rule,
        'src/part' || f % 20 || '/module' || f % 400 || '/file' || f || '.py' AS path,
        'The ' || (ARRAY['request', 'query', 'cookie', 'archive'])[n % 4 + 1] || ' decides what `value_' || n % 5000
            || '` is, and nothing checks it before it is used.' AS message
    FROM (
        SELECT n, n * 7919 % 200 AS r, n / 20 AS f FROM generate_series(0, CAST(:count AS bigint) - 1) AS n
    ) AS numbers
) AS made
"""
