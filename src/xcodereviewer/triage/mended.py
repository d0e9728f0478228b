"""A suppression of which only the words of its reason were mended: who allowed it has allowed it still."""

import itertools

from xcodereviewer.domain.source import Change
from xcodereviewer.triage.comments import Marker
from xcodereviewer.triage.marker_words import Words, read_markers

__all__ = ["is_mended"]


def is_mended(marker: Marker, change: Change) -> bool:
    """Return whether a marker on a changed line silences no more, nowhere else and no longer than before.

    All that stands before its reason, the code included, has to be as it was.
    """
    edit = change.edits.get(marker.line)
    if edit is None:
        return False
    equal = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(*edit, strict=False))
    untouched = "".join(before for before, _ in equal)
    is_placed = any(_is_as_wide(marker, words) for words in read_markers(untouched))
    return is_placed and any(
        _is_as_wide(marker, words) and _is_as_long(marker, words) for words in read_markers(edit[0])
    )


def _is_as_wide(marker: Marker, words: Words) -> bool:
    said = (marker.kind, marker.rules, marker.whole_file)
    return not words.problem and said == (words.kind, words.rules, words.whole_file)


def _is_as_long(marker: Marker, words: Words) -> bool:
    return words.until is None or (marker.until is not None and marker.until <= words.until)
