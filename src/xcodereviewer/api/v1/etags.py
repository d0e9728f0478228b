"""Versions of things as entity tags (RFC 9110 §8.8.3)."""

import re

from xcodereviewer.core.errors import InputError

__all__ = ["BadEtag", "etag", "read_etag"]

_OURS = re.compile(r'"(\d{1,9})"')


class BadEtag(InputError):
    """An `If-Match` that is no tag of ours."""

    def __init__(self) -> None:
        super().__init__("`If-Match` is not an ETag of this service. Send the one that came with what is changed.")


def etag(version: int) -> str:
    """Return the tag of a version."""
    return f'"{version}"'


def read_etag(text: str | None) -> int | None:
    """Return the version that must still be the last; None when any may be.

    Raises:
        BadEtag: it is no tag of ours.
    """
    if text is None or text.strip() == "*":
        return None
    found = _OURS.fullmatch(text.strip())
    if found is None:
        raise BadEtag
    return int(found[1])
