"""What the last review of a folder knew of its files, so that only what has changed since is looked at.

Like Git's index: size, times, change time and inode tell a file that was not written to, and it is not read again. A
file that changed so shortly before the record was written that a later change could carry the same times is racy, and
its status is not kept. Beside it stands what the file came to, all in one record: to read it takes a tenth of the time
that as many look-ups in the cache take.
"""
# xcr: ignore-file[write-outside-its-place] writes below the cache folder, by names of its own

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

import msgspec

from xcodereviewer.domain.coverage import FileCoverage, Outcome
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.source import SourceFile, Stamp
from xcodereviewer.pipeline.entries import FINDING_VERSION
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import SKETCH_VERSION
from xcodereviewer.triage.comments import Marker

__all__ = ["FileResult", "Known", "Remembered", "TreeMemory", "is_unchanged", "plans_digest", "to_remember"]

Known: TypeAlias = Mapping[str, tuple[Stamp, bytes]]

_FORMAT = 3  # to be raised whenever an equal content may come to something else
_CHECKSUM = 16  # bytes
_RACY_NS = 2_000_000_000  # what the coarsest file systems in use (FAT) round times to
_MOST_BYTES = 128 * 1024 * 1024  # of the records of all folders; the one that was written last stays in any case


class FileResult(msgspec.Struct, frozen=True, kw_only=True):
    """All that came of one content at one path; when it was left out, `left_out` says why and there is no coverage."""

    content: bytes  # its hash
    coverage: FileCoverage | None = None
    left_out: str = ""
    findings: tuple[Finding, ...] = ()
    markers: tuple[Marker, ...] = ()
    secrets: tuple[Span, ...] = ()
    with_facts: tuple[str, ...] = ()  # the engines that left facts, which the cache keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """By path: the stamp and the hash of the content of files, and what files came to."""

    files: Known = field(default_factory=dict)
    results: Mapping[str, FileResult] = field(default_factory=dict)


class _Record(msgspec.Struct, frozen=True, array_like=True):
    format: int
    files: dict[str, tuple[Stamp, bytes]]
    plans: str
    results: msgspec.Raw


_record_decoder = msgspec.msgpack.Decoder(_Record)
_results_decoder = msgspec.msgpack.Decoder(dict[str, FileResult])


class TreeMemory:
    """What is known of the files of one folder, kept in the folder of the cache."""

    def __init__(self, folder: Path, root: Path) -> None:
        name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
        self._place = folder / f"tree-{name}.msgpack"

    def read(self, plans: str) -> Remembered:
        """Return what is known; results only of equal `plans`, and nothing when the record is damaged."""
        try:
            content = memoryview(self._place.read_bytes())
            if _checksum(content[_CHECKSUM:]) != content[:_CHECKSUM]:
                return Remembered()
            record = _record_decoder.decode(content[_CHECKSUM:])
            if record.format != _FORMAT:
                return Remembered()
            results = _results_decoder.decode(record.results) if record.plans == plans else {}
        except (OSError, msgspec.DecodeError):
            return Remembered()
        return Remembered(files=record.files, results=results)

    def write(self, known: Remembered, *, plans: str, read_ns: int) -> None:
        """Keep what is known; `read_ns` is when the reading of the tree began (ns since the epoch).

        That it cannot be kept only costs the next review its time.
        """
        settled = read_ns - _RACY_NS
        files = {path: (s, h) for path, (s, h) in known.files.items() if max(s.mtime_ns, s.ctime_ns) < settled}
        results = msgspec.Raw(msgspec.msgpack.encode(known.results))
        content = msgspec.msgpack.encode(_Record(_FORMAT, files, plans, results))
        partial = self._place.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}")
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with partial.open("wb") as out:
                out.write(_checksum(content))
                out.write(content)
            partial.replace(self._place)
            self._make_room()
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink()

    def _make_room(self) -> None:
        kept = [(path.stat(), path) for path in self._place.parent.glob("tree-*.msgpack")]
        room = _MOST_BYTES
        for status, path in sorted(kept, key=lambda one: -one[0].st_mtime_ns):
            room -= status.st_size
            if room < 0 and path != self._place:
                path.unlink(missing_ok=True)


def plans_digest(plans: Iterable[EnginePlan]) -> str:
    """Return what changes whenever an equal content may come to something else under these plans."""
    told = "+".join((f"{FINDING_VERSION}.{SKETCH_VERSION}", *(plan.digest for plan in plans)))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def is_unchanged(file: SourceFile, known: Known) -> bool:
    """Return whether the file is as it was when it was read last."""
    return file.stamp is not None and file.path in known and known[file.path][0] == file.stamp


def to_remember(files: Sequence[SourceFile], results: Mapping[str, FileResult], before: Remembered) -> Remembered:
    """Return what the next review may know: of files that no engine failed on, and as taken from the cache.

    What came of a file that its own change would leave out holds only for that change.
    """
    known = before.results
    excluded = {file.path for file in files if file.self_exclusion}
    kept = {
        path: result if known.get(path) is result else _as_cached(result)
        for path, result in results.items()
        if known.get(path) is result or not (_has_failed(result) or path in excluded)
    }
    stamped = ((file.path, file.stamp) for file in files if file.stamp is not None)
    return Remembered(files={path: (s, kept[path].content) for path, s in stamped if path in kept}, results=kept)


def _has_failed(result: FileResult) -> bool:
    return result.coverage is not None and any(p.outcome is Outcome.FAILED for p in result.coverage.passes)


def _as_cached(result: FileResult) -> FileResult:
    if result.coverage is None:
        return result
    passes = tuple(
        replace(p, outcome=Outcome.CACHED) if p.outcome is Outcome.DONE else p for p in result.coverage.passes
    )
    return msgspec.structs.replace(result, coverage=replace(result.coverage, passes=passes))


def _checksum(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECKSUM).digest()
