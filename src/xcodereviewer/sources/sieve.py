"""Which of the paths that a store lists are reviewed; for stores that are no folders on disk."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.source import SourceFile, Stamp
from xcodereviewer.sources.classify import is_code_by_name
from xcodereviewer.sources.folder_rules import FolderRules, ReadIgnoreFile
from xcodereviewer.sources.ignore import GIT
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import misplaced, stored_text
from xcodereviewer.sources.rejection import reject_as_data, reject_by_siblings
from xcodereviewer.sources.selection import Selection

__all__ = ["Candidate", "Sieved", "sieve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One listed path; `reason` is why it cannot be reviewed, as far as its store knows.

    One that `has_arrived` is put by a change where no code is looked for: what the place is called does not count."""

    path: bytes
    size: int = 0
    stamp: Stamp | None = None
    reason: str = ""
    is_failure: bool = False
    has_arrived: bool = False
    is_too_large: bool = False


@dataclass(slots=True, kw_only=True)
class Sieved:
    """What is reviewed and what is not, each sorted by path; `stored` holds each file's path as the store knows it."""

    files: list[SourceFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    stored: dict[str, bytes] = field(default_factory=dict)


def sieve(
    candidates: Iterable[Candidate],
    *,
    selection: Selection,
    read_ignore_file: ReadIgnoreFile,
    part: str = "",
    read_own: ReadIgnoreFile | None = None,
) -> Sieved:
    """Divide what a store lists into what is reviewed and what is not, and why.

    `.gitignore` has no say: what is stored was stored on purpose.

    Args:
        candidates: the files in any order, no folders.
        selection: what is asked for.
        read_ignore_file: gives the content of an `.xcrignore` or `.semgrepignore` by its path, None when there is none.
        part: what was named, as in `Part.path`: what leads to it is not left out.
        read_own: as `read_ignore_file`, of a change's own: what only these leave out is marked as self-exclusion.
    """
    sieved = Sieved()
    listed = list(candidates)
    selection = selection.within(tree_path(part))
    names = _names_by_folder(listed)
    folders = _Folders(selection, read_ignore_file, part=part, names=names)
    own = _Folders(selection, read_own, part=part, names=names) if read_own is not None else None
    anywhere = _Folders(selection, read_ignore_file, part=part, names=names, takes_any_place=True)
    for candidate in listed:
        shown = tree_path(candidate.path)
        left_out = folders.left_out(candidate, shown)
        hidden = left_out if left_out is not None and _is_hidden(candidate, shown, anywhere) else None
        if left_out is not None and hidden is None:
            sieved.skipped.append(left_out)
        elif shown in sieved.stored:
            sieved.skipped.append(Skipped(path=shown, reason="two files are written like this", is_failure=True))
        else:
            sieved.stored[shown] = candidate.path
            excluded = hidden or (own.left_out(candidate, shown) if own is not None else None)
            file = SourceFile(path=shown, size=candidate.size, stamp=candidate.stamp)
            sieved.files.append(file if excluded is None else replace(file, self_exclusion=excluded.reason))
    sieved.files.sort(key=lambda file: file.path)
    sieved.skipped = sorted(set(sieved.skipped), key=lambda skipped: (skipped.path, skipped.reason))
    return sieved


def _is_hidden(candidate: Candidate, shown: str, anywhere: "_Folders") -> bool:
    """Return whether only its place leaves a file out, and a change has put code there."""
    is_code = candidate.has_arrived and is_code_by_name(shown) and reject_as_data(shown, b"") is None
    return is_code and anywhere.left_out(candidate, shown) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """What holds in a folder, and why it is left out with all that is in it, if it is."""

    rules: FolderRules
    left_out: Skipped | None = None


class _Folders:
    """What holds in each folder, worked out once for all that is in it."""

    def __init__(
        self,
        selection: Selection,
        read_ignore_file: ReadIgnoreFile,
        *,
        part: str,
        names: Mapping[bytes, Collection[str]],
        takes_any_place: bool = False,
    ) -> None:
        self._selection = selection
        self._read = read_ignore_file
        self._part = part
        self._names = names
        self._known = {b"": _Folder(rules=self._with_own_files(b"", FolderRules(takes_any_place=takes_any_place)))}

    def left_out(self, candidate: Candidate, shown: str) -> Skipped | None:
        astray = misplaced(candidate.path)
        if astray is not None:
            return Skipped(path=shown, reason=astray)
        folder = self._folder(candidate.path)
        if folder.left_out is not None:
            return folder.left_out
        stored = stored_text(candidate.path)
        if stored != self._part:
            reason = self._selection.left_out(shown) or folder.rules.judge(stored, shown)[0]
            if reason is not None:
                return Skipped(path=shown, reason=reason)
        if candidate.reason:
            is_limit = candidate.is_too_large and is_code_by_name(shown)
            return Skipped(path=shown, reason=candidate.reason, is_failure=candidate.is_failure, is_limit=is_limit)
        return self._selection.left_out_for_size(shown, candidate.size)

    def _folder(self, path: bytes) -> _Folder:
        """Return what holds in the folder that `path` stands in."""
        parent = path.rpartition(b"/")[0]
        folder = self._known.get(parent)
        if folder is not None:
            return folder
        folder = self._known[b""]
        for inner in _folders_above(path):
            if inner not in self._known:
                self._known[inner] = self._enter(inner, folder)
            folder = self._known[inner]
            if folder.left_out is not None:
                break
        self._known[parent] = folder
        return folder

    def _enter(self, path: bytes, above: _Folder) -> _Folder:
        shown, stored = f"{tree_path(path)}/", f"{stored_text(path)}/"
        if self._part.startswith(stored):
            return _Folder(rules=self._with_own_files(path + b"/", above.rules))
        reason = self._selection.left_out(shown)
        rules = above.rules
        if reason is None:
            reason, rules = rules.judge(stored, shown)
        if reason is None and not (rules.is_wanted or rules.takes_any_place):
            reason = reject_by_siblings(shown, self._names[path])
        if reason is not None:
            return _Folder(rules=rules, left_out=Skipped(path=shown, reason=reason))
        return _Folder(rules=self._with_own_files(path + b"/", rules))

    def _with_own_files(self, prefix: bytes, rules: FolderRules) -> FolderRules:
        if not self._selection.use_ignore_files:
            return rules

        def read(name: str) -> bytes | None:
            path = prefix + name.encode("latin-1")
            return None if name == GIT or misplaced(path) else self._read(path)

        return rules.with_ignore_files(read, folder=stored_text(prefix))


def _names_by_folder(candidates: Iterable[Candidate]) -> Mapping[bytes, Collection[str]]:
    names: defaultdict[bytes, set[str]] = defaultdict(set)
    for candidate in candidates:
        path = b"" if misplaced(candidate.path) else candidate.path
        while path:
            path, _, name = path.rpartition(b"/")
            is_known = path in names
            names[path].add(stored_text(name))
            if is_known:  # and so are all folders above it
                break
    return names


def _folders_above(path: bytes) -> Iterator[bytes]:
    at = path.find(b"/")
    while at != -1:
        yield path[:at]
        at = path.find(b"/", at + 1)
