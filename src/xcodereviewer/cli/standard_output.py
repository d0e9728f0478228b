"""Standard output when whoever read it has gone, as `head` does after its lines."""

import contextlib
import os
import sys

__all__ = ["let_go"]


def let_go() -> None:
    """Let go of what standard output did not take; what is still written there goes nowhere, without an error."""
    with contextlib.suppress(OSError, ValueError):  # it may be no file at all
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
