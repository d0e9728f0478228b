"""A patch from elsewhere, as the whole files it leads to; nothing on disk is changed."""

import contextlib
import errno
import functools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceFile, SourceTree
from xcodereviewer.sources.diff import Scope, candidate_on_disk
from xcodereviewer.sources.directory import DirectoryTree, held_root, look_at
from xcodereviewer.sources.folder_rules import IGNORE_FILE_BYTES, ReadIgnoreFile
from xcodereviewer.sources.held_folder import HeldFolder
from xcodereviewer.sources.lines import our_lines
from xcodereviewer.sources.part import Part, is_within, part_of
from xcodereviewer.sources.patch_apply import Contents, Mismatch, PatchedFile, apply_patches, revert_patches
from xcodereviewer.sources.patch_format import FilePatch, parse_patch
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import misplaced, stored_text
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.self_exclusion import brought_back, has_arrived, new_mark
from xcodereviewer.sources.sieve import Candidate, sieve
from xcodereviewer.sources.stored_tree import StoredTree
from xcodereviewer.sources.worktree import head_revision

__all__ = ["NoPatch", "PatchTooLarge", "open_patch"]

_MAX_BYTES = 64 * 1024 * 1024
_ABSENT = (errno.ENOENT, errno.ENOTDIR)


class NoPatch(InputError):
    """Text that holds no diff."""

    def __init__(self) -> None:
        super().__init__("There is no diff in the patch. Give it as `git diff` or `diff -u` writes it.")


class PatchTooLarge(InputError):
    """A patch that is too large to be one."""

    def __init__(self, size: int) -> None:
        super().__init__(f"The patch has {size:,} bytes; the limit is {_MAX_BYTES:,}. Give it in parts.")


@contextlib.contextmanager
def open_patch(
    path: Path, patch: bytes, *, selection: Selection, scope: Scope = Scope.CHANGED_FILES
) -> Iterator[SourceTree]:
    """Open the files that a patch changes as they are after it, with their changed lines.

    The folder may be as it was before the patch or already as it is after; which one is told by the lines in it.
    Ignore files count as they were before.

    Args:
        path: a folder where the patch's paths begin, or a file in it; in a work tree they may also begin at its top,
            and what is elsewhere is left.
        patch: one or more unified diffs, one after another.
        selection: what is asked for.
        scope: which files are reviewed.

    Raises:
        BrokenPatch: it is cut off or does not hold what it announces.
        Mismatch: it is for other content than what is in the folder.
        NoPatch: it holds no diff.
        PatchTooLarge: it is larger than any that is reviewed.
        XCodeReviewerError: the path cannot be opened, as for `open_directory`.
    """
    if len(patch) > _MAX_BYTES:
        raise PatchTooLarge(len(patch))
    parsed = parse_patch(patch)
    if not parsed and patch.strip():
        raise NoPatch
    part = part_of(path)
    with held_root(part) as held:
        base = _Base(part=part, held=held, selection=selection)
        yield base.tree(base.from_root(parsed), patch, scope=scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """The folder that a patch is for, or the file."""

    part: Part
    held: HeldFolder
    selection: Selection

    def from_root(self, patches: Sequence[FilePatch]) -> Sequence[FilePatch]:
        """Return the patches with paths from the root; those that lead astray stay as they are."""
        below = os.fsencode(self.part.path.rpartition("/")[0] + "/")
        if self.part.folder == self.part.root or self._begins_at_root(patches, below):
            return patches

        def placed(path: bytes | None) -> bytes | None:
            return path if path is None or misplaced(path) else below + path

        return [replace(patch, old=placed(patch.old), new=placed(patch.new)) for patch in patches]

    def tree(self, patches: Sequence[FilePatch], data: bytes, *, scope: Scope) -> StoredTree:
        """Return the files of the part as they are after the patches: those that they change, or all."""
        here = self._followed(patches)
        plain = [patch for patch in here if not self._reason(patch)]
        is_done, reverted = self._before(plain, data)

        def read_before(path: bytes) -> bytes | None:
            return _joined(reverted[path]) if path in reverted else self._read(path)

        after = apply_patches(plain, data, read_before)
        texts = self._texts(plain, after, is_done=is_done)
        arrived = self._arrived(after)
        candidates = [
            replace(self._candidate(path, text, is_done=is_done), has_arrived=path in arrived)
            for path, text in texts.items()
        ]
        ignore_files = (lambda path: self._ignore_file(path, reverted), lambda path: self._ignore_file(path, after))
        sieved = sieve(
            [*(left for left in self._left_out(here) if left.path not in texts), *candidates],
            selection=self.selection,
            part=self.part.path,
            read_ignore_file=ignore_files[0],
            read_own=ignore_files[1],
        )
        stored = [(file, sieved.stored[file.path]) for file in sieved.files]
        work_tree = self.part.work_tree
        revision = head_revision(work_tree) if work_tree is not None else ""
        changed = StoredTree(
            target=Target(kind="diff", name=self.part.name, revision=revision, base=revision),
            files=[_marked(file, after[path], texts[path], read_before) for file, path in stored],
            skipped=sieved.skipped,
            changes={file.path: _change(path, after[path], texts[path], _edits(plain, path)) for file, path in stored},
            part=tree_path(self.part.path),
            reader=lambda path: texts[sieved.stored[path]],
        )
        return changed if scope is Scope.CHANGED_FILES else _laid_over(self._whole(*ignore_files), changed, patches)

    def _arrived(self, after: Contents) -> set[bytes]:
        """Return the paths of files that the patches put where they are."""
        old_of = {path: file.old_path for path, file in after.items() if file is not None}
        new = {stored_text(path) for path, old in old_of.items() if old != path}

        @functools.cache
        def was_there(folder: str) -> bool:
            top = self.part.root / folder
            found = (Path(place) / name for place, _, names in os.walk(top) for name in names)
            return any(path.relative_to(self.part.root).as_posix() not in new for path in found)

        return {
            path
            for path, old in old_of.items()
            if has_arrived(tree_path(path), None if old is None else tree_path(old), was_there=was_there)
        }

    def _whole(self, then: ReadIgnoreFile, own: ReadIgnoreFile) -> SourceTree:
        """Return the part as it stands, of which the patches' own ignore files leave nothing out."""
        by_then, by_own = (
            look_at(self.held, self.part, selection=self.selection, read_ignore_file=read) for read in (then, own)
        )
        walked = brought_back(by_own, by_then, {})
        return DirectoryTree(self.held, walked, part=self.part, limit=self.selection.max_file_bytes)

    def _left_out(self, patches: Sequence[FilePatch]) -> Iterator[Candidate]:
        for patch in patches:
            reason = self._reason(patch)
            if reason is not None and patch.new is not None and self._is_listed(patch.new):
                yield Candidate(path=patch.new, reason=reason)

    def _begins_at_root(self, patches: Sequence[FilePatch], below: bytes) -> bool:
        """Return whether paths begin at the root: one leads from there to the folder, or they are found only there."""
        paths = [path for patch in patches for path in (patch.old, patch.new) if path is not None]
        if any(path.startswith(below) for path in paths):
            return True
        found = [stored_text(path) for path in paths if not misplaced(path)]
        is_there = any(os.path.lexists(self.part.folder / path) for path in found)
        return not is_there and any(os.path.lexists(self.part.root / path) for path in found)

    def _followed(self, patches: Sequence[FilePatch]) -> list[FilePatch]:
        """Return the patches that lead to what is in the part, also by way of what moved into it."""
        followed = []
        wanted: set[bytes] = set()
        for patch in reversed(patches):
            path = patch.new if patch.new is not None else patch.old
            if path is not None and (path in wanted or self._is_listed(path)):
                wanted.update(path for path in (patch.old, patch.new) if path is not None)
                followed.append(patch)
        return followed[::-1]

    def _is_listed(self, path: bytes) -> bool:
        """Return whether a path is in the part, or in no part of any tree."""
        return is_within(stored_text(path), self.part.path) or misplaced(path) is not None

    def _reason(self, patch: FilePatch) -> str | None:
        """Return why a patch is not followed."""
        paths = [path for path in (patch.old, patch.new) if path is not None]
        astray = next(filter(None, map(misplaced, paths)), None)
        if astray is not None:
            return astray
        if "160000" in patch.modes:
            return "a submodule: review it by itself"
        if "120000" in patch.modes:
            return "a symbolic link, never followed or opened"
        if patch.is_binary:
            return "binary"
        sizes = [candidate_on_disk(self.part.root, path).size for path in paths]
        return self.selection.too_large(max(sizes, default=0))

    def _before(self, patches: Sequence[FilePatch], data: bytes) -> tuple[bool, Contents]:
        """Return whether the patches are done already, and then what was before them."""
        try:
            before = revert_patches(patches, data, self._read)
        except Mismatch:
            return False, {}
        balance = sum(hunk.new_count - hunk.old_count for patch in patches for hunk in patch.hunks)
        if balance >= 0:
            return True, before
        # A patch that only takes lines out asks little of a folder in which they are gone already.
        try:
            apply_patches(patches, data, self._read)
        except Mismatch:
            return True, before
        return False, {}

    def _texts(self, patches: Sequence[FilePatch], after: Contents, *, is_done: bool) -> dict[bytes, bytes]:
        texts = {}
        for path in {patch.new: None for patch in patches}:
            file = after.get(path) if path is not None and self._is_listed(path) else None
            if path is not None and file is not None:
                on_disk = self._read(path) if is_done else None
                texts[path] = b"".join(file.lines) if on_disk is None else on_disk
        return texts

    def _candidate(self, path: bytes, text: bytes, *, is_done: bool) -> Candidate:
        return candidate_on_disk(self.part.root, path) if is_done else Candidate(path=path, size=len(text))

    def _ignore_file(self, path: bytes, before: Contents) -> bytes | None:
        if path in before:
            return _joined(before[path])
        with contextlib.suppress(OSError):
            return self.held.read(stored_text(path), limit=IGNORE_FILE_BYTES)[0]
        return None

    def _read(self, path: bytes) -> bytes | None:
        try:
            return self.held.read(stored_text(path), limit=self.selection.max_file_bytes)[0]
        except OSError as error:
            if error.errno in _ABSENT:
                return None
            raise Mismatch(path, f"the file cannot be read ({error.strerror})") from error


def _joined(file: PatchedFile | None) -> bytes | None:
    return None if file is None else b"".join(file.lines)


def _marked(
    file: SourceFile, patched: PatchedFile | None, text: bytes, read_before: Callable[[bytes], bytes | None]
) -> SourceFile:
    """Return the file, with its self-exclusion if it has one."""
    old = None if patched is None else patched.old_path
    mark = file.self_exclusion or new_mark(
        file.path, text, old=tree_path(old or b""), read_before=lambda: None if old is None else read_before(old)
    )
    return replace(file, self_exclusion=mark) if mark else file


def _edits(patches: Sequence[FilePatch], path: bytes) -> Mapping[int, tuple[str, str]]:
    """Return which lines each took the place of one, when one patch alone says so."""
    found = [patch for patch in patches if path in (patch.old, patch.new)]
    return found[0].edits if len(found) == 1 else {}


def _change(path: bytes, file: PatchedFile | None, text: bytes, edits: Mapping[int, tuple[str, str]]) -> Change:
    if file is None:
        return Change(lines=frozenset())
    numbers = {number for number, is_changed in enumerate(file.is_changed, start=1) if is_changed}
    old = None if file.old_path in (None, path) else file.old_path
    return Change(
        lines=our_lines(text, numbers),
        old_path=None if old is None else tree_path(old),
        is_new=file.old_path is None,
        edits={} if b"\r" in text.replace(b"\r\n", b"") else edits,
    )


def _laid_over(directory: SourceTree, patched: StoredTree, patches: Sequence[FilePatch]) -> StoredTree:
    """Return all files of the folder, those that the patch touches as it makes them."""
    touched = {tree_path(path) for patch in patches for path in (patch.old, patch.new) if path is not None}
    touched |= {file.path for file in patched.files}
    changes = patched.changes or {}
    files = [*(file for file in directory.files if file.path not in touched), *patched.files]
    skipped = {*(skip for skip in directory.skipped if skip.path not in touched), *patched.skipped}
    return replace(
        patched,
        files=sorted(files, key=lambda file: file.path),
        skipped=sorted(skipped, key=lambda skip: (skip.path, skip.reason)),
        reader=lambda path: patched.reader(path) if path in changes else directory.read(path),
    )
