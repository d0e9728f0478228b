"""`--as-of VERSION`: an earlier release's rules gate, newer ones report as preview.

A rule says only since when it exists, so that is what is compared. This is enough while two things hold: a rule that
comes to match more is a new rule with an id of its own (the old one names it in `replaced-by`), and a rule's severity
is never raised. When that must happen, the rule file gets a history (`changes: [{version, severity}]`, each with the
severity that held until then) and `_severity_then` looks there: it already answers the question for a finding that an
old rule and a new one agree on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from xcodereviewer import __version__
from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Severity, Status
from xcodereviewer.domain.review import Notice
from xcodereviewer.domain.rule import Rule

__all__ = ["InvalidVersion", "UnknownVersion", "Version", "apply_as_of", "parse_version"]

_RELEASE = re.compile(r"([0-9]{1,6})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?", re.ASCII)


class InvalidVersion(InputError):
    """Text that is not a version of ours."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text[:40]!r} is not a version. Write it as 0.2 or 0.2.1.")


class UnknownVersion(InputError):
    """A version later than the one that runs."""

    def __init__(self, version: "Version", current: "Version") -> None:
        super().__init__(f"--as-of {version} is later than this release, {current}. Name an earlier one, or upgrade.")


class Version(NamedTuple):
    """A release, ordered as releases follow each other."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}" + (f".{self.patch}" if self.patch else "")


def parse_version(text: str) -> Version:
    """Read `x.y` or `x.y.z`.

    Raises:
        InvalidVersion: it is neither.
    """
    match = _RELEASE.fullmatch(text)
    if match is None:
        raise InvalidVersion(text)
    return Version(int(match[1]), int(match[2]), int(match[3] or 0))


def apply_as_of(
    findings: Iterable[Finding], rules: Iterable[Rule], *, version: str, current: str = __version__
) -> tuple[list[Finding], list[Notice]]:
    """Return the findings as they gate in the release `version`, and what the upgrade since then did.

    A finding is a preview when every rule that saw it is newer. One that an older rule also saw gates as before, with
    the severity that the older rule gives it. A rule without `since` is none of our releases' and stays as it is.

    Raises:
        InvalidVersion: `version`, or the `since` of a rule, is not a version.
        UnknownVersion: `version` is later than `current`.
    """
    release = parse_version(version)
    present = _release_of(current)
    if release > present:
        raise UnknownVersion(release, present)
    catalogue = {rule.id: rule for rule in rules}
    added = {rule.id: parse_version(rule.since) for rule in catalogue.values() if rule.since}
    newer = {rule_id: since for rule_id, since in added.items() if since > release}
    before = list(findings)
    after = [_as_of(finding, catalogue, newer=newer, release=release) for finding in before]
    return after, _notices(zip(before, after, strict=True), newer=newer, span=f"from {release} to {present}")


def _release_of(text: str) -> Version:
    """Return the release that a version of our own leads up to or follows (`0.3.0.dev2`, `0.3.0+local`)."""
    match = _RELEASE.match(text)
    return parse_version(match[0] if match else text)


def _as_of(
    finding: Finding, catalogue: Mapping[str, Rule], *, newer: Mapping[str, Version], release: Version
) -> Finding:
    seen_by = dict.fromkeys((finding.rule, *(witness.rule for witness in finding.witnesses)))
    new_to_it = [newer[rule] for rule in seen_by if rule in newer]
    if not new_to_it:
        return finding
    if len(new_to_it) == len(seen_by):
        note = f"new in {min(new_to_it)}, reported as preview because of --as-of {release}"
        return replace(finding, status=Status.PREVIEW, gates=False, gate_note=note)
    then = _severity_then([catalogue[rule] for rule in seen_by if rule in catalogue and rule not in newer])
    if then is None or then.rank >= finding.severity.rank:
        return finding
    note = f"{finding.severity} by a rule of {min(new_to_it)}, {then} because of --as-of {release}"
    return replace(finding, severity=then, gate_note=note)


def _severity_then(rules: Iterable[Rule]) -> Severity | None:
    return max((rule.severity for rule in rules), key=lambda severity: severity.rank, default=None)


def _notices(pairs: Iterable[tuple[Finding, Finding]], *, newer: Mapping[str, Version], span: str) -> list[Notice]:
    brought: Counter[str] = Counter()
    lowered = 0
    for before, after in pairs:
        if before.severity is not after.severity:
            lowered += 1
        elif before is not after:
            brought[before.rule] += 1
    said = []
    if brought:
        counts = ", ".join(f"{brought[rule]} of {rule} (new in {newer[rule]})" for rule in sorted(brought))
        said.append(f"brings {_findings(brought.total())} as preview: {counts}")
    if lowered:
        said.append(f"rates {_findings(lowered)} higher than is done here")
    return [Notice(code="as-of", message=f"The upgrade {span} {' and '.join(said)}.")] if said else []


def _findings(number: int) -> str:
    return "1 finding" if number == 1 else f"{number:,} findings"
