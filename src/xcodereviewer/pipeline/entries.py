"""What the cache keeps of a review, and under which keys."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from xcodereviewer.domain.finding import Finding, Step
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import SKETCH_VERSION, Sketch

__all__ = [
    "FINDING_VERSION",
    "Entry",
    "at_path",
    "content_hash",
    "decode_entry",
    "decode_sketch",
    "entry_key",
    "sketch_key",
]

FINDING_VERSION = 4  # to be raised whenever an equal match may become another finding


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What one engine found in one text, and what of it no report may show; the findings' paths are empty."""

    findings: tuple[Finding, ...] = ()
    gap: str = ""
    is_blind: bool = False  # the gap is all of the text
    facts: bytes = b""
    secrets: tuple[Span, ...] = ()


_entry_decoder = msgspec.msgpack.Decoder(Entry)
_sketch_decoder = msgspec.msgpack.Decoder(Sketch)


def content_hash(data: bytes) -> bytes:
    """Return the hash that names a content: 16 bytes of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).digest()


def sketch_key(content: bytes, file: SourceFile) -> bytes:
    """Return the key of a sketch: a file's language hangs on its path, what counts of it on its self-exclusion."""
    named = file.path.encode("utf-8", "surrogatepass") + b"\0" * bool(file.self_exclusion)
    return hashlib.blake2b(b"sketch%d\0%b%b" % (SKETCH_VERSION, content, named), digest_size=16).digest()


def entry_key(content: bytes, language: Language, tags: Iterable[str], *, plan: EnginePlan, mask_digest: str) -> bytes:
    """Return the key of one engine's answer for one text.

    `mask_digest` stands for the rules that find secrets, since what they find is masked in every finding's snippet.
    """
    told = f"entry{FINDING_VERSION}\0{language}\0{','.join(sorted(tags))}\0{plan.digest}\0{mask_digest}\0"
    return hashlib.blake2b(told.encode() + content, digest_size=16).digest()


def decode_entry(value: bytes | None) -> Entry | None:
    """Read an entry back; None when there is none or an older release wrote it differently."""
    try:
        return _entry_decoder.decode(value) if value is not None else None
    except msgspec.DecodeError:
        return None


def decode_sketch(value: bytes | None) -> Sketch | None:
    """Read a sketch back; None when there is none or an older release wrote it differently."""
    try:
        return _sketch_decoder.decode(value) if value is not None else None
    except msgspec.DecodeError:
        return None


def at_path(finding: Finding, path: str) -> Finding:
    """Return the finding with its own places set in the file at `path`."""
    return replace(
        finding,
        location=replace(finding.location, path=path),
        steps=tuple(_step_at(step, path) for step in finding.steps),
        related=tuple(_step_at(step, path) for step in finding.related),
    )


def _step_at(step: Step, path: str) -> Step:
    return step if step.location.path else replace(step, location=replace(step.location, path=path))
