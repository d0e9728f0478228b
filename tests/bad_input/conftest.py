"""The fixtures of the command line."""

from tests.cli.conftest import git, xcr

__all__ = ["git", "xcr"]
