"""Repositories elsewhere by https, with and without credentials; the server is one of our own."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from tests.sources.git_server import AUTHORIZATION, SECRET, Server, server

from xcodereviewer.domain.review import Target
from xcodereviewer.sources.git import GitTooSlow
from xcodereviewer.sources.remote import FetchFailed, RemoteLimits, open_git_url
from xcodereviewer.sources.selection import Selection

__all__ = ["server"]

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


class Repo(Protocol):
    path: Path

    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def opened(url: str, limits: RemoteLimits | None = None) -> tuple[Target, dict[str, bytes]]:
    with open_git_url(url, revision=None, selection=Selection(), limits=limits) as tree:
        return tree.target, {file.path: data for file, data in tree.texts()}


def test_a_repository_is_read_by_https(repo: Repo, server: Server) -> None:
    commit = repo.commit({"a.py": "1"})
    url = f"https://127.0.0.1:{server.port}/project/.git"
    assert opened(url) == (Target(kind="git", name=url, revision=commit), {"a.py": b"1"})


def test_credentials_open_the_door_and_are_seen_nowhere(repo: Repo, server: Server) -> None:
    commit = repo.commit({"a.py": "1"})
    place = f"127.0.0.1:{server.port}/closed/project/.git"
    target, texts = opened(f"https://me:{SECRET}@{place}")
    assert (target, texts) == (Target(kind="git", name=f"https://{place}", revision=commit), {"a.py": b"1"})
    token = AUTHORIZATION.removeprefix("Basic ")
    seen = [line for line in server.command_lines if "remote-https" in line]
    assert seen
    assert not [line for line in seen if SECRET in line or token in line]


def test_without_the_right_credentials_it_is_one_clear_error(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    place = f"127.0.0.1:{server.port}/closed/project/.git"
    for credentials in ("", f"me:{SECRET}X@"):
        with pytest.raises(FetchFailed, match="could not be fetched") as caught:
            opened(f"https://{credentials}{place}")
        assert SECRET not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_no_redirect_leads_to_an_unencrypted_connection(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(FetchFailed):
        opened(f"https://127.0.0.1:{server.port}/moved/project/.git")


def test_a_server_that_says_nothing_is_waited_for_no_longer_than_allowed(server: Server) -> None:
    with pytest.raises(GitTooSlow, match="did not end within"):
        opened(f"https://127.0.0.1:{server.port}/slow/project/.git", RemoteLimits(timeout_s=0.3))


def test_a_certificate_that_is_not_known_is_refused(
    repo: Repo, server: Server, monkeypatch: pytest.MonkeyPatch, make_repo: Callable[..., Repo]
) -> None:
    repo.commit({"a.py": "1"})
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("GIT_SSL_NO_VERIFY", "1")
    with pytest.raises(FetchFailed, match="certificate"):
        opened(f"https://127.0.0.1:{server.port}/project/.git")
