"""A Git repository on this machine, read without trusting what it says.

A repository brings its own configuration, which can name programs for Git to run: a file system monitor, filters,
text converters, a merge or diff driver, the command that fetches a missing object. So Git reads it through a second,
private Git directory that shares only the objects and the index with the first. The real one is asked two questions
that run nothing: which commit a name means, and which hash it uses.

Git's refusal of repositories that another user owns (`safe.directory`) guards against that same configuration. It has
nothing to guard here, so it is not asked for, and a review inside a container works.
"""
# xcr: ignore-file[write-outside-its-place] furnishes a private Git directory in a temporary folder

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xcodereviewer.core.errors import InputError
from xcodereviewer.sources.git import GitFailed, GitLimits, run_git
from xcodereviewer.sources.paths import tree_path

__all__ = [
    "DIFF_OPTIONS",
    "Entry",
    "GitFolders",
    "IndexMissing",
    "NoCommonHistory",
    "NotARepository",
    "RepositoryTooLarge",
    "SealedRepository",
    "UnknownRevision",
    "changed_paths",
    "commit_of",
    "folders_of",
    "merge_base",
    "renames",
    "repository_of",
    "resolve",
    "sealed",
    "sealed_folders",
    "stored_at",
]

# `dirty`: without it Git would start itself in each submodule, with the configuration found there.
DIFF_OPTIONS = (
    *("--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=dirty", "--relative"),
    *("--no-abbrev", "--find-renames=50%", "-l1000", "--src-prefix=a/", "--dst-prefix=b/"),
)

_COMMIT_ID = re.compile(rb"[0-9a-f]{40}|[0-9a-f]{64}")
_IGNORE_FILE = re.compile(rb"(?<=\0)100\d\d\d blob ([0-9a-f]+)\t((?:[^\0]*/)?\.(?:xcr|semgrep)ignore)(?=\0)")
_LARGEST_COPY = 512 * 1024 * 1024  # the index of a million files has some 100 MB
_LINK_BYTES = 4096  # of a `.git` or `commondir` file
_LIMITS = GitLimits(output_bytes=64 * 1024 * 1024)  # a tree can name itself ten times at each of ten levels
_CONFIG = """\
[core]
\trepositoryformatversion = 1
\tbare = {bare}
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


class IndexMissing(InputError):
    """An index that the environment names and that is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"GIT_INDEX_FILE names {name!r}, which is no file. Unset it to review the repository's index.")


class RepositoryTooLarge(InputError):
    """A repository whose index or list of exclusions no repository needs."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(f"The repository's {name!r} has {size:,} bytes, too many to be read. Review the directory.")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GitFolders:
    """Where a repository keeps what; `common` differs from `git` in a linked work tree."""

    top: Path | None  # of the work tree; None when there is none
    git: Path
    common: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One path of a commit or of the index; `size` is -1 until it is asked for."""

    mode: str  # "100644", "100755", "120000" (symbolic link), "160000" (submodule)
    id: str
    path: bytes
    size: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRepository:
    """A repository seen from one of its folders (paths are relative to it), unable to make Git run anything."""

    folder: Path
    prefix: str  # the folder's path below the top, with a slash at its end; empty at the top
    env: Mapping[str, str]

    def run(self, *args: str, stdin: bytes = b"") -> bytes:
        """Return what `git ARGS` prints."""
        return run_git(("-C", str(self.folder), *args), env=self.env, stdin=stdin, limits=_LIMITS)

    def empty_tree(self) -> str:
        """Return the id of the tree without files."""
        return self.run("hash-object", "-t", "tree", "--stdin").decode().strip()

    def entries(self, revision: str) -> Iterator[Entry]:
        """Yield what a commit holds in the folder."""
        for record in _records(self.run("ls-tree", "-r", "-z", revision)):
            fields, _, path = record.partition(b"\t")
            mode, _, object_id = fields.decode().split()
            yield Entry(mode=mode, id=object_id, path=path)

    def ignore_files(self, revision: str) -> Mapping[bytes, str]:
        """Return the ids of a commit's `.xcrignore` and `.semgrepignore` files, by their path from the top.

        Asking for them folder by folder would take Git a millisecond for each that is not there.
        """
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", revision)
        return {found[2]: found[1].decode() for found in _IGNORE_FILE.finditer(b"\0" + listed)}

    def staged(self) -> Iterator[Entry]:
        """Yield what the index holds in the folder; of a conflict our side, the one that stands in the work tree."""
        for record in _records(self.run("ls-files", "--stage", "-z")):
            fields, _, path = record.partition(b"\t")
            mode, object_id, stage = fields.decode().split()
            if stage in ("0", "2"):
                yield Entry(mode=mode, id=object_id, path=path)

    def untracked(self) -> Sequence[bytes]:
        """Return the files that Git neither knows nor ignores; a repository in the folder ends with `/`."""
        return _records(self.run("ls-files", "--others", "-z", "--exclude-standard"))

    def intend(self, paths: Sequence[bytes]) -> None:
        """Have what is compared with the work tree know of these files, as if the next commit were to add them."""
        if paths:
            given = b"".join(path + b"\0" for path in paths)
            self.run("add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul", stdin=given)

    def unmerged(self) -> frozenset[bytes]:
        """Return the paths whose merge is not done."""
        records = _records(self.run("ls-files", "--unmerged", "-z"))
        return frozenset(record.partition(b"\t")[2] for record in records)

    def forget(self, paths: Iterable[bytes]) -> None:
        """Have what is compared with the work tree no longer know these files."""
        given = b"".join(path + b"\0" for path in paths)
        if given:
            self.run("update-index", "--force-remove", "-z", "--stdin", stdin=given)

    def sized(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries with the sizes of their objects; -1 for one that the repository does not hold."""
        listed = list(entries)
        ids = list({entry.id: None for entry in listed})
        given = "".join(f"{object_id}\n" for object_id in ids).encode()
        lines = self.run("cat-file", "--batch-check=%(objectsize)", stdin=given).split(b"\n")
        sizes = {object_id: int(line) for object_id, line in zip(ids, lines, strict=False) if line.isdigit()}
        return [replace(entry, size=sizes.get(entry.id, -1)) for entry in listed]


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


def changed_paths(repo: Path, base: str) -> frozenset[str]:
    """Return the paths, below the folder `repo`, of files that are there and differ from the commit `base`.

    Raises:
        NotARepository: `repo` is in none.
        UnknownRevision: `base` means no commit.
    """
    before = resolve(repo, base)
    with sealed(repo) as repository:
        known = _records(repository.run("diff", *DIFF_OPTIONS, "--name-only", "-z", "--diff-filter=d", before))
        return frozenset(tree_path(path) for path in (*known, *repository.untracked()))


def renames(repo: Path, old: str, new: str | None) -> Mapping[str, str]:
    """Return the new path of each file that Git takes for moved between two commits, by its old path.

    Args:
        repo: a folder in the work tree; paths are relative to it, moves out of it or into it are none.
        old: the commit before.
        new: the commit after; None for the work tree as it is.

    Raises:
        NotARepository: `repo` is in none.
        UnknownRevision: `old` or `new` means no commit.
    """
    before = resolve(repo, old)
    after = [] if new is None else [resolve(repo, new)]
    with sealed(repo) as repository:
        if new is None:
            repository.intend([path for path in repository.untracked() if not path.endswith(b"/")])
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


def stored_at(path: Path) -> GitFolders | None:
    """Return the repository that stands at exactly `path`, with a work tree or without one."""
    path = path.resolve()
    git = _git_folder(path)
    if git is not None:
        return GitFolders(top=path, git=git, common=_linked(git / "commondir", b"") or git)
    is_bare = (path / "HEAD").is_file() and (path / "objects").is_dir()
    return GitFolders(top=None, git=path, common=path) if is_bare else None


@contextlib.contextmanager
def sealed(repo: Path, *, next_commit: bool = False) -> Iterator[SealedRepository]:
    """Open the repository that the folder `repo` is in.

    Args:
        repo: a folder in the work tree.
        next_commit: read the index that `GIT_INDEX_FILE` names, as Git has it in a hook of `git commit -a`.

    Raises:
        IndexMissing: `GIT_INDEX_FILE` names no regular file.
        NotARepository: it is in none.
    """
    folders = folders_of(repo)
    index = _index_of_caller(folders) if next_commit else None
    with sealed_folders(folders, seen_from=repo, index=index) as repository:
        yield repository


@contextlib.contextmanager
def sealed_folders(folders: GitFolders, *, seen_from: Path, index: Path | None = None) -> Iterator[SealedRepository]:
    """Open a repository whose folders are known, with another index than its own if one is given."""
    with tempfile.TemporaryDirectory(prefix="xcr-git-", ignore_cleanup_errors=True) as private:
        _furnish(Path(private), folders)
        if index is not None:
            _copy(index, Path(private) / "index")
        env = {
            "GIT_DIR": private,
            "GIT_OBJECT_DIRECTORY": str(folders.common.resolve() / "objects"),
            "GIT_INDEX_FILE": str(Path(private) / "index"),
        }
        if folders.top is not None:
            env["GIT_WORK_TREE"] = str(folders.top)
        folder = seen_from.resolve()
        below = "" if folders.top is None else folder.relative_to(folders.top).as_posix().removeprefix(".")
        yield SealedRepository(folder=folder, prefix=f"{below}/" if below else "", env=env)


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


def _furnish(private: Path, folders: GitFolders) -> None:
    (private / "refs").mkdir()
    (private / "info").mkdir()
    (private / "HEAD").write_text("ref: refs/heads/none\n")
    (private / "info" / "attributes").write_text(_ATTRIBUTES)
    object_format = _ask(folders, "rev-parse", "--show-object-format").decode().strip()
    bare = "true" if folders.top is None else "false"
    (private / "config").write_text(_CONFIG.format(object_format=object_format, bare=bare))
    beside = [folders.common / "shallow", folders.common / "info" / "exclude"]
    index = [folders.git / "index", *folders.git.glob("sharedindex.*")]  # a split index is two files
    for file in (*beside, *index):
        if file.is_file():
            _copy(file, private / file.relative_to(folders.common if file in beside else folders.git))


def _copy(file: Path, place: Path) -> None:
    if file.stat().st_size > _LARGEST_COPY:
        raise RepositoryTooLarge(file.name, file.stat().st_size)
    shutil.copyfile(file, place)


def _index_of_caller(folders: GitFolders) -> Path | None:
    """The index that Git tells a hook to read: that of `git commit -a` or `git commit FILE` is a temporary one."""
    named = os.environ.get("GIT_INDEX_FILE", "")
    if not named:
        return None
    index = (folders.top or folders.git) / named
    if index.is_file():
        return index
    if index.resolve() == (folders.git / "index").resolve():  # before anything was added there is none
        return None
    raise IndexMissing(named)


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
