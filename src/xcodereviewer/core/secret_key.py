"""The secret key of an installation: what its owner set, or one that is made once and kept in a file."""
# xcr: ignore-file[write-outside-its-place] makes the data folder and the key file in it

import os
import secrets
from pathlib import Path

from xcodereviewer.core.encryption import KeyRing
from xcodereviewer.core.errors import Unavailable
from xcodereviewer.core.security import check_secret_key
from xcodereviewer.core.server_settings import ServerSettings

__all__ = ["NoDataFolder", "key_ring_of", "make_data_folder", "secret_key_of"]


class NoDataFolder(Unavailable):
    """A data folder that cannot be used."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"The data folder {folder} cannot be used: {reason}. Set XCR_DATA_DIR to another one.")


def make_data_folder(folder: Path) -> None:
    """Make the data folder, for its user alone, unless it is there.

    Raises:
        NoDataFolder: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoDataFolder(folder, error.strerror or str(error)) from error


def secret_key_of(settings: ServerSettings) -> str:
    """Return the secret key; the embedded mode makes one at its first start and keeps it, readable by its user only.

    Raises:
        NoDataFolder: it cannot be kept.
        WeakSecretKey: it could be guessed.
    """
    if settings.secret_key is not None:
        return check_secret_key(settings.secret_key.get_secret_value())
    make_data_folder(settings.data_dir)
    path = settings.data_dir / "secret.key"
    try:
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(48))
        return check_secret_key(path.read_text().strip())
    except OSError as error:
        raise NoDataFolder(settings.data_dir, error.strerror or str(error)) from error


def key_ring_of(settings: ServerSettings) -> KeyRing:
    """Return the keys that stored secrets are sealed with.

    Raises:
        NoDataFolder: the secret key cannot be kept.
        WeakSecretKey: it could be guessed.
    """
    return KeyRing(secret_key_of(settings), [old.get_secret_value() for old in settings.old_secret_keys])
