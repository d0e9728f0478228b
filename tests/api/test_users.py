"""Accounts over HTTP: invited, changed, closed, and what people do with their own."""

from typing import Any

from tests.service import PASSWORD, Service, User

NEW_PASSWORD = "seven yellow rivers wander"


def test_invited_user_chooses_a_password_by_a_link_that_is_good_once(service: Service) -> None:
    root = service.admin()
    made = _post(service, "/users", root, email="Grace@Example.com", name="Grace")
    assert (made.status_code, made.json()["user"]["email"]) == (201, "grace@example.com")
    assert made.headers["location"] == f"/api/v1/users/{made.json()['user']['id']}"
    link = made.json()["password_link"]
    assert link["url"].endswith(f"/password#{link['token']}")
    assert _log_in(service, "grace@example.com", NEW_PASSWORD) == 401
    chosen = [_post(service, "/auth/password", token=link["token"], password=word) for word in ("short", NEW_PASSWORD)]
    again = _post(service, "/auth/password", token=link["token"], password=PASSWORD)
    assert [answer.status_code for answer in (*chosen, again)] == [422, 204, 403]
    assert _log_in(service, "grace@example.com", NEW_PASSWORD) == 200


def test_link_to_a_new_password_ends_the_sessions_and_the_link_before_it(service: Service) -> None:
    root, ada = service.admin(), service.user()
    first, second = (_post(service, f"/users/{ada.id}/password-link", root).json()["token"] for _ in range(2))
    assert _post(service, "/auth/password", token=first, password=NEW_PASSWORD).status_code == 403
    assert _get(service, "/users/me", ada).status_code == 200
    assert _post(service, "/auth/password", token=second, password=NEW_PASSWORD).status_code == 204
    assert _get(service, "/users/me", ada).status_code == 401
    assert [_log_in(service, ada.email, word) for word in (PASSWORD, NEW_PASSWORD)] == [401, 200]


def test_closed_account_is_shut_out_at_once_and_its_sessions_stay_ended(service: Service) -> None:
    root, ada = service.admin(), service.user()
    closed = service.client.patch(f"/api/v1/users/{ada.id}", json={"is_active": False}, headers=root.headers)
    assert (closed.status_code, closed.json()["is_active"]) == (200, False)
    assert (_get(service, "/users/me", ada).status_code, _log_in(service, ada.email, PASSWORD)) == (401, 401)
    service.client.patch(f"/api/v1/users/{ada.id}", json={"is_active": True}, headers=root.headers)
    assert (_get(service, "/users/me", ada).status_code, _log_in(service, ada.email, PASSWORD)) == (401, 200)


def test_last_administrator_stays_and_of_two_one_may_go(service: Service) -> None:
    root, ada = service.admin(), service.user()
    for change in ({"role": "user"}, {"is_active": False}):
        kept = service.client.patch(f"/api/v1/users/{root.id}", json=change, headers=root.headers)
        assert (kept.status_code, kept.json()["type"]) == (409, "urn:xcodereviewer:problem:last-admin")
    service.client.patch(f"/api/v1/users/{ada.id}", json={"role": "admin"}, headers=root.headers)
    gone = service.client.patch(f"/api/v1/users/{root.id}", json={"role": "user"}, headers=ada.headers)
    assert (gone.status_code, gone.json()["role"]) == (200, "user")
    assert _get(service, "/users", root).status_code == 403


def test_changed_password_ends_all_other_sessions(service: Service) -> None:
    ada = service.user()
    other = _post(service, "/auth/login", email=ada.email, password=PASSWORD).json()
    elsewhere = User(id=ada.id, email=ada.email, headers={"Authorization": f"Bearer {other['access_token']}"})
    tries = [("wrong", NEW_PASSWORD), (PASSWORD, "short"), (PASSWORD, NEW_PASSWORD)]
    changed = [_post(service, "/users/me/password", ada, old_password=old, new_password=new) for old, new in tries]
    assert [answer.status_code for answer in changed] == [403, 422, 204]
    assert [_get(service, "/users/me", who).status_code for who in (ada, elsewhere)] == [200, 401]
    assert _post(service, "/auth/refresh", refresh_token=other["refresh_token"]).status_code == 401


def test_lost_device_is_logged_out_from_another(service: Service) -> None:
    ada = service.user()
    login = {"email": ada.email, "password": PASSWORD}
    phone = service.client.post("/api/v1/auth/login", json=login, headers={"User-Agent": "phone"}).json()
    listed = _get(service, "/users/me/sessions", ada).json()
    assert [(one["device"], one["is_current"]) for one in listed] == [("phone", False), ("testclient", True)]
    root = service.admin()
    assert len(_get(service, f"/users/{ada.id}/sessions", root).json()) == 2
    path = f"/api/v1/users/me/sessions/{listed[0]['id']}"
    ended = [service.client.delete(path, headers=who.headers).status_code for who in (root, ada, ada)]
    assert ended == [404, 204, 404]
    assert _post(service, "/auth/refresh", refresh_token=phone["refresh_token"]).status_code == 401
    assert _get(service, "/users/me", ada).status_code == 200


def test_list_of_users_is_read_page_by_page(service: Service) -> None:
    root = service.admin()
    for name in ("ada", "bob"):
        _post(service, "/users", root, email=f"{name}@example.com", name=name)
    first = _get(service, "/users?limit=2", root).json()
    rest = _get(service, f"/users?limit=2&cursor={first['next']}", root).json()
    assert [user["email"][:3] for user in (*first["items"], *rest["items"])] == ["bob", "ada", "roo"]
    assert rest["next"] is None


def _post(service: Service, path: str, who: User | None = None, **body: Any) -> Any:
    return service.client.post(f"/api/v1{path}", json=body, headers=who.headers if who else {})


def _get(service: Service, path: str, who: User) -> Any:
    return service.client.get(f"/api/v1{path}", headers=who.headers)


def _log_in(service: Service, email: str, password: str) -> int:
    return int(_post(service, "/auth/login", email=email, password=password).status_code)
