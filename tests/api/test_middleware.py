"""What stands between the network and the endpoints."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from starlette.testclient import TestClient
from tests.service import SECRET_KEY, Service, served

from xcodereviewer.core.server_settings import read_server_settings


@pytest.fixture
def client(sqlite_url: str, tmp_path: Path) -> Iterator[TestClient]:
    given = {
        "data_dir": tmp_path / "data",
        "database_url": sqlite_url,
        "secret_key": SECRET_KEY,
        "runner": "none",
        "rate_per_address": 5,
        "max_body_bytes": 2000,
        "cors_origins": "https://app.example.com",
    }
    with served(read_server_settings(given)) as client:
        yield client


def test_ids_are_taken_returned_or_made(client: TestClient) -> None:
    given = client.get("/health/live", headers={"X-Request-ID": "request-0001", "X-Correlation-ID": "trace-0001"})
    assert (given.headers["x-request-id"], given.headers["x-correlation-id"]) == ("request-0001", "trace-0001")
    made = client.get("/health/live", headers={"X-Request-ID": "no blanks\tor less"})
    assert made.headers["x-request-id"] == made.headers["x-correlation-id"] != "no blanks\tor less"


def test_refusals_carry_the_headers_of_security_too(client: TestClient) -> None:
    for answer in (client.get("/nowhere"), client.post("/api/v1/auth/login", content=b"x" * 3000)):
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-request-id"]


def test_body_is_refused_by_what_it_says_and_by_what_comes(client: TestClient) -> None:
    said = client.post("/api/v1/auth/login", content=b"x" * 3000)
    come = client.post("/api/v1/auth/login", content=(b"x" * 1000 for _ in range(3)))
    assert [(answer.status_code, answer.json()["type"]) for answer in (said, come)] == [
        (413, "urn:xcodereviewer:problem:body-too-large")
    ] * 2


def test_more_requests_than_the_limit_are_told_when_to_come_back(client: TestClient) -> None:
    statuses = [client.get("/api/v1/users/me").status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    refused = client.get("/api/v1/users/me")
    assert refused.json()["type"] == "urn:xcodereviewer:problem:too-many-requests"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert client.get("/health/live").status_code == 200


def test_other_sites_may_call_only_when_they_are_named(client: TestClient) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Origin": "https://app.example.com"}
    named = client.options("/api/v1/auth/login", headers=asked)
    assert named.headers["access-control-allow-origin"] == "https://app.example.com"
    other = client.options("/api/v1/auth/login", headers={**asked, "Origin": "https://evil.example.com"})
    assert "access-control-allow-origin" not in other.headers


def test_same_key_creates_once_and_another_request_with_it_is_refused(service: Service) -> None:
    ada = service.user()
    headers = {**ada.headers, "Idempotency-Key": str(uuid4())}
    first = service.client.post("/api/v1/projects", json={"name": "once"}, headers=headers)
    second = service.client.post("/api/v1/projects", json={"name": "once"}, headers=headers)
    assert (second.status_code, second.json(), second.headers["location"]) == (
        201,
        first.json(),
        first.headers["location"],
    )
    other = service.client.post("/api/v1/projects", json={"name": "twice"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "urn:xcodereviewer:problem:key-of-another-request")
    assert len(service.client.get("/api/v1/projects", headers=ada.headers).json()["items"]) == 1


def test_key_of_a_refused_request_may_come_again(service: Service) -> None:
    ada = service.user()
    headers = {**ada.headers, "Idempotency-Key": str(uuid4())}
    refused = service.client.post("/api/v1/projects", json={"name": ""}, headers=headers)
    mended = service.client.post("/api/v1/projects", json={"name": "mended"}, headers=headers)
    assert (refused.status_code, mended.status_code) == (422, 201)
