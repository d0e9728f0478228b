"""Credentials of projects over HTTP: given, known by a hint, used by reviews, and never seen again."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.dsa import generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from sqlalchemy import select
from tests.service import Service, User
from tests.sources.conftest import make_repo, repo
from tests.sources.git_server import SECRET, Server, server

from xcodereviewer.store.audit import AuditEvent
from xcodereviewer.store.database import Database

__all__ = ["make_repo", "repo", "server"]

URL = "https://git.example.com/shop.git"
TOKEN = "example-token-of-the-shop-ab12"
HOST_KEY = "git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEr2mTdQ8gG9oS2W0b3n1qz6kq0Yc0pQxX0o6mF8sT7v"


def ssh_key(password: str = "") -> str:
    encryption = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return (
        Ed25519PrivateKey.generate()
        .private_bytes(Encoding.PEM, PrivateFormat.PKCS8 if password else PrivateFormat.OpenSSH, encryption)
        .decode()
    )


def given(service: Service, owner: User, project: str, kind: str, **body: Any) -> Any:
    return service.client.put(f"/api/v1/projects/{project}/credentials/{kind}", json=body, headers=owner.headers)


def test_credential_is_known_by_its_last_characters_only(service: Service) -> None:
    ada = service.user()
    project = service.project(ada, git_url=URL)
    first = given(service, ada, project, "git-token", value=TOKEN, user_name="oauth2")
    assert (first.status_code, first.headers["etag"]) == (201, '"1"')
    shown = {key: first.json()[key] for key in ("kind", "host", "user_name", "hint", "version")}
    expected = {"kind": "git-token", "host": "git.example.com:443", "user_name": "oauth2", "hint": "ab12", "version": 1}
    assert shown == expected
    second = given(service, ada, project, "git-token", value=TOKEN[::-1])
    assert (second.status_code, second.json()["hint"], second.json()["version"]) == (200, TOKEN[:4][::-1], 2)
    place = f"/api/v1/projects/{project}/credentials"
    listed = service.client.get(place, headers=ada.headers)
    assert [(one["kind"], one["version"]) for one in listed.json()] == [("git-token", 2)]
    stale = service.client.put(f"{place}/git-token", json={"value": TOKEN}, headers={**ada.headers, "If-Match": '"1"'})
    assert stale.status_code == 412
    deleted = [service.client.delete(f"{place}/git-token", headers=ada.headers).status_code for _ in range(2)]
    assert (deleted, service.client.get(place, headers=ada.headers).json()) == ([204, 404], [])
    told = first.text + second.text + listed.text + json.dumps(service.within(audited))
    assert TOKEN not in told
    assert TOKEN[::-1] not in told
    assert "credential.replace" in told


async def audited(database: Database) -> list[tuple[str, Mapping[str, Any]]]:
    async with database.reading() as session:
        return [(event.action, event.detail) for event in await session.scalars(select(AuditEvent))]


def test_what_cannot_be_a_credential_is_refused_without_repeating_it(service: Service) -> None:
    ada = service.user()
    by_https, by_ssh = service.project(ada, git_url=URL), service.project(ada, git_url="git@git.example.com:shop.git")
    dsa = generate_private_key(1024).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    refused = [
        (by_https, "git-token", {"value": "short"}),
        (by_https, "git-token", {"value": "with a line\nbreak in it"}),
        (by_https, "git-token", {"value": TOKEN, "user_name": "a:b"}),
        (by_https, "ssh-key", {"value": ssh_key(), "known_hosts": HOST_KEY}),
        (by_https, "webhook-secret", {"value": "fifteen-letters"}),
        (by_ssh, "git-token", {"value": TOKEN}),
        (by_ssh, "ssh-key", {"value": ssh_key()}),
        (by_ssh, "ssh-key", {"value": ssh_key(), "known_hosts": "git.example.com is fine"}),
        (by_ssh, "ssh-key", {"value": ssh_key("a passphrase"), "known_hosts": HOST_KEY}),
        (by_ssh, "ssh-key", {"value": "-----BEGIN RSA PRIVATE KEY-----\nAAAA", "known_hosts": HOST_KEY}),
        (by_ssh, "ssh-key", {"value": dsa, "known_hosts": HOST_KEY}),
        (service.project(ada), "git-token", {"value": TOKEN}),
        (by_https, "password", {"value": TOKEN}),
    ]
    answers = [given(service, ada, project, kind, **body) for project, kind, body in refused]
    assert [answer.status_code for answer in answers] == [422] * len(refused)
    assert [
        body["value"] for (_, _, body), answer in zip(refused, answers, strict=True) if body["value"] in answer.text
    ] == []


def test_ssh_key_is_known_by_its_fingerprint(service: Service) -> None:
    ada = service.user()
    project = service.project(ada, git_url="ssh://git@git.example.com:2222/shop.git")
    answer = given(service, ada, project, "ssh-key", value=ssh_key(), known_hosts=HOST_KEY).json()
    assert (answer["host"], answer["hint"][:7], len(answer["hint"])) == ("git.example.com:2222", "SHA256:", 50)


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow the service to fetch from this machine."""
    monkeypatch.setenv("XCR_ALLOWED_NETWORKS", "127.0.0.0/8, ::1/128")


def reviewed(service: Service, owner: User, project: str) -> dict[str, Any]:
    ordered = service.client.post(f"/api/v1/projects/{project}/reviews", json={}, headers=owner.headers)
    service.work()
    review: dict[str, Any] = service.client.get(ordered.headers["location"], headers=owner.headers).json()
    return review


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
@pytest.mark.usefixtures("loopback")
def test_review_is_let_in_by_the_token_and_only_where_it_belongs(
    make_repo: Callable[..., Any], server: Server, service: Service, tmp_path: Path
) -> None:
    make_repo("project").commit({"app.py": "import os\n\n\ndef go(name):\n    os.system('rm ' + name)\n"})
    assert (tmp_path / "project").is_dir()
    ada = service.user()
    url = f"https://localhost:{server.port}/closed/project/.git"
    project = service.project(ada, git_url=url)
    assert given(service, ada, project, "git-token", value=SECRET, user_name="me").status_code == 201
    review = reviewed(service, ada, project)
    assert (review["state"], review["counts"]["files"]) == ("completed", 1)
    assert not [line for line in server.command_lines if SECRET in line]
    change = {"git_url": url.replace("localhost", "127.0.0.1")}
    service.client.patch(f"/api/v1/projects/{project}", json=change, headers=ada.headers)
    elsewhere = reviewed(service, ada, project)
    assert (elsewhere["state"], f"was given for localhost:{server.port}" in elsewhere["error"]) == ("failed", True)


def test_review_does_not_lead_into_the_network_of_the_service(service: Service) -> None:
    ada = service.user()
    review = reviewed(service, ada, service.project(ada, git_url="https://169.254.169.254/latest/meta-data.git"))
    assert (review["state"], "XCR_ALLOWED_NETWORKS" in review["error"]) == ("failed", True)
