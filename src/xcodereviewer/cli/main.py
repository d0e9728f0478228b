"""The door of the command line."""
# xcr: ignore-file[broad-handler-outside-the-doors] the door of a command: a fault of ours is told as one

import gc
import sys
from collections.abc import Sequence

from xcodereviewer import __version__

__all__ = ["main"]

_COLLECTED_AFTER = 200_000  # new objects; a review makes many that stay, and looking for cycles among them finds none


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported that takes time
        sys.stdout.write(f"xcr {__version__}\n")
        return
    if sys.stdout is None:  # closed by the caller, as by `>&-`
        sys.stderr.write("xcr: standard output is closed. Send it to /dev/null to see nothing.\n")
        sys.exit(2)
    import signal
    import time

    began_ns = time.time_ns()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who ends a review wants to read what it found as well
    try:
        code = _answer(sys.argv[1:])
    except KeyboardInterrupt:  # before there was a command to answer it
        sys.stderr.write("xcr: interrupted\n")
        code = 130
        if sys.argv[1:2] == ["review"]:
            from xcodereviewer.cli.interrupted import leave_partial_reports

            leave_partial_reports(sys.argv[2:], began_ns=began_ns)
    except Exception:  # would end with 1, which means that the gate failed
        import traceback

        traceback.print_exc()
        sys.stderr.write("xcr: this is a fault of XCodeReviewer's own. Please report it with the lines above.\n")
        code = 2
    sys.exit(code)


def _answer(arguments: Sequence[str]) -> int:
    from xcodereviewer.cli.replay import replay

    code = replay(arguments)
    if code is None:
        gc.set_threshold(_COLLECTED_AFTER)
        from xcodereviewer.cli.commands import run

        code = run(arguments)
    return code
