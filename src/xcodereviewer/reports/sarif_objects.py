"""The objects of SARIF 2.1.0 that our reports hold, and the places they name."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import msgspec

from xcodereviewer.domain.location import Location, Span

__all__ = [
    "ArtifactChange",
    "ArtifactLocation",
    "CodeFlow",
    "Configuration",
    "Descriptor",
    "DescriptorReference",
    "Fix",
    "Help",
    "Notification",
    "PhysicalLocation",
    "Place",
    "Region",
    "Relationship",
    "Replacement",
    "Result",
    "Suppression",
    "Text",
    "ThreadFlow",
    "ThreadFlowLocation",
    "ToolReference",
    "artifact",
    "line_place",
    "literal",
    "place",
    "region",
    "uri",
]

# What may stand in a path of a URI as it is (RFC 3986 §3.3), less the colon, which a first segment must not hold.
_PLAIN = "/!$&'()*+,;=@"
_UNDECODED = re.compile(r"\\x([89A-Fa-f][0-9A-Fa-f])")


class _Object(msgspec.Struct, frozen=True, omit_defaults=True, rename="camel"):
    """An object of the format: members without a default are always written, others only when they say something."""


class Text(_Object, frozen=True, kw_only=True):
    """A `message` or `multiformatMessageString` of plain text."""

    text: str


class Help(_Object, frozen=True, kw_only=True):
    """A text with its markdown form."""

    text: str
    markdown: str


class Region(_Object, frozen=True, kw_only=True):
    """A stretch of a file; lines only, when no column is given."""

    start_line: int
    start_column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    snippet: Text | None = None


class ArtifactLocation(_Object, frozen=True, kw_only=True):
    """A file of the reviewed tree."""

    uri: str
    uri_base_id: str


class PhysicalLocation(_Object, frozen=True, kw_only=True):
    """A file or a region of it; the context is for viewers that do not have the file."""

    artifact_location: ArtifactLocation
    region: Region | None = None
    context_region: Region | None = None


class Place(_Object, frozen=True, kw_only=True):
    """A `location`."""

    id: int | None = None
    physical_location: PhysicalLocation
    message: Text | None = None


class ThreadFlowLocation(_Object, frozen=True, kw_only=True):
    """One stop of a path."""

    location: Place


class ThreadFlow(_Object, frozen=True, kw_only=True):
    """A path within one thread."""

    locations: Sequence[ThreadFlowLocation]


class CodeFlow(_Object, frozen=True, kw_only=True):
    """A path from source to sink."""

    thread_flows: Sequence[ThreadFlow]


class Replacement(_Object, frozen=True, kw_only=True):
    """A changed stretch; an insertion deletes an empty region."""

    deleted_region: Region
    inserted_content: Text


class ArtifactChange(_Object, frozen=True, kw_only=True):
    """The changes of one file."""

    artifact_location: ArtifactLocation
    replacements: Sequence[Replacement]


class Fix(_Object, frozen=True, kw_only=True):
    """A proposed change."""

    description: Text
    artifact_changes: Sequence[ArtifactChange]


class Suppression(_Object, frozen=True, kw_only=True):
    """Why a result does not count, and whether that was accepted."""

    kind: str
    status: str
    justification: str | None = None
    location: Place | None = None
    properties: Mapping[str, object]


class ToolReference(_Object, frozen=True, kw_only=True):
    """A tool component named from elsewhere in the run."""

    name: str
    index: int


class DescriptorReference(_Object, frozen=True, kw_only=True):
    """A rule, notification or weakness named from elsewhere in the run."""

    id: str
    tool_component: ToolReference | None = None


class Relationship(_Object, frozen=True, kw_only=True):
    """How a rule relates to a weakness."""

    target: DescriptorReference
    kinds: Sequence[str]


class Configuration(_Object, frozen=True, kw_only=True):
    """A `reportingConfiguration`."""

    level: str


class Descriptor(_Object, frozen=True, kw_only=True):
    """What a rule, a kind of notification or a weakness says of itself."""

    id: str
    name: str | None = None
    short_description: Text | None = None
    full_description: Text | None = None
    default_configuration: Configuration | None = None
    help_uri: str | None = None
    help: Help | None = None
    relationships: Sequence[Relationship] = ()
    properties: Mapping[str, object] | None = None


class Notification(_Object, frozen=True, kw_only=True):
    """Something about the run itself."""

    level: str
    message: Text
    descriptor: DescriptorReference
    locations: Sequence[Place] = ()


class Result(_Object, frozen=True, kw_only=True):
    """A finding; suppressions are always written, because either all results of a run have them or none (§3.27.23)."""

    rule_id: str
    rule_index: int | None = None
    level: str
    message: Text
    locations: Sequence[Place]
    code_flows: Sequence[CodeFlow] = ()
    related_locations: Sequence[Place] = ()
    fingerprints: Mapping[str, str] | None = None
    partial_fingerprints: Mapping[str, str] | None = None
    suppressions: Sequence[Suppression]
    baseline_state: str | None = None
    fixes: Sequence[Fix] = ()
    taxa: Sequence[DescriptorReference] = ()
    properties: Mapping[str, object]


def uri(path: str) -> str:
    """Return a path of the tree as a relative URI; each `\\xNN` becomes the byte that it stands for."""
    texts_and_bytes = _UNDECODED.split(path)
    texts, undecoded = texts_and_bytes[::2], texts_and_bytes[1::2]
    quoted = [quote(text, safe=_PLAIN) for text in texts]
    return quoted[0] + "".join(f"%{byte.upper()}{text}" for byte, text in zip(undecoded, quoted[1:], strict=True))


def region(span: Span) -> Region:
    """Return a span, whose columns count as SARIF's do with `unicodeCodePoints`."""
    return Region(
        start_line=span.start_line, start_column=span.start_column, end_line=span.end_line, end_column=span.end_column
    )


def place(location: Location, *, message: str = "", snippet: str = "", number: int | None = None) -> Place:
    """Return a location of the tree; the region is the span itself, the snippet's lines stand in the context."""
    span, context = location.span, None
    if snippet:
        context = Region(start_line=span.start_line, end_line=span.end_line, snippet=Text(text=snippet))
    return Place(
        id=number,
        physical_location=PhysicalLocation(
            artifact_location=artifact(location.path), region=region(span), context_region=context
        ),
        message=Text(text=literal(message)) if message else None,
    )


def artifact(path: str) -> ArtifactLocation:
    """Return a file of the tree."""
    return ArtifactLocation(uri=uri(path), uri_base_id="%SRCROOT%")


def line_place(path: str, line: int = 0) -> Place:
    """Return a whole line of a file, or the file itself for line 0."""
    where = Region(start_line=line) if line > 0 else None
    return Place(physical_location=PhysicalLocation(artifact_location=artifact(path), region=where))


def literal(text: str) -> str:
    """Return a text in which nothing reads as a link: `[a](b)` is one in SARIF's plain messages (§3.11.6)."""
    return text.replace("](", "] (")
