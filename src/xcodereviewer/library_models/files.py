"""Where the files of the library models are, and a digest of them that costs only their reading."""

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["model_files", "models_digest"]

FOLDER = Path(__file__).parent


def model_files(language: str, *folders: Path) -> list[Path]:
    """Return the model files of one language, ours first, each folder's in the order of their names."""
    return [path for folder in (FOLDER, *folders) for path in sorted((folder / language).glob("*.yaml"))]


@cache
def models_digest() -> str:
    """Return a digest (hex) that changes whenever one of our models does."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*.yaml")):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
