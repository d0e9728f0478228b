"""`xcr keys`, on a database in a folder of the test's own."""

import asyncio
from pathlib import Path

import pytest

from tests.cli.conftest import Xcr
from xcodereviewer.app import parts_of
from xcodereviewer.core.encryption import KeyRing
from xcodereviewer.core.ids import new_id
from xcodereviewer.core.server_settings import read_server_settings
from xcodereviewer.domain.credential import CredentialKind
from xcodereviewer.store.credentials import Credential
from xcodereviewer.store.migrate import upgrade
from xcodereviewer.store.projects import Project
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.sealed import place_of

OLD, NEW = "an-old-key-0123456789-abcdefghijkl", "a-new-key-9876543210-zyxwvutsrqpo"


async def secret_under_the_old_key(folder: Path) -> None:
    database = parts_of(read_server_settings({"data_dir": folder, "secret_key": OLD})).database
    await upgrade(database)
    async with database.transaction() as session:
        project = Project(name="bookshop", updated_at=utc_now())
        session.add(project)
        await session.flush()
        key = new_id()
        value = KeyRing(OLD).seal("token", place=place_of(Credential.value, key))
        kind = CredentialKind.GIT_TOKEN
        session.add(Credential(id=key, project_id=project.id, kind=kind, value=value, updated_at=utc_now()))
    await database.close()


def test_keys_are_counted_and_secrets_brought_under_the_new_one(
    xcr: Xcr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    asyncio.run(secret_under_the_old_key(folder))
    old, new = (KeyRing(key).seal("", place="").key_id for key in (OLD, NEW))
    monkeypatch.setenv("XCR_SECRET_KEY", NEW)
    at = ("--data-dir", str(folder))
    status = xcr("keys", "status", *at)
    assert (status.code, status.out) == (1, f"{old}         1  missing\n")
    refused = xcr("keys", "rotate", *at)
    assert refused.code == 1
    assert "1 could not be read" in refused.out
    monkeypatch.setenv("XCR_OLD_SECRET_KEYS", f"{'x' * 40}, {OLD}")
    assert xcr("keys", "rotate", *at).out == "1 secrets were encrypted anew.\n"
    monkeypatch.delenv("XCR_OLD_SECRET_KEYS")
    status = xcr("keys", "status", *at)
    assert (status.code, status.out) == (0, f"{new}         1  in use\n")
