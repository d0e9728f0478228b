"""What the road and a worker process say to each other: length-prefixed MessagePack values, never a pickle."""

import struct
from collections.abc import Iterator
from typing import IO, Annotated, TypeAlias

import msgspec

from xcodereviewer.domain.engine import FileFacts, Harmless, Match, Scan, SourceText
from xcodereviewer.domain.rule import Rule

__all__ = [
    "Answer",
    "Answered",
    "Finished",
    "Question",
    "Related",
    "Relation",
    "Setup",
    "Work",
    "read_frames",
    "write_frame",
]

_LENGTH = struct.Struct("<I")
LARGEST_FRAME = 512 * 1024 * 1024

_FACTS_OF_ONE_SHARE = 200_000  # bytes


class Setup(msgspec.Struct, tag="setup", frozen=True, kw_only=True):
    """First frame: the rules of every engine, what one file may cost, and the engines to make ready at once."""

    rules: dict[str, list[Rule]]
    ready: list[str] = []
    cpu_limit_s: int
    wall_limit_s: float
    memory_limit: int  # bytes of address space


class Work(msgspec.Struct, tag="work", frozen=True, kw_only=True):
    """Files, and which engine is to look at which of them (by id)."""

    files: list[SourceText]
    wanted: dict[str, list[int]]


class Relation(msgspec.Struct, tag="relation", frozen=True, kw_only=True):
    """The facts of one engine's scans, for what no single file shows."""

    engine: str
    files: list[FileFacts]

    @property
    def shares(self) -> int:
        """How many times what one file may cost the relation may: facts of many files take longer than those of few."""
        return 1 + sum(len(file.facts) for file in self.files) // _FACTS_OF_ONE_SHARE


class Answered(msgspec.Struct, tag="answered", frozen=True, kw_only=True):
    """One engine's answer for one file."""

    engine: str
    scan: Scan


class Related(msgspec.Struct, tag="related", frozen=True, kw_only=True):
    """One match that a relation found in the file `id`, what is harmless in it, or why it gave up a part of it."""

    engine: str
    id: Annotated[int, msgspec.Meta(ge=0)]
    match: Match | None = None
    harmless: Harmless | None = None
    gap: str = ""


class Finished(msgspec.Struct, tag="finished", frozen=True, kw_only=True):
    """The last frame of the answer to a question; `failure` says why a relation has none."""

    failure: str = ""


Question: TypeAlias = Setup | Work | Relation
Answer: TypeAlias = Answered | Related | Finished


def write_frame(stream: IO[bytes], frame: Question | Answer) -> None:
    """Write one frame and flush it.

    Raises:
        OSError: the other end is gone.
    """
    content = msgspec.msgpack.encode(frame)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def read_frames(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of each frame until the stream ends; a cut or oversized one ends it too."""
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        if length > LARGEST_FRAME or len(content := stream.read(length)) < length:
            return
        yield content
