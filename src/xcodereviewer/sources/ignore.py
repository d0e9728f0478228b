"""Ignore files, as Git reads them: which entries of a folder they leave out, and which file says so."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xcodereviewer.sources.wildmatch import translate

__all__ = ["IGNORE_FILES", "IgnoreFile", "Ignores", "byte_text", "parse_ignore_file"]

XCR, SEMGREP, GIT = ".xcrignore", ".semgrepignore", ".gitignore"
IGNORE_FILES = (XCR, SEMGREP, GIT)

_GLOB_CHARACTERS = re.compile(r"[*?\[\\]")
_GLOBS_AT_ONCE = 50
_MOST_BYTES = 131_072  # a file that is filled with globs up to here takes 1 ms for each path
_LONGEST_PATTERN = 4096  # PATH_MAX: a longer one names no file


def byte_text(path: str) -> str:
    """Return a path with each of its bytes as one character: Git compares bytes, so `?` is not a whole `é`."""
    return path if path.isascii() else path.encode(errors="surrogateescape").decode("latin-1")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    glob: str
    is_negated: bool
    is_for_folders: bool
    is_anchored: bool


class IgnoreFile:
    """The patterns of one ignore file, for the folder that it stands in.

    `shown` names it in reasons; `depth` is the length of its folder's path, with the slash, below the top.
    """

    __slots__ = ("_for_files", "_for_folders", "_negated", "depth", "shown")

    def __init__(self, patterns: Sequence[_Pattern], *, shown: str, depth: int) -> None:
        self.shown = shown
        self.depth = depth
        numbered = list(enumerate(patterns))
        self._negated = frozenset(number for number, pattern in numbered if pattern.is_negated)
        self._for_folders = _Matcher(numbered)
        self._for_files = _Matcher((number, pattern) for number, pattern in numbered if not pattern.is_for_folders)

    def decides(self, path: str, *, is_folder: bool) -> bool | None:
        """Return whether `path` (as `byte_text`, from the top) is ignored; None when no pattern matches it."""
        last = (self._for_folders if is_folder else self._for_files).last(path[self.depth :] if self.depth else path)
        return None if last < 0 else last not in self._negated


class _Matcher:
    """Patterns of which the last that matches counts; most are plain names or endings and need no expression."""

    __slots__ = ("_endings", "_longest_endings", "_name_globs", "_names", "_path_globs", "_paths")

    def __init__(self, numbered: Iterable[tuple[int, _Pattern]]) -> None:
        self._names: dict[str, int] = {}
        self._paths: dict[str, int] = {}
        self._endings: dict[str, int] = {}
        name_globs: list[tuple[int, str]] = []
        path_globs: list[tuple[int, str]] = []
        for number, pattern in numbered:
            glob = pattern.glob
            if not _GLOB_CHARACTERS.search(glob):
                (self._paths if pattern.is_anchored else self._names)[glob] = number
            elif pattern.is_anchored:
                path_globs.append((number, glob))
            elif glob[0] == "*" and not _GLOB_CHARACTERS.search(glob, 1):
                self._endings[glob[1:]] = number
            else:
                name_globs.append((number, glob))
        self._longest_endings = tuple(self._endings)
        self._name_globs = _Globs(name_globs) if name_globs else None
        self._path_globs = _Globs(path_globs) if path_globs else None

    def last(self, path: str) -> int:
        """Return the number of the last pattern that matches, or -1."""
        name = path[path.rfind("/") + 1 :]
        last = self._names.get(name, -1)
        if self._paths:
            last = max(last, self._paths.get(path, -1))
        if name.endswith(self._longest_endings):
            last = max(last, *(number for ending, number in self._endings.items() if name.endswith(ending)))
        if self._name_globs is not None:
            last = max(last, self._name_globs.last(name))
        if self._path_globs is not None:
            last = max(last, self._path_globs.last(path))
        return last


class _Globs:
    """Globs in a few expressions, compiled when first asked; the last comes first, so that it is what matches."""

    __slots__ = ("_numbers", "_regexes")

    def __init__(self, globs: Iterable[tuple[int, str]]) -> None:
        translated = [(number, _glob_regex(glob)) for number, glob in globs]
        possible = [(number, regex) for number, regex in reversed(translated) if regex is not None]
        self._numbers = [number for number, _ in possible]
        # In groups: matching one of many alternatives takes time that grows faster than their number.
        self._regexes: list[str | re.Pattern[str]] = [
            "|".join(f"({regex})" for _, regex in possible[start : start + _GLOBS_AT_ONCE])
            for start in range(0, len(possible), _GLOBS_AT_ONCE)
        ]

    def last(self, text: str) -> int:
        for place, regex in enumerate(self._regexes):
            if isinstance(regex, str):
                regex = self._regexes[place] = re.compile(regex, re.DOTALL)
            match = regex.match(text)
            if match is not None and match.lastindex:
                return self._numbers[place * _GLOBS_AT_ONCE + match.lastindex - 1]
        return -1


def _glob_regex(glob: str) -> str | None:
    # Git compares what stands before the first wildcard on its own and reads the rest as a glob that begins there:
    # so `foo**/bar` matches foo/x/bar, against its manual.
    first = _GLOB_CHARACTERS.search(glob)
    start = first.start() if first else len(glob)
    rest = translate(glob[start:])
    return None if rest is None else re.escape(glob[:start]) + rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignores:
    """The ignore files that hold in one folder: in each layer its own first, then those of the folders above.

    `attributes` are those made of `.gitattributes`, by attribute.
    """

    xcr: tuple[IgnoreFile, ...] = ()
    semgrep: tuple[IgnoreFile, ...] = ()
    git: tuple[IgnoreFile, ...] = ()
    attributes: Mapping[str, tuple[IgnoreFile, ...]] = field(default_factory=dict)

    def with_files(self, files: Mapping[str, IgnoreFile]) -> "Ignores":
        """Return what holds in a folder below in which these files, by name, were found.

        A `.semgrepignore` counts only where no `.xcrignore` holds.
        """
        if not files:
            return self
        xcr, semgrep, git = ((files[name],) if name in files else () for name in IGNORE_FILES)
        ours = (*xcr, *self.xcr)
        return replace(self, xcr=ours, semgrep=() if ours else (*semgrep, *self.semgrep), git=(*git, *self.git))

    def with_attributes(self, files: Mapping[str, IgnoreFile]) -> "Ignores":
        """Return what holds in a folder below in which these say who has which attribute."""
        joined = {name: (file, *self.attributes.get(name, ())) for name, file in files.items()}
        return replace(self, attributes={**self.attributes, **joined}) if files else self

    def attribute(self, path: str) -> tuple[str, IgnoreFile] | None:
        """Return the attribute that a file (its path as `byte_text`, from the top) has, and which file says so."""
        for name, layer in self.attributes.items():
            decided = _first(layer, path, is_folder=False)
            if decided is not None and decided[0]:
                return name, decided[1]
        return None

    def decide_ours(self, path: str, *, is_folder: bool) -> tuple[bool, IgnoreFile] | None:
        """Return whether `path` (as `byte_text`, from the top) is ignored in a review, and by which file.

        None when no file names it. Right only when the folders above were asked first: nothing in an ignored folder
        can be named again.
        """
        layer = self.xcr or self.semgrep
        return _first(layer, path, is_folder=is_folder) if layer else None

    def decide_git(self, path: str, *, is_folder: bool) -> tuple[bool, IgnoreFile] | None:
        """Return whether Git ignores `path` if it does not track it, and by which file; as `decide_ours`."""
        return _first(self.git, path, is_folder=is_folder)


def _first(layer: tuple[IgnoreFile, ...], path: str, *, is_folder: bool) -> tuple[bool, IgnoreFile] | None:
    for file in layer:
        ignored = file.decides(path, is_folder=is_folder)
        if ignored is not None:
            return ignored, file
    return None


def parse_ignore_file(data: bytes, *, included: Callable[[str], bytes | None] | None = None) -> list[_Pattern]:
    """Return the patterns of an ignore file, in order; what stands beyond its first 128 KiB is not read.

    Args:
        data: its content.
        included: gives the content of a file beside it that `:include NAME` names (Semgrep's extension).
    """
    patterns = []
    for line in data[:_MOST_BYTES].removeprefix(b"\xef\xbb\xbf").decode("latin-1").split("\n"):
        text = line.removesuffix("\r").partition("\0")[0]
        if included is not None and text.startswith(":include "):
            name = text.removeprefix(":include ").strip()
            patterns += parse_ignore_file(included(name) or b"") if "/" not in name else []
        elif text and not text.startswith("#") and len(text) <= _LONGEST_PATTERN:
            patterns += _parse_pattern(text)
    return patterns


def _parse_pattern(line: str) -> list[_Pattern]:
    glob = _without_trailing_spaces(line)
    is_negated = glob.startswith("!")
    glob = glob[is_negated:]
    is_for_folders = glob.endswith("/")
    glob = glob.removesuffix("/")
    if not glob:
        return []
    return [
        _Pattern(
            glob=glob.removeprefix("/"),
            is_negated=is_negated,
            is_for_folders=is_for_folders,
            is_anchored="/" in glob,
        )
    ]


def _without_trailing_spaces(line: str) -> str:
    kept = line.rstrip(" ")
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return kept + " " if backslashes % 2 and kept != line else kept
