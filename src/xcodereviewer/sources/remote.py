"""A repository elsewhere: one commit of it, fetched into a folder that is gone afterwards, never checked out."""
# xcr: ignore-file[write-outside-its-place] fetches into a temporary folder of its own

import contextlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.core.errors import InputError, Unavailable
from xcodereviewer.domain.review import Target
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.sources.blobs import open_blobs
from xcodereviewer.sources.commit_tree import candidate_of, tree_of_commit
from xcodereviewer.sources.git import GitFailed, GitLimits, run_git
from xcodereviewer.sources.git_folders import GitFolders, commit_of, stored_at
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.remote_access import RemoteAccess, way_to
from xcodereviewer.sources.remote_url import GitUrl, Protocol, looks_like_git_url, parse_git_url
from xcodereviewer.sources.sealed import Entry, sealed_folders
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.sieve import Candidate

__all__ = [
    "BadRevision",
    "EmptyRemote",
    "FetchFailed",
    "NoSuchRepository",
    "Remote",
    "RemoteLimits",
    "UnknownRemoteRevision",
    "is_bad_revision",
    "looks_like_git_url",
    "open_git_url",
]

_ID = re.compile(r"[0-9a-fA-F]{4,64}")
_BAD_REVISION = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|\A[-/.]|[/.]\Z|//|\A\Z")
_SHA256_DIGITS = 64
_FULL = (40, _SHA256_DIGITS)
_HERE = "refs/xcr/fetched"
_FETCH = (
    *("-c", "fetch.unpackLimit=1", "-c", "http.lowSpeedLimit=1000", "-c", "http.lowSpeedTime=30"),
    *("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-gc"),
)


class BadRevision(InputError):
    """A revision that can be the name of nothing."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"{revision!r} names no revision of a repository. Give a branch, a tag or a commit id.")


class UnknownRemoteRevision(InputError):
    """A revision that the repository does not have."""

    def __init__(self, revision: str, shown: str) -> None:
        super().__init__(f"{shown} has no commit {revision!r}. Give one of its branches or tags, or a full commit id.")


class EmptyRemote(InputError):
    """A repository without a commit."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} has no commit to review. Name a branch or tag that has one.")


class NoSuchRepository(InputError):
    """A file URL that leads to no repository."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"There is no Git repository {shown!r} at this file URL. Check the path.")


class FetchFailed(Unavailable):
    """The other side, or the way to it, said no."""

    def __init__(self, shown: str, reason: str) -> None:
        super().__init__(
            f"{shown} could not be fetched: {reason or 'Git gave no reason'}. Check the address, the network and the "
            "credentials (a token in the URL, .netrc, an ssh key and known host)."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteLimits:
    """How much of time and disk a fetch may take."""

    timeout_s: float = 300.0
    total_bytes: int = 1_000_000_000


def is_bad_revision(revision: str) -> bool:
    """Whether it can be the name of no branch, tag or commit."""
    return _BAD_REVISION.search(revision) is not None


@contextlib.contextmanager
def open_git_url(
    url: str,
    *,
    revision: str | None,
    selection: Selection,
    limits: RemoteLimits | None = None,
    access: RemoteAccess | None = None,
) -> Iterator[SourceTree]:
    """Open one commit of a repository elsewhere.

    Only that commit is fetched, without its history, its submodules and the files that are too large to be reviewed. A
    repository on this machine (`file:///path`) is read in place.

    Args:
        url: `https`, `ssh`, `user@host:path` or `file`; credentials in it reach no command line, name or error.
        revision: a branch, tag or commit id; None for what the repository itself gives first.
        selection: what is asked for.
        limits: when a fetch is ended.
        access: by what and whither it is fetched for others; None for what whoever runs this has and may.

    Raises:
        AddressNotAllowed: the access does not reach so far.
        BadGitUrl: the address is of another kind.
        BadRevision: the revision can be the name of nothing.
        EmptyRemote: the repository has no commit.
        FetchFailed: it cannot be reached, or does not let us in.
        NoSuchRepository: there is none at a file URL.
        UnknownRemoteRevision: it has no such commit.
        UnknownRevision: the same, of a file URL.
        XCodeReviewerError: Git is missing, took too long or gave too much.
    """
    place = parse_git_url(url)
    if revision is not None and place.protocol is not Protocol.FILE and is_bad_revision(revision):
        raise BadRevision(revision)
    if place.protocol is Protocol.FILE and access is None:
        with _open_here(place, revision, selection=selection) as tree:
            yield tree
        return
    with (
        way_to(place, access) as way,
        tempfile.TemporaryDirectory(prefix="xcr-fetch-", ignore_cleanup_errors=True) as folder,
    ):
        remote = Remote(url=place, folder=Path(folder), limits=limits or RemoteLimits(), way=way)
        commit = remote.fetch(revision, max_file_bytes=selection.max_file_bytes)
        folders = GitFolders(top=None, git=remote.folder, common=remote.folder)
        target = Target(kind="git", name=place.shown, revision=commit)
        with sealed_folders(folders) as repository, open_blobs(repository) as blobs:
            yield tree_of_commit(
                repository,
                blobs,
                target=target,
                selection=selection,
                candidate=lambda entry: _fetched(entry, selection),
            )


@contextlib.contextmanager
def _open_here(place: GitUrl, revision: str | None, *, selection: Selection) -> Iterator[SourceTree]:
    # Fetching would start a Git that reads the configuration of that repository.
    folders = stored_at(Path(place.path))
    if folders is None:
        raise NoSuchRepository(tree_path(place.shown))
    commit = commit_of(folders, revision or "HEAD")
    target = Target(kind="git", name=tree_path(place.shown), revision=commit)
    with sealed_folders(folders) as repository, open_blobs(repository) as blobs:
        yield tree_of_commit(repository, blobs, target=target, selection=selection)


def _fetched(entry: Entry, selection: Selection) -> Candidate:
    candidate = candidate_of(entry)
    if not candidate.is_failure:
        return candidate
    reason = f"too large: not fetched, since it has more than {selection.max_file_bytes:,} bytes"
    return Candidate(path=entry.path, reason=reason, is_too_large=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A repository elsewhere, and the Git directory that is filled from it; `way` is its environment there."""

    url: GitUrl
    folder: Path
    limits: RemoteLimits
    way: Mapping[str, str]

    def fetch(self, revision: str | None, *, max_file_bytes: int) -> str:
        """Fill the folder with one commit and return its id."""
        _make_git_folder(self.folder, object_format="sha1")
        wanted, digits = self._find(revision)
        _make_git_folder(self.folder, object_format="sha256" if digits == _SHA256_DIGITS else "sha1")
        if wanted is None:
            wanted = self._whole_id(revision or "", digits)
        large = f"--filter=blob:limit={max_file_bytes + 1}"
        try:
            self.run(*_FETCH, "--depth=1", large, "origin", f"+{wanted}:{_HERE}")
        except FetchFailed as error:
            if revision is not None and _ID.fullmatch(revision):
                raise UnknownRemoteRevision(revision, self.url.shown) from error
            raise
        return self.commit(_HERE, revision or "HEAD")

    def _find(self, revision: str | None) -> tuple[str | None, int]:
        """Return the ref or id to fetch, None when it has to be looked for, and how many digits ids have."""
        names = ["HEAD"] if revision is None else [revision, f"refs/tags/{revision}", f"refs/heads/{revision}"]
        listed = self.run("ls-remote", "--quiet", "origin", "HEAD", *names).decode(errors="replace")
        refs = {name: commit for commit, _, name in (line.partition("\t") for line in listed.splitlines())}
        digits = max(map(len, refs.values()), default=_FULL[0])
        for name in names:
            if name in refs:
                return name, digits
        if revision is None:
            raise EmptyRemote(self.url.shown)
        if not _ID.fullmatch(revision):
            raise UnknownRemoteRevision(revision, self.url.shown)
        return (revision.lower() if len(revision) in _FULL else None), digits

    def _whole_id(self, beginning: str, digits: int) -> str:
        """Return the full id of a commit by its first digits; it takes the ids of the whole history, but no file."""
        with tempfile.TemporaryDirectory(prefix="xcr-ids-", ignore_cleanup_errors=True) as folder:
            history = Remote(url=self.url, folder=Path(folder), limits=self.limits, way=self.way)
            _make_git_folder(history.folder, object_format="sha256" if digits == _SHA256_DIGITS else "sha1")
            everything = ("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
            history.run(*_FETCH, "--filter=tree:0", "origin", *everything)
            return history.commit(beginning, beginning)

    def commit(self, name: str, revision: str) -> str:
        """Return the id of the commit that a name in the folder means; `revision` is what was asked for."""
        try:
            return self._git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", env={}).decode().strip()
        except GitFailed as error:
            raise UnknownRemoteRevision(revision, self.url.shown) from error

    def run(self, *args: str) -> bytes:
        """Return what Git says that may go out."""
        try:
            return self._git(*args, env=self.way)
        except GitFailed as error:
            raise FetchFailed(self.url.shown, error.reason) from error

    def _git(self, *args: str, env: Mapping[str, str]) -> bytes:
        limits = GitLimits(timeout_s=self.limits.timeout_s, folder=self.folder, folder_bytes=self.limits.total_bytes)
        return run_git(args, env={"GIT_DIR": str(self.folder), **env}, limits=limits)


def _make_git_folder(folder: Path, *, object_format: str) -> None:
    """Make what `git init` would, without its templates."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "HEAD").write_text("ref: refs/heads/none\n")
    (folder / "config").write_text(
        f"[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = {object_format}\n"
    )
