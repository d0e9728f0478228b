"""One file as it was in a commit."""

import os
from pathlib import Path

from xcodereviewer.sources.git import GitFailed
from xcodereviewer.sources.repository import sealed

__all__ = ["read_at"]


def read_at(path: Path, revision: str) -> bytes | None:
    """Return what the file `path` of a work tree held in the commit `revision`; None when it was not there.

    Raises:
        NotARepository: `path` is in none.
    """
    folder = path.parent.resolve()
    with sealed(folder) as repository:
        try:
            return repository.run("cat-file", "blob", f"{revision}:./{os.fspath(path.name)}")
        except GitFailed:
            return None
