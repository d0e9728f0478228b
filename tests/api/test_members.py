"""Members of projects and of groups over HTTP."""

from typing import Any

from tests.service import Service, User


def test_owner_says_who_is_in_a_project_and_one_owner_stays(service: Service) -> None:
    ada, bob = service.user("ada"), service.user("bob")
    members = f"/projects/{service.project(ada)}/members"
    added = _ask(service, "POST", members, ada, email="Bob@example.com", role="reviewer")
    again = _ask(service, "POST", members, ada, email=bob.email, role="viewer")
    nobody = _ask(service, "POST", members, ada, email="nobody@example.com", role="viewer")
    assert [added.status_code, again.status_code, nobody.status_code] == [201, 409, 404]
    assert added.headers["location"] == f"/api/v1{members}/{bob.id}"
    assert _ask(service, "GET", members, bob).json() == [
        {"user_id": ada.id, "email": ada.email, "name": "Ada", "role": "owner"},
        {"user_id": bob.id, "email": bob.email, "name": "Bob", "role": "reviewer"},
    ]
    kept = [
        _ask(service, "PATCH", f"{members}/{ada.id}", ada, role="viewer"),
        _ask(service, "DELETE", f"{members}/{ada.id}", ada),
    ]
    assert [answer.json()["type"].rpartition(":")[2] for answer in kept] == ["last-owner", "last-owner"]
    assert _ask(service, "PATCH", f"{members}/{bob.id}", ada, role="owner").json()["role"] == "owner"
    assert _ask(service, "DELETE", f"{members}/{ada.id}", ada).status_code == 204
    assert _ask(service, "GET", members, ada).status_code == 404


def test_viewer_may_leave_and_take_nobody_with_him(service: Service) -> None:
    ada, bob, eve = (service.user(name) for name in ("ada", "bob", "eve"))
    members = f"/projects/{service.project(ada)}/members"
    for who in (bob, eve):
        _ask(service, "POST", members, ada, email=who.email, role="viewer")
    gone = [_ask(service, "DELETE", f"{members}/{who.id}", bob).status_code for who in (eve, bob)]
    assert gone == [403, 204]


def test_group_gives_its_members_their_role_in_its_projects_only(service: Service) -> None:
    root, ada, bob = service.admin(), service.user("ada"), service.user("bob")
    group = _ask(service, "POST", "/groups", root, name="bookshops").json()["id"]
    assert _ask(service, "POST", "/groups", root, name="bookshops").status_code == 409
    for who, role in ((ada, "owner"), (bob, "reviewer")):
        assert _ask(service, "POST", f"/groups/{group}/members", root, email=who.email, role=role).status_code == 201
    inside, outside = service.project(ada, group_id=group), service.project(ada)
    assert [_ask(service, "GET", f"/projects/{one}", bob).status_code for one in (inside, outside)] == [200, 404]
    assert _ask(service, "PATCH", f"/projects/{inside}", bob, name="mine").status_code == 403
    assert _ask(service, "POST", f"/projects/{inside}/reviews", bob).status_code == 422
    assert _ask(service, "DELETE", f"/groups/{group}/members/{bob.id}", ada).status_code == 204
    assert _ask(service, "GET", f"/projects/{inside}", bob).status_code == 404
    assert [_ask(service, "GET", "/groups", who).json()["items"] for who in (bob,)] == [[]]
    assert _ask(service, "DELETE", f"/groups/{group}", root).status_code == 204
    assert _ask(service, "GET", f"/projects/{inside}", ada).json()["group_id"] is None


def test_project_goes_only_into_a_group_of_ones_own_and_only_an_owner_moves_it(service: Service) -> None:
    root, ada, bob = service.admin(), service.user("ada"), service.user("bob")
    group = _ask(service, "POST", "/groups", root, name="bookshops").json()["id"]
    project = service.project(ada)
    _ask(service, "POST", f"/projects/{project}/members", ada, email=bob.email, role="maintainer")
    _ask(service, "POST", f"/groups/{group}/members", root, email=bob.email, role="owner")
    moves = [_ask(service, "PATCH", f"/projects/{project}", who, group_id=group).status_code for who in (ada, bob)]
    made = _ask(service, "POST", "/projects", ada, name="shop", group_id=group).status_code
    assert (moves, made) == ([404, 403], 404)
    _ask(service, "POST", f"/groups/{group}/members", root, email=ada.email, role="viewer")
    assert _ask(service, "PATCH", f"/projects/{project}", ada, group_id=group).json()["group_id"] == group


def _ask(service: Service, method: str, path: str, who: User, **body: Any) -> Any:
    sent = None if method in ("GET", "DELETE") else body
    return service.client.request(method, f"/api/v1{path}", json=sent, headers=who.headers)
