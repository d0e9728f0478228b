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
from xcodereviewer.sources.git import GitLimits, run_git
from xcodereviewer.sources.git_folders import GitFolders, folders_of, object_format
from xcodereviewer.sources.part import is_within, part_of
from xcodereviewer.sources.placement import stored_text

__all__ = ["Entry", "IndexMissing", "RepositoryTooLarge", "SealedRepository", "sealed", "sealed_folders"]

_IGNORE_FILE = re.compile(
    rb"(?<=\0)100\d\d\d blob ([0-9a-f]+)\t((?:[^\0]*/)?\.(?:(?:xcr|semgrep)ignore|gitattributes))(?=\0)"
)
_LARGEST_COPY = 512 * 1024 * 1024  # the index of a million files has some 100 MB
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


class IndexMissing(InputError):
    """An index that the environment names and that is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"GIT_INDEX_FILE names {name!r}, which is no file. Unset it to review the repository's index.")


class RepositoryTooLarge(InputError):
    """A repository whose index or list of exclusions no repository needs."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(f"The repository's {name!r} has {size:,} bytes, too many to be read. Review the directory.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One path of a commit or of the index; `size` is -1 until it is asked for."""

    mode: str  # "100644", "100755", "120000" (symbolic link), "160000" (submodule)
    id: str
    path: bytes
    size: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRepository:
    """A repository of which one part is looked at, unable to make Git run anything; paths count from its top.

    `part` is what was named, as in `Part.path`; `also` are paths outside of it that are looked at as well.
    """

    folder: Path  # where Git is started: the top
    part: str
    env: Mapping[str, str]
    also: frozenset[str] = frozenset()

    def run(self, *args: str, stdin: bytes = b"") -> bytes:
        """Return what `git ARGS` prints."""
        return run_git(("-C", str(self.folder), *args), env=self.env, stdin=stdin, limits=_LIMITS)

    def holds(self, path: bytes) -> bool:
        """Return whether a path is looked at."""
        return not self.part or is_within(stored_text(path), self.part) or stored_text(path) in self.also

    def pathspec(self) -> tuple[str, ...]:
        """Return what keeps a command of Git to the part."""
        return ("--", self.part) if self.part else ()

    def empty_tree(self) -> str:
        """Return the id of the tree without files."""
        return self.run("hash-object", "-t", "tree", "--stdin").decode().strip()

    def entries(self, revision: str) -> Iterator[Entry]:
        """Yield what a commit holds in the part."""
        for record in _records(self.run("ls-tree", "-r", "-z", revision)):
            fields, _, path = record.partition(b"\t")
            if self.holds(path):
                mode, _, object_id = fields.decode().split()
                yield Entry(mode=mode, id=object_id, path=path)

    def ignore_files(self, revision: str) -> Mapping[bytes, str]:
        """Return the ids of a commit's `.xcrignore`, `.semgrepignore` and `.gitattributes` files, by their path.

        Asking for them folder by folder would take Git a millisecond for each that is not there.
        """
        listed = self.run("ls-tree", "-r", "-z", revision)
        return {found[2]: found[1].decode() for found in _IGNORE_FILE.finditer(b"\0" + listed)}

    def staged(self) -> Iterator[Entry]:
        """Yield what the index holds in the part; of a conflict our side, the one that stands in the work tree."""
        for record in _records(self.run("ls-files", "--stage", "-z", *self.pathspec())):
            fields, _, path = record.partition(b"\t")
            mode, object_id, stage = fields.decode().split()
            if stage in ("0", "2"):
                yield Entry(mode=mode, id=object_id, path=path)

    def untracked(self) -> Sequence[bytes]:
        """Return the files that Git neither knows nor ignores; a repository among them ends with `/`."""
        return _records(self.run("ls-files", "--others", "-z", "--exclude-standard", *self.pathspec()))

    def intend(self, paths: Sequence[bytes]) -> None:
        """Have what is compared with the work tree know of these files, as if the next commit were to add them."""
        if paths:
            given = b"".join(path + b"\0" for path in paths)
            self.run("add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul", stdin=given)

    def unmerged(self) -> frozenset[bytes]:
        """Return the paths whose merge is not done."""
        records = _records(self.run("ls-files", "--unmerged", "-z", *self.pathspec()))
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


@contextlib.contextmanager
def sealed(path: Path, *, next_commit: bool = False) -> Iterator[SealedRepository]:
    """Open the repository that the file or folder `path` is in, for what is there.

    Args:
        path: what is looked at, in a work tree or as a bare repository.
        next_commit: read the index that `GIT_INDEX_FILE` names, as Git has it in a hook of `git commit -a`.

    Raises:
        IndexMissing: `GIT_INDEX_FILE` names no regular file.
        MissingPath: nothing is there.
        NotARepository: it is in none.
    """
    part = part_of(path)
    folders = folders_of(path)
    index = _index_of_caller(folders) if next_commit else None
    with sealed_folders(folders, part=part.path if folders.top is not None else "", index=index) as repository:
        yield repository


@contextlib.contextmanager
def sealed_folders(folders: GitFolders, *, part: str = "", index: Path | None = None) -> Iterator[SealedRepository]:
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
        yield SealedRepository(folder=folders.top or folders.git, part=part, env=env)


def _furnish(private: Path, folders: GitFolders) -> None:
    (private / "refs").mkdir()
    (private / "info").mkdir()
    (private / "HEAD").write_text("ref: refs/heads/none\n")
    (private / "info" / "attributes").write_text(_ATTRIBUTES)
    bare = "true" if folders.top is None else "false"
    (private / "config").write_text(_CONFIG.format(object_format=object_format(folders), bare=bare))
    beside = [folders.common / "shallow", folders.common / "info" / "exclude"]
    index = [folders.git / "index", *folders.git.glob("sharedindex.*")]  # a split index is two files
    for file in (*beside, *index):
        if file.is_file():
            _copy(file, private / file.relative_to(folders.common if file in beside else folders.git))


def _copy(file: Path, place: Path) -> None:
    if file.stat().st_size > _LARGEST_COPY:
        raise RepositoryTooLarge(file.name, file.stat().st_size)
    shutil.copy2(file, place)  # with its time, by which Git tells which entries may be out of date


def _index_of_caller(folders: GitFolders) -> Path | None:
    """The index that Git tells a hook to read: that of `git commit -a` or `git commit FILE` is a temporary one.

    One outside of the Git directory is meant for another repository, from whose hook this one is reviewed.
    """
    named = os.environ.get("GIT_INDEX_FILE", "")
    if not named:
        return None
    index = (folders.top or folders.git) / named
    git = folders.git.resolve()
    if not index.resolve().is_relative_to(git):
        return None
    if index.is_file():
        return index
    if index.resolve() == git / "index":  # before anything was added there is none
        return None
    raise IndexMissing(named)


def _records(output: bytes) -> list[bytes]:
    return output.split(b"\0")[:-1]
