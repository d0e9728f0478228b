"""What became of the findings between two reviews."""

from collections.abc import Iterable
from dataclasses import dataclass

from xcodereviewer.domain.finding import Finding
from xcodereviewer.triage.matching import match_traces, trace_of

__all__ = ["Differences", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Findings by what became of them; a moved one as it was and as it is."""

    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]
    moved: tuple[tuple[Finding, Finding], ...]
    unchanged: int


def compare(old: Iterable[Finding], new: Iterable[Finding]) -> Differences:
    """Compare the open findings of two reviews: first by id, then as a baseline is compared."""
    before = [finding for finding in old if finding.is_open]
    after = [finding for finding in new if finding.is_open]
    by_id = {finding.fingerprint: finding for finding in before}
    pairs = [(by_id[finding.fingerprint], finding) for finding in after if finding.fingerprint in by_id]
    known = {finding.fingerprint for _, finding in pairs}
    lost = [finding for finding in before if finding.fingerprint not in known]
    found = [finding for finding in after if finding.fingerprint not in known]
    matched = match_traces([trace_of(f) for f in lost], [trace_of(f) for f in found], renames={})
    pairs += [(lost[was], found[now]) for now, (was, _) in matched.items()]
    recognised = {was for was, _ in matched.values()}
    moved = tuple((was, now) for was, now in pairs if was.location != now.location)
    return Differences(
        appeared=tuple(finding for index, finding in enumerate(found) if index not in matched),
        disappeared=tuple(finding for index, finding in enumerate(lost) if index not in recognised),
        moved=moved,
        unchanged=len(pairs) - len(moved),
    )
