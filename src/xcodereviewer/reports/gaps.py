"""What a review did not look at, as reason and path, for the reports that name it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from xcodereviewer.domain.coverage import Coverage, Outcome

__all__ = ["by_reason", "failed", "left_out", "passes", "unreviewed"]


def unreviewed(coverage: Coverage) -> Iterator[tuple[str, int]]:
    """Yield the noun (`file`, `engine`) and number of what should have been reviewed and was not."""
    failures = {file.path for file in coverage.files if any(p.outcome is Outcome.FAILED for p in file.passes)}
    unread = {skipped.path for skipped in coverage.skipped if skipped.is_failure}
    yield "file", len(failures | unread)
    yield "engine", len(coverage.engines_missing)


def failed(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Yield reason and path of all that should have been looked at and could not be."""
    for engine in coverage.engines_missing:
        yield engine.reason, engine.path
    for skipped in coverage.skipped:
        if skipped.is_failure:
            yield skipped.reason, skipped.path
    yield from passes(coverage, Outcome.FAILED)


def left_out(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Yield reason and path of all that was left out on purpose."""
    for skipped in coverage.skipped:
        if not skipped.is_failure:
            yield skipped.reason, skipped.path
    yield from passes(coverage, Outcome.SKIPPED)


def passes(coverage: Coverage, outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Yield reason and path of the passes that ended so, once for all engines that say the same."""
    for file in coverage.files:
        engines: dict[str, list[str]] = {}
        for done in file.passes:
            if done.outcome is outcome:
                engines.setdefault(done.reason, []).append(done.engine)
        for reason, names in engines.items():
            yield f"{reason} ({', '.join(names)})", file.path


def by_reason(gaps: Iterable[tuple[str, str]]) -> Sequence[tuple[str, Sequence[str]]]:
    """Return each reason with the paths that it holds for, the reason of most paths first."""
    paths: dict[str, list[str]] = defaultdict(list)
    for reason, path in gaps:
        paths[reason].append(path)
    return sorted(paths.items(), key=lambda item: -len(item[1]))
