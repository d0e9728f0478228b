"""Names of Go's modules and packages, as the program writes them and as we know them."""

import re

__all__ = ["unversioned"]

_VERSION = re.compile(r"(?:/v\d+|\.v\d+)(?=$|/)")


def unversioned(path: str) -> str:
    """Return the path of a module or package without a version: `example.com/lib` of `example.com/lib/v2`."""
    return _VERSION.sub("", path)
