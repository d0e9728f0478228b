"""One review in a process of its own, which can be ended at any moment without harm.

It gets its order on standard input, tells what it does on standard output, and knows no database, key or setting of the
service. When standard input ends, whoever ordered the review is gone, and so is this process with all its workers.
"""
# xcr: ignore-file[broad-handler-outside-the-doors] the door of the process: what happens is told to the runner

import contextlib
import hashlib
import io
import os
import signal
import sys
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, assert_never

import msgspec

from xcodereviewer.core.configuration import Layer, configuration_of
from xcodereviewer.core.errors import InputError, Unavailable, XCodeReviewerError
from xcodereviewer.core.outbound import Outbound
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.review import Review
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.pipeline.cache import ResultCache
from xcodereviewer.pipeline.prepare import chosen_rules, engines_of, limits_of, policy_of, selection_of
from xcodereviewer.pipeline.request import ReviewRequest
from xcodereviewer.pipeline.review import review_with_texts
from xcodereviewer.pipeline.texts import TreeTexts
from xcodereviewer.reports.json_report import write
from xcodereviewer.rules.pack import built_in_folder, load_pack
from xcodereviewer.sources.archive import open_archive
from xcodereviewer.sources.remote import open_git_url
from xcodereviewer.sources.remote_access import RemoteAccess
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.snippet import open_snippet
from xcodereviewer.triage.baseline import Baseline
from xcodereviewer.worker.order import (
    LENGTH,
    Git,
    Kept,
    Order,
    Progress,
    Refused,
    Reviewed,
    Said,
    Snippet,
    Source,
    Text,
    Uploaded,
    encode_frame,
)

__all__ = ["main"]

_TOLD_EVERY_S = 0.2
_KEPT_BYTES = 1_000_000
_KEPT_EVERY_S = 2.0


def main() -> None:
    """Do what standard input orders; the last frame on standard output is a `Reviewed` or a `Refused`."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no frame
    told = _Told(out)
    (length,) = LENGTH.unpack(sys.stdin.buffer.read(LENGTH.size))
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(length), type=Order)
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        _review(order, told)
    except XCodeReviewerError as error:
        told.say(Refused(message=str(error), may_pass=isinstance(error, Unavailable)))
    except Exception as error:
        import traceback

        traceback.print_exc()
        told.say(Refused(message=f"This is a fault of XCodeReviewer's own: {type(error).__name__}.", may_pass=True))


def _end_with_input() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os.killpg(0, signal.SIGKILL)


class _Told:
    """What goes to the runner; progress only so often."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._last = 0.0

    def say(self, value: Said) -> None:
        """Send a frame at once."""
        self._out.write(encode_frame(value))
        self._out.flush()

    def progress(self, done: int, total: int) -> None:
        """Say how far it is, unless it was said a moment ago."""
        now = time.monotonic()
        if done == total or now - self._last >= _TOLD_EVERY_S:
            self._last = now
            self.say(Progress(done=done, total=total))


class _ToldCache(ResultCache):
    """A cache that also sends on what is put into it."""

    def __init__(self, folder: Path, told: _Told, *, limit: int) -> None:
        super().__init__(folder, limit=limit)
        self._told = told
        self._fresh: dict[bytes, bytes] = {}
        self._fresh_bytes = 0
        self._sent_at = time.monotonic()

    def restore(self, checkpoint: bytes) -> None:
        """Take in what another attempt sent."""
        super().put(msgspec.msgpack.decode(zlib.decompress(checkpoint), type=dict[bytes, bytes]))

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep the entries, and send them when they are many or have waited."""
        super().put(entries)
        self._fresh |= entries
        self._fresh_bytes += sum(map(len, entries.values()))
        if self._fresh_bytes >= _KEPT_BYTES or time.monotonic() - self._sent_at >= _KEPT_EVERY_S:
            self.send()

    def send(self) -> None:
        """Send what was put since the last time."""
        if self._fresh:
            self._told.say(Kept(data=zlib.compress(msgspec.msgpack.encode(self._fresh), 1)))
        self._fresh, self._fresh_bytes, self._sent_at = {}, 0, time.monotonic()


def _review(order: Order, told: _Told) -> None:
    layer = Layer(origin="the project", values=order.settings)
    settings = configuration_of([layer]).settings
    cache_folder = Path(order.cache_folder)
    pack = load_pack(built_in_folder(), compiled=cache_folder)
    with contextlib.ExitStack() as stack:
        tree = stack.enter_context(_open(order.source, selection_of(settings)))
        cache = stack.enter_context(
            contextlib.closing(_ToldCache(cache_folder, told, limit=settings.cache_megabytes << 20))
        )
        for checkpoint in order.checkpoints:
            cache.restore(checkpoint)
        request = ReviewRequest(
            tree=tree,
            rules=chosen_rules(pack, settings),
            engines=engines_of(settings),
            today=datetime.now(UTC).date(),
            jobs=settings.jobs or order.jobs,
            policy=policy_of(settings),
            honoured_markers=frozenset(settings.honour),
            strict_suppressions=settings.strict_suppressions,
            known_rules=frozenset(rule.id for rule in pack.rules),
            baseline=Baseline(entries=tuple(order.known)) if order.known else None,
            still_open=frozenset(order.still_open),
            as_of=settings.as_of or None,
            cache=cache,
            limits=limits_of(settings),
            progress=told.progress,
        )
        reviewed, texts = review_with_texts(request)
        cache.send()
        for text in _texts(reviewed, texts):
            told.say(text)
        told.say(Reviewed(report=_report(reviewed, texts)))


@contextlib.contextmanager
def _open(source: Source, selection: Selection) -> Iterator[SourceTree]:
    match source:
        case Git(url=url, revision=revision):
            opened = open_git_url(url, revision=revision, selection=selection, access=_access(source))
        case Uploaded(path=path):
            opened = open_archive(Path(path), selection=selection)
        case Snippet(text=text, language=language, name=name):
            opened = open_snippet(text.encode(), language=_language(language), name=name)
        case _:
            assert_never(source)
    with opened as tree:
        yield tree


def _access(source: Git) -> RemoteAccess:
    return RemoteAccess(
        outbound=Outbound.of(source.networks),
        user=source.user,
        token=source.token,
        ssh_key=source.ssh_key,
        known_hosts=source.known_hosts,
    )


class UnknownLanguage(InputError):
    """A language that we have no name for."""

    def __init__(self, language: str) -> None:
        super().__init__(f"There is no language {language[:40]!r}. Languages: {', '.join(Language)}.")


def _language(name: str | None) -> Language | None:
    if name is None:
        return None
    try:
        return Language(name)
    except ValueError:
        raise UnknownLanguage(name) from None


def _texts(reviewed: Review, texts: TreeTexts) -> Iterator[Text]:
    """Yield the text of each file in which something was found."""
    places = [place for f in reviewed.findings for place in (f.location, *(step.location for step in f.steps))]
    paths = dict.fromkeys(place.path for place in places)
    for path in paths:
        text = texts.text(path)
        if text is not None:
            data = text.encode("utf-8", "replace")
            yield Text(path=path, hash=hashlib.sha256(data).hexdigest(), data=zlib.compress(data))


def _report(reviewed: Review, texts: TreeTexts) -> bytes:
    written = io.StringIO()
    write(reviewed, written, sources=texts, language="en")
    return zlib.compress(written.getvalue().encode("utf-8", "surrogatepass"), 6)


if __name__ == "__main__":
    main()
