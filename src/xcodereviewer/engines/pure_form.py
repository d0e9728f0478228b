"""Whether engines are to run as they are written where there is a compiled form of them: `XCR_PURE=1`.

A worker has no environment; it is told by an option of its interpreter.
"""

import os
import sys

__all__ = ["PURE_VARIABLE", "interpreter_options", "is_pure_wanted"]

PURE_VARIABLE = "XCR_PURE"
_OPTION = "xcr-pure"


def is_pure_wanted() -> bool:
    """Whether the environment of this process, or whoever started it, says so."""
    return os.environ.get(PURE_VARIABLE, "") not in ("", "0") or _OPTION in sys._xoptions


def interpreter_options() -> list[str]:
    """Return what tells the interpreter of a worker the same."""
    return ["-X", _OPTION] if is_pure_wanted() else []
