"""Addresses of Git repositories: which are taken, and where their credentials go."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from xcodereviewer.core.errors import InputError

__all__ = ["BadGitUrl", "GitUrl", "Protocol", "looks_like_git_url", "parse_git_url"]

_LOOKS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|[A-Za-z0-9+.-]+::|[^/@:\s]+@[^/@:\s]+:")
_HELPER = re.compile(r"[A-Za-z0-9+.-]+::")
_SCP = re.compile(r"(?P<user>[A-Za-z0-9._~+-]+)@(?P<host>[A-Za-z0-9._-]+):(?P<path>.+)")
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
_USER = re.compile(r"[A-Za-z0-9._~+][A-Za-z0-9._~+-]*")


class Protocol(StrEnum):
    """How a repository is reached; no other way is taken."""

    HTTPS = "https"
    SSH = "ssh"
    FILE = "file"


class BadGitUrl(InputError):
    """An address that is not gone to; the message does not repeat it, since it may hold a password."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"This Git URL is not fetched: {problem}. "
            "Use https://host/path, ssh://user@host/path, user@host:path or file:///path."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GitUrl:
    """A checked address.

    `address` is what Git is given, `shown` what people are; neither holds a password or token. `path` is the folder
    of a `file` URL.
    """

    protocol: Protocol
    address: str
    shown: str
    path: str = ""
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


def looks_like_git_url(text: str) -> bool:
    """Return whether `text` is meant as an address rather than a path, be it one that is taken or not."""
    return _LOOKS.match(text) is not None


def parse_git_url(text: str) -> GitUrl:
    """Return the parts of an address.

    Raises:
        BadGitUrl: it is of another kind, or cannot be one.
    """
    if text.startswith("-"):
        raise BadGitUrl("it begins with '-'")
    if _HELPER.match(text):
        raise BadGitUrl("an address with '::' names a program to run")
    if any(not character.isprintable() or character.isspace() for character in text):
        raise BadGitUrl("it holds a blank or a control character")
    scp = _SCP.fullmatch(text)
    if scp is not None and "://" not in text:
        return _scp(scp)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise BadGitUrl("it is not a valid URL") from None
    match parts.scheme:
        case "https":
            return _https(parts, port)
        case "ssh":
            return _ssh(parts, port)
        case "file":
            return _file(parts)
        case "http" | "git":
            raise BadGitUrl(f"{parts.scheme} is not encrypted")
        case _:
            raise BadGitUrl(f"{parts.scheme!r} is not a protocol for it" if parts.scheme else "it names no protocol")


def _https(parts: SplitResult, port: int | None) -> GitUrl:
    place = _place(parts, port)
    address = urlunsplit(("https", place, parts.path, "", ""))
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if any(not character.isprintable() for character in user + password):
        raise BadGitUrl("its user name or password holds a control character")
    return GitUrl(protocol=Protocol.HTTPS, address=address, shown=address, user=user, password=password)


def _ssh(parts: SplitResult, port: int | None) -> GitUrl:
    if parts.password is not None:
        raise BadGitUrl("ssh takes no password from a URL; use a key")
    user = parts.username
    if user is not None and not _USER.fullmatch(user):
        raise BadGitUrl("its user name is not a valid one")
    place = _place(parts, port)
    address = urlunsplit(("ssh", place if user is None else f"{user}@{place}", parts.path, "", ""))
    return GitUrl(protocol=Protocol.SSH, address=address, shown=address)


def _scp(found: re.Match[str]) -> GitUrl:
    if not _HOST.fullmatch(found["host"]) or not _USER.fullmatch(found["user"]) or found["path"].startswith("-"):
        raise BadGitUrl("its user, host or path is not a valid one")
    return GitUrl(protocol=Protocol.SSH, address=found[0], shown=found[0])


def _file(parts: SplitResult) -> GitUrl:
    path = unquote(parts.path, errors="surrogateescape")
    if parts.netloc not in ("", "localhost"):
        raise BadGitUrl("a file URL begins with three slashes and names no host")
    if parts.query or parts.fragment or "\0" in path or path[:1] != "/" or not path.strip("/"):
        raise BadGitUrl("it names no folder")
    return GitUrl(protocol=Protocol.FILE, address=path, shown=path.rstrip("/").rpartition("/")[2], path=path)


def _place(parts: SplitResult, port: int | None) -> str:
    host = parts.hostname or ""
    if not _HOST.fullmatch(host):
        raise BadGitUrl("its host is not a valid one")
    if parts.query or parts.fragment:
        raise BadGitUrl("it has a query or fragment; name a branch, tag or commit as the revision")
    if not parts.path.strip("/"):
        raise BadGitUrl("it names no repository")
    named = f"[{host}]" if ":" in host else host
    return named if port is None else f"{named}:{port}"
