"""Where on this machine we look for the user's configuration, and keep what only saves time."""

import os
import sys
from pathlib import Path

__all__ = ["cache_folder", "configuration_folder"]

CACHE_VARIABLE = "XCR_CACHE_DIR"


def cache_folder() -> Path:
    """Return the folder of this user's cache: `XCR_CACHE_DIR`, or the platform's."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "linux":  # as platformdirs says, without the time to import it
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "xcodereviewer"
    import platformdirs

    return Path(platformdirs.user_cache_dir("xcodereviewer"))


def configuration_folder() -> Path:
    """Return the folder of this user's configuration."""
    if sys.platform == "linux":
        named = os.environ.get("XDG_CONFIG_HOME", "")
        return (Path(named) if Path(named).is_absolute() else Path.home() / ".config") / "xcodereviewer"
    import platformdirs

    return Path(platformdirs.user_config_dir("xcodereviewer"))
