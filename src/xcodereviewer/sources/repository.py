"""What a repository knows of its history: which commits names mean, where they parted, what moved."""

from collections.abc import Mapping
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.git import GitFailed
from xcodereviewer.sources.git_folders import NoWorkTree, commit_of, folders_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.sealed import SealedRepository, sealed

__all__ = ["DIFF_OPTIONS", "NoCommonHistory", "merge_base", "moved", "renames", "resolve"]

# `dirty`: without it Git would start itself in each submodule, with the configuration found there.
DIFF_OPTIONS = (
    *("--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=dirty"),
    *("--no-abbrev", "--find-renames=50%", "-l1000", "--src-prefix=a/", "--dst-prefix=b/"),
)


class NoCommonHistory(InputError):
    """Two commits without a common ancestor."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"HEAD and {ref!r} have no common commit. In a shallow clone (CI), fetch more of the history first."
        )


def resolve(repo: Path, ref: str) -> str:
    """Return the full id of the commit that `ref` (branch, tag, id, `HEAD~2`, …) means in the repository of `repo`.

    Raises:
        NotARepository: `repo` is in none.
        UnknownRevision: it means no commit.
    """
    return commit_of(folders_of(repo), ref)


def merge_base(repo: Path, ref: str) -> str:
    """Return the full id of the commit at which HEAD and `ref` parted.

    Raises:
        NoCommonHistory: there is none.
        NotARepository: `repo` is in none.
        UnknownRevision: HEAD or `ref` means no commit.
    """
    ours, theirs = resolve(repo, "HEAD"), resolve(repo, ref)
    if ours == theirs:
        return ours
    with sealed(repo) as repository:
        try:
            return repository.run("merge-base", ours, theirs).split()[0].decode()
        except GitFailed as error:
            if error.status == 1:
                raise NoCommonHistory(ref) from error
            raise


def renames(path: Path, old: str, new: str | None) -> Mapping[str, str]:
    """Return the new path of each file that Git takes for moved between two commits, by its old path.

    Args:
        path: a file or folder in the work tree: what moved into it, or in it, is looked at.
        old: the commit before.
        new: the commit after; None for the work tree as it is.

    Raises:
        NoWorkTree: it is a bare repository.
        NotARepository: it is in none.
        UnknownRevision: `old` or `new` means no commit.
    """
    if folders_of(path).top is None:
        raise NoWorkTree(path)
    before = resolve(path, old)
    after = [] if new is None else [resolve(path, new)]
    with sealed(path) as repository:
        if new is None:
            repository.intend([path for path in repository.untracked() if not path.endswith(b"/")])
        found = moved(repository, before, *after)
    return {tree_path(before): tree_path(after) for before, after in found.items()}


def moved(repository: SealedRepository, *compared: str) -> Mapping[bytes, bytes]:
    """Return the new path, in the part that is looked at, of each file that moved, by its old one from anywhere."""
    output = repository.run("diff", *DIFF_OPTIONS, "--raw", "-z", "--diff-filter=R", *compared)
    fields = output.split(b"\0")[:-1]
    pairs = ((fields[at + 1], fields[at + 2]) for at in range(0, len(fields), 3))
    return {old: new for old, new in pairs if repository.holds(new)}
