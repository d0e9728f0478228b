"""How a repository elsewhere is reached: as whoever runs the command would, or for others, by the service.

On one's own machine Git uses what is there: keys of the user, known hosts, `.netrc`, a proxy. For others it may use
only the credentials that they gave, and goes only to the addresses that were judged: a host is looked up once, and Git
or ssh is told what to connect to; redirects and proxies are not followed. A command line, which other users of the
machine can read, holds no secret.
"""
# xcr: ignore-file[write-outside-its-place] writes an SSH key into a temporary folder of its own

import base64
import contextlib
import os
import re
import shlex
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv6Address
from pathlib import Path
from urllib.parse import urlsplit

from xcodereviewer.core.errors import InputError, Unavailable
from xcodereviewer.core.outbound import Outbound
from xcodereviewer.sources.git import run_git
from xcodereviewer.sources.remote_url import BadGitUrl, GitUrl, Protocol

__all__ = ["GitTooOld", "NoSshKey", "RemoteAccess", "host_of", "way_to"]

_PORTS = {Protocol.HTTPS: 443, Protocol.SSH: 22}
_OLDEST = (2, 37)  # the first that can be told the addresses of a host
_VERSION = re.compile(rb"git version (\d+)\.(\d+)")
_SCP_HOST = re.compile(r"[^@]*@(?P<host>[^:/]+):")
_SSH_OPTIONS = (
    *("BatchMode=yes", "ConnectTimeout=20", "ClearAllForwardings=yes", "ControlMaster=no", "ControlPath=none"),
    *("ProxyCommand=none", "ProxyJump=none", "PermitLocalCommand=no", "CanonicalizeHostname=no", "CheckHostIP=no"),
    *("IdentityAgent=none", "IdentitiesOnly=yes", "PreferredAuthentications=publickey", "PasswordAuthentication=no"),
    *("StrictHostKeyChecking=yes", "UpdateHostKeys=no", f"GlobalKnownHostsFile={os.devnull}", "VerifyHostKeyDNS=no"),
)


class NoSshKey(InputError):
    """An ssh address without a key to open it."""

    def __init__(self) -> None:
        super().__init__(
            "A repository reached by ssh needs a key of the project: add a credential of the kind ssh-key."
        )


class GitTooOld(Unavailable):
    """A Git that cannot be held to an address."""

    def __init__(self) -> None:
        super().__init__("The service needs Git 2.37 or later to fetch by https. Tell whoever runs it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAccess:
    """Where Git may go for others, and what they gave it to be let in."""

    outbound: Outbound
    user: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    ssh_key: str = field(default="", repr=False)
    known_hosts: str = ""


@contextlib.contextmanager
def way_to(url: GitUrl, access: RemoteAccess | None) -> Iterator[Mapping[str, str]]:
    """Yield the environment in which Git finds the repository as `origin`; without an access, as on one's own machine.

    Raises:
        AddressNotAllowed: it lies where nobody may send the service.
        BadGitUrl: it is on this machine.
        BadHost: its host is written in no usual way.
        GitTooOld: the Git here would look up the address anew.
        NoSshKey: there is no key to open it with.
        UnknownHost: its host has no address.
    """
    if access is None:
        yield _environment(url, _own_credentials(url))
        return
    if url.protocol is Protocol.FILE:
        raise BadGitUrl("the service reads no repository of its own machine")
    host, port = host_of(url)
    addresses = access.outbound.addresses(host, port)
    with tempfile.TemporaryDirectory(prefix="xcr-way-", ignore_cleanup_errors=True) as home:
        base = {"HOME": home, "SSH_AUTH_SOCK": ""}
        if url.protocol is Protocol.SSH:
            yield base | _environment(url, {}) | _ssh(access, Path(home), host, port, str(addresses[0]))
            return
        if not _knows_addresses():
            raise GitTooOld
        shown = ",".join(f"[{one}]" if isinstance(one, IPv6Address) else str(one) for one in addresses)
        settings = {
            "http.curloptResolve": f"{host}:{port}:{shown}",
            "http.followRedirects": "false",
            "http.proxy": "",
        }
        yield base | _environment(url, settings | _authorization(url, access.user, access.token))


def _environment(url: GitUrl, settings: Mapping[str, str]) -> dict[str, str]:
    numbered = list(enumerate({"remote.origin.url": url.address, **settings}.items()))
    keys = {f"GIT_CONFIG_KEY_{number}": key for number, (key, _) in numbered}
    values = {f"GIT_CONFIG_VALUE_{number}": value for number, (_, value) in numbered}
    counted = {"GIT_CONFIG_COUNT": str(len(numbered)), **keys, **values}
    return {"GIT_ALLOW_PROTOCOL": url.protocol.value, **counted}


def _own_credentials(url: GitUrl) -> dict[str, str]:
    return _authorization(url, url.user, url.password)


def _authorization(url: GitUrl, user: str, password: str) -> dict[str, str]:
    if not user and not password:
        return {}
    token = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {f"http.{url.address}.extraHeader": f"Authorization: Basic {token}"}


def _ssh(access: RemoteAccess, folder: Path, host: str, port: int, address: str) -> dict[str, str]:
    """Have ssh connect to the address as if it were the host, with this key and these known hosts alone."""
    if not access.ssh_key:
        raise NoSshKey
    key, hosts = folder / "key", folder / "known_hosts"
    for path, text in ((key, access.ssh_key), (hosts, access.known_hosts)):
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text.rstrip("\n") + "\n")
    alias = host if port == _PORTS[Protocol.SSH] else f"[{host}]:{port}"
    placed = (f"IdentityFile={key}", f"UserKnownHostsFile={hosts}", f"HostName={address}", f"HostKeyAlias={alias}")
    command = ["ssh", "-F", os.devnull]
    command += [word for option in (*_SSH_OPTIONS, *placed) for word in ("-o", option)]
    return {"GIT_SSH_COMMAND": shlex.join(command), "GIT_SSH_VARIANT": "ssh"}


def host_of(url: GitUrl) -> tuple[str, int]:
    """Return the host and port of a repository elsewhere."""
    scp = _SCP_HOST.match(url.address)
    if scp is not None and "://" not in url.address:
        return scp["host"].lower(), _PORTS[Protocol.SSH]
    parts = urlsplit(url.address)
    return parts.hostname or "", parts.port or _PORTS[url.protocol]


def _knows_addresses() -> bool:
    found = _VERSION.match(run_git(("version",)))
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST
