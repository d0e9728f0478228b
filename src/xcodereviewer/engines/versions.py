"""Which version of a package is installed, found out without reading all that is known of it."""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["installed_version"]

_NAME = re.compile(r"[-_.]+")


@lru_cache(maxsize=64)
def installed_version(package: str, module: str) -> str:
    """Return the version of `package`, which brings the top-level `module`.

    An installed wheel has a folder `name-version.dist-info` beside its module: one look at the folder, where
    `importlib.metadata` takes longer to import than a small review takes.
    """
    wanted = _NAME.sub("_", package).lower()
    spec = find_spec(module)
    if spec is not None and spec.origin is not None:
        place = Path(spec.origin).parent
        for folder in (place, place.parent):  # of a module, of a package
            for info in folder.glob("*.dist-info"):
                name, _, version = info.name.removesuffix(".dist-info").partition("-")
                if _NAME.sub("_", name).lower() == wanted:
                    return version
    from importlib.metadata import version as slow_version

    return slow_version(package)
