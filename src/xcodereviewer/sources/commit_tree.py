"""The tree of a commit, read from the object store: nothing is checked out, so no filter, attribute or link acts."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.sources.blobs import BlobReader, open_blobs
from xcodereviewer.sources.folder_rules import IGNORE_FILE_BYTES, FolderRules
from xcodereviewer.sources.ignore import GIT, SEMGREP, XCR, byte_text
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.repository import Entry, SealedRepository, resolve, sealed
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.sieve import Candidate, ReadIgnoreFile, Sieved, sieve
from xcodereviewer.sources.stored_tree import StoredTree

__all__ = [
    "candidate_of",
    "ignore_file_reader",
    "open_commit",
    "reader_of",
    "rules_above",
    "shown_name",
    "tree_of_commit",
]

_SPECIAL = {"120000": "a symbolic link, never followed or opened", "160000": "a submodule: review it by itself"}


@contextlib.contextmanager
def open_commit(repo: Path, revision: str, *, selection: Selection) -> Iterator[SourceTree]:
    """Open what a commit holds in the folder `repo` of a work tree.

    Raises:
        NotARepository: `repo` is in none.
        UnknownRevision: `revision` means no commit.
        XCodeReviewerError: Git is missing, failed, took too long or gave too much.
    """
    commit = resolve(repo, revision)
    target = Target(kind="git", name=shown_name(repo), revision=commit)
    with sealed(repo) as repository, open_blobs(repository) as blobs:
        yield tree_of_commit(repository, blobs, target=target, selection=selection)


def tree_of_commit(
    repository: SealedRepository,
    blobs: BlobReader,
    *,
    target: Target,
    selection: Selection,
    candidate: Callable[[Entry], Candidate] | None = None,
) -> StoredTree:
    """Return the tree of the commit that is `target.revision`; it can be read as long as `blobs` can.

    `candidate` says what an entry is to a review, when `candidate_of` would not know.
    """
    below = os.fsencode(repository.prefix)
    read_ignore_file = ignore_file_reader(repository, blobs, commit=target.revision)
    entries = {entry.path: entry for entry in repository.sized(repository.entries(target.revision))}
    sieved = sieve(
        map(candidate or candidate_of, entries.values()),
        selection=selection,
        read_ignore_file=lambda path: read_ignore_file(below + path),
        above=rules_above(repository, read_ignore_file) if selection.use_ignore_files else None,
    )
    return StoredTree(
        target=target,
        files=sieved.files,
        skipped=sieved.skipped,
        reader=reader_of(sieved, entries.values(), blobs=blobs, selection=selection),
    )


def candidate_of(entry: Entry) -> Candidate:
    """Return what an entry of a commit or of the index is to a review."""
    reason = _SPECIAL.get(entry.mode, "")
    is_missing = not reason and entry.size < 0
    return Candidate(
        path=entry.path,
        size=max(entry.size, 0),
        reason="the repository does not hold its content (a partial clone?)" if is_missing else reason,
        is_failure=is_missing,
    )


def reader_of(
    sieved: Sieved, entries: Iterable[Entry], *, blobs: BlobReader, selection: Selection
) -> Callable[[str], bytes]:
    """Return what reads a file of the sieved tree from the object that its entry names."""
    ids = {entry.path: entry.id for entry in entries}
    by_path = {shown: ids[stored] for shown, stored in sieved.stored.items()}
    return lambda path: blobs.read(by_path[path], limit=selection.max_file_bytes)


def rules_above(repository: SealedRepository, read_ignore_file: ReadIgnoreFile) -> FolderRules:
    """Return what the ignore files in the folders above the repository's folder say of what is in it.

    `read_ignore_file` gives one by its path from the top.
    """
    rules = FolderRules()
    folder = ""
    for part in repository.prefix.split("/")[:-1]:

        def read(name: str, folder: str = folder) -> bytes | None:
            return None if name == GIT else read_ignore_file(os.fsencode(folder + name))

        rules = rules.with_ignore_files(read, folder=folder)
        folder += f"{part}/"
    return replace(rules, prefix=byte_text(folder))


def ignore_file_reader(repository: SealedRepository, blobs: BlobReader, *, commit: str) -> ReadIgnoreFile:
    """Return what gives an ignore file of a commit by its path from the top."""
    ids = repository.ignore_files(commit)

    def read(path: bytes) -> bytes | None:
        if path not in ids and path.endswith((XCR.encode(), SEMGREP.encode())):
            return None
        named = ids.get(path, "").encode() or b"%s:%s" % (commit.encode(), path)  # what `:include` names
        try:
            return blobs.read(named, limit=IGNORE_FILE_BYTES)
        except OSError:
            return None

    return read


def shown_name(folder: Path) -> str:
    """Return a folder's name for those who read a report: as written when it is relative, never what is above it."""
    is_plain = not folder.is_absolute() and folder.parts and ".." not in folder.parts
    return tree_path(folder.as_posix() if is_plain else folder.resolve().name) or "/"
