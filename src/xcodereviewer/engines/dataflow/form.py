"""Which form of the engine runs: the modules as they are written, or the same modules compiled by `scripts/compile.py`.

The compiled form counts when it was made for this interpreter and of exactly the sources that stand here; an edited
source is never hidden behind an older binary. Otherwise, and with `XCR_PURE=1`, the sources run. Both forms find the
same.
"""

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from xcodereviewer.engines.pure_form import PURE_VARIABLE, is_pure_wanted
from xcodereviewer.library_models.files import files_digest

__all__ = ["STAMP", "compiled_folder", "stamp", "why_pure"]

STAMP = "stamp"
_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE.parents[1]


def compiled_folder() -> Path:
    """Return where the compiled modules are when there are any: in the package, or in `build` of a checkout."""
    installed = _PACKAGE / "compiled"
    return installed if installed.is_dir() else _ROOT.parents[1] / "build" / "compiled"


def stamp() -> str:
    """Return what compiled modules must have been made of: these sources, those that they import, this interpreter."""
    digests = (files_digest(folder, ".py") for folder in (_PACKAGE, _ROOT / "domain", _ROOT / "library_models"))
    return " ".join((*digests, EXTENSION_SUFFIXES[0]))


def why_pure() -> str:
    """Return why the sources themselves run; empty when their compiled form does."""
    if is_pure_wanted():
        return f"{PURE_VARIABLE} is set"
    try:
        made_of = (compiled_folder() / STAMP).read_text(encoding="ascii")
    except OSError:
        return "it was not compiled"
    return "" if made_of == stamp() else "it was compiled from other sources, or for another Python"
