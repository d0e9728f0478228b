"""Which files a review really looked at."""

from collections.abc import Iterator

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome

__all__ = ["files_looked_at"]

_LOOKED_AT = frozenset({Outcome.DONE, Outcome.CACHED, Outcome.PARTIAL})


def files_looked_at(coverage: Coverage) -> Iterator[FileCoverage]:
    """Yield the files that at least one engine has an answer for."""
    return (file for file in coverage.files if any(p.outcome in _LOOKED_AT for p in file.passes))
