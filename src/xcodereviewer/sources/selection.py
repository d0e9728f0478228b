"""Which files of a tree are asked for: `--include`, `--exclude`, size, ignore files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.sources.classify import is_code_by_name
from xcodereviewer.sources.wildmatch import translate

__all__ = ["DEFAULT_MAX_FILE_BYTES", "BadGlob", "Selection", "glob_in"]

# Hand-written files end far below this: of the 3,600 in Django the largest has 0.6 MB, and that is a translation.
DEFAULT_MAX_FILE_BYTES = 2_000_000
_MAX_ALTERNATIVES = 1_000
# A brace or comma that is neither escaped nor in brackets.
_MARK = re.compile(r"\\.|\[[!^]?\]?[^\]]*\]|(?P<mark>[{},])", re.DOTALL)
_PLAIN = re.compile(r"[][*?{},\\!]")  # what a backslash makes plain
_HERE_OR_BELOW = r"(?:/|\Z)"


class BadGlob(InputError):
    """A pattern of `--include` or `--exclude` that can never match."""

    def __init__(self, glob: str, problem: str) -> None:
        super().__init__(
            f"The pattern {glob!r} is not a glob: {problem}. "
            "Use *, **, ?, [abc] and {a,b}; a backslash makes one plain."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to leave out of a tree beyond what its kind rules out.

    Globs are read as in `.gitignore`: one without a slash matches a name at any depth, one with a slash (not at its
    end) starts at the root, one that matches a folder takes all in it. `{a,b}` stands for either.

    Raises:
        BadGlob: one of them can never match.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_file_bytes: int = DEFAULT_MAX_FILE_BYTES
    use_ignore_files: bool = True
    _wanted: re.Pattern[str] | None = field(init=False, repr=False, compare=False)
    _on_the_way: re.Pattern[str] | None = field(init=False, repr=False, compare=False)
    _unwanted: tuple[tuple[str, re.Pattern[str]], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wanted = [(glob, simple) for glob in self.include for simple in _alternatives(glob)]
        unwanted = ((glob, _any(_regex(simple, glob) for simple in _alternatives(glob))) for glob in self.exclude)
        object.__setattr__(self, "_wanted", _any(_regex(simple, glob) for glob, simple in wanted) if wanted else None)
        object.__setattr__(self, "_on_the_way", _any(_ways(simple) for _, simple in wanted) if wanted else None)
        object.__setattr__(self, "_unwanted", tuple(unwanted))

    def within(self, part: str) -> "Selection":
        """Return what holds in a folder that was named (ends with `/`): no exclusion that takes the whole of it."""
        taking = {glob for glob, regex in self._unwanted if regex.match(part)} if part else ()
        if not taking:
            return self
        return replace(self, exclude=tuple(glob for glob in self.exclude if glob not in taking))

    def left_out(self, path: str) -> str | None:
        """Return why a file, or a folder with all that is in it (its path ends with `/`), is not asked for."""
        for glob, regex in self._unwanted:
            if regex.match(path):
                return f"excluded by --exclude {glob}"
        if self._wanted is None or self._wanted.match(path):
            return None
        if path.endswith("/") and self._on_the_way is not None and self._on_the_way.match(path):
            return None
        return "not matched by --include"

    def too_large(self, size: int) -> str | None:
        """Return why a file of `size` bytes is not read."""
        if size <= self.max_file_bytes:
            return None
        return f"too large: {size:,} bytes, the limit is {self.max_file_bytes:,}"

    def left_out_for_size(self, path: str, size: int) -> Skipped | None:
        """Return a file that is not read for its size; a gap, unless nothing tells that it is more than data."""
        reason = self.too_large(size)
        return None if reason is None else Skipped(path=path, reason=reason, is_limit=is_code_by_name(path))


def glob_in(folder: str, glob: str) -> list[str]:
    """Return what, read from the root, takes what a glob takes that is read from a folder, in what is below it.

    Raises:
        BadGlob: its braces do not pair up, or stand for too much.
    """
    escaped = _PLAIN.sub(r"\\\g<0>", folder)
    return [
        simple if "/" not in simple.rstrip("/") or simple.startswith("!") else f"{escaped}/{simple.removeprefix('/')}"
        for simple in _alternatives(glob)
    ]


def _any(regexes: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(regexes), re.DOTALL)


def _regex(simple: str, glob: str) -> str:
    """Return what matches the paths that a glob without braces takes: the place itself and all below it."""
    if simple.startswith("!"):
        raise BadGlob(glob, "it begins with '!'; use the opposite option")
    body = simple.rstrip("/")
    regex = translate(_anchored(body), end="/" if body != simple else _HERE_OR_BELOW)
    if not body.strip("/") or regex is None:
        raise BadGlob(glob, "it can match nothing")
    return f"(?:{regex})"


def _anchored(body: str) -> str:
    return body.removeprefix("/") if "/" in body else f"**/{body}"


def _ways(simple: str) -> str:
    """Return what matches the folders (with a `/` at the end) in which something may match the glob."""
    parts = _anchored(simple.rstrip("/")).split("/")
    ways = []
    for count in range(1, len(parts)):
        folder = translate("/".join(parts[:count]), end=_HERE_OR_BELOW if parts[count - 1] == "**" else r"/\Z")
        if folder is None:  # a slash inside brackets: the parts mean nothing alone
            return ""
        ways.append(folder)
        if parts[count - 1] == "**":
            break
    return "|".join(f"(?:{way})" for way in ways) or "(?!)"


def _alternatives(glob: str) -> list[str]:
    """Return the globs without braces that `glob` stands for."""
    pending, done = [glob], []
    while pending:
        text = pending.pop()
        cuts = _first_braces(text, glob)
        if cuts:
            choices = [text[a + 1 : b] for a, b in pairwise(cuts)]
            pending += [text[: cuts[0]] + choice + text[cuts[-1] + 1 :] for choice in reversed(choices)]
        else:
            done.append(text)
        if len(pending) + len(done) > _MAX_ALTERNATIVES:
            raise BadGlob(glob, f"its braces stand for more than {_MAX_ALTERNATIVES:,} patterns")
    return done


def _first_braces(text: str, glob: str) -> list[int]:
    """Return where the first pair of braces opens, where its own commas are and where it closes; empty without one."""
    cuts: list[int] = []
    depth = 0
    for mark in _MARK.finditer(text):
        at, character = mark.start(), mark["mark"]
        depth += {"{": 1, "}": -1}.get(character, 0) if depth or character == "{" else 0
        if depth == 1 and character in "{,":
            cuts.append(at)
        elif character == "}" and cuts and not depth:
            return [*cuts, at]
    if depth:
        raise BadGlob(glob, "its braces do not pair up")
    return []
