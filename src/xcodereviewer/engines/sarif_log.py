"""The form of a SARIF 2.1.0 log, as far as an import reads it.

What other tools write keeps to the standard more or less: every member may be missing or null, and what an import does
not need is not looked at. A number below zero is the standard's way to say that there is none.
"""

import msgspec

__all__ = [
    "ArtifactLocation",
    "BaseLocation",
    "Component",
    "Descriptor",
    "Driver",
    "Invocation",
    "Location",
    "Log",
    "Message",
    "Notification",
    "Region",
    "Result",
    "Run",
    "Suppression",
    "ThreadFlowLocation",
]


class _Object(msgspec.Struct, frozen=True, rename="camel"):
    """An object of the format; members that are not named here are passed over."""


class Message(_Object, frozen=True):
    """A text, or the name of one among its rule's, with what to put into its places."""

    text: str | None = None
    markdown: str | None = None
    id: str | None = None
    arguments: list[str] | None = None


class ArtifactLocation(_Object, frozen=True):
    """A file: by address, or by its number among the run's artifacts."""

    uri: str | None = None
    uri_base_id: str | None = None
    index: int | None = None


class BaseLocation(ArtifactLocation, frozen=True):
    """What a `uriBaseId` stands for."""


class Region(_Object, frozen=True):
    """A stretch of a file, by lines and columns or by offsets."""

    start_line: int | None = None
    start_column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    char_offset: int | None = None
    char_length: int | None = None
    byte_offset: int | None = None
    byte_length: int | None = None


class PhysicalLocation(_Object, frozen=True):
    """A file and a stretch of it."""

    artifact_location: ArtifactLocation | None = None
    region: Region | None = None


class Location(_Object, frozen=True):
    """A place, and what it has to do with the result."""

    physical_location: PhysicalLocation | None = None
    message: Message | None = None


class ThreadFlowLocation(_Object, frozen=True):
    """A stop of a path: itself, or its number among the run's."""

    location: Location | None = None
    index: int | None = None


class ThreadFlow(_Object, frozen=True):
    """A path within one thread."""

    locations: list[ThreadFlowLocation] | None = None


class CodeFlow(_Object, frozen=True):
    """A path from source to sink."""

    thread_flows: list[ThreadFlow] | None = None


class Suppression(_Object, frozen=True):
    """Why a result does not count, and whether that was accepted."""

    kind: str | None = None
    status: str | None = None
    state: str | None = None  # its name in drafts of the standard
    justification: str | None = None


class ComponentReference(_Object, frozen=True):
    """A tool component: the driver or one of its extensions."""

    name: str | None = None
    index: int | None = None
    guid: str | None = None


class DescriptorReference(_Object, frozen=True):
    """A rule or weakness, named from elsewhere."""

    id: str | None = None
    index: int | None = None
    tool_component: ComponentReference | None = None


class Relationship(_Object, frozen=True):
    """What a rule has to do with a weakness."""

    target: DescriptorReference | None = None


class Configuration(_Object, frozen=True):
    """How bad a rule's results are."""

    level: str | None = None


class Descriptor(_Object, frozen=True):
    """What a rule says of itself."""

    id: str | None = None
    guid: str | None = None
    name: str | None = None
    short_description: Message | None = None
    full_description: Message | None = None
    help: Message | None = None
    help_uri: str | None = None
    message_strings: dict[str, Message] | None = None
    default_configuration: Configuration | None = None
    relationships: list[Relationship] | None = None
    properties: dict[str, object] | None = None


class Component(_Object, frozen=True):
    """A tool's extension, with rules of its own."""

    name: str | None = None
    guid: str | None = None
    rules: list[Descriptor] | None = None


class Driver(Component, frozen=True):
    """The tool itself."""

    version: str | None = None
    semantic_version: str | None = None


class Tool(_Object, frozen=True):
    """The driver and its extensions."""

    driver: Driver | None = None
    extensions: list[Component] | None = None


class Notification(_Object, frozen=True):
    """Something about the run itself."""

    level: str | None = None
    message: Message | None = None


class Invocation(_Object, frozen=True):
    """How the run went."""

    execution_successful: bool | None = None
    tool_execution_notifications: list[Notification] | None = None


class Artifact(_Object, frozen=True):
    """A file that the run knows."""

    location: ArtifactLocation | None = None


class Result(_Object, frozen=True):
    """One thing that was found."""

    rule_id: str | None = None
    rule_index: int | None = None
    rule: DescriptorReference | None = None
    kind: str | None = None
    level: str | None = None
    message: Message | None = None
    locations: list[Location] | None = None
    related_locations: list[Location] | None = None
    code_flows: list[CodeFlow] | None = None
    suppressions: list[Suppression] | None = None
    fingerprints: dict[str, str] | None = None
    baseline_state: str | None = None
    rank: float | None = None
    taxa: list[DescriptorReference] | None = None
    properties: dict[str, object] | None = None


class Run(_Object, frozen=True):
    """One run of one tool."""

    tool: Tool
    results: list[Result] | None = None
    artifacts: list[Artifact] | None = None
    invocations: list[Invocation] | None = None
    original_uri_base_ids: dict[str, BaseLocation] | None = None
    thread_flow_locations: list[ThreadFlowLocation] | None = None
    taxonomies: list[Component] | None = None
    column_kind: str | None = None
    external_property_file_references: dict[str, object] | None = None


class Log(_Object, frozen=True):
    """The whole file."""

    version: str | None = None
    runs: list[Run] | None = None
