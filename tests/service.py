"""A running service for tests: its application over an in-memory transport, on a database of the test's own.

Each test runs on SQLite and on PostgreSQL. `XCR_TEST_POSTGRESQL` names another server than the one of this machine.
"""

import asyncio
import os
import shutil
import zipfile
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg  # type: ignore[import-untyped]  # it has no types
import pytest
from starlette.testclient import TestClient

from xcodereviewer.app import build_app
from xcodereviewer.core.server_settings import ServerSettings, read_server_settings
from xcodereviewer.domain.access import ProjectRole, SystemRole
from xcodereviewer.domain.job import JobKind
from xcodereviewer.services.accounts import NewAccount, create_account
from xcodereviewer.services.credentials import reach_of
from xcodereviewer.store.database import Database
from xcodereviewer.store.migrate import upgrade
from xcodereviewer.store.tables import METADATA
from xcodereviewer.worker.review_task import ReviewTask
from xcodereviewer.worker.runner import Runner

__all__ = [
    "PASSWORD",
    "SECRET_KEY",
    "Service",
    "User",
    "database_url",
    "postgresql_url",
    "run",
    "served",
    "service",
    "sqlite_template",
    "sqlite_url",
    "zipped",
]

PASSWORD = "nine purple elephants dance"
SECRET_KEY = "a-key-for-tests-0123456789-abcdefghijklmnop"
_SERVER = os.environ.get("XCR_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")
_T = TypeVar("_T")


def run(coroutine: Coroutine[Any, Any, _T]) -> _T:
    """Return what a coroutine returns."""
    return asyncio.run(coroutine)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who is logged in."""

    id: str
    email: str
    headers: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class Service:
    """The application behind a client, and short ways to what tests need first."""

    client: TestClient
    settings: ServerSettings
    url: str
    cache: Path
    users: dict[str, User] = field(default_factory=dict)

    def user(self, name: str = "ada", *, role: SystemRole = SystemRole.USER) -> User:
        """Return somebody with an account, who is logged in; the same for the same name."""
        if name not in self.users:
            email = f"{name}@example.com"
            account = NewAccount(email=email, name=name.title(), password=PASSWORD, role=role)
            key = self.within(lambda database: _add(database, account))
            answer = self.client.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD})
            token = answer.json()["access_token"]
            self.users[name] = User(id=key, email=email, headers={"Authorization": f"Bearer {token}"})
        return self.users[name]

    def admin(self) -> User:
        """Return an administrator who is logged in."""
        return self.user("root", role=SystemRole.ADMIN)

    def project(self, owner: User, **members: Any) -> str:
        """Return the id of a new project of somebody's."""
        answer = self.client.post("/api/v1/projects", json={"name": "bookshop", **members}, headers=owner.headers)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def member(self, project: str, name: str, role: ProjectRole) -> User:
        """Return somebody with a role in a project."""
        from uuid import UUID

        from xcodereviewer.store.projects import Member

        user = self.user(name)

        async def add(database: Database) -> None:
            async with database.transaction() as session:
                session.add(Member(project_id=UUID(project), user_id=UUID(user.id), role=role))

        self.within(add)
        return user

    def reviewed(self, project: str, owner: User, files: Mapping[str, str]) -> dict[str, Any]:
        """Return a finished review of these files, uploaded as an archive."""
        upload = self.client.post(
            f"/api/v1/projects/{project}/uploads?name=code.zip", content=zipped(files), headers=owner.headers
        )
        assert upload.status_code == 201, upload.text
        ordered = self.client.post(f"/api/v1/projects/{project}/reviews", json={}, headers=owner.headers)
        assert ordered.status_code == 202, ordered.text
        self.work()
        review: dict[str, Any] = self.client.get(ordered.headers["location"], headers=owner.headers).json()
        return review

    def work(self) -> int:
        """Do the jobs that wait, here and now; returns how many there were."""
        reach = reach_of(self.settings)
        task = ReviewTask(uploads=self.settings.data_dir / "uploads", cache=self.cache, reach=reach)
        return self.within(lambda database: Runner(database, {JobKind.REVIEW: task}).do_all())

    def within(self, act: Callable[[Database], Coroutine[Any, Any, _T]]) -> _T:
        """Return what something returns that is done with the database directly."""

        async def on_own_pool() -> _T:
            database = Database(self.url)
            try:
                return await act(database)
            finally:
                await database.close()

        return run(on_own_pool())


async def _add(database: Database, account: NewAccount) -> str:
    async with database.transaction() as session:
        return str((await create_account(session, account, by=None)).id)


def zipped(files: Mapping[str, str]) -> bytes:
    """Return a ZIP of the files."""
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return out.getvalue()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database at the schema of this release."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite"
    run(_migrated(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A PostgreSQL database of this test process's own, at the schema of this release; removed after."""
    name = f"xcr_test_{uuid4().hex[:12]}"
    run(_execute(f'CREATE DATABASE "{name}"'))
    url = f"{_SERVER}/{name}".replace("postgresql://", "postgresql+asyncpg://", 1)
    run(_migrated(url))
    yield url
    run(_execute(f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _migrated(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    await database.close()


async def _execute(statement: str) -> None:
    connection = await asyncpg.connect(f"{_SERVER}/postgres")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """An empty SQLite database of the test's own."""
    path = tmp_path / "test.sqlite"
    shutil.copy(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database, of each kind in turn."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    url = str(request.getfixturevalue("postgresql_url"))
    run(_emptied(url))
    return url


async def _emptied(url: str) -> None:
    database = Database(url)
    async with database.transaction() as session:
        for table in reversed(METADATA.sorted_tables):
            await session.execute(table.delete())
    await database.close()


@contextmanager
def served(settings: ServerSettings) -> Iterator[TestClient]:
    """Run the application with these settings behind a client."""
    with TestClient(build_app(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def service(database_url: str, tmp_path: Path, compiled_rules: Path) -> Iterator[Service]:
    """The application on a database of the test's own; jobs are done when the test says so."""
    cache = tmp_path / "cache"
    shutil.copytree(compiled_rules, cache)
    own = {"data_dir": tmp_path / "data", "database_url": database_url, "secret_key": SECRET_KEY, "runner": "none"}
    unlimited = dict.fromkeys(("rate_per_address", "rate_per_token", "rate_per_user", "rate_in_all"), 1_000_000)
    settings = read_server_settings({**own, **unlimited})
    with served(settings) as client:
        yield Service(client=client, settings=settings, url=database_url, cache=cache)
