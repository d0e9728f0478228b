"""A file on its way through the engines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from xcodereviewer.domain.coverage import FileCoverage, Outcome, Pass
from xcodereviewer.domain.engine import Scan
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.pipeline.entries import Entry
from xcodereviewer.pipeline.reading import Reading
from xcodereviewer.pipeline.sketch import Sketch

__all__ = ["Arrival", "OpenFile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file whose content is known by its hash; `data` is the content, when it has been read."""

    number: int
    file: SourceFile
    content: bytes
    data: bytes | None = None


@dataclass(slots=True, kw_only=True)
class OpenFile:
    """A file on its way: what is known of it, and which engines have yet to answer."""

    number: int
    file: SourceFile
    content: bytes  # its hash
    sketch: Sketch
    tags: frozenset[str]
    reading: Reading | None = None
    keys: dict[str, bytes] = field(default_factory=dict)
    known: dict[str, Entry] = field(default_factory=dict)
    scans: dict[str, Scan] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The file's text; empty when nothing needs it."""
        return self.reading.text if self.reading is not None else ""

    @property
    def secrets(self) -> tuple[Span, ...]:
        """What no report may show of the file, as far as that was known before."""
        return tuple(span for entry in self.known.values() for span in entry.secrets)

    def facts(self, engine: str) -> bytes:
        """Return what the engine's look at the file left; empty when that was nothing, or it has not looked yet."""
        answer = self.scans.get(engine) or self.known.get(engine)
        return answer.facts if answer is not None else b""

    def coverage(self, entries: Mapping[str, Entry]) -> FileCoverage:
        """Return what the engines saw of the file, by what they said."""
        return FileCoverage(
            path=self.file.path,
            language=self.sketch.language,
            size=self.file.size,
            lines=self.sketch.lines,
            passes=tuple(_pass(name, entry, self.scans.get(name)) for name, entry in entries.items()),
        )


def _pass(name: str, entry: Entry, scan: Scan | None) -> Pass:
    if scan is not None and scan.failure:
        return Pass(engine=name, outcome=Outcome.FAILED, reason=scan.failure)
    if entry.gap:
        outcome = Outcome.UNPARSED if entry.is_blind else Outcome.PARTIAL
        return Pass(engine=name, outcome=outcome, reason=entry.gap)
    return _plain_pass(name, Outcome.DONE if scan is not None else Outcome.CACHED)


@lru_cache(maxsize=64)
def _plain_pass(name: str, outcome: Outcome) -> Pass:
    """Return one value for the pass of nearly every file, not one for each."""
    return Pass(engine=name, outcome=outcome)
