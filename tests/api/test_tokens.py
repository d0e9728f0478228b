"""API tokens over HTTP: shown once, bounded by their scopes and their time, ended for good."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from tests.service import Service, User

from xcodereviewer.store.database import Database
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.users import ApiToken


def test_token_is_shown_once_and_holds_until_it_is_revoked(service: Service) -> None:
    ada = service.user()
    made = _make(service, ada, "read")
    assert made["token"].startswith("xcr_pat_")
    (listed,) = service.client.get("/api/v1/tokens", headers=ada.headers).json()
    assert listed == {key: value for key, value in made.items() if key != "token"}
    assert made["token"].endswith(listed["ending"])
    shown = _bearer(made)
    assert service.client.get("/api/v1/users/me", headers=shown).json()["email"] == ada.email
    path = f"/api/v1/tokens/{made['id']}"
    ended = [service.client.delete(path, headers=who).status_code for who in (service.user("bob").headers, ada.headers)]
    assert ended == [404, 204]
    assert service.client.get("/api/v1/users/me", headers=shown).status_code == 401


def test_scopes_bound_what_a_token_may(service: Service) -> None:
    ada, root = service.user(), service.admin()
    project = f"/api/v1/projects/{service.project(ada)}"
    reads, writes = _bearer(_make(service, ada, "read")), _bearer(_make(service, ada, "write"))
    assert service.client.get(project, headers=reads).status_code == 200
    changed = [service.client.patch(project, json={"name": "shop"}, headers=who).status_code for who in (reads, writes)]
    assert changed == [403, 200]
    assert service.client.post(f"{project}/reviews", json={}, headers=writes).status_code == 403
    wanted = {"name": "more", "scopes": ["admin"]}
    asked = [
        service.client.post("/api/v1/tokens", json=wanted, headers=who).status_code for who in (writes, ada.headers)
    ]
    assert asked == [403, 403]
    of_root = [_bearer(_make(service, root, scope)) for scope in ("write", "admin")]
    assert [service.client.get("/api/v1/users", headers=who).status_code for who in of_root] == [403, 200]


def test_token_does_nothing_that_only_a_person_may(service: Service) -> None:
    shown = _bearer(_make(service, service.user(), "read", "write", "triage", "review"))
    change = {"old_password": "x", "new_password": "y"}
    asked = [
        service.client.post("/api/v1/users/me/password", json=change, headers=shown),
        service.client.get("/api/v1/users/me/sessions", headers=shown),
        service.client.post("/api/v1/tokens", json={"name": "more", "scopes": ["read"]}, headers=shown),
    ]
    assert [answer.status_code for answer in asked] == [403, 403, 403]


def test_token_ends_at_its_time(service: Service) -> None:
    ada = service.user()
    late = {"name": "late", "scopes": ["read"], "expires_at": (utc_now() - timedelta(days=1)).isoformat()}
    assert service.client.post("/api/v1/tokens", json=late, headers=ada.headers).status_code == 422
    made = _make(service, ada, "read", expires_at=(utc_now() + timedelta(days=1)).isoformat())
    assert service.client.get("/api/v1/users/me", headers=_bearer(made)).status_code == 200
    _set(service, made, expires_at=utc_now() - timedelta(seconds=1))
    assert service.client.get("/api/v1/users/me", headers=_bearer(made)).status_code == 401


def test_last_use_is_noted_and_not_again_within_a_minute(service: Service) -> None:
    ada = service.user()
    made = _make(service, ada, "read")

    def used() -> Any:
        service.client.get("/api/v1/users/me", headers=_bearer(made))
        (listed,) = service.client.get("/api/v1/tokens", headers=ada.headers).json()
        return listed["last_used_at"]

    first = used()
    assert first is not None
    assert used() == first
    _set(service, made, last_used_at=utc_now() - timedelta(seconds=61))
    assert used() > first


def _make(service: Service, who: User, *scopes: str, **members: Any) -> dict[str, Any]:
    wanted = {"name": "nightly", "scopes": sorted(scopes), **members}
    answer = service.client.post("/api/v1/tokens", json=wanted, headers=who.headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _bearer(made: Mapping[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {made['token']}"}


def _set(service: Service, made: Mapping[str, Any], **values: Any) -> None:
    async def change(database: Database) -> None:
        async with database.transaction() as session:
            await session.execute(update(ApiToken).where(ApiToken.id == UUID(made["id"])).values(**values))

    service.within(change)
