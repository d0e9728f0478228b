"""Where the files of the library models are, and digests of files that cost only their reading."""

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["files_digest", "model_files", "models_digest"]

FOLDER = Path(__file__).parent


def model_files(language: str, *folders: Path) -> list[Path]:
    """Return the model files of one language, ours first, each folder's in the order of their names."""
    return [path for folder in (FOLDER, *folders) for path in sorted((folder / language).glob("*.yaml"))]


@cache
def files_digest(folder: Path, suffix: str) -> str:
    """Return a digest (hex) that changes whenever a file with this suffix below a folder does."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob(f"*{suffix}")):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def models_digest() -> str:
    """Return a digest (hex) that changes whenever one of our models does."""
    return files_digest(FOLDER, ".yaml")
