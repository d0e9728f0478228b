"""Paths as a store lists them: bytes that may say anything."""

__all__ = ["misplaced", "stored_text"]

_LONGEST = 4096  # PATH_MAX
_DEEPEST = 200


def stored_text(stored: bytes) -> str:
    """Return the path as `os.fsdecode` gives it where file names are UTF-8, from which the bytes can be had again."""
    return stored.decode(errors="surrogateescape")


def misplaced(stored: bytes) -> str | None:
    """Return why a path is no place below the top of a tree."""
    if len(stored) > _LONGEST:
        return "its path is too long"
    if stored.startswith(b"/"):
        return "its path is absolute"
    parts = stored.split(b"/")
    if len(parts) > _DEEPEST:
        return "its path is too deep"
    if b".." in parts:
        return "its path leads out of the tree"
    if b"" in parts or b"." in parts or b"\0" in stored:
        return "its path is not a valid one"
    return None
