"""The whole review as JSON, by the schema in `schema/review-1.json`, and back again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import UTC
from typing import TextIO

import msgspec

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.coverage import Coverage
from xcodereviewer.domain.finding import Finding
from xcodereviewer.domain.review import Gate, Review
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.json_stream import Items, Members, write_json
from xcodereviewer.reports.tally import tally

__all__ = ["SCHEMA_VERSION", "OtherSchemaVersion", "UnreadableReview", "read_review", "write"]

SCHEMA_VERSION = "1.0"

_OURS = re.compile(r"1\.\d+")


class UnreadableReview(InputError):
    """What was given is no JSON report, or not a whole one."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"This is not a whole JSON report ({reason}). Write one with `xcr review --output json=FILE`.")


class OtherSchemaVersion(InputError):
    """A JSON report of a release that writes another schema."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"This JSON report has schema version {version[:20]!r}; this release reads {SCHEMA_VERSION}. "
            "Review again with this release, or read the report with the release that wrote it."
        )


class _Head(msgspec.Struct):
    schema_version: str


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:  # noqa: ARG001 - one signature for all formats
    """Write everything that `review` holds; paths are those of the tree, times are UTC.

    Raises:
        OSError: `out` cannot take it.
    """
    write_json(out, Members(of=_members(review)))
    out.write("\n")


def read_review(data: bytes) -> Review:
    """Return the review that `write` wrote.

    Members that this release does not know are passed over, so a report of a later 1.x can be read.

    Raises:
        InputError: it is no JSON report, is not whole, or has another schema version.
    """
    try:
        version = msgspec.json.decode(data, type=_Head).schema_version
        if not _OURS.fullmatch(version):
            raise OtherSchemaVersion(version)
        review = msgspec.json.decode(data, type=Review)
    except msgspec.DecodeError as error:
        raise UnreadableReview(str(error)) from error
    except RecursionError as error:
        raise UnreadableReview("it is nested too deeply") from error
    if review.started_at.tzinfo is None:
        raise UnreadableReview("`started_at` has no time zone")
    return replace(review, started_at=review.started_at.astimezone(UTC))


def _members(review: Review) -> Iterator[tuple[str, object]]:
    """Yield what is short first, so that the head of a large report already says how the review went."""
    yield "schema_version", SCHEMA_VERSION
    yield "tool_version", review.tool_version
    yield "target", review.target
    yield "started_at", review.started_at.astimezone(UTC)
    yield "duration_s", review.duration_s
    yield "is_partial", review.is_partial
    yield "gate", Members(of=_parts(review.gate))
    yield "score", review.score
    yield "summary", _summary(review)
    yield "notices", Items(of=review.notices)
    yield "findings", Items(of=_findings(review.findings))
    yield "rules", Items(of=review.rules)
    yield "coverage", Members(of=_parts(review.coverage))


def _findings(findings: Iterable[Finding]) -> Iterator[dict[str, object]]:
    for finding in findings:
        yield {"is_open": finding.is_open, **{field.name: getattr(finding, field.name) for field in fields(finding)}}


def _parts(record: Coverage | Gate) -> Iterator[tuple[str, object]]:
    """Yield the fields of a record whose tuples may be as long as the review is large."""
    for field in fields(record):
        value = getattr(record, field.name)
        yield field.name, Items(of=value) if isinstance(value, tuple) else value


def _summary(review: Review) -> dict[str, object]:
    """Return what can be counted from the rest, for readers that only want the numbers."""
    counts = tally(review.findings)
    return {
        "findings": len(review.findings),
        "open": counts.open,
        "open_by_severity": counts.by_severity,
        "new": counts.new,
        "suppressed": counts.suppressed,
        "in_baseline": counts.known,
        "gone": counts.gone,
        "files": len(review.coverage.files),
        "lines": review.coverage.lines,
        "coverage": review.coverage.ratio,
        "failures": review.coverage.failures,
    }
