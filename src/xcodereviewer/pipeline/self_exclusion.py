"""What is said of a change that would leave its own files out of its review."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.source import SourceFile

__all__ = ["say_self_exclusions"]

_NAMED = 3  # files that a notice names


def say_self_exclusions(files: Iterable[SourceFile]) -> Iterator[Notice]:
    """Yield a notice for each reason why the change would leave files out that are reviewed all the same."""
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        if file.self_exclusion:
            by_reason[file.self_exclusion].append(file.path)
    for reason, paths in sorted(by_reason.items()):
        named = ", ".join([*paths[:_NAMED], *(["…"] if len(paths) > _NAMED else [])])
        yield Notice(
            code="self-exclusion",
            message=f"The change under review would leave out {named} ({reason}); that does not count.",
            path=paths[0],
        )
