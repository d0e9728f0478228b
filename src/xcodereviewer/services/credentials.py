"""Credentials of projects: what gets the service at their code, and what callers of their webhooks know.

A project has one of each kind. Its value can be replaced and deleted, and never be read again by anybody. One for Git
is for the host that the project's URL has when it is given: whoever changes the URL does not learn it.
"""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    load_ssh_private_key,
    ssh_key_fingerprint,
)
from sqlalchemy import Select, select

from xcodereviewer.core.encryption import KeyRing
from xcodereviewer.core.errors import Conflict, InputError
from xcodereviewer.core.ids import new_id
from xcodereviewer.core.outbound import Outbound
from xcodereviewer.core.secret_key import key_ring_of
from xcodereviewer.core.server_settings import ServerSettings
from xcodereviewer.domain.access import Actor, ProjectRole, Scope
from xcodereviewer.domain.credential import CredentialKind
from xcodereviewer.services.access import NoSuchObject, demand
from xcodereviewer.services.projects import Changed
from xcodereviewer.sources.remote_access import RemoteAccess, host_of
from xcodereviewer.sources.remote_url import Protocol, parse_git_url
from xcodereviewer.store.audit import record
from xcodereviewer.store.credentials import Credential
from xcodereviewer.store.database import ReadSession, Session
from xcodereviewer.store.projects import Project
from xcodereviewer.store.schema import utc_now
from xcodereviewer.store.sealed import place_of

__all__ = ["NewCredential", "Reach", "delete", "of_project", "put", "reach_of"]

_SHOWN = 4  # characters at the end
_LEAST = {CredentialKind.GIT_TOKEN: 8, CredentialKind.WEBHOOK_SECRET: 16, CredentialKind.SSH_KEY: 1}
_HIDES_ENOUGH = 12  # characters that a value must have for the last ones to be shown
_KEY_BITS = 2048
_HOST_LINE = re.compile(
    r"(?:@cert-authority )?[!-~]{1,1000} (?:ssh|ecdsa|sk)-[a-z0-9@.-]{1,60} (?P<key>[A-Za-z0-9+/=]+)"
)


class CredentialNotTaken(InputError):
    """A value that cannot be the credential that it is said to be; the message does not repeat it."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"This credential is not taken: {problem}.")


class CredentialForAnotherHost(Conflict):
    """A credential that is not sent to where the project's URL leads now."""

    def __init__(self, given_for: str) -> None:
        super().__init__(
            f"The project's credential was given for {given_for}, and its Git URL leads elsewhere now. Replace the "
            "credential."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCredential:
    """A credential as somebody gives it; `user_name` goes with a Git token, `known_hosts` with an SSH key."""

    value: str = field(repr=False)
    user_name: str = ""
    known_hosts: str = ""


async def of_project(session: ReadSession, actor: Actor, project_id: UUID) -> Sequence[Credential]:
    """Return the credentials of a project, without their values."""
    await demand(session, actor, project_id, ProjectRole.MAINTAINER, scope=Scope.READ)
    return (await session.scalars(_of(project_id).order_by(Credential.kind))).all()


async def put(
    session: Session, keys: KeyRing, actor: Actor, project_id: UUID, kind: CredentialKind, new: NewCredential,
    *, version: int | None = None,
) -> tuple[Credential, bool]:  # fmt: skip
    """Give the project a credential or replace the one of its kind; also returns whether there was none.

    Raises:
        Changed: the one to replace has another version now.
        CredentialNotTaken: it cannot be of its kind.
    """
    project = (await demand(session, actor, project_id, ProjectRole.MAINTAINER, scope=Scope.WRITE)).project
    value, hint = _checked(kind, new)
    host = "" if kind is CredentialKind.WEBHOOK_SECRET else _host_for(kind, project)
    await session.one_at_a_time(f"credentials.{project_id}")
    found = (await session.scalars(_of(project_id).where(Credential.kind == kind))).one_or_none()
    if version is not None and (found is None or found.version != version):
        raise Changed("credential")
    credential = found or Credential(id=new_id(), project_id=project_id, kind=kind, version=0)
    credential.value = keys.seal(value, place=place_of(Credential.value, credential.id))
    credential.hint, credential.host, credential.created_by = hint, host, actor.user_id
    credential.user_name = new.user_name if kind is CredentialKind.GIT_TOKEN else ""
    credential.known_hosts = new.known_hosts if kind is CredentialKind.SSH_KEY else ""
    credential.version, credential.updated_at = credential.version + 1, utc_now()
    session.add(credential)
    action = "credential.replace" if found else "credential.create"
    record(session, actor, action, on=credential.id, project_id=project_id, detail={"kind": kind, "hint": hint})
    await session.flush()
    return credential, found is None


async def delete(session: Session, actor: Actor, project_id: UUID, kind: CredentialKind) -> None:
    """Take a credential away from the project.

    Raises:
        NoSuchObject: there is none of the kind.
    """
    await demand(session, actor, project_id, ProjectRole.MAINTAINER, scope=Scope.WRITE)
    found = (await session.scalars(_of(project_id).where(Credential.kind == kind))).one_or_none()
    if found is None:
        raise NoSuchObject("credential", kind)
    await session.delete(found)
    record(session, actor, "credential.delete", on=found.id, project_id=project_id, detail={"kind": kind})
    await session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the service needs to get at repositories: the keys of their credentials, and where it may go."""

    keys: KeyRing
    outbound: Outbound

    async def access(self, session: ReadSession, project_id: UUID, url: str) -> RemoteAccess:
        """Return how a project's repository is reached; for the service itself, not for whoever asks.

        Raises:
            CredentialForAnotherHost: the project's credential is not for where the URL leads.
            WrongKey: the credential cannot be read.
        """
        place = parse_git_url(url)
        kind = CredentialKind.SSH_KEY if place.protocol is Protocol.SSH else CredentialKind.GIT_TOKEN
        found = (await session.scalars(_of(project_id).where(Credential.kind == kind))).one_or_none()
        if found is None:
            return RemoteAccess(outbound=self.outbound)
        if found.host != _shown(host_of(place)):
            raise CredentialForAnotherHost(found.host)
        value = self.keys.open(found.value, place=place_of(Credential.value, found.id))
        if kind is CredentialKind.SSH_KEY:
            return RemoteAccess(outbound=self.outbound, ssh_key=value, known_hosts=found.known_hosts)
        return RemoteAccess(outbound=self.outbound, user=found.user_name, token=value)


def reach_of(settings: ServerSettings) -> Reach:
    """Return the reach of a service with these settings.

    Raises:
        XCodeReviewerError: its secret key does not do.
    """
    return Reach(keys=key_ring_of(settings), outbound=Outbound.of(settings.allowed_networks))


def _of(project_id: UUID) -> Select[Credential]:
    return select(Credential).where(Credential.project_id == project_id)


def _shown(place: tuple[str, int]) -> str:
    return f"{place[0]}:{place[1]}"


def _host_for(kind: CredentialKind, project: Project) -> str:
    if project.git_url is None:
        raise CredentialNotTaken("the project has no Git URL yet, which says for which host it is")
    place = parse_git_url(project.git_url)
    if (place.protocol is Protocol.SSH) is not (kind is CredentialKind.SSH_KEY):
        raise CredentialNotTaken(f"the project's Git URL is one for {place.protocol}")
    return _shown(host_of(place))


def _checked(kind: CredentialKind, new: NewCredential) -> tuple[str, str]:
    """Return the value as it is kept, and the hint by which people know it."""
    if len(new.value) < _LEAST[kind]:
        raise CredentialNotTaken(f"it has fewer than {_LEAST[kind]} characters")
    if kind is CredentialKind.SSH_KEY:
        _check_known_hosts(new.known_hosts)
        return _checked_key(new.value)
    if not new.value.isprintable() or not new.user_name.isprintable() or ":" in new.user_name:
        raise CredentialNotTaken("it holds a line break, a control character, or a colon in its user name")
    return new.value, new.value[-_SHOWN:] if len(new.value) >= _HIDES_ENOUGH else ""


def _checked_key(text: str) -> tuple[str, str]:
    data = text.strip().encode() + b"\n"
    try:
        load = load_ssh_private_key if b"OPENSSH PRIVATE KEY" in data else load_pem_private_key
        key = load(data, password=None)
    except TypeError:
        raise CredentialNotTaken("the SSH key has a passphrase; make one without for this project alone") from None
    except (ValueError, UnsupportedAlgorithm):
        raise CredentialNotTaken("it is no private SSH key (`ssh-keygen -t ed25519` makes one)") from None
    is_taken = isinstance(key, ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey) or (
        isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _KEY_BITS
    )
    if not is_taken:
        raise CredentialNotTaken("an SSH key is Ed25519, ECDSA, or RSA with at least 2,048 bits")
    kept = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()).decode()
    fingerprint = base64.b64encode(ssh_key_fingerprint(key.public_key(), SHA256())).decode().rstrip("=")  # type: ignore[arg-type]  # of the kinds above
    return kept, f"SHA256:{fingerprint}"


def _check_known_hosts(text: str) -> None:
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    if not lines:
        raise CredentialNotTaken("an SSH key needs the known_hosts lines of its host (`ssh-keyscan` gives them)")
    for line in lines:
        found = _HOST_LINE.match(line)
        try:
            base64.b64decode(found["key"] if found else "?", validate=True)
        except binascii.Error:
            raise CredentialNotTaken(f"{line[:60]!r} is no line of a known_hosts file") from None
