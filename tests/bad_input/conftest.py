"""The fixtures of the command line."""

from tests.cli.conftest import git, own_cache, xcr

__all__ = ["git", "own_cache", "xcr"]
