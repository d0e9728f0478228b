"""SARIF 2.1.0, as the standard writes it and GitHub reads it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TextIO
from urllib.parse import quote

from xcodereviewer.domain.review import Gate, GateResult, Review
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.json_stream import Items, Members, write_json
from xcodereviewer.reports.sarif_notifications import descriptors, notifications
from xcodereviewer.reports.sarif_results import Rules, results, worst
from xcodereviewer.reports.sarif_rules import descriptor

__all__ = ["write"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MOST_RESULTS = 25_000  # GitHub refuses a run with more
_VERDICTS = {
    GateResult.PASSED: (0, "The gate passed"),
    GateResult.UNSET: (0, "No gate is set"),
    GateResult.FAILED: (1, "The gate failed"),
    GateResult.INSUFFICIENT: (2, "Too little could be reviewed"),
    GateResult.NOTHING: (3, "There was nothing to review"),
}
_INTERRUPTED = (130, "The review was interrupted")
_SEMANTIC_VERSION = re.compile(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?")
_SCP_ADDRESS = re.compile(r"(?:[\w.-]+@)?[\w.-]+:(?!//)[^\s]+")


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:  # noqa: ARG001 - one signature for all formats
    """Write one run; suppressed and baselined findings are marked, never left out, so that none reads as fixed.

    Of more than 25,000 findings the most severe are written, and a notification says how many are not.

    Raises:
        OSError: `out` cannot take it.
    """
    log = (("$schema", _SCHEMA), ("version", "2.1.0"), ("runs", Items(of=(Members(of=_run(review)),))))
    write_json(out, Members(of=log))
    out.write("\n")


def _run(review: Review) -> Iterator[tuple[str, object]]:
    left_out = max(0, len(review.findings) - _MOST_RESULTS)
    yield "tool", Members(of=(("driver", Members(of=_driver(review))),))
    yield "invocations", Items(of=(Members(of=_invocation(review, left_out)),))
    # The part after the slash names the run, the part before it what GitHub compares runs by.
    yield "automationDetails", {"id": f"xcodereviewer/{_utc(review.started_at):%Y%m%dT%H%M%SZ}"}
    repository = _repository_uri(review)
    if repository and review.target.revision:
        mapped = {"uriBaseId": "%SRCROOT%"}
        provenance = {"repositoryUri": repository, "revisionId": review.target.revision, "mappedTo": mapped}
        yield "versionControlProvenance", [provenance]
    yield "originalUriBaseIds", {"%SRCROOT%": {"description": {"text": "The root of the reviewed tree."}}}
    yield "columnKind", "unicodeCodePoints"
    yield "taxonomies", [_taxonomy(review)]
    yield "properties", {"target": review.target, "gate": review.gate.result, "score": review.score}
    rules = Rules(
        known={rule.id: rule for rule in review.rules},
        index={rule.id: number for number, rule in enumerate(review.rules)},
    )
    has_baseline = any(finding.baseline for finding in review.findings)
    yield "results", Items(of=results(worst(review.findings, _MOST_RESULTS), rules, has_baseline=has_baseline))


def _driver(review: Review) -> Iterator[tuple[str, object]]:
    yield "name", "XCodeReviewer"
    yield "version", review.tool_version
    if _SEMANTIC_VERSION.fullmatch(review.tool_version):
        yield "semanticVersion", review.tool_version
    yield "supportedTaxonomies", [{"name": "CWE", "index": 0}]
    yield "notifications", list(descriptors(review))
    yield "rules", Items(of=map(descriptor, review.rules))


def _invocation(review: Review, left_out: int) -> Iterator[tuple[str, object]]:
    code, verdict = _INTERRUPTED if review.is_partial else _VERDICTS[review.gate.result]
    started = _utc(review.started_at)
    yield "executionSuccessful", not review.is_partial and review.gate.result is not GateResult.INSUFFICIENT
    yield "exitCode", code
    yield "exitCodeDescription", _sentence(verdict, review.gate)
    yield "startTimeUtc", started
    yield "endTimeUtc", started + timedelta(seconds=review.duration_s)
    yield "toolExecutionNotifications", Items(of=notifications(review, left_out=left_out))


def _sentence(verdict: str, gate: Gate) -> str:
    return f"{verdict}: {' '.join(gate.reasons)}" if gate.reasons else f"{verdict}."


def _taxonomy(review: Review) -> dict[str, object]:
    weaknesses = {number for rule in review.rules for number in rule.cwe}
    weaknesses.update(number for finding in review.findings for number in finding.cwe)
    return {
        "name": "CWE",
        "organization": "MITRE",
        "shortDescription": {"text": "The MITRE Common Weakness Enumeration"},
        "informationUri": "https://cwe.mitre.org/",
        "taxa": [
            {"id": str(number), "helpUri": f"https://cwe.mitre.org/data/definitions/{number}.html"}
            for number in sorted(weaknesses)
        ],
    }


def _repository_uri(review: Review) -> str:
    """Return the address of the repository as a URI; empty when the target is named by a place on the host."""
    name = review.target.name
    if name.startswith(("https://", "http://", "ssh://", "git://")):
        return quote(name, safe=":/?#[]@!$&'()*+,;=%~")
    if review.target.kind == "git" and _SCP_ADDRESS.fullmatch(name):
        return "ssh://" + quote(name.replace(":", "/", 1), safe="/@~")
    return ""


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
