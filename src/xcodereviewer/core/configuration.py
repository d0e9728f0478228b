"""Settings from their layers: defaults, organisation, repository, environment, command line; the later one wins.

A layer replaces a value whole: a list of the command line is not added to the repository's.
"""

import math
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.core.settings import Settings, settings_schema

__all__ = [
    "COMMAND_LINE",
    "OWN_FILE",
    "PYPROJECT",
    "Configuration",
    "Layer",
    "configuration_of",
    "environment_layer",
    "file_layer",
    "pairs_of",
    "parse_layer",
    "repository_file",
    "share_of",
]

COMMAND_LINE = "command line"  # as an origin
OWN_FILE, PYPROJECT = ".xcr.toml", "pyproject.toml"
ENVIRONMENT_PREFIX = "XCR_"
_KEYS = Settings.__struct_encode_fields__
_FIELDS = MappingProxyType(dict(zip(_KEYS, Settings.__struct_fields__, strict=True)))
_LISTS = frozenset(key for key in _KEYS if isinstance(getattr(Settings(), _FIELDS[key]), tuple))
_TABLES = frozenset(key for key in _KEYS if isinstance(getattr(Settings(), _FIELDS[key]), dict))


class UnreadableConfiguration(InputError):
    """A configuration file that is not TOML."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin} is not valid TOML: {reason}. Mend it, or review with --no-config.")


class UnknownSetting(InputError):
    """A key that is no setting."""

    def __init__(self, origin: str, key: str) -> None:
        import difflib  # as `tomllib` below, a review rarely needs it

        near = difflib.get_close_matches(key.removeprefix(ENVIRONMENT_PREFIX).lower().replace("_", "-"), _KEYS, n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`xcr config show` lists them all."
        super().__init__(f"{origin}: there is no setting `{key}`; {hint}")


class InvalidSetting(InputError):
    """A value that a setting cannot have."""

    def __init__(self, origin: str, key: str, reason: str) -> None:
        super().__init__(f"{origin}: `{key}` is not right: {reason}{'' if reason.endswith('?') else '.'}")


class ConfigurationMissing(NotFound):
    """A configuration file that was named and is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no configuration file {path}. Check the name, or leave --config out.")


class _Kind(msgspec.Struct, frozen=True):
    """What a JSON Schema says of a value, as far as it is asked here."""

    enum: tuple[str | None, ...] = ()
    ref: str = msgspec.field(default="", name="$ref")
    any_of: tuple["_Kind", ...] = msgspec.field(default=(), name="anyOf")
    items: "_Kind | None" = None
    values: "_Kind | None" = msgspec.field(default=None, name="additionalProperties")


class _Schema(msgspec.Struct, frozen=True):
    properties: dict[str, _Kind]
    defs: dict[str, _Kind] = msgspec.field(name="$defs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Some settings (JSON-like values by key), and the words for where they stand."""

    origin: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings that hold, and the origin of each by its key."""

    settings: Settings
    origins: Mapping[str, str]


def configuration_of(layers: Iterable[Layer]) -> Configuration:
    """Put layers on top of each other, the strongest last.

    Raises:
        UnknownSetting: a layer has a key that is no setting.
        InvalidSetting: a value is not one that its setting can have.
    """
    merged: dict[str, object] = {}
    origins = dict.fromkeys(_KEYS, "default")
    for layer in layers:
        for key, value in layer.values.items():
            _check(layer.origin, key, value)
            merged[key] = value
            origins[key] = layer.origin
    return Configuration(settings=msgspec.convert(merged, Settings), origins=origins)


def _content(path: Path) -> bytes | None:
    """Return what a file holds, nothing when it cannot be read; None when there is no file."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return b""


def repository_file(
    folder: Path, *, top: Path | None = None, read: Callable[[Path], bytes | None] = _content
) -> Path | None:
    """Return the file that configures the tree at `folder`: the nearest from there up to `top`, else only there.

    `read` gives the content of a file, None when there is none: those on disk, or those of another time. A
    `pyproject.toml` counts when it has a table for us; parsing it is left for later, many have none.
    """
    for place in (folder, *folder.parents):
        for name in (OWN_FILE, PYPROJECT):
            content = read(place / name)
            if content is not None and (name == OWN_FILE or b"tool.xcr" in content):
                return place / name
        if top is None or place == top:
            return None
    return None


def file_layer(path: Path, *, origin: str) -> Layer:
    """Read the layer of a file.

    Raises:
        ConfigurationMissing: it is not there, or cannot be read.
        UnreadableConfiguration: it is not TOML.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigurationMissing(path) from error
    return parse_layer(data, path=path, origin=origin)


def parse_layer(data: bytes, *, path: Path, origin: str) -> Layer:
    """Read the layer that `data`, the content of the file `path`, holds: all of it, or `[tool.xcr]`.

    Files and folders that it names are relative to its own folder.

    Raises:
        UnreadableConfiguration: it is not TOML.
    """
    import tomllib

    try:
        content: object = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableConfiguration(origin, str(error).rstrip(".")) from error
    if path.name == PYPROJECT:
        for key in ("tool", "xcr"):
            content = content.get(key, {}) if isinstance(content, dict) else {}
    values = content if isinstance(content, dict) else {}
    return Layer(origin=origin, values={key: _anchored(key, value, path.parent) for key, value in values.items()})


def environment_layer(environ: Mapping[str, str] = os.environ) -> Layer:
    """Read the settings that stand in the environment: `XCR_FAIL_ON=high`; lists are separated by commas.

    A variable that begins so and is no setting is passed over, unless it looks like a slip of the pen.

    Raises:
        UnknownSetting: a variable is nearly the name of a setting.
        InvalidSetting: a value is not one that its setting can have.
    """
    values: dict[str, object] = {}
    for name in environ:
        _check_variable(name)
    for key, field in _FIELDS.items():
        text = environ.get(ENVIRONMENT_PREFIX + field.upper())
        if text is not None:
            values[key] = _from_text(key, text)
    return Layer(origin="environment", values=values)


def _check_variable(name: str) -> None:
    key = name.removeprefix(ENVIRONMENT_PREFIX).lower().replace("_", "-")
    if not name.startswith(ENVIRONMENT_PREFIX) or key in _FIELDS:
        return
    import difflib

    if difflib.get_close_matches(key, _KEYS, cutoff=0.8):
        raise UnknownSetting("environment", name)


def _anchored(key: str, value: object, folder: Path) -> object:
    """Return a path as it is to be read from here; anything else, and what is no path at all, as it is."""
    match key, value:
        case "baseline", str(path) if path:
            return os.fspath(folder / path)
        case "rules" | "models", list(paths):
            return [os.fspath(folder / path) if isinstance(path, str) else path for path in paths]
        case _:
            return value


def share_of(text: str) -> float:
    """Return the share, 0 to 1, that `0.9` or `90%` stands for.

    Raises:
        ValueError: it stands for none; the message says what to write.
    """
    number = text.strip().removesuffix("%").rstrip()
    try:
        share = float(number) / (100 if number != text.strip() else 1)
    except ValueError:
        share = math.nan
    if 0 <= share <= 1:
        return share
    if 1 < share <= 100 and number == text.strip():
        raise ValueError(f"{text} is more than the whole; write {share / 100:g} or {number}%")
    raise ValueError(f"{text} is no share; write a number from 0 to 1, or a percentage such as 90%")


def pairs_of(texts: Iterable[str]) -> dict[str, str]:
    """Return a table from `KEY=VALUE` texts; one without `=` has an empty value."""
    return {key.strip(): value.strip() for key, _, value in (text.partition("=") for text in texts)}


def _from_text(key: str, text: str) -> object:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if key in _LISTS:
        return parts
    if key in _TABLES:
        return pairs_of(parts)
    if key == "min-coverage":
        return _share(text)
    try:
        return getattr(msgspec.convert({key: text}, Settings, strict=False), _FIELDS[key])
    except msgspec.ValidationError as error:
        raise InvalidSetting(
            "environment", ENVIRONMENT_PREFIX + _FIELDS[key].upper(), _reason(key, text, error)
        ) from error


def _share(text: str) -> float:
    try:
        return share_of(text)
    except ValueError as error:
        raise InvalidSetting("environment", "XCR_MIN_COVERAGE", str(error)) from error


def _check(origin: str, key: str, value: object) -> None:
    if key not in _FIELDS:
        raise UnknownSetting(origin, key)
    try:
        msgspec.convert({key: value}, Settings)
    except msgspec.ValidationError as error:
        raise InvalidSetting(origin, key, _reason(key, value, error)) from error


def _reason(key: str, value: object, error: msgspec.ValidationError) -> str:
    choices = _choices(key)
    said = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else [value]
    wrong = [one for one in said if isinstance(one, str) and one not in choices]
    if choices and wrong:
        import difflib

        near = difflib.get_close_matches(wrong[0], choices, n=1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        return f"{wrong[0]!r} is none of {', '.join(choices)}{hint}"
    if key == "min-coverage" and isinstance(value, int | float) and 1 < value <= 100:
        return f"{value:g} is more than the whole; write {value / 100:g}"
    return str(error).partition(" - at ")[0].replace("`", "").lower()


def _choices(key: str) -> Sequence[str]:
    """Return the words that a setting may be, when it is one of a closed set."""
    schema = msgspec.convert(settings_schema(), _Schema)
    kind = schema.properties[key]
    inner = [part for part in (kind.items, kind.values) if part is not None]
    for candidate in (kind, *kind.any_of, *inner):
        if candidate.enum:
            return [word for word in candidate.enum if word is not None]
        if candidate.ref:
            return [word for word in schema.defs[candidate.ref.rpartition("/")[2]].enum if word is not None]
    return ()
