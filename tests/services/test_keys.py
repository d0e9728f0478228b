"""The change of the secret key, on a database with secrets in it."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from tests.service import Service

from xcodereviewer.core.encryption import KeyRing, Sealed
from xcodereviewer.core.ids import new_id
from xcodereviewer.domain.credential import CredentialKind
from xcodereviewer.services import keys as service_keys
from xcodereviewer.services.keys import KeyUse, in_use, rotate_some
from xcodereviewer.store.credentials import Credential
from xcodereviewer.store.database import Database
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.sealed import place_of

OLD, NEW, LOST = (KeyRing(letter * 40) for letter in "abc")
BOTH = KeyRing("b" * 40, ["a" * 40])


async def kept(database: Database, project: str, secrets: Sequence[tuple[CredentialKind, KeyRing]]) -> None:
    async with database.transaction() as session:
        for kind, keys in secrets:
            key = new_id()
            value = keys.seal(f"secret {kind}", place=place_of(Credential.value, key))
            session.add(Credential(id=key, project_id=UUID(project), kind=kind, value=value, updated_at=utc_now()))


async def opened(database: Database, keys: KeyRing) -> dict[CredentialKind, str]:
    async with database.reading() as session:
        rows = (await session.scalars(select(Credential))).all()
        return {row.kind: keys.open(row.value, place=place_of(Credential.value, row.id)) for row in rows}


async def uses(database: Database, keys: KeyRing) -> Sequence[KeyUse]:
    async with database.reading() as session:
        return await in_use(session, keys)


async def rotated(database: Database, *, steps: int = 100) -> list[tuple[int, int]]:
    done, rest = [], None
    for _ in range(steps):
        async with database.transaction() as session:
            some = await rotate_some(session, BOTH, after=rest)
        done.append((some.changed, some.unreadable))
        rest = some.rest
        if rest is None:
            break
    return done


def test_rotation_that_was_interrupted_goes_on_and_the_old_key_can_go(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_keys, "_BATCH", 1)
    project = service.project(service.user())
    three = [(kind, OLD) for kind in CredentialKind]
    service.within(lambda database: kept(database, project, three))
    assert service.within(lambda database: rotated(database, steps=2)) == [(1, 0), (1, 0)]
    assert service.within(lambda database: opened(database, BOTH)).keys() == set(CredentialKind)
    assert [(use.secrets, use.is_current) for use in service.within(lambda database: uses(database, BOTH))] == [
        (2, True),
        (1, False),
    ]
    assert sum(changed for changed, _ in service.within(rotated)) == 1
    expected = {kind: f"secret {kind}" for kind in CredentialKind}
    assert service.within(lambda database: opened(database, NEW)) == expected


def test_secret_whose_key_is_lost_is_counted_and_left_alone(service: Service) -> None:
    project = service.project(service.user())
    mixed = [(CredentialKind.GIT_TOKEN, OLD), (CredentialKind.WEBHOOK_SECRET, LOST)]
    service.within(lambda database: kept(database, project, mixed))
    done = service.within(rotated)
    assert (sum(one for one, _ in done), sum(other for _, other in done)) == (1, 1)
    used = service.within(lambda database: uses(database, BOTH))
    lost = Sealed(LOST.header).key_id
    assert [(use.key_id, use.is_known) for use in used] == [(Sealed(NEW.header).key_id, True), (lost, False)]


def test_text_that_is_not_sealed_cannot_be_stored(service: Service) -> None:
    project = service.project(service.user())

    async def careless(database: Database) -> None:
        async with database.transaction() as session:
            value: object = "token"
            row = Credential(project_id=UUID(project), kind=CredentialKind.GIT_TOKEN, value=value, updated_at=utc_now())
            session.add(row)

    with pytest.raises(StatementError, match="sealed before it is stored"):
        service.within(careless)
