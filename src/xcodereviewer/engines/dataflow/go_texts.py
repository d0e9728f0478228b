"""Texts that Go's `fmt` makes, and whether the text of an answer may be a page."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import SinkKind, SourceKind
from xcodereviewer.engines.dataflow.concatenation import concatenate
from xcodereviewer.engines.dataflow.patterns import EVERY_KIND
from xcodereviewer.engines.dataflow.values import (
    ANYTHING,
    CLEAN_START,
    NO_DOUBLE_QUOTE,
    NO_SINGLE_QUOTE,
    Constant,
    Label,
    Open,
    SourceLabel,
    Taint,
    Value,
    constant,
    tainted_by,
)

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["chosen_at_random", "formatted", "may_be_page", "printed", "removed"]

_VERB = re.compile(r"%([-+# 0]*)(?:\[\d+\])?(?:\d+|\*)?(?:\.(?:\d+|\*)?)?([a-zA-Z%])")
_NUMBERS = frozenset("bcdoOxXUeEfFgGtp")
_LINE = SinkKind.LOG.bit | SinkKind.HEADER.bit
_PATHS = SinkKind.PATH.bit | SinkKind.PATH_WRITE.bit | SinkKind.ARCHIVE.bit
_REMOVED = {
    "\n": _LINE,
    "\r": _LINE,
    "\r\n": _LINE,
    "'": NO_SINGLE_QUOTE,
    '"': NO_DOUBLE_QUOTE,
    "..": _PATHS,
    "/": _PATHS,
    "../": 0,
    "<": SinkKind.HTML.bit,
}


def formatted(frame: "Frame", values: Sequence[Value], rest: Value | None) -> Value:
    """Return the text that a format and its values make."""
    text = values[0].only if values else ""
    if not isinstance(text, str) or rest is not None:
        given = [*values, *([rest] if rest is not None else [])]
        return tainted_by([frame.live().contents(value) for value in given])
    return concatenate(frame, list(_pieces(frame, text, list(values[1:]))))


def _pieces(frame: "Frame", text: str, values: list[Value]) -> Iterator[Value]:
    end = 0
    for verb in _VERB.finditer(text):
        if verb.start() > end:
            yield constant(text[end : verb.start()])
        end = verb.end()
        if verb[2] == "%":
            yield constant("%")
        elif values:
            yield _shown(frame, verb[1], verb[2], values.pop(0))
    if end < len(text):
        yield constant(text[end:])


def _shown(frame: "Frame", flags: str, verb: str, value: Value) -> Value:
    if verb == "T":
        return ANYTHING
    seen = frame.live().contents(value)
    if verb in _NUMBERS:
        return Value(seen.constants, seen.taints).cleared(EVERY_KIND)
    if verb == "q":
        return Value(None, seen.taints).cleared(_LINE | NO_DOUBLE_QUOTE)
    return seen


def printed(frame: "Frame", values: Sequence[Value], rest: Value | None) -> Value:
    """Return the text that values make one behind the other."""
    given = [*values, *([rest] if rest is not None else [])]
    return concatenate(frame, [frame.live().contents(value) for value in given]) if given else constant("")


def removed(old: Constant | Open, new: Constant | Open) -> int:
    """Return for which kinds (bits) a text is safe in which something stands no longer."""
    if not isinstance(old, str) or not isinstance(new, str) or (old and old in new):
        return 0
    return _REMOVED.get(old, 0)


# What a text begins with of which Go's server thinks that it is a page, when nobody says what it is.
_TAGS = (
    *("<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style"),
    *("<title", "<b", "<body", "<br", "<p", "<!--"),
)


def may_be_page(frame: "Frame", value: Value) -> bool:
    """Whether what is written into an answer may be shown as a page."""
    declared = frame.root.content_type
    names = [str(one).lower() for one in declared.constants or ()] if declared is not None else []
    if any("html" in name or "xml" in name for name in names):
        return True
    if names:
        return False
    start = value.prefix.lstrip().lower()
    if start and not start.startswith(CLEAN_START):
        return start.startswith(_TAGS)
    return declared is None and any(taint.certain for taint in value.taints.values())


def chosen_at_random(found: Value, key: Value) -> Value:
    """Return an item with what its key carries of numbers that can be guessed: a letter of a token."""
    guessed: dict[Label, Taint] = {
        label: taint
        for label, taint in key.taints.items()
        if isinstance(label, SourceLabel) and label.kind is SourceKind.WEAK_RANDOM
    }
    return found.with_taints({**found.taints, **guessed}) if guessed else found
