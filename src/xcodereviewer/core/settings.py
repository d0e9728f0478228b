"""Everything that can be configured, once: its names, types, defaults and what it is for.

The same names stand in `.xcr.toml`, in `[tool.xcr]` of `pyproject.toml`, after `XCR_` in the environment and after `--`
on the command line.
"""

from typing import Annotated, Literal, cast

import msgspec
from msgspec import Meta

from xcodereviewer.domain.levels import Severity

__all__ = ["SCHEMA_ID", "Settings", "setting_descriptions", "setting_examples", "settings_schema"]

SCHEMA_ID = "urn:xcodereviewer:configuration:1"

Share = Annotated[float, Meta(ge=0, le=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Foreign = Literal["nosec", "nosemgrep", "noqa", "NOSONAR", "allowlist"]
RuleSet = Literal["all", "security", "quality", "performance"]


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, rename="kebab"):
    """The settings of a review; each attribute is a key, in kebab case."""

    include: Annotated[tuple[str, ...], Meta(description="Globs of the files to review; all when empty.")] = ()
    exclude: Annotated[tuple[str, ...], Meta(description="Globs of the files to leave out.")] = ()
    max_file_bytes: Annotated[int, Meta(ge=1, description="Larger files are left out.")] = 2_000_000
    use_ignore_files: Annotated[
        bool, Meta(description="Whether .gitignore, .xcrignore and .semgrepignore leave files out.")
    ] = True
    force_exclude: Annotated[
        bool,
        Meta(description="Whether what is excluded, ignored or vendored stays left out when it is named."),
    ] = False
    rule_set: Annotated[RuleSet, Meta(description="Which rules: `quality` is bug, maintainability and style.")] = "all"
    rules: Annotated[tuple[str, ...], Meta(description="Folders of rules of your own, beside the built-in ones.")] = ()
    models: Annotated[
        tuple[str, ...], Meta(description="Folders of library models of your own, beside the built-in ones.")
    ] = ()
    only: Annotated[tuple[str, ...], Meta(description="Rule ids (globs) to use; all of the set when empty.")] = ()
    disable: Annotated[tuple[str, ...], Meta(description="Rule ids (globs) not to use.")] = ()
    severities: Annotated[
        dict[str, Severity], Meta(description="Severities by rule id, instead of the rules' own.")
    ] = {}
    engines: Annotated[tuple[str, ...], Meta(description="Engines to run; all that are installed when empty.")] = ()
    fail_on: Annotated[
        Severity | None,
        Meta(description="The severity from which on a finding fails the gate; none without it.", examples=["high"]),
    ] = None
    new_only: Annotated[
        bool, Meta(description="Whether the gate is for new findings and says so without a baseline.")
    ] = False
    min_coverage: Annotated[
        Share | None,
        Meta(
            description="Share of the intended work that must be done, 0 to 1; without it, nothing may fail.",
            examples=[0.95],
        ),
    ] = None
    min_score: Annotated[
        Percent | None, Meta(description="The quality score below which the gate fails, 0 to 100.", examples=[70])
    ] = None
    max_findings: Annotated[int, Meta(ge=0, description="Findings at or above `fail-on` that are let through.")] = 0
    baseline: Annotated[str, Meta(description="The baseline file; its findings do not gate.")] = ""
    as_of: Annotated[str, Meta(description="An earlier release whose rules gate; newer rules are previews.")] = ""
    honour: Annotated[
        tuple[Foreign, ...],
        Meta(description="Other tools' suppression comments that count: nosec, nosemgrep, noqa, NOSONAR, allowlist."),
    ] = ("nosec", "nosemgrep", "noqa", "NOSONAR", "allowlist")
    strict_suppressions: Annotated[
        bool, Meta(description="Whether a suppression must name its rule and its reason.")
    ] = False
    jobs: Annotated[int, Meta(ge=0, description="Worker processes; 0 is one for each processor.")] = 0
    file_seconds: Annotated[int, Meta(ge=1, description="Processor time that one file may cost one engine.")] = 20
    file_megabytes: Annotated[int, Meta(ge=256, description="Memory that one file may cost one engine.")] = 4096
    cache: Annotated[bool, Meta(description="Whether results are kept and used again.")] = True
    cache_megabytes: Annotated[int, Meta(ge=1, description="What the cache may hold.")] = 512
    locale: Annotated[
        Literal["auto", "en", "zh"],
        Meta(description="The language of the reports that people read; `auto` follows LANG."),
    ] = "auto"


def settings_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of `.xcr.toml`, for editors."""
    _, components = msgspec.json.schema_components([Settings])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **components["Settings"],
        "title": "XCodeReviewer configuration",
        "$defs": {name: part for name, part in components.items() if name != "Settings"},
    }


def setting_descriptions() -> dict[str, str]:
    """Return what each key is for, in the order of the settings."""
    properties = cast("dict[str, dict[str, str]]", settings_schema()["properties"])
    return {name: properties[name]["description"] for name in Settings.__struct_encode_fields__}


def setting_examples() -> dict[str, object]:
    """Return a value for each key: its default, or an example where it has none."""
    properties = cast("dict[str, dict[str, list[object]]]", settings_schema()["properties"])
    defaults = msgspec.to_builtins(Settings())
    return {name: properties[name]["examples"][0] if default is None else default for name, default in defaults.items()}
