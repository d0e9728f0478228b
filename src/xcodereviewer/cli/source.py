"""From what stands on the command line to the tree that it means."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from xcodereviewer.core.errors import InputError, NotFound
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.source import SourceTree
from xcodereviewer.sources.part import UnreadablePath, part_of
from xcodereviewer.sources.paths import tree_path
from xcodereviewer.sources.selection import Selection
from xcodereviewer.sources.worktree import is_repository_itself

__all__ = ["Source", "common_target", "forced", "open_source"]

STANDARD_INPUT = "-"


class ContradictingSources(InputError):
    """Two ways of saying what to review."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(f"{' and '.join(names)} say different things about what to review. Use one of them.")


class EmptyTarget(InputError):
    """A TARGET that is an empty text, as an unset variable of a script leaves it."""

    def __init__(self) -> None:
        super().__init__("TARGET is an empty text. Name what to review; `.` is the folder you are in.")


class PatchMissing(NotFound):
    """A patch file that is not there."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The patch {path} cannot be read: {reason}. Name a file, or `-` for standard input.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is to be reviewed, as the user said it.

    `target` is a folder, a file, an archive, a repository, a Git URL or `-`; `diff`, `staged` and `patch` choose a
    change of the folder or file; `revision` is one of its repository, or of a Git URL; `since` is the commit after
    which nothing may leave itself out of the review of a folder; `language` and `name` describe a snippet; `parts` are
    what of the tree is meant, when several files and folders were named. One that `is_forced` leaves out also what was
    named itself.
    """

    target: str
    diff: str | None = None
    staged: bool = False
    patch: str | None = None
    whole_tree: bool = False
    revision: str | None = None
    since: str | None = None
    language: Language | None = None
    name: str | None = None
    parts: tuple[str, ...] = ()
    is_forced: bool = False

    def __post_init__(self) -> None:
        said = [
            *(["--diff"] if self.diff is not None else []),
            *(["--staged"] if self.staged else []),
            *(["--patch"] if self.patch is not None else []),
            *(["--revision"] if self.revision is not None else []),
        ]
        if not self.target:
            raise EmptyTarget
        if len(said) > 1:
            raise ContradictingSources(said)
        if self.revision is not None and self.since is not None:
            raise ContradictingSources(["--revision", "--baseline-commit"])
        if said and self.target == STANDARD_INPUT:
            raise ContradictingSources([*said, "a snippet on standard input"])

    @property
    def is_change(self) -> bool:
        """Whether only a change is under review."""
        return self.diff is not None or self.staged or self.patch is not None

    @property
    def folder(self) -> Path | None:
        """The folder on this machine that is meant, or that the named file is in; None for anything else.

        Raises:
            UnreadablePath: it may not be entered; told before the settings are looked for in there.
        """
        path = Path(self.target)
        if self.target == STANDARD_INPUT:
            return None
        if path.is_dir():
            if not os.access(path, os.R_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
                raise UnreadablePath(tree_path(self.target), os.strerror(errno.EACCES))
            return path
        return path.parent if path.is_file() else None


def common_target(targets: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the folder that several TARGETs are in, and what they are in its tree.

    Raises:
        XCodeReviewerError: they are not files and folders of one work tree.
    """
    from xcodereviewer.sources.named_parts import together

    if not all(targets):
        raise EmptyTarget
    named = together([Path(target) for target in targets])
    return os.path.relpath(named.folder), named.parts


def forced(source: Source) -> Source:
    """Return the source from the top of its tree, so that what it names is chosen from as all else is."""
    from xcodereviewer.sources.archive import looks_like_archive

    path = Path(source.target)
    is_tree = source.folder is not None and source.revision is None and not is_repository_itself(path)
    if not is_tree or (path.is_file() and looks_like_archive(path)):
        return source
    part = part_of(path)
    if part.work_tree is None and part.is_file:
        part = replace(part, root=part.folder, path=part.path.rpartition("/")[2])
    return replace(source, target=os.path.relpath(part.root), parts=source.parts or (part.path,), is_forced=True)


@contextlib.contextmanager
def open_source(source: Source, *, selection: Selection) -> Iterator[SourceTree]:
    """Open the tree that is meant; what is not needed for it is not imported.

    Raises:
        XCodeReviewerError: there is no such thing, or it cannot be read.
    """
    with _open_whole(source, selection=selection) as tree:
        if not source.parts:
            yield tree
            return
        from xcodereviewer.sources.named_parts import NamedParts

        yield NamedParts(tree, source.parts)


def _open_whole(source: Source, *, selection: Selection) -> AbstractContextManager[SourceTree]:
    if source.is_change:
        return _open_change(source, selection)
    if source.target == STANDARD_INPUT:
        from xcodereviewer.sources.snippet import open_snippet

        return open_snippet(sys.stdin.buffer.read(), language=source.language, name=source.name)
    path = Path(source.target)
    if source.revision is None and path.is_dir() and not is_repository_itself(path):
        return _open_directory(path, source, selection)
    from xcodereviewer.sources.remote import looks_like_git_url, open_git_url

    if looks_like_git_url(source.target):
        return open_git_url(source.target, revision=source.revision, selection=selection)
    if source.revision is not None or path.is_dir():
        from xcodereviewer.sources.commit_tree import open_commit

        return open_commit(path, source.revision or "HEAD", selection=selection)
    if path.is_file():
        from xcodereviewer.sources.archive import looks_like_archive, open_archive

        if looks_like_archive(path):
            return open_archive(path, selection=selection)
    return _open_directory(path, source, selection)


def _open_directory(path: Path, source: Source, selection: Selection) -> AbstractContextManager[SourceTree]:
    named = () if source.is_forced else source.parts
    if source.since is not None:
        from xcodereviewer.sources.since import open_since

        return open_since(path, source.since, selection=selection, named=named)
    from xcodereviewer.sources.directory import open_directory

    return open_directory(path, selection=selection, named=named)


def _open_change(source: Source, selection: Selection) -> AbstractContextManager[SourceTree]:
    from xcodereviewer.sources.diff import Scope, open_diff, open_staged
    from xcodereviewer.sources.patch import open_patch

    scope = Scope.WHOLE_TREE if source.whole_tree else Scope.CHANGED_FILES
    path = Path(source.target)
    if source.diff is not None:
        return open_diff(path, source.diff, selection=selection, scope=scope)
    if source.staged:
        return open_staged(path, selection=selection, scope=scope)
    return open_patch(path, _read_patch(source.patch or STANDARD_INPUT), selection=selection, scope=scope)


def _read_patch(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise PatchMissing(path, error.strerror or str(error)) from error
