"""What guessing of passwords meets, over HTTP."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update
from starlette.testclient import TestClient
from tests.service import PASSWORD, Service, served

from xcodereviewer.store.database import Database
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import LoginAttempts


def test_account_is_locked_after_five_wrong_passwords_whether_it_is_there_or_not(service: Service) -> None:
    ada = service.user()
    there, not_there = ([_try(service.client, who) for _ in range(6)] for who in (ada.email, "nobody@example.com"))
    assert [answer.status_code for answer in there] == [401, 401, 401, 401, 401, 429]
    assert [(answer.status_code, answer.json()["type"]) for answer in not_there] == [
        (answer.status_code, answer.json()["type"]) for answer in there
    ]
    assert 0 < int(there[-1].headers["retry-after"]) <= 30
    assert _try(service.client, ada.email, PASSWORD).status_code == 429
    with served(service.settings) as restarted:
        assert _try(restarted, ada.email, PASSWORD).status_code == 429


def test_wait_doubles_with_each_wrong_password_and_a_right_one_ends_it(service: Service) -> None:
    ada = service.user()
    _try(service.client, ada.email)
    waits = []
    for wrong in (5, 6, 7, 30):
        _set(service, wrong=wrong - 1, locked_until=utc_now() - timedelta(seconds=1))
        assert _try(service.client, ada.email).status_code == 401
        waits.append(int(_try(service.client, ada.email).headers["retry-after"]))
    assert [round(wait, -1) for wait in waits] == [30, 60, 120, 3600]
    _set(service, wrong=30, locked_until=utc_now() - timedelta(seconds=1))
    assert _try(service.client, ada.email, PASSWORD).status_code == 200


def test_address_that_guesses_at_many_accounts_is_locked_for_all(service: Service) -> None:
    ada = service.user()
    _try(service.client, "first@example.com")
    _set(service, wrong=19, locked_until=None)
    assert [_try(service.client, f"{name}@example.com").status_code for name in ("second", "third")] == [401, 429]
    assert _try(service.client, ada.email, PASSWORD).status_code == 429


def test_right_passwords_do_not_count_against_an_address(service: Service) -> None:
    ada = service.user()
    _set(service, wrong=19, locked_until=None)
    assert [_try(service.client, ada.email, PASSWORD).status_code for _ in range(3)] == [200, 200, 200]


def _try(client: TestClient, email: str, password: str = "a wrong one") -> Any:
    return client.post("/api/v1/auth/login", json={"email": email, "password": password})


def _set(service: Service, **values: Any) -> None:
    async def change(database: Database) -> None:
        async with database.transaction() as session:
            await session.execute(update(LoginAttempts).values(**values))

    service.within(change)
