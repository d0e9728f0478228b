"""Branches, tags and files of a repository over HTTP, from a server on this machine."""

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from tests.service import Service
from tests.sources.conftest import make_repo
from tests.sources.git_server import SECRET, Server, server

__all__ = ["make_repo", "server"]

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow the service to fetch from this machine."""
    monkeypatch.setenv("XCR_ALLOWED_NETWORKS", "127.0.0.0/8, ::1/128")


@pytest.mark.usefixtures("loopback")
def test_branches_tags_and_files_are_listed_with_the_credential(
    make_repo: Callable[..., Any], server: Server, service: Service
) -> None:
    repo = make_repo("project")
    first = repo.commit({"app.py": "1", "shop/cart.py": "2"})
    repo.git("tag", "--annotate", "--message", "one", "v1.0")
    repo.git("branch", "side/way")
    second = repo.commit({"app.py": "3", "grün.py": "4"})
    ada = service.user()
    project = service.project(ada, git_url=f"https://localhost:{server.port}/closed/project/.git")
    place = f"/api/v1/projects/{project}"
    refused = service.client.get(f"{place}/branches", headers=ada.headers)
    assert (refused.status_code, refused.json()["type"]) == (503, "urn:xcodereviewer:problem:fetch-failed")
    given = {"value": SECRET, "user_name": "me"}
    service.client.put(f"{place}/credentials/git-token", json=given, headers=ada.headers)
    assert service.client.get(f"{place}/branches", headers=ada.headers).json() == {
        "default": "main",
        "branches": [{"name": "main", "commit": second}, {"name": "side/way", "commit": first}],
        "tags": [{"name": "v1.0", "commit": first}],
    }
    names = {"": second, "?revision=v1.0": first, f"?revision={first}": first}
    answers = {name: service.client.get(f"{place}/files{name}", headers=ada.headers).json() for name in names}
    assert {name: answer["revision"] for name, answer in answers.items()} == names
    assert answers[""] == {"revision": second, "files": ["app.py", "grün.py", "shop/cart.py"], "is_cut": False}
    assert answers["?revision=v1.0"]["files"] == ["app.py", "shop/cart.py"]
    bad = [service.client.get(f"{place}/files?revision={name}", headers=ada.headers) for name in ("nothing", "a..b")]
    assert [answer.status_code for answer in bad] == [422, 422]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "169.254.169.254", "2130706433", "10.0.0.1"])
def test_service_cannot_be_sent_into_its_own_network(server: Server, service: Service, host: str) -> None:
    ada = service.user()
    project = service.project(ada, git_url=f"https://{host}:{server.port}/project/.git")
    answers = [
        service.client.get(f"/api/v1/projects/{project}/{what}", headers=ada.headers) for what in ("branches", "files")
    ]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert server.asked == []


def test_project_without_repository_says_so(service: Service) -> None:
    ada = service.user()
    answer = service.client.get(f"/api/v1/projects/{service.project(ada)}/branches", headers=ada.headers)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:xcodereviewer:problem:no-repository")
