"""What passes between the road and an engine: text in, matches out, and no path in either."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from xcodereviewer.domain.finding import Fix
from xcodereviewer.domain.kinds import SinkKind
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence, Severity
from xcodereviewer.domain.location import Span
from xcodereviewer.domain.rule import Rule

__all__ = [
    "Checker",
    "Engine",
    "FileFacts",
    "Found",
    "Gap",
    "Harmless",
    "Match",
    "MatchStep",
    "Relator",
    "Scan",
    "Scanner",
    "SourceText",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One file as an engine sees it: decoded, with `\\n`, `\\r\\n` or `\\r` line ends as they stand.

    `tags` say what kind of file it is, from its place in the tree: `test`, `example`.
    """

    id: int
    language: Language
    text: str
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchStep:
    """A place in the same file, or in the file `id`, that belongs to a match."""

    span: Span
    message: str
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a rule found; empty or None means: as the rule says."""

    rule: str
    span: Span
    message: str = ""
    severity: Severity | None = None
    confidence: Confidence | None = None
    steps: tuple[MatchStep, ...] = ()
    related: tuple[MatchStep, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """An engine's whole answer for one file.

    `gap` says which part could not be looked at (`line 12 does not parse`), and with `is_blind` that this is all of it;
    `failure` says that the engine failed. `facts` is what the engine wants back in `relate`.
    """

    id: int
    matches: tuple[Match, ...] = ()
    gap: str = ""
    is_blind: bool = False
    failure: str = ""
    facts: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What the scan of one file left, with the file's path in the tree, by which files name each other."""

    id: int
    path: str
    facts: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A part of a file that a relation gave up, and why."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    """A place that a relation looked at, and where it knows of everything that arrives that it does no harm there."""

    span: Span
    kind: SinkKind


Found: TypeAlias = Match | Gap | Harmless


class Scanner(Protocol):
    """An engine made ready with its rules; lives in a worker process."""

    def scan(self, files: Sequence[SourceText]) -> Iterator[Scan]:
        """Yield one answer for each file, as soon as it is known."""
        ...


class Checker(Protocol):
    """An engine that looks at a new rule more closely than a review has the time to."""

    def check(self, rule: Rule) -> None:
        """Look for what `prepare` takes and could not do what its author means.

        Raises:
            ValueError: there is such a thing.
        """
        ...


class Relator(Protocol):
    """A scanner that also finds what no single file shows."""

    def relate(self, files: Sequence[FileFacts]) -> Iterator[tuple[int, Found]]:
        """Yield what is found, each with the id of its file, from the facts that the files' scans left."""
        ...


class Engine(Protocol):
    """Finds problems in text: pure (no clock, network or database), and safe to stop at any moment."""

    @property
    def name(self) -> str:
        """The engine's name, as rules and coverage spell it."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same text and rules may give another answer."""
        ...

    @property
    def languages(self) -> frozenset[Language]:
        """The languages it can look at; the road asks it about no other."""
        ...

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Make ready for `rules`, which are all of this engine.

        Raises:
            ValueError: a rule's `match` is not one that the engine can run; the message names rule and reason. It may
                also come with the first text of a language, so that rules for others cost nothing.
        """
        ...
