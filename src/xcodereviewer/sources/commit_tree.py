"""The tree of a commit, read from the object store: nothing is checked out, so no filter, attribute or link acts."""

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.sources.attributes import ATTRIBUTES
from xcodereviewer.sources.blobs import BlobReader, open_blobs
from xcodereviewer.sources.folder_rules import IGNORE_FILE_BYTES, ReadIgnoreFile
from xcodereviewer.sources.ignore import SEMGREP, XCR
from xcodereviewer.sources.part import part_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.repository import resolve
from xcodereviewer.sources.sealed import Entry, SealedRepository, sealed
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.sieve import Candidate, Sieved, sieve
from xcodereviewer.sources.stored_tree import StoredTree

__all__ = [
    "candidate_of",
    "ignore_file_reader",
    "open_commit",
    "reader_of",
    "tree_of_commit",
]

_SPECIAL = {"120000": "a symbolic link, never followed or opened", "160000": "a submodule: review it by itself"}


@contextlib.contextmanager
def open_commit(path: Path, revision: str, *, selection: Selection, also: Collection[str] = ()) -> Iterator[SourceTree]:
    """Open what a commit holds where `path` is: a file or folder of a work tree, or a bare repository.

    `also` are paths outside of it, from the top, that are opened as well.

    Raises:
        MissingPath: nothing is at `path`.
        NotARepository: it is in none.
        UnknownRevision: `revision` means no commit.
        XCodeReviewerError: Git is missing, failed, took too long or gave too much.
    """
    with sealed(path) as repository, open_blobs(repository) as blobs:
        target = Target(kind="git", name=part_of(path).name, revision=resolve(path, revision))
        seen = replace(repository, also=frozenset(also))
        yield tree_of_commit(seen, blobs, target=target, selection=selection)


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
    entries = {entry.path: entry for entry in repository.sized(repository.entries(target.revision))}
    sieved = sieve(
        map(candidate or candidate_of, entries.values()),
        selection=selection,
        read_ignore_file=ignore_file_reader(repository, blobs, commit=target.revision),
        part=repository.part,
    )
    return StoredTree(
        target=target,
        files=sieved.files,
        skipped=sieved.skipped,
        reader=reader_of(sieved, entries.values(), blobs=blobs, selection=selection),
        part=tree_path(repository.part),
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


def ignore_file_reader(repository: SealedRepository, blobs: BlobReader, *, commit: str) -> ReadIgnoreFile:
    """Return what gives an ignore file of a commit by its path."""
    ids = repository.ignore_files(commit)

    def read(path: bytes) -> bytes | None:
        if path not in ids and path.endswith((XCR.encode(), SEMGREP.encode(), ATTRIBUTES.encode())):
            return None
        named = ids.get(path, "").encode() or b"%s:%s" % (commit.encode(), path)  # what `:include` names
        try:
            return blobs.read(named, limit=IGNORE_FILE_BYTES)
        except OSError:
            return None

    return read
