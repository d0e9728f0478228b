"""What a whole tree came to, remembered by its content: an unchanged tree is not even looked up file by file."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from xcodereviewer.domain.coverage import FileCoverage, Outcome
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.entries import FINDING_VERSION
from xcodereviewer.pipeline.examine import Examined
from xcodereviewer.pipeline.plan import EnginePlan
from xcodereviewer.pipeline.sketch import SKETCH_VERSION

__all__ = ["recall", "remember", "tree_key"]

_VERSION = f"2.{FINDING_VERSION}.{SKETCH_VERSION}"  # to be raised whenever an equal tree may come to something else

_decoder = msgspec.msgpack.Decoder(Examined)


def tree_key(files: Sequence[SourceFile], contents: Mapping[str, bytes], plans: Sequence[EnginePlan]) -> bytes | None:
    """Return the key of a tree under these plans; None when not every content is known."""
    digest = hashlib.blake2b(f"tree{_VERSION}\0{'+'.join(plan.digest for plan in plans)}\0".encode(), digest_size=16)
    for file in files:
        content = contents.get(file.path)
        if content is None:
            return None
        digest.update(file.path.encode("utf-8", "surrogatepass") + b"\0" + content)
    return digest.digest()


def recall(cache: ResultCache, key: bytes) -> Examined | None:
    """Return what the tree came to; None when it is not remembered."""
    value = cache.get([key]).get(key)
    try:
        return _decoder.decode(value) if value is not None else None
    except msgspec.DecodeError:
        return None


def remember(cache: ResultCache, key: bytes, examined: Examined) -> None:
    """Keep what the tree came to, when it was looked at whole."""
    failed = any(p.outcome is Outcome.FAILED for file in examined.files for p in file.passes)
    if failed or examined.is_partial or examined.engines_failed or any(s.is_failure for s in examined.skipped):
        return
    kept = replace(examined, files=[_as_cached(file) for file in examined.files], contents={})
    cache.put({key: msgspec.msgpack.encode(kept)})


def _as_cached(file: FileCoverage) -> FileCoverage:
    passes = tuple(replace(p, outcome=Outcome.CACHED) if p.outcome is Outcome.DONE else p for p in file.passes)
    return replace(file, passes=passes)
