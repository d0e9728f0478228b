"""What a repository elsewhere has: its branches and tags, and the files of a commit without their contents."""
# xcr: ignore-file[write-outside-its-place] fetches into a temporary folder of its own

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xcodereviewer.sources.git_folders import GitFolders
from xcodereviewer.sources.placement import stored_text
from xcodereviewer.sources.remote import BadRevision, Remote, RemoteLimits, is_bad_revision
from xcodereviewer.sources.remote_access import RemoteAccess, way_to
from xcodereviewer.sources.remote_url import parse_git_url
from xcodereviewer.sources.sealed import sealed_folders

__all__ = ["Ref", "Refs", "list_files", "list_refs"]

_BRANCHES, _TAGS = "refs/heads/", "refs/tags/"
_PEELED = "^{}"
_NO_CONTENTS = -1
_FILE_MODES = ("100644", "100755")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A branch or tag, and the commit that it means."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refs:
    """The branches and tags of a repository, by name; `default` is the branch that it gives first."""

    default: str | None
    branches: Sequence[Ref]
    tags: Sequence[Ref]


def list_refs(url: str, *, access: RemoteAccess, limits: RemoteLimits) -> Refs:
    """Return the branches and tags of a repository elsewhere.

    Raises:
        FetchFailed: it cannot be reached, or does not let us in.
        XCodeReviewerError: its address may not be gone to, or Git is missing or took too long.
    """
    with _remote(url, access, limits) as remote:
        listed = remote.run("ls-remote", "--quiet", "--symref", "origin", "HEAD", f"{_BRANCHES}*", f"{_TAGS}*")
    default: str | None = None
    found: dict[str, str] = {}
    for line in listed.decode(errors="replace").splitlines():
        value, _, name = line.partition("\t")
        if name == "HEAD" and value.startswith("ref: "):
            default = value.removeprefix("ref: ").removeprefix(_BRANCHES)
        else:
            found[name.removesuffix(_PEELED)] = value  # a tag with a message is followed by its commit
    return Refs(default=default, branches=_under(_BRANCHES, found), tags=_under(_TAGS, found))


def list_files(
    url: str, *, revision: str | None, access: RemoteAccess, limits: RemoteLimits
) -> tuple[str, Sequence[str]]:
    """Return the id of a commit and the paths of its files, sorted; links and submodules are left out.

    Raises:
        BadRevision: the revision can be the name of nothing.
        UnknownRemoteRevision: the repository has no such commit.
        XCodeReviewerError: it cannot be fetched.
    """
    if revision is not None and is_bad_revision(revision):
        raise BadRevision(revision)
    with _remote(url, access, limits) as remote:
        commit = remote.fetch(revision, max_file_bytes=_NO_CONTENTS)
        with sealed_folders(GitFolders(top=None, git=remote.folder, common=remote.folder)) as repository:
            entries = repository.entries(commit)
            return commit, sorted(stored_text(entry.path) for entry in entries if entry.mode in _FILE_MODES)


@contextlib.contextmanager
def _remote(url: str, access: RemoteAccess, limits: RemoteLimits) -> Iterator[Remote]:
    place = parse_git_url(url)
    with (
        way_to(place, access) as way,
        tempfile.TemporaryDirectory(prefix="xcr-list-", ignore_cleanup_errors=True) as folder,
    ):
        yield Remote(url=place, folder=Path(folder), limits=limits, way=way)


def _under(beginning: str, found: dict[str, str]) -> Sequence[Ref]:
    named = ((name.removeprefix(beginning), commit) for name, commit in found.items() if name.startswith(beginning))
    return [Ref(name=name, commit=commit) for name, commit in sorted(named)]
