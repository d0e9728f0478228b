"""Repositories that the service fetches for others: where it goes and where not, with which credentials."""

import shutil
import stat
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from tests.sources.git_server import NAME, SECRET, Server, server

from xcodereviewer.core.outbound import AddressNotAllowed, BadHost, Outbound
from xcodereviewer.sources.remote import FetchFailed, open_git_url
from xcodereviewer.sources.remote_access import NoSshKey, RemoteAccess, way_to
from xcodereviewer.sources.remote_url import BadGitUrl, parse_git_url
from xcodereviewer.sources.selection import Selection

__all__ = ["server"]

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")

LOOPBACK = Outbound.of(["127.0.0.0/8", "::1/128"]).allowed


class Repo(Protocol):
    path: Path

    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


def access(*addresses: str, asked: list[str] | None = None) -> RemoteAccess:
    """An access to loopback with a resolver that gives these addresses for every name, and notes the names."""

    def resolve(host: str, port: int) -> Sequence[str]:
        if asked is not None:
            asked.append(host)
        return addresses

    return RemoteAccess(outbound=Outbound(allowed=LOOPBACK, resolve=resolve))


def contents(url: str, way: RemoteAccess, revision: str | None = None) -> dict[str, bytes]:
    with open_git_url(url, revision=revision, selection=Selection(), access=way) as tree:
        return {file.path: data for file, data in tree.texts()}


def test_address_that_was_judged_is_the_one_that_is_used(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    asked: list[str] = []
    assert contents(f"https://{NAME}:{server.port}/project/.git", access("127.0.0.1", asked=asked)) == {"a.py": b"1"}
    assert asked == [NAME]


def test_what_the_machine_itself_thinks_of_a_name_does_not_count(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(FetchFailed):
        contents(f"https://localhost:{server.port}/project/.git", access("127.0.0.2"))
    assert server.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_the_machine_itself_is_not_gone_to(server: Server, host: str) -> None:
    with pytest.raises((AddressNotAllowed, BadHost)):
        contents(f"https://{host}:{server.port}/project/.git", RemoteAccess(outbound=Outbound()))
    assert server.asked == []


@pytest.mark.parametrize("url", ["ssh://git@10.0.0.1/x.git", "git@10.0.0.1:x.git", "ssh://git@127.0.0.1:2222/x.git"])
def test_hosts_of_ssh_are_judged_too(url: str) -> None:
    way = RemoteAccess(outbound=Outbound(), ssh_key="key")
    with pytest.raises(AddressNotAllowed), way_to(parse_git_url(url), way):
        pass


def test_redirect_is_not_followed(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(FetchFailed):
        contents(f"https://{NAME}:{server.port}/elsewhere/project/.git", access("127.0.0.1"))
    assert [path for path in server.asked if not path.startswith("/elsewhere/")] == []


def test_proxy_and_passwords_of_whoever_runs_the_service_are_not_used(
    repo: Repo, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repo.commit({"a.py": "1"})
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    home = tmp_path / "home"
    home.mkdir()
    (home / ".netrc").write_text(f"machine {NAME} login me password {SECRET}\n")
    monkeypatch.setenv("HOME", str(home))
    place = f"https://{NAME}:{server.port}"
    assert contents(f"{place}/project/.git", access("127.0.0.1")) == {"a.py": b"1"}
    with pytest.raises(FetchFailed):
        contents(f"{place}/closed/project/.git", access("127.0.0.1"))


def test_token_opens_the_door_and_stands_on_no_command_line(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    way = replace(access("127.0.0.1"), user="me", token=SECRET)
    assert contents(f"https://{NAME}:{server.port}/closed/project/.git", way) == {"a.py": b"1"}
    assert SECRET not in repr(way)
    assert not [line for line in server.command_lines if SECRET in line]


def test_repository_of_the_machine_is_not_read(repo: Repo) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(BadGitUrl, match="reads no repository of its own machine"):
        contents(f"file://{repo.path}", access("127.0.0.1"))


def test_ssh_without_a_key_is_refused_before_it_is_tried() -> None:
    with pytest.raises(NoSshKey), way_to(parse_git_url("git@git.example.test:x.git"), access("127.0.0.1")):
        pass


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a stand-in on the PATH that notes what the real ssh makes of its options, and serves from here."""
    real, folder, log = shutil.which("ssh"), tmp_path / "bin", tmp_path / "ssh.log"
    folder.mkdir()
    script = folder / "ssh"
    script.write_text(
        f'#!/bin/sh\nfor last; do :; done\n{real} -G "$@" >> {log}\n'
        'key=$(sed -n "s/^identityfile //p" ' + f'{log} | tail -1)\nls -l "$key" >> {log}; cat "$key" >> {log}\n'
        'export GIT_CONFIG_GLOBAL=/dev/null\neval "exec $last"\n'
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return log


@pytest.mark.skipif(shutil.which("ssh") is None, reason="ssh says what its options mean")
def test_ssh_takes_the_key_the_known_hosts_and_the_address_that_it_is_given(
    repo: Repo, ssh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit({"a.py": "1"})
    monkeypatch.setenv("SSH_AUTH_SOCK", "/nowhere")
    way = replace(access("127.0.0.7"), ssh_key="the key\n", known_hosts="[git.example.test]:2222 ssh-ed25519 AAAA")
    assert contents(f"ssh://git@{NAME}:2222{repo.path}", way) == {"a.py": b"1"}
    said = dict(line.partition(" ")[::2] for line in ssh.read_text().splitlines())
    asked = {"hostname", "port", "user", "hostkeyalias", "stricthostkeychecking", "identityagent", "identitiesonly"}
    assert {name: said[name] for name in asked} == {
        "hostname": "127.0.0.7",
        "port": "2222",
        "user": "git",
        "hostkeyalias": f"[{NAME}]:2222",
        "stricthostkeychecking": "true",
        "identityagent": "none",
        "identitiesonly": "yes",
    }
    assert "-rw-------" in said
    assert said["the"] == "key"
    assert not Path(said["identityfile"]).exists()
    assert Path(said["userknownhostsfile"]).parent == Path(said["identityfile"]).parent
