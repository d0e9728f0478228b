"""Findings of a report that we wrote ourselves: what our engines find again is no second opinion."""

from collections.abc import Iterable, Sequence

from xcodereviewer.domain.finding import Finding
from xcodereviewer.triage.fuse import fuse
from xcodereviewer.triage.identify import identify

__all__ = ["without_own_again"]

_OWN = "xcodereviewer"  # our name as a tool, and so the beginning of the ids of our rules in an import
_OWN_ENGINE = f"sarif:{_OWN}"


def without_own_again(imported: Sequence[Finding], ours: Iterable[Finding]) -> list[Finding]:
    """Return the imported findings without those of our own reports that this review has too.

    They are told by rule and place, and by fingerprint where the place has moved since.
    """
    if not any(finding.engine == _OWN_ENGINE for finding in imported):
        return list(imported)
    known = [*ours, *(finding for finding in imported if finding.engine != _OWN_ENGINE)]
    places = {(finding.rule, finding.location) for finding in known}
    fingerprints = {finding.fingerprint for finding in identify(fuse(known))}
    return [
        finding
        for finding in imported
        if finding.engine != _OWN_ENGINE
        or not (
            (finding.rule.removeprefix(f"{_OWN}."), finding.location) in places or finding.fingerprint in fingerprints
        )
    ]
