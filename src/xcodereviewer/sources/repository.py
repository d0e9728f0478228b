"""A Git repository on this machine, read without trusting what it says.

A repository brings its own configuration, which can name programs for Git to run: a file system monitor, filters,
text converters, a merge or diff driver, the command that fetches a missing object. So Git reads it through a second,
private Git directory that shares only the objects and the index with the first. The real one is asked two questions
that run nothing: which commit a name means, and which hash it uses.

Git's refusal of repositories that another user owns (`safe.directory`) guards against that same configuration. It has
nothing to guard here, so it is not asked for, and a review inside a container works.
"""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.git import GitFailed, run_git

__all__ = [
    "Entry",
    "GitFolders",
    "MissingObject",
    "NoCommonHistory",
    "NotARepository",
    "SealedRepository",
    "UnknownRevision",
    "folders_of",
    "merge_base",
    "renames",
    "repository_of",
    "resolve",
    "sealed",
]

_COMMIT_ID = re.compile(rb"[0-9a-f]{40}|[0-9a-f]{64}")
_LINK_BYTES = 4096  # of a `.git` or `commondir` file
_BATCH_BYTES = 32 * 1024 * 1024
_CONFIG = """\
[core]
\trepositoryformatversion = 1
\tbare = false
[extensions]
\tobjectformat = {object_format}
"""
# Attributes here go before those of the reviewed tree, which could declare its changes binary and so hide them.
_ATTRIBUTES = "* !diff !filter !ident !working-tree-encoding\n"


class NotARepository(InputError):
    """No Git repository where one is needed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not in a Git repository that can be read. Run inside of one, or review the directory itself."
        )


class UnknownRevision(InputError):
    """A name that stands for no commit."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"There is no commit {ref!r} in this repository. Check the name; in a shallow clone (CI), fetch it first."
        )


class NoCommonHistory(InputError):
    """Two commits without a common ancestor."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"HEAD and {ref!r} have no common commit. In a shallow clone (CI), fetch more of the history first."
        )


class MissingObject(InputError):
    """An object that the repository names and does not hold."""

    def __init__(self, object_id: str) -> None:
        super().__init__(f"The repository does not hold its object {object_id}. Fetch it (`git fetch --refetch`) first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GitFolders:
    """Where a repository keeps what; `common` differs from `git` in a linked work tree."""

    top: Path | None  # of the work tree; None when there is none
    git: Path
    common: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One path of a commit or of the index; `size` is -1 where Git does not say it."""

    mode: str  # "100644", "100755", "120000" (symbolic link), "160000" (submodule)
    id: str
    path: bytes
    size: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRepository:
    """A repository seen from one of its folders (paths are relative to it), unable to make Git run anything."""

    folder: Path
    env: Mapping[str, str]

    def run(self, *args: str, stdin: bytes = b"") -> bytes:
        """Return what `git ARGS` prints."""
        return run_git(("-C", str(self.folder), *args), env=self.env, stdin=stdin)

    def empty_tree(self) -> str:
        """Return the id of the tree without files."""
        return self.run("hash-object", "-t", "tree", "--stdin").decode().strip()

    def entries(self, revision: str) -> Iterator[Entry]:
        """Yield what a commit holds in the folder."""
        for record in _records(self.run("ls-tree", "-r", "-l", "-z", revision)):
            fields, _, path = record.partition(b"\t")
            mode, _, object_id, size = fields.decode().split()
            yield Entry(mode=mode, id=object_id, path=path, size=-1 if size == "-" else int(size))

    def staged(self) -> Iterator[Entry]:
        """Yield what the index holds in the folder; of a conflict our side, the one that stands in the work tree."""
        for record in _records(self.run("ls-files", "--stage", "-z")):
            fields, _, path = record.partition(b"\t")
            mode, object_id, stage = fields.decode().split()
            if stage in ("0", "2"):
                yield Entry(mode=mode, id=object_id, path=path)

    def untracked(self, *, exclude_from: Path) -> Sequence[bytes]:
        """Return the files that Git neither knows nor ignores."""
        ignoring = ["--exclude-standard"] + ([f"--exclude-from={exclude_from}"] if exclude_from.is_file() else [])
        return _records(self.run("ls-files", "--others", "-z", *ignoring))

    def sizes(self, ids: Sequence[str]) -> Sequence[int]:
        """Return the sizes of objects, in the order of their ids."""
        lines = self.run("cat-file", "--batch-check=%(objectsize)", stdin=_lines(ids)).split(b"\n")
        for object_id, line in zip(ids, lines, strict=False):
            if not line.isdigit():
                raise MissingObject(object_id)
        return [int(line) for line in lines[: len(ids)]]

    def blobs(self, objects: Sequence[tuple[str, int]]) -> Iterator[bytes]:
        """Yield the content of objects, given as id and size, in their order; a bounded part of it is in memory."""
        start = 0
        while start < len(objects):
            stop, total = start, 0
            while stop < len(objects) and (stop == start or total + objects[stop][1] <= _BATCH_BYTES):
                total += objects[stop][1]
                stop += 1
            yield from self._batch([object_id for object_id, _ in objects[start:stop]])
            start = stop

    def _batch(self, ids: Sequence[str]) -> Iterator[bytes]:
        output = self.run("cat-file", "--batch", stdin=_lines(ids))
        at = 0
        for object_id in ids:
            header_end = output.index(b"\n", at)
            header = output[at:header_end].split()
            if len(header) != 3:
                raise MissingObject(object_id)
            size = int(header[2])
            yield output[header_end + 1 : header_end + 1 + size]
            at = header_end + size + 2


def repository_of(path: Path) -> Path | None:
    """Return the top of the work tree that `path` is in, or None when it is in none."""
    folders = _search(path)
    return None if folders is None else folders.top


def resolve(repo: Path, ref: str) -> str:
    """Return the full id of the commit that `ref` (branch, tag, id, `HEAD~2`, …) means in the repository of `repo`.

    Raises:
        NotARepository: `repo` is in none.
        UnknownRevision: it means no commit.
    """
    return _commit(folders_of(repo), ref)


def merge_base(repo: Path, ref: str) -> str:
    """Return the full id of the commit at which HEAD and `ref` parted.

    Raises:
        NoCommonHistory: there is none.
        NotARepository: `repo` is in none.
        UnknownRevision: HEAD or `ref` means no commit.
    """
    ours, theirs = resolve(repo, "HEAD"), resolve(repo, ref)
    with sealed(repo) as repository:
        try:
            return repository.run("merge-base", ours, theirs).split()[0].decode()
        except GitFailed as error:
            if error.status == 1:
                raise NoCommonHistory(ref) from error
            raise


def renames(repo: Path, old: str, new: str | None) -> Mapping[str, str]:
    """Return the new path of each file that Git takes for moved between two commits, by its old path.

    Args:
        repo: a folder in the work tree; paths are relative to it, moves out of it or into it are none.
        old: the commit before.
        new: the commit after; None for the work tree as it is.
    """
    """
    before = resolve(repo, old)
    after = [] if new is None else [resolve(repo, new)]
    with sealed(repo) as repository:
        fields = _records(repository.run("diff", *DIFF_OPTIONS, "--raw", "-z", "--diff-filter=R", before, *after))
    return {tree_path(fields[at + 1]): tree_path(fields[at + 2]) for at in range(0, len(fields), 3)}


def folders_of(path: Path) -> GitFolders:
    """Return where the repository that `path` is in keeps what.

    Raises:
        NotARepository: it is in none.
    """
    folders = _search(path)
    if folders is None:
        raise NotARepository(path)
    return folders


@contextlib.contextmanager
def sealed(repo: Path) -> Iterator[SealedRepository]:
    """Open the repository that the folder `repo` is in.

    Raises:
        NotARepository: it is in none.
    """
    folders = folders_of(repo)
    with tempfile.TemporaryDirectory(prefix="xcr-git-", ignore_cleanup_errors=True) as private:
        _furnish(Path(private), folders)
        env = {
            "GIT_DIR": private,
            "GIT_OBJECT_DIRECTORY": str(folders.common / "objects"),
            "GIT_INDEX_FILE": str(folders.git / "index"),
            "GIT_WORK_TREE": str(folders.top),
        }
        yield SealedRepository(folder=repo, env=env)


def _furnish(private: Path, folders: GitFolders) -> None:
    (private / "refs").mkdir()
    (private / "info").mkdir()
    (private / "HEAD").write_text("ref: refs/heads/none\n")
    (private / "info" / "attributes").write_text(_ATTRIBUTES)
    object_format = _ask(folders, "rev-parse", "--show-object-format").decode().strip()
    (private / "config").write_text(_CONFIG.format(object_format=object_format))
    beside = [folders.common / "shallow", *folders.git.glob("sharedindex.*")]  # what objects and index point to
    for file in beside:
        if file.is_file():
            shutil.copyfile(file, private / file.name)


def _ask(folders: GitFolders, *args: str) -> bytes:
    """What the real Git directory says; for questions that run nothing whatever its configuration is."""
    return run_git(args, env={"GIT_DIR": str(folders.git)})


def _search(path: Path) -> GitFolders | None:
    start = path.resolve()
    for top in (start, *start.parents):
        git = _git_folder(top)
        if git is not None:
            return GitFolders(top=top, git=git, common=_linked(git / "commondir", b"") or git)
    return None


def _git_folder(top: Path) -> Path | None:
    dot_git = top / ".git"
    git = dot_git if dot_git.is_dir() else _linked(dot_git, b"gitdir: ")
    return git if git is not None and os.path.lexists(git / "HEAD") else None


def _linked(file: Path, prefix: bytes) -> Path | None:
    """The folder that a one-line file names, in a linked work tree or a submodule."""
    if not file.is_file():
        return None
    with file.open("rb") as stream:
        line = stream.read(_LINK_BYTES).strip(b"\r\n")
    return file.parent / os.fsdecode(line.removeprefix(prefix)) if line.startswith(prefix) else None


def _records(output: bytes) -> list[bytes]:
    return output.split(b"\0")[:-1]


def _lines(ids: Sequence[str]) -> bytes:
    return "".join(f"{object_id}\n" for object_id in ids).encode()
