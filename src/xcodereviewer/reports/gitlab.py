"""GitLab Code Quality: a JSON array that a merge request compares with its target branch's."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import TextIO

from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.levels import Severity
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.json_stream import Items, write_json
from xcodereviewer.reports.tally import headline
from xcodereviewer.reports.terminal_text import visible

__all__ = ["write"]

_SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:  # noqa: ARG001 - one signature for all formats
    """Write the open findings; the format has no state, so what is suppressed or in the baseline is left out.

    Raises:
        OSError: `out` cannot take it.
    """
    write_json(out, Items(of=_issues(review, language)))
    out.write("\n")


def _issues(review: Review, language: Language) -> Iterator[dict[str, object]]:
    rules = {rule.id: rule for rule in review.rules}
    seen: Counter[str] = Counter()
    for finding in review.findings:
        if finding.is_open:
            identity = finding.fingerprint or _fallback_identity(finding)
            seen[identity] += 1
            said = " ".join(filter(None, headline(finding, rules.get(finding.rule), language)))
            yield _issue(finding, said, identity=identity, occurrence=seen[identity])


def _issue(finding: Finding, said: str, *, identity: str, occurrence: int) -> dict[str, object]:
    """Return one item; GitLab shows only one of several with the same fingerprint, so each occurrence has its own."""
    span = finding.location.span
    return {
        "description": visible(said),
        "check_name": finding.rule,
        "fingerprint": identity if occurrence == 1 else f"{identity}-{occurrence}",
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.location.path,
            "lines": {"begin": span.start_line, "end": span.end_line},
        },
    }


def _fallback_identity(finding: Finding) -> str:
    facts = "\0".join((finding.rule, finding.location.path, finding.place, finding.message))
    return sha256(facts.encode()).hexdigest()[:32]
