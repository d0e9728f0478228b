"""What decides about the entries of a folder: ignore files from all around it, and what Git tracks."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from xcodereviewer.sources.attributes import ATTRIBUTES, REASONS, parse_attributes
from xcodereviewer.sources.held_folder import read_regular
from xcodereviewer.sources.ignore import IGNORE_FILES, SEMGREP, IgnoreFile, Ignores, byte_text, parse_ignore_file
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.places import VERSION_CONTROL
from xcodereviewer.sources.rejection import reject_by_path
from xcodereviewer.sources.tracked import TrackedFiles
from xcodereviewer.sources.worktree import WorkTree

__all__ = ["IGNORE_FILE_BYTES", "FolderRules", "ReadIgnoreFile", "rules_at_root", "rules_of_repository"]

IGNORE_FILE_BYTES = 2_000_000  # of which the first part counts
_EXCLUDE = "info/exclude"

ReadIgnoreFile = Callable[[bytes], bytes | None]  # gives an ignore file's content by its path


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderRules:
    """The rules that hold for the entries of one folder.

    `tracked_from` is how much of a path stands before the work tree. `is_wanted` says that an `.xcrignore` names the
    folder as not ignored; `ignored_by` that Git ignores it, and it is walked only for the tracked files in it. With
    `takes_any_place` no place is left out for what it is called.
    """

    ignores: Ignores = field(default_factory=Ignores)
    tracked: TrackedFiles | None = None
    tracked_from: int = 0
    is_wanted: bool = False
    ignored_by: IgnoreFile | None = None
    takes_any_place: bool = False

    def judge(self, path: str, shown: str) -> tuple[str | None, "FolderRules"]:
        """Return why an entry (a folder ends with `/`) is left out, or None, and what holds in it when it is a folder.

        First an `.xcrignore` or `.semgrepignore` that names it, also to keep it (`!vendor/`); then the places that are
        not a project's own code, and the attributes that say so of a file; then Git's ignore files, unless Git tracks
        it: what is tracked is not ignored, in Git as here. The ignore files of this machine's user are not asked: a
        review says the same everywhere.
        """
        whole = path if path.isascii() else byte_text(path)
        is_folder = whole.endswith("/")
        bare = whole[:-1] if is_folder else whole
        ours = self.ignores.decide_ours(bare, is_folder=is_folder)
        if ours is not None and ours[0]:
            return f"ignored by {ours[1].shown}", self
        rejected = reject_by_path(shown)
        is_open = ours is not None or self.takes_any_place
        if rejected is not None and (not is_open or rejected == VERSION_CONTROL):
            return rejected, self
        attribute = self.ignores.attribute(bare) if self.ignores.attributes and not is_folder and not is_open else None
        if attribute is not None:
            return f"{REASONS[attribute[0]]} {attribute[1].shown}", self
        ignored_by = None if ours else self.ignored_by or self._ignored_by_git(bare, is_folder=is_folder)
        if ignored_by is not None and not (self.tracked and self.tracked.holds(whole[self.tracked_from :])):
            return f"ignored by {ignored_by.shown}", self
        if is_folder and (ours is not None, ignored_by) != (self.is_wanted, self.ignored_by):
            return None, replace(self, is_wanted=ours is not None, ignored_by=ignored_by)
        return None, self

    def with_ignore_files(self, read: Callable[[str], bytes | None], *, folder: str) -> "FolderRules":
        """Return the rules for a folder (ending with `/`, the root's is empty) whose ignore files `read` finds."""
        files = _ignore_files(read, shown=tree_path(folder), depth=len(byte_text(folder)))
        ignores = self.ignores.with_files(files)
        told = read(ATTRIBUTES)
        if told is not None:
            shown = tree_path(folder) + ATTRIBUTES
            ignores = ignores.with_attributes(parse_attributes(told, shown=shown, depth=len(byte_text(folder))))
        return replace(self, ignores=ignores)

    def _ignored_by_git(self, bare: str, *, is_folder: bool) -> IgnoreFile | None:
        decision = self.ignores.decide_git(bare, is_folder=is_folder)
        return decision[1] if decision is not None and decision[0] else None


def rules_at_root(work_tree: WorkTree | None) -> FolderRules:
    """Return what holds in the root of a walk before its own ignore files are read."""
    if work_tree is None:
        return FolderRules()
    git = _exclude(work_tree, shown=f".git/{_EXCLUDE}", depth=0)
    return FolderRules(ignores=Ignores(git=git), tracked=TrackedFiles(work_tree))


def rules_of_repository(outer: FolderRules, work_tree: WorkTree, *, folder: str) -> FolderRules:
    """Return what holds in a repository below the root: of what is outside of it, only our own ignore files."""
    depth = len(byte_text(folder))
    git = _exclude(work_tree, shown=f"{tree_path(folder)}.git/{_EXCLUDE}", depth=depth)
    tracked = TrackedFiles(work_tree)
    return replace(outer, ignores=replace(outer.ignores, git=git), tracked=tracked, tracked_from=depth, ignored_by=None)


def _exclude(work_tree: WorkTree, *, shown: str, depth: int) -> tuple[IgnoreFile, ...]:
    patterns = parse_ignore_file(_content(work_tree.common_dir / _EXCLUDE) or b"")
    return (IgnoreFile(patterns, shown=shown, depth=depth),) if patterns else ()  # Git's template has none


def _ignore_files(read: Callable[[str], bytes | None], *, shown: str, depth: int) -> dict[str, IgnoreFile]:
    files = {}
    for name in IGNORE_FILES:
        data = read(name)
        if data is not None:
            patterns = parse_ignore_file(data, included=read if name == SEMGREP else None)
            files[name] = IgnoreFile(patterns, shown=shown + name, depth=depth)
    return files


def _content(path: Path) -> bytes | None:
    try:
        return read_regular(os.fspath(path), limit=IGNORE_FILE_BYTES)[0]
    except OSError:
        return None
