"""Bodies and tokens that somebody made to break something."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import jwt
from tests.service import SECRET_KEY, Service

from xcodereviewer.core.security import derived_key
from xcodereviewer.store.schema import utc_now

_KEY = derived_key(SECRET_KEY, "access-token")
_DEEP = 100_000
_BODIES: Mapping[str, bytes] = {
    "a NUL": rb'{"name": "a\u0000b"}',
    "half a character": rb'{"name": "a\ud800b"}',
    "half a character, raw": b'{"name": "\xed\xa0\x80"}',
    "half a character as a key": rb'{"name": "a", "\ud800": 1}',
    "half a character as the name of a setting": rb'{"name": "a", "settings": {"\ud800": 1}}',
    "no UTF-8": b'{"name": "\xff\xfe"}',
    "a huge integer": b'{"name": "a", "settings": {"fail-on": ' + b"9" * 5000 + b"}}",
    "a float beyond all": b'{"name": "a", "settings": {"fail-on": 1e999}}',
    "no number": b'{"name": "a", "settings": {"fail-on": NaN}}',
    "a deep object": b'{"name": "a", "settings": ' + b'{"a":' * _DEEP + b"1" + b"}" * _DEEP + b"}",
    "a deep list": b"[" * _DEEP,
    "a list": b"[]",
    "a text": b'"a"',
    "null": b"null",
    "nothing": b"",
    "half of it": b'{"name": ',
    "a type that is not taken": b'{"name": {"a": 1}}',
}


def test_body_that_is_none_is_refused_as_the_fault_of_who_sent_it(service: Service) -> None:
    headers = {**service.user().headers, "Content-Type": "application/json"}
    answers = {
        name: service.client.post("/api/v1/projects", content=body, headers=headers) for name, body in _BODIES.items()
    }
    faulty = {name: answer.text for name, answer in answers.items() if answer.status_code not in (400, 422)}
    assert faulty == {}
    assert {answer.headers["content-type"] for answer in answers.values()} == {"application/problem+json"}
    assert service.client.get("/api/v1/projects", headers=headers).json()["items"] == []


def test_of_a_key_that_comes_twice_the_last_one_holds(service: Service) -> None:
    headers = {**service.user().headers, "Content-Type": "application/json"}
    made = service.client.post("/api/v1/projects", content=b'{"name": "a", "name": "b"}', headers=headers)
    assert (made.status_code, made.json()["name"]) == (201, "b")


def test_null_is_refused_where_a_project_must_have_something(service: Service) -> None:
    owner = service.user()
    path = f"/api/v1/projects/{service.project(owner)}"
    changes = {name: {name: None} for name in ("name", "description", "settings", "default_branch")}
    answers = {
        name: service.client.patch(path, json=change, headers=owner.headers).status_code
        for name, change in changes.items()
    }
    assert answers == {"name": 422, "description": 422, "settings": 422, "default_branch": 200}


def test_token_that_is_forged_or_over_is_refused_and_the_real_one_is_not(service: Service) -> None:
    real = service.user().headers["Authorization"].removeprefix("Bearer ")
    claims: dict[str, Any] = jwt.decode(real, options={"verify_signature": False})
    header, payload, signature = real.split(".")
    forged = {
        "none": jwt.encode(claims, "", algorithm="none"),
        "no signature": f"{header}.{payload}.",
        "another key": jwt.encode(claims, b"another key of thirty-two bytes..", algorithm="HS256"),
        "another algorithm": jwt.encode(claims, _KEY + _KEY, algorithm="HS512"),
        "over": jwt.encode({**claims, "exp": utc_now() - timedelta(seconds=1)}, _KEY, algorithm="HS256"),
        "for ever": jwt.encode({k: v for k, v in claims.items() if k != "exp"}, _KEY, algorithm="HS256"),
        "another issuer": jwt.encode({**claims, "iss": "somebody"}, _KEY, algorithm="HS256"),
        "no person": jwt.encode({**claims, "sub": "nobody"}, _KEY, algorithm="HS256"),
        "no session": jwt.encode({**claims, "sid": claims["sub"]}, _KEY, algorithm="HS256"),
        "another payload": f"{header}.{payload[:-2]}AA.{signature}",
        "half of it": real[: len(real) // 2],
        "dots": "..",
        "long": "a" * 5000,
    }
    answers = {name: _me(service, token) for name, token in {**forged, "real": real}.items()}
    assert answers == {**dict.fromkeys(forged, 401), "real": 200}


def test_token_of_a_session_that_was_ended_is_refused(service: Service) -> None:
    real = service.user().headers["Authorization"].removeprefix("Bearer ")
    assert service.client.post("/api/v1/auth/logout", headers={"Authorization": f"Bearer {real}"}).status_code == 204
    assert _me(service, real) == 401


def _me(service: Service, token: str) -> int:
    answer = service.client.get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"})
    return int(answer.status_code)


def test_group_that_is_not_there_is_unknown_to_an_administrator_too(service: Service) -> None:
    asked = {"name": "bookshop", "group_id": "00000000-0000-7000-8000-000000000000"}
    assert service.client.post("/api/v1/projects", json=asked, headers=service.admin().headers).status_code == 404
