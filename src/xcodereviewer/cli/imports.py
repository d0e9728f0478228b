"""Other tools' reports on their way into a review."""

from pathlib import Path

from xcodereviewer.core.errors import NotFound
from xcodereviewer.engines.sarif_import import SarifImport, read_sarif

__all__ = ["read_import"]


class ImportMissing(NotFound):
    """A report that is not there."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The SARIF report {path} cannot be read: {reason}. Check the name.")


def read_import(path: str) -> SarifImport:
    """Read another tool's SARIF report.

    Raises:
        ImportMissing: it is not there.
        InputError: it is not SARIF 2.1.0.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ImportMissing(path, error.strerror or str(error)) from error
    return read_sarif(data, name=Path(path).name)
