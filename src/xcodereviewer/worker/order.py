"""What the runner and the process of one review say to each other: length-prefixed MessagePack, never a pickle."""

import struct
from typing import TypeAlias

import msgspec

from xcodereviewer.triage.baseline import BaselineEntry

__all__ = [
    "LENGTH",
    "Git",
    "Kept",
    "Order",
    "Progress",
    "Refused",
    "Reviewed",
    "Said",
    "Snippet",
    "Source",
    "Text",
    "Uploaded",
    "encode_frame",
]

LENGTH = struct.Struct("<I")


class Git(msgspec.Struct, tag="git", frozen=True, kw_only=True):
    """A commit of a repository elsewhere, what opens it, and the networks beside the public ones that it may lie in."""

    url: str
    revision: str | None = None
    user: str = ""
    token: str = ""
    ssh_key: str = ""
    known_hosts: str = ""
    networks: list[str] = []


class Uploaded(msgspec.Struct, tag="upload", frozen=True, kw_only=True):
    """An archive that lies on this machine, and what people call it."""

    path: str
    name: str


class Snippet(msgspec.Struct, tag="snippet", frozen=True, kw_only=True):
    """A piece of code, and its file name or language."""

    text: str
    language: str | None = None
    name: str | None = None


Source: TypeAlias = Git | Uploaded | Snippet


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be reviewed, and what is known of it.

    `settings` are those of `.xcr.toml`, by their keys. `known` are the findings of earlier reviews, of which those in
    `still_open` count as before; `checkpoints` is what an attempt before this one kept.
    """

    source: Source
    settings: dict[str, object]
    cache_folder: str
    known: list[BaselineEntry] = []
    still_open: list[str] = []
    checkpoints: list[bytes] = []
    jobs: int = 1


class Progress(msgspec.Struct, tag="progress", frozen=True, kw_only=True):
    """So many files of so many are done."""

    done: int
    total: int


class Kept(msgspec.Struct, tag="kept", frozen=True, kw_only=True):
    """Results of files, as the cache keeps them: enough for another attempt to go on."""

    data: bytes


class Text(msgspec.Struct, tag="text", frozen=True, kw_only=True):
    """The text of a file with findings, secrets masked: zlib of UTF-8, and the SHA-256 of the text."""

    path: str
    hash: str
    data: bytes


class Reviewed(msgspec.Struct, tag="reviewed", frozen=True, kw_only=True):
    """The last word: the JSON report, compressed with zlib."""

    report: bytes


class Refused(msgspec.Struct, tag="refused", frozen=True, kw_only=True):
    """The last word when there is no review, in a sentence for the person who asked.

    `may_pass` tells what another attempt may mend (a host that does not answer) from what it cannot.
    """

    message: str
    may_pass: bool


Said: TypeAlias = Progress | Kept | Text | Reviewed | Refused


def encode_frame(value: Order | Said) -> bytes:
    """Return the value behind its length."""
    data = msgspec.msgpack.encode(value)
    return LENGTH.pack(len(data)) + data
