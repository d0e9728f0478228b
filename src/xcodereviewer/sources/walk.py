"""A walk through a folder: which files are to be reviewed, and what is left out and why."""

import os
import stat
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.source import SourceFile
from xcodereviewer.sources.attributes import ATTRIBUTES
from xcodereviewer.sources.folder_rules import (
    IGNORE_FILE_BYTES,
    FolderRules,
    ReadIgnoreFile,
    rules_at_root,
    rules_of_repository,
)
from xcodereviewer.sources.held_folder import HeldFolder, stamp_of
from xcodereviewer.sources.ignore import GIT, IGNORE_FILES
from xcodereviewer.sources.part import Part, kind_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.rejection import reject_by_siblings
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.worktree import work_tree_at

__all__ = ["Walked", "walk"]

_DEEPEST = 256  # folders


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """Files and what was left out, both sorted by path; `names` has the name on disk of each path that differs.

    `folders` are the names on disk of the folders that were looked into, with a slash at the end; the root's is empty.
    """

    files: Sequence[SourceFile]
    skipped: Sequence[Skipped]
    names: Mapping[str, str]
    folders: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """A folder to look into: its path on disk and in the tree, both with a slash at the end (empty for the root)."""

    path: str
    shown: str
    depth: int
    rules: FolderRules


def walk(
    held: HeldFolder, part: Part, *, selection: Selection, read_ignore_file: ReadIgnoreFile | None = None
) -> Walked:
    """Walk through a folder, the part of the root that is held; what leads to it is not left out, since it was named.

    In a work tree a repository inside of it, such as a submodule, is left out, as Git itself does; outside of one,
    repositories are walked, each with its own ignore files. `read_ignore_file` gives an `.xcrignore` or
    `.semgrepignore` by its path, for others than those that are there.
    """
    walker = _Walker(held, part, selection=selection, read_ignore_file=read_ignore_file)
    pending = [walker.start()]
    while pending:
        pending += reversed(walker.look_into(pending.pop()))
    return walker.result()


class _Walker:
    def __init__(
        self, held: HeldFolder, part: Part, *, selection: Selection, read_ignore_file: ReadIgnoreFile | None
    ) -> None:
        self._held = held
        self._part = part
        self._selection = selection = selection.within(tree_path(part.path))
        self._read_ignore_file = read_ignore_file
        self._has_globs = bool(selection.include or selection.exclude)
        self._files: dict[str, SourceFile] = {}
        self._skipped: list[Skipped] = []
        self._names: dict[str, str] = {}
        self._folders: list[str] = []

    def start(self) -> _Folder:
        """Return the folder that was named, with what holds in it from above."""
        path = self._part.path
        rules = FolderRules()
        if self._selection.use_ignore_files:
            rules = rules_at_root(self._part.work_tree)
            above = ""
            for name in path.split("/")[:-1]:
                rules = self._with_ignore_files(rules, above)
                above += f"{name}/"
        return _Folder(path=path, shown=tree_path(path), depth=0, rules=rules)

    def look_into(self, folder: _Folder) -> list[_Folder]:
        """Take up the files of a folder; returns the folders in it that are to be looked into."""
        try:
            self._folders.append(folder.path)
            entries = self._held.list(folder.path[:-1])
        except OSError as error:
            self._fail(folder.shown or "./", error)
            return []
        names = {entry.name for entry in entries}
        rules = self._rules_in(folder, names)
        return [] if rules is None else [below for entry in entries if (below := self._take(entry, folder, rules))]

    def result(self) -> Walked:
        """Return what was found."""
        return Walked(
            files=[self._files[path] for path in sorted(self._files)],
            skipped=sorted(self._skipped, key=lambda skip: skip.path),
            names=self._names,
            folders=self._folders,
        )

    def _rules_in(self, folder: _Folder, names: Set[str]) -> FolderRules | None:
        """What decides about the entries of a folder; None when it is left out with all that is in it."""
        rules = folder.rules
        if folder.path != self._part.path:
            rejected = None if rules.is_wanted else reject_by_siblings(folder.shown, names)
            repository = work_tree_at(self._part.root / folder.path) if ".git" in names else None
            if repository is not None and self._part.work_tree is not None:
                rejected = "a Git repository of its own: review it by itself"
            if rejected:
                self._skip(folder.shown, rejected)
                return None
            if repository is not None and self._selection.use_ignore_files:
                rules = rules_of_repository(rules, repository, folder=folder.path)
        if not self._selection.use_ignore_files:
            return rules
        is_bare = self._read_ignore_file is None and names.isdisjoint((*IGNORE_FILES, ATTRIBUTES))
        return rules if is_bare else self._with_ignore_files(rules, folder.path)

    def _with_ignore_files(self, rules: FolderRules, folder: str) -> FolderRules:
        def read(name: str) -> bytes | None:
            if self._read_ignore_file is not None and name != GIT:
                return self._read_ignore_file(os.fsencode(folder + name))
            try:
                return self._held.read(folder + name, limit=IGNORE_FILE_BYTES)[0]
            except OSError:  # it is listed itself, as what it is
                return None

        return rules.with_ignore_files(read, folder=folder)

    def _take(self, entry: os.DirEntry[str], folder: _Folder, rules: FolderRules) -> _Folder | None:
        name = entry.name
        path = folder.path + name
        shown = folder.shown + (name if name.isascii() else tree_path(name))
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder:
            path, shown = f"{path}/", f"{shown}/"
        reason = self._selection.left_out(shown) if self._has_globs else None
        if reason is None:
            reason, below = rules.judge(path, shown)
        if reason is not None:
            self._skip(shown, reason)
        elif not is_folder:
            self._take_file(entry, path, shown)
        elif folder.depth >= _DEEPEST:
            self._skip(shown, f"nested more than {_DEEPEST} folders deep", is_failure=True)
        else:
            return _Folder(path=path, shown=shown, depth=folder.depth + 1, rules=below)
        return None

    def _take_file(self, entry: os.DirEntry[str], path: str, shown: str) -> None:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            self._fail(shown, error)
            return
        too_large = None
        if status.st_size > self._selection.max_file_bytes:
            too_large = self._selection.left_out_for_size(shown, status.st_size)
        if not stat.S_ISREG(status.st_mode):
            self._skip(shown, f"{kind_of(status.st_mode)}, never followed or opened")
        elif too_large is not None:
            self._skipped.append(too_large)
        elif shown in self._files:
            self._skip(shown, "two names on disk are written like this", is_failure=True)
        else:
            self._files[shown] = SourceFile(path=shown, size=status.st_size, stamp=stamp_of(status))
            if shown != path:
                self._names[shown] = path

    def _skip(self, shown: str, reason: str, *, is_failure: bool = False) -> None:
        self._skipped.append(Skipped(path=shown, reason=reason, is_failure=is_failure))

    def _fail(self, shown: str, error: OSError) -> None:
        self._skip(shown, f"cannot be read: {error.strerror or error}", is_failure=True)
