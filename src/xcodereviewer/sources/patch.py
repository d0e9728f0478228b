"""A patch from elsewhere, as the whole files it leads to; nothing on disk is changed."""

import contextlib
import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import Change, SourceTree
from xcodereviewer.sources.commit_tree import shown_name
from xcodereviewer.sources.diff import Scope, candidate_on_disk
from xcodereviewer.sources.directory import open_directory
from xcodereviewer.sources.folder_rules import IGNORE_FILE_BYTES, rules_above
from xcodereviewer.sources.held_folder import HeldFolder
from xcodereviewer.sources.lines import our_lines
from xcodereviewer.sources.patch_apply import Contents, Mismatch, PatchedFile, apply_patches, revert_patches
from xcodereviewer.sources.patch_format import FilePatch, parse_patch
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.placement import misplaced, stored_text
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.sieve import Candidate, sieve
from xcodereviewer.sources.stored_tree import StoredTree
from xcodereviewer.sources.worktree import WorkTree, find_work_tree, head_revision

__all__ = ["NoPatch", "PatchTooLarge", "open_patch"]

_MAX_BYTES = 64 * 1024 * 1024
_OUTSIDE = b"../"
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
    folder: Path, patch: bytes, *, selection: Selection, scope: Scope = Scope.CHANGED_FILES
) -> Iterator[SourceTree]:
    """Open the files that a patch changes as they are after it, with their changed lines.

    The folder may be as it was before the patch or already as it is after; which one is told by the lines in it.
    Ignore files count as they were before.

    Args:
        folder: where its paths begin; in a work tree they may also begin at its top, and what is elsewhere is left.
        patch: one or more unified diffs, one after another.
        selection: what is asked for.
        scope: which files are reviewed.

    Raises:
        BrokenPatch: it is cut off or does not hold what it announces.
        Mismatch: it is for other content than what is in the folder.
        NoPatch: it holds no diff.
        PatchTooLarge: it is larger than any that is reviewed.
        XCodeReviewerError: the folder cannot be opened, as for `open_directory`.
    """
    if len(patch) > _MAX_BYTES:
        raise PatchTooLarge(len(patch))
    parsed = parse_patch(patch)
    if not parsed and patch.strip():
        raise NoPatch
    with (
        open_directory(folder, selection=selection) as directory,
        contextlib.closing(HeldFolder(folder.resolve())) as held,
    ):
        base = _Base(
            folder=folder.resolve(), held=held, selection=selection, work_tree=find_work_tree(folder.resolve())
        )
        tree = base.patched(parsed, patch, name=shown_name(folder))
        yield tree if scope is Scope.CHANGED_FILES else _laid_over(directory, tree, parsed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """The folder that a patch is for."""

    folder: Path
    held: HeldFolder
    selection: Selection
    work_tree: WorkTree | None

    def patched(self, parsed: Sequence[FilePatch], data: bytes, *, name: str) -> StoredTree:
        """Return the files that the patches change, as they are then."""
        here = _below(parsed, self._prefix())
        reasons = {patch.new: reason for patch in here if patch.new is not None and (reason := self._reason(patch))}
        plain = [patch for patch in here if not self._reason(patch)]
        is_done, before = self._before(plain, data)
        after = apply_patches(plain, data, lambda path: _joined(before[path]) if path in before else self._read(path))
        texts = self._texts(plain, after, is_done=is_done)
        listed = [Candidate(path=path, reason=reason) for path, reason in reasons.items() if path not in texts]
        sieved = sieve(
            [*listed, *(self._candidate(path, text, is_done=is_done) for path, text in texts.items())],
            selection=self.selection,
            read_ignore_file=lambda path: self._ignore_file(path, before),
            above=rules_above(self.folder, self.work_tree) if self.selection.use_ignore_files else None,
        )
        revision = head_revision(self.work_tree) if self.work_tree is not None else ""
        return StoredTree(
            target=Target(kind="diff", name=name, revision=revision, base=revision),
            files=sieved.files,
            skipped=sieved.skipped,
            changes={shown: _change(path, after[path], texts[path]) for shown, path in sorted(sieved.stored.items())},
            reader=lambda path: texts[sieved.stored[path]],
        )

    def _prefix(self) -> bytes:
        if self.work_tree is None or self.work_tree.top == self.folder:
            return b""
        return f"{self.folder.relative_to(self.work_tree.top).as_posix()}/".encode(errors="surrogateescape")

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
        sizes = [candidate_on_disk(self.folder, path).size for path in paths]
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
            file = after.get(path) if path is not None else None
            if path is not None and file is not None:
                on_disk = self._read(path) if is_done else None
                texts[path] = b"".join(file.lines) if on_disk is None else on_disk
        return texts

    def _candidate(self, path: bytes, text: bytes, *, is_done: bool) -> Candidate:
        return candidate_on_disk(self.folder, path) if is_done else Candidate(path=path, size=len(text))

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


def _below(patches: Sequence[FilePatch], prefix: bytes) -> list[FilePatch]:
    """Return the patches with paths from the folder that `prefix` leads to, if any of them begins with it.

    Of a file that moves into the folder it is told that its old path leads out of it.
    """
    paths = [path for patch in patches for path in (patch.old, patch.new) if path is not None]
    if not prefix or not any(path.startswith(prefix) for path in paths):
        return list(patches)
    inside = []
    for patch in patches:
        named = [path for path in (patch.old, patch.new) if path is not None]
        if all(path.startswith(prefix) for path in named):
            old, new = (None if path is None else path[len(prefix) :] for path in (patch.old, patch.new))
            inside.append(replace(patch, old=old, new=new))
        elif patch.new is not None and patch.new.startswith(prefix):
            inside.append(replace(patch, old=_OUTSIDE + (patch.old or b""), new=patch.new[len(prefix) :]))
    return inside


def _joined(file: PatchedFile | None) -> bytes | None:
    return None if file is None else b"".join(file.lines)


def _change(path: bytes, file: PatchedFile | None, text: bytes) -> Change:
    if file is None:
        return Change(lines=frozenset())
    numbers = {number for number, is_changed in enumerate(file.is_changed, start=1) if is_changed}
    old = None if file.old_path in (None, path) else file.old_path
    return Change(
        lines=our_lines(text, numbers),
        old_path=None if old is None else tree_path(old),
        is_new=file.old_path is None,
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
