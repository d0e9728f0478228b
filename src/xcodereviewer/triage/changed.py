"""Which findings belong to the change under review."""

from collections.abc import Mapping

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.location import Location
from xcodereviewer.domain.source import Change

__all__ = ["is_on_changed_lines"]


def is_on_changed_lines(finding: Finding, changes: Mapping[str, Change]) -> bool:
    """Return whether the change touches the flagged place or a step of the path that leads to it.

    A step counts because a change can open a path to a sink that stood there before.
    """
    return any(_is_changed(place, changes) for place in (finding.location, *(step.location for step in finding.steps)))


def _is_changed(place: Location, changes: Mapping[str, Change]) -> bool:
    change = changes.get(place.path)
    if change is None:
        return False
    if change.is_new:
        return True
    span = place.span
    # A span that ends before the first column of a line does not reach into it.
    last = span.end_line - 1 if span.end_column == 1 and span.end_line > span.start_line else span.end_line
    return not change.lines.isdisjoint(range(span.start_line, last + 1))
