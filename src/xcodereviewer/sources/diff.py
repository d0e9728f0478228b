"""What changed in a work tree since a commit, or stands in the index, as whole files that know their changed lines."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceTree
from xcodereviewer.sources.blobs import BlobReader, open_blobs
from xcodereviewer.sources.commit_tree import candidate_of, ignore_file_reader, reader_of, rules_above, shown_name
from xcodereviewer.sources.git import GitFailed
from xcodereviewer.sources.held_folder import HeldFolder, stamp_of
from xcodereviewer.sources.lines import all_lines, our_lines
from xcodereviewer.sources.patch_format import FilePatch, parse_patch
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import stored_text
from xcodereviewer.sources.repository import (
    DIFF_OPTIONS,
    SealedRepository,
    UnknownRevision,
    folders_of,
    merge_base,
    resolve,
    sealed,
)
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.sieve import Candidate, ReadIgnoreFile, Sieved, sieve
from xcodereviewer.sources.stored_tree import StoredTree
from xcodereviewer.sources.walk import kind_of

__all__ = ["Scope", "candidate_on_disk", "open_diff", "open_staged"]

_NESTED = "a Git repository of its own: review it by itself"


class Scope(StrEnum):
    """Which files of a changed tree are reviewed."""

    CHANGED_FILES = "changed-files"
    WHOLE_TREE = "whole-tree"


@contextlib.contextmanager
def open_diff(
    repo: Path, ref: str, *, selection: Selection, scope: Scope = Scope.CHANGED_FILES
) -> Iterator[SourceTree]:
    """Open the work tree as it is, untracked files included, with its changes since HEAD and `ref` parted.

    Ignore files count as they were then: a change does not take its own files out of a review.

    Args:
        repo: a folder in the work tree; what changed elsewhere in it is not looked at.
        ref: a branch, tag or commit.
        selection: what is asked for.
        scope: which files are reviewed.

    Raises:
        NoCommonHistory: HEAD and `ref` never parted.
        NotARepository: `repo` is in none.
        UnknownRevision: HEAD or `ref` means no commit.
        XCodeReviewerError: Git is missing, failed, took too long or gave too much.
    """
    base = merge_base(repo, ref)
    target = Target(kind="diff", name=shown_name(repo), revision=resolve(repo, "HEAD"), base=base)
    with (
        sealed(repo) as repository,
        open_blobs(repository) as blobs,
        contextlib.closing(HeldFolder(repository.folder)) as folder,
    ):
        comparison = _compare(repository, blobs, base=base, selection=selection)
        untracked = _add_untracked(comparison)
        patches, beyond_git = _compare_work_tree(comparison)
        paths = patches.keys() | beyond_git
        if scope is Scope.WHOLE_TREE:
            paths |= {entry.path for entry in repository.staged()}
        sieved = comparison.sieve(candidate_on_disk(repository.folder, path) for path in paths)
        yield StoredTree(
            target=target,
            files=sieved.files,
            skipped=_sorted([*sieved.skipped, *untracked]),
            changes=_changes(sieved, patches, lambda path: _read(folder, path, selection)),
            reader=lambda path: _read(folder, sieved.stored[path], selection),
        )


@contextlib.contextmanager
def open_staged(repo: Path, *, selection: Selection, scope: Scope = Scope.CHANGED_FILES) -> Iterator[SourceTree]:
    """Open the index, with its changes since HEAD: what the next commit is going to hold.

    Args:
        repo: a folder in the work tree; what is staged elsewhere in it is not looked at.
        selection: what is asked for.
        scope: which files are reviewed.

    Raises:
        IndexMissing: `GIT_INDEX_FILE` names no regular file.
        NotARepository: `repo` is in none.
        XCodeReviewerError: Git is missing, failed, took too long or gave too much.
    """
    with sealed(repo, next_commit=True) as repository, open_blobs(repository) as blobs:
        head = _head(repo)
        target = Target(kind="diff", name=shown_name(repo), revision=head, base=head)
        base = head or repository.empty_tree()
        comparison = _compare(repository, blobs, base=base, selection=selection)
        patches = comparison.patches("--cached")
        unmerged = repository.unmerged()
        entries = {entry.path: entry for entry in repository.staged()}
        chosen = [entry for path, entry in entries.items() if scope is Scope.WHOLE_TREE or path in patches]
        wanted = repository.sized(chosen)
        in_conflict = [Candidate(path=path, reason="in conflict: resolve and stage it first") for path in unmerged]
        staged = [candidate_of(entry) for entry in wanted if entry.path not in unmerged]
        sieved = comparison.sieve([*staged, *in_conflict])
        reader = reader_of(sieved, wanted, blobs=blobs, selection=selection)
        yield StoredTree(
            target=target,
            files=sieved.files,
            skipped=sieved.skipped,
            changes=_changes(sieved, patches, lambda path: reader(tree_path(path))),
            reader=reader,
        )


def candidate_on_disk(folder: Path, path: bytes) -> Candidate:
    """Return what a file below a folder is to a review."""
    try:
        status = (folder / stored_text(path)).lstat()
    except (OSError, ValueError):
        return Candidate(path=path, reason="not in the work tree")
    if stat.S_ISDIR(status.st_mode):
        return Candidate(path=path, reason=_NESTED)
    if not stat.S_ISREG(status.st_mode):
        return Candidate(path=path, reason=f"{kind_of(status.st_mode)}, never followed or opened")
    if not os.access(folder / stored_text(path), os.R_OK):
        return Candidate(path=path, reason=f"cannot be read: {os.strerror(errno.EACCES)}", is_failure=True)
    return Candidate(path=path, size=status.st_size, stamp=stamp_of(status))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """A folder of a repository held against what a commit has in it."""

    repository: SealedRepository
    base: str
    selection: Selection
    read_ignore_file: ReadIgnoreFile  # of the commit, by its path from the top

    def patches(self, *more: str) -> dict[bytes, FilePatch]:
        """Return what was done to each file that is there, by its path."""
        # What is larger is not reviewed, so its lines need not be compared.
        threshold = f"core.bigFileThreshold={max(self.selection.max_file_bytes, 1)}"
        output = self.repository.run("-c", threshold, "diff", *DIFF_OPTIONS, "--patch", "--unified=0", *more, self.base)
        return {file.new: file for file in parse_patch(output) if file.new is not None}

    def sieve(self, candidates: Iterable[Candidate]) -> Sieved:
        """Return which of the candidates are reviewed, by the ignore files of the commit."""
        below = os.fsencode(self.repository.prefix)
        return sieve(
            candidates,
            selection=self.selection,
            read_ignore_file=lambda path: self.read_ignore_file(below + path),
            above=rules_above(self.repository, self.read_ignore_file) if self.selection.use_ignore_files else None,
        )


def _compare(repository: SealedRepository, blobs: BlobReader, *, base: str, selection: Selection) -> _Comparison:
    read = ignore_file_reader(repository, blobs, commit=base)
    return _Comparison(repository=repository, base=base, selection=selection, read_ignore_file=read)


def _add_untracked(comparison: _Comparison) -> list[Skipped]:
    """Have the comparison know of untracked files; returns those that are left out."""
    repository = comparison.repository
    paths = repository.untracked()
    nested = [path for path in paths if path.endswith(b"/")]
    unmerged = repository.unmerged()
    repository.forget(unmerged)
    files = [*unmerged, *(path for path in paths if not path.endswith(b"/"))]
    sieved = comparison.sieve(candidate_on_disk(repository.folder, path) for path in files)
    repository.intend(list(sieved.stored.values()))
    return [*sieved.skipped, *(Skipped(path=tree_path(path), reason=_NESTED) for path in nested)]


def _compare_work_tree(comparison: _Comparison) -> tuple[dict[bytes, FilePatch], set[bytes]]:
    """Return what was done to each file, and the files that Git tracks and cannot read."""
    try:
        return comparison.patches(), set()
    except GitFailed:
        repository = comparison.repository
        paths = [entry.path for entry in repository.staged()]
        unreadable = {path for path in paths if _is_beyond_git(repository.folder / stored_text(path))}
        if not unreadable:
            raise
        repository.forget(unreadable)
        return comparison.patches(), unreadable


def _is_beyond_git(path: Path) -> bool:
    """Tell whether Git gives up at a file: neither link nor folder, and no regular file that may be read."""
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):
        return False
    is_readable = stat.S_ISREG(mode) and os.access(path, os.R_OK)
    return not (stat.S_ISLNK(mode) or stat.S_ISDIR(mode) or is_readable)


def _changes(sieved: Sieved, patches: Mapping[bytes, FilePatch], read: Callable[[bytes], bytes]) -> dict[str, Change]:
    changes = {}
    for shown, stored in sorted(sieved.stored.items()):
        patch = patches.get(stored)
        if patch is not None:
            changes[shown] = _change(patch, read, stored)
    return changes


def _change(patch: FilePatch, read: Callable[[bytes], bytes], stored: bytes) -> Change:
    numbers = {n for hunk in patch.hunks for n in range(hunk.new_start, hunk.new_start + hunk.new_count)}
    lines = frozenset(numbers)
    if patch.hunks or patch.is_binary:
        with contextlib.suppress(OSError):  # the review itself will say that it cannot be read
            data = read(stored)
            lines = all_lines(data) if patch.is_binary else our_lines(data, numbers)
    is_moved = patch.old is not None and patch.old != patch.new
    return Change(
        lines=lines, old_path=tree_path(patch.old) if is_moved and patch.old else None, is_new=patch.old is None
    )


def _read(folder: HeldFolder, path: bytes, selection: Selection) -> bytes:
    return folder.read(stored_text(path), limit=selection.max_file_bytes)[0]


def _head(repo: Path) -> str:
    """The commit that is checked out; empty before the first one."""
    folders_of(repo)
    try:
        return resolve(repo, "HEAD")
    except UnknownRevision:
        return ""


def _sorted(skipped: Iterable[Skipped]) -> list[Skipped]:
    return sorted(set(skipped), key=lambda one: (one.path, one.reason))
