"""The door of the command line."""

import sys

from xcodereviewer import __version__

__all__ = ["main"]


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is imported that takes time
        sys.stdout.write(f"xcr {__version__}\n")
        return
    from xcodereviewer.cli.replay import replay

    code = replay(sys.argv[1:])
    if code is None:
        from xcodereviewer.cli.commands import run

        code = run(sys.argv[1:])
    sys.exit(code)
