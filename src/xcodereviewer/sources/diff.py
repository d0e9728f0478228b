"""What changed in a work tree since a commit, or stands in the index, as whole files that know their changed lines."""

import contextlib
import errno
import functools
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from xcodereviewer.domain.coverage import Skipped
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceFile, SourceTree
from xcodereviewer.sources.blobs import BlobReader, open_blobs
from xcodereviewer.sources.commit_tree import candidate_of, ignore_file_reader
from xcodereviewer.sources.git import GitFailed
from xcodereviewer.sources.git_folders import NoWorkTree, UnknownRevision, folders_of
from xcodereviewer.sources.held_folder import HeldFolder, stamp_of
from xcodereviewer.sources.lines import all_lines, our_lines
from xcodereviewer.sources.part import kind_of, part_of
from xcodereviewer.sources.patch_format import FilePatch, parse_patch
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import stored_text
from xcodereviewer.sources.repository import DIFF_OPTIONS, merge_base, moved, resolve
from xcodereviewer.sources.sealed import Entry, SealedRepository, sealed
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.self_exclusion import has_arrived, new_mark
from xcodereviewer.sources.sieve import Candidate, Sieved, sieve
from xcodereviewer.sources.stored_tree import StoredTree

__all__ = ["Scope", "candidate_on_disk", "open_diff", "open_staged"]

_MOST_ARGUMENTS = 4_000  # paths on one command line of Git
_NESTED = "a Git repository of its own: review it by itself"


class Scope(StrEnum):
    """Which files of a changed tree are reviewed."""

    CHANGED_FILES = "changed-files"
    WHOLE_TREE = "whole-tree"


@contextlib.contextmanager
def open_diff(
    path: Path, ref: str, *, selection: Selection, scope: Scope = Scope.CHANGED_FILES
) -> Iterator[SourceTree]:
    """Open the work tree as it is, untracked files included, with its changes since HEAD and `ref` parted.

    Ignore files count as they were then: a change does not take its own files out of a review.

    Args:
        path: a file or folder in the work tree; what changed elsewhere in it is not looked at.
        ref: a branch, tag or commit.
        selection: what is asked for.
        scope: which files are reviewed.

    Raises:
        MissingPath: nothing is at `path`.
        NoCommonHistory: HEAD and `ref` never parted.
        NoWorkTree: it is a bare repository.
        NotARepository: it is in none.
        UnknownRevision: HEAD or `ref` means no commit.
        XCodeReviewerError: Git is missing, failed, took too long or gave too much.
    """
    target = _target(path)
    base = merge_base(path, ref)
    with (
        sealed(path) as repository,
        open_blobs(repository) as blobs,
        contextlib.closing(HeldFolder(repository.folder)) as held,
    ):
        comparison = _Comparison(
            repository=repository,
            blobs=blobs,
            base=base,
            selection=selection,
            read=lambda path: held.read(stored_text(path), limit=selection.max_file_bytes)[0],
        )
        untracked = _add_untracked(comparison)
        patches, beyond_git = _compare_work_tree(comparison)
        paths = patches.keys() | beyond_git
        if scope is Scope.WHOLE_TREE:
            paths |= {entry.path for entry in repository.staged()}
        arrived = comparison.arrived(patches)
        on_disk = (candidate_on_disk(repository.folder, path) for path in paths)
        sieved = comparison.sieve(replace(one, has_arrived=one.path in arrived) for one in on_disk)
        tree = comparison.tree(replace(target, revision=resolve(path, "HEAD"), base=base), sieved, patches)
        yield replace(tree, skipped=_sorted([*tree.skipped, *untracked]))


@contextlib.contextmanager
def open_staged(path: Path, *, selection: Selection, scope: Scope = Scope.CHANGED_FILES) -> Iterator[SourceTree]:
    """Open the index, with its changes since HEAD: what the next commit is going to hold.

    Args:
        path: a file or folder in the work tree; what is staged elsewhere in it is not looked at.
        selection: what is asked for.
        scope: which files are reviewed.

    Raises:
        IndexMissing: `GIT_INDEX_FILE` names no regular file.
        MissingPath: nothing is at `path`.
        NoWorkTree: it is a bare repository.
        NotARepository: it is in none.
        XCodeReviewerError: Git is missing, failed, took too long or gave too much.
    """
    target = _target(path)
    with sealed(path, next_commit=True) as repository, open_blobs(repository) as blobs:
        head = _head(path)
        entries = {entry.path: entry for entry in repository.staged()}
        comparison = _Comparison(
            repository=repository,
            blobs=blobs,
            base=head or repository.empty_tree(),
            selection=selection,
            read=_index_reader(repository, blobs, entries, limit=selection.max_file_bytes),
        )
        patches = comparison.patches("--cached")
        unmerged = repository.unmerged()
        chosen = [entry for path, entry in entries.items() if scope is Scope.WHOLE_TREE or path in patches]
        in_conflict = [Candidate(path=path, reason="in conflict: resolve and stage it first") for path in unmerged]
        arrived = comparison.arrived(patches)
        staged = [
            replace(candidate_of(entry), has_arrived=entry.path in arrived)
            for entry in repository.sized(chosen)
            if entry.path not in unmerged
        ]
        sieved = comparison.sieve([*staged, *in_conflict])
        yield comparison.tree(replace(target, revision=head, base=head), sieved, patches)


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
    """A part of a work tree or index, whose files `read` gives, held against what a commit has in it."""

    repository: SealedRepository
    blobs: BlobReader
    base: str
    selection: Selection
    read: Callable[[bytes], bytes]

    def patches(self, *more: str) -> dict[bytes, FilePatch]:
        """Return what was done to each file that is there, by its path."""
        # What is larger is not reviewed, so its lines need not be compared.
        threshold = f"core.bigFileThreshold={max(self.selection.max_file_bytes, 1)}"
        options = ("-c", threshold, "diff", *DIFF_OPTIONS, "--patch", "--unified=0", *more, self.base)
        output = self.repository.run(*options, *self._pathspec(*more))
        found = ((file.new, file) for file in parse_patch(output))
        return {path: file for path, file in found if path is not None and self.repository.holds(path)}

    def _pathspec(self, *more: str) -> tuple[str, ...]:
        """Return what keeps Git to the part and to what moved into it: without its old path, that would be new."""
        if not self.repository.part:
            return ()
        from_outside: list[str] = []
        with contextlib.suppress(GitFailed):  # of a file elsewhere that cannot be read
            found = moved(self.repository, *more, self.base)
            from_outside = [stored_text(old) for old in found if not self.repository.holds(old)]
        if len(from_outside) > _MOST_ARGUMENTS:
            return ()
        return (*self.repository.pathspec(), *from_outside)

    def sieve(self, candidates: Iterable[Candidate]) -> Sieved:
        """Return which of the candidates are reviewed, by the ignore files of the commit."""
        return sieve(
            candidates,
            selection=self.selection,
            read_ignore_file=ignore_file_reader(self.repository, self.blobs, commit=self.base),
            part=self.repository.part,
            read_own=self._text,
        )

    def arrived(self, patches: Mapping[bytes, FilePatch]) -> set[bytes]:
        """Return the paths of files that the change puts where they are."""

        @functools.cache
        def was_there(folder: str) -> bool:
            return bool(self.repository.run("ls-tree", "-d", "--name-only", self.base, "--", folder[:-1]))

        old_of = {path: None if patch.old is None else tree_path(patch.old) for path, patch in patches.items()}
        return {path for path, old in old_of.items() if has_arrived(tree_path(path), old, was_there=was_there)}

    def tree(self, target: Target, sieved: Sieved, patches: Mapping[bytes, FilePatch]) -> StoredTree:
        """Return the files that are reviewed, with what was done to them."""
        changes: dict[str, Change] = {}
        files = []
        for file in sieved.files:
            stored = sieved.stored[file.path]
            patch = patches.get(stored)
            if patch is None:
                files.append(file)
                continue
            is_rewritten = bool(patch.hunks) or patch.is_binary or patch.old != patch.new
            data = (is_rewritten and self._text(stored)) or b""
            changes[file.path] = _change(patch, data)
            files.append(self._marked(file, patch, data))
        return StoredTree(
            target=target,
            files=files,
            skipped=sieved.skipped,
            changes=changes,
            part=tree_path(self.repository.part),
            reader=lambda path: self.read(sieved.stored[path]),
        )

    def _marked(self, file: SourceFile, patch: FilePatch, data: bytes) -> SourceFile:
        """Return the file, with its self-exclusion if it has one."""
        mark = file.self_exclusion or new_mark(
            file.path, data, old=tree_path(patch.old or b""), read_before=lambda: self._before(patch.old)
        )
        return replace(file, self_exclusion=mark) if mark else file

    def _before(self, path: bytes | None) -> bytes | None:
        with contextlib.suppress(OSError):
            if path is not None:
                return self.blobs.read(b"%b:%b" % (self.base.encode(), path), limit=self.selection.max_file_bytes)
        return None

    def _text(self, path: bytes) -> bytes | None:
        """Return a file's content, None when it is not there; that it cannot be read, the review itself will say."""
        with contextlib.suppress(OSError):
            return self.read(path)
        return None


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


def _index_reader(
    repository: SealedRepository, blobs: BlobReader, entries: Mapping[bytes, Entry], *, limit: int
) -> Callable[[bytes], bytes]:
    """Return what reads a file of the index, which has these entries in the part."""

    def read(path: bytes) -> bytes:
        entry = entries.get(path)
        if entry is None and repository.holds(path):  # asking Git would take it a millisecond
            raise FileNotFoundError(errno.ENOENT, "Not a file of the index", stored_text(path))
        return blobs.read(b":%b" % path if entry is None else entry.id, limit=limit)

    return read


def _change(patch: FilePatch, data: bytes) -> Change:
    numbers = {n for hunk in patch.hunks for n in range(hunk.new_start, hunk.new_start + hunk.new_count)}
    is_moved = patch.old is not None and patch.old != patch.new
    return Change(
        lines=all_lines(data) if patch.is_binary else our_lines(data, numbers),
        old_path=tree_path(patch.old) if is_moved and patch.old else None,
        is_new=patch.old is None,
        edits={} if b"\r" in data.replace(b"\r\n", b"") else patch.edits,  # by Git's lines, which are then not ours
    )


def _target(path: Path) -> Target:
    """Return what is under review, when it can have changes.

    Raises:
        MissingPath: nothing is there.
        NoWorkTree: it is a bare repository.
        NotARepository: it is in none.
    """
    if folders_of(path).top is None:
        raise NoWorkTree(path)
    return Target(kind="diff", name=part_of(path).name)


def _head(path: Path) -> str:
    """The commit that is checked out; empty before the first one."""
    try:
        return resolve(path, "HEAD")
    except UnknownRevision:
        return ""


def _sorted(skipped: Iterable[Skipped]) -> list[Skipped]:
    return sorted(set(skipped), key=lambda one: (one.path, one.reason))
