"""The Git work tree that a folder stands in, read from Git's files without starting Git."""

import contextlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.sources.held_folder import read_regular

__all__ = ["WorkTree", "find_work_tree", "head_revision", "is_repository_itself", "work_tree_at"]

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REF = re.compile(r"ref:\s*(refs/[^\s\x00]+)")
_SHA256 = re.compile(r"^\s*objectformat\s*=\s*sha256\s*$", re.IGNORECASE | re.MULTILINE)
_SMALL = 65_536
_PACKED_REFS = 64_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTree:
    """A work tree: its top folder, and the Git directories of its own and of its repository (else the same)."""

    top: Path
    git_dir: Path
    common_dir: Path

    @property
    def uses_sha256(self) -> bool:
        """Whether its objects' ids have 32 bytes instead of 20."""
        return _SHA256.search(_text(self.common_dir / "config")) is not None


def find_work_tree(folder: Path) -> WorkTree | None:
    """Return the innermost work tree that holds `folder`, an absolute path without symbolic links."""
    return next(filter(None, map(work_tree_at, (folder, *folder.parents))), None)


def work_tree_at(top: Path) -> WorkTree | None:
    """Return the work tree whose top folder is `top`, if it is one."""
    git_dir = _git_dir(top)
    if git_dir is None:
        return None
    common = _text(git_dir / "commondir").strip()
    return WorkTree(top=top, git_dir=git_dir, common_dir=git_dir / common if common else git_dir)


def is_repository_itself(folder: Path) -> bool:
    """Return whether a folder is a Git directory: a bare repository, or the `.git` of a work tree."""
    is_git = (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()
    return is_git and not os.path.lexists(folder / ".git")


def head_revision(tree: WorkTree) -> str:
    """Return the full id of the commit that is checked out, or an empty string (no commit yet, or not readable)."""
    head = _text(tree.git_dir / "HEAD").strip()
    ref = _REF.fullmatch(head)
    if ref is None:
        return head if _COMMIT.fullmatch(head) else ""
    name = ref[1]
    if ".." in name.split("/"):
        return ""
    for place in (tree.git_dir, tree.common_dir):
        loose = _text(place / name).strip()
        if _COMMIT.fullmatch(loose):
            return loose
    packed = re.search(rf"^({_COMMIT.pattern}) {re.escape(name)}$", _packed_refs(tree), re.MULTILINE)
    return packed[1] if packed else ""


def _git_dir(top: Path) -> Path | None:
    place = top / ".git"
    with contextlib.suppress(OSError):
        mode = place.lstat().st_mode
        if stat.S_ISREG(mode):  # a linked work tree or a submodule
            pointer = _text(place)
            place = top / pointer.removeprefix("gitdir:").strip() if pointer.startswith("gitdir:") else place
        mode = (place / "HEAD").lstat().st_mode
        if stat.S_ISREG(mode) or stat.S_ISLNK(mode):  # Git itself once made a link of it
            return place
    return None


def _packed_refs(tree: WorkTree) -> str:
    return _text(tree.common_dir / "packed-refs", limit=_PACKED_REFS)


def _text(path: Path, *, limit: int = _SMALL) -> str:
    try:
        return read_regular(os.fspath(path), limit=limit)[0].decode(errors="replace")
    except (OSError, ValueError):
        return ""
