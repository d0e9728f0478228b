"""Names of files as text that can travel: in reports, caches and databases."""

import os

__all__ = ["tree_path"]


def tree_path(path: bytes | str) -> str:
    """Return a path, as bytes or as `os.fsdecode` gives it, with each byte that is not UTF-8 as `\\xNN`."""
    if isinstance(path, str):
        if path.isascii():
            return path
        path = os.fsencode(path)
    return path.decode(errors="backslashreplace")
