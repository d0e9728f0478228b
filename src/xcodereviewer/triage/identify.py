"""The identity of a finding: `xcr/v1`.

A fingerprint is computed from the weakness and the normalised place: the file, the flagged text and the lines that
enclose it. No line number, engine, rule or wording is in it, so a finding keeps it when code moves within its file and
when another engine or a newer rule finds the same. What changes the fingerprint (a renamed file, an edited place) is
bridged by matching against the baseline (`triage/matching.py`).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from xcodereviewer.domain.finding import Finding
from xcodereviewer.triage.weakness import family_of

__all__ = ["FINGERPRINT_VERSION", "fingerprint_again", "identify"]

FINGERPRINT_VERSION = "xcr/v1"


def identify(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with their fingerprints, in the order of path, line, column and rule.

    Equal places in one scope are numbered from the top.
    """
    ordered = sorted(findings, key=lambda finding: (finding.location, finding.rule))
    seen: Counter[tuple[str, ...]] = Counter()
    identified = []
    for finding in ordered:
        facts = (family_of(finding), finding.location.path, finding.scope, finding.place)
        seen[facts] += 1
        identified.append(replace(finding, fingerprint=_fingerprint(facts, seen[facts])))
    return identified


def fingerprint_again(fingerprint: str) -> str:
    """Return the next fingerprint for a place whose own is still held by a finding that moved away."""
    return _fingerprint((fingerprint,), 0)


def _fingerprint(facts: tuple[str, ...], number: int) -> str:
    told = "\0".join((FINGERPRINT_VERSION, *facts, str(number)))
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
