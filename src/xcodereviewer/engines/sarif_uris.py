"""Which file of a tree an address in a SARIF log means."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from xcodereviewer.engines.sarif_log import Artifact, ArtifactLocation, BaseLocation

__all__ = ["ImportedFile", "Uris"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")  # two characters at least: `C:` is a drive
_DRIVE = re.compile(r"/?([A-Za-z]):[/\\]")
_ROOTS = frozenset({"%SRCROOT%", "SRCROOT", "ROOTPATH", "PROJECTROOT", "REPOROOT", "REPO_ROOT", "ROOT", "BASEPATH"})
_MOST_BASES = 8  # a base may stand on another


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """A file as a log names it.

    `path` is relative to the root of what the tool looked at, as far as the log says where that is; `absolute` is the
    place on the machine that the tool ran on. Either may be empty; both are, when the log names no file.
    """

    path: str = ""
    absolute: str = ""
    given: str = ""  # as it stands in the log, for messages


class Uris:
    """The addresses of one run."""

    def __init__(self, bases: Mapping[str, BaseLocation] | None, artifacts: Sequence[Artifact] | None) -> None:
        self._bases = bases or {}
        self._artifacts = artifacts or ()
        self._known: dict[tuple[str, str], ImportedFile] = {}

    def file(self, location: ArtifactLocation | None) -> ImportedFile:
        """Return the file that `location` means."""
        if location is None:
            return ImportedFile()
        index = location.index
        if location.uri is None and index is not None and 0 <= index < len(self._artifacts):
            location = self._artifacts[index].location or location
        if not location.uri:
            return ImportedFile()
        key = (location.uri, location.uri_base_id or "")
        if key not in self._known:
            self._known[key] = self._resolve(*key)
        return self._known[key]

    def _resolve(self, uri: str, base: str) -> ImportedFile:
        path, is_absolute = _path_of(uri)
        if path is None:
            return ImportedFile(given=uri)
        if is_absolute:
            return ImportedFile(path=self._below_root(path), absolute=path, given=uri)
        seen = 0
        while base and base not in _ROOTS and seen < _MOST_BASES:
            known = self._bases.get(base)
            if known is None or not known.uri:
                break
            prefix, is_absolute = _path_of(known.uri)
            if prefix is None:
                break
            path = _joined(prefix, path)
            if is_absolute:
                return ImportedFile(path=self._below_root(path), absolute=path, given=uri)
            base, seen = known.uri_base_id or "", seen + 1
        return ImportedFile(path=_normal(path), given=uri)

    def _below_root(self, absolute: str) -> str:
        """Return the path below the root that the run names; empty when it names none above this file."""
        for name in _ROOTS & self._bases.keys():
            root, is_absolute = _path_of(self._bases[name].uri or "")
            if root and is_absolute and absolute.startswith(root.rstrip("/") + "/"):
                return _normal(absolute[len(root.rstrip("/")) :])
        return ""


def _path_of(uri: str) -> tuple[str | None, bool]:
    """Return the path in a URI (None when it is of no file) and whether it is absolute."""
    drive = _DRIVE.match(uri)
    scheme = None if drive else _SCHEME.match(uri)
    if scheme is not None and scheme[1].lower() != "file":
        return None, False
    rest = uri[scheme.end() :] if scheme else uri
    if rest.startswith("//"):  # file://host/path: what host it was does not matter here
        rest = "/" + rest[2:].partition("/")[2]
    path = unquote_to_bytes(rest.replace("\\", "/")).decode("utf-8", "backslashreplace")
    if drive or _DRIVE.match(path):
        return path.lstrip("/"), True
    return path, path.startswith("/")


def _joined(base: str, path: str) -> str:
    return f"{base.rstrip('/')}/{path}" if base else path


def _normal(path: str) -> str:
    """Return the path without `.` and empty parts; empty when it leads out of the tree."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
