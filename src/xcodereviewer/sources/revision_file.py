"""One file as it was in a commit."""

from pathlib import Path

from xcodereviewer.sources.git import GitFailed
from xcodereviewer.sources.sealed import sealed

__all__ = ["read_at"]


def read_at(path: Path, revision: str) -> bytes | None:
    """Return what the file `path` of a work tree held in the commit `revision`; None when it was not there.

    Raises:
        NotARepository: `path` is in none.
    """
    folder = path.parent.resolve()
    with sealed(folder) as repository:
        try:
            name = (folder / path.name).relative_to(repository.folder).as_posix()
            return repository.run("cat-file", "blob", f"{revision}:{name}")
        except GitFailed:
            return None
