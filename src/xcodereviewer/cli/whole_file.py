"""Files that are written whole or not at all, and errors that name them."""
# xcr: ignore-file[write-outside-its-place] writes what the user names: reports, a baseline, a configuration, a rule

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

__all__ = ["new_file", "whole_file"]


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Write beside the place of a file, under a name that tells whose it is, and move it there when it is whole.

    Raises:
        OSError: it cannot be written; `filename` is its path.
    """
    partial = path.with_name(f".{path.name}.xcr-{os.getpid()}.partial")
    with _told(path):
        try:
            with partial.open("w", encoding="utf-8", newline="") as out:
                yield out
            partial.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                partial.unlink()
            raise


def new_file(path: Path, content: str) -> None:
    """Write a file where there is none, with the folders that lead to it; what fails leaves none of them.

    Raises:
        FileExistsError: there is one.
        OSError: it cannot be written; `filename` is its path.
    """
    made = [folder for folder in path.parents if not folder.exists()]
    with _told(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as out:
                out.write(content)
        except FileExistsError:
            raise
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            with contextlib.suppress(OSError):
                for folder in made:
                    folder.rmdir()
            raise


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:  # a write that fails names no file
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
