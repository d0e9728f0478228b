"""A PostgreSQL database of the benchmark's own, and findings to fill it with.

`XCR_TEST_POSTGRESQL` names another server than the one of this machine.
"""

import contextlib
import os
from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from uuid import uuid4

import asyncpg  # type: ignore[import-untyped]  # it has no types

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Category, Confidence, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.store.database import Database
from xcodereviewer.store.migrate import upgrade
from xcodereviewer.store.projects import Project
from xcodereviewer.store.reviews import Review
from xcodereviewer.store.schema import utc_now

__all__ = ["findings", "own_database", "review_of"]

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
