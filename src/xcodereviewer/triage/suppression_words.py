"""What a review says of suppression comments."""

from collections.abc import Sequence

from xcodereviewer.triage.comments import Marker

__all__ = ["say_added", "say_refused", "say_unknown", "say_unused"]

_MOST_NAMES = 5
_LONGEST_NAME = 100


def say_added(marker: Marker) -> str:
    """Say that the change under review adds the marker itself."""
    return f"The change under review adds {_spelt(marker)} itself, so it does not count."


def say_refused(marker: Marker, why: str) -> str:
    """Say why the marker does not count; for a finding as well as for the whole review."""
    subject = "A suppression comment" if marker.problem else _spelt(marker)
    return f"{subject} does not count: {why}."


def say_unknown(marker: Marker, names: Sequence[str]) -> str:
    """Say which names in the marker are no rule's."""
    verb = "is no rule" if len(names) == 1 else "are no rules"
    return f"{_listed(names)} in {_spelt(marker)} {verb}."


def say_unused(marker: Marker, names: Sequence[str]) -> str:
    """Say which names in the marker silence nothing; delete what is left over."""
    if len(names) == len(marker.rules) or not marker.rules:
        return f"{_spelt(marker)} silences nothing. Delete it."
    return f"{_listed(names)} in {_spelt(marker)} silences nothing. Delete the name."


def _spelt(marker: Marker) -> str:
    if marker.kind == "allowlist":
        return "`pragma: allowlist secret`"
    names = ", ".join(_clipped(marker.rules))
    if marker.kind == "xcr":
        verb = "ignore-file" if marker.whole_file else "ignore"
        return f"`xcr: {verb}[{names}]`" if names else f"`xcr: {verb}`"
    if marker.kind == "nosec":
        return f"`nosec {names}`" if names else "`nosec`"
    if marker.kind == "NOSONAR":
        return f"`NOSONAR({names})`" if names else "`NOSONAR`"
    return f"`{marker.kind}: {names}`" if names else f"`{marker.kind}`"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in _clipped(names))


def _clipped(names: Sequence[str]) -> list[str]:
    shown = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…" for name in names[:_MOST_NAMES]]
    return [*shown, "…"] if len(names) > _MOST_NAMES else shown
