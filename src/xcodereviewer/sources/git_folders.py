"""Where the Git repository of a path keeps what, and which commits the names in it mean.

The real Git directory is asked only what runs nothing, whatever its configuration is.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.git import GitFailed, run_git
from xcodereviewer.sources.worktree import find_work_tree, is_repository_itself, work_tree_at

__all__ = [
    "GitFolders",
    "NoWorkTree",
    "NotARepository",
    "UnknownRevision",
    "commit_of",
    "folders_of",
    "object_format",
    "repository_of",
    "stored_at",
]

_COMMIT_ID = re.compile(rb"[0-9a-f]{40}|[0-9a-f]{64}")


class NotARepository(InputError):
    """No Git repository where one is needed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not in a Git repository that can be read. Run inside of one, or review the directory itself."
        )


class NoWorkTree(InputError):
    """A bare repository where changes are asked for."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a bare repository: it has no work tree in which something could have changed. Review a commit "
            "of it with --revision, or a clone."
        )


class UnknownRevision(InputError):
    """A name that stands for no commit."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"There is no commit {ref!r} in this repository. Check the name; in a shallow clone (CI), fetch it first."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GitFolders:
    """Where a repository keeps what; `common` differs from `git` in a linked work tree."""

    top: Path | None  # of the work tree; None when there is none
    git: Path
    common: Path


def repository_of(path: Path) -> Path | None:
    """Return the top of the work tree that `path` is in, or None when it is in none."""
    tree = find_work_tree(path.resolve())
    return None if tree is None else tree.top


def folders_of(path: Path) -> GitFolders:
    """Return where the repository that `path` is, or is in, keeps what.

    Raises:
        NotARepository: it is in none.
    """
    path = path.resolve()
    if is_repository_itself(path):
        return GitFolders(top=None, git=path, common=path)
    tree = find_work_tree(path)
    if tree is None:
        raise NotARepository(path)
    return GitFolders(top=tree.top, git=tree.git_dir, common=tree.common_dir)


def stored_at(path: Path) -> GitFolders | None:
    """Return the repository that stands at exactly `path`, with a work tree or without one."""
    path = path.resolve()
    is_there = is_repository_itself(path) or work_tree_at(path) is not None
    return folders_of(path) if is_there else None


def commit_of(folders: GitFolders, ref: str) -> str:
    """Return the full id of the commit that `ref` means.

    Raises:
        UnknownRevision: it means no commit.
    """
    if not ref or ref.startswith("-") or "\0" in ref:
        raise UnknownRevision(ref)
    try:
        found = _ask(folders, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()
    except GitFailed as error:
        raise UnknownRevision(ref) from error
    if not _COMMIT_ID.fullmatch(found):
        raise UnknownRevision(ref)
    return found.decode()


def object_format(folders: GitFolders) -> str:
    """Return the name of the hash that a repository uses."""
    return _ask(folders, "rev-parse", "--show-object-format").decode().strip()


def _ask(folders: GitFolders, *args: str) -> bytes:
    """What the real Git directory says; for questions that run nothing whatever its configuration is."""
    return run_git(args, env={"GIT_DIR": str(folders.git)})
