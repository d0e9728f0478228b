"""What was looked at, and what was not and why."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from xcodereviewer.domain.language import NOT_CODE, Language

__all__ = ["Coverage", "FileCoverage", "Outcome", "Pass", "Skipped"]


class Outcome(StrEnum):
    """What became of one file in one engine."""

    DONE = "done"
    CACHED = "cached"
    PARTIAL = "partial"  # looked at, but a part of the file did not parse
    UNPARSED = "unparsed"  # nothing of the file could be looked at, for what stands in it
    UNSUPPORTED = "unsupported"  # code in a language that no rule reads
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """One engine's pass over one file; `reason` is empty only for done and cached."""

    engine: str
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCoverage:
    """One file that was to be reviewed, with every pass over it."""

    path: str
    language: Language
    size: int  # bytes
    lines: int
    passes: tuple[Pass, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file, or a whole directory (its path ends with `/`), that was left out.

    `is_failure` tells a file that should have been read and could not be from one that was left out on purpose;
    `is_limit`, one that a limit kept out, or whose content is elsewhere: no failure, but not looked at.
    """

    path: str
    reason: str
    is_failure: bool = False
    is_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The manifest of a review: every file and every engine's pass over it, and all that was left out."""

    files: tuple[FileCoverage, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    engines_missing: tuple[Skipped, ...] = ()  # engines that could not run at all; `path` is the engine's name

    @property
    def lines(self) -> int:
        """Lines of all reviewed files."""
        return sum(file.lines for file in self.files)

    @property
    def is_unread(self) -> bool:
        """Whether there is code, and none of it in a language that a rule reads."""
        outcomes = [{p.outcome for p in file.passes} for file in self.files]
        return any(Outcome.UNSUPPORTED in of_file for of_file in outcomes) and all(
            Outcome.UNSUPPORTED in of_file or file.language in {*NOT_CODE, Language.CSS}
            for file, of_file in zip(self.files, outcomes, strict=True)
        )

    @property
    def failures(self) -> int:
        """Passes that failed, files that could not be read and engines that could not run."""
        passes = sum(p.outcome is Outcome.FAILED for file in self.files for p in file.passes)
        return passes + sum(s.is_failure for s in self.skipped) + len(self.engines_missing)

    @property
    def ratio(self) -> float:
        """Share of the intended work that was done, 0 to 1: passes done or cached over all passes.

        A pass that lost a part of its file counts half, one that lost all of it, or reads no such language,
        not at all. A file that could not be read, or that a limit kept out, counts as one pass not done; what was left
        out on purpose does not count.
        """
        passes = Counter(p.outcome for file in self.files for p in file.passes)
        wanted = passes.total() - passes[Outcome.SKIPPED]
        wanted += sum(s.is_failure or s.is_limit for s in self.skipped) + len(self.engines_missing)
        done = passes[Outcome.DONE] + passes[Outcome.CACHED] + passes[Outcome.PARTIAL] / 2
        return done / wanted if wanted else 1.0
