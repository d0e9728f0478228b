"""Library models of the user's own: folders laid out as ours, `<language>/<library>.yaml`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from xcodereviewer.library_models.files import FOLDER
from xcodereviewer.library_models.loader import InvalidModel, OwnModel, load_models

__all__ = ["checked_models", "files_of_models", "is_model_file", "model_files_below", "models_in"]

_SUFFIXES = (".yaml", ".yml")


def files_of_models(folder: Path) -> dict[str, bytes]:
    """Return the model files of a folder by their path from there.

    Raises:
        InvalidModel: there is no such folder, or no model in it.
    """
    files = model_files_below(folder)
    if not files:
        known = ", ".join(sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name[0] != "_"))
        reason = f"no model stands in it; write `<language>/<library>.yaml`, the language one of {known}"
        raise InvalidModel(folder.as_posix(), reason)
    return files


def model_files_below(folder: Path) -> dict[str, bytes]:
    """Return the model files of a folder by their path from there; none where there is no folder."""
    paths = sorted(path for path in folder.glob("*/*") if path.suffix in _SUFFIXES and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def is_model_file(path: str) -> bool:
    """Return whether a file of a folder of models is one, by its path from there."""
    parts = PurePosixPath(path)
    return len(parts.parts) == 2 and parts.suffix in _SUFFIXES


def models_in(files: Mapping[str, bytes], folder: Path) -> Iterator[OwnModel]:
    """Yield the models among the files of a folder; `folder` names it in problems."""
    for name, data in sorted(files.items()):
        if is_model_file(name):
            language, shown = name.partition("/")[0], (folder / name).as_posix()
            if not (FOLDER / language).is_dir():
                raise InvalidModel(shown, f"`{language}` is no language that is followed")
            yield OwnModel(language, shown, data.decode("utf-8", "replace"))


def checked_models(models: Iterable[OwnModel]) -> tuple[OwnModel, ...]:
    """Return the models when each of them can be read.

    Raises:
        InvalidModel: one cannot.
    """
    checked = tuple(models)
    for language in sorted({one.language for one in checked}):
        load_models(language, own=checked)
    return checked
